"""The whole site as jobs: editions, neighbours, sections, bylines, the archive and the pages of the house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from broadsheet.planning.makeup import COLUMNS

if TYPE_CHECKING:
    from tests.conftest import Newsroom


def name(ref: object) -> str:
    """The address of a neighbour, "" for none."""
    return getattr(ref, "address", "")


def test_a_small_paper_has_these_pages(newsroom: Newsroom) -> None:
    newsroom.story(
        "d/park.md",
        date="2025-04-16",
        section="城事",
        byline="记者 李某",
        page="A05",
        aliases=["/old/park.html", "park"],
    )
    layouts = {address: job.layout for address, job in newsroom.jobs().items()}
    assert layouts == {
        "/": "edition.html",
        "/2025/04/16/": "edition.html",
        "/2025/04/16/A05/": "page.html",
        "/2025/04/16/park/": "article.html",
        "/old/park.html": "article.html",
        "/park/": "article.html",
        "/sections/城事/": "listing.html",
        "/sections/城事/2025/04/": "listing.html",
        "/bylines/李某/": "listing.html",
        "/bylines/李某/2025/04/": "listing.html",
        "/archive/": "archive.html",
        "/archive/2025/": "archive-year.html",
        "/archive/2025/04/": "archive-month.html",
        "/corrections/": "corrections.html",
        "/imprint/": "imprint.html",
        "/search/": "search.html",
        "/404.html": "404.html",
    }


def test_every_view_knows_its_address(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16", section="城事", byline="记者 李某", aliases=["x"])
    assert all(address == view.address for address, view in newsroom.views().items())


@pytest.mark.parametrize(
    ("as_of", "home"),
    [
        ("2025-04-16T12:00+08:00", "2025-04-16"),
        ("2025-04-17T04:59+08:00", "2025-04-16"),
        ("2025-04-17T05:00+08:00", "2025-04-17"),
        ("2025-04-17T17:00+08:00", "2025-04-17 evening"),
    ],
)
def test_home_is_the_newest_edition_that_is_out(newsroom: Newsroom, as_of: str, home: str) -> None:
    newsroom.story("a.md", date="2025-04-16")
    newsroom.edition("b", date="2025-04-17", release="2025-04-17T05:00")
    newsroom.story("b/b.md")
    newsroom.edition("c", date="2025-04-17", label="evening", release="2025-04-17T17:00")
    newsroom.story("c/c.md")
    view = newsroom.views(as_of)["/"]
    assert f"{view.edition.date} {view.edition.label}".strip() == home
    assert (view.is_home, view.next) == (True, None)


def test_editions_lead_to_the_ones_before_and_after_them_over_days_without_one(newsroom: Newsroom) -> None:
    for day in ("2025-03-30", "2025-04-02"):
        newsroom.story(f"{day}.md", date=day)
    newsroom.story("morning.md", date="2025-04-02", edition="morning")
    newsroom.story("evening.md", date="2025-04-02", edition="evening")
    views = newsroom.views()
    order = ["/2025/03/30/", "/2025/04/02-morning/", "/2025/04/02/", "/2025/04/02-evening/"]
    for before, here, after in zip(["", *order], order, [*order[1:], ""], strict=False):
        for view in (views[here], views[f"{here}1/"]):
            edition = (view.previous, view.next) if view is views[here] else (view.previous_edition, view.next_edition)
            assert tuple(map(name, edition)) == (before, after)
    assert name(views["/"].previous) == order[-2]


def test_pages_and_stories_lead_to_their_neighbours(newsroom: Newsroom) -> None:
    newsroom.edition("d", date="2025-04-16", pages=[{"number": "A1"}, {"number": "A4"}, {"number": "B1"}])
    for slug in "abc":
        newsroom.story(f"d/{slug}.md", page="A1")
    newsroom.story("d/z.md", page="B1")
    views = newsroom.views()
    root = "/2025/04/16/"
    around = {
        page: (name(views[f"{root}{page}/"].previous), name(views[f"{root}{page}/"].next))
        for page in ("A1", "A4", "B1")
    }
    assert around == {
        "A1": ("", f"{root}A4/"),
        "A4": (f"{root}A1/", f"{root}B1/"),
        "B1": (f"{root}A4/", ""),
    }
    beside = {slug: (name(views[f"{root}{slug}/"].previous), name(views[f"{root}{slug}/"].next)) for slug in "abcz"}
    assert beside == {
        "a": ("", f"{root}b/"),
        "b": (f"{root}a/", f"{root}c/"),
        "c": (f"{root}b/", ""),
        "z": ("", ""),
    }


def test_a_front_has_its_lead_four_secondaries_and_ten_briefs(newsroom: Newsroom) -> None:
    for number in range(20):
        newsroom.story(f"s{number:02}.md", date="2025-04-16", page="1" if number < 10 else "2")
    newsroom.story("big.md", date="2025-04-16", page="2", importance="1")
    view = newsroom.views()["/"]
    assert view.lead.title == ("s00",)
    assert [card.title[0] for card in view.secondaries] == ["big", "s01", "s02", "s03"]
    assert len(view.briefs) == 10
    assert sum(len(block.cards) for block in view.index) == 21


def test_an_edition_without_stories_has_no_lead(newsroom: Newsroom) -> None:
    newsroom.edition("d", date="2025-04-16", pages=[{"number": "1", "kind": "advertisement"}])
    views = newsroom.views()
    assert views["/"].lead is None
    assert (views["/2025/04/16/1/"].slots, views["/2025/04/16/1/"].rows) == ((), 1)


def test_slots_are_where_the_editor_drew_them(newsroom: Newsroom) -> None:
    newsroom.edition(
        "d",
        date="2025-04-16",
        pages=[{"number": "1", "name": "要闻", "editors": {"责任编辑": "李某"}, "grid": "a a b\na a .\nc c c"}],
    )
    for slug in "abc":
        newsroom.story(f"d/{slug}.md")
    view = newsroom.views()["/2025/04/16/1/"]
    drawn = [(slot.card.title[0], slot.column, slot.columns, slot.row, slot.rows) for slot in view.slots]
    assert drawn == [("a", 1, 2, 1, 2), ("b", 3, 1, 1, 1), ("c", 1, 3, 3, 1)]
    assert (view.columns, view.rows, view.editors[0].role, view.editors[0].name) == (3, 3, "责任编辑", "李某")


def test_a_story_in_no_slot_stands_below_the_drawn_page(newsroom: Newsroom) -> None:
    newsroom.edition("d", date="2025-04-16", pages=[{"number": "1", "grid": "a b\na b"}])
    for slug in "abc":
        newsroom.story(f"d/{slug}.md")
    slot = newsroom.views()["/2025/04/16/1/"].slots[-1]
    assert slot.card.title == ("c",)
    assert (slot.column, slot.columns, slot.rows) == (1, 2, 1)
    assert slot.row > 2


def test_a_page_without_a_grid_is_made_up(newsroom: Newsroom) -> None:
    for slug in "abc":
        newsroom.story(f"{slug}.md", date="2025-04-16")
    view = newsroom.views()["/2025/04/16/1/"]
    assert (view.columns, view.rows, view.slots[0].size) == (COLUMNS, 2, "lead")


def test_a_story_that_jumps_stands_on_both_pages(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16", page="A01", jump_to="a4")
    newsroom.story("b.md", date="2025-04-16", page="A04")
    views = newsroom.views()
    assert name(views["/2025/04/16/a/"].jump) == "/2025/04/16/A04/"
    slots = views["/2025/04/16/A04/"].slots
    assert [(slot.card.title[0], name(slot.continued_from), slot.row) for slot in slots] == [
        ("b", "", 1), ("a", "/2025/04/16/A01/", 2),
    ]  # fmt: skip
    assert views["/2025/04/16/b/"].jump is None


def test_sections_and_bylines_are_paged_by_month(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "sections: [{name: 城事, slug: city}, {name: 副刊, slug: back}]\n"})
    for day in ("2025-02-03", "2025-04-16", "2025-04-17"):
        newsroom.story(f"{day}.md", date=day, section="城事", byline="记者 李某")
        newsroom.story(f"{day}-t.md", date=day, teaser_of=day, byline="记者 李某")
    views = newsroom.views()
    for root in ("/sections/city/", "/bylines/李某/"):
        newest, april, february = (views[root + month] for month in ("", "2025/04/", "2025/02/"))
        assert [(month.year, month.month, month.count) for month in newest.months] == [(2025, 4, 2), (2025, 2, 1)]
        assert [str(group.edition.date) for group in newest.groups] == ["2025-04-17", "2025-04-16"]
        assert newest.groups == april.groups
        assert (newest.newest, april.newest, april.months, april.roles) == (True, False, (), ())
        assert (name(april.previous), name(april.next)) == (f"{root}2025/02/", "")
        assert (name(february.previous), name(february.next)) == ("", f"{root}2025/04/")
    assert views["/bylines/李某/"].roles == ("记者",)
    empty = views["/sections/back/"]
    assert (empty.month, empty.groups, empty.months) == (None, (), ())


def test_a_past_months_pages_are_final(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "sections: [城事]\n"})
    for day in ("2025-01-10", "2025-02-10", "2025-03-10"):
        newsroom.story(f"{day}.md", date=day, section="城事", byline="记者 李某")
    before = newsroom.views()
    newsroom.story("new.md", date="2025-04-10", section="城事", byline="记者 李某")
    after = newsroom.views()
    changed = {address for address, view in before.items() if after[address] != view}
    assert changed == {
        "/", "/404.html", "/search/", "/archive/", "/archive/2025/", "/sections/城事/", "/bylines/李某/",
        # The neighbour gets its way forward.
        "/archive/2025/03/", "/sections/城事/2025/03/", "/bylines/李某/2025/03/", "/2025/03/10/", "/2025/03/10/1/",
    }  # fmt: skip


def test_one_person_however_the_name_is_typed_has_one_page(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16", byline="By Jane Doe", language="en")
    newsroom.story("b.md", date="2025-04-16", byline="By JANE DOE", language="en")
    views = newsroom.views()
    assert len(views["/bylines/jane-doe/"].groups[0].cards) == 2


def test_the_archive_is_a_calendar(newsroom: Newsroom) -> None:
    for day, label in (("2024-12-31", ""), ("2025-04-16", ""), ("2025-04-16", "evening"), ("2025-06-01", "")):
        for story in "abcd":
            newsroom.story(f"{day}{label}{story}.md", date=day, edition=label)
    views = newsroom.views()
    assert [(year.year, year.count) for year in views["/archive/"].years] == [(2025, 3), (2024, 1)]
    assert views["/archive/"].newest.month.month == 6
    assert [shown.month.month for shown in views["/archive/2025/"].calendars] == [4, 6]
    assert name(views["/archive/2025/"].previous) == "/archive/2024/"
    assert name(views["/archive/2024/"].next) == "/archive/2025/"
    april = views["/archive/2025/04/"]
    assert (name(april.previous), name(april.next)) == ("/archive/2024/12/", "/archive/2025/06/")
    weeks = april.calendar.weeks
    assert [day.day for day in weeks[0]] == [0, 1, 2, 3, 4, 5, 6]
    assert {day.day: [name(edition) for edition in day.editions] for week in weeks for day in week if day.editions} == {
        16: ["/2025/04/16/", "/2025/04/16-evening/"]
    }
    assert [(group.edition.label, len(group.cards)) for group in april.editions] == [("evening", 3), ("", 3)]


def test_an_old_address_shows_the_story_that_moved(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16", aliases=["/2019/a.html"])
    views = newsroom.views()
    old = views["/2019/a.html"]
    assert old.card.address == "/2025/04/16/a/"
    assert old == replace(views["/2025/04/16/a/"], address="/2019/a.html")


def test_corrections_stand_with_the_story_and_in_one_list_newest_first(newsroom: Newsroom) -> None:
    newsroom.story(
        "a.md",
        date="2025-04-16",
        corrections=[{"date": "2025-04-17", "text": "先"}, {"date": "2025-05-01", "text": "后"}],
    )
    newsroom.story("b.md", date="2025-04-15", corrections=[{"date": "2025-04-20", "text": "中"}])
    views = newsroom.views()
    assert [note.text for note in views["/corrections/"].corrections] == ["后", "中", "先"]
    assert [note.text for note in views["/2025/04/16/a/"].corrections] == ["先", "后"]


def test_language_is_the_articles_then_the_editions_then_the_papers(newsroom: Newsroom) -> None:
    newsroom.edition("d", date="2025-04-16", language="zh-Hant")
    newsroom.story("d/a.md", section="城事")
    newsroom.story("d/b.md", language="en")
    newsroom.story("c.md", date="2025-04-15")
    views = newsroom.views()
    languages = {address: view.language for address, view in views.items()}
    assert languages["/"] == languages["/2025/04/16/"] == languages["/2025/04/16/1/"] == "zh-Hant"
    assert languages["/2025/04/16/a/"] == "zh-Hant"
    assert languages["/2025/04/16/b/"] == "en"
    assert languages["/2025/04/15/c/"] == languages["/archive/"] == languages["/sections/城事/"] == "zh-Hans"


def test_staff_lead_to_their_pages_where_they_have_one(newsroom: Newsroom) -> None:
    newsroom.write(
        {"content/newspaper.yaml": "staff: [{name: 李某, role: 总编}, 王某]\npolicies: {ethics: /imprint/#e}\n"}
    )
    newsroom.story("a.md", date="2025-04-16", byline="记者 李某")
    view = newsroom.views()["/imprint/"]
    assert [(person.name, person.role, person.address) for person in view.staff] == [
        ("李某", "总编", "/bylines/李某/"), ("王某", "", ""),
    ]  # fmt: skip
    assert [(policy.text, policy.address) for policy in view.policies] == [("ethics", "/imprint/#e")]


def test_drafts_are_planned_only_when_asked_for(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16")
    newsroom.story("b.md", date="2025-04-16", draft="true")
    newsroom.story("c.md", date="2025-04-16", publish_at="2025-04-16T20:00")
    at_noon = "2025-04-16T12:00+08:00"
    assert {"/2025/04/16/b/", "/2025/04/16/c/"} & set(newsroom.views(at_noon)) == set()
    assert {"/2025/04/16/b/", "/2025/04/16/c/"} <= set(newsroom.views(at_noon, drafts=True))
    assert "/2025/04/16/c/" in newsroom.views("2025-04-16T20:00+08:00")
