"""A paragraph's copy alone, without what a newspaper sets about it: dateline, byline, credit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.reading.byline.body import dateline_of, find_bylines
from broadsheet.reading.byline.credits import is_credit_line
from broadsheet.reading.byline.names import HAN

if TYPE_CHECKING:
    from broadsheet.reading.byline.body import FoundByline

_BEFORE = " \t\n\u3000（(【〔［"
_BEHIND = re.compile(r"[\s）)】〕］]*(?:[报報][道導][：:，。\s])?[\s—–-]*")
_LABEL = re.compile(f"{HAN}{{2,8}}】")
_DASHES = " \t\n\u3000—–-）)"
_WORD = re.compile(r"\w")


def copy_of(paragraph: str) -> str:
    """Give the words of a paragraph's plain text that are its story's, "" where it has only a dateline or credits.

    `本报讯（记者 王某）今天下雨。` gives `今天下雨。`, `今天下雨。（王某 摄）` the same; `本报记者 王某` gives "".
    """
    start, end = 0, len(paragraph)
    for found in find_bylines([paragraph]):
        if found.stands_alone:
            return ""
        if _opens(paragraph, found):
            start = _after(paragraph, found.end)
        else:
            end = found.start
    copy = paragraph[start:end]
    copy = copy.rstrip(_BEFORE) if end < len(paragraph) else copy.strip()
    copy = copy if start else _without_dateline(copy)
    return copy if _WORD.search(copy) and not is_credit_line(copy) else ""


def _opens(paragraph: str, found: FoundByline) -> bool:
    before = paragraph[: found.start].strip(_BEFORE)
    return not before or before == dateline_of(paragraph).strip(_BEFORE) or _LABEL.fullmatch(before) is not None


def _after(paragraph: str, end: int) -> int:
    behind = _BEHIND.match(paragraph, end)
    return behind.end() if behind else end


def _without_dateline(copy: str) -> str:
    dateline = dateline_of(copy)
    rest = (copy.lstrip() if dateline[:1] in "【〖" else copy.lstrip(_BEFORE)).removeprefix(dateline)
    # 本报4月15日讯息 is no dateline.
    return rest.lstrip(_DASHES) if dateline and (dateline[-1] in "】〗" or not rest[:1].isalnum()) else copy
