"""Pictures of more than eight bits, in eight."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from broadsheet.rendering.pictures.depth import shallow


@pytest.mark.parametrize(
    ("mode", "value"), [("I;16", 32_896), ("I;16B", 32_896), ("I", 32_896), ("I", 128), ("F", 128.0), ("F", 0.5)]
)
def test_a_grey_of_many_bits_is_the_same_grey_in_eight(mode: str, value: float) -> None:
    out = io.BytesIO()
    Image.new(mode, (8, 8), value).save(out, "TIFF")
    seen = shallow(Image.open(out))
    assert seen.mode == "L"
    assert seen.getextrema() == pytest.approx((128, 128), abs=1)
