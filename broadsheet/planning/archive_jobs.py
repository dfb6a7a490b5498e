"""The archive: years, months as calendars, and what each edition led with."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from broadsheet.model.address import ARCHIVE, archive_address
from broadsheet.planning.job import Job
from broadsheet.planning.views import (
    ArchiveMonthView,
    ArchiveView,
    ArchiveYearView,
    Calendar,
    Day,
    EditionGroup,
    MonthRef,
    YearRef,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from broadsheet.planning.catalogue import EditionEntry, Month
    from broadsheet.planning.views import EditionRef

HEADLINES = 3
"""Headlines of an edition that its month's page shows."""
Months = dict["Month", list["EditionRef"]]
"""Editions by month, both oldest first."""


def months_of(editions: Iterable[EditionRef]) -> Months:
    """Editions, which come oldest first, by month."""
    months: Months = {}
    for ref in editions:
        months.setdefault((ref.date.year, ref.date.month), []).append(ref)
    return months


def month_refs(months: Mapping[Month, Sequence[EditionRef]]) -> dict[Month, MonthRef]:
    """Each month of the archive with its address and number of editions."""
    return {month: MonthRef(*month, archive_address(*month), len(refs)) for month, refs in months.items()}


def month_job(
    month: MonthRef, entries: Sequence[EditionEntry], neighbours: tuple[MonthRef | None, MonthRef | None], language: str
) -> Job:
    """A month's page: its calendar and its editions with their first headlines; `entries` come oldest first."""
    view = ArchiveMonthView(
        language=language,
        address=month.address,
        calendar=_calendar(month, [entry.ref for entry in entries]),
        editions=tuple(_headlines(entry) for entry in reversed(entries)),
        previous=neighbours[0],
        next=neighbours[1],
    )
    return Job(view.address, "archive-month.html", view)


def year_jobs(months: Months, language: str) -> Iterator[Job]:
    """The page of all years, and one a year."""
    refs = month_refs(months)
    years = [
        YearRef(year, archive_address(year), sum(month.count for month in refs.values() if month.year == year))
        for year in dict.fromkeys(year for year, _ in months)
    ]
    newest = max(months)
    shown = ArchiveView(language, ARCHIVE, tuple(reversed(years)), _calendar(refs[newest], months[newest]))
    yield Job(ARCHIVE, "archive.html", shown)
    for number, year in enumerate(years):
        view = ArchiveYearView(
            language=language,
            address=year.address,
            year=year,
            calendars=tuple(_calendar(refs[month], months[month]) for month in months if month[0] == year.year),
            previous=years[number - 1] if number else None,
            next=years[number + 1] if number + 1 < len(years) else None,
        )
        yield Job(view.address, "archive-year.html", view)


def _headlines(entry: EditionEntry) -> EditionGroup:
    """A story and the teaser that points to it are one story here: whichever stands first."""
    ranked = sorted((story.card for story in entry.stories), key=lambda card: card.importance)
    chosen = list({card.address: card for card in reversed(ranked)}.values())[::-1][:HEADLINES]
    return EditionGroup(entry.ref, tuple(chosen))


def _calendar(month: MonthRef, editions: Sequence[EditionRef]) -> Calendar:
    by_day: dict[int, list[EditionRef]] = {}
    for edition in editions:
        by_day.setdefault(edition.date.day, []).append(edition)
    weeks = calendar.Calendar().monthdayscalendar(month.year, month.month)
    return Calendar(month, tuple(tuple(Day(day, tuple(by_day.get(day, ()))) for day in week) for week in weeks))
