"""Where links and pictures stand in the source: Python-Markdown keeps no places."""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.model.place import Place
    from broadsheet.reading.markdown.typed import Typed

_FENCE = re.compile(r"^(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(?P<ticks>`{1,8})(?!`)(?:(?!\n[ ]*\n).){1,2000}?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_VISIBLE = re.compile(r"[^\n]")
_SITE = re.compile(
    r"""\]\(\s*(?P<inline>)|\]:[ ]*\n?[ ]*(?P<reference>)|<(?=[A-Za-z][A-Za-z0-9+.-]*:|[^<>\s]+@)(?P<auto>)"""
    r"""|\b(?:href|src)\s*=\s*(?P<html>)""",
    re.IGNORECASE,
)
_TITLE = re.compile(r"""\s+(?:"[^\n]*"|'[^\n]*'|“[^\n]*”)\s*$""")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST = 2000


class Sites:
    """The places of targets (link addresses, picture files) and tags, each given once, in order."""

    def __init__(self, typed: Typed) -> None:
        """Look at the source outside code."""
        self._typed = typed
        self._last: dict[str, tuple[int, int]] = {}
        self._matches: dict[str, deque[tuple[int, int]]] = {}

    def target(self, target: str) -> Place:
        """Give the place of the next link or picture that points to `target`.

        A reference that several links use is one place, given to all of them.
        """
        waiting = self._targets.get(target.strip())
        if waiting:
            self._last[target] = waiting.popleft()
        if target in self._last:
            return self._typed.place(*self._last[target])
        offset = self._outside_code.find(target) if target else -1
        return self._typed.place(max(offset, 0), len(target) if offset >= 0 else 1)

    def markup(self, pattern: str) -> Place:
        """Give the place of the next match of `pattern`, which ends where the name it seeks ends."""
        if pattern not in self._matches:
            matches = re.finditer(pattern, self._outside_code, re.IGNORECASE)
            self._matches[pattern] = deque((match.start(1), len(match[1])) for match in matches)
        waiting = self._matches[pattern]
        if not waiting:
            return self._typed.place(0)
        return self._typed.place(*(waiting.popleft() if len(waiting) > 1 else waiting[0]))

    @cached_property
    def _outside_code(self) -> str:
        return outside_code(self._typed.text)

    @cached_property
    def _targets(self) -> dict[str, deque[tuple[int, int]]]:
        """Where each target stands: (offset, length) in order."""
        found: dict[str, deque[tuple[int, int]]] = defaultdict(deque)
        text = self._outside_code
        for match in _SITE.finditer(text):
            kind = str(match.lastgroup)
            raw, offset = _READERS[kind](text, match.end())
            key = html.unescape(_ESCAPE.sub(r"\1", raw) if kind != "html" else raw).strip()
            found[key].append((offset, len(raw)))
            if kind == "auto" and "@" in key:
                found[f"mailto:{key}"].append((offset, len(raw)))
        return found


def outside_code(text: str) -> str:
    """Give `text` with code (fenced or between backticks) blanked, all offsets kept."""
    if "`" not in text and "~~~" not in text:
        return text
    for pattern in (_FENCE, _CODE):
        text = pattern.sub(lambda match: _VISIBLE.sub(" ", match[0]), text)
    return text


def _inline(text: str, start: int) -> tuple[str, int]:
    """Read the target of `](…)`: to the bracket that closes it, without a title."""
    if text.startswith("<", start):
        return _to(text, start + 1, ">\n")
    level = 0
    for end in range(start, min(start + _LONGEST, len(text))):
        char = text[end]
        if char == "(":
            level += 1
        elif char == ")":
            level -= 1
        if level < 0 or char == "\n":
            break
    else:
        end = start
    return _TITLE.sub("", text[start:end]), start


def _reference(text: str, start: int) -> tuple[str, int]:
    if text.startswith("<", start):
        return _to(text, start + 1, ">\n")
    return _to(text, start, " \t\n")


def _auto(text: str, start: int) -> tuple[str, int]:
    return _to(text, start, ">\n")


def _html(text: str, start: int) -> tuple[str, int]:
    quote = text[start : start + 1]
    if quote and quote in "\"'":
        return _to(text, start + 1, quote)
    return _to(text, start, " \t\n>")


def _to(text: str, start: int, ends: str) -> tuple[str, int]:
    end = start
    while end < len(text) and end - start < _LONGEST and text[end] not in ends:
        end += 1
    return text[start:end], start


_READERS = {"inline": _inline, "reference": _reference, "auto": _auto, "html": _html}
