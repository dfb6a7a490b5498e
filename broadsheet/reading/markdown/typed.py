"""The text as typed, made clean, that still knows where everything stood."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from broadsheet.model.place import Place

# C0 and C1 controls (but tab and newline), zero-width space, byte-order mark, and what no page may hold:
# lone surrogates and noncharacters.
STRAY = r"\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u200b\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Characters for the brackets of a pattern."""
_STRAY = re.compile(f"[{STRAY}]")
# The characters of most copy come first, in a class that is tried three times as fast.
_CLEAN = re.compile(rf"(?:[\n -~\u2010-\u2027\u2e80-\ud7ff]++|[^\r\u0085\u2028\u2029{STRAY}])*+")
_LINE_END = re.compile("\r\n|\r|\n")
# An editor's screen shows these inside a line; a page breaks there.
_INNER_LINE_END = re.compile("[\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Typed:
    """Clean `text` of a body, and its way back to the file.

    `lines` are the lines as typed; `origins[i]` is the index in `lines` of the clean text's line `i`, and
    `starts[i]` the offset of that line in `text`.
    """

    file: str
    first_line: int
    lines: tuple[str, ...]
    text: str
    origins: tuple[int, ...]
    starts: tuple[int, ...]

    def place(self, offset: int, length: int = 1) -> Place:
        """Give the place in the file of a stretch of the clean text."""
        row = max(bisect_left(self.starts, offset + 1) - 1, 0)
        origin = self.origins[row]
        line = self.lines[origin]
        same_line = row
        while same_line > 0 and self.origins[same_line - 1] == origin:
            same_line -= 1
        column = offset - self.starts[same_line]
        if line != self.text[self.starts[row] : self.starts[row] + len(line)]:
            column = bisect_left(range(len(line)), column + 1, key=lambda end: len(clean(line[: end + 1])))
        return Place(self.file, self.first_line + origin, column + 1, max(length, 1))

    def excerpt(self, place: Place) -> str:
        """Give the line of source at `place`, as typed."""
        return self.lines[place.line - self.first_line]


def read_typed(text: str, *, file: str, first_line: int) -> Typed:
    """Clean `text` line by line: stray control characters go, U+2028, U+2029 and U+0085 end a line, NFC.

    Compatibility characters (full-width digits and Latin) stay as typed.
    """
    is_clean = _CLEAN.fullmatch(text) is not None and unicodedata.is_normalized("NFC", text)
    lines = tuple(text.split("\n") if is_clean else _LINE_END.split(text))
    pieces = list(lines) if is_clean else []
    origins = list(range(len(pieces)))
    for index, line in enumerate(() if is_clean else lines):
        for piece in clean(line).split("\n"):
            pieces.append(piece)
            origins.append(index)
    starts: list[int] = []
    offset = 0
    for piece in pieces:
        starts.append(offset)
        offset += len(piece) + 1
    return Typed(file, first_line, lines, "\n".join(pieces), tuple(origins), tuple(starts))


def clean(line: str) -> str:
    """Give `line` without stray characters, in NFC, broken with newlines where it had odd line ends."""
    if line.isascii() and line.isprintable():
        return line
    return unicodedata.normalize("NFC", _INNER_LINE_END.sub("\n", _STRAY.sub("", line)))


def without_stray(text: str) -> str:
    """Give `text` without the characters that a character reference (`&#8203;`) may have brought back."""
    return _STRAY.sub("", text)
