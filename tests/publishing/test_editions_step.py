"""Editions that name one another: links across editions, slots, and the times at which something comes out."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import disk, editions_step, site_work

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadsheet.publishing.press import Edited
    from tests.conftest import Newsroom

A, B = "2025/04/16/a/index.html", "2025/03/01/b/index.html"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


def told(edited: Edited) -> list[str]:
    return [f"{found.place.file}: {found.code}: {found.hint}" for found in edited.diagnostics]


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    """A story of April that leads to a heading of one of March, and a third that has nothing to do with them."""
    newsroom.plain_layouts()
    newsroom.story("4/a.md", "见[乙](../3/b.md#半)。", date="2025-04-16")
    newsroom.story("3/b.md", "## 半 {#半}\n\n文。", date="2025-03-01")
    newsroom.story("2/c.md", date="2025-02-01")
    newsroom.built()
    return newsroom


def link(paper: Newsroom) -> str:
    """What the story of April leads to, "" where it has only the words."""
    text = unescape(paper.page("/2025/04/16/a/"))
    return text.partition('<a href="')[2].partition('"')[0]


def test_a_link_to_a_story_of_another_edition_leads_to_its_address(paper: Newsroom) -> None:
    assert link(paper) == "/2025/03/01/b/#半"
    assert paper.changed().made == set()


def test_a_story_that_gets_another_address_is_still_led_to(paper: Newsroom) -> None:
    paper.story("3/b.md", "## 半 {#半}\n\n文。", date="2025-03-01", slug="bee")
    changed = paper.changed()
    assert link(paper) == "/2025/03/01/bee/#半"
    assert A in changed.made
    assert B in changed.removed
    paper.story("3/b.md", "## 半 {#半}\n\n文。", date="2025-03-02")
    paper.built()
    assert link(paper) == "/2025/03/02/b/#半"


def test_only_who_leads_to_a_story_is_made_again_with_it(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    reading = disk.read
    content = paper.folder / "content"
    monkeypatch.setattr(disk, "read", lambda path: read.append(Path(path).resolve().as_posix()) or reading(path))
    paper.story("3/b.md", "## 半 {#半}\n\n新文。", date="2025-03-01")
    changed = paper.changed()
    assert (B in changed.made, A in changed.made) == (True, False)
    assert {f"{content}/3/b.md", f"{content}/4/a.md"} <= set(read)
    assert f"{content}/2/c.md" not in read


def test_a_heading_that_goes_is_missed(paper: Newsroom) -> None:
    paper.story("3/b.md", "## 一半\n\n文。", date="2025-03-01")
    (found,) = paper.build().diagnostics
    assert (found.code, found.place.file) == ("missing-fragment", "content/4/a.md")
    paper.story("3/b.md", "文。", date="2025-03-01")
    (found,) = paper.build().diagnostics
    assert (found.code, found.hint) == ("missing-fragment", "it has no headings; link to the story")


def test_a_story_that_goes_is_missed_and_found_where_it_comes_back(paper: Newsroom) -> None:
    text = (paper.folder / "content/3/b.md").read_bytes()
    paper.remove("content/3/b.md")
    assert told(paper.build()) == ["content/4/a.md: dead-link: name the file as seen from this one"]
    paper.write({"content/3/bb.md": "---\ntitle: 乙\ndate: 2025-03-01\n---\n"})
    assert told(paper.build()) == ['content/4/a.md: dead-link: did you mean "../3/bb.md"?']
    paper.write({"content/3/b.md": text})
    paper.built()
    assert link(paper) == "/2025/03/01/b/#半"


def test_a_broken_story_is_told_and_not_who_leads_to_it(paper: Newsroom) -> None:
    paper.write({"content/3/b.md": b"\xff"})
    assert [found.code for found in paper.build().diagnostics] == ["encoding"]


def test_a_story_that_is_not_released_is_led_to_once_it_is(paper: Newsroom) -> None:
    paper.story("3/b.md", "## 半 {#半}\n\n文。", date="2025-03-01", publish_at="2025-05-01T06:00")
    early, late = at("2025-05-01T05:59"), at("2025-05-01T06:00")
    for moment, leads, codes in ((early, "", ["unreleased-link"]), (late, "/2025/03/01/b/#半", [])):
        assert [found.code for found in paper.build(as_of=moment).diagnostics] == codes
        assert link(paper) == leads
    assert [found.code for found in paper.build(as_of=early).diagnostics] == ["unreleased-link"]
    assert (link(paper), B in paper.outputs()) == ("", False)
    paper.built(as_of=early, drafts=True)
    assert link(paper) == "/2025/03/01/b/#半"


def test_a_story_of_an_edition_that_is_not_out_is_not_led_to(paper: Newsroom) -> None:
    paper.edition("3", date="2025-03-01", release="2025-05-01T06:00")
    assert [found.code for found in paper.build(as_of=at("2025-05-01T05:59")).diagnostics] == ["unreleased-link"]
    assert link(paper) == ""
    paper.built(as_of=at("2025-05-01T06:00"))
    assert link(paper) == "/2025/03/01/b/#半"


def test_where_a_slots_story_stands_is_told_anew_when_it_moves(paper: Newsroom) -> None:
    paper.write({"content/newspaper.yaml": "url: https://p.example\nchecks: {empty-slot: warning}\n"})
    paper.edition("4", date="2025-04-16", pages=[{"number": "1", "grid": "a d\n"}])
    for day in ("2025-03-01", "2025-03-02"):
        paper.story("5/d.md", date=day)
        assert told(paper.build()) == [f"content/4/edition.yaml: empty-slot: it belongs to the edition of {day}"]
    paper.story("5/d.md", date=day, slug="other")
    assert told(paper.build()) == ["content/4/edition.yaml: empty-slot: there are: a"]


def test_a_draft_is_not_led_to(paper: Newsroom) -> None:
    paper.story("3/b.md", "文。", date="2025-03-01", draft="true")
    assert [found.code for found in paper.build().diagnostics] == ["unreleased-link"]
    assert link(paper) == ""


def test_what_was_found_is_told_again_by_every_build(paper: Newsroom) -> None:
    paper.story("3/b.md", "文。", date="2025-03-01", draft="true")
    first = paper.build().diagnostics
    assert [found.code for found in first] == ["unreleased-link"]
    assert paper.build().diagnostics == first
    paper.story("2/c.md", "新的。", date="2025-02-01")
    assert paper.build().diagnostics == first
    paper.remove("content/4/a.md")
    assert paper.built().published is not None


def test_pictures_and_documents_may_lie_in_other_folders(paper: Newsroom) -> None:
    paper.picture("3/p.svg", 11)
    paper.write({"content/3/rules.pdf": b"%PDF-1.4"})
    paper.story("4/a.md", '见[章程](../3/rules.pdf)。\n\n![图](../3/p.svg){credit="某"}', date="2025-04-16")
    paper.built()
    (old,) = (path for path in paper.outputs() if path.startswith("files/p."))
    paper.picture("3/p.svg", 99)
    changed = paper.changed()
    (new,) = (path for path in changed.made if path.startswith("files/p."))
    assert (changed.removed, A in changed.made, B in changed.made) == ({old}, True, False)
    assert new in paper.page("/2025/04/16/a/")
    paper.remove("content/3/p.svg")
    assert [found.code for found in paper.build().diagnostics] == ["missing-picture"]


GRID = {"date": "2025-04-16", "pages": [{"number": "1", "grid": "a b"}]}


def test_a_slot_of_a_story_of_another_edition_says_which(paper: Newsroom) -> None:
    paper.edition("4", **GRID)
    (found,) = paper.build().diagnostics
    assert (found.code, found.place.file) == ("empty-slot", "content/4/edition.yaml")
    assert (found.message, found.hint) == ('no story "b" in this edition', "it belongs to the edition of 2025-03-01")
    paper.story("3/b.md", "## 半 {#半}\n\n文。", date="2025-03-01", slug="bee")
    paper.story("2/c.md", date="2025-02-01", slug="b")
    (found,) = paper.build().diagnostics
    assert found.hint == "it belongs to the edition of 2025-02-01"


@pytest.mark.parametrize("chunk", [1, 2, 100])
def test_however_editions_are_handed_out_the_paper_is_the_same(
    paper: Newsroom, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(editions_step, "CHUNK", chunk)
    paper.built(output=paper.folder / "other", cache=paper.folder / ".other")
    assert paper.outputs("other") == paper.outputs()


def test_an_edition_that_comes_out_makes_what_leads_to_it_and_nothing_else(newsroom: Newsroom) -> None:
    newsroom.plain_layouts()
    newsroom.write({"content/newspaper.yaml": "title: 报\nsections: [城事]\n"})
    newsroom.story("a.md", date="2025-02-01", section="城事")
    newsroom.story("b.md", date="2025-04-15", section="城事")
    newsroom.edition("c", date="2025-04-16", release="2025-04-16T06:00")
    newsroom.story("c/c.md", section="城事")
    newsroom.built(as_of=at("2025-04-16T05:59"))
    before = newsroom.outputs()
    out = {
        "2025/04/16/index.html", "2025/04/16/1/index.html", "2025/04/16/c/index.html",
    }  # fmt: skip
    around = {
        "index.html", "404.html", "2025/04/15/index.html", "2025/04/15/1/index.html", "archive/index.html",
        "archive/2025/index.html", "archive/2025/04/index.html", "sections/城事/index.html",
        "sections/城事/2025/04/index.html",
    }  # fmt: skip
    assert newsroom.changed(as_of=at("2025-04-16T05:59:59")).made == set()
    changed = newsroom.changed(as_of=at("2025-04-16T06:00"))
    # These layouts show how many stories the month after has.
    assert changed.made == out | around | {"sections/城事/2025/02/index.html", "archive/2025/02/index.html"}
    assert changed.removed == set()
    assert newsroom.changed(as_of=at("2026-01-01T00:00")).made == set()
    back = newsroom.changed(as_of=at("2025-04-16T05:59"))
    assert back.removed == out
    assert newsroom.outputs() == before


def test_a_story_that_comes_out_later_joins_its_edition(newsroom: Newsroom) -> None:
    newsroom.plain_layouts()
    newsroom.story("a.md", date="2025-02-01")
    newsroom.story("b.md", date="2025-04-16")
    newsroom.story("c.md", date="2025-04-16", publish_at="2025-04-16T18:00")
    newsroom.built(as_of=at("2025-04-16T12:00"))
    before = newsroom.outputs()
    changed = newsroom.changed(as_of=at("2025-04-16T18:00"))
    assert changed.made == {
        "index.html", "2025/04/16/index.html", "2025/04/16/1/index.html", "2025/04/16/b/index.html",
        "2025/04/16/c/index.html", "archive/2025/04/index.html",
    }  # fmt: skip
    newsroom.changed(as_of=at("2025-04-16T12:00"))
    assert newsroom.outputs() == before


def test_a_paper_without_a_list_of_sections_follows_its_newest_edition(newsroom: Newsroom) -> None:
    newsroom.plain_layouts()
    newsroom.write({"layouts/parts/frame.html": "<body>{{ site.sections }}\n"})
    newsroom.story("a.md", date="2025-02-01", section="体育")
    newsroom.built()
    pages = {path for path in newsroom.outputs() if path.endswith(".html")}
    newsroom.story("b.md", date="2025-04-16", section="要闻")
    assert pages <= newsroom.changed().made
    assert newsroom.changed().made == set()
    newsroom.story("b.md", date="2025-04-16", section="城事")
    changed = newsroom.changed()
    assert pages <= changed.made
    assert changed.removed == {"sections/要闻/index.html", "sections/要闻/2025/04/index.html"}
    newsroom.story("b.md", date="2025-04-16", section="城事", publish_at="2025-04-16T18:00")
    newsroom.story("c.md", date="2025-04-16")
    assert "sections/城事/index.html" in newsroom.changed(as_of=at("2025-04-16T12:00")).removed
    assert pages <= newsroom.changed(as_of=at("2025-04-16T18:00")).made
    newsroom.built(output=newsroom.folder / "clean", cache=newsroom.folder / ".clean", as_of=at("2025-04-16T18:00"))
    assert newsroom.outputs() == newsroom.outputs("clean")


@pytest.mark.parametrize(
    "change",
    [
        lambda n: n.write({"content/newspaper.yaml": "timezone: Europe/Berlin\n"}),
        lambda n: n.write({"content/newspaper.yaml": "language: en\n"}),
    ],
    ids=["the time zone", "the language"],
)
def test_a_setting_that_reading_depends_on_means_reading_all_again(
    paper: Newsroom, change: Callable[[Newsroom], None]
) -> None:
    change(paper)
    paper.built()
    paper.built(output=paper.folder / "clean", cache=paper.folder / ".clean")
    assert paper.outputs() == paper.outputs("clean")


def test_an_edition_that_goes_takes_all_that_it_made(paper: Newsroom) -> None:
    paper.remove("content/4/a.md")
    changed = paper.changed()
    assert {A, "2025/04/16/index.html", "2025/04/16/1/index.html", "archive/2025/04/index.html"} <= changed.removed
    paper.built(output=paper.folder / "clean", cache=paper.folder / ".clean")
    assert paper.outputs() == paper.outputs("clean")


@pytest.mark.parametrize("layout", ["article.html", "archive-month.html", "listing.html", "imprint.html"])
@pytest.mark.parametrize("fault", ["{% if %}", "{% include 'parts/none.html' %}", "{{ view.nothing_of_that }}"])
def test_a_layout_at_fault_is_told_once_and_keeps_the_paper_back(paper: Newsroom, layout: str, fault: str) -> None:
    before = paper.outputs()
    paper.story("2/c.md", "新的。", date="2025-02-01", byline="记者 李某")
    paper.story("2/d.md", date="2025-02-01", byline="记者 王某")
    paper.write({f"layouts/{layout}": fault})
    edited = paper.build()
    assert [(found.place.file, found.code.partition("-")[0]) for found in edited.diagnostics] == [
        (f"layouts/{layout}", "layout")
    ]
    assert edited.published is None
    assert paper.outputs() == before


def test_of_a_grid_whose_stories_edition_yaml_can_no_longer_be_read_nothing_is_said(paper: Newsroom) -> None:
    paper.edition("4", **GRID)
    paper.story("4/a.md", date="2025-04-16", page="7")
    assert {found.code for found in paper.build().diagnostics} == {"empty-slot", "unknown-page"}
    paper.write({"content/4/edition.yaml": "date: ["})
    assert [found.code for found in paper.build().diagnostics] == ["yaml-syntax"]


def test_a_story_that_the_machine_no_longer_reads_has_no_headings(paper: Newsroom) -> None:
    """Nothing is said of it but that: its own edition tells why."""
    (paper.folder / "content/3/b.md").unlink()
    (paper.folder / "content/3/b.md").symlink_to("nowhere.md")
    assert [found.code for found in paper.build().diagnostics] == ["unreadable-file"]


def test_feeds_are_filled_from_as_many_months_as_it_takes(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_work, "NEWEST", 2)
    newsroom.write({"content/newspaper.yaml": "url: https://p.example\nsections: [城事, 副刊]\n"})
    for number, month in enumerate((1, 2, 3, 4)):
        newsroom.story(f"s{month}.md", date=f"2025-0{month}-01", section=("城事", "副刊")[number % 2])
    newsroom.built()
    feeds = newsroom.outputs()

    def fed(path: str) -> list[str]:
        return re.findall(r"<id>https://p.example/2025/../01/(s.)/</id>", feeds[path].decode())

    assert fed("feed.xml") == ["s4", "s3"]
    assert fed("sections/城事/feed.xml") == ["s3", "s1"]
    assert fed("sections/副刊/feed.xml") == ["s4", "s2"]
