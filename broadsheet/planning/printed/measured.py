"""What the planner of a printed page knows of its stories: their copy, and how long it is in the real type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.planning.printed.copy import Block

SIZES = (9.0, 9.5, 10.0, 10.5, 11.0)
"""Sizes of body type in points that a newspaper's tolerance allows."""

LARGER = (1.0, 1.28, 1.6)
"""How much larger than usual a head may be where a story is short for its slot."""


@dataclass(frozen=True, slots=True)
class PrintPicture:
    """A picture for the page: its file below the typesetter's folder ("" where it can't be shown), its size and words.

    `width` and `height` are in pixels; `crop` says that its edges may be cut: a photograph's, not a drawing's.
    """

    file: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    crop: bool = True

    @property
    def aspect(self) -> float:
        """Its height for a width of 1, within what a page can show."""
        return min(max(self.height / self.width if self.width and self.height else 0.66, 0.35), 1.5)


@dataclass(frozen=True, slots=True)
class PrintStory:
    """A story as it is to be printed.

    `id` is its slug. `size` is how loud its head is: `lead`, `major`, `minor` or `brief`. `address` is where a click
    leads, "" for nowhere. The first of its `pictures` stands at its head if `pictured`; the others stand in its copy,
    as blocks of the kind `figure`. `origin` is the line that says where it continues from (上接), with its address.
    """

    id: str
    language: str
    size: str
    title: tuple[str, ...]
    kicker: str
    subtitle: str
    byline: str
    address: str
    blocks: tuple[Block, ...]
    pictures: tuple[PrintPicture, ...] = ()
    pictured: bool = False
    origin: str = ""
    origin_address: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A story in the real type, in points.

    `heads` are, over one column, two, and so on, (size, height) of its head at each share of LARGER; `lines` are the
    lines of each block at each of SIZES, `captions` the heights of each picture's words over one column, two, and on.
    """

    heads: tuple[tuple[tuple[float, float], ...], ...]
    lines: tuple[tuple[int, ...], ...]
    captions: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class TypeArea:
    """The part of a page that stories stand in: its place and size in points, and its columns."""

    left: float
    top: float
    width: float
    height: float
    columns: int
    gutter: float

    @property
    def column(self) -> float:
        """A column's width."""
        return (self.width - (self.columns - 1) * self.gutter) / self.columns

    def span(self, columns: int) -> float:
        """The width of so many columns with the gutters between them."""
        return columns * self.column + (columns - 1) * self.gutter

    def x(self, column: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.left + column * (self.column + self.gutter)


@dataclass(frozen=True, slots=True)
class Leading:
    """The distance of lines as a share of the type's size: what suits it, and how far it may go."""

    normal: float
    least: float
    most: float


HAN = Leading(1.46, 1.3, 1.68)
LATIN = Leading(1.24, 1.12, 1.44)
