"""Pictures cut to a shape round their point of interest."""

from __future__ import annotations

import pytest
from PIL import Image

from broadsheet.rendering.pictures.crop import crop


def striped(width: int, height: int) -> Image.Image:
    """Ten stripes across the longer side, the n-th of the grey 25 n."""
    picture = Image.new("L", (width, height))
    across = width > height
    for number in range(10):
        step = max(width, height) // 10
        box = (
            (number * step, 0, (number + 1) * step, height)
            if across
            else (0, number * step, width, number * step + step)
        )
        picture.paste(25 * number, box)
    return picture


@pytest.mark.parametrize(
    ("focus", "grey"),
    [("", 125), ("50% 50%", 125), ("0% 50%", 0), ("100% 0%", 225), ("20% 90%", 50), ("999% 0%", 225)],
)
def test_the_point_of_interest_stays_in_a_wide_picture_and_in_a_tall_one(focus: str, grey: int) -> None:
    wide = crop(striped(1000, 100), (100, 100), focus)
    assert wide.size == (100, 100)
    assert abs(grey - wide.getpixel((50, 50))) <= 25
    across, _, down = focus.partition(" ")
    tall = crop(striped(100, 1000), (100, 100), f"{down} {across}" if focus else "")
    assert abs(grey - tall.getpixel((50, 50))) <= 25


def test_nothing_is_cut_off_a_picture_of_the_same_shape() -> None:
    assert [crop(striped(1000, 500), (200, 100), "0% 0%").getpixel((x, 50)) for x in (5, 105, 195)] == [0, 125, 225]
