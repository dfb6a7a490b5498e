"""What is kept of the paper once its pages are made: enough for every list, feed and map of the archive.

An edition's entry is a few hundred bytes a story. Lists are made of one month's entries at a time; what the months
need to know of one another is in their indexes, and what the site as a whole needs is in the catalogue.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from broadsheet.model.address import slugify
from broadsheet.model.value import Value
from broadsheet.planning.moments import comes_out, moments
from broadsheet.planning.views import CorrectionNote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from broadsheet.model.article import Correction
    from broadsheet.model.newspaper import Newspaper, Section
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.views import Card, EditionRef, PageRef

NEWEST = 40
"""Stories in a feed: about a day of a city daily."""

Month = tuple[int, int]
"""A year and a month from 1 to 12."""


@dataclass(frozen=True, slots=True)
class StoryEntry(Value):
    """A story as lists, feeds and maps know it.

    `card` is without its excerpt and length, which only fronts and pages need. `section` is the name that its editor
    gave, `people` are names and roles. `published` and `modified` are moments in ISO 8601, with zone: a third of an
    entry's time went into packing time zones. `pointer` says that it only points to another story.
    """

    card: Card
    section: str
    people: tuple[tuple[str, str], ...]
    published: str
    modified: str
    corrections: tuple[Correction, ...] = ()
    pointer: bool = False


@dataclass(frozen=True, slots=True)
class EditionEntry(Value):
    """An edition: its name, its pages, and its stories in editorial order."""

    ref: EditionRef
    pages: tuple[PageRef, ...]
    stories: tuple[StoryEntry, ...]

    @property
    def month(self) -> Month:
        """The month that it came out in."""
        return self.ref.date.year, self.ref.date.month


def entry_of(paper: Paper, edition: PlacedEdition, cards: Mapping[str, Card]) -> EditionEntry:
    """The entry of an edition whose articles have these cards, by file."""
    timezone = paper.newspaper.timezone
    release = comes_out(edition.copy, timezone)
    stories = []
    for placed in edition.pages:
        for article in placed.articles:
            published, modified = moments(release, article, timezone)
            stories.append(
                StoryEntry(
                    card=replace(cards[article.file], excerpt=(), length=0),
                    section=article.section,
                    people=tuple((person.name, person.role) for person in article.people),
                    published=published.isoformat(),
                    modified=modified.isoformat(),
                    corrections=article.corrections,
                    pointer=bool(article.teaser_of),
                )
            )
    return EditionEntry(edition.ref, edition.page_refs, tuple(stories))


def pack(entry: EditionEntry) -> bytes:
    """An entry as it is kept: equal ones as equal bytes, whichever of their parts happen to be one object."""
    packed = BytesIO()
    pickler = pickle.Pickler(packed)
    pickler.fast = True
    pickler.dump(entry)
    return packed.getvalue()


def unpack(packed: bytes) -> EditionEntry:
    """The entry that was packed."""
    entry: EditionEntry = pickle.loads(packed)  # noqa: S301 - the ledger is as trustworthy as the pages beside it
    return entry


@dataclass(frozen=True, slots=True)
class ListingMonth:
    """What a section or a byline (`kind` is `section` or `byline`) has in one month.

    `name` is as first printed; `roles` are what a byline's person signed as, in order; `count` is of stories.
    """

    kind: str
    slug: str
    name: str
    roles: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A story's correction, the `number`th of its own counted from 1."""

    story: StoryEntry
    note: CorrectionNote
    number: int


@dataclass(frozen=True, slots=True)
class MonthIndex:
    """What the rest of the site needs to know of a month.

    `addresses` is how many the month's sitemap has, `changed` the newest date among them; `corrections` are oldest
    edition first.
    """

    listings: tuple[ListingMonth, ...]
    corrections: tuple[CorrectionEntry, ...]
    addresses: int
    changed: date


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole paper as an output of the site as a whole sees it; nothing of it is held that grows with the archive.

    `editions` are all names, oldest first; `entries()` reads their entries one by one, newest first. `newest(name)`
    are the newest stories (NEWEST at most) of a section, or of the paper for "". `maps` are the months' sitemaps: path
    and newest date, oldest first. `moved` are old addresses with the new ones.
    """

    newspaper: Newspaper
    sections: tuple[Section, ...]
    editions: tuple[EditionRef, ...]
    entries: Callable[[], Iterator[EditionEntry]]
    newest: Callable[[str], tuple[StoryEntry, ...]]
    corrections: tuple[CorrectionEntry, ...] = ()
    maps: tuple[tuple[str, date], ...] = ()
    moved: tuple[tuple[str, str], ...] = ()


def listings_of(story: StoryEntry, sections: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The listings, as (kind, slug), that a story stands in; `sections` are slugs by name.

    A teaser stands in none: its story is there itself.
    """
    if story.card.teaser:
        return ()
    section = [("section", sections[story.section])] if story.section in sections else []
    return (*section, *dict.fromkeys(("byline", slugify(name)) for name, _ in story.people))


def index_of(entries: Iterable[EditionEntry], sections: Mapping[str, str]) -> MonthIndex:
    """The index of a month, whose editions' entries come oldest first; `sections` are slugs by name."""
    names: dict[tuple[str, str], str] = {("section", slug): name for name, slug in sections.items()}
    roles: dict[tuple[str, str], dict[str, None]] = {}
    counts: dict[tuple[str, str], int] = {}
    corrected: list[CorrectionEntry] = []
    rows: list[tuple[str, date]] = []
    for entry in entries:
        rows += addresses_of(entry)
        for story in entry.stories:
            for listing in listings_of(story, sections):
                counts[listing] = counts.get(listing, 0) + 1
            for name, role in () if story.card.teaser else story.people:
                listing = ("byline", slugify(name))
                names.setdefault(listing, name)
                if role:
                    roles.setdefault(listing, {}).setdefault(role)
            for number, item in enumerate(story.corrections, 1):
                corrected.append(CorrectionEntry(story, CorrectionNote(item.date, item.text, story.card), number))
    listings = (
        ListingMonth(kind, slug, names[kind, slug], tuple(roles.get((kind, slug), ())), count)
        for (kind, slug), count in sorted(counts.items())
    )
    return MonthIndex(tuple(listings), tuple(corrected), len(rows), max(day for _, day in rows))


def newest_of(entries: Iterable[EditionEntry]) -> dict[str, tuple[StoryEntry, ...]]:
    """The newest stories of some editions, which come newest first: of each section by name, and of all under ""."""
    found: dict[str, list[StoryEntry]] = {}
    for entry in entries:
        for story in entry.stories:
            for name in () if story.pointer else dict.fromkeys(("", story.section)):
                chosen = found.setdefault(name, [])
                if len(chosen) < NEWEST:
                    chosen.append(story)
    return {name: tuple(stories) for name, stories in found.items()}


def addresses_of(entry: EditionEntry) -> Iterator[tuple[str, date]]:
    """Addresses of an edition with the day each changed last: its own, or that of a correction."""
    day = entry.ref.date
    yield entry.ref.address, day
    for page in entry.pages:
        yield page.address, day
    for story in entry.stories:
        if not story.pointer:
            yield story.card.address, max([day, *(item.date for item in story.corrections)])
