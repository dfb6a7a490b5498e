"""What is counted along a page: which lines are short, what copy stands about them, which belong to one series."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.reading.importing.deck_cues import terms
from broadsheet.reading.importing.scores import SIGNED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.cues import Cues

COPY = frozenset(("copy", "brief", "item"))
"""Kinds of lines that are copy, whatever else they may be."""
_WIDE, _NARROW = 48, 26
_ASKED = 44
"""Cells of a question that may be a headline, and is nobody's in a conversation."""
_QUESTION = re.compile("[^“「\"'：:][^：:]*[？?]")
_WINDOW = 300
"""Characters of copy in which a short line's words are looked for."""
_NUMBER = re.compile(
    r"(?P<open>[（(【第]?)(?P<figure>\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑩])"
    r"(?P<close>[）)】、.．：: \u4e00-\u9fff]?)"
)
_FIGURES = {sign: number for row in ("一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩") for number, sign in enumerate(row, 1)}
_SIGNS = "▍▎▏◎■●◆★▲○□◇☆※·【[［〔◤▶►—“「"


@dataclass(frozen=True, slots=True)
class Runs:
    """A page's lines by kind, and what is counted of each.

    `kinds` are `picture`, `byline`, `credit`, `contact`, `item`, `copy`, `asked` and `brief` (a short question, a short
    sentence) and `short`. Of a short line, `up` and `down` are how many short ones stand right above and below it,
    `texts_above`, `texts_below` the texts of the copy between it and the next short one, and `letters_below` their
    characters. `copy_at` are the lines of copy, `copy_indent` the cells by which paragraphs are set in. `sequence` has
    the numbers of lines that count on from one another with copy between, `apart` the lines that begin with one sign
    and don't stand together.
    """

    lines: Sequence[Cues]
    kinds: tuple[str, ...]
    up: tuple[int, ...]
    down: tuple[int, ...]
    texts_above: tuple[int, ...]
    texts_below: tuple[int, ...]
    letters_below: tuple[int, ...]
    copy_at: tuple[int, ...]
    copy_indent: int
    sequence: dict[int, int]
    apart: frozenset[int]
    said: tuple[frozenset[str], ...]

    def first_copy(self, at: int) -> int | None:
        """The first line of copy below a line."""
        place = bisect_right(self.copy_at, at)
        return self.copy_at[place] if place < len(self.copy_at) else None

    def topical(self, at: int, way: int) -> float:
        """The share (0 to 1) of a line's terms that the copy below it (`way` 1) or above it (-1) has."""
        own = self.said[at]
        seen: set[str] = set()
        length, other = 0, at + way
        while own and 0 <= other < len(self.lines) and length < _WINDOW:
            if self.kinds[other] != "short":
                seen |= self.said[other]
                length += len(self.lines[other].text)
            other += way
        return len(own & seen) / len(own) if own else 0.0


def runs_of(lines: Sequence[Cues]) -> Runs:
    """What is counted along a page."""
    kinds = tuple(_kind(line) for line in lines)
    below = _counted(lines, kinds)
    above = _counted(lines[::-1], kinds[::-1])
    return Runs(
        lines,
        kinds,
        up=_short_before(kinds),
        down=_short_before(kinds[::-1])[::-1],
        texts_above=tuple(texts for texts, _ in above)[::-1],
        texts_below=tuple(texts for texts, _ in below),
        letters_below=tuple(letters for _, letters in below),
        copy_at=tuple(at for at, kind in enumerate(kinds) if kind in COPY),
        copy_indent=_indent(lines, kinds),
        sequence=_sequence(lines, kinds),
        apart=_apart(lines, kinds),
        said=tuple(frozenset(terms(line.text)) for line in lines),
    )


def _kind(cues: Cues) -> str:
    ended = cues.ends in {"full", "semicolon", "soft"} or cues.full
    kinds = {
        "picture": bool(cues.line.picture),
        "byline": cues.byline or cues.name >= SIGNED,
        "credit": cues.credit >= 6,
        "contact": cues.contact >= 2,
        "item": cues.figures >= 1 or cues.listed,
        "asked": cues.cells <= _ASKED and _QUESTION.fullmatch(cues.text) is not None,
        "copy": cues.cells > _WIDE or (ended and cues.cells > _NARROW),
        "brief": cues.ends == "full",
    }
    return next((kind for kind, is_one in kinds.items() if is_one), "short")


def _short_before(kinds: Sequence[str]) -> tuple[int, ...]:
    """How many short lines stand right before each."""
    found = [0]
    for kind in kinds[:-1]:
        found.append(found[-1] + 1 if kind == "short" else 0)
    return tuple(found[: len(kinds)])


def _counted(lines: Sequence[Cues], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """For each line, the texts and the characters of the next copy behind it, up to the short line that ends it."""
    found: list[tuple[int, int]] = []
    # Of the copy that begins further on; and of what there is of it from the line on that is looked at.
    texts = letters = 0
    fresh = False
    for line, kind in zip(reversed(lines), reversed(kinds), strict=True):
        found.append((texts, letters))
        if kind in COPY:
            if fresh:
                texts, letters, fresh = 0, 0, False
            texts += line.ends == "full"
            letters += len(line.text)
        elif kind == "short":
            fresh = True
    return found[::-1]


def _indent(lines: Sequence[Cues], kinds: Sequence[str]) -> int:
    """The cells by which most paragraphs are set in, 0 where there is no rule."""
    begun = [
        line.line.indent
        for at, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if kind == "copy" and (at == 0 or line.line.blank or lines[at - 1].ends == "full" or kinds[at - 1] != "copy")
    ]
    indent, often = Counter(begun).most_common(1)[0] if begun else (0, 0)
    return indent if often * 2 > len(begun) else 0


def _sequence(lines: Sequence[Cues], kinds: Sequence[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    last: dict[tuple[str, int], int] = {}
    for at, line in enumerate(lines):
        number, style = _number(line.text)
        if not number or kinds[at] not in {"short", "item"}:
            continue
        above = last.get((style, number - 1))
        if above is not None and at - above > 1:
            found[at] = number
            found.setdefault(above, number - 1)
        last[style, number] = at
    return found


def _number(text: str) -> tuple[int, str]:
    """The number that a line begins with, 0 for none, and how it is set."""
    number = _NUMBER.match(text)
    if number is None:
        return 0, ""
    figure = number["figure"]
    kind = "1" if figure.isascii() else "①" if figure in "①②③④⑤⑥⑦⑧⑨⑩" else "一"
    return int(figure) if figure.isascii() else _FIGURES.get(figure, 0), f"{number['open']}{kind}{number['close']}"


def _apart(lines: Sequence[Cues], kinds: Sequence[str]) -> frozenset[int]:
    signs: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if kinds[at] == "short" and line.text[:1] in _SIGNS:
            signs.setdefault(line.text[:1], []).append(at)
    rows = [row for sign, row in signs.items() if sign and len(row) > 1]
    return frozenset(at for row in rows for at in row if not {at - 1, at + 1}.intersection(row))
