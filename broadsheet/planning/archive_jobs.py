"""The archive: years, months as calendars, and what each edition led with."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from broadsheet.model.address import ARCHIVE, archive_address
from broadsheet.planning.job import Job
from broadsheet.planning.paper import edition_ref
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
    from collections.abc import Iterator, Sequence

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.views import Card, EditionRef

HEADLINES = 3
"""Headlines of an edition that its month's page shows."""


class ArchivePages:
    """The archive's pages, fed edition by edition, oldest first."""

    def __init__(self, paper: Paper) -> None:
        """Begin with no edition."""
        self.language = paper.newspaper.language
        self.months: dict[tuple[int, int], list[EditionGroup]] = {}

    def add(self, edition: PlacedEdition, cards: dict[str, Card]) -> None:
        """Note an edition with its first headlines."""
        ref = edition_ref(edition.copy)
        ranked = sorted(cards.values(), key=lambda card: card.importance)
        chosen = list({card.address: card for card in reversed(ranked)}.values())[::-1][:HEADLINES]
        self.months.setdefault((ref.date.year, ref.date.month), []).append(EditionGroup(ref, tuple(chosen)))

    def jobs(self) -> Iterator[Job]:
        """The page of all years, one a year, one a month."""
        months = [MonthRef(*month, archive_address(*month), len(groups)) for month, groups in self.months.items()]
        years = [
            YearRef(year, archive_address(year), sum(month.count for month in months if month.year == year))
            for year in dict.fromkeys(month.year for month in months)
        ]
        calendars = {(m.year, m.month): _calendar(m, [g.edition for g in self.months[m.year, m.month]]) for m in months}
        newest = calendars[months[-1].year, months[-1].month]
        yield Job(ARCHIVE, "archive.html", ArchiveView(self.language, ARCHIVE, tuple(reversed(years)), newest))
        for number, year in enumerate(years):
            view = ArchiveYearView(
                language=self.language,
                address=year.address,
                year=year,
                calendars=tuple(shown for (y, _), shown in calendars.items() if y == year.year),
                previous=years[number - 1] if number else None,
                next=years[number + 1] if number + 1 < len(years) else None,
            )
            yield Job(view.address, "archive-year.html", view)
        for number, month in enumerate(months):
            shown = ArchiveMonthView(
                language=self.language,
                address=month.address,
                calendar=calendars[month.year, month.month],
                editions=tuple(reversed(self.months[month.year, month.month])),
                previous=months[number - 1] if number else None,
                next=months[number + 1] if number + 1 < len(months) else None,
            )
            yield Job(shown.address, "archive-month.html", shown)


def _calendar(month: MonthRef, editions: Sequence[EditionRef]) -> Calendar:
    by_day: dict[int, list[EditionRef]] = {}
    for edition in editions:
        by_day.setdefault(edition.date.day, []).append(edition)
    weeks = calendar.Calendar().monthdayscalendar(month.year, month.month)
    return Calendar(month, tuple(tuple(Day(day, tuple(by_day.get(day, ()))) for day in week) for week in weeks))
