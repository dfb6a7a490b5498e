"""What layouts/parts/figure.html asks of a picture: classes instead of styles, and which copies it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from broadsheet.planning.renditions import Renditions
    from broadsheet.planning.views import Figure

_FOCUS: Final = re.compile(r"(\d{1,3})% +(\d{1,3})%")
_COLOUR: Final = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_STEP: Final = 51
"""A colour's six steps of a channel: 216 colours, near enough for what is seen for a moment."""
_NEAR: Final = 0.97
"""A copy that is so much of what is asked for is as good."""


def focus_classes(focus: str) -> str:
    """Classes for a point of interest, in tenths: `50% 30%` is `fx5 fy3`. Styles may not stand in the page (CSP)."""
    found = _FOCUS.fullmatch(focus.strip())
    if not found:
        return ""
    across, down = (min(10, round(int(part) / 10)) for part in found.groups())
    return f"fx{across} fy{down}"


def colour_classes(figure: Figure) -> str:
    """Classes for the colour that holds a picture's place: `#a0b1c2` is `cr3 cg3 cb4`.

    "" for a picture that may let it show for ever: only JPEG is known to have no hole in it.
    """
    found = _COLOUR.fullmatch(figure.colour)
    if not found or figure.renditions is None or figure.renditions.formats[-1] != "jpg":
        return ""
    red, green, blue = (round(int(part, 16) / _STEP) for part in found.groups())
    return f"cr{red} cg{green} cb{blue}"


def widths_up_to(copies: Renditions, enough: float) -> tuple[int, ...]:
    """The widths of a picture's copies up to the first that is `enough` pixels, for a place that never needs more."""
    too_small = [width for width in copies.widths if width < enough * _NEAR]
    return copies.widths[: len(too_small) + 1]
