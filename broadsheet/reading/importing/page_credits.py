"""Who made a page (责编, 美编, 校对, Editor, Layout), as its own line or a part of its folio says."""

from __future__ import annotations

import re

from broadsheet.reading.importing.folio import EMAIL, PHONE

_ROLE = (
    "(?:本版|[一二三四五六七八]版)?(?:责任编辑|責任編輯|值班编辑|值班編輯|值班主任|值班主编|值班编委|执行主编"
    "|责编|責編|编辑|編輯|美术编辑"
    "|美術編輯|美编|美編|版式设计|版式設計|版式|版面设计|设计|組版|组版|排版|校对|校對|责校|責校|审读|审核"
    "|审校|主编|主編|总编辑|總編輯"
    "|社长|社長|总值班|图片编辑|圖片編輯|图编|视觉设计|视觉|监制|監製|统筹|终审|指导老师|主持人?|题字|本期主持"
    "|版面统筹|校读|校检|美术|美術|值班总编)"
)
_ROLE_EN = "(?:(?:Page |Copy |Layout |Photo )?(?:Editors?|Design(?:ers?)?|Layout|Proofread(?:ers?|ing)))"
# What makes a line a story's byline.
_STORY_ROLE = "(?:采写|采寫|撰文|撰稿|文字|摄影|攝影|图片|圖片|记者|記者|通讯员|通訊員)"
_REACH = "(?:电话|電話|热线|熱線|邮箱|郵箱|信箱|电邮|電郵|投稿|来稿|來稿|QQ|微信)"
_NAMES = (
    rf"(?!{_REACH})[\u4e00-\u9fff·]{{2,12}}(?:[ 、,，/／](?!{_ROLE}|{_STORY_ROLE}"
    rf"|{_REACH})[\u4e00-\u9fff·]{{2,4}}(?![：:]))*"
    r"|[\u4e00-\u9fff] [\u4e00-\u9fff]"
)
_CREDIT = re.compile(
    rf"(?P<role>{_ROLE})\s*(?:[：:/／|｜]\s*|\s)(?P<name>(?!{_ROLE})(?:{_NAMES}))"
    rf"|(?P<english>{_ROLE_EN})\s*:\s*(?P<person>[A-Z][\w.'’-]*(?: (?!{_ROLE_EN}\s*:)[A-Z][\w.'’-]*){{0,3}})"
)
ANY_ROLE = re.compile(f"{_ROLE}|{_ROLE_EN}\\b")
_BETWEEN = re.compile(
    rf"(?:本版|[（(](?:学生|學生|实习|實習)[）)]|{_REACH}[：:]?|{EMAIL}|{PHONE}|[\s,，、;；|｜/／·■□●◆])*"
)


def page_credits(text: str) -> tuple[tuple[str, str], ...]:
    """The roles and names of a line that has nothing else but addresses: 责编 甲某 美编 乙某; else none."""
    found, rest = split_credits(text)
    return found if not _BETWEEN.sub("", rest) else ()


def split_credits(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The roles and names that stand at the end of a line or are all of it, and what stands before them."""
    found: list[tuple[str, str]] = []
    first = _CREDIT.search(text)
    at = start = first.start() if first else len(text)
    while at < len(text):
        credit = _CREDIT.match(text, at)
        if credit is None:
            return (), text
        role, name = credit["role"] or credit["english"], credit["name"] or credit["person"]
        found.append((role.removeprefix("本版"), name.strip()))
        at = _BETWEEN.match(text, credit.end()).end()  # type: ignore[union-attr] # it always matches
    return tuple(found), text[:start]
