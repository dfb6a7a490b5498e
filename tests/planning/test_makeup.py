"""Pages that no editor drew: they are full, they lead with the lead, and every story has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.planning.makeup import COLUMNS, Rectangle, Story, make_up, sizes

STORIES = st.builds(Story, st.integers(1, 5), st.integers(0, 5000), st.booleans())


@given(st.lists(STORIES, min_size=1, max_size=40))
def test_tiles_cover_the_page_without_holes_or_overlaps(stories: list[Story]) -> None:
    tiles = make_up(stories)
    assert len(tiles) == len(stories)
    cells = [
        (row, column)
        for tile in tiles
        for row in range(tile.row, tile.row + tile.rows)
        for column in range(tile.column, tile.column + tile.columns)
    ]
    rows = max(row for row, _ in cells) + 1
    assert sorted(cells) == [(row, column) for row in range(rows) for column in range(COLUMNS)]


@given(st.lists(STORIES, min_size=1, max_size=40))
def test_the_first_story_leads_and_is_the_largest(stories: list[Story]) -> None:
    areas = [tile.columns * tile.rows for tile in make_up(stories)]
    assert areas[0] == max(areas)
    assert areas.count(areas[0]) == 1


@given(st.lists(STORIES, min_size=1, max_size=40))
def test_tiles_stand_in_reading_order(stories: list[Story]) -> None:
    tiles = make_up(stories)[1:]
    assert [(tile.row, tile.column) for tile in tiles] == sorted((tile.row, tile.column) for tile in tiles)


@given(st.lists(STORIES, min_size=1, max_size=40))
def test_one_story_is_set_as_the_lead(stories: list[Story]) -> None:
    assert sizes(make_up(stories), stories, COLUMNS).count("lead") == 1


def test_a_page_without_stories_has_no_tiles() -> None:
    assert make_up([]) == ()
    assert sizes((), (), 4) == ()


@pytest.mark.parametrize(
    ("lengths", "columns"), [((900, 300), (7, 5)), ((300, 900), (5, 7)), ((500, 500), (6, 6)), ((100, 700), (5, 7))]
)
def test_the_longer_of_two_stories_in_a_row_has_more_room(lengths: tuple[int, int], columns: tuple[int, int]) -> None:
    stories = [Story(1, 900, pictured=False)] * 3 + [Story(3, length, pictured=False) for length in lengths]
    assert tuple(tile.columns for tile in make_up(stories)[3:]) == columns


def test_a_picture_counts_as_length() -> None:
    stories = [Story(1, 900, pictured=False)] * 3 + [Story(3, 300, pictured=True), Story(3, 300, pictured=False)]
    assert [tile.columns for tile in make_up(stories)[3:]] == [7, 5]


def test_the_lead_is_the_most_important_story_even_in_a_small_slot() -> None:
    tiles = (Rectangle(0, 3, 0, 2), Rectangle(3, 1, 0, 1), Rectangle(3, 1, 1, 1))
    stories = (Story(2, 900, pictured=False), Story(1, 900, pictured=False), Story(3, 90, pictured=False))
    assert sizes(tiles, stories, 4) == ("major", "lead", "brief")


def test_a_short_story_with_a_picture_is_no_brief() -> None:
    tiles = (Rectangle(0, 6, 0, 2), Rectangle(6, 1, 0, 1), Rectangle(6, 1, 1, 1))
    stories = (Story(1, 900, pictured=False), Story(3, 90, pictured=True), Story(4, 900, pictured=False))
    assert sizes(tiles, stories, 7) == ("lead", "minor", "minor")
