"""Copy poured into columns, by whole lines: what stands in which, and what is left over.

No line is guessed: the typesetter has counted the lines of every block. A column never begins with the last line of a
paragraph (a widow) and never ends with a crosshead; neither the first nor the last row of a table stands alone; a
picture that doesn't fit at the foot of a column waits for the next one, and the copy goes on before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOVE = 1
"""Lines of space that a crosshead has above it, but at the top of a column."""
KEEP = 2
"""Lines of copy that follow a crosshead in its column."""


@dataclass(frozen=True, slots=True)
class Length:
    """How many lines a block has, and what kind of block it is: `head`, `figure`, or one that may be `divided`.

    What is `tied` goes to the next column with the block below it, if both don't fit.
    """

    lines: int
    kind: str = ""
    divided: bool = False
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines `first` to `last` (not included) of a block, from line `row` of a column."""

    block: int
    first: int
    last: int
    column: int
    row: int


@dataclass(slots=True)
class Poured:
    """The pieces, and where the copy that found no room begins: a block and a line of it; None where all did.

    `waiting` are pictures that found none. `free` are the lines left empty, by column.
    """

    pieces: list[Piece] = field(default_factory=list)
    rest: tuple[int, int] | None = None
    waiting: list[int] = field(default_factory=list)
    free: list[int] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing is left over."""
        return self.rest is None and not self.waiting


def pour(blocks: Sequence[Length], columns: Sequence[int]) -> Poured:
    """The blocks in columns of so many lines each."""
    poured = Poured()
    at, line = 0, 0
    for column, room in enumerate(columns):
        used = _waiting(blocks, poured, column, room)
        while at < len(blocks) and used < room:
            block = blocks[at]
            if block.kind == "figure":
                if block.lines <= room - used and not poured.waiting:
                    poured.pieces.append(Piece(at, 0, block.lines, column, used))
                    used += block.lines
                else:
                    poured.waiting.append(at)
                at += 1
                continue
            taken = _crosshead(blocks, at, used, room) if block.kind == "head" else _taken(block, line, room - used)
            if not taken or (used and block.tied and used + taken + _follows(blocks, at + 1) > room):
                break
            poured.pieces.append(Piece(at, line, line + taken, column, used))
            used += taken
            line += taken
            if line < block.lines:
                break
            at, line = at + 1, 0
        poured.free.append(room - used)
    if at < len(blocks):
        poured.rest = (at, line)
    return poured


def _waiting(blocks: Sequence[Length], poured: Poured, column: int, room: int) -> int:
    """The lines of the pictures that waited for a column and now stand at the top of one."""
    used = 0
    while poured.waiting and blocks[poured.waiting[0]].lines <= room - used:
        picture = poured.waiting.pop(0)
        poured.pieces.append(Piece(picture, 0, blocks[picture].lines, column, used))
        used += blocks[picture].lines
    return used


def _crosshead(blocks: Sequence[Length], at: int, used: int, room: int) -> int:
    """The lines that a crosshead takes behind `used` ones, 0 where too few of its copy would follow."""
    lines = blocks[at].lines + (ABOVE if used else 0)
    return lines if used + lines + _follows(blocks, at + 1) <= room else 0


def _follows(blocks: Sequence[Length], at: int) -> int:
    """The lines that a column must have for what stands below a crosshead or a row, from one block on."""
    if at == len(blocks) or blocks[at].kind == "figure":
        return 0
    block = blocks[at]
    if block.kind == "head":
        return block.lines + ABOVE + _follows(blocks, at + 1)
    if block.tied:
        return block.lines + _follows(blocks, at + 1)
    return min(KEEP, block.lines) if block.divided else block.lines


def _taken(block: Length, line: int, room: int) -> int:
    """How many lines of a block, from one on, stand in the room that a column has left."""
    left = block.lines - line
    if left <= room:
        return left
    if not block.divided:
        return 0
    # The last line alone would begin the next column.
    return room - 1 if left - room == 1 else room
