"""A page drawn in words: rows of slugs to rectangles.

The form is CSS's own (grid-template-areas, CSS Grid Layout §7.3): one word a cell, `.` for an empty one, a word's
cells together are one rectangle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.edition import Grid, GridSlot
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from broadsheet.reading.placed import Placed

MOST_COLUMNS = 12
MOST_ROWS = 24
"""What the stylesheet has placement classes for, since a strict policy forbids styles in the page."""


def read_grid(placed: Placed, text: str, place: Place) -> Grid | None:
    """The grid that `text` draws, its slots in reading order (top to bottom, left to right); None if it is at fault.

    `place` is where the value begins; with a block (`|`) the rows stand on the lines below it.
    """
    rows = [line.split() for line in text.split("\n") if line.strip()]
    if not rows:
        placed.report("grid-empty", "the grid is empty", place, "one line a row, one slug a slot")
        return None
    lines = _line_numbers(placed, rows, place)
    width = len(rows[0])
    sound = True
    for row, line in zip(rows, lines, strict=True):
        if len(row) != width:
            message = f"this row has {len(row)} slots, the first has {width}"
            placed.report("grid-uneven", message, _line_place(placed, line), "every row has the same number; a dot is an empty slot")
            sound = False
    if width > MOST_COLUMNS or len(rows) > MOST_ROWS:
        message = f"the grid has {width} columns and {len(rows)} rows"
        placed.report("grid-too-large", message, _line_place(placed, lines[0]), f"at most {MOST_COLUMNS} and {MOST_ROWS}")
        sound = False
    if not sound:
        return None
    slots = [_slot(placed, rows, lines, slug) for slug in dict.fromkeys(word for row in rows for word in row if word.strip("."))]
    found = [slot for slot in slots if slot]
    return Grid(width, len(rows), tuple(found)) if len(found) == len(slots) else None


def _slot(placed: Placed, rows: list[list[str]], lines: list[int], slug: str) -> GridSlot | None:
    cells = [(r, c) for r, row in enumerate(rows) for c, word in enumerate(row) if word == slug]
    top, left = min(r for r, _ in cells), min(c for _, c in cells)
    height, width = max(r for r, _ in cells) - top + 1, max(c for _, c in cells) - left + 1
    if len(cells) == width * height:
        place = _word_place(placed, lines[top], rows[top], left)
        return GridSlot(slug, left, top, width, height, place, placed.excerpt(place))
    # The first cell out of the rectangle that the slot begins is the one to mend.
    wrong = next(cell for cell in cells if cell not in _first_rectangle(cells))
    place = _word_place(placed, lines[wrong[0]], rows[wrong[0]], wrong[1])
    placed.report("grid-not-rectangle", f'the slot "{slug}" is not a rectangle', place, "a slot's cells fill one rectangle")
    return None


def _first_rectangle(cells: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The cells of the rectangle that the slot's first row begins."""
    top, left = cells[0]
    width = 1
    while (top, left + width) in cells:
        width += 1
    height = 1
    while all((top + height, left + c) in cells for c in range(width)):
        height += 1
    return {(top + r, left + c) for r in range(height) for c in range(width)}


def _line_numbers(placed: Placed, rows: list[list[str]], place: Place) -> list[int]:
    """The line of source of each row: the rows follow one another from where the value begins."""
    numbers: list[int] = []
    line = place.line
    for row in rows:
        while line <= len(placed.lines) and placed.lines[line - 1].split() != row:
            line += 1
        numbers.append(min(line, len(placed.lines)))
        line += 1
    return numbers


def _line_place(placed: Placed, line: int) -> Place:
    text = placed.lines[line - 1]
    stripped = text.strip()
    return Place(placed.file, line, text.index(stripped) + 1, max(len(stripped), 1))


def _word_place(placed: Placed, line: int, row: list[str], column: int) -> Place:
    text = placed.lines[line - 1]
    at = 0
    for word in row[: column + 1]:
        found = text.find(word, at)
        start, at = found, found + len(word)
    return Place(placed.file, line, start + 1, len(row[column]))
