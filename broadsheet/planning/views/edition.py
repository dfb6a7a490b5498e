"""An edition's front and its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.planning.views.parts import Card, EditionRef, PageRef
    from broadsheet.planning.views.printed import Printed


@dataclass(frozen=True, slots=True)
class Slot:
    """A story's rectangle on the page's grid, counted from 1.

    `size` is how loud it is set: `lead`, `major`, `minor` or `brief`. `continued_from` is the page whose story jumps
    here (上接).
    """

    card: Card
    column: int
    columns: int
    row: int
    rows: int
    size: str
    continued_from: PageRef | None = None


@dataclass(frozen=True, slots=True)
class PageIndex:
    """A page with its headlines in editorial order: one block of the edition's index."""

    page: PageRef
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition's front: the newest one also stands at `/` (`is_home`).

    `lead` is None only where an edition has no stories. `secondaries` are two to four, `briefs` the rest of the front's
    choice; `index` is every page with every headline.
    """

    language: str
    address: str
    is_home: bool
    edition: EditionRef
    page_count: int
    lead: Card | None
    secondaries: tuple[Card, ...]
    briefs: tuple[Card, ...]
    index: tuple[PageIndex, ...]
    previous: EditionRef | None
    next: EditionRef | None


@dataclass(frozen=True, slots=True)
class PageCredit:
    """One of a page's credits: 责任编辑 and who it was."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of an edition: a grid of `columns` (1 to 12) columns with its slots in reading order.

    `printed` is the page on paper, None for an edition that is not printed.
    """

    language: str
    address: str
    edition: EditionRef
    page: PageRef
    editors: tuple[PageCredit, ...]
    columns: int
    rows: int
    slots: tuple[Slot, ...]
    pages: tuple[PageRef, ...]
    previous: PageRef | None
    next: PageRef | None
    previous_edition: EditionRef | None
    next_edition: EditionRef | None
    printed: Printed | None = None
