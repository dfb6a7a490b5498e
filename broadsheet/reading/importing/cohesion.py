"""How much the copy below a line speaks of what the copy above it does: a crosshead goes on, a headline begins anew.

After Hearst's TextTiling (Computational Linguistics 23, 1997): the words that two stretches share, the rarer on the
page the more they count.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.importing.deck_cues import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from broadsheet.reading.importing.lines import Line

_COMMON = frozenset(
    "的了是在有和就不也都还還一这這那他她它我们們你着著过過把被从從到与與为為以及或其之个個上下里裡中年月日时時说說人"
)
_WINDOW = 250
"""Characters of copy that are looked at, above and below."""
_HEADING = 48
_USUAL, _SPREAD = 3.0, 4.0


def cohesion(lines: Sequence[Line]) -> list[float]:
    """For each short line -1 (below it all is new) to 1, 0 for lines of copy and where there is none on both sides."""
    copy = [set_width(line.text) > _HEADING or any(sign in line.text for sign in "，。,") for line in lines]
    said = [
        Counter(_rarer(line.text)) if is_copy else Counter[str]() for line, is_copy in zip(lines, copy, strict=True)
    ]
    often = Counter(term for counts in said for term in counts)
    many = sum(copy) + 1
    return [
        0.0
        if is_copy
        else _shared(
            _window(lines, said, range(at - 1, -1, -1)), _window(lines, said, range(at + 1, len(lines))), often, many
        )
        for at, is_copy in enumerate(copy)
    ]


def _shared(above: Counter[str], below: Counter[str], often: Counter[str], many: int) -> float:
    if not above or not below:
        return 0.0
    common = above & below
    score = sum(math.log(many / often[term]) * min(count, 3) for term, count in common.items())
    return max(-1.0, min(1.0, (score - _USUAL) / _SPREAD))


def _window(lines: Sequence[Line], said: Sequence[Counter[str]], order: Iterable[int]) -> Counter[str]:
    found: Counter[str] = Counter()
    length = 0
    for at in order:
        if said[at]:
            found += said[at]
            length += len(lines[at].text)
        if length > _WINDOW:
            break
    return found


def _rarer(text: str) -> Iterable[str]:
    return (term for term in terms(text) if term.isascii() or not _COMMON.intersection(term))
