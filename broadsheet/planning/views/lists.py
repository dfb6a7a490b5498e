"""Stories and editions by section, byline, month and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.planning.views.parts import Card, EditionRef


@dataclass(frozen=True, slots=True)
class MonthRef:
    """A month with something in it: `count` is how many stories (in a listing) or editions (in the archive)."""

    year: int
    month: int
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class EditionGroup:
    """The stories of one edition, in editorial order."""

    edition: EditionRef
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """A month of a section or of a byline (`kind` is `section` or `byline`), newest edition first.

    `months` are all months, newest first; `month` is the one shown (None where the section is still empty).
    `newest` says that this is the address without a month, which shows the newest one. `roles` are what a byline's
    person signed as.
    """

    language: str
    address: str
    kind: str
    name: str
    root: str
    roles: tuple[str, ...]
    month: MonthRef | None
    months: tuple[MonthRef, ...]
    previous: MonthRef | None
    next: MonthRef | None
    groups: tuple[EditionGroup, ...]
    newest: bool


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year of the archive and how many editions it has."""

    year: int
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Day:
    """A cell of a calendar: `day` is 0 for a cell outside the month."""

    day: int
    editions: tuple[EditionRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month as weeks of seven cells, Monday first."""

    month: MonthRef
    weeks: tuple[tuple[Day, ...], ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All years, newest first, and the newest months' calendars."""

    language: str
    address: str
    years: tuple[YearRef, ...]
    newest: Calendar


@dataclass(frozen=True, slots=True)
class ArchiveYearView:
    """A year: the calendars of its months that have an edition."""

    language: str
    address: str
    year: YearRef
    calendars: tuple[Calendar, ...]
    previous: YearRef | None
    next: YearRef | None


@dataclass(frozen=True, slots=True)
class ArchiveMonthView:
    """A month: its calendar, and its editions with their pages and lead headlines, newest first."""

    language: str
    address: str
    calendar: Calendar
    editions: tuple[EditionGroup, ...]
    previous: MonthRef | None
    next: MonthRef | None
