"""A page's grid where the editor drew none: the lead large, the rest in rows without holes.

The page has twelve columns. The lead takes eight of them beside a stack of two or three stories; what is left stands in
rows of two, three or four, the longer stories first. This is how a broadsheet page is drawn by hand when nothing is
asked of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = 12
LEAD_COLUMNS = 8
PICTURE = 400
"""Characters that a picture takes the room of."""


@dataclass(frozen=True, slots=True)
class Story:
    """What makes a story large or small: importance (1 to 5), length in characters, whether it has a picture."""

    importance: int
    length: int
    pictured: bool


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Cells of the page, counted from 0."""

    column: int
    columns: int
    row: int
    rows: int


def weight(length: int, *, pictured: bool) -> int:
    """How much room a story of so many characters asks for."""
    return length + PICTURE * pictured


def make_up(stories: Sequence[Story]) -> tuple[Rectangle, ...]:
    """A rectangle for each story, in the order given: the first is the lead; they tile the page without holes."""
    count = len(stories)
    if count == 0:
        return ()
    if count == 1:
        return (Rectangle(0, COLUMNS, 0, 1),)
    beside = min(count - 1, 3 if count == 4 else 2)
    tiles = [Rectangle(0, LEAD_COLUMNS, 0, beside)]
    tiles += [Rectangle(LEAD_COLUMNS, COLUMNS - LEAD_COLUMNS, row, 1) for row in range(beside)]
    row = beside
    at = beside + 1
    for size in _row_sizes(count - at):
        tiles += _row(stories[at : at + size], row)
        at += size
        row += 1
    return tuple(tiles)


def _row_sizes(count: int) -> list[int]:
    """How many stories each row takes: threes, with twos above or fours below to come out even."""
    if count <= 4:
        return [count] if count else []
    threes, rest = divmod(count, 3)
    if rest == 0:
        return [3] * threes
    if rest == 2:
        return [2, *[3] * threes]
    return [*[3] * (threes - 1), 4]


def _row(stories: Sequence[Story], row: int) -> list[Rectangle]:
    if len(stories) == 2:
        first, second = (weight(story.length, pictured=story.pictured) for story in stories)
        left = 7 if first > 1.5 * second else 5 if second > 1.5 * first else 6
        return [Rectangle(0, left, row, 1), Rectangle(left, COLUMNS - left, row, 1)]
    width = COLUMNS // len(stories)
    return [Rectangle(number * width, width, row, 1) for number in range(len(stories))]


def sizes(rectangles: Sequence[Rectangle], stories: Sequence[Story], columns: int) -> tuple[str, ...]:
    """How loud each story is set: `lead`, `major`, `minor` or `brief`, by its share of the page and its importance.

    One story leads: the most important of the largest ones.
    """
    if not rectangles:
        return ()
    areas = [tile.columns * tile.rows for tile in rectangles]
    lead = min(range(len(areas)), key=lambda n: (stories[n].importance, -areas[n], n))
    page = columns * max(tile.row + tile.rows for tile in rectangles)

    def size(number: int) -> str:
        if number == lead:
            return "lead"
        share = areas[number] / page
        if share >= 0.2 or (stories[number].importance <= 2 and share >= 0.1):
            return "major"
        return "brief" if stories[number].length < 250 and not stories[number].pictured else "minor"

    return tuple(size(number) for number in range(len(areas)))
