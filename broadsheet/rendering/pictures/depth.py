"""Pictures of more than eight bits a channel, which science and scanners make, in eight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image


def shallow(picture: Image.Image) -> Image.Image:
    """A grey picture of more than eight bits, in eight; one that doesn't fill its range is spread over it."""
    is_16 = picture.mode.startswith("I;16")
    # Of 16 bits in either order, Pillow makes a number, and little else.
    wide = picture.convert("I") if is_16 else picture
    most = wide.getextrema()[1]
    whole = 1.0 if not isinstance(most, (int, float)) or most <= 1 else 65535.0 if is_16 or most > 255 else 255.0
    return wide.convert("F").point(lambda value: value * (255 / whole)).convert("L")
