"""A galley (校样): the copy of one file as a proofreader reads it, each character with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from broadsheet.model.place import Place

OPAQUE = "\ufffc"
"""Stands in a passage for what is not read: code, an address, a tag, a picture."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a headline, a cell: what is read in one go, without its markup.

    `pieces` are (where in `text`, where in the file) of each stretch that stands in the file as it is read. `running`
    says that it is a paragraph of the copy, so that a quotation may go on from one to the next.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    running: bool = False

    def offset(self, index: int) -> int:
        """Where a character of `text` stands in the file."""
        start, offset = self.pieces[bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1]
        return offset + index - start


@dataclass(frozen=True, slots=True)
class OptOut:
    """A line's opt-out of rules: `codes` are not looked for on the lines `first` to `last`; `reason` is "" for none.

    `fault` says what is wrong with it where it can't be read, `hint` what to type instead.
    """

    codes: tuple[str, ...]
    reason: str
    first: int
    last: int
    place: Place
    fault: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Galley:
    """A file's text with its passages in order and its opt-outs.

    `indents` are the (offset, length) of those typed in the copy, whose first line is `first_line`.
    """

    file: str
    text: str
    passages: tuple[Passage, ...] = ()
    opt_outs: tuple[OptOut, ...] = ()
    indents: tuple[tuple[int, int], ...] = ()
    first_line: int = 1

    @cached_property
    def lines(self) -> list[str]:
        """The lines: each is one text, whoever shows it."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *accumulate(len(line) + 1 for line in self.lines[:-1])]

    def place(self, offset: int, length: int = 1) -> Place:
        """The place of a stretch of the text; of one that goes on on the next line, its part on the first."""
        number = bisect_right(self.starts, offset)
        column = offset - self.starts[number - 1]
        length = min(length, len(self.lines[number - 1]) - column)
        return Place(self.file, number, column + 1, max(length, 1))

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; "" for one that isn't there."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""
