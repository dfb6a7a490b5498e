"""Sections and bylines: what belongs to each, by month, so that the page of a past month is final."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.model.address import listing_address, section_address
from broadsheet.planning.catalogue import listings_of
from broadsheet.planning.job import Job
from broadsheet.planning.views import EditionGroup, ListingView, MonthRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from broadsheet.planning.catalogue import EditionEntry, ListingMonth, Month, MonthIndex
    from broadsheet.planning.views import Card

Key = tuple[str, str]
"""A listing: `section` or `byline`, and its slug."""


@dataclass(frozen=True, slots=True)
class ListingPlace:
    """One month of a listing as its page needs it: where it stands among the listing's other months.

    `months` (newest first) and `roles` are of the whole listing, and only there where this month is its newest: that
    month's stories also stand at the address without a month.
    """

    kind: str
    name: str
    root: str
    month: MonthRef
    previous: MonthRef | None
    next: MonthRef | None
    months: tuple[MonthRef, ...] = ()
    roles: tuple[str, ...] = ()


def places_of(indexes: Mapping[Month, MonthIndex]) -> dict[Month, dict[Key, ListingPlace]]:
    """Every month's listings, each with its neighbours; `indexes` are the months', oldest first."""
    found: dict[Key, list[tuple[Month, ListingMonth]]] = {}
    for month, index in indexes.items():
        for listing in index.listings:
            found.setdefault((listing.kind, listing.slug), []).append((month, listing))
    places: dict[Month, dict[Key, ListingPlace]] = {month: {} for month in indexes}
    for key, rows in found.items():
        refs = [MonthRef(*month, listing_address(*key, month), listing.count) for month, listing in rows]
        roles = tuple(dict.fromkeys(role for _, listing in rows for role in listing.roles))
        for number, (month, _) in enumerate(rows):
            newest = number + 1 == len(rows)
            places[month][key] = ListingPlace(
                kind=key[0],
                name=rows[0][1].name,
                root=listing_address(*key),
                month=refs[number],
                previous=refs[number - 1] if number else None,
                next=None if newest else refs[number + 1],
                months=tuple(reversed(refs)) if newest else (),
                roles=roles if newest else (),
            )
    return places


def listing_jobs(
    entries: Sequence[EditionEntry], places: Mapping[Key, ListingPlace], sections: Mapping[str, str], language: str
) -> Iterator[Job]:
    """A month's page of every listing, and the page without a month of those whose newest month it is.

    `entries` are the month's editions, oldest first; `sections` are slugs by name.
    """
    groups: dict[Key, list[EditionGroup]] = {key: [] for key in places}
    for entry in reversed(entries):
        found: dict[Key, list[Card]] = {}
        for story in entry.stories:
            for key in listings_of(story, sections):
                found.setdefault(key, []).append(story.card)
        for key, cards in found.items():
            groups[key].append(EditionGroup(entry.ref, tuple(cards)))
    for key, place in places.items():
        shown = tuple(groups[key])
        if place.months:
            yield _job(place, shown, language, newest=True)
        yield _job(place, shown, language, newest=False)


def empty_listing_jobs(places: Iterable[tuple[str, str]], language: str) -> Iterator[Job]:
    """The pages of sections, as (name, slug), that have no story yet."""
    for name, slug in places:
        view = ListingView(
            language=language,
            address=section_address(slug),
            kind="section",
            name=name,
            root=section_address(slug),
            roles=(),
            month=None,
            months=(),
            previous=None,
            next=None,
            groups=(),
            newest=True,
        )
        yield Job(view.address, "listing.html", view)


def _job(place: ListingPlace, groups: tuple[EditionGroup, ...], language: str, *, newest: bool) -> Job:
    """Only the page without a month names all months and roles: a past month's names its neighbours, and is final."""
    view = ListingView(
        language=language,
        address=place.root if newest else place.month.address,
        kind=place.kind,
        name=place.name,
        root=place.root,
        roles=place.roles if newest else (),
        month=place.month,
        months=place.months if newest else (),
        previous=place.previous,
        next=place.next,
        groups=groups,
        newest=newest,
    )
    return Job(view.address, "listing.html", view)
