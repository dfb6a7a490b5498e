"""How the printed page looks: the settings of `paper` in newspaper.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES: Final[Mapping[str, tuple[float, float]]] = {
    "broadsheet": (390.0, 540.0),
    "berliner": (315.0, 470.0),
    "tabloid": (270.0, 390.0),
    "a3": (297.0, 420.0),
    "a4": (210.0, 297.0),
}
"""Finished sizes in millimetres: 对开 and 四开 as mainland papers are cut, Berliner, and ISO 216."""
COLUMN: Final = 48.0
"""Millimetres that a column of type is to be wide: 14 Han characters of 9.5 points, 40 Latin letters."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family that newspaper.yaml names, and where; `family` is "" for the project's own choice."""

    family: str = ""
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """A paper's printed page.

    `width` and `height` are in millimetres, `body` is the size of type in points that copy is set in where it fits,
    `columns` 0 stands for as many as there is room for. `type` sets copy, `headlines` heads and `labels` crossheads,
    captions and folios; `fonts` is a folder below the content folder with families of the paper's own. Colours are
    `#1b1a17`.
    """

    width: float = SIZES["tabloid"][0]
    height: float = SIZES["tabloid"][1]
    columns: int = 0
    body: float = 9.5
    type: Typeface = field(default_factory=Typeface)
    headlines: Typeface = field(default_factory=Typeface)
    labels: Typeface = field(default_factory=Typeface)
    fonts: str = ""
    ink: str = "#1b1a17"
    accent: str = "#b0281a"
    ground: str = "#ffffff"

    @property
    def margin(self) -> float:
        """The empty edge of the page in millimetres."""
        return round(self.width * 0.045, 2)

    @property
    def own_columns(self) -> int:
        """How many columns the page has: as set, or as many of a readable width as there is room for."""
        return self.columns or max(1, round((self.width - 2 * self.margin) / (COLUMN + 2)))
