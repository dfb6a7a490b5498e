from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as some

from broadsheet.planning.makeup import Rectangle
from broadsheet.planning.printed.drawn import drawn_height, drawn_slots
from broadsheet.planning.printed.makeup import Slot, Spring, cuttings, slots

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 10.0


def stories(areas: Sequence[float], columns: int) -> list[list[Spring | None]]:
    """Stories that fill an area at any width."""
    return [[Spring(area / wide, 1 / area, 0.0, 0.7 * area / wide) for wide in range(1, columns + 1)] for area in areas]


def made_up(areas: Sequence[float], columns: int, height: float) -> list[Slot]:
    found = cuttings(stories(areas, columns), columns, GAP, range(len(areas)))
    return slots(min(found, key=lambda cutting: cutting.strain(height)), height, GAP)


@settings(max_examples=30)
@given(some.lists(some.floats(100, 3000), min_size=1, max_size=9), some.integers(1, 6))
def test_the_slots_tile_the_page_without_holes(areas: list[float], columns: int) -> None:
    placed = made_up(areas, columns, 900.0)
    assert sorted(slot.story for slot in placed) == list(range(len(areas)))
    for column in range(columns):
        here = sorted((s.top, s.height) for s in placed if s.column <= column < s.column + s.columns)
        assert here[0][0] == 0
        for (top, height), (below, _) in pairwise(here):
            assert abs(top + height + GAP - below) < 1e-6
        assert abs(sum(here[-1]) - 900.0) < 1e-6


def test_the_first_story_stands_at_the_top_on_the_left() -> None:
    placed = {slot.story: slot for slot in made_up([2000, 500, 700, 400, 300], 5, 800.0)}
    assert (placed[0].column, placed[0].top) == (0, 0.0)


def test_stories_get_about_the_room_that_they_ask_for() -> None:
    areas = [2000.0, 500.0, 700.0, 400.0, 300.0]
    for slot in made_up(areas, 5, 800.0):
        assert 0.7 < slot.columns * slot.height / areas[slot.story] < 1.5


def test_heads_that_are_alike_do_not_stand_side_by_side_where_it_can_be_helped() -> None:
    beside_better: list[list[Spring | None]] = [[Spring(400, 0.01), Spring(200, 0.01, 0.5)]] * 2
    assert cuttings(beside_better, 2, GAP, (1, 2))[0].stacked is False
    assert cuttings(beside_better, 2, GAP, (1, 1))[0].stacked is True


def test_a_story_that_can_stand_in_no_width_but_one_stands_there() -> None:
    only: list[list[Spring | None]] = [[None, None, Spring(200, 1)], [Spring(300, 1)] * 3]
    placed = slots(cuttings(only, 3, GAP, (0, 1))[0], 510.0, GAP)
    assert placed[0].columns == 3


def test_a_drawn_page_keeps_its_columns_and_gives_each_row_what_its_stories_need() -> None:
    tiles = [Rectangle(0, 3, 0, 2), Rectangle(3, 1, 0, 1), Rectangle(3, 1, 1, 2), Rectangle(0, 3, 2, 1)]
    springs = [Spring(500, 0.01, 0, 400), Spring(200, 0.01, 0, 150), Spring(600, 0.01, 0, 500), Spring(300, 0.01)]
    placed = drawn_slots(tiles, springs, 2, 820.0, GAP)
    assert [(slot.column, slot.columns) for slot in placed] == [(0, 6), (6, 2), (6, 2), (0, 6)]
    for slot, spring in zip(placed, springs, strict=True):
        assert slot.height > 0.95 * max(spring.least, 0.9 * spring.height)
    assert abs(placed[0].height + GAP + placed[3].height - 820.0) < 1e-6
    assert drawn_height(tiles, springs, 1600.0, GAP) in {800.0, 880.0}
