"""What is seen of short lines by looking at the whole page: what stands out there, and what recurs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.importing.captions import caption_and_credit
from broadsheet.reading.importing.scores import SIGNED, SURELY
from broadsheet.reading.importing.setting import ends_sentence
from broadsheet.reading.importing.signatures import signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

DECK = frozenset(("kicker", "title", "subtitle"))
"""Roles of lines that markup, or the desk, calls parts of a headline."""
_SIGNS = re.compile(r"[▍▎▏◎■●◆★▲○□◇☆※·【\[［〔]")
_MAJOR = 0.7
"""Of the largest type's size at least: what is larger than copy, and smaller than that, sets no headline."""
_SHORT, _HEADING, _ITEM = 24, 48, 40
"""Cells of what may be a crosshead with a sign before it, a headline, and the heading of an item."""


def series(lines: Sequence[Line]) -> frozenset[int]:
    """The short lines that begin with a sign as others do."""
    signs = [_sign(line.text) for line in lines]
    often = Counter(sign for sign in signs if sign)
    return frozenset(at for at, sign in enumerate(signs) if often[sign] > 1)


def ranks(lines: Sequence[Line], setting: Setting) -> tuple[frozenset[int], frozenset[int]]:
    """The lines in the type of headlines, and those neither in it nor beside it; none where all is of one type."""
    found = [_rank(line, setting) for line in lines]
    largest = max(found, default=0.0)
    if not largest:
        return frozenset(), frozenset()
    beside = [max(found[max(at - 1, 0) : at + 2]) for at in range(len(found))]
    return (
        frozenset(at for at, rank in enumerate(found) if rank >= largest * _MAJOR),
        frozenset(at for at, rank in enumerate(beside) if not rank),
    )


def inset(line: Line, setting: Setting) -> float:
    """1 for a short line that stands where paragraphs begin, -1 for another, 0 where that tells nothing."""
    if not setting.insets or set_width(line.text) > _HEADING:
        return 0.0
    return 1.0 if abs(line.indent - setting.insets) < 2 else -1.0


def capitals(lines: Sequence[Line]) -> dict[int, float]:
    """1 for lines in capitals, -1 for other short ones, where a Latin page sets its headlines and no crossheads so."""
    short = {
        at: 1.0 if line.text.isupper() else -1.0 for at, line in enumerate(lines) if set_width(line.text) <= _HEADING
    }
    first = list(short.values())[:2]
    often = sum(value > 0 for value in short.values())
    if len(short) <= 4 or first != [1.0, 1.0] or not 0.2 <= often / len(short) <= 0.8:
        return {}
    return short


def about_pictures(lines: Sequence[Line], most: int) -> frozenset[int]:
    """The lines, `most` together, that a picture's credit stands among, with no white space between."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and not lines[end].blank:
            continue
        rows = [line.text for line in lines[start:end]]
        credited = [caption_and_credit(text) for text in rows if len(text) <= 120]
        ends = any(ends_sentence(text) for text in rows)
        if (
            1 < len(rows) <= most
            and ends
            and not any(signature(text) >= SURELY for text in rows)
            and any(credit and not caption for caption, credit in credited)
        ):
            found |= set(range(start, end)) if len("".join(rows)) <= 240 else set()
        start = end
    return frozenset(found)


def items(lines: Sequence[Cues]) -> frozenset[int]:
    """The short lines of a page on which nearly every one has just one paragraph below it: items, and no crossheads."""
    heads = [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.cells <= _ITEM and _is_heading(line) and not _is_heading(below) and below.ends
    ]
    texts = [
        sum(not _is_heading(line) and line.credit < 3 and not line.byline for line in lines[at + 1 : end])
        for at, end in pairwise([*heads, len(lines)])
    ]
    if heads and any(not _is_heading(line) and line.ends for line in lines[: heads[0]]):
        return frozenset()
    alone = sum(count == 1 for count in texts)
    return frozenset(heads) if len(heads) >= 4 and texts[0] <= 1 and alone * 10 >= len(texts) * 7 else frozenset()


def _is_heading(cues: Cues) -> bool:
    """Whether a line could be a heading."""
    return not (cues.ends or cues.byline or cues.credit >= 3 or cues.contact >= 2 or cues.listed or cues.figures >= 1)


def _sign(text: str) -> str:
    """What a short line begins with as others like it may: ◎, or the colon of 城管：三天内清完."""
    if set_width(text) > _SHORT + 6 or signature(text) >= SIGNED:
        return ""
    if sign := _SIGNS.match(text):
        return sign[0] if set_width(text) <= _SHORT else ""
    return "：" if re.fullmatch("[\u4e00-\u9fffA-Za-z]{2,8}[：:].{2,16}", text) and not ends_sentence(text) else ""


def _rank(line: Line, setting: Setting) -> float:
    """How much larger than copy markup sets a short line: 0 for not at all."""
    if line.role in DECK:
        return 9.0
    if setting.level:
        return 1.0 if line.level and line.level <= setting.level else 0.0
    return round(line.size, 1) if line.size >= 1.2 and set_width(line.text) <= _HEADING else 0.0
