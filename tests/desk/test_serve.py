"""`serve`: real requests to a real server on the loopback address."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Any, Self

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
)

from broadsheet.desk import serve, server, watch
from broadsheet.desk.at_work import address_at_work
from broadsheet.desk.faults import EDITOR
from broadsheet.desk.server import Server
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.look import Changes
from broadsheet.publishing.settings import HOUSE
from broadsheet.rendering.host_files import SECURITY_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from watchdog.events import FileSystemEvent

    from broadsheet.publishing.press import Edited
    from tests.conftest import Newsroom

PATIENCE = 8.0


@dataclass
class Site:
    """A running server as a browser sees it."""

    server: Server

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer, text

    @contextmanager
    def listening(self, seen: int) -> Iterator[HTTPResponse]:
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        connection.request("GET", f"/_live?paper={seen}")
        yield connection.getresponse()
        connection.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    files = {
        "index.html": "<body>front</body>", "404.html": "<body>missing</body>", "a/index.html": "<body>A</body>",
        "甲 乙/index.html": "<body>Han</body>", "assets/a.css": "b{}", "files/p.webp": "W", "noted": "?",
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / "public" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret")
    running = Server(tmp_path / "public", 0)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield Site(running)
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize(
    ("path", "status", "kind", "text"),
    [
        ("/", 200, "text/html; charset=utf-8", '<body>front<script src="/_live.js?paper=0"></script></body>'),
        ("/a/?q=1", 200, "text/html; charset=utf-8", '<body>A<script src="/_live.js?paper=0"></script></body>'),
        ("/%E7%94%B2%20%E4%B9%99/", 200, "text/html; charset=utf-8", "Han"),
        ("/assets/a.css", 200, "text/css; charset=utf-8", "b{}"),
        ("/files/p.webp", 200, "image/webp", "W"),
        ("/noted", 200, "application/octet-stream", "?"),
        ("/nowhere/", 404, "text/html; charset=utf-8", "missing"),
        ("/nowhere", 404, "text/html; charset=utf-8", "missing"),
        ("/assets/", 404, "text/html; charset=utf-8", "missing"),
        ("/index.html/", 404, "text/html; charset=utf-8", "missing"),
        ("/../secret.html", 404, "text/html; charset=utf-8", "missing"),
        ("/%2e%2e/secret.html", 404, "text/html; charset=utf-8", "missing"),
        ("/a/..%2f..%2fsecret.html", 404, "text/html; charset=utf-8", "missing"),
        ("/a%00", 404, "text/html; charset=utf-8", "missing"),
        ("//secret.html", 404, "text/html; charset=utf-8", "missing"),
        ("/_live.js", 200, "text/javascript; charset=utf-8", "EventSource"),
        ("/_live.css", 200, "text/css; charset=utf-8", ":host"),
    ],
)
def test_a_path_is_answered_with_its_file_and_nothing_else(
    site: Site, path: str, status: int, kind: str, text: str
) -> None:
    answer, body = site.ask(path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert text in body
    assert "secret" not in body


@pytest.mark.parametrize(
    ("path", "target"), [("/a", "/a/"), ("/%E7%94%B2%20%E4%B9%99", "/%E7%94%B2%20%E4%B9%99/"), ("//a?x", "/a/")]
)
def test_a_folder_without_its_slash_leads_to_the_page(site: Site, path: str, target: str) -> None:
    answer, _ = site.ask(path)
    assert (answer.status, answer.headers["Location"]) == (301, target)


def test_pages_come_with_the_hosts_headers(site: Site) -> None:
    for path in ("/", "/nowhere", "/assets/a.css", "/a"):
        headers = site.ask(path)[0].headers
        assert headers["Cache-Control"] == "no-store"
        for name, value in SECURITY_HEADERS.items():
            kept = value.replace("trusted-types broadsheet", "trusted-types broadsheet serve")
            assert headers[name] == (None if name == "Strict-Transport-Security" else kept)


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:{}", 200), ("localhost:{}", 200), ("evil.example", 403), ("evil.example:{}", 403), ("", 403)],
)
def test_only_this_machine_is_answered(site: Site, host: str, status: int) -> None:
    for path in ("/", "/_live.js"):
        assert site.ask(path, Host=host.format(site.server.server_port))[0].status == status


def test_a_look_without_the_file(site: Site) -> None:
    answer, body = site.ask("/assets/a.css", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], body) == (200, "3", "")


def test_a_browser_that_goes_away_is_no_fault_and_a_fault_is_told(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handled, done = site.server.handle_error, threading.Event()

    def noted(request: Any, client: Any) -> None:
        handled(request, client)
        done.set()

    monkeypatch.setattr(site.server, "handle_error", noted)
    # More than the line between the two holds.
    monkeypatch.setattr("broadsheet.desk.server.disk.read", lambda _: bytes(50_000_000))
    with socket.create_connection(("127.0.0.1", site.server.server_port)) as browser:
        browser.sendall(f"GET /noted HTTP/1.1\r\nHost: 127.0.0.1:{site.server.server_port}\r\n\r\n".encode())
        browser.recv(1)
    assert done.wait(PATIENCE)
    assert capsys.readouterr().err == ""
    done.clear()
    monkeypatch.setattr("broadsheet.desk.server.disk.read", lambda _: None)
    with pytest.raises((ConnectionError, HTTPException)):
        site.ask("/noted")
    assert done.wait(PATIENCE)
    assert "TypeError" in capsys.readouterr().err


def test_other_methods_are_refused(site: Site) -> None:
    assert site.ask("/", "PUT")[0].status == 501


FAULT = {"where": "content/a.md:1:2", "open": "", "message": "甲 [x]", "hint": "", "excerpt": "", "from": 0, "to": 1}


def news(stream: HTTPResponse) -> dict[str, Any]:
    """The next news of a stream."""
    assert stream.readline() == b"event: news\n"
    line = stream.readline().decode()
    assert stream.readline() == b"\n"
    told: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return told


def test_the_stream_says_what_was_published_and_what_is_wrong(site: Site) -> None:
    with site.listening(0) as stream:
        assert stream.headers["Content-Type"] == "text/event-stream"
        site.server.tell(published=True)
        assert news(stream) == {"paper": 1, "faults": []}
        site.server.tell([FAULT])
        assert news(stream) == {"paper": 1, "faults": [FAULT]}
        site.server.tell([FAULT])
        site.server.tell(published=True)
        assert news(stream) == {"paper": 2, "faults": []}
    assert "_live.js?paper=2" in site.ask("/")[1]


def test_what_comes_before_the_page_listens_is_not_missed(site: Site) -> None:
    site.server.tell(published=True)
    with site.listening(0) as stream:
        assert news(stream) == {"paper": 1, "faults": []}
    site.server.tell([FAULT])
    with site.listening(1) as stream:
        assert news(stream) == {"paper": 1, "faults": [FAULT]}


def test_the_stream_shows_that_it_lives(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HEARTBEAT", 0.01)
    with site.listening(0) as stream:
        assert stream.readline() == b": here\n"


def test_a_port_that_is_taken_is_told(site: Site, tmp_path: Path) -> None:
    port = site.server.server_port
    with pytest.raises(OSError, match=f"port {port} can't be had: .*; --port 0 takes a free one"):
        Server(tmp_path, port)


class Desk:
    """`serve_paper` in a thread, with the outcomes of its builds."""

    def __init__(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        self.newsroom = newsroom
        self.builds: list[Edited] = []
        self.told = threading.Condition()
        self.site: Site | None = None
        self._patch = monkeypatch

    def __enter__(self) -> Self:
        desk = self

        class Noted(Server):
            def __init__(self, folder: Path, port: int) -> None:
                super().__init__(folder, port)
                desk.site = Site(self)

            def serve_forever(self, poll_interval: float = 0.01) -> None:
                super().serve_forever(poll_interval)

        self._patch.setattr(serve, "Server", Noted)
        self._patch.setattr(serve, "QUIET", 0.02)
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self.wait(1)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop = True
        self.newsroom.write({"content/stop.txt": "stop"})
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()

    stop = False

    def _run(self) -> None:
        serve.serve_paper(self.newsroom.settings, 0, EDITOR, self._tell)

    def _tell(self, edited: Edited) -> None:
        with self.told:
            self.builds.append(edited)
            self.told.notify_all()
        if self.stop:
            raise KeyboardInterrupt

    def wait(self, count: int) -> Edited:
        with self.told:
            assert self.told.wait_for(lambda: len(self.builds) >= count, PATIENCE)
            return self.builds[-1]

    def page(self, path: str) -> str:
        assert self.site
        return self.site.ask(path)[1]

    def told_of(self, files: dict[str, str]) -> dict[str, Any]:
        """What the stream says after files were written, to a page that has seen the newest paper."""
        assert self.site
        with self.site.listening(self.site.server.paper) as stream:
            self.newsroom.write(files)
            return news(stream)

    def is_new(self, files: dict[str, str]) -> bool:
        """Whether there comes another paper, and nothing wrong with it, after files were written."""
        assert self.site
        before = self.site.server.paper
        with self.site.listening(before) as stream:
            self.newsroom.write(files)
            told = news(stream)
            while told["paper"] == before:
                # What was wrong before is told to who begins to listen.
                told = news(stream)
            return not told["faults"]


@pytest.fixture
def desk(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    newsroom.plain_layouts()
    newsroom.write({"assets/broadsheet.css": "b{}"})
    newsroom.story("a.md", "旧正文。", date="2025-04-16")
    newsroom.built()
    with Desk(newsroom, monkeypatch) as running:
        yield running


STORY = "/2025/04/16/a/"


@pytest.mark.parametrize(
    ("file", "text", "path", "shown"),
    [
        ("content/a.md", "---\ntitle: a\ndate: 2025-04-16\n---\n新正文。\n", STORY, "新正文。"),
        ("content/b.md", "---\ntitle: b\ndate: 2025-04-16\n---\n又一篇。\n", "/2025/04/16/b/", "又一篇。"),
        ("content/newspaper.yaml", "title: 新报名\n", "/", "新报名"),
        ("layouts/article.html", "<body>新版式</body>", STORY, "新版式"),
    ],
)
def test_every_change_is_seen(desk: Desk, file: str, text: str, path: str, shown: str) -> None:
    assert shown not in desk.page(path)
    assert desk.is_new({file: text})
    assert shown in desk.page(path)


def test_a_new_style_sheet_is_seen(desk: Desk) -> None:
    before = {p.name for p in (desk.newsroom.folder / ".cache/serve/public/assets").glob("broadsheet*")}
    assert desk.is_new({"assets/broadsheet.css": "i{}"})
    assert {p.name for p in (desk.newsroom.folder / ".cache/serve/public/assets").glob("broadsheet*")} != before


def test_a_broken_change_keeps_the_old_page_and_mending_it_shows(desk: Desk) -> None:
    desk.newsroom.write({"content/a.md": "---\ntitle: a\n---\n坏了。\n"})
    assert [d.code for d in desk.wait(2).diagnostics] == ["missing-date"]
    assert "旧正文。" in desk.page(STORY)
    mended = {"content/a.md": "---\ntitle: a\ndate: 2025-04-16\n---\n修好了。\n"}
    assert desk.is_new(mended)
    assert "修好了。" in desk.page(STORY)


def test_what_was_built_for_readers_stays_as_it_is(desk: Desk) -> None:
    assert desk.site
    before = desk.newsroom.outputs()
    desk.told_of({"content/a.md": "---\ntitle: a\ndate: 2025-04-16\n---\n新正文。\n"})
    assert desk.newsroom.outputs() == before
    served = desk.newsroom.outputs(".cache/serve/public")
    assert desk.site.server.address.encode() in served["sitemap.xml"]


def test_a_fault_in_another_story_is_shown_until_all_is_mended(desk: Desk) -> None:
    """A build that could not publish is made up for: what it had read is read again."""
    desk.newsroom.write({"content/x/b.md": "---\ntitle: b\n---\n坏了。\n"})
    desk.wait(2)
    told = desk.told_of({"content/a.md": "---\ntitle: a\ndate: 2025-04-16\n---\n新正文。\n"})
    assert [fault["where"] for fault in told["faults"]] == ["content/x/b.md:1"]
    assert "旧正文。" in desk.page(STORY)
    assert desk.is_new({"content/x/b.md": "---\ntitle: b\ndate: 2025-04-16\n---\n好了。\n"})
    assert "新正文。" in desk.page(STORY)
    assert "好了。" in desk.page("/2025/04/16/b/")


def test_what_is_not_out_yet_is_shown_at_the_desk(desk: Desk) -> None:
    assert desk.is_new({"content/c.md": "---\ntitle: c\ndate: 2039-01-01\ndraft: true\n---\n还早。\n"})
    assert "还早。" in desk.page("/2039/01/01/c/")


def test_the_search_follows_when_nothing_else_is_to_be_done(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "IDLE", 0.05)
    newsroom.story("a.md", "旧正文。", date="2025-04-16")
    newsroom.settings = replace(newsroom.settings, search=True)
    bundles = newsroom.folder / ".cache/serve/public/pagefind/bundles.json"
    with Desk(newsroom, monkeypatch) as desk:
        deadline = time.monotonic() + PATIENCE
        while not bundles.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        first = bundles.read_bytes()
        assert desk.is_new({"content/a.md": "---\ntitle: a\ndate: 2025-04-16\n---\n新正文。\n"})
        while bundles.read_bytes() == first and time.monotonic() < deadline:
            time.sleep(0.02)
        assert bundles.read_bytes() != first


def test_who_edits_on_does_not_wait_for_the_search(newsroom: Newsroom) -> None:
    changed = threading.Event()
    newsroom.story("a.md", "旧正文。", date="2025-04-16")
    running = Server(newsroom.folder / "public", 0)
    desk = serve._Desk(replace(newsroom.settings, search=True), running, EDITOR, lambda _: None)
    assert desk.build(None)
    changed.set()
    desk.finish(changed)
    assert not (newsroom.folder / "public/pagefind").exists()
    changed.clear()
    desk.finish(changed)
    running.server_close()
    assert (newsroom.folder / "public/pagefind/bundles.json").exists()


def test_pages_are_printed_when_nothing_else_is_to_be_done(newsroom: Newsroom) -> None:
    for day in ("2025-04-15", "2025-04-16"):
        newsroom.story(f"{day}.md", "旧正文。", date=day, page="1")
    running = Server(newsroom.folder / "public", 0)
    desk = serve._Desk(replace(newsroom.settings, printing=True), running, EDITOR, lambda _: None)
    pdfs = [newsroom.folder / f"public/2025/04/{day}/1/1.pdf" for day in ("15", "16")]
    assert desk.build(None)
    assert not any(pdf.exists() for pdf in pdfs)
    desk.finish(threading.Event())
    before = [pdf.read_bytes() for pdf in pdfs]
    newsroom.story("2025-04-16.md", "新正文。", date="2025-04-16", page="1")
    assert desk.build(Changes(("",)))
    assert "新正文。" in newsroom.page("/2025/04/16/2025-04-16/")
    assert [pdf.read_bytes() for pdf in pdfs] == before
    papers = running.paper
    desk.finish(threading.Event())
    running.server_close()
    assert running.paper == papers + 1
    assert [pdf.read_bytes() == old for pdf, old in zip(pdfs, before, strict=True)] == [True, False]


def test_a_build_at_work_does_not_stop_the_serving(desk: Desk) -> None:
    settings = desk.newsroom.settings
    with Ledger(settings.cache, str(settings.output)):
        new = {"content/a.md": "---\ntitle: a\ndate: 2025-04-16\n---\n新正文。\n"}
        assert desk.is_new(new)


def test_a_paper_with_errors_is_served_as_a_page_that_says_so(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.plain_layouts()
    newsroom.story("a.md", "<b>", title="<script>")
    with Desk(newsroom, monkeypatch) as running:
        assert running.site
        deadline = time.monotonic() + PATIENCE
        while not running.site.server.notice and time.monotonic() < deadline:
            time.sleep(0.01)
        page = running.page("/")
        assert "There is no paper to show yet" in page
        assert "content/a.md:1: error[missing-date]: no date" in page
        assert "_live.js" in page
        mended = {"content/a.md": "---\ntitle: a\ndate: 2025-04-16\n---\n好。\n"}
        assert running.is_new(mended)
        assert "好。" in running.page(STORY)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (BrokenProcessPool(), "a worker was ended, perhaps for want of memory; try --workers 1"),
    ],
)
def test_a_failing_machine_does_not_end_the_serving(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, told: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise error

    running = Server(newsroom.folder / "public", 0)
    desk = serve._Desk(newsroom.settings, running, EDITOR, lambda _: None)
    with monkeypatch.context() as patch:
        patch.setattr(serve, "build", full)
        assert not desk.build(Changes())
    assert told in running.notice
    assert [fault["message"] for fault in running.faults] == [f"{told} [machine-failed]"]
    assert told in capsys.readouterr().err
    newsroom.story("a.md", date="2025-04-16")
    # Nobody knows how far the other build came: this one looks at everything, whatever it is told.
    assert desk.build(Changes())
    running.server_close()
    assert not running.faults
    assert newsroom.page("/2025/04/16/a/")


@pytest.mark.parametrize(
    ("event", "folders"),
    [
        (FileModifiedEvent("c/a.md"), ("",)),
        (FileCreatedEvent("c/2025/04/a.md"), ("2025/04",)),
        (FileMovedEvent("c/x/.a.md.part", "c/x/a.md"), ("x",)),
        (FileMovedEvent("c/x/a.md", "c/y/a.md"), ("x", "y")),
        (DirModifiedEvent("c/x"), ()),
        (DirCreatedEvent("c/x"), None),
        (DirDeletedEvent("c/x"), None),
        (DirMovedEvent("c/x", "c/y"), None),
        (FileModifiedEvent("layouts/article.html"), ()),
    ],
)
def test_what_happens_is_noted_by_its_folder(
    tmp_path: Path, event: FileSystemEvent, folders: tuple[str, ...] | None
) -> None:
    changed = threading.Event()
    note = watch._Note(tmp_path / "c", changed, set())
    note.on_any_event(below(tmp_path, event))
    assert changed.is_set()
    assert note.take() == (None if folders is None else Changes(folders))
    assert note.take() == Changes()


@pytest.mark.parametrize(
    "event",
    [
        FileOpenedEvent("c/a.md"),
        FileClosedNoWriteEvent("c/a.md"),
        FileModifiedEvent("c/.cache/ledger.db"),
        FileCreatedEvent("c/public/a"),
        DirCreatedEvent("c/public"),
        FileModifiedEvent("c/x/.a.md.swp"),
        FileModifiedEvent("c/.git/index"),
        DirCreatedEvent("c/.git"),
    ],
)
def test_what_builds_write_and_what_is_only_read_or_hidden_is_no_news(tmp_path: Path, event: FileSystemEvent) -> None:
    changed = threading.Event()
    note = watch._Note(tmp_path / "c", changed, {tmp_path / "c/.cache", tmp_path / "c/public"})
    note.on_any_event(below(tmp_path, event))
    assert not changed.is_set()
    assert note.take() == Changes()


def below(folder: Path, event: FileSystemEvent) -> FileSystemEvent:
    """The same event in another folder."""
    event.src_path = str(folder / str(event.src_path))
    event.dest_path = str(folder / str(event.dest_path)) if event.dest_path else ""
    return event


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def listening_to_ctrl_c() -> None:
    """What a terminal gives a program; a shell starts one in the background deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_stopped(newsroom: Newsroom, stop: signal.Signals) -> None:
    newsroom.story("a.md", date="2025-04-16")
    port = free_port()
    command = [sys.executable, str(HOUSE / "build.py"), "serve", "--no-search", "--port", str(port)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=newsroom.folder,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        preexec_fn=listening_to_ctrl_c,  # noqa: PLW1509 - no thread of the tests runs here
    ) as running:
        assert running.stderr
        assert running.stderr.readline() == f"serving http://127.0.0.1:{port}/  (Ctrl-C stops)\n"
        other = subprocess.run(command, cwd=newsroom.folder, capture_output=True, text=True, check=False)
        assert other.returncode == 3
        assert (
            other.stderr == f"broadsheet: error[machine-failed]: port {port} can't be had: Address already in use; "
            "--port 0 takes a free one\n"
        )
        deadline = time.monotonic() + PATIENCE
        while not (newsroom.folder / ".cache/serve/public/404.html").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(stop)
        assert running.wait(PATIENCE) == 0
        assert "Traceback" not in running.stderr.read()
    shutil.rmtree(newsroom.folder / ".cache")


@pytest.fixture
def papers(newsroom: Newsroom) -> Newsroom:
    """Three editions; the files of the second were written last, those of the others an hour before."""
    newsroom.plain_layouts()
    hour = 3_600_000_000_000
    for day, ago in (("2025-04-15", hour), ("2025-04-16", 0), ("2025-04-17", hour)):
        newsroom.story(f"{day}/a.md", date=day, edition="晚报" if ago else "")
        path = newsroom.folder / f"content/{day}/a.md"
        os.utime(path, ns=(0, path.stat().st_mtime_ns - 2 * ago))
    newsroom.built()
    return newsroom


def test_the_edition_at_work_is_the_one_whose_files_changed_last(papers: Newsroom) -> None:
    assert address_at_work(papers.settings, first=True) == "/2025/04/16/"
    assert address_at_work(papers.settings, first=False) == ""
    papers.story("2025-04-15/b.md", date="2025-04-15", edition="晚报")
    papers.built()
    assert address_at_work(papers.settings, first=False) == "/2025/04/15-晚报/"
    papers.story("2025-04-15/c.md", date="2025-04-15", edition="晚报")
    papers.story("2025-04-17/c.md", date="2025-04-17", edition="晚报")
    papers.built()
    assert address_at_work(papers.settings, first=False) == "/2025/04/17-晚报/"


def test_a_fresh_checkout_is_at_work_on_the_newest_edition(newsroom: Newsroom) -> None:
    newsroom.plain_layouts()
    for day in ("2025-04-17", "2025-04-16"):
        newsroom.story(f"{day}/a.md", date=day)
    newsroom.built()
    assert address_at_work(newsroom.settings, first=True) == "/2025/04/17/"
    newsroom.write({"content/newspaper.yaml": "title: 甲报\n"})
    newsroom.built()
    assert address_at_work(newsroom.settings, first=False) == ""


def test_where_the_edition_stands_is_said_when_it_is_another(
    papers: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    running = Server(papers.folder / "public", 0)
    desk = serve._Desk(replace(papers.settings, drafts=True), running, EDITOR, lambda _: None)
    said = []
    for day in ("", "2025-04-17", "2025-04-17"):
        if day:
            papers.story(f"{day}/b{len(said)}.md", date=day, edition="晚报")
        assert desk.build(None)
        said.append(capsys.readouterr().err)
    running.server_close()
    assert said == [f"editing {running.address}/2025/04/16/\n", f"editing {running.address}/2025/04/17-晚报/\n", ""]


def test_a_folder_that_is_laid_anew_is_watched_again(tmp_path: Path) -> None:
    changed = threading.Event()
    content, layouts = tmp_path / "content", tmp_path / "layouts"
    content.mkdir()
    watching = watch.Watch(content, [layouts], changed, ())
    try:
        for folder in (content, layouts):
            if folder.exists():
                folder.rename(tmp_path / "old")
            folder.mkdir()
            changed.clear()
            watching.renew()
            assert changed.is_set()
            changed.clear()
            (folder / "a.md").write_text("", encoding="utf-8")
            assert changed.wait(PATIENCE)
        changed.clear()
        layouts.rename(tmp_path / "gone")
        watching.renew()
        assert changed.is_set()
        changed.clear()
        watching.renew()
        assert not changed.is_set()
    finally:
        watching.stop()
