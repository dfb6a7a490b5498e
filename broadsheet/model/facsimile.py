"""A page's own file (影印): the picture or the PDF of a page that was printed, and where its stories stand on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadsheet.model.content_path import beside
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from broadsheet.model.archive import Attachment

Point = tuple[float, float]
SHARES: Final = 2.0
"""Corners none of whose numbers is above it are in shares of the page: nothing is so small in pixels."""
SLACK: Final = 0.01
"""The share of a page by which a corner may be beyond its edge, which nobody hits exactly with a mouse."""


@dataclass(frozen=True, slots=True)
class Area:
    """A story's polygon as typed: its corners in shares of the page's width and height, or in pixels.

    `place` is where the slug is typed, `typed` are the places of the corners, each with its line of source.
    """

    slug: str
    corners: tuple[Point, ...]
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""
    typed: tuple[tuple[Place, str], ...] = ()

    @property
    def in_shares(self) -> bool:
        """Whether the corners are shares of the page."""
        return all(abs(number) <= SHARES for corner in self.corners for number in corner)

    def shares(self, size: Point) -> tuple[Point, ...]:
        """The corners in shares of the page; `size` is its width and height where they are not, in what they are in."""
        wide, high = (1.0, 1.0) if self.in_shares else size
        return tuple((x / wide, y / high) for x, y in self.corners)


@dataclass(frozen=True, slots=True)
class Facsimile:
    """The file `src`, as typed: a PDF (`is_pdf`), or a picture.

    `sheet` is which of a PDF's pages it is, counted from 1, 0 where that isn't said. `size` is the width and height in
    which areas are measured, None for those of the file: a picture's pixels, a PDF's points.
    """

    src: str
    is_pdf: bool
    sheet: int = 0
    size: Point | None = None
    areas: tuple[Area, ...] = ()
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""

    @property
    def file(self) -> str:
        """The file's path, as diagnostics name it."""
        return beside(self.place.file, self.src)

    @property
    def at(self) -> int:
        """Which of a PDF's pages it is, counted from 0."""
        return max(self.sheet - 1, 0)


def size_of(facsimile: Facsimile, own: Attachment | None) -> Point | None:
    """The width and height that a page's areas are measured in; None where its file, `own`, doesn't tell."""
    if facsimile.size:
        return facsimile.size
    if own and own.pdf and facsimile.at < len(own.pdf.sizes):
        return own.pdf.sizes[facsimile.at]
    return (own.picture.width, own.picture.height) if own and own.picture and own.picture.width else None


def is_inside(corner: Point) -> bool:
    """Whether a corner in shares lies on the page."""
    return all(-SLACK <= share <= 1 + SLACK for share in corner)


def on_page(corners: tuple[Point, ...]) -> tuple[Point, ...]:
    """Corners in shares, rounded to a hundred-thousandth, those a little beyond the edge on it."""
    return tuple((round(min(max(x, 0.0), 1.0), 5), round(min(max(y, 0.0), 1.0), 5)) for x, y in corners)


def encloses(corners: tuple[Point, ...]) -> float:
    """The area of a polygon (Gauss's formula); 0 for one whose corners are on a line."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(corners))) / 2


def crosses(corners: tuple[Point, ...]) -> bool:
    """Whether two sides of a polygon cross one another; touching is no crossing."""
    sides = _sides(corners)
    return any(_cross(*one, *other) for at, one in enumerate(sides) for other in sides[at + 2 :])


def _sides(corners: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    return list(pairwise((*corners, corners[0])))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    """Above 0 where the way from a over b to c turns to one side, below 0 to the other."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
