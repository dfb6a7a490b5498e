"""A story's blocks as Markdown that reads as they did: no sign of the copy means anything, but for the marks it had."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from broadsheet.reading.importing.stories import box_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.reading.importing.blocks import Block
    from broadsheet.reading.importing.lines import Line

_SIGNS = re.compile(r"[\\`*_\[\]{}|]|(?<!\w)[!](?=\[)")
_OPENS = re.compile(r"(?P<sign>[#+\-=~:>!?/])|(?P<figure>\d{1,9})(?P<stop>[.)])(?= |$)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_BRACKETS = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\n": ""})


def markdown_of(blocks: Sequence[Block], contact: str) -> str:
    """The body; a box of contacts with no heading of its own gets `contact`."""
    return "\n\n".join(_parts(blocks, contact)) + "\n"


def escaped(text: str) -> str:
    """Plain text as Markdown that says the same, at the beginning of a line."""
    opening = _OPENS.match(text)
    inside = _escaped_inside(text)
    if opening is None:
        return inside
    if opening["sign"]:
        return inside if inside[0] == "&" else f"&#{ord(opening['sign'])};{inside[1:]}"
    return f"{opening['figure']}&#{ord(opening['stop'])};{inside[opening.end() :]}"


def marked(line: Line) -> str:
    """A line's text with its bold, its emphasis and its links."""
    edges: list[tuple[int, int, str]] = []
    for mark in line.marks:
        if mark.kind == "link":
            opens, closes, rank = "[", f"]({mark.target.translate(_BRACKETS)})", 0
        else:
            opens = closes = "**" if mark.kind == "strong" else "*"
            rank = 1 if mark.kind == "strong" else 2
        if _nests(mark.start, mark.end, line, rank):
            edges += ((mark.start, rank, opens), (mark.end, -rank - 10, closes))
    parts: list[str] = []
    at = 0
    for position, _, sign in sorted(edges):
        piece = line.text[at:position]
        parts += (_escaped_inside(piece) if at else escaped(piece), sign)
        at = position
    rest = line.text[at:]
    return "".join((*parts, _escaped_inside(rest) if at or parts else escaped(rest)))


def _nests(start: int, end: int, line: Line, rank: int) -> bool:
    """Whether a span lies apart from, inside or around every other one."""
    del rank
    return all(
        end <= other.start or other.end <= start or (other.start <= start and end <= other.end)
        or (start <= other.start and other.end <= end)
        for other in line.marks
    )  # fmt: skip


def _escaped_inside(text: str) -> str:
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", re.sub("[<>&]", lambda sign: _ENTITIES[sign[0]], text))


def _parts(blocks: Sequence[Block], contact: str) -> Iterator[str]:
    for label, run in groupby(blocks, key=lambda block: block.label):
        group = list(run)
        if label == "V":
            yield from _stanzas(group)
        elif label == "T":
            title, rest = box_title(group)
            rows = "\n\n".join(f"    {marked(block.line)}" for block in rest)
            quoted = (title or contact).replace('"', "”")
            yield f'!!! contact "{quoted}"\n{rows}' if rest else escaped(title)
        elif label == "X":
            yield from (f"## {_escaped_inside(block.text)}" for block in group)
        else:
            yield from _paragraphs(group)


def _paragraphs(group: Sequence[Block]) -> Iterator[str]:
    for item, run in groupby(group, key=lambda block: block.line.role == "item"):
        if item:
            yield "\n".join(f"- {marked(block.line)}" for block in run)
        else:
            yield from (marked(block.line) for block in run)


def _stanzas(group: Sequence[Block]) -> Iterator[str]:
    """Lines of verse, each ended by two spaces; a gap that is larger than the others parts stanzas."""
    usual = min((block.line.blank for block in group[1:]), default=0)
    stanza: list[str] = []
    for number, block in enumerate(group):
        if number and block.line.blank > usual:
            yield "  \n".join(stanza)
            stanza = []
        stanza.append(marked(block.line))
    yield "  \n".join(stanza)
