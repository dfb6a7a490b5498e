"""A page's make-up where the editor drew none: a slicing layout, searched.

A page is cut into a stack of parts, or into parts side by side, and these again, until each has one story; the stories
keep their order, so that the lead stands at the top on the left and the page reads as its list does. Every story is a
spring: it has a height that suits it at each number of columns, and a stiffness by how much its pictures and leading
can give. Springs on top of one another add their lengths, springs side by side share one; so the strain of any cutting
is known at once, and the one with the least is found from the small parts to the large.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

KEPT = 3
"""Cuttings that are kept of each stretch of stories and width: more make the search longer, the pages hardly better."""


@dataclass(frozen=True, slots=True)
class Spring:
    """A story at some number of columns: the height that suits it in points, its stiffness, and what it costs anyway.

    It is not whole below the height `least`.
    """

    height: float
    stiffness: float
    cost: float = 0.0
    least: float = 0.0

    def strain(self, height: float) -> float:
        """What it costs at a height."""
        return strain(self, height)


@dataclass(frozen=True, slots=True)
class Cutting:
    """A stretch of stories in so many columns: one story (`story`), or parts stacked (`stacked`) or side by side."""

    height: float
    stiffness: float
    cost: float
    columns: int
    least: float = 0.0
    story: int = -1
    stacked: bool = False
    parts: tuple[Cutting, ...] = ()

    def strain(self, height: float) -> float:
        """What it costs at a height."""
        return strain(self, height)


def strain(spring: Spring | Cutting, height: float) -> float:
    """What a spring costs at a height; below its least one, copy is lost, and it costs a hundred times as much."""
    short = max(0.0, spring.least - height)
    return spring.cost + spring.stiffness * ((height - spring.height) ** 2 + 100 * short**2)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a story stands: its first column from 0, how many, and its top and height in points."""

    story: int
    column: int
    columns: int
    top: float
    height: float


def cuttings(
    springs: Sequence[Sequence[Spring | None]], columns: int, gap: float, likeness: Sequence[int]
) -> list[Cutting]:
    """The best cuttings of a page of so many columns.

    `springs` are each story's at one column, at two, and so on, None where it can't stand so. `gap` is the space
    between parts that are stacked. `likeness` says how loud each head is: heads as loud as one another at the same
    width had better not stand side by side.
    """
    count = len(springs)
    best: dict[tuple[int, int, int], list[Cutting]] = {}
    for size in range(1, count + 1):
        for start in range(count - size + 1):
            end = start + size
            for width in range(1, columns + 1):
                found: list[_Found] = []
                if size == 1 and (spring := springs[start][width - 1]):
                    found.append((spring.cost, spring.height, spring.stiffness, spring.least, ()))
                for middle in range(start + 1, end):
                    found += _stacked(best[start, middle, width], best[middle, end, width], gap)
                    for left in range(1, width):
                        tombstone = _tombstone(start, middle, left, width - left, likeness)
                        found += _beside(best[start, middle, left], best[middle, end, width - left], tombstone)
                best[start, end, width] = _few(found, width, start)
    return best[0, count, columns]


def slots(cutting: Cutting, height: float, gap: float, column: int = 0, top: float = 0.0) -> list[Slot]:
    """Where every story of a cutting stands when the whole has a height."""
    if cutting.story >= 0:
        return [Slot(cutting.story, column, cutting.columns, top, height)]
    found: list[Slot] = []
    if not cutting.stacked:
        for part in cutting.parts:
            found += slots(part, height, gap, column, top)
            column += part.columns
        return found
    first, second = cutting.parts
    give = (1 / first.stiffness) / (1 / first.stiffness + 1 / second.stiffness)
    upper = first.height + (height - cutting.height) * give
    if first.least + second.least + gap <= height:
        upper = min(max(upper, first.least), height - gap - second.least)
    upper = min(max(upper, 0.1 * height), 0.9 * height)
    found += slots(first, upper, gap, column, top)
    return found + slots(second, height - gap - upper, gap, column, top + upper + gap)


_Found = tuple[float, float, float, float, tuple[Cutting, ...]]
"""A cutting not made yet: cost, height, stiffness, least height, parts. Hundreds are found for each that is kept."""


def _stacked(above: Sequence[Cutting], below: Sequence[Cutting], gap: float) -> list[_Found]:
    return [
        (
            a.cost + b.cost,
            a.height + b.height + gap,
            a.stiffness * b.stiffness / (a.stiffness + b.stiffness),
            a.least + b.least + gap,
            (a, b),
        )
        for a in above
        for b in below
    ]


def _beside(left: Sequence[Cutting], right: Sequence[Cutting], extra: float) -> list[_Found]:
    found: list[_Found] = []
    for a in left:
        for b in right:
            stiffness = a.stiffness + b.stiffness
            least = max(b.least, a.least)
            height = (a.stiffness * a.height + b.stiffness * b.height) / stiffness
            height = max(height, least)
            cost = a.cost + a.stiffness * (a.height - height) ** 2 + b.cost + b.stiffness * (b.height - height) ** 2
            found.append((cost + extra, height, stiffness, least, (a, b)))
    return found


def _tombstone(start: int, middle: int, left: int, right: int, likeness: Sequence[int]) -> float:
    """What two heads side by side cost: those that begin the two parts stand at one height."""
    return 1.5 if left == right and likeness[start] == likeness[middle] else 0.0


def _few(found: list[_Found], columns: int, story: int) -> list[Cutting]:
    """The best, and beside them only such as differ in height."""
    kept: list[Cutting] = []
    for cost, height, stiffness, least, parts in sorted(found, key=itemgetter(0)):
        if all(abs(height - other.height) > 0.04 * other.height for other in kept):
            stacked = bool(parts) and parts[0].columns == columns
            kept.append(Cutting(height, stiffness, cost, columns, least, -1 if parts else story, stacked, parts))
            if len(kept) == KEPT:
                break
    return kept
