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
    if _runs_together(placed, rows, place):
        hint = "begin the grid with “|”, and its rows on the lines below"
        placed.report("grid-folded", "the rows of the grid run together into one", place, hint)
        return None
    lines = _line_numbers(placed, rows, place)
    width = len(rows[0])
    sound = True
    for row, line in zip(rows, lines, strict=True):
        if len(row) != width:
            message = f"this row has {len(row)} slots, the first has {width}"
            hint = "every row has the same number; a dot is an empty slot"
            placed.report("grid-uneven", message, _line_place(placed, line), hint)
            sound = False
    if width > MOST_COLUMNS or len(rows) > MOST_ROWS:
        message = f"the grid is {width} slots wide and {len(rows)} high"
        hint = f"at most {MOST_COLUMNS} wide and {MOST_ROWS} high"
        placed.report("grid-too-large", message, _line_place(placed, lines[0]), hint)
        sound = False
    if not sound:
        return None
    slugs = dict.fromkeys(word for row in rows for word in row if word.strip("."))
    slots = [_slot(placed, rows, lines, slug) for slug in slugs]
    if not slots:
        hint = "write the slug of a story in each slot, or leave grid: out"
        placed.report("grid-empty", "the grid has no slot with a story", _line_place(placed, lines[0]), hint)
        return None
    rectangles = tuple(slot for slot in slots if slot)
    return Grid(width, len(rows), rectangles) if len(rectangles) == len(slots) else None


def _runs_together(placed: Placed, rows: list[list[str]], place: Place) -> bool:
    """Whether YAML folded several lines into one row: the lines of a value that does not begin with `|`."""
    line = placed.excerpt(place)[place.column - 1 :]
    return not line.startswith("|") and len(rows) == 1 and _found(line.split(), rows[0]) < len(rows[0])


def _found(words: list[str], row: list[str]) -> int:
    """How many of the row's first words stand on the line, quotation marks aside."""
    typed = [word.strip("\"'") for word in words]
    return next((n for n, word in enumerate(row) if n >= len(typed) or typed[n] != word), len(row))


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
    message = f'the slot "{slug}" is not a rectangle'
    placed.report("grid-not-rectangle", message, place, "a slot's cells fill one rectangle")
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
    if not placed.excerpt(place)[place.column - 1 :].startswith("|"):
        return [place.line] * len(rows)
    numbers: list[int] = []
    line = place.line + 1
    for _ in rows:
        while not placed.lines[line - 1].strip():
            line += 1
        numbers.append(line)
        line += 1
    return numbers


def _line_place(placed: Placed, line: int) -> Place:
    text = placed.lines[line - 1]
    stripped = text.strip()
    return Place(placed.file, line, text.index(stripped) + 1, max(len(stripped), 1))


def _word_place(placed: Placed, line: int, row: list[str], column: int) -> Place:
    text = placed.lines[line - 1]
    # On one line with its key, the row begins behind the colon.
    at = text.find(":") + 1 if text.split() != row else 0
    start = 0
    for word in row[: column + 1]:
        start = text.find(word, at)
        at = start + len(word)
    return Place(placed.file, line, start + 1, len(row[column]))
