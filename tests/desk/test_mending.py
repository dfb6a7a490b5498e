"""`check --fix`: what is certain is put right, only there, and once for all."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from broadsheet.cli import main
from broadsheet.desk.check import check_paper, fix_paper
from broadsheet.desk.mending import mend

if TYPE_CHECKING:
    from click.testing import Result

    from tests.conftest import Newsroom

STORY = '---\ntitle: 街角,书店\ndate: 2025-04-16\n---\n　　店主说:"好"。\n　　他吃了了饭。\n'
MENDED = "---\ntitle: 街角，书店\ndate: 2025-04-16\n---\n店主说：“好”。\n\n他吃了了饭。\n"
CODES = ["half-width-mark", "typed-indent", "half-width-mark", "straight-quote", "straight-quote", "typed-indent"]


def run(*options: str) -> Result:
    always = ["--no-search", "--workers", "1", "--as-of", "2025-05-01T00:00+08:00"]
    return CliRunner().invoke(main, ["check", *always, *options])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_only_the_named_places_change(newsroom: Newsroom, end: str, mark: bytes) -> None:
    newsroom.write({"content/a.md": mark + STORY.replace("\n", end).encode()})
    (newsroom.folder / "content/a.md").chmod(0o640)
    edited, mended = fix_paper(newsroom.settings)
    assert (newsroom.folder / "content/a.md").read_bytes() == mark + MENDED.replace("\n", end).encode()
    assert stat.S_IMODE((newsroom.folder / "content/a.md").stat().st_mode) == 0o640
    assert [(file.file, file.places) for file in mended] == [("content/a.md", 6)]
    assert [told.code for told in edited.diagnostics] == ["doubled-word"]
    assert [path.name for path in (newsroom.folder / "content").iterdir()] == ["a.md"]


def test_a_second_time_there_is_nothing_to_mend(newsroom: Newsroom) -> None:
    newsroom.write({"content/a.md": STORY})
    fix_paper(newsroom.settings)
    before = (newsroom.folder / "content/a.md").stat()
    edited, mended = fix_paper(newsroom.settings)
    assert mended == ()
    assert not [told for told in edited.diagnostics if told.mend is not None]
    assert (newsroom.folder / "content/a.md").stat().st_mtime_ns == before.st_mtime_ns


def test_letters_that_are_typed_as_two_characters_stay_so(newsroom: Newsroom) -> None:
    newsroom.write({"content/a.md": "---\ntitle: 题\ndate: 2025-04-16\n---\ncafe\u0301的店,开了;cafe\u0301好(好)。\n"})
    fix_paper(newsroom.settings)
    mended = (newsroom.folder / "content/a.md").read_text(encoding="utf-8")
    assert mended.endswith("cafe\u0301的店，开了；cafe\u0301好（好）。\n")


def test_what_an_editor_must_decide_and_what_a_line_opts_out_of_stays(newsroom: Newsroom) -> None:
    body = '约翰.史密斯,来。<!-- check: off half-width-mark "a list" -->\n\n一"个。\n\n他吃了了饭。\n'
    newsroom.write({"content/a.md": f'---\ntitle: "说\\"好\\""\ndate: 2025-04-16\n---\n{body}'})
    before = newsroom.outputs("content")
    assert fix_paper(newsroom.settings)[1] == ()
    assert newsroom.outputs("content") == before


def test_a_rule_that_is_off_mends_nothing(newsroom: Newsroom) -> None:
    off = "checks: {half-width-mark: off, straight-quote: off, typed-indent: off}\n"
    newsroom.write({"content/newspaper.yaml": off, "content/a.md": STORY})
    assert fix_paper(newsroom.settings)[1] == ()


def test_a_file_that_changed_meanwhile_keeps_what_differs(newsroom: Newsroom) -> None:
    newsroom.write({"content/a.md": STORY})
    found = check_paper(newsroom.settings).diagnostics
    newsroom.write({"content/a.md": STORY.replace("店主", "店员").replace("　　他吃了了饭。\n", "")})
    (mended,) = mend(found, Path("content"), "content")
    assert mended.places == 2
    assert mended.after.decode() == '---\ntitle: 街角，书店\ndate: 2025-04-16\n---\n店员说:"好"。\n'


def test_the_command_mends_and_says_where(newsroom: Newsroom) -> None:
    newsroom.write({"content/a.md": STORY})
    result = run("--fix")
    assert result.exit_code == 0
    assert result.stderr.startswith("content/a.md: 6 mended\ncontent/a.md:7:3: warning[doubled-word]")
    assert run("--fix", "--quiet").stderr.startswith("content/a.md:7:3: warning[doubled-word]")


def test_a_dry_run_shows_the_difference_and_writes_nothing(newsroom: Newsroom) -> None:
    newsroom.write({"content/a.md": STORY})
    result = run("--fix", "--dry-run", "--quiet")
    assert result.stdout == (
        "--- content/a.md\n+++ content/a.md\n@@ -1,6 +1,7 @@\n ---\n-title: 街角,书店\n+title: 街角，书店\n"
        ' date: 2025-04-16\n ---\n-　　店主说:"好"。\n-　　他吃了了饭。\n+店主说：“好”。\n+\n+他吃了了饭。\n'
    )
    assert (newsroom.folder / "content/a.md").read_text(encoding="utf-8") == STORY
    as_json = run("--fix", "--dry-run", "--format", "json")
    assert [row["code"] for row in json.loads(as_json.stdout)] == [*CODES, "doubled-word"]
    assert "+店主说：“好”。" in as_json.stderr


def test_the_json_says_where_and_what_belongs_there(newsroom: Newsroom) -> None:
    newsroom.write({"content/a.md": STORY})
    rows = json.loads(run("--format", "json").stdout)
    lines = STORY.split("\n")
    assert [(lines[r["line"] - 1][r["column"] - 1 : r["column"] - 1 + r["length"]], r["mend"]) for r in rows] == [
        (",", "，"), ("　　", ""), (":", "："), ('"', "“"), ('"', "”"), ("　　", "\n"), ("了了", None),
    ]  # fmt: skip
    assert (
        "::warning file=content/a.md,line=2,col=10,endColumn=11,title=half-width-mark::"
        in run("--format", "github").stdout
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--fix", "--content", "memory://paper/content"], "--fix writes to folders of this machine"),
        (["--dry-run"], "--dry-run belongs to --fix"),
    ],
)
def test_wrong_usage_is_told(options: list[str], says: str) -> None:
    result = run(*options)
    assert result.exit_code == 2
    assert says in result.stderr
