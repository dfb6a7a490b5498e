"""What is kept of an edition once its pages are made, and what lists are made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from broadsheet.model.article import Correction
from broadsheet.planning.archive_jobs import month_job, month_refs, months_of, year_jobs
from broadsheet.planning.cards import cards_of
from broadsheet.planning.catalogue import (
    NEWEST,
    EditionEntry,
    ListingMonth,
    MonthIndex,
    StoryEntry,
    addresses_of,
    entry_of,
    index_of,
    listings_of,
    newest_of,
)
from broadsheet.planning.listing_jobs import empty_listing_jobs, listing_jobs, places_of
from broadsheet.planning.views import Card, EditionRef, PageRef

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tests.conftest import Newsroom

DAY = date(2025, 4, 16)
MOMENT = datetime(2025, 4, 16, tzinfo=UTC)
SECTIONS = {"城事": "city", "副刊": "back"}


def story(
    slug: str, *people: str, section: str = "", pointer: bool = False, teaser: bool = False, **more: Any
) -> StoryEntry:
    page = PageRef("1", "", "/2025/04/16/1/")
    card = Card(
        address=f"/2025/04/16/{slug}/", date=DAY, language="zh-Hans", title=(slug,), kicker="", subtitle="",
        summary="", excerpt=(), byline=(), section=None, column="", page=page, figure=None, importance=3, length=1,
        teaser=page if teaser else None,
    )  # fmt: skip
    names = tuple((name.partition(" ")[2], name.partition(" ")[0]) for name in people)
    return StoryEntry(card, section, names, MOMENT.isoformat(), MOMENT.isoformat(), pointer=pointer, **more)


def edition(day: date, *stories: StoryEntry) -> EditionEntry:
    address = f"/{day:%Y/%m/%d}/"
    return EditionEntry(EditionRef(day, "", address), (PageRef("1", "", f"{address}1/"),), stories)


def test_an_edition_is_kept_as_its_pages_and_its_stories_without_their_excerpts(newsroom: Newsroom) -> None:
    newsroom.write({"content/newspaper.yaml": "sections: [城事]\n"})
    newsroom.edition("d", date="2025-04-16", issue_number="7", release="2025-04-16T05:00", pages=[{"number": "A1"}])
    newsroom.story("d/a.md", "甲的正文。", section="城事", byline="记者 李某", publish_at="2025-04-16T06:00")
    newsroom.story("d/b.md", "乙的正文。", corrections=[{"date": "2025-04-18", "text": "改。"}], importance="5")
    newsroom.story("d/c.md", "（1）", teaser_of="a", importance="5")
    ((paper, placed),) = newsroom.papers()
    cards = cards_of(paper, placed)
    entry = entry_of(paper, placed, cards)
    assert (entry.ref.address, entry.ref.issue_number, entry.month) == ("/2025/04/16/", "7", (2025, 4))
    assert [(page.number, page.stories) for page in entry.pages] == [("A1", 3)]
    one, two, pointer = entry.stories
    assert one.card == replace(cards["content/d/a.md"], excerpt=(), length=0)
    assert cards["content/d/a.md"].excerpt == ("甲的正文。",)
    assert (one.section, one.people, one.pointer) == ("城事", (("李某", "记者"),), False)
    assert (one.published, one.modified) == ("2025-04-16T06:00:00+08:00", one.published)
    assert (two.published, two.modified) == (
        "2025-04-16T05:00:00+08:00", "2025-04-18T00:00:00+08:00",
    )  # fmt: skip
    assert two.corrections == (Correction(date(2025, 4, 18), "改。"),)
    assert (pointer.pointer, pointer.card.address) == (True, one.card.address)


@pytest.mark.parametrize(
    ("entry", "listings"),
    [
        (story("a"), ()),
        (story("a", section="城事"), (("section", "city"),)),
        (story("a", section="无"), ()),
        (story("a", "记者 李某", "摄 李某", "文 Jane Doe"), (("byline", "李某"), ("byline", "jane-doe"))),
        (story("a", "记者 李某", section="城事", teaser=True), ()),
        (story("a", "记者 李某", pointer=True), (("byline", "李某"),)),
    ],
)
def test_a_story_stands_in_its_section_and_with_everybody_who_made_it(
    entry: StoryEntry, listings: tuple[tuple[str, str], ...]
) -> None:
    assert listings_of(entry, SECTIONS) == listings


def test_an_edition_has_addresses_that_change_with_its_corrections() -> None:
    correction = Correction(date(2025, 4, 20), "改。")
    early = Correction(date(2025, 4, 1), "早。")
    entry = edition(
        DAY, story("a", corrections=(correction, early)), story("b", corrections=(early,)), story("c", pointer=True)
    )
    assert list(addresses_of(entry)) == [
        ("/2025/04/16/", DAY), ("/2025/04/16/1/", DAY), ("/2025/04/16/a/", date(2025, 4, 20)), ("/2025/04/16/b/", DAY),
    ]  # fmt: skip


def test_a_months_index_counts_its_listings_and_keeps_its_corrections() -> None:
    correction = Correction(date(2025, 4, 20), "改。")
    index = index_of(
        [
            edition(DAY, story("a", "记者 Jane Doe", section="城事", corrections=(correction, correction))),
            edition(
                date(2025, 4, 17),
                story("b", "摄影 JANE DOE", " 李某"),
                story("c", "文 王某", section="城事", teaser=True),
            ),
        ],
        SECTIONS,
    )
    assert index.listings == (
        ListingMonth("byline", "jane-doe", "Jane Doe", ("记者", "摄影"), 2),
        ListingMonth("byline", "李某", "李某", (), 1),
        ListingMonth("section", "city", "城事", (), 1),
    )
    assert [(found.number, found.note.text, found.story.card.title) for found in index.corrections] == [
        (1, "改。", ("a",)), (2, "改。", ("a",)),
    ]  # fmt: skip
    assert (index.addresses, index.changed) == (7, date(2025, 4, 20))


def test_the_newest_stories_are_so_many_of_each_section_and_of_all() -> None:
    new = edition(DAY, *(story(f"n{number}", section="城事") for number in range(NEWEST)), story("p", pointer=True))
    old = edition(date(2025, 4, 1), story("o", section="副刊"), story("q", section="城事"), story("r"))
    newest = newest_of([new, old])
    assert {name: len(stories) for name, stories in newest.items()} == {"": NEWEST, "城事": NEWEST, "副刊": 1}
    assert newest[""][0].card.title == ("n0",)
    assert newest["副刊"][0].card.title == ("o",)
    # A story without a section is one of the paper's, and counts once.
    assert [found.card.title for found in newest_of([old])[""]] == [("o",), ("q",), ("r",)]


def index(*rows: ListingMonth) -> MonthIndex:
    return MonthIndex(rows, (), 1, DAY)


def test_a_listings_months_lead_to_each_other_over_months_without_a_story() -> None:
    city = ListingMonth("section", "city", "城事", (), 3)
    places = places_of(
        {
            (2024, 12): index(city, ListingMonth("byline", "jane", "Jane", ("By",), 1)),
            (2025, 1): index(),
            (2025, 4): index(city, ListingMonth("byline", "jane", "JANE", ("Photo", "By"), 2)),
        }
    )
    assert {month: sorted(found) for month, found in places.items()} == {
        (2024, 12): [("byline", "jane"), ("section", "city")],
        (2025, 1): [],
        (2025, 4): [("byline", "jane"), ("section", "city")],
    }
    old, new = (places[month]["byline", "jane"] for month in ((2024, 12), (2025, 4)))
    assert (old.name, new.name) == ("Jane", "Jane")
    assert (old.previous, old.next, old.months, old.roles) == (None, new.month, (), ())
    assert (new.previous, new.next, new.months, new.roles) == (old.month, None, (new.month, old.month), ("By", "Photo"))
    assert (new.root, new.month.address, new.month.count) == ("/bylines/jane/", "/bylines/jane/2025/04/", 2)


def shown(entries: Sequence[EditionEntry]) -> dict[str, Any]:
    places = places_of({(2025, 4): index_of(entries, SECTIONS)})[2025, 4]
    return {job.address: job.view for job in listing_jobs(entries, places, SECTIONS, "zh-Hans")}


def test_a_months_lists_are_by_edition_newest_first() -> None:
    entries = [
        edition(DAY, story("a", section="城事"), story("b", section="城事")),
        edition(date(2025, 4, 17), story("c", "记者 李某")),
        edition(date(2025, 4, 18), story("d", section="城事")),
    ]
    views = shown(entries)
    assert list(views) == [
        "/bylines/李某/", "/bylines/李某/2025/04/", "/sections/city/", "/sections/city/2025/04/",
    ]  # fmt: skip
    groups = [
        (group.edition.date.day, [card.title[0] for card in group.cards]) for group in views["/sections/city/"].groups
    ]
    assert groups == [(18, ["d"]), (16, ["a", "b"])]
    assert views["/sections/city/"].groups == views["/sections/city/2025/04/"].groups
    assert {address: view.newest for address, view in views.items()} == {a: not a.endswith("04/") for a in views}


def test_a_past_months_lists_are_not_at_the_address_without_a_month() -> None:
    entries = [edition(DAY, story("a", section="城事"))]
    places = places_of({(2025, 4): index_of(entries, SECTIONS), (2025, 5): index_of(entries, SECTIONS)})
    jobs = list(listing_jobs(entries, places[2025, 4], SECTIONS, "zh-Hans"))
    assert [job.address for job in jobs] == ["/sections/city/2025/04/"]


def test_a_section_without_a_story_has_its_page() -> None:
    (job,) = empty_listing_jobs([("副刊", "back")], "zh-Hans")
    assert (job.address, job.layout, job.view.name, job.view.groups) == ("/sections/back/", "listing.html", "副刊", ())


def test_months_and_years_are_counted_by_their_editions() -> None:
    days = [date(2024, 12, 31), date(2025, 4, 1), date(2025, 4, 30)]
    months = months_of(edition(day).ref for day in days)
    refs = month_refs(months)
    assert [(ref.address, ref.count) for ref in refs.values()] == [("/archive/2024/12/", 1), ("/archive/2025/04/", 2)]
    jobs = {job.address: job.view for job in year_jobs(months, "zh-Hans")}
    assert list(jobs) == ["/archive/", "/archive/2024/", "/archive/2025/"]
    assert [(year.year, year.count) for year in jobs["/archive/"].years] == [(2025, 2), (2024, 1)]


def test_a_months_page_has_each_editions_first_headlines_newest_first() -> None:
    entries = [edition(DAY, *(story(slug) for slug in "abcd")), edition(date(2025, 4, 17), story("x"), story("x"))]
    ref = month_refs(months_of(entry.ref for entry in entries))[2025, 4]
    view = month_job(ref, entries, (None, ref), "zh-Hans").view
    assert [[card.title[0] for card in group.cards] for group in view.editions] == [["x"], ["a", "b", "c"]]
    assert (view.previous, view.next) == (None, ref)
