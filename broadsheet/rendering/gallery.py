"""The make-up of a gallery: its pictures in their order, in bands as wide as the gallery, each of one height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.views import Figure

FULL: Final = 1.9
"""How much wider than high a band is at least: two lying pictures, one and one that stands, or three of these."""
LEFT_OVER: Final = 1.3
"""What is left at the end stands alone if it is so much wider than high, or else joins the band before it."""
STEP: Final = 20
"""A picture's shape is told in twentieths: `ar30` is 3 : 2. So little of an edge as that cuts off, nobody misses."""
SHAPES: Final = range(10, 41)
"""The shapes that a band can hold; a picture that is narrower or wider has one for itself."""
_USUAL: Final = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture in its band: `shape` is its class, "" for one that is alone, `share` the part of the band's width."""

    figure: Figure
    shape: str = ""
    share: float = 1


def bands(gallery: Sequence[Figure]) -> list[list[Cell]]:
    """A gallery's pictures, band by band."""
    made: list[list[Figure]] = []
    begun: list[Figure] = []
    for figure in gallery:
        alone = _shape(figure) not in SHAPES
        if alone or _width(begun) >= FULL:
            _close(made, begun)
            begun = []
        if alone:
            made.append([figure])
        else:
            begun.append(figure)
    _close(made, begun)
    return [_cells(band) for band in made]


def _close(made: list[list[Figure]], band: list[Figure]) -> None:
    if band and made and _width(band) < LEFT_OVER and _shape(made[-1][0]) in SHAPES:
        made[-1] += band
    elif band:
        made.append(band)


def _cells(band: Sequence[Figure]) -> list[Cell]:
    if len(band) == 1:
        return [Cell(band[0])]
    whole = sum(map(_shape, band))
    return [Cell(figure, f"ar{_shape(figure)}", round(_shape(figure) / whole, 3)) for figure in band]


def _width(band: Sequence[Figure]) -> float:
    """How wide a band of one height is, in heights."""
    return sum(map(_shape, band)) / STEP


def _shape(figure: Figure) -> int:
    """Width by height, in twentieths. A drawing that names no size is drawn as 3 : 2."""
    return round(figure.width / figure.height * STEP) if figure.width and figure.height else _USUAL
