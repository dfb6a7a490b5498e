"""The command line: words, options, exit statuses."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from broadsheet import __version__, cli
from broadsheet.checking.site import check_site
from broadsheet.desk import check, serve
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing.press import Edited
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.search_index import SearchIndexError
from broadsheet.publishing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Newsroom

DAY = "2025-04-16"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, list(words), prog_name="build.py")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    """What the commands were asked for, instead of doing it."""
    calls: list[tuple[str, Any]] = []
    monkeypatch.setattr(cli, "build", lambda settings, *_: calls.append(("build", settings)) or Edited(()))
    monkeypatch.setattr(check, "check_paper", lambda settings, _: calls.append(("check", settings)) or Edited(()))
    monkeypatch.setattr(serve, "serve_paper", lambda settings, port, *_: calls.append(("serve", (settings, port))))
    return calls


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ((), "build"),
        (("build",), "build"),
        (("--quiet",), "build"),
        (("--workers", "2"), "build"),
        (("--workers=2", "build"), "build"),
        (("check",), "check"),
        (("--quiet", "check"), "check"),
        (("--workers", "2", "--no-search", "check", "--drafts"), "check"),
        (("--port", "0", "serve"), "serve"),
        (("serve", "--port", "0"), "serve"),
    ],
)
def test_options_stand_before_or_behind_the_word_and_build_needs_none(
    asked: list[tuple[str, Any]], words: tuple[str, ...], command: str
) -> None:
    assert run(*words).exit_code == 0
    assert [name for name, _ in asked] == [command]


def test_every_option_reaches_the_build(asked: list[tuple[str, Any]]) -> None:
    run(
        "--content", "c", "--layouts", "l", "--assets", "a", "--output", "o", "--cache", "k", "--workers", "3",
        "--base-url", "https://p.example/paper/", "--as-of", "2025-04-16T06:00+08:00", "--drafts", "--no-search",
        "--no-print",
    )  # fmt: skip
    ((_, settings),) = asked
    assert settings == Settings(
        content=settings.content, layouts=settings.layouts, assets=settings.assets, output=settings.output,
        cache=settings.cache, base_url="https://p.example/paper", drafts=True, search=False, printing=False, workers=3,
        as_of=datetime.fromisoformat("2025-04-16T06:00+08:00"),
    )  # fmt: skip
    folders = (settings.content, settings.layouts, settings.assets, settings.output, settings.cache)
    assert [folder.as_posix() for folder in folders] == list("claok")


def test_defaults_are_those_of_the_contract(asked: list[tuple[str, Any]]) -> None:
    run()
    ((_, settings),) = asked
    assert settings == Settings(workers=settings.workers)
    assert [settings.output.as_posix(), settings.cache.as_posix()] == ["public", ".cache"]


@pytest.mark.parametrize("value", ["2025-04-16T06:00", "2025-04-16"])
def test_a_time_may_come_without_a_zone(asked: list[tuple[str, Any]], value: str) -> None:
    run("--as-of", value)
    assert asked[0][1].as_of == datetime.fromisoformat(value)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("biuld",), "No such command 'biuld'"),
        (("--nonsense",), "No such option"),
        (("--workers", "0"), "0 is not in the range x>=1"),
        (("--format", "xml"), "'xml' is not one of 'text', 'json', 'github'"),
        (("--as-of", "tomorrow"), '"tomorrow" is no time; write 2025-04-16T06:00+08:00'),
        (("--base-url", "paper"), '"paper" is no site\'s address; write https://paper.example'),
        (("--base-url", "https://p.example/?a"), "is no site's address"),
        (("--scheduler", "scheduler:8786"), '"scheduler:8786" is no scheduler\'s address; write tcp://host:8786'),
        (("--scheduler", "bogus://x:1"), "(tcp://, tls://, ws://, wss://, ucx:// are known)"),
        (("--scheduler", "tcp://127.0.0.1"), "is no scheduler's address"),
        (("--scheduler", "tcp://127.0.0.1:99999"), "is no scheduler's address"),
        (("--scheduler", "tcp://:8786"), "is no scheduler's address"),
        (("serve", "--port", "99999"), "99999 is not in the range 0<=x<=65535"),
        (("build", "now"), "Got unexpected extra argument (now)"),
    ],
)
def test_wrong_usage_is_status_2(asked: list[tuple[str, Any]], words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert (result.exit_code, asked) == (2, [])
    assert message in result.stderr


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("build", "--help"), ("--quiet", "--help")])
def test_help(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout[:15]) == (0, "Usage: build.py")


@pytest.mark.parametrize(
    "words", [("--version",), ("--quiet", "--version"), ("build", "--version"), ("--version", "serve", "--port", "0")]
)
def test_the_version_is_told_wherever_it_is_asked_for(asked: list[tuple[str, Any]], words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout, asked) == (0, f"broadsheet, version {__version__}\n", [])


def test_a_build_says_what_it_did(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    result = run("--no-search")
    assert (result.exit_code, result.stdout) == (0, "")
    count = len(newsroom.outputs())
    assert result.stderr.startswith(f"public/: {count} made, 0 kept, 0 removed, ")
    assert run("--no-search").stderr.startswith(f"public/: 0 made, {count} kept, 0 removed, ")
    assert run("--no-search", "--quiet").output == ""


def test_content_with_errors_is_status_1_and_keeps_the_old_paper(newsroom: Newsroom) -> None:
    newsroom.story("a.md")
    for command in ("build", "check"):
        result = run(command, "--no-search")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("content/a.md:1: error[missing-date]: no date\n")
        assert result.stderr.endswith("\n1 error\n")
        assert f"{run(command, '--quiet').stderr}1 error\n" == result.stderr
    assert not (newsroom.folder / "public").exists()


def test_diagnostics_for_tools_go_to_standard_output(newsroom: Newsroom) -> None:
    newsroom.story("a.md")
    (found,) = json.loads(run("--format", "json").stdout)
    assert (found["file"], found["line"], found["code"]) == ("content/a.md", 1, "missing-date")
    assert run("check", "--format", "github").stdout.startswith("::error file=content/a.md,line=1,")


def test_a_check_says_that_all_is_well_and_writes_nothing(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    assert run("check", "--no-search").stderr == "nothing is wrong\n"
    newsroom.story("b.md", "[甲](c.md)", date=DAY)
    newsroom.story("c.md", date=DAY, draft="true")
    result = run("check", "--no-search")
    assert (result.exit_code, result.stderr.splitlines()[-2:]) == (0, ["1 warning", "no errors"])
    assert run("check", "--no-search", "--quiet").stderr.count("\n") == 3
    assert sorted(path.name for path in newsroom.folder.iterdir()) == ["content"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            PermissionError(13, "Permission denied", "public/index.html"),
            "public/index.html: error[machine-failed]: Permission denied",
        ),
        (OSError(28, "No space left on device"), "broadsheet: error[machine-failed]: No space left on device"),
        (OSError("something else"), "broadsheet: error[machine-failed]: something else"),
        (
            SearchIndexError("Pagefind ended with status 1: no"),
            "broadsheet: error[machine-failed]: Pagefind ended with status 1: no",
        ),
        (
            BrokenProcessPool(),
            "broadsheet: error[machine-failed]: a worker was ended, perhaps for want of memory; try --workers 1",
        ),
    ],
)
def test_a_failing_machine_is_status_3_and_one_line(
    monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    def fail(*_: object) -> Edited:
        raise error

    monkeypatch.setattr(cli, "build", fail)
    result = run()
    assert (result.exit_code, result.stdout, result.stderr) == (3, "", f"{told}\n")


def test_an_output_folder_that_is_a_file(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.write({"public": "a file", ".cache": "a file"})
    assert run("--no-search").exit_code == 2
    newsroom.remove(".cache")
    newsroom.write({"out/2025": "a file"})
    result = run("--no-search", "--output", "out")
    assert result.exit_code == 3
    assert result.stderr.startswith("out/2025")


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2025-04-15T23:00+08:00", 1),
        ("2025-04-16T12:00+08:00", 0),
        # Without a zone it is the paper's, Asia/Shanghai, wherever the machine is.
        ("2025-04-15T23:59", 1),
        ("2025-04-16", 0),
    ],
)
def test_the_paper_is_as_it_is_at_that_time(newsroom: Newsroom, as_of: str, status: int) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.story("b.md", date="2025-04-17")
    assert run("--no-search", "--as-of", as_of).exit_code == status
    assert not (newsroom.folder / "public/2025/04/17").exists()


@pytest.mark.parametrize("options", [(), ("--base-url", "https://p.example/paper"), ("--no-search",)])
def test_a_built_site_has_no_dead_link(newsroom: Newsroom, options: tuple[str, ...]) -> None:
    newsroom.write({"content/newspaper.yaml": "imprint: 见[甲](a.md)。\n"})
    newsroom.story("a.md", "见[乙](b.md)。", date=DAY, section="城事", byline="记者 李某")
    newsroom.story("b.md", date="2025-03-01")
    assert run(*options).exit_code == 0
    outputs = newsroom.outputs()
    url = options[1] if "--base-url" in options else ""
    assert list(check_site(outputs.keys(), outputs.__getitem__, url)) == []
    assert ("search/index.html" in outputs) is ("--no-search" not in options)
    assert any(path.startswith("pagefind/") for path in outputs) is ("--no-search" not in options)


def test_serving_tells_diagnostics_as_a_build_does(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def serve_paper(settings: Settings, port: int, _: str, tell: Callable[[Edited], None]) -> None:
        assert port == 8000
        tell(cli.build(settings))

    monkeypatch.setattr(serve, "serve_paper", serve_paper)
    newsroom.story("a.md")
    result = run("serve")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, "1 error")


def test_the_front_door_is_the_command_line() -> None:
    namespace: dict[str, Any] = {"__name__": "front"}
    exec((cli.Path(__file__).parents[1] / "build.py").read_text(), namespace)  # noqa: S102 - our own front door
    assert namespace["main"] is cli.main


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--output", "."], "--output . and --content content"),
        (["--output", "content/site"], "--output content/site and --content content"),
        (["--output", "layouts"], "--output layouts and --layouts layouts"),
        (["--output", "public", "--assets", "public/assets"], "--output public and --assets public/assets"),
        (["--output", ".cache"], "--output .cache and --cache .cache"),
    ],
)
def test_the_output_lies_apart_from_what_it_is_made_of(newsroom: Newsroom, options: list[str], named: str) -> None:
    newsroom.story("a.md", date="2025-04-16")
    before = newsroom.outputs(".")
    result = run("--no-search", *options)
    assert result.exit_code == 2
    assert f"{named} lie in one another" in result.output
    assert newsroom.outputs(".") == before


@pytest.mark.usefixtures("newsroom")
def test_the_desk_hears_when_a_fault_is_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Diagnostic("no-date", "no date", Place("content/a.md"))

    def serve_paper(_: Settings, __: int, ___: str, tell: Callable[[Edited], None]) -> None:
        for diagnostics in ((), (fault,), (fault,), (), ()):
            tell(Edited(diagnostics))

    monkeypatch.setattr(serve, "serve_paper", serve_paper)
    result = run("serve")
    assert result.output.count("mended: the paper is up to date") == 1
    assert result.output.endswith("1 error\nmended: the paper is up to date\n")


def test_a_failure_that_is_no_machine_s_is_a_bug_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Edited:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "build", fail)
    assert isinstance(run().exception, ZeroDivisionError)


@pytest.mark.parametrize("command", ["build", "check"])
def test_who_looks_on_sees_how_far_it_is(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    told: list[str] = []

    class Line(Silent):
        def begin(self, stage: str) -> None:
            told.append(stage)

    def bar_for(stream: object, *, quiet: bool) -> Any:
        assert stream is sys.stderr
        told.append("quiet" if quiet else "shown")
        return nullcontext(Line())

    monkeypatch.setattr(cli, "bar_for", bar_for)
    newsroom.story("a.md", date=DAY)
    run(command, "--no-search")
    assert (told[0], told[-1]) == ("shown", "publish" if command == "build" else "check")
    told.clear()
    run(command, "--no-search", "--quiet")
    assert told[0] == "quiet"


@pytest.mark.parametrize("story", ["date: 2025-04-16", "nonsense: 1"])
def test_a_profile_is_written_whether_or_not_the_copy_is_right(newsroom: Newsroom, story: str) -> None:
    newsroom.write({"content/a.md": f"---\ntitle: a\n{story}\n---\nb\n"})
    plain = run("--no-search", "--output", "plain", "--cache", "cold")
    traced = run("--no-search", "--profile", "made/trace.json")
    assert (traced.exit_code, traced.stdout) == (plain.exit_code, "")
    events = json.loads((newsroom.folder / "made/trace.json").read_text())["traceEvents"]
    assert {"look", "read", "read_files"} <= {event["name"] for event in events}
    if plain.exit_code == 0:
        assert "make_editions" in {event["name"] for event in events}
        assert newsroom.outputs() == newsroom.outputs("plain")


def test_a_profile_that_cannot_be_written_is_status_3(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    newsroom.write({"file": ""})
    result = run("--no-search", "--profile", "file/trace.json")
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "file" in result.stderr
    assert not (newsroom.folder / "public").exists(), "it is told before the work, not after it"


@pytest.mark.parametrize("file", ["public/trace.json", "./public/a/trace.json", "public"])
def test_a_profile_is_not_for_readers(newsroom: Newsroom, file: str) -> None:
    newsroom.story("a.md", date=DAY)
    result = run("--no-search", "--profile", file)
    assert result.exit_code == 2
    assert f"--profile {cli.Path(file)} lies in --output public, which readers get" in result.stderr
    assert not (newsroom.folder / "public").exists()


WAITING = """
import signal
import sys
import pagefind_bin
from broadsheet.cli import main
from broadsheet.publishing import crew
pagefind_bin.get_executable = lambda: sys.argv[1]
crew.ENOUGH = 2
# Who started the tests in the background had it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
main(sys.argv[2:], prog_name="build.py")
"""
"""A build of two processes even if there is little to do, whose Pagefind is another program."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(
    ("command", "end", "outcome"),
    [
        ("build", signal.SIGINT, (130, "interrupted\n")),
        ("build", signal.SIGTERM, (143, "")),
        ("check", signal.SIGTERM, (143, "")),
        ("build", signal.SIGKILL, (-9, "")),
    ],
)
def test_a_build_that_is_ended_takes_all_with_it_and_leaves_the_old_paper(
    newsroom: Newsroom, command: str, end: signal.Signals, outcome: tuple[int, str], workers: str
) -> None:
    # Each language is an index of its own.
    newsroom.write({"content/newspaper.yaml": "language: en\nurl: https://jindu.example\n"})
    newsroom.story("a.md", "A story.", date=DAY)
    newsroom.story("b.md", "一段正文。", date=DAY)
    assert run("--workers", "1", "--no-print").exit_code == 0
    before = newsroom.outputs()
    newsroom.story("a.md", "Another story.", date=DAY)
    newsroom.story("b.md", "改了。", date=DAY)
    program = newsroom.folder / "pagefind"
    program.write_text("#!/bin/sh\necho $$ > waiting && mv waiting waits; exec sleep 60\n", encoding="ascii")
    program.chmod(0o755)
    words = [sys.executable, "-c", WAITING, str(program), command, "--no-print", "--workers", workers]
    environment = {**os.environ, "PYTHONPATH": str(cli.Path(__file__).parents[1])}
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as build:
        waits = newsroom.folder / "waits"
        reached(waits.exists)
        pagefind = int(waits.read_text(encoding="ascii"))
        processes = [build.pid, *children(build.pid), pagefind]
        assert len(children(build.pid)) == int(workers)
        assert (pagefind in children(build.pid)) is (workers == "1")
        began = time.monotonic()
        build.send_signal(end)
        assert build.wait(50) == outcome[0]
        assert time.monotonic() - began < 50
        if end is signal.SIGKILL and workers == "1":
            # Nobody is left who could end its Pagefind, which does no harm.
            os.kill(pagefind, signal.SIGKILL)
        reached(lambda: not any(alive(process) for process in processes))
        assert build.communicate() == (b"", outcome[1].encode())
    assert newsroom.outputs() == before
    if end is not signal.SIGKILL or workers == "2":
        assert list((newsroom.folder / ".cache").glob("broadsheet-*")) == []

    assert run("--workers", "1").exit_code == 0
    shutil.rmtree(newsroom.folder / ".cache")
    assert run("--workers", "1", "--output", "clean").exit_code == 0
    assert newsroom.outputs() == newsroom.outputs("clean") != before


def children(process: int) -> list[int]:
    found = cli.Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [int(child) for child in found]


def alive(process: int) -> bool:
    """Whether a process is there, and not only for want of somebody who asks what became of it."""
    try:
        return cli.Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def reached(state: Callable[[], bool]) -> None:
    """Wait for a state, also where other tests keep the machine busy."""
    for _ in range(1200):
        if state():
            return
        time.sleep(0.05)
    pytest.fail("not reached within a minute")


HEAVY = ("babel", "http.server", "jinja2", "markdown", "multiprocessing", "PIL", "pydantic", "rich", "watchdog", "yaml")
"""What a build with nothing to do has no use for: together they take longer than all that it does."""


def test_a_build_with_nothing_to_do_imports_nothing_that_is_heavy(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date=DAY)
    words = ["--no-search", "--as-of", "2025-05-01"]
    assert run(*words).exit_code == 0
    code = (
        "import atexit, sys; from broadsheet.cli import main;"
        f"atexit.register(lambda: print([name for name in {HEAVY} if name in sys.modules])); main({words})"
    )
    environment = {**os.environ, "PYTHONPATH": str(cli.Path(__file__).parents[1])}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr[:16]) == ("[]\n", "public/: 0 made,")
