"""The README keeps its word: its commands run, its tables are the code's, its links and pictures are there.

What stands between `<!-- generated: … -->` and `<!-- end -->` is made from the code;
`BROADSHEET_UPDATE=1 pytest tests/test_readme.py` writes it. Read the diff.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.model.codes import ASKED, CODES, MENDED, READ, SETTABLE
from broadsheet.planning import views
from broadsheet.reading import fields
from broadsheet.reading.byline import parse_byline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST = README.partition("## The first article")[2].partition("\n## Commands")[0]
STORY = "content/2025/2025-04-17/ferry-cat.md"
BYLINES = (
    "记者 苗娜",
    "记者 张艳 通讯员 李某",
    "本报记者 王某 李某",
    "文/图 王某",
    "新华社记者 王某",
    "記者 陳某／攝影",
    "By Jane Doe and Richard Roe",
    "本报美术室",
)


def fences(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def field_table(name: str) -> str:
    rows = fields.field_rows(getattr(fields, name))
    return table(("key", "meaning"), [(f"`{key}`", meaning) for key, meaning in rows])


def option_table() -> str:
    rows = []
    with click.Context(main.commands["build"]) as context:
        for option in main.commands["build"].get_params(context):
            record = option.get_help_record(context)
            if record and "--help" not in option.opts:
                rows.append((f"`{record[0]}`", record[1]))
    return table(("option", "meaning"), rows)


def byline_table() -> str:
    rows = []
    for text in BYLINES:
        people = [
            f"{person.name} ({', '.join(part for part in (person.org, person.role) if part)})"
            for person in parse_byline(text).people
        ]
        rows.append((f"`{text}`", "; ".join(people) or "nobody: printed, not linked"))
    return table(("typed", "read as"), rows)


def layout_table() -> str:
    rows = re.findall(r"^\| (`.*?\.html`) \| `(\w+)`.*\|$", views.__doc__ or "", re.MULTILINE)
    assert rows
    return table(
        ("layout", "view", "what it shows"),
        [(layouts, f"`{view}`", (getattr(views, view).__doc__ or "").splitlines()[0]) for layouts, view in rows],
    )


def code_table() -> str:
    codes = sorted(CODES.keys() - READ)
    rows = [(f"`{code}`", CODES[code], "yes" if code in SETTABLE else "") for code in codes]
    return table(("code", "what is wrong", "can be set"), rows)


def transcript(*commands: str) -> str:
    """What is typed, and what it says, in a copy of the demo; `page.txt` is the README's."""
    said = []
    page = fences(README.partition("### Copy from elsewhere")[2], "text")[0]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "content", "content")
        Path("page.txt").write_text(page, encoding="utf-8")
        for command in commands:
            result = CliRunner().invoke(main, command.split()[2:])
            assert result.exit_code == 0, result.output
            said.append(f"$ {command}\n{result.output}")
    return "```text\n" + "\n".join(said) + "```\n"


def rule_table() -> str:
    rows = [
        (f"`{code}`", CODES[code], "off" if code in ASKED else "warning", "yes" if code in MENDED else "")
        for code in sorted(READ)
    ]
    return table(("code", "what is wrong", "level", "`--fix`"), rows)


def first_article_errors() -> str:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "content", "content")
        lay_first_article(0)
        return f"```text\n{CliRunner().invoke(main, ['build', '--no-search']).stderr}```\n"


def lay_first_article(step: int) -> None:
    """Do in the current folder what the README's first article says, up to its first or second typing."""
    for command in fences(FIRST, "sh"):
        subprocess.run(command, shell=True, check=True)  # noqa: S602 - the README's own commands
    Path(STORY).write_text(fences(FIRST, "markdown")[step], encoding="utf-8")


GENERATED: dict[str, Callable[[], str]] = {
    "the first article's errors": first_article_errors,
    "the options": option_table,
    "new": lambda: transcript(
        "python build.py new edition 2025-04-17",
        "python build.py new article 渡口来了一只猫 --date 2025-04-17 --page A05",
    ),
    "import": lambda: transcript("python build.py import page.txt --date 2025-04-17 --page A05 --section 城事"),
    "the codes": code_table,
    "the rules of check": rule_table,
    "bylines": byline_table,
    "layouts": layout_table,
    **{
        name: lambda name=name: field_table(name)
        for name, model in vars(fields).items()
        if isinstance(model, type) and issubclass(model, fields.Fields) and model is not fields.Fields
    },
}


def block(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- generated: {re.escape(name)} -->\n).*?(?=<!-- end -->)", re.DOTALL)


@pytest.mark.skipif(not os.environ.get("BROADSHEET_UPDATE"), reason="only with BROADSHEET_UPDATE=1")
def test_update() -> None:
    text = README
    for name, make in GENERATED.items():
        made = make()
        text = block(name).sub(lambda _, made=made: made, text, count=1)
    (ROOT / "README.md").write_text(text, encoding="utf-8")


@pytest.mark.skipif(bool(os.environ.get("BROADSHEET_UPDATE")), reason="the README was just written")
@pytest.mark.parametrize("name", GENERATED)
def test_what_is_generated_is_what_the_code_says(name: str) -> None:
    found = block(name).findall(README)
    assert found == [GENERATED[name]()], "run BROADSHEET_UPDATE=1 pytest tests/test_readme.py"


def test_every_generated_block_has_its_maker() -> None:
    assert sorted(re.findall(r"<!-- generated: (.*?) -->", README)) == sorted(GENERATED)


def test_the_option_table_is_what_help_says() -> None:
    said = " ".join(CliRunner().invoke(main, ["build", "--help"]).stdout.split())
    for option, meaning in re.findall(r"^\| `(--.*?)` \| (.*) \|$", option_table().replace("\\|", "|"), re.MULTILINE):
        assert option in said
        assert " ".join(meaning.split()) in said


def test_the_first_article_is_a_page_and_leads_the_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    lay_first_article(1)
    result = CliRunner().invoke(main, ["build", "--no-search"])
    assert result.exit_code == 0, result.output
    address = re.search(r"stands at `/(2025/04/17/.*?/)`", FIRST)
    assert address
    page = (tmp_path / "public" / address[1] / "index.html").read_text(encoding="utf-8")
    assert "渡口来了一只猫" in page
    assert "值班室的窗台。" in page
    for other in ("index.html", "2025/04/17/index.html", "sections/city/index.html", "bylines/李某/index.html"):
        assert "渡口来了一只猫" in (tmp_path / "public" / other).read_text(encoding="utf-8"), other


def test_the_chinese_quick_start_gives_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indented = README.partition("## 编辑上手")[2].partition("\n## ")[0]
    story = re.search(r"^   ```markdown\n(.*?)^   ```$", indented, re.MULTILINE | re.DOTALL)
    assert story
    (tmp_path / STORY).parent.mkdir(parents=True)
    (tmp_path / STORY).write_text(re.sub(r"^   ", "", story[1], flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "--no-search"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "public/2025/04/17/ferry-cat/index.html").is_file()


def test_the_first_command_serves_the_demo(tmp_path: Path) -> None:
    commands = {line for text in fences(README, "sh") for line in text.splitlines() if line.endswith("build.py serve")}
    assert len(commands) == 1
    make, install, serve = commands.pop().split(" && ")
    assert (make, install) == ("python3 -m venv .venv", ".venv/bin/pip install -e .")
    command = [sys.executable, *serve.split()[1:], "--port", "0", "--no-search"]
    command += ["--output", str(tmp_path / "public"), "--cache", str(tmp_path / "cache")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        watchdog = threading.Timer(60, server.kill)
        watchdog.start()
        try:
            assert server.stderr
            said = next((line for line in server.stderr if line.startswith("serving ")), "")
            assert any("津渡日报" in text for text in answers(said.split()[1]))
        finally:
            watchdog.cancel()
            server.terminate()


def answers(address: str) -> Iterator[str]:
    """What the address says, again and again for half a minute: the first build may still be going on."""
    for _ in range(300):
        with contextlib.suppress(OSError), urllib.request.urlopen(address) as answer:  # noqa: S310 - the server's own
            yield answer.read().decode()
        time.sleep(0.1)


def test_there_is_one_test_command_and_it_measures_coverage() -> None:
    commands = [line for line in README.splitlines() if line.startswith("python3 -m venv") and "pytest" in line]
    assert commands == ["python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest --cov -n auto"]


@pytest.mark.parametrize(
    "command",
    [line for text in fences(README, "sh") for line in text.splitlines() if line.startswith("python build.py")],
)
def test_every_other_command_runs(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    words = command.split()[2:]
    fast = [] if words[0] == "schema" else ["--no-search"]
    result = CliRunner().invoke(main, [*words, *fast])
    assert result.exit_code == 0, result.output


def test_every_command_is_in_the_table() -> None:
    rows = re.findall(r"^\| `python build\.py ?(\w*)(?: [A-Z]+| \[[^`]*\])?` \|", README, re.MULTILINE)
    assert sorted(rows) == sorted(["", *(name for name in main.commands if name != "build")])


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", README)))))
def test_every_link_and_picture_is_there(target: str) -> None:
    if target.startswith("https://") or (
        target.endswith((".svg", ".md")) and target in "".join(fences(README, "markdown"))
    ):
        return
    path, _, fragment = target.partition("#")
    assert (ROOT / path).exists(), target
    if fragment:
        heads = re.findall(r"^#+ (.*)$", README, re.MULTILINE)
        assert fragment in [re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads]


def test_pictures_are_light_and_say_what_they_show() -> None:
    pictures = re.findall(r"!\[(.*?)\]\((docs/.*?)\)", README)
    assert len(pictures) >= 4
    for words, path in pictures:
        assert words
        assert (ROOT / path).stat().st_size <= 150_000, path
    assert {path for _, path in pictures} == {f"docs/{path.name}" for path in (ROOT / "docs").iterdir()}


@pytest.mark.parametrize(
    "folder", re.findall(r"^  (\w+)/ ", README.partition("build.py       the front")[2], re.MULTILINE)
)
def test_the_listed_folders_are_there(folder: str) -> None:
    assert (ROOT / "broadsheet" / folder / "__init__.py").is_file()


def test_every_layout_is_listed() -> None:
    named = set(re.findall(r"`([\w-]+\.html)`", layout_table()))
    frames = {"base.html", "search-form.html"}
    assert named == {path.name for path in (ROOT / "layouts").glob("*.html")} - frames
