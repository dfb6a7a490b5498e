"""An edition (期): all that is published under one date and label, and its pages (版)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from broadsheet.model.place import Place

if TYPE_CHECKING:
    from datetime import datetime

    from broadsheet.model.facsimile import Facsimile


@dataclass(frozen=True, slots=True, order=True)
class EditionKey:
    """What names an edition: its date, and its label where a day has more than one ("" for the main one)."""

    date: date
    label: str = ""

    @property
    def name(self) -> str:
        """The two as one text: `2025-04-16 evening`."""
        return f"{self.date} {self.label}".rstrip()

    @classmethod
    def named(cls, name: str) -> EditionKey:
        """The edition of a name."""
        return cls(date.fromisoformat(name[:10]), name[11:])


@dataclass(frozen=True, slots=True)
class GridSlot:
    """A rectangle of the editor's grid: the slug it names and its cells, counted from 0."""

    slug: str
    column: int
    row: int
    columns: int
    rows: int
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A page as the editor drew it: how many columns and rows, and its slots in reading order."""

    columns: int
    rows: int
    slots: tuple[GridSlot, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A numbered page of an edition as edition.yaml lists it.

    `editors` are the page's credits in order, as (role, name). `kind` is "" for a page of stories,
    `advertisement` and the like for others. `facsimile` is the page's own file, None for a page that is to be set.
    """

    number: str
    name: str = ""
    editors: tuple[tuple[str, str], ...] = ()
    grid: Grid | None = None
    supplement: str = ""
    kind: str = ""
    facsimile: Facsimile | None = None
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""

    @property
    def drawn(self) -> tuple[str, ...]:
        """The slugs that its grid names, in reading order, then those that only its areas do."""
        slots = self.grid.slots if self.grid else ()
        areas = self.facsimile.areas if self.facsimile else ()
        return tuple(dict.fromkeys((*(slot.slug for slot in slots), *(area.slug for area in areas))))


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What an edition.yaml says.

    `folder` is where it stands; `release` is with zone, or None for midnight. `place` is where it says its date, on the
    line `excerpt`.
    """

    key: EditionKey
    folder: str
    issue_number: str = ""
    release: datetime | None = None
    title: str = ""
    language: str = ""
    pages: tuple[Page, ...] = ()
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""

    @property
    def facsimiles(self) -> tuple[Facsimile, ...]:
        """Its pages' own files, of those that have one."""
        return tuple(page.facsimile for page in self.pages if page.facsimile)
