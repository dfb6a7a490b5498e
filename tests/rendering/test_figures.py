"""What the part that draws pictures asks of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from broadsheet.planning.renditions import Renditions
from broadsheet.planning.views import Figure
from broadsheet.rendering.figures import colour_classes, focus_classes, widths_up_to

COPIES = Renditions("/files/a.0", 2400, 1600, (420, 720, 1140, 1680, 2400), ("avif", "webp", "jpg"))
PHOTO = Figure(COPIES.widest, 2400, 1600, "图", colour="#a0b1C2", renditions=COPIES)


def test_a_point_of_interest_is_told_in_tenths() -> None:
    assert focus_classes("50% 33%") == "fx5 fy3"
    assert focus_classes("999% 0%") == "fx10 fy0"
    assert focus_classes("top") == ""


def test_a_colour_is_told_in_six_steps_of_each_channel() -> None:
    assert colour_classes(PHOTO) == "cr3 cg3 cb4"
    assert colour_classes(replace(PHOTO, colour="#000000")) == "cr0 cg0 cb0"
    assert colour_classes(replace(PHOTO, colour="#ffffff")) == "cr5 cg5 cb5"


def test_only_a_picture_that_hides_it_has_a_colour_behind_it() -> None:
    with_holes = replace(PHOTO, renditions=replace(COPIES, formats=("avif", "webp")))
    drawing = replace(PHOTO, renditions=None)
    unknown = replace(PHOTO, colour="")
    assert [colour_classes(figure) for figure in (with_holes, drawing, unknown)] == [""] * 3


@pytest.mark.parametrize(
    ("enough", "widths"),
    [(240, (420,)), (430, (420,)), (500, (420, 720)), (1140, (420, 720, 1140)), (5000, COPIES.widths)],
)
def test_a_place_names_the_copies_that_it_can_need(enough: float, widths: tuple[int, ...]) -> None:
    assert widths_up_to(COPIES, enough) == widths
