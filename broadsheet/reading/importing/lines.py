"""A line of copy as it came, cleaned: what was changed is counted, and nothing else is lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
"""Control characters and invisible marks: they are dropped. The joiners of emoji go with them."""
WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
"""Full-width digits and Latin letters, and what they become; punctuation stays as it is."""
_SPACE = re.compile(r"\s+")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a line's text that was set apart: `kind` is `strong`, `em` or `link`, with its `target`."""

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it.

    `text` has single spaces and none at its ends. `number` is its line in the file, `blank` how many empty lines stand
    before it, `indent` how many cells it is set in. The rest is what markup says: a heading's `level` (1 to 6, 0 for
    none), the type's `size` in times of the copy's, whether all of it is `bold` or `centred`, `role` for what markup
    calls it (`caption`, `item`, `row`), and `picture`, the file of a picture that stands here, with `alt`.
    """

    text: str
    number: int = 0
    blank: int = 0
    indent: int = 0
    marks: tuple[Mark, ...] = ()
    level: int = 0
    size: float = 1.0
    bold: bool = False
    centred: bool = False
    role: str = ""
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A page's lines. `changed` counts what was normalised, by its name.

    `outside` are lines that stood outside the copy: a site's navigation, a Word page's head and foot. `pictures` are
    files that came with the copy, by the name that lines call them.
    """

    lines: tuple[Line, ...]
    changed: Counter[str] = field(default_factory=Counter)
    outside: tuple[Line, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, in one setting."""

    text: str
    strong: bool = False
    em: bool = False
    target: str = ""


def line_of(runs: Iterable[Run], changed: Counter[str], base: Line) -> Line:
    """The line that runs make, over what `base` says of its setting; `changed` counts what is normalised."""
    text = ""
    spans: list[Mark] = []
    for run in runs:
        clean = cleaned(run.text, changed)
        if not text:
            clean = clean.lstrip()
        elif text.endswith(" "):
            clean = clean.lstrip(" ")
        start, text = len(text), text + clean
        kinds = (("strong", run.strong), ("em", run.em), ("link", bool(run.target)))
        spans += (Mark(start, len(text), kind, run.target if kind == "link" else "") for kind, on in kinds if on)
    text = text.rstrip()
    return replace(base, text=text, marks=tuple(_joined(_fitted(mark, text) for mark in spans)))


def cleaned(text: str, changed: Counter[str]) -> str:
    """The text in NFC, without control characters, its full-width digits and letters plain, white space one space."""
    kept = CONTROLS.sub("", text)
    changed["control characters dropped"] += len(text) - len(kept)
    changed["full-width digits and letters made plain"] += len(_WIDE.findall(kept))
    plain = kept.translate(WIDE)
    composed = unicodedata.normalize("NFC", plain)
    if composed != plain:
        changed["characters composed (NFC)"] += sum(
            unicodedata.normalize("NFC", char) != char or bool(unicodedata.combining(char)) for char in plain
        )
    return _SPACE.sub(" ", composed)


def sized(lines: Sequence[Line], usual: float) -> tuple[Line, ...]:
    """The lines with sizes in times of the copy's, which is that of most characters; one that has none is `usual`."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size or usual] += len(line.text)
    of_copy = weights.most_common(1)[0][0] if weights else usual
    return tuple(replace(line, size=(line.size or usual) / of_copy) for line in lines)


def _fitted(mark: Mark, text: str) -> Mark:
    """The mark without white space at its ends."""
    start, end = mark.start, min(mark.end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return replace(mark, start=start, end=end)


def _joined(marks: Iterable[Mark]) -> Iterable[Mark]:
    """Marks of one kind that touch, as one; empty ones are left out."""
    kept: list[Mark] = []
    for mark in sorted((mark for mark in marks if mark.end > mark.start), key=lambda mark: (mark.kind, mark.start)):
        last = kept[-1] if kept else None
        if last and (last.kind, last.target) == (mark.kind, mark.target) and last.end >= mark.start - 1:
            kept[-1] = replace(last, end=max(last.end, mark.end))
        else:
            kept.append(mark)
    return kept
