"""The byline that sits in the copy: in the first paragraph, or at the end of the last."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.byline import Byline
from broadsheet.reading.byline.credits import is_picture_credit, makes_story
from broadsheet.reading.byline.grammar import parse_byline
from broadsheet.reading.byline.roles import DATELINE

if TYPE_CHECKING:
    from collections.abc import Sequence

# A byline is short: nothing longer is read as one.
_LONGEST = 120
# So many paragraphs of credits and contacts may follow a byline.
_FARTHEST = 12
_MARKUP = r"[\s*_]*"
_INSIDE = (
    r"(?:（(?P<round>[^（）]{3,100})）|\((?P<ascii>[^()]{3,100})\)|【(?P<lens>[^【】]{3,100})】"
    r"|〔(?P<shell>[^〔〕]{3,100})〕|［(?P<square>[^［］]{3,100})］)"
)
_ATTRIBUTES = r"(?:\{:[^{}]*\}\s*)?"
_WHOLE = re.compile(rf"{_MARKUP}(?P<copy>[^\s*_].*?){_MARKUP}{_ATTRIBUTES}$", re.DOTALL)
_OPENING = re.compile(rf"{_MARKUP}(?:(?P<dateline>{DATELINE.pattern}){_MARKUP})?{_INSIDE}{_MARKUP}{_ATTRIBUTES}")
_REPORTING = re.compile(
    rf"{_MARKUP}(?P<dateline>{DATELINE.pattern})\s*(?P<copy>[^。！？：:\n（）]{{4,60}}?)(?=[报報][道導][。：:，])"
)
_FIRST_LINE = re.compile(r"[\s*_]*(?P<copy>[^\s*_][^\n]{2,119}?)[\s*_\\]*\n")
_CLOSING = re.compile(rf"[。！？!?”」』…）.]{_MARKUP}{_INSIDE}{_MARKUP}$")
_LAST_LINE = re.compile(
    rf"(?:[。！？”」』…）.][*_]*[ \t\u3000]+|\n){_MARKUP}(?P<copy>[^\s。！？，：:][^。！？，：:\n]{{2,80}}?){_MARKUP}$"
)
_HAN_DATELINE = re.compile(rf"{_MARKUP}(?P<dateline>{DATELINE.pattern})")
# TIANJIN, April 15 (Xinhua) -- and TIANJIN (Reuters) — and TIANJIN —
_LATIN_DATELINE = re.compile(
    r"[\s*_]*(?P<dateline>[A-Z]{3}(?:[A-Z .'’-]*[A-Z.])?(?:, [A-Z][\w. ,]{1,30}?)?(?:\s?\([A-Z][\w ]+\))?)\s?(?:—|–|--)"
)
# What every byline in copy has: without one of these nothing need be parsed.
_SIGN = re.compile(
    r"[记記]者|通[讯訊][员員]|[实實][习習]生|[评評][论論][员員]|特派|撰|文|采|採|整理|[编編][译譯写寫]|口述|[执執]|作者"
    r"|[讯訊电電]（|\b[Bb][Yy]\b|(?i:writer|correspondent|reporter|editor|columnist|critic)"
)
# Pictures, notes and what they hold, crossheads, rules, jump lines, footnotes and raw HTML.
_ASIDE = re.compile(r"(?: {4}|\t)|\s*(?:!\[|!!!|\?\?\?|[-*_]{3,}\s*$|[（(]?[下上][转轉接]|#|<|\[\^|$)")
_CONTACT = re.compile(
    r"[\s*_■□●▶☎]*(?:联系|聯繫|聯絡|咨询|諮詢|电话|電話|热线|熱線|邮箱|郵箱|电子邮|電子郵|地址|网址|網址|邮编|传真|投稿|来稿|來稿"
    r"|截止|欢迎|歡迎|(?i:contacts?|e-?mail|phone|tel|address|write to)\b)"
    r"|(?:.*?)(?:[\w.+-]@[\w-]+\.\w|发送至|發送至|发至|寄至|寄往|致电|致電|拨打|来信请|來信請|反馈意见)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class FoundByline:
    """A byline in the copy: `paragraphs[paragraph][start:end]` is what was printed.

    `stands_alone` says that the paragraph holds nothing else, so that it can be lifted out of the body; if not
    it belongs to the copy and stays there. Spans of `byline.people` are in `byline.text`, which has no brackets
    about it. `dateline` is the story's 电头 (本报海口7月22日讯), "" where it prints none.
    """

    paragraph: int
    start: int
    end: int
    stands_alone: bool
    byline: Byline
    dateline: str = ""


def find_byline(paragraphs: Sequence[str]) -> FoundByline | None:
    """Give the byline in a body's blocks of Markdown source, None where there is surely none.

    It is sought at the beginning of the first paragraph of copy, then at the end of the last one: behind that may
    stand picture credits, note boxes and whom to write to. Running copy (记者从市水务集团获悉) is never taken.
    """
    first = next((index for index, text in enumerate(paragraphs) if not _ASIDE.match(text)), None)
    if first is None:
        return None
    if found := _at_beginning(first, paragraphs[first]):
        return found
    dateline = dateline_of(paragraphs[first])
    for index in range(len(paragraphs) - 1, max(first - 1, len(paragraphs) - 1 - _FARTHEST), -1):
        text = paragraphs[index]
        if found := _alone(index, text, dateline) or _at_end(index, text, dateline):
            return found
        if not (_ASIDE.match(text) or is_picture_credit(text) or _CONTACT.match(text)):
            return None
    return None


def dateline_of(paragraph: str) -> str:
    """Give the dateline that begins a paragraph (新华社北京4月15日电, `TIANJIN, April 15 (Xinhua)`), or ""."""
    found = _HAN_DATELINE.match(paragraph) or _LATIN_DATELINE.match(paragraph)
    return found["dateline"] if found else ""


def _at_beginning(index: int, text: str) -> FoundByline | None:
    if opening := _OPENING.match(text):
        dateline = opening["dateline"] or ""
        alone = not dateline and opening.end() == len(text)
        return _bracketed(index, opening, dateline, stands_alone=alone)
    if reporting := _REPORTING.match(text):
        return _bare(index, reporting, reporting["dateline"])
    if found := _alone(index, text, ""):
        return found
    first_line = _FIRST_LINE.match(text)
    return _bare(index, first_line, "") if first_line else None


def _alone(index: int, text: str, dateline: str) -> FoundByline | None:
    if len(text) > _LONGEST or DATELINE.match(text) or not (whole := _WHOLE.match(text)):
        return None
    opening = _OPENING.match(text)
    if opening and opening.end() == len(text):
        return _bracketed(index, opening, dateline, stands_alone=True)
    return _bare(index, whole, dateline, stands_alone=True)


def _at_end(index: int, text: str, dateline: str) -> FoundByline | None:
    tail = max(0, len(text) - _LONGEST)
    if closing := _CLOSING.search(text, tail):
        return _bracketed(index, closing, dateline, stands_alone=False)
    last_line = _LAST_LINE.search(text, tail)
    return _bare(index, last_line, dateline) if last_line else None


def _bracketed(index: int, found: re.Match[str], dateline: str, *, stands_alone: bool) -> FoundByline | None:
    start, end = _trimmed(found, found.lastgroup or "")
    # Read with its dateline and brackets: between these stand names of every people and names with no role.
    before = f"{found.groupdict().get('dateline') or ''}（"
    read = _read(f"{before}{found.string[start:end]}）")
    if read is None:
        return None
    shift = len(before)
    people = tuple(replace(p, start=p.start - shift, end=p.end - shift) for p in read.people)
    byline = Byline(read.text[shift:-1], people)
    return _found(index, found.string, (start, end), byline, dateline, stands_alone=stands_alone)


def _bare(index: int, found: re.Match[str], dateline: str, *, stands_alone: bool = False) -> FoundByline | None:
    start, end = _trimmed(found, "copy")
    byline = _read(found.string[start:end])
    return _found(index, found.string, (start, end), byline, dateline, stands_alone=stands_alone) if byline else None


def _found(
    index: int, text: str, span: tuple[int, int], byline: Byline, dateline: str, *, stands_alone: bool
) -> FoundByline | None:
    """Give the value, but where invisible characters in running copy put the names elsewhere than in the byline."""
    start, end = span
    if not stands_alone and byline.text != text[start:end]:
        return None
    return FoundByline(index, start, end, stands_alone, byline, dateline)


def _trimmed(found: re.Match[str], group: str) -> tuple[int, int]:
    printed = found[group]
    start = found.start(group) + len(printed) - len(printed.lstrip())
    return start, start + len(printed.strip())


def _read(text: str) -> Byline | None:
    """Give the text as a byline if it surely is a story's."""
    if not _SIGN.search(text):
        return None
    byline = parse_byline(text, running=True)
    return byline if makes_story(byline) else None
