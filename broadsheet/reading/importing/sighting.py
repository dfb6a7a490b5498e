"""A page's lines as they are weighed: furniture taken out, short texts mended, and what is seen of each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.importing.cues import Cues, all_cues
from broadsheet.reading.importing.furniture import Furniture, furnishings
from broadsheet.reading.importing.jumps import split_jump
from broadsheet.reading.importing.mending import mended, whole
from broadsheet.reading.importing.parting import parted
from broadsheet.reading.importing.setting import Setting, ends_sentence, setting_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from broadsheet.reading.importing.lines import Copy, Line

TEASER_CELLS = 44
"""A line of a teaser is no wider."""


@dataclass(frozen=True, slots=True)
class Sighted:
    """A page's lines of copy, `cues`, and what stood between them.

    `furniture` has each line's that is none, by its place among all lines, in their order. By the number of lines of
    copy above it, `below` has what sends readers on, and `resumed` where a story goes on that began elsewhere. Before
    the lines of `breaks` a story has surely ended.
    """

    cues: tuple[Cues, ...]
    setting: Setting
    furniture: dict[int, Furniture]
    below: dict[int, Furniture]
    resumed: frozenset[int]
    breaks: frozenset[int]


def sighted(copy: Copy) -> Sighted:
    """What is seen of a page of copy."""
    came = parted(copy.lines)
    furniture = furnishings(came)
    rows = [line for index, line in enumerate(came) if index not in furniture]
    setting = setting_of(rows)
    parts = mended(rows, setting)
    lines = [whole(part) if len(part) > 1 else part[0] for part in parts]
    starts = [0, *accumulate(len(part) for part in parts)]
    places = {index: bisect_left(starts, _lines_before(index, furniture)) for index in furniture}
    below = {places[at]: item for at, item in furniture.items() if item.kind in {"jump", "teaser"}}
    jumps = {at for at, line in enumerate(lines, 1) if split_jump(line.text)[2]}
    return Sighted(
        tuple(all_cues(lines, setting, _announced(lines, below))),
        setting,
        dict(sorted(furniture.items())),
        below,
        frozenset(places[at] for at, item in furniture.items() if item.kind == "jumped"),
        frozenset(below) | jumps,
    )


def _announced(lines: Sequence[Line], below: Mapping[int, Furniture]) -> set[int]:
    """The lines of teasers: that before its page, and two short ones above it, but for those of another teaser."""
    found: set[int] = set()
    teasers = {at for at, item in below.items() if item.kind == "teaser"}
    for at in teasers:
        for line in range(at - 1, max(at - 4, -1), -1):
            text = lines[line].text
            if set_width(text) > TEASER_CELLS or ends_sentence(text) or (line + 1 != at and line + 1 in teasers):
                break
            found.add(line)
    return found


def _lines_before(index: int, furniture: Container[int]) -> int:
    """How many lines of copy stand before the line `index` of the page."""
    return index - sum(other in furniture for other in range(index))
