"""What a line says of the page and not of a story: folio, page credits, jumps, addresses of the house."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.page_number import page_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.lines import Line

_PAGE = r"(?:第?\s*[A-Za-z]?\s*\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版|[A-Z]\d{1,3})"
_DATE = (
    r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.?)"
    r" \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
)
_WEEKDAY = r"(?:星期[一二三四五六日天]|[周週][一二三四五六日]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ISSUE = r"(?:第\s*\d+\s*期|总第\s*\d+\s*期|農曆.{2,12}|农历.{2,12}|今日\d+版|Vol\. ?\w+|No\. ?\d+|Issue \d+)"
_EMAIL = r"(?:(?:邮箱|郵箱|电邮|電郵|E-?mail|信箱)[：:]\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_FOLIO_PART = re.compile(rf"{_DATE}|{_WEEKDAY}|{_ISSUE}|{_PAGE}|Page [A-Z]?\d+", re.IGNORECASE)
_CREDIT_ROLE = (
    "(?:本版)?(?:责任编辑|責任編輯|值班编辑|值班編輯|值班主任|值班主编|值班编委|责编|責編|编辑|編輯|美术编辑|美術編輯|美编|美編"
    "|版式设计|版式設計|版式|版面设计|设计|組版|组版|校对|校對|责校|責校|审读|主编|主編|总值班|图片编辑|圖片編輯)"
)
_CREDIT_ROLE_EN = "(?:(?:Page |Copy |Layout |Photo )?(?:Editors?|Design(?:ers?)?|Layout|Proofread(?:ers?|ing)))"
# What makes a line a story's byline.
_STORY_ROLE = "(?:采写|采寫|撰文|撰稿|文字|摄影|攝影|图片|圖片|记者|記者|通讯员|通訊員)"
_NAMES = (
    rf"[\u4e00-\u9fff·]{{2,12}}(?:[ 、,，/／](?!{_CREDIT_ROLE}|{_STORY_ROLE})[\u4e00-\u9fff·]{{2,4}}(?![：:]))*"
    r"|[\u4e00-\u9fff] [\u4e00-\u9fff]"
)
_CREDIT = re.compile(
    rf"(?P<role>{_CREDIT_ROLE})\s*(?:[：:/／|｜]\s*|\s)(?P<name>(?!{_CREDIT_ROLE})(?:{_NAMES}))"
    rf"|(?P<english>{_CREDIT_ROLE_EN})\s*:\s*"
    rf"(?P<person>[A-Z][\w.'’-]*(?: (?!{_CREDIT_ROLE_EN}\s*:)[A-Z][\w.'’-]*){{0,3}})"
)
_ANY_ROLE = re.compile(f"{_CREDIT_ROLE}|{_CREDIT_ROLE_EN}\\b")
_BETWEEN = re.compile(rf"(?:本版|{_EMAIL}|(?:电话|電話|热线|熱線)[：:]?\s*[\d-]+|[\s,，、;；|｜/／·])*")
JUMP = re.compile(
    rf"[（(【]?\s*(?P<way>下转|下轉|上接|转|轉|紧接|緊接|接)\s*(?P<page>(?:本报)?{_PAGE})[^。，）)】]{{0,12}}\s*[）)】]?"
    r"|[（(]?(?P<english>(?:[Cc]ontinued|[Jj]ump|[Ss]ee|SEE|CONTINUED)(?: \w+)?? (?P<from>(?:on|from|ON|FROM)? ?)"
    r"(?:[Pp]age |PAGE |p\. ?)(?P<number>[A-Z]?\d{1,3}))[）)]?\.?"
)
_TEASER = re.compile(
    rf"[（(【]\s*(?:(?:详见|詳見|见|見|报道见|報導見|相关报道见|全文见)\s*)?(?P<page>{_PAGE})\s*[）)】]"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that is no copy.

    `kind` is `folio`, `credits`, `jump` (the story above goes on, on `page`), `jumped` (the story below began there),
    `teaser` (the story above stands in full there) or `outside` (it stood outside the copy). `credits` are roles with
    their names.
    """

    line: Line
    kind: str
    page: str = ""
    credits: tuple[tuple[str, str], ...] = ()


def furniture_of(line: Line, at: int, of: int) -> Furniture | None:
    """What the line, number `at` of the page's `of` lines, says of the page; None for a line of copy."""
    text = line.text
    if named := page_credits(text):
        return Furniture(line, "credits", credits=named)
    if jump := JUMP.fullmatch(text):
        if jump["english"]:
            way = "jumped" if jump["from"].strip().lower() == "from" else "jump"
            return Furniture(line, way, jump["number"])
        way = "jumped" if "接" in jump["way"] and not jump["way"].startswith(("紧", "緊")) else "jump"
        return Furniture(line, way, page_number(jump["page"].removeprefix("本报")))
    if teaser := _TEASER.fullmatch(text):
        return Furniture(line, "teaser", page_number(teaser["page"]))
    return Furniture(line, "folio") if _is_folio(text, at, of) else None


def page_credits(text: str) -> tuple[tuple[str, str], ...]:
    """The roles and names of a line that has nothing else but addresses: 责编 甲某 美编 乙某; else none."""
    found: list[tuple[str, str]] = []
    at = _BETWEEN.match(text).end()  # type: ignore[union-attr] # it always matches
    while at < len(text):
        credit = _CREDIT.match(text, at)
        if credit is None:
            return ()
        role, name = credit["role"] or credit["english"], credit["name"] or credit["person"]
        found.append((role.removeprefix("本版"), name.strip()))
        at = _BETWEEN.match(text, credit.end()).end()  # type: ignore[union-attr] # as above
    return tuple(found)


def split_jump(text: str) -> tuple[str, str, str]:
    """A paragraph's copy, the jump that ends it, and the jump's page: `…（下转A04版）`; "" where there is none."""
    for found in JUMP.finditer(text, max(0, len(text) - 40)):
        if found.end() == len(text) and found.start() and text[found.start()] in "（(【":
            jumps = found["way"] and ("接" not in found["way"] or found["way"].startswith(("紧", "緊")))
            if jumps or (found["english"] and found["from"].strip().lower() != "from"):
                page = found["number"] or page_number((found["page"] or "").removeprefix("本报"))
                return text[: found.start()].rstrip(), found[0], page
    return text, "", ""


def _is_folio(text: str, at: int, of: int) -> bool:
    """Whether the line is the page's head or foot: mostly date, weekday, issue and page number."""
    if len(text) > 90 or re.search("[。！？，]", text):
        return False
    parts = _FOLIO_PART.findall(text)
    if not parts:
        return False
    rest = _FOLIO_PART.sub("", text)
    words = re.sub(r"[\W_]+", "", rest)
    alone = not words
    outer = at < 4 or at >= of - 3
    return (alone and (len(parts) >= 2 or outer)) or (outer and len(parts) >= 2 and len(words) <= 24)


def furnishings(lines: Sequence[Line]) -> dict[int, Furniture]:
    """The furniture among lines, by index; what was broken into two or three lines stands at each of them."""
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        if index in found:
            continue
        for span in (1, 2, 3):
            part = lines[index : index + span]
            if len(part) < span or (span > 1 and not _may_go_on(line)):
                break
            whole = replace(line, text=" ".join(piece.text for piece in part))
            below = index - 1 in found and found[index - 1].kind == "folio"
            furniture = furniture_of(whole, index, len(lines))
            if furniture is None and below and span == 1 and _is_rest_of_folio(whole.text):
                furniture = Furniture(whole, "folio")
            if furniture:
                found |= dict.fromkeys(range(index, index + span), furniture)
                break
    return found


def _is_rest_of_folio(text: str) -> bool:
    """Whether a line below a folio is what the folio's line had no room for: the page and its name."""
    rest, parts = _FOLIO_PART.subn("", text)
    return parts > 0 and len(re.sub(r"[\W_]+", "", rest)) <= 8


def _may_go_on(line: Line) -> bool:
    """Whether a line has a part of a folio or of page credits, so that the next may have the rest."""
    return _FOLIO_PART.search(line.text) is not None or _ANY_ROLE.match(line.text) is not None
