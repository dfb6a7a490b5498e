"""A page as printed, for the view of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.planning.renditions import Renditions
    from broadsheet.planning.views.parts import Card, PageRef


@dataclass(frozen=True, slots=True)
class Area:
    """A story's place on a sheet: `points` are the corners of its polygon in a sheet's own units, as SVG writes them.

    `fragment` names it in the page's address; "" for a second place of a story on the same page.
    """

    card: Card
    points: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A side of paper: its picture with its size in pixels, and its stories in reading order.

    Their polygons are in units of which the sheet is `width` wide and `height` high. `renditions` are the copies of its
    picture; `picture` is the widest, or a drawing, which is sharp at any size. None for a drawing that has no copies.
    """

    picture: str
    width: int
    height: int
    areas: tuple[Area, ...]
    renditions: Renditions | None = None


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page of the edition as a small picture, with its size in pixels; `picture` is "" for one that has none.

    It is the narrowest of its `renditions`, None for a drawing that has no copies.
    """

    page: PageRef
    picture: str
    width: int
    height: int
    renditions: Renditions | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as printed: its sheets, its PDF and the whole edition's ("" for none), and all pages in small.

    A page without a PDF has one sheet, whose picture is there to be taken away.
    """

    sheets: tuple[Sheet, ...]
    pdf: str
    edition_pdf: str
    thumbnails: tuple[Thumbnail, ...]
