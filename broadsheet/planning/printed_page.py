"""A page as printed, set or from a file of its own: what is published of it, and where its stories stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.planning.renditions import Renditions


@dataclass(frozen=True, slots=True)
class PrintedArea:
    """Where a story stands on a sheet: a polygon in shares of its width and height, from the upper left corner."""

    slug: str
    polygon: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A side of paper: the address of its picture, its size in the picture's pixels, its stories in reading order.

    `renditions` are its copies; `picture` is the widest of them, or a drawing that is sharp at any size. None for a
    drawing that has no copies.
    """

    picture: str
    width: int
    height: int
    areas: tuple[PrintedArea, ...]
    renditions: Renditions | None = None


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as printed: its PDF ("" for none) and its sheets; most have one."""

    pdf: str
    sheets: tuple[PrintedSheet, ...]
