"""Straight quotation marks, where a paper sets its own: “” and ‘’, in traditional script 「」 and 『』."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault
from broadsheet.model.script import CLOSING, FULL_WIDTH, HAN, OPENING, is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

SIMPLIFIED = ("“”", "‘’")
TRADITIONAL = ("「」", "『』")
"""Outer and inner quotation marks."""
_HAN = re.compile(f"[{HAN}]")
_WIDE = f"{HAN}{FULL_WIDTH}“”‘’"
_INCH = re.compile(r"(?<=[0-9])\"")
_QUOTE = re.compile("[“”‘’「」『』\"']")
_DOUBLE = re.compile(r'"')
_SINGLE = re.compile(rf"(?<=[{_WIDE}])'|'(?=[{_WIDE}])|(?<=[\s(（])'(?=\w)|(?<=[\w.,!?])'(?=[\s)）]|\Z)")
_BEFORE_OPENING = re.compile(rf"(?:\A|[\s(\[/—–-]|[{HAN}{FULL_WIDTH}“‘])\Z")
_BEHIND_CLOSING = re.compile(rf"\Z|[\s)\]/.,;:!?—–-]|[{HAN}{FULL_WIDTH}”’]")


def straight_quotes(text: str, marks: tuple[str, str] = SIMPLIFIED) -> Iterator[Fault]:
    """A fault for each straight mark; what to put there where the marks of the passage pair beyond doubt.

    `marks` are the paper's. In Latin text only double ones count: an apostrophe is typed like a single one.
    """
    if '"' not in text and "'" not in text:
        return
    chinese = is_han(text)
    doubles: list[int] = []
    for found in _DOUBLE.finditer(text):
        # Behind a figure and with nothing to close it is the sign of inches.
        if len(doubles) % 2 or not _INCH.match(text, found.start()):
            doubles.append(found.start())
    singles = [found.start() for found in _SINGLE.finditer(text)] if chinese else []
    if chinese and not doubles and not any(_beside_han(text, at) for at in singles):
        return
    yield from _pairs(text, doubles, marks, '"')
    if singles:
        yield from _pairs(text, singles, marks, "'")


def _beside_han(text: str, at: int) -> bool:
    return any(_HAN.match(text[n : n + 1]) for n in (at - 1, at + 1) if n >= 0)


def _pairs(text: str, places: list[int], marks: tuple[str, str], sign: str) -> Iterator[Fault]:
    """Faults of marks of one kind, taken by turns as opening and closing ones."""
    certain = len(places) % 2 == 0 and all(
        (_opens(text, at) if turn % 2 == 0 else _closes(text, at)) for turn, at in enumerate(places)
    )
    depths = _depths(text, set(places[::2]))
    doubled = text.find('"') if sign == "'" else -1
    for turn, at in enumerate(places):
        first = at if turn % 2 == 0 else places[turn - 1]
        level = 1 if depths[first] or 0 <= doubled < first else 0
        known = certain and depths[first] < 2 and (sign == '"' or level == 1)
        mark = marks[level][turn % 2]
        hint = f'did you mean "{mark}"?' if known else f"write {' or '.join(marks)}"
        yield Fault("straight-quote", at, at + 1, f"a straight quotation mark {sign}", hint, mark if known else None)


def _opens(text: str, at: int) -> bool:
    behind = text[at + 1 : at + 2]
    # A mark that Han stands on both sides of can be either; its turn says which.
    return (
        bool(_BEFORE_OPENING.search(text[:at][-1:]))
        and behind not in {"", " ", "\n", "\u3000"}
        and behind not in CLOSING
    )


def _closes(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return (
        bool(_BEHIND_CLOSING.match(text[at + 1 : at + 2]))
        and before not in {" ", "\n", "\u3000"}
        and before not in OPENING
    )


def _depths(text: str, places: set[int]) -> dict[int, int]:
    """How many quotations of the paper's own marks are open at each of some places."""
    depth = 0
    depths: dict[int, int] = {}
    for found in _QUOTE.finditer(text):
        sign = found[0]
        if found.start() in places:
            depths[found.start()] = depth
        if sign in "“「‘『":
            depth += 1
        elif sign in "”」" or (sign in "’』" and depth > 1):
            depth = max(depth - 1, 0)
    return depths
