"""The whole site as jobs, edition by edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.address import (
    CORRECTIONS,
    HOME,
    IMPRINT,
    NOT_FOUND,
    SEARCH,
    section_address,
)
from broadsheet.planning.archive_jobs import ArchivePages
from broadsheet.planning.cards import cards_of
from broadsheet.planning.edition_jobs import edition_jobs, front_view
from broadsheet.planning.job import Job
from broadsheet.planning.listing_jobs import Listings
from broadsheet.planning.paper import edition_ref
from broadsheet.planning.views import (
    CorrectionNote,
    CorrectionsView,
    Figure,
    ImprintView,
    Link,
    PersonRef,
    PlainView,
    Site,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from broadsheet.model.archive import Attachment
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.views import Card

RECENT = 7


def site_of(paper: Paper, *, title: str, base: str, masthead: Attachment | None, has_search: bool) -> Site:
    """What every page of the site shares. `title` stands where the newspaper's own is empty."""
    newspaper = paper.newspaper
    drawn = Figure(masthead.address, masthead.width, masthead.height, newspaper.title or title) if masthead else None
    return Site(
        title=newspaper.title or title,
        subtitle=newspaper.subtitle,
        language=newspaper.language,
        url=newspaper.url,
        base=base,
        publisher=newspaper.publisher,
        issn=newspaper.issn,
        cn_number=newspaper.cn_number,
        founded=newspaper.founded,
        sections=tuple(Link(section.name, section_address(section.slug)) for section in paper.sections),
        masthead=drawn,
        has_search=has_search,
        policies=tuple(Link(policy.name, policy.address) for policy in newspaper.policies),
    )


def site_jobs(paper: Paper, imprint: str) -> Iterator[Job]:
    """Every page of the site; `imprint` is the imprint's Markdown as HTML. There must be an edition."""
    listings, archive = Listings(paper), ArchivePages(paper)
    notes: list[CorrectionNote] = []
    cards: dict[str, Card] = {}
    for number, edition in enumerate(paper.editions):
        cards = cards_of(paper, edition)
        yield from edition_jobs(paper, number, cards)
        listings.add(edition, cards)
        archive.add(edition, cards)
        for article in edition.copy.articles:
            notes += (CorrectionNote(item.date, item.text, cards[article.file]) for item in article.corrections)
    yield _home(paper, cards)
    yield from listings.jobs()
    yield from archive.jobs()
    yield from _pages_of_the_house(paper, imprint, notes, listings)


def _home(paper: Paper, cards: Mapping[str, Card]) -> Job:
    """The newest edition's front, once more; `cards` are that edition's."""
    edition = paper.editions[-1]
    previous = edition_ref(paper.editions[-2].copy) if len(paper.editions) > 1 else None
    return Job(HOME, "edition.html", front_view(paper, edition, cards, (previous, None), HOME))


def _pages_of_the_house(paper: Paper, imprint: str, notes: list[CorrectionNote], listings: Listings) -> Iterator[Job]:
    newspaper = paper.newspaper
    language = newspaper.language
    recent = tuple(edition_ref(edition.copy) for edition in paper.editions[: -RECENT - 1 : -1])
    newest_first = sorted(notes, key=lambda note: note.date, reverse=True)
    staff = tuple(PersonRef(member.name, member.role, "", listings.byline(member.name)) for member in newspaper.staff)
    policies = tuple(Link(policy.name, policy.address) for policy in newspaper.policies)
    yield Job(CORRECTIONS, "corrections.html", CorrectionsView(language, CORRECTIONS, tuple(newest_first)))
    yield Job(IMPRINT, "imprint.html", ImprintView(language, IMPRINT, imprint, staff, policies))
    yield Job(SEARCH, "search.html", PlainView(language, SEARCH, recent))
    yield Job(NOT_FOUND, "404.html", PlainView(language, NOT_FOUND, recent))
