"""What a printed page has besides its stories: folio or masthead, credits, and its geometry."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    right-hand page. `foot` are its credits, and on the last page the imprint's line.
    """

    name: str
    number: str
    label: str
    day: str
    recto: bool
    masthead: Masthead | None
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HouseStory:
    """A story on another page, as the house points to it: its headline, where a click leads, and a summary or ""."""

    title: str
    address: str
    summary: str


@dataclass(frozen=True, slots=True)
class HousePage:
    """Another page of the edition, with its stories in editorial order."""

    name: str
    address: str
    stories: tuple[HouseStory, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What the paper says of its own where no copy stands: what is on the other pages (导读), and the day (日历).

    `notice` is what a page without stories says it is, "" on a page that has some. `title`, `subtitle` and `lines` are
    the paper's, `index` is the headline above `pages`. `weeks` are the month's days, 0 for those of other months.
    """

    notice: str
    title: str
    subtitle: str
    lines: tuple[str, ...]
    index: str
    pages: tuple[HousePage, ...]
    day: int
    month: str
    of_day: tuple[str, ...]
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page's measures in points."""

    width: float
    height: float
    margin: float
    gutter: float
    columns: int

    @property
    def half(self) -> Geometry:
        """Those of half a sheet 半版: the page folded once."""
        return replace(self, height=self.height / 2)

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
