"""The lines of a headline told apart: kicker (引题), headline (主题) and subtitle (副题)."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.importing.deck_cues import OPEN_ENDS, SURELY_KICKER, join_cues, line_cues, terms
from broadsheet.reading.importing.deck_weights import JOIN, LINE, PARTS
from broadsheet.reading.importing.wording import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.reading.importing.lines import Line

_ROLES = ("kicker", "title", "subtitle")
_ORNAMENTS = "》»>→▶◆■●★▲◇□○☆△※·【】[]〖〗 "
_NAMED = 9.0
"""What markup or the desk says of a line outweighs all that is seen of it."""
_SET_LARGER, _UPPER = 3.0, 4.0
_DASHED, _LEFT_OPEN = 4.0, 2.0
_SURELY = 3.0
_NONE = (0.0, 0.0, 0.0)
"""The weights of what no example has."""
_LEAD = 150
"""Characters of the first paragraph that are its news."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the copy below a headline speaks of: its terms, counted, and those of its lead."""

    topics: Counter[str]
    lead: frozenset[str]


def told_of(copy: str) -> Told:
    """What a story's copy speaks of."""
    return Told(Counter(terms(copy)), frozenset(terms(copy.partition("\n")[0][:_LEAD])))


@dataclass(frozen=True, slots=True)
class Deck:
    """A headline's lines, each with its place in the page; `share` (0 to 1) says how sure the parting is."""

    column: tuple[Line, ...] = ()
    kicker: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    subtitle: tuple[Line, ...] = ()
    share: float = 1.0


def deck_of(lines: Sequence[Line], copy: str) -> Deck:
    """The parts of a headline whose story reads `copy`; the label of a column (简讯) stands above them."""
    column = 1 if len(lines) > 1 and is_column(lines[0].text) else 0
    rest = lines[column:]
    if not rest:
        return Deck()
    told = told_of(copy)
    scored = [(_score(rest, parts, told), parts) for parts in _partings(len(rest))]
    best, (above, middle, _) = max(scored, key=lambda row: row[0])
    share = 1 / sum(math.exp(score - best) for score, _ in scored)
    return Deck(
        tuple(lines[:column]),
        tuple(rest[:above]),
        tuple(rest[above : above + middle]),
        tuple(rest[above + middle :]),
        share,
    )


def is_column(text: str) -> bool:
    """Whether a line is the label over several short texts: 简讯, ◆一周播报◆."""
    plain = text.strip(_ORNAMENTS)
    return COLUMN.fullmatch(plain) is not None or (text[0] == text[-1] and text[0] in _ORNAMENTS and len(plain) <= 8)


def _partings(count: int) -> Iterator[tuple[int, int, int]]:
    """All ways to part so many lines: a headline has one to four of them, what else there is two at most above it."""
    for above in range(min(2, count - 1) + 1):
        for middle in range(1, min(4, count - above) + 1):
            yield above, middle, count - above - middle


def _score(lines: Sequence[Line], parts: tuple[int, int, int], told: Told) -> float:
    return seen_score(lines, parts, told) + _set_score(lines, parts)


def seen_score(lines: Sequence[Line], parts: tuple[int, int, int], told: Told) -> float:
    """What the words of the lines speak for a parting."""
    above, middle, below = parts
    # Partings of which there is no example are as unlikely as they are long.
    score = PARTS.get(parts, -0.5 * (above + middle + below))
    for at in range(len(lines)):
        part = _part(at, parts)
        share = 1 / middle if part == 1 else 1.0
        seen = line_cues(lines, at, told.topics, told.lead)
        score += share * sum(LINE.get(name, _NONE)[part] * value for name, value in seen.items())
    for at, (upper, lower) in enumerate(pairwise(lines)):
        kind = join_kind(at, parts)
        if kind is not None:
            score += sum(JOIN.get(name, _NONE)[kind] * value for name, value in join_cues(upper, lower).items())
    return score


def _part(at: int, parts: tuple[int, int, int]) -> int:
    """Which part a line is of: 0 kicker, 1 headline, 2 subtitle."""
    above, middle, _ = parts
    return 0 if at < above else 1 if at < above + middle else 2


def join_kind(at: int, parts: tuple[int, int, int]) -> int | None:
    """What lies between a line and the next: 0 headline, 1 its beginning, 2 its end; None kicker or subtitle."""
    pair = _part(at, parts), _part(at + 1, parts)
    return {(1, 1): 0, (0, 1): 1, (1, 2): 2}.get(pair)


def _set_score(lines: Sequence[Line], parts: tuple[int, int, int]) -> float:
    """What markup speaks for a parting: names of parts, levels of headings, sizes of type, capitals."""
    above, middle, _ = parts
    score = _NAMED * sum(line.role == _ROLES[_part(at, parts)] for at, line in enumerate(lines))
    largest, smallest = max(line.size for line in lines), min(line.size for line in lines)
    levels = {line.level or 9 for line in lines}
    capitals = [line.text.isascii() and line.text.isupper() for line in lines]
    mixed = 1 < capitals.count(True) < len(capitals)
    score += _SURELY * sum(SURELY_KICKER.fullmatch(line.text) is not None for line in lines[:above])
    for at, line in enumerate(lines):
        if line.text[0] in "—–":
            score += _DASHED if _part(at, parts) == 2 else -_DASHED
        if line.text.endswith(OPEN_ENDS) and at + 1 < len(lines):
            score += _LEFT_OPEN if join_kind(at, parts) == 0 else 0
        if line.text.endswith(("：", ":", "——")) and at + 1 < len(lines):
            score -= _SURELY if join_kind(at, parts) == 2 else 0
    for line, upper in zip(lines[above : above + middle], capitals[above : above + middle], strict=True):
        if largest > smallest:
            score += _SET_LARGER if line.size == largest else -_SET_LARGER
        if len(levels) > 1:
            score += _UPPER if (line.level or 9) == min(levels) else -_UPPER
        if mixed:
            score += _SET_LARGER if upper else -_SET_LARGER
    return score
