"""The jobs of a month: its index from its editions' entries, and then its lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.model.address import output_path
from broadsheet.planning.archive_jobs import month_job
from broadsheet.planning.catalogue import index_of, newest_of
from broadsheet.planning.listing_jobs import listing_jobs
from broadsheet.publishing.context import bench_of
from broadsheet.publishing.stage import Tray
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.sitemap import month_maps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.catalogue import Month, MonthIndex, StoryEntry
    from broadsheet.planning.listing_jobs import Key, ListingPlace
    from broadsheet.planning.views import MonthRef
    from broadsheet.publishing.stage import Left


@dataclass(frozen=True, slots=True)
class IndexOrder:
    """A month to index: its editions' entries, pickled, oldest first."""

    context: bytes
    month: Month
    digest: str
    entries: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A month's index and the newest stories of each section in it."""

    month: Month
    digest: str
    index: MonthIndex
    newest: dict[str, tuple[StoryEntry, ...]]


@dataclass(frozen=True, slots=True)
class MonthOrder:
    """A month to make: its editions' entries, pickled, oldest first, and where it stands among other months."""

    context: bytes
    ref: MonthRef
    entries: tuple[bytes, ...]
    neighbours: tuple[MonthRef | None, MonthRef | None]
    places: Mapping[Key, ListingPlace]
    known: Mapping[str, Left]


@dataclass(frozen=True, slots=True)
class MonthMade:
    """A month as its job leaves it."""

    month: Month
    tray: Tray
    diagnostics: tuple[Diagnostic, ...]


def index_month(order: IndexOrder) -> Indexed:
    """Index a month."""
    bench = bench_of(order.context)
    entries = [bench.entry(entry) for entry in order.entries]
    return Indexed(order.month, order.digest, index_of(entries, bench.section_slugs), newest_of(reversed(entries)))


def make_month(order: MonthOrder) -> MonthMade:
    """Render a month's page, its months of sections and bylines, and its sitemap."""
    bench = bench_of(order.context)
    site = bench.context.site
    language = bench.context.newspaper.language
    entries = [bench.entry(entry) for entry in order.entries]
    tray = Tray(bench.context.stage, order.known)
    diagnostics: dict[Diagnostic, None] = {}
    month = (order.ref.year, order.ref.month)
    jobs = [
        month_job(order.ref, entries, order.neighbours, language),
        *listing_jobs(entries, order.places, bench.section_slugs, language),
    ]
    for job in jobs:
        try:
            page = bench.page(job)
        except LayoutError as error:
            diagnostics.setdefault(error.diagnostic)
        else:
            tray.put(output_path(job.address), page)
    for output in month_maps(month, entries, site):
        tray.put(output.path, output.make())
    return MonthMade(month, tray, tuple(diagnostics))
