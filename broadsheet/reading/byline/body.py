"""Bylines that sit in the copy: where paragraphs begin and end, and on lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.byline import Byline
from broadsheet.reading.byline.credits import is_picture_credit, makes_story
from broadsheet.reading.byline.grammar import parse_byline
from broadsheet.reading.byline.names import HAN
from broadsheet.reading.byline.roles import DATELINE, REPORT, STAFF

if TYPE_CHECKING:
    from collections.abc import Sequence

# A byline is short: nothing longer is read as one.
_LONGEST = 120
_MARKUP = r"[\s*_]*"
_INSIDE = (
    r"(?:（(?P<round>[^（）]{3,100})）|\((?P<ascii>[^()]{3,100})\)|【(?P<lens>[^【】]{3,100})】"
    r"|〔(?P<shell>[^〔〕]{3,100})〕|［(?P<square>[^［］]{3,100})］)"
)
_ATTRIBUTES = r"(?:\{:[^{}]*\}\s*)?"
_WHOLE = re.compile(rf"{_MARKUP}(?P<copy>[^\s*_].*?){_MARKUP}{_ATTRIBUTES}$", re.DOTALL)
_LABEL = f"【{HAN}{{2,8}}】"
_OPENING = re.compile(
    rf"{_MARKUP}(?:(?:(?P<dateline>{DATELINE.pattern})|{_LABEL}){_MARKUP})?{_INSIDE}{_MARKUP}{_ATTRIBUTES}"
)
# 李某主持 张某 王某出席: who was at a meeting.
_MEETING = re.compile("(?:出席|列席|陪同|参加|參加|致辞|致辭|讲话|講話)$")
# 本报讯 记者 李某 报道 今天……, 记者 李某 今天……: parted from the copy by a space and no bracket. Looking for one of
# these words in the first letters is quicker.
_STAFFED = re.compile("[记記]者|通[讯訊][员員]|[实實][习習]生|[评評][论論][员員]|特派[员員]")
_OPENING_LENGTH = 30
_NAMES = rf"{STAFF}[ \t\u3000]{{0,2}}{HAN}{{2,4}}(?:[ \t\u3000、]{HAN}{{2,4}}){{0,3}}?"
_RUN_IN = re.compile(
    rf"{_MARKUP}(?:(?:{DATELINE.pattern}|{_LABEL}){_MARKUP})?(?P<copy>(?:本[报報刊网網台臺社])?{_NAMES}"
    rf"(?:[ \t\u3000、，]{{1,2}}{_NAMES}){{0,2}}?)"
    rf"(?:(?:[ \t\u3000]{{0,2}}{REPORT})?[ \t\u3000]{{1,2}}(?=[^\s（(]\S{{11}})|$)"
)
_REPORTING = re.compile(
    rf"{_MARKUP}(?P<dateline>{DATELINE.pattern})\s*(?P<copy>[^。！？：:\n（）]{{4,60}}?)(?=[报報][道導][。：:，])"
)
_FIRST_LINE = re.compile(r"[\s*_]*(?P<copy>[^\s*_][^\n]{2,119}?)[\s*_\\]*\n")
_CLOSING = re.compile(rf"[。！？!?”」』…）.]{_MARKUP}{_INSIDE}{_MARKUP}$")
_LAST_LINE = re.compile(
    rf"(?:[。！？”」』…）.][*_]*[ \t\u3000]+|\n){_MARKUP}(?P<copy>[^\s。！？，：:][^。！？，：:\n]{{2,80}}?){_MARKUP}$"
)
_HAN_DATELINE = re.compile(
    rf"{_MARKUP}(?:[（(](?P<source>[据據]{HAN}{{2,8}}?(?:[社报報网網]|消息)(?:[电電讯訊]|消息|{REPORT})?)[）)](?=\S)"
    rf"|(?P<dateline>{DATELINE.pattern}))"
)
# TIANJIN, April 15 (Xinhua) -- and TIANJIN (Reuters) — and TIANJIN —
_LATIN_DATELINE = re.compile(
    r"[\s*_]*(?P<dateline>[A-Z]{3}(?:[A-Z .'’-]*[A-Z.])?(?:, [A-Z][\w. ,]{1,30}?)?(?:\s?\([A-Z][\w ]+\))?)\s?(?:—|–|--)"
)
# What every byline and credit in copy has: without one of these nothing need be parsed. All copy is searched, so a
# first character is sought before anything else.
_SIGN = re.compile(
    "[记記通实實评評特撰文采採整编編口执執作摄攝图圖影画畫提讯訊电電BbWwCcRrEePp](?:"
    r"(?<=[A-Za-z])(?i:(?<=\bb)y\b|(?<=w)riter|(?<=c)(?:orrespondent|olumnist|ritic)|(?<=r)eporter|(?<=e)ditor|(?<=p)hoto)"
    r"|(?<![A-Za-z])(?:(?<=[撰文采採执執摄攝图圖影画畫])|(?<=[记記])者|(?<=通)[讯訊][员員]|(?<=[实實])[习習]生|(?<=[评評])[论論][员員]"
    "|(?<=特)派|(?<=整)理|(?<=[编編])[译譯写寫]|(?<=口)述|(?<=作)者|(?<=提)供|(?<=[讯訊电電])（))"
)
# Without one of these no byline is in brackets, and none has a full stop in it: only brackets, the title of a paper and
# attributes may hold one. Nor does copy report without its word, nor is a line the last without a space before it. They
# are looked for first, since nearly all copy has none of them.
_ENCLOSING = re.compile("[（(【〔［《{]")
_REPORTS = ("道", "導")
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
    it belongs to the copy and stays there. `makes_story` is false of a photographer's credit (本报记者 李某 摄).
    Spans of `byline.people` are in `byline.text`, which has no brackets about it.
    """

    paragraph: int
    start: int
    end: int
    stands_alone: bool
    byline: Byline
    makes_story: bool = True


def find_bylines(paragraphs: Sequence[str]) -> tuple[FoundByline, ...]:
    """Give the bylines and photographers' credits in a body's blocks of Markdown source, in order.

    They are sought at the beginning and end of each paragraph of copy. One that is a paragraph of its own is taken
    where it can only be one: before the copy, behind it with the picture credits, notes and contacts, or beside a
    crosshead or a picture. Running copy (记者从市水务集团获悉) is never taken.
    """
    found: list[FoundByline] = []
    first = last = None
    for index, text in enumerate(paragraphs):
        if not may_hold_byline(text) or _ASIDE.match(text):
            continue
        if first is None:
            first = next(number for number, paragraph in enumerate(paragraphs) if not _ASIDE.match(paragraph))
        if alone := _alone(index, text):
            if last is None:
                last = _end_of_copy(first, paragraphs)
            if not first < index <= last or _is_apart(index, paragraphs, alone):
                found.append(alone)
            continue
        opening = _at_beginning(index, text, first_line=index == first)
        closing = _at_end(index, text)
        found += [opening] if opening else []
        if closing and (opening is None or opening.end <= closing.start):
            found.append(closing)
    return tuple(found)


def may_hold_byline(text: str) -> bool:
    """Whether the text has any of the words without which `find_bylines` finds none in it."""
    return _SIGN.search(text) is not None


def dateline_of(paragraph: str) -> str:
    """Give the dateline that begins a paragraph (新华社北京4月15日电, `TIANJIN, April 15 (Xinhua)`), or ""."""
    found = _HAN_DATELINE.match(paragraph) or _LATIN_DATELINE.match(paragraph)
    return next((part for part in found.groups() if part), "") if found else ""


def is_contact(paragraph: str) -> bool:
    """Whether a paragraph says whom to write to, call or ask, and by when: 联系人：某处李某, Contact us at …."""
    return _CONTACT.match(paragraph) is not None


def _end_of_copy(first: int, paragraphs: Sequence[str]) -> int:
    """Give the index of the last paragraph of running copy, one less than `first` where there is none."""
    for index in range(len(paragraphs) - 1, first - 1, -1):
        text = paragraphs[index]
        if not (_ASIDE.match(text) or is_picture_credit(text) or is_contact(text) or _alone(index, text)):
            return index
    return first - 1


def _is_apart(index: int, paragraphs: Sequence[str], found: FoundByline) -> bool:
    """Whether a paragraph amid the copy is no part of it: a picture's credit, or a byline beside a crosshead."""
    beside = paragraphs[index - 1], paragraphs[index + 1]
    return not found.makes_story or any(_ASIDE.match(text) for text in beside)


def _at_beginning(index: int, text: str, *, first_line: bool) -> FoundByline | None:
    if _ENCLOSING.search(text) and (opening := _OPENING.match(text)):
        bracketed = _bracketed(index, opening, stands_alone=False)
        if bracketed or opening["dateline"]:
            return bracketed
    if (_REPORTS[0] in text or _REPORTS[1] in text) and (reporting := _REPORTING.match(text)):
        return _bare(index, reporting)
    run_in = _RUN_IN.match(text) if _STAFFED.search(text, 0, _OPENING_LENGTH) else None
    if run_in and (byline := _bare(index, run_in)):
        return byline
    found = _FIRST_LINE.match(text) if first_line and "\n" in text else None
    return _bare(index, found) if found else None


def _alone(index: int, text: str) -> FoundByline | None:
    if len(text) > _LONGEST or ("。" in text and not _ENCLOSING.search(text)):
        return None
    if _MEETING.search(text) or DATELINE.match(text) or not (whole := _WHOLE.match(text)):
        return None
    opening = _OPENING.match(text)
    if opening and opening.end() == len(text):
        return _bracketed(index, opening, stands_alone=True)
    return _bare(index, whole, stands_alone=True)


def _at_end(index: int, text: str) -> FoundByline | None:
    tail = max(0, len(text) - _LONGEST)
    if _ENCLOSING.search(text, tail) and (closing := _CLOSING.search(text, tail)):
        return _bracketed(index, closing, stands_alone=False)
    end = text[tail:].rstrip()
    last_line = _LAST_LINE.search(text, tail) if end.split(maxsplit=1) != [end] else None
    return _bare(index, last_line) if last_line else None


def _bracketed(index: int, found: re.Match[str], *, stands_alone: bool) -> FoundByline | None:
    start, end = _trimmed(found, found.lastgroup or "")
    # Read with its dateline and brackets: between these stand names of every people and names with no role.
    before = f"{found.groupdict().get('dateline') or ''}（"
    read = _read(f"{before}{found.string[start:end]}）")
    if read is None:
        return None
    shift = len(before)
    people = tuple(replace(p, start=p.start - shift, end=p.end - shift) for p in read.people)
    return _found(index, found.string, (start, end), Byline(read.text[shift:-1], people), stands_alone=stands_alone)


def _bare(index: int, found: re.Match[str], *, stands_alone: bool = False) -> FoundByline | None:
    start, end = _trimmed(found, "copy")
    byline = _read(found.string[start:end])
    return _found(index, found.string, (start, end), byline, stands_alone=stands_alone) if byline else None


def _found(index: int, text: str, span: tuple[int, int], byline: Byline, *, stands_alone: bool) -> FoundByline | None:
    """Give the value, but where invisible characters in running copy put the names elsewhere than in the byline."""
    start, end = span
    if byline.text != text[start:end] and not (stands_alone and makes_story(byline)):
        return None
    return FoundByline(index, start, end, stands_alone, byline, makes_story(byline))


def _trimmed(found: re.Match[str], group: str) -> tuple[int, int]:
    printed = found[group]
    start = found.start(group) + len(printed) - len(printed.lstrip())
    return start, start + len(printed.strip())


def _read(text: str) -> Byline | None:
    """Give the text as a byline if it surely is one."""
    if not may_hold_byline(text):
        return None
    byline = parse_byline(text, running=True)
    return byline if byline.people else None
