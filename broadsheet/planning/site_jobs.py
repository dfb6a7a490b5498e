"""What every page of the site shares, and the pages that belong to no edition and no month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.address import CORRECTIONS, IMPRINT, NOT_FOUND, SEARCH, byline_address, section_address, slugify
from broadsheet.planning.job import Job
from broadsheet.planning.views import (
    CorrectionsView,
    Figure,
    ImprintView,
    Link,
    PersonRef,
    PlainView,
    Site,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from broadsheet.model.archive import Attachment
    from broadsheet.model.newspaper import Newspaper, Section
    from broadsheet.planning.catalogue import Catalogue

RECENT = 7


def site_of(
    newspaper: Newspaper,
    sections: tuple[Section, ...],
    *,
    title: str,
    masthead: Attachment | None,
    has_search: bool,
) -> Site:
    """What every page of the site shares. `title` stands where the newspaper's own is empty."""
    file = masthead.picture if masthead else None
    drawn = Figure(masthead.address, file.width, file.height, newspaper.title or title) if masthead and file else None
    return Site(
        title=newspaper.title or title,
        subtitle=newspaper.subtitle,
        language=newspaper.language,
        url=newspaper.url,
        base=newspaper.base,
        publisher=newspaper.publisher,
        issn=newspaper.issn,
        cn_number=newspaper.cn_number,
        founded=newspaper.founded,
        sections=tuple(Link(section.name, section_address(section.slug)) for section in sections),
        masthead=drawn,
        has_search=has_search,
        policies=tuple(Link(policy.name, policy.address) for policy in newspaper.policies),
    )


def house_jobs(catalogue: Catalogue, imprint: str, signed: Collection[str], *, has_search: bool) -> Iterator[Job]:
    """The pages of the house. `imprint` is HTML; `signed` are the slugs of all bylines."""
    newspaper = catalogue.newspaper
    language = newspaper.language
    recent = catalogue.editions[: -RECENT - 1 : -1]
    notes = (found.note for found in catalogue.corrections)
    newest_first = sorted(notes, key=lambda note: note.date, reverse=True)
    staff = tuple(
        PersonRef(member.name, member.role, "", byline_address(member.name) if slugify(member.name) in signed else "")
        for member in newspaper.staff
    )
    policies = tuple(Link(policy.name, policy.address) for policy in newspaper.policies)
    yield Job(CORRECTIONS, "corrections.html", CorrectionsView(language, CORRECTIONS, tuple(newest_first)))
    yield Job(IMPRINT, "imprint.html", ImprintView(language, IMPRINT, imprint, staff, policies))
    if has_search:
        yield Job(SEARCH, "search.html", PlainView(language, SEARCH, recent))
    yield Job(NOT_FOUND, "404.html", PlainView(language, NOT_FOUND, recent))
