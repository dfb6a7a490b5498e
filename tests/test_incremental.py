"""What changed, and exactly which outputs are made again.

The paper has tiny layouts that show all that they see, so that every page that could differ does.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.publishing import crew, disk, editions_step, making, sources, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Newsroom

A = "2025/04/16/a/index.html"
B = "2025/04/16/b/index.html"
C = "2025/04/16/c/index.html"
OLD = "2025/03/01/old/index.html"
PAGE_1 = "2025/04/16/1/index.html"
PAGE_2 = "2025/04/16/2/index.html"
FRONT = "2025/04/16/index.html"
APRIL = {"archive/2025/04/index.html"}
SECTION = {"sections/城事/index.html", "sections/城事/2025/04/index.html"}
BYLINE = {"bylines/李某/index.html", "bylines/李某/2025/04/index.html"}


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    newsroom.plain_layouts()
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\nsections: [城事]\n", "assets/broadsheet.css": "b{}"})
    newsroom.picture("p.svg")
    newsroom.story("a.md", "甲的正文。", date="2025-04-16", page="1", section="城事", byline="记者 李某")
    newsroom.story(
        "b.md", "乙的正文。", date="2025-04-16", page="1", images=[{"src": "p.svg", "alt": "图", "credit": "某"}]
    )
    newsroom.story("c.md", "丙的正文。", date="2025-04-16", page="2")
    newsroom.story("old.md", "旧的正文。", date="2025-03-01")
    newsroom.built()
    return newsroom


def rewrite(newsroom: Newsroom, file: str, old: str, new: str) -> None:
    text = (newsroom.folder / file).read_text(encoding="utf-8")
    assert old in text
    newsroom.write({file: text.replace(old, new)})


CHANGES: dict[str, tuple[Callable[[Newsroom], None], set[str], set[str]]] = {
    "nothing": (lambda _: None, set(), set()),
    "a file's time only": (lambda n: os.utime(n.folder / "content/a.md", (1, 1)), set(), set()),
    "an output's time only": (lambda n: os.utime(n.folder / "public/index.html", (1, 1)), set(), set()),
    "a tag, which only the story shows": (
        lambda n: rewrite(n, "content/c.md", "---\n丙", "tags: [水]\n---\n丙"),
        {C},
        set(),
    ),
    "a body": (
        lambda n: rewrite(n, "content/c.md", "丙的正文。", "丙的新正文。"),
        {C, PAGE_2, FRONT, "index.html", *APRIL},
        set(),
    ),
    "a headline": (
        lambda n: rewrite(n, "content/a.md", '"a"', '"新题"'),
        # Its neighbour b leads back to it.
        {A, B, PAGE_1, FRONT, "index.html", *APRIL, *SECTION, *BYLINE},
        set(),
    ),
    "a correction": (
        lambda n: rewrite(n, "content/c.md", "---\n丙", 'corrections: [{date: 2025-04-17, text: "应为丁"}]\n---\n丙'),
        {C, "corrections/index.html"},
        set(),
    ),
    "a picture": (
        lambda n: n.picture("p.svg", 99),
        {A, B, PAGE_1, FRONT, "index.html", *APRIL, "files/p.NEW.svg"},
        {"files/p.OLD.svg"},
    ),
    "a layout": (
        lambda n: rewrite(n, "layouts/archive-year.html", "}}", "}} !"),
        {"archive/2025/index.html"},
        set(),
    ),
    "a story deleted": (
        lambda n: n.remove("content/c.md"),
        # Page 2 had no other story, so the edition has one page less.
        {A, B, PAGE_1, FRONT, "index.html", *APRIL},
        {C, PAGE_2},
    ),
    "a story moved to another page": (
        lambda n: rewrite(n, "content/b.md", '"1"', '"2"'),
        {A, B, C, PAGE_1, PAGE_2, FRONT, "index.html", *APRIL, *SECTION, *BYLINE},
        set(),
    ),
    "an output deleted by hand": (lambda n: n.remove(f"public/{A}"), {A}, set()),
    "an output tampered with": (lambda n: n.write({f"public/{A}": "假的"}), {A}, set()),
    "an asset deleted by hand": (
        lambda n: shutil.rmtree(n.folder / "public/files"),
        {"files/p.OLD.svg"},
        set(),
    ),
    "a new edition": (
        lambda n: n.story("new.md", date="2025-05-01"),
        {
            "2025/05/01/index.html", "2025/05/01/1/index.html", "2025/05/01/new/index.html", "index.html",
            "404.html", "archive/index.html", "archive/2025/index.html", "archive/2025/05/index.html",
            # The edition before it gets its way forward, and so does its month.
            FRONT, PAGE_1, PAGE_2, *APRIL,
        },
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_exactly_what_sees_the_change_is_made_again(paper: Newsroom, change: str) -> None:
    act, made, removed = CHANGES[change]
    before = paper.outputs()
    act(paper)
    changed = paper.changed()
    old, new = ({path for path in files if path.startswith("files/p.")} for files in (before, paper.outputs()))
    names = {"files/p.OLD.svg": next(iter(old)), "files/p.NEW.svg": next(iter(new))}
    assert changed.made == {names.get(path, path) for path in made}
    assert changed.removed == {names.get(path, path) for path in removed}
    assert changed.kept == paper.outputs().keys() - changed.made


@pytest.mark.parametrize(
    "change",
    [
        lambda n: rewrite(n, "layouts/parts/frame.html", "{{", "# {{"),
        lambda n: n.write({"assets/broadsheet.css": "i{}"}),
        lambda n: rewrite(n, "content/newspaper.yaml", "津渡日报", "津渡晚报"),
    ],
    ids=["an included layout", "the style sheet", "a setting"],
)
def test_what_every_page_sees_makes_every_page_again(paper: Newsroom, change: Callable[[Newsroom], None]) -> None:
    pages = {path for path in paper.outputs() if path.endswith(".html")}
    change(paper)
    assert {path for path in paper.changed().made if path.endswith(".html")} == pages


def older_format(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE outputs (path TEXT PRIMARY KEY)")
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def without_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE units")
    connection.close()


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"no database at all"),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(b""),
        older_format,
        without_table,
    ],
    ids=["deleted", "no database", "cut off", "empty", "older", "without its table"],
)
def test_a_damaged_ledger_means_start_over_quietly(paper: Newsroom, harm: Callable[[Path], None]) -> None:
    before = paper.outputs()
    harm(paper.folder / ".cache/ledger.db")
    assert paper.changed().made == set(before)
    assert paper.outputs() == before
    assert paper.changed().made == set()


def test_foreign_files_are_never_touched(paper: Newsroom) -> None:
    foreign = {
        "public/CNAME": "paper.example",
        "public/2025/04/16/notes.txt": "手记",
        "public/own/index.html": "自己的",
    }
    paper.write(foreign)
    paper.remove("content/a.md")
    paper.remove("content/b.md")
    paper.remove("content/c.md")
    paper.built()
    left = paper.outputs()
    assert {f"public/{path}": left[path].decode() for path in left if f"public/{path}" in foreign} == foreign
    assert not (paper.folder / "public/2025/04/16/a").exists()


def test_an_error_changes_nothing(paper: Newsroom) -> None:
    before, times = paper.outputs(), {p: p.stat().st_mtime_ns for p in (paper.folder / "public").rglob("*")}
    paper.story("a.md", "新的", date="2025-04-16", sektion="城事")
    paper.story("d.md", date="2025-04-16")
    edited = paper.build()
    assert (edited.sound, edited.published) == (False, None)
    assert paper.outputs() == before
    assert {p: p.stat().st_mtime_ns for p in (paper.folder / "public").rglob("*")} == times


@pytest.mark.parametrize("nth", range(9))
def test_a_build_cut_off_while_publishing_is_made_whole_by_the_next(
    paper: Newsroom, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    calls = iter(range(1000))
    move, move_whole = disk.move, disk._moved_whole

    def failing(source: Path, target: Path) -> None:
        if next(calls) == nth:
            raise OSError(28, "No space left on device", str(target))
        move(source, target)

    def failing_whole(source: str, target: Path) -> bool:
        if next(calls) == nth:
            raise OSError(28, "No space left on device", str(target))
        return move_whole(source, target)

    paper.story("new.md", date="2025-05-01", byline="记者 王某")
    with monkeypatch.context() as patch:
        patch.setattr(disk, "move", failing)
        patch.setattr(disk, "_moved_whole", failing_whole)
        with pytest.raises(OSError, match="No space left"):
            paper.build()
    # What was to come is gone again, so that files put in place before the cut would be orphans.
    paper.remove("content/new.md")
    paper.built()
    paper.built(output=paper.folder / "clean", cache=paper.folder / ".clean")
    assert paper.outputs() == paper.outputs("clean")


def test_deletions_that_were_cut_off_are_finished_by_the_next_build(
    paper: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Path, _: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    paper.remove("content/c.md")
    with monkeypatch.context() as patch:
        patch.setattr(disk, "remove", failing)
        with pytest.raises(PermissionError):
            paper.build()
    assert C in paper.outputs()
    paper.built()
    assert C not in paper.outputs()


def test_two_output_folders_of_one_cache_are_kept_apart(paper: Newsroom) -> None:
    paper.built(output=paper.folder / "other")
    paper.remove("content/c.md")
    paper.built(output=paper.folder / "other")
    assert C in paper.outputs()
    assert C not in paper.outputs("other")
    paper.built()
    assert C not in paper.outputs()


def test_two_output_folders_of_one_cache_can_be_built_at_once(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    make = making.SiteStep.make

    def meanwhile(*given: Any) -> Any:
        monkeypatch.setattr(making.SiteStep, "make", make)
        paper.built(output=paper.folder / "other")
        return make(*given)

    monkeypatch.setattr(making.SiteStep, "make", meanwhile)
    paper.built(output=paper.folder / "one")
    assert paper.outputs("one") == paper.outputs("other") == paper.outputs()


def test_two_clean_builds_are_the_same_to_the_byte(newsroom: Newsroom) -> None:
    fill(newsroom, 6)
    newsroom.built(output=newsroom.folder / "one", cache=newsroom.folder / ".one")
    newsroom.built(output=newsroom.folder / "two", cache=newsroom.folder / ".two")
    assert newsroom.outputs("one") == newsroom.outputs("two")


def test_the_number_of_workers_makes_no_difference(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 1)
    monkeypatch.setattr(sources, "CHUNK", 2)
    monkeypatch.setattr(editions_step, "CHUNK", 2)
    monkeypatch.setattr(verify, "ENOUGH", 1)
    monkeypatch.setattr(verify, "CHUNK", 5)
    fill(newsroom, 7)
    for name, workers in (("one", 1), ("two", 2)):
        newsroom.built(output=newsroom.folder / name, cache=newsroom.folder / f".{name}", workers=workers)
    assert newsroom.outputs("one") == newsroom.outputs("two")
    newsroom.story("0/s0.md", "新的正文。", date="2025-04-10", section="城事")
    newsroom.remove("content/1/s5.md")
    for name, workers in (("one", 1), ("two", 2)):
        newsroom.remove(f"{name}/2025/04/11/s1/index.html")
        changed = newsroom.changed(name, cache=newsroom.folder / f".{name}", workers=workers)
        assert "2025/04/11/s1/index.html" in changed.made
        assert "2025/04/12/s5/index.html" in changed.removed
    assert newsroom.outputs("one") == newsroom.outputs("two")


def test_the_order_of_files_on_disk_makes_no_difference(newsroom: Newsroom) -> None:
    fill(newsroom, 6)
    newsroom.built(output=newsroom.folder / "one", cache=newsroom.folder / ".one")
    files = newsroom.outputs("content")
    shutil.rmtree(newsroom.folder / "content")
    newsroom.write({f"content/{name}": data for name, data in reversed(files.items())})
    newsroom.built(output=newsroom.folder / "two", cache=newsroom.folder / ".two")
    assert newsroom.outputs("one") == newsroom.outputs("two")


def fill(newsroom: Newsroom, count: int) -> None:
    for number in range(count):
        newsroom.story(
            f"{number % 2}/s{number}.md", date=f"2025-04-{10 + number % 3}", section="城事", byline="记者 李某"
        )


STEPS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.sampled_from(["write", "delete", "draft"]), st.integers(1, 3), st.integers(1, 2)
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_was_done_before_a_build_is_a_clean_build(
    newsroom: Newsroom, steps: list[tuple[str, str, int, int]]
) -> None:
    for folder in ("content", "public", ".cache", "clean", ".clean"):
        shutil.rmtree(newsroom.folder / folder, ignore_errors=True)
    newsroom.plain_layouts()
    newsroom.story("steady.md", date="2025-04-01")
    for name, deed, day, page in steps:
        if deed == "delete":
            (newsroom.folder / f"content/{name}.md").unlink(missing_ok=True)
        else:
            newsroom.story(f"{name}.md", date=f"2025-04-0{day}", page=str(page), draft=str(deed == "draft").lower())
        newsroom.built()
    newsroom.built(output=newsroom.folder / "clean", cache=newsroom.folder / ".clean")
    assert newsroom.outputs() == newsroom.outputs("clean")


def test_moving_from_page_to_page_keeps_the_address(paper: Newsroom) -> None:
    rewrite(paper, "content/b.md", '"1"', '"2"')
    paper.built()
    assert B in paper.outputs()


def test_a_paper_without_a_title_is_called_after_its_folder_wherever_that_is_moved(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.plain_layouts()
    newsroom.story("a.md", date="2025-04-16")
    newsroom.built()
    moved = newsroom.folder.rename(newsroom.folder.with_name("津渡"))
    monkeypatch.chdir(moved)
    newsroom = replace(newsroom, folder=moved)
    newsroom.built()
    assert "<body>津渡 " in newsroom.page("/")


@pytest.mark.parametrize("first", ["/old/x.html", "/old/x.html/more/"])
def test_a_file_may_become_a_folder_and_a_folder_a_file(paper: Newsroom, first: str) -> None:
    for alias in (first, "/old/x.html", "/old/x.html/more/", "/old/x.html"):
        paper.story("z.md", date="2025-04-16", page="2", aliases=[alias])
        paper.built()
        clean = paper.built(output=paper.folder / "clean", cache=paper.folder / ".clean")
        assert clean.published
        assert paper.outputs() == paper.outputs("clean")
        shutil.rmtree(paper.folder / "clean")


def test_another_time_is_another_paper(paper: Newsroom) -> None:
    changed = paper.changed(as_of=datetime.fromisoformat("2025-03-02T00:00+08:00"))
    assert A in changed.removed
    assert OLD in paper.outputs()


def test_a_build_of_nothing_new_reads_and_writes_no_output(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    touched: list[str] = []
    read, write, write_at = disk.read, disk.write, disk.write_at

    def reading(path: str | Path) -> bytes:
        touched.append(str(path))
        return read(path)

    monkeypatch.setattr(disk, "read", reading)
    monkeypatch.setattr(disk, "write", lambda path, data: touched.append(path.as_posix()) or write(path, data))
    monkeypatch.setattr(disk, "write_at", lambda path, data: touched.append(path) or write_at(path, data))
    paper.built()
    assert [path for path in touched if not path.startswith(("content/", "layouts/", "assets/", "/"))] == []
    # Files of another time are read once, to see that they are the same.
    for path in (paper.folder / "public").rglob("*.html"):
        os.utime(path, (1, 1))
    paper.built()
    assert len([path for path in touched if path.startswith("public/")]) == len(
        [*(paper.folder / "public").rglob("*.html")]
    )
    touched.clear()
    paper.built()
    assert [path for path in touched if path.startswith("public/")] == []
