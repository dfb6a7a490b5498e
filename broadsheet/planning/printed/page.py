"""What a printed page has besides its stories: folio or masthead, credits, and its geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadsheet.planning.printed.measured import TypeArea

if TYPE_CHECKING:
    from broadsheet.model.printed import PrintStyle

MM: Final = 72 / 25.4
"""Points in a millimetre."""
GUTTER: Final = 4.6
"""Millimetres between columns."""
BELOW_HEAD: Final = 9.0
ABOVE_FOOT: Final = 8.0
"""Points between the stories and the page's head and foot."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a front page 报头: the title, or its drawing's file, lines at both sides, and the line below."""

    title: str
    picture: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    line: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page around its stories.

    `name` is the page's number and name in words, `label` the name alone, `day` the folio's line. `recto` is a
    right-hand page. `foot` are its credits, and on the last page the imprint's line. `house` are title, subtitle and
    lines for a place that no copy fills.
    """

    name: str
    number: str
    label: str
    day: str
    recto: bool
    masthead: Masthead | None
    foot: tuple[str, ...]
    house: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page's measures in points."""

    width: float
    height: float
    margin: float
    gutter: float
    columns: int

    @property
    def column(self) -> float:
        """A column's width."""
        return (self.width - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns

    def area(self, top: float, foot: float) -> TypeArea:
        """The type area between a head and a foot of these heights."""
        above = self.margin + top + BELOW_HEAD
        height = self.height - above - self.margin - foot - ABOVE_FOOT
        return TypeArea(self.margin, above, self.width - 2 * self.margin, height, self.columns, self.gutter)


def geometry(style: PrintStyle, drawn_columns: int = 0) -> Geometry:
    """The measures of a page; one that the editor drew has a number of columns that its grid's divides."""
    columns = style.own_columns
    if drawn_columns:
        columns = drawn_columns * max(1, round(columns / drawn_columns))
    return Geometry(style.width * MM, style.height * MM, style.margin * MM, GUTTER * MM, columns)
