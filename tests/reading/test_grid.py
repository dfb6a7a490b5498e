from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.place import Place
from broadsheet.reading.grid import read_grid
from broadsheet.reading.placed import Placed, read_yaml

if TYPE_CHECKING:
    from broadsheet.model.edition import Grid


def drawn(grid: str) -> tuple[Grid | None, Placed]:
    text = f"name: 城事\ngrid: {grid}"
    placed = read_yaml(text, "edition.yaml", text)
    return read_grid(placed, placed.data["grid"], placed.place(("grid",))), placed


def test_words_are_rectangles_in_reading_order() -> None:
    grid, _ = drawn("|\n  plan plan card\n  plan plan .\n\n  park water ...\n")
    assert grid is not None
    assert (grid.columns, grid.rows) == (3, 3)
    assert [(slot.slug, slot.column, slot.row, slot.columns, slot.rows) for slot in grid.slots] == [
        ("plan", 0, 0, 2, 2),
        ("card", 2, 0, 1, 1),
        ("park", 0, 2, 1, 1),
        ("water", 1, 2, 1, 1),
    ]
    assert [slot.place for slot in grid.slots] == [
        Place("edition.yaml", 3, 3, 4),
        Place("edition.yaml", 3, 13, 4),
        Place("edition.yaml", 6, 3, 4),
        Place("edition.yaml", 6, 8, 5),
    ]
    assert grid.slots[3].excerpt == "  park water ..."


@pytest.mark.parametrize("typed", ["plan park", '"plan park"', "'plan park'"])
def test_a_grid_of_one_row_may_stand_on_its_key_s_line(typed: str) -> None:
    grid, _ = drawn(typed)
    assert grid is not None
    assert [slot.slug for slot in grid.slots] == ["plan", "park"]
    assert grid.slots[1].place.line == 2


def test_a_word_is_found_behind_a_word_that_holds_it() -> None:
    grid, _ = drawn("|\n  park-plan park\n")
    assert grid is not None
    assert [slot.place.column for slot in grid.slots] == [3, 13]


@pytest.mark.parametrize(
    ("typed", "code", "line", "column"),
    [
        ("|\n  a b\n  a\n  b b b\n", "grid-uneven", 4, 3),
        ("|\n  a b\n  b a\n", "grid-not-rectangle", 4, 5),
        ("|\n  a a\n  . a\n", "grid-not-rectangle", 4, 5),
        ("|\n  a b a\n", "grid-not-rectangle", 3, 7),
        ("|\n  . .\n", "grid-empty", 3, 3),
        ("|\n  " + "a " * 13 + "\n", "grid-too-large", 3, 3),
        ("|\n" + "  a\n" * 25, "grid-too-large", 3, 3),
        ("a b\n  a b\n", "grid-folded", 2, 7),
        (">\n  a b\n  a b\n", "grid-folded", 2, 7),
        ('"a b\n  a b"\n', "grid-folded", 2, 7),
        ('"  "', "grid-empty", 2, 7),
    ],
)
def test_a_grid_at_fault_is_told_at_the_line_to_mend(typed: str, code: str, line: int, column: int) -> None:
    grid, placed = drawn(typed)
    assert grid is None
    first = placed.diagnostics[0]
    assert (first.code, first.place.line, first.place.column) == (code, line, column)


@given(st.lists(st.lists(st.sampled_from("ab."), min_size=1, max_size=5), min_size=1, max_size=5))
def test_a_grid_s_slots_cover_each_cell_once(rows: list[list[str]]) -> None:
    grid, placed = drawn("|\n" + "".join(f"  {' '.join(row)}\n" for row in rows))
    assert (grid is None) == bool(placed.diagnostics)
    if grid is None:
        return
    cells = [
        (row, column)
        for slot in grid.slots
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.column, slot.column + slot.columns)
    ]
    words = [(r, c) for r, row in enumerate(rows) for c, word in enumerate(row) if word != "."]
    assert sorted(cells) == words
