"""The paragraphs, headings, items and cells of a body: where Markdown would begin and end them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.reading.galley.inline import read_spans, unread_of
from broadsheet.reading.markdown.sites import outside_code

if TYPE_CHECKING:
    from broadsheet.model.galley import Passage
    from broadsheet.reading.galley.inline import Span

_LINE = re.compile(r"[^\n]*")
_INDENT = re.compile(r"[ ]*\u3000[ \u3000]*")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \u3000]+")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+|[-*_](?:[ \t]*[-*_]){2,})[ \t]*\Z")
_ALIGNMENT = re.compile(r"[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]+|[ ]{0,3}:[ \t]+")
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\]\s]+\]:[ \t]*")
_REFERENCE = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S")
_BOX = re.compile(r"[ >\t]*!!![ ]?[^\s\"“]+[ ]*(?:[\"“](?P<title>.*)[\"”])?[ \t]*\Z")
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*[#.\w][^{}\n]*\}[ \t]*\Z")
_FURTHER_IN = re.compile(r"[ ]{4}|[ ]{0,3}\t")


@dataclass(slots=True)
class _Reader:
    """A body on its way: lines that wait to be a paragraph, and what was made of those before."""

    text: str
    passages: list[Passage] = field(default_factory=list)
    waiting: list[Span] = field(default_factory=list)

    def close(self, *, running: bool = True) -> None:
        """Make a passage of the lines that wait."""
        if self.waiting:
            self.passages += read_spans(self.text, self.waiting, running=running)
            self.waiting = []

    def alone(self, start: int, end: int) -> None:
        """A passage that no other line belongs to."""
        self.close()
        self.waiting.append((start, end))
        self.close(running=False)


def read_blocks(text: str, start: int) -> tuple[list[Passage], tuple[Span, ...]]:
    """The passages of the body that begins at `start`, and where its lines have indents of U+3000: (offset, length)."""
    body = text[start:]
    code = outside_code(body)
    read = text[:start] + unread_of(body, code)
    reader = _Reader(read)
    indents: list[Span] = []
    lines = [found.span() for found in _LINE.finditer(read, start) if found.start() == start or read[found.start() - 1] == "\n"]
    after_blank, inside, table = True, False, False
    for number, (begin, end) in enumerate(lines):
        line = read[begin:end]
        # A line of code is none of copy, and what is between two of them neither.
        if not line.strip(" \t\u3000\ufffc"):
            reader.close()
            after_blank, table = True, False
            continue
        following = read[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if _FURTHER_IN.match(line) and after_blank and not inside:
            continue
        quote = _QUOTE.match(line)
        begin += quote.end() if quote else 0
        line = read[begin:end]
        if table or ("|" in line and "-" in following and "|" in following and _ALIGNMENT.match(following)):
            table = True
            if not _ALIGNMENT.match(line):
                _read_row(reader, begin, end)
        elif box := _BOX.match(line):
            inside = True
            reader.close()
            if box["title"]:
                reader.alone(begin + box.start("title"), begin + box.end("title"))
        elif _UNDERLINE.match(line):
            reader.close(running=False)
        elif heading := _HEADING.match(line):
            inside = False
            reader.alone(begin + heading.end(), begin + len(line.rstrip(" #")))
        elif note := _NOTE.match(line) or _ITEM.match(line):
            inside = True
            reader.close()
            reader.waiting.append((begin + note.end(), end))
        elif _REFERENCE.match(line) or _ATTRIBUTES.match(line):
            reader.close()
        else:
            inside = inside and (not after_blank or _FURTHER_IN.match(line) is not None)
            if indent := _INDENT.match(line):
                reader.close()
                indents.append((begin, indent.end()))
            begin += len(line) - len(line.lstrip(" \t\u3000"))
            reader.waiting.append((begin, end))
            if line.endswith(("  ", "\\")):
                # A break that is typed parts words, as the end of a paragraph does.
                reader.close()
        after_blank = False
    reader.close()
    return reader.passages, tuple(indents)


def _read_row(reader: _Reader, begin: int, end: int) -> None:
    """Each cell of a row of a table."""
    reader.close()
    at = begin
    for bar in re.finditer(r"(?<!\\)\||$", reader.text[begin:end]):
        cell = reader.text[at : begin + bar.start()]
        if cell.strip():
            lead = len(cell) - len(cell.lstrip())
            reader.alone(at + lead, at + len(cell.rstrip()))
        at = begin + bar.end()
