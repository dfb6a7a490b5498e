"""The paragraphs, headings, items and cells of a body: where Markdown would begin and end them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.galley import OPAQUE
from broadsheet.reading.galley.inline import BLANKED, read_spans, unread_of
from broadsheet.reading.markdown.sites import outside_code

if TYPE_CHECKING:
    from broadsheet.model.galley import Passage
    from broadsheet.reading.galley.inline import Span

_BLANK = f" \t\u3000{OPAQUE}{BLANKED}"
_INDENT = re.compile(r"(?P<lead>[ ]*)(?P<indent>\u3000[ \u3000]*)")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \u3000]+")
_RULE = re.compile(r"[ ]{0,3}(?:=+|-+|[-*_](?:[ \t]*[-*_]){2,})[ \t]*\Z")
_ALIGNMENT = re.compile(r"[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
# A list's, a definition's or a footnote's.
_ITEM = re.compile(r"[ \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]+|[ ]{0,3}:[ \t]+|[ ]{0,3}\[\^[^\]\s]+\]:[ \t]*")
# The address of a link, and attributes of the block above.
_UNREAD = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S|[ ]*\{:?[ ]*[#.\w][^{}\n]*\}[ \t]*\Z")
_BOX = re.compile(r"[ >\t]*!!![ ]?[^\s\"“]+[ ]*(?:[\"“](?P<title>.*)[\"”])?[ \t]*\Z")
_FURTHER_IN = re.compile(r"[ ]{4}|[ ]{0,3}\t")
_CELL_END = re.compile(r"(?<!\\)\||\Z")


def read_blocks(text: str, start: int) -> tuple[tuple[Passage, ...], tuple[Span, ...]]:
    """The passages of the body that begins at `start`, and where its lines have indents of U+3000: (offset, length)."""
    body = text[start:]
    blocks = _Blocks(text[:start] + unread_of(body, outside_code(body)))
    at = start
    lines = blocks.text[start:].split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        blocks.take(at, line, following)
        at += len(line) + 1
    blocks.close()
    return tuple(blocks.passages), tuple(blocks.indents)


class _Blocks:
    """A body on its way: lines that wait to be a paragraph, and what was made of those before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.passages: list[Passage] = []
        self.indents: list[Span] = []
        self._waiting: list[Span] = []
        self._after_blank = True
        self._in_item = False
        self._in_table = False

    def close(self, *, running: bool = True) -> None:
        """Make a passage of the lines that wait."""
        if self._waiting:
            self.passages += read_spans(self.text, self._waiting, running=running)
            self._waiting = []

    def take(self, begin: int, line: str, following: str) -> None:
        """The next line, which begins at `begin`."""
        # A line of code is none of copy.
        if not line.strip(_BLANK):
            self.close()
            self._after_blank, self._in_table = True, False
            return
        if _FURTHER_IN.match(line) and self._after_blank and not self._in_item:
            return
        quote = _QUOTE.match(line)
        lead = quote.end() if quote else 0
        begins_table = "|" in line and "|" in following and _ALIGNMENT.match(following) is not None
        self._in_table = self._in_table or begins_table
        if self._in_table:
            self._row(begin + lead, line[lead:])
        else:
            self._line(begin + lead, line[lead:])
        self._after_blank = False

    def _line(self, begin: int, line: str) -> None:
        end = begin + len(line)
        if box := _BOX.match(line):
            self._in_item = True
            self._alone(*((begin + at) for at in box.span("title")) if box["title"] else (begin, begin))
        elif _RULE.match(line):
            self.close(running=False)
        elif heading := _HEADING.match(line):
            self._in_item = False
            self._alone(begin + heading.end(), begin + len(line.rstrip(" #")))
        elif item := _ITEM.match(line):
            self._in_item = True
            self.close()
            self._waiting.append((begin + item.end(), end))
        elif _UNREAD.match(line):
            self.close()
        else:
            self._copy(begin, line)

    def _copy(self, begin: int, line: str) -> None:
        self._in_item = self._in_item and (not self._after_blank or _FURTHER_IN.match(line) is not None)
        if indent := _INDENT.match(line):
            self.close()
            self.indents.append((begin + len(indent["lead"]), len(indent["indent"])))
        lead = len(line) - len(line.lstrip(" \t\u3000"))
        self._waiting.append((begin + lead, begin + len(line)))
        if line.endswith(("  ", "\\")):
            # A break that is typed parts words, as the end of a paragraph does.
            self.close()

    def _row(self, begin: int, line: str) -> None:
        """Each cell of a row of a table."""
        at = 0
        for bar in _CELL_END.finditer(line) if not _ALIGNMENT.match(line) else ():
            cell = line[at : bar.start()]
            lead = len(cell) - len(cell.lstrip())
            self._alone(begin + at + lead, begin + at + len(cell.rstrip()))
            at = bar.end()

    def _alone(self, begin: int, end: int) -> None:
        """A passage that no other line belongs to."""
        self.close()
        if begin < end:
            self._waiting.append((begin, end))
            self.close(running=False)
