"""A page's make-up where the editor drew it: the grid's columns as typed, its rows as high as their stories ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.planning.printed.makeup import Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.makeup import Rectangle
    from broadsheet.planning.printed.makeup import Spring

SWEEPS = 200
AIRY = 0.25
"""How much less a story pulls that is too short for its slot: air is seen less than type that is squeezed."""
LEAST = 40.0
"""The least height of a row in points: a head and three lines."""


def drawn_slots(
    rectangles: Sequence[Rectangle], springs: Sequence[Spring], times: int, height: float, gap: float
) -> list[Slot]:
    """The stories' places on a page of a height; a column of the grid is `times` columns of type.

    The lines between the rows are moved one after the other to where the springs above and below them rest, until
    nothing moves any more (a relaxation): a sum of squares has one rest.
    """
    edges = _edges(rectangles, springs, height, gap)
    rows = len(edges) - 1
    return [
        Slot(
            number,
            tile.column * times,
            tile.columns * times,
            edges[tile.row],
            edges[tile.row + tile.rows] - edges[tile.row] - (0.0 if tile.row + tile.rows == rows else gap),
        )
        for number, tile in enumerate(rectangles)
    ]


def drawn_height(rectangles: Sequence[Rectangle], springs: Sequence[Spring], most: float, gap: float) -> float:
    """The height, up to `most`, at which a drawn page is under the least strain."""

    def strain(height: float) -> float:
        placed = drawn_slots(rectangles, springs, 1, height, gap)
        return sum(
            _stiffness(spring, slot.height) * (slot.height - spring.height) ** 2
            for slot, spring in zip(placed, springs, strict=True)
        )

    return min((most * share / 20 for share in range(4, 21)), key=strain)


def _edges(rectangles: Sequence[Rectangle], springs: Sequence[Spring], height: float, gap: float) -> list[float]:
    """Where the rows begin, and last the page's height."""
    rows = max(tile.row + tile.rows for tile in rectangles)
    edges = [height * row / rows for row in range(rows + 1)]
    for _ in range(SWEEPS):
        for edge in range(1, rows):
            pull = weight = 0.0
            for tile, spring in zip(rectangles, springs, strict=True):
                end = tile.row + tile.rows
                if edge not in {tile.row, end}:
                    continue
                inner = 0.0 if end == rows else gap
                here = edges[end] - edges[tile.row] - inner
                wish = max(spring.height, spring.least * 1.01) if here < spring.least else spring.height
                stiffness = _stiffness(spring, here)
                pull += stiffness * (edges[tile.row] + wish + inner if edge == end else edges[end] - inner - wish)
                weight += stiffness
            if weight:
                low, high = edges[edge - 1] + LEAST, edges[edge + 1] - LEAST
                edges[edge] = min(max(pull / weight, low), high) if low < high else (low + high) / 2
    return edges


def _stiffness(spring: Spring, height: float) -> float:
    """How hard a story pulls at a height: a hundred times as hard below what it needs, less where it only has air."""
    return spring.stiffness * (100 if height < spring.least else AIRY if height > spring.height else 1)
