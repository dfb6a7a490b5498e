"""Sections and bylines: what belongs to each, by month, so that the page of a past month is final."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.model.address import byline_address, section_address, slugify
from broadsheet.planning.job import Job
from broadsheet.planning.paper import edition_ref
from broadsheet.planning.views import EditionGroup, ListingView, MonthRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.views import Card

Month = tuple[int, int]


@dataclass(slots=True)
class Listing:
    """What is gathered for one section or byline while the editions go by: groups by month, oldest first."""

    kind: str
    name: str
    slug: str
    months: dict[Month, list[EditionGroup]] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)

    def address(self, month: Month | None = None) -> str:
        """Its address, or that of one of its months."""
        return section_address(self.slug, month) if self.kind == "section" else byline_address(self.name, month)


class Listings:
    """All sections and bylines, fed edition by edition."""

    def __init__(self, paper: Paper) -> None:
        """Begin with every section that the paper has: an empty one has a page, too."""
        self.paper = paper
        self.by_slug = {
            ("section", section.slug): Listing("section", section.name, section.slug) for section in paper.sections
        }

    def add(self, edition: PlacedEdition, cards: dict[str, Card]) -> None:
        """Note an edition's stories; teasers are left out, since their stories are there themselves."""
        found: dict[tuple[str, str], list[Card]] = defaultdict(list)
        for placed in edition.pages:
            for article in placed.articles:
                card = cards[article.file]
                if card.teaser:
                    continue
                if article.section in self.paper.section_slugs:
                    found["section", self.paper.section_slugs[article.section]].append(card)
                for slug in dict.fromkeys(slugify(person.name) for person in article.people):
                    found["byline", slug].append(card)
                for person in article.people:
                    key = ("byline", slugify(person.name))
                    listing = self.by_slug.setdefault(key, Listing("byline", person.name, key[1]))
                    if person.role:
                        listing.roles.setdefault(person.role)
        ref = edition_ref(edition.copy)
        for key, stories in found.items():
            month = (ref.date.year, ref.date.month)
            self.by_slug[key].months.setdefault(month, []).append(EditionGroup(ref, tuple(stories)))

    def byline(self, name: str) -> str:
        """The address of a person's page, "" for one whose byline stands nowhere."""
        return byline_address(name) if ("byline", slugify(name)) in self.by_slug else ""

    def jobs(self) -> Iterator[Job]:
        """A page for each month of each listing, and one without a month that shows the newest.

        Only that one names all months and roles: a past month's page names its neighbours, so that it stays final.
        """
        for listing in self.by_slug.values():
            yield from _listing_jobs(listing, self.paper.newspaper.language)


def _listing_jobs(listing: Listing, language: str) -> Iterator[Job]:
    months = [
        MonthRef(*month, listing.address(month), sum(len(group.cards) for group in groups))
        for month, groups in reversed(listing.months.items())
    ]

    def view(number: int, address: str, *, newest: bool) -> ListingView:
        month = months[number] if months else None
        groups = listing.months[month.year, month.month] if month else []
        return ListingView(
            language=language,
            address=address,
            kind=listing.kind,
            name=listing.name,
            root=listing.address(),
            roles=tuple(listing.roles) if newest else (),
            month=month,
            months=tuple(months) if newest else (),
            previous=months[number + 1] if number + 1 < len(months) else None,
            next=months[number - 1] if number else None,
            groups=tuple(reversed(groups)),
            newest=newest,
        )

    yield Job(listing.address(), "listing.html", view(0, listing.address(), newest=True))
    for number, month in enumerate(months):
        yield Job(month.address, "listing.html", view(number, month.address, newest=False))
