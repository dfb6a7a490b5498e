"""YAML of the plainest kind, which nearly all front matter is: told apart by its lines, without the parser.

Read are `key: text` lines, a text in quotes that needs no escape, lists of texts (`[a, b]`, or `- a` on lines of their
own) and lists of such `key: text` lines, as pictures are given. Whatever else stands there, even a mistake, is left to
the parser, which takes twenty times as long. Both give the same data with the same places; a property test holds them
together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.reading.placed import Path, Placed

# What the parser refuses or takes for a space or the end of a line; none of the patterns below looks for it again.
_ODD = re.compile(r"[^\n -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_KEY = r"[^\W\d][\w-]{0,60}"
# A text without quotes begins with no sign of ASCII's. A colon in it has no space behind it, and there is no #.
_BEGIN = r"[^ !-/:-@\[-^`{-~]"
_TEXT = rf"{_BEGIN}(?:[^#:]|:(?=[^ :]))*(?<! )"
_SCALAR = rf"""(?:{_TEXT}|"[^"\\]*"|'[^']*')"""
_ITEM = rf"{_BEGIN}[^#,:?\[\]{{}}]*"
_LIST = rf"\[ *(?:{_ITEM}(?:,(?: +){_ITEM})*)?\]"
_LINE = re.compile(rf"({_KEY}):(?: +(?:({_SCALAR})|({_LIST})))? *")
_DASH = re.compile(rf"( +- )(?:({_KEY}): +)?({_SCALAR}) *")
_INDENTED = re.compile(rf"( +)({_KEY}): +({_SCALAR}) *")
_ITEMS = re.compile(_ITEM)


def read_plain_yaml(placed: Placed, text: str, first_line: int) -> bool:
    """Put the data of a YAML text, which begins on `first_line` of the file, into `placed`; False where it isn't plain.

    `placed` is as it was then.
    """
    reader = _Reader(placed.file, first_line, text.split("\n"))
    if _ODD.search(text) or not reader.read():
        return False
    placed.data, placed.values, placed.keys = reader.data, reader.values, reader.keys
    return True


class _Reader:
    """Goes through the lines once; `row` is the one that comes next."""

    def __init__(self, file: str, first_line: int, lines: list[str]) -> None:
        self.file = file
        self.first_line = first_line
        self.lines = lines
        self.row = 0
        self.data: dict[str, Any] = {}
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}

    def read(self) -> bool:
        """Whether all lines are plain and at least one is no blank."""
        while self.row < len(self.lines):
            line = self.lines[self.row]
            if line and not self._pair(line):
                return False
            self.row += 1
        return bool(self.data)

    def _pair(self, line: str) -> bool:
        found = _LINE.fullmatch(line)
        if found is None or found[1] in self.data:
            return False
        key, scalar, flow = found.groups()
        if not self.data:
            self.values[()] = self._place(1, 1)
        self.keys[(key,)] = self._place(1, len(key))
        if scalar is not None:
            self.values[(key,)] = self._place(found.start(2) + 1, len(scalar))
            self.data[key] = _unquoted(scalar)
        elif flow is not None:
            self.values[(key,)] = self._place(found.start(3) + 1, 1)
            self.data[key] = list(self._flow(key, line, found.start(3)))
        elif self._line_below().startswith(" "):
            return self._list(key)
        else:
            self.values[(key,)] = self._place(len(key) + 2, 1)
            self.data[key] = None
        return True

    def _flow(self, key: str, line: str, start: int) -> Iterator[str]:
        for number, item in enumerate(_ITEMS.finditer(line, start)):
            text = item[0].rstrip(" ")
            self.values[key, number] = self._place(item.start() + 1, len(text))
            yield text

    def _list(self, key: str) -> bool:
        """Read the lines of a list, all of whose items begin in one column."""
        items: list[Any] = []
        self.data[key] = items
        indent = ""
        while self._line_below().startswith(" "):
            self.row += 1
            found = _DASH.fullmatch(self.lines[self.row])
            if found is None or (items and found[1] != indent):
                return False
            indent, word, scalar = found.groups()
            if not items:
                self.values[(key,)] = self._place(len(indent) - 1, 1)
            path = (key, len(items))
            if word is None:
                self.values[path] = self._place(found.start(3) + 1, len(scalar))
                items.append(_unquoted(scalar))
                continue
            self.values[path] = self._place(len(indent) + 1, 1)
            items.append({})
            if not self._mapping(path, items[-1], found):
                return False
        return True

    def _mapping(self, path: Path, item: dict[str, str], found: re.Match[str]) -> bool:
        """Read the lines of an item whose keys all begin in one column; `found` is its first."""
        column = len(found[1])
        while True:
            _, word, scalar = found.groups()
            if word in item:
                return False
            item[word] = _unquoted(scalar)
            self.keys[*path, word] = self._place(column + 1, len(word))
            self.values[*path, word] = self._place(found.start(3) + 1, len(scalar))
            more = _INDENTED.fullmatch(self._line_below())
            if more is None or len(more[1]) != column:
                return True
            found = more
            self.row += 1

    def _line_below(self) -> str:
        return self.lines[self.row + 1] if self.row + 1 < len(self.lines) else ""

    def _place(self, column: int, length: int) -> Place:
        return Place(self.file, self.first_line + self.row, column, length)


def _unquoted(scalar: str) -> str:
    return scalar[1:-1] if scalar[0] in "\"'" else scalar
