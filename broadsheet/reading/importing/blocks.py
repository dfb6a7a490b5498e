"""Texts of a page: lines that go on joined, each text with what it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.reading.importing.lines import Mark
from broadsheet.reading.importing.signatures import split_signature
from broadsheet.reading.importing.wording import is_listed, is_numeral
from broadsheet.reading.markdown.soft_breaks import join_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.weighing import Labelled


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one text: its `label` as `grammar` has them, and how sure label and joins are."""

    label: str
    line: Line
    share: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text, its lines joined."""
        return self.line.text


def blocks_of(rows: Iterable[Labelled]) -> Iterator[Block]:
    """Lines that go on joined with those above them."""
    group: list[Labelled] = []
    for row in rows:
        if group and not row.goes_on:
            yield _block(group)
            group = []
        group.append(row)
    if group:
        yield _block(group)


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a number that stands above a crosshead as the beginning of it."""
    number: Block | None = None
    for block in blocks:
        if number and block.label == "X":
            line = _joined(number.line, block.line, spaced=True)
            yield replace(block, line=line, lines=(*number.lines, *block.lines))
            number = None
            continue
        if number:
            yield number
        number = block if block.label == "X" and is_numeral(block.text) else None
        if number is None:
            yield block
    if number:
        yield number


def without_signature(block: Block) -> Iterator[Block]:
    """A paragraph, and the signature in brackets that closed it."""
    copy, signed = split_signature(block.text) if block.label == "P" and not is_listed(block.text) else ("", "")
    if not signed:
        yield block
        return
    marks = tuple(mark for mark in block.line.marks if mark.end <= len(copy))
    yield replace(block, line=replace(block.line, text=copy, marks=marks))
    yield replace(block, label="E", line=replace(block.line, text=signed, marks=()))


def _block(rows: Sequence[Labelled]) -> Block:
    line = rows[0].cues.line
    for row in rows[1:]:
        line = _joined(line, row.cues.line, spaced=row.label in {"B", "E"})
    joins = [row.joined if row.goes_on else 1 - row.joined for row in rows]
    share = min(*(row.share for row in rows), *joins, 1.0)
    return Block(rows[0].label, line, share, tuple(row.cues.line for row in rows))


def _joined(line: Line, below: Line, *, spaced: bool) -> Line:
    """Two lines as one, as the reader of Markdown joins them: no space between Han, but for a byline's words."""
    text = f"{line.text} {below.text}" if spaced else join_lines(f"{line.text}\n{below.text}")
    shift = len(text) - len(below.text)
    marks = (Mark(mark.start + shift, mark.end + shift, mark.kind, mark.target) for mark in below.marks)
    return replace(line, text=text, marks=(*line.marks, *marks))
