"""Lines that hold two things, parted: a name that the desk typed before a headline, the page behind a teaser."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.importing.folio import PAGE
from broadsheet.reading.importing.jumps import ARROWS, jump_of, split_announced, split_resumed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.reading.importing.lines import Line

SHORT = 24
PAGE_ROLE = "page"
"""The role of a page number that stood behind what it announces."""
_NAMES = {
    "kicker": "引题|引題|肩题|肩題|眉题|眉題|kicker",
    "title": "主题|主題|主标题|主標題|正题|正題|标题|標題|大标题|题目|headline",
    "subtitle": "副题|副題|副标题|副標題|子题|子題|subhead|subtitle|deck",
}
_NAMED = re.compile(
    "(?P<name>[【\\[〔（(]?(?:{})[】\\]〕）)]?[：:]?)\\s*(?P<words>.*)".format(
        "|".join(f"(?P<{role}>{names})" for role, names in _NAMES.items())
    ),
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"[】\]〕）)：:]$")
_TEASERS = re.compile(
    "(?:[今本][日期]|头版|封面)?(?:导读|導讀|要目|看点|看點)[：: 》»>→▶]*|(?:Inside(?: today)?|Also inside)[：:]?",
    re.IGNORECASE,
)


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, those with two things in them as two; nothing of any is lost."""
    found: list[Line] = []
    # 主题：… alone may tell of a lecture; a desk names all parts of its headlines.
    several = sum(bool(_NAMED.fullmatch(line.text)) and _is_set_off(line.text) for line in lines) > 1
    for line in lines:
        found += _named(line, found) if several else [line]
    found = [part for line in found for part in _resumed(line)]
    pages, alone = _announced(found), _pages_alone(found)
    return [
        part
        for at, line in enumerate(found)
        for part in (_without_page(line) if at in pages else (replace(line, role=PAGE_ROLE) if at in alone else line,))
    ]


def is_desk_name(text: str) -> bool:
    """Whether a line is but the desk's name (引题：) for the one below."""
    named = _NAMED.fullmatch(text)
    return bool(named and not named["words"]) and _is_set_off(text)


def _is_set_off(text: str) -> bool:
    named = _NAMED.fullmatch(text)
    return bool(named and _SET_OFF.search(named["name"]))


def _named(line: Line, above: Sequence[Line]) -> Iterator[Line]:
    if above and is_desk_name(above[-1].text) and not line.role:
        yield replace(line, role=_role(above[-1].text))
        return
    named = _NAMED.fullmatch(line.text)
    if named is None or not named["words"] or not _is_set_off(line.text):
        yield line
        return
    yield replace(line, text=named["name"], marks=())
    yield replace(line, text=named["words"], marks=(), blank=0, role=_role(line.text))


def _resumed(line: Line) -> Iterator[Line]:
    pointer, copy = split_resumed(line.text)
    if not pointer:
        yield line
        return
    shift = len(line.text) - len(copy)
    yield replace(line, text=pointer, marks=())
    marks = tuple(
        replace(mark, start=mark.start - shift, end=mark.end - shift) for mark in line.marks if mark.start >= shift
    )
    yield replace(line, text=copy, marks=marks, blank=0)


def _role(text: str) -> str:
    named = _NAMED.fullmatch(text)
    return next(role for role in _NAMES if named and named[role])


def _announced(lines: Sequence[Line]) -> set[int]:
    """Which lines end with the page of what they announce: where several do, or one below the word 导读."""
    pages = {
        at: page
        for at, line in enumerate(lines)
        if not line.role and not jump_of(line.text) and (page := split_announced(line.text)[1])
    }
    ends = list(pages)
    near = {at for at, page in pages.items() if page[0] in ARROWS} | {
        at for pair in pairwise(ends) if pair[1] - pair[0] <= 3 for at in pair
    }
    return near | {at for at in ends if any(_TEASERS.fullmatch(line.text) for line in lines[max(0, at - 3) : at])}


def _pages_alone(lines: Sequence[Line]) -> set[int]:
    """Which lines are but the page of the teaser above them: where there are several, below short lines."""
    found = {
        at
        for at, line in enumerate(lines)
        if at > 1 and re.fullmatch(PAGE, line.text) and not line.role and len(lines[at - 1].text) <= SHORT
    }
    return found if len(found) > 1 else set()


def _without_page(line: Line) -> tuple[Line, Line]:
    words, _ = split_announced(line.text)
    # The dots that lead from the words to the page go with it.
    page = line.text[len(words) :].strip()
    marks = tuple(mark for mark in line.marks if mark.end <= len(words))
    return replace(line, text=words, marks=marks), replace(line, text=page, marks=(), blank=0, role=PAGE_ROLE)
