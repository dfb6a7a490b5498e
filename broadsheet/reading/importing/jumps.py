"""Where a story goes on (转版), where it came from, and where what is announced stands in full (导读)."""

from __future__ import annotations

import re
from typing import NamedTuple

from broadsheet.model.page_number import page_number
from broadsheet.reading.importing.folio import PAGE

ARROWS = "》»>→▶☞"
_HAN = re.compile(
    rf"[（(【]?\s*(?P<way>下转|下轉|上接|转|轉|紧接|緊接|接)\s*(?:本报)?(?P<page>{PAGE})[^。，）)】]{{0,12}}\s*[）)】]?"
)
_LATIN = re.compile(
    r"[(（]?(?:please )?(?:continued|jump|see|turn)(?: [\w’'-]+){0,3}?,? ?(?P<from>on|from|to)? ?"
    r"(?:(?:page|p\.) ?(?P<page>[a-z]?\d{1,3}[a-z]?)|(?P<lettered>[A-Z]\d{1,3}))[)）]?\.?",
    re.IGNORECASE,
)
_RESUMED = re.compile(rf"[（(【]\s*(?:上接|接)\s*(?:本报)?{PAGE}[^。，）)】]{{0,12}}[）)】]\s*")
_UNFINISHED = re.compile("[（(【](?:未完待[续續]|待[续續])[）)】]")
_FULL_STORY = re.compile(
    rf"[{ARROWS}]+\s*(?:详见|詳見|见|見)?\s*(?P<arrowed>{PAGE})|[（(【]\s*(?:(?:更多|相关|相關)?(?:报道|報導"
    rf"|内容)?(?:详见|詳見|见|見|刊)|全文见)?\s*(?P<page>{PAGE})\s*[）)】]"
)
_ANNOUNCED = re.compile(
    rf"(?P<words>\S.*?\S)[\s.…·]*(?P<page>(?:(?<=\s)|(?<=[.…·）)])){PAGE}|[{ARROWS}]+\s*(?:详见|詳見|见|見)?\s*{PAGE}"
    rf"|[（(【]\s*(?:详见|詳見|见|見)?{PAGE}\s*[）)】])"
)


class Jump(NamedTuple):
    """A pointer to another page, by number: `kind` is `jump` (goes on there), `jumped` (began there) or `teaser`."""

    kind: str
    page: str


def jump_of(text: str) -> Jump | None:
    """The pointer that a line is."""
    if found := _HAN.fullmatch(text):
        back = "接" in found["way"] and found["way"][0] not in "紧緊"
        return Jump("jumped" if back else "jump", page_number(found["page"]))
    if found := _LATIN.fullmatch(text):
        back = (found["from"] or "").lower() == "from"
        return Jump("jumped" if back else "jump", (found["page"] or found["lettered"]).upper())
    if _UNFINISHED.fullmatch(text):
        return Jump("jump", "")
    found = _FULL_STORY.fullmatch(text)
    return Jump("teaser", page_number(found["arrowed"] or found["page"])) if found else None


def split_jump(text: str) -> tuple[str, str, str]:
    """A paragraph's copy, the jump that ends it, and the jump's page: `…（下转A04版）`; "" where there is none."""
    at = max(text.rfind(sign, max(0, len(text) - 40)) for sign in "（(【")
    jump = jump_of(text[at:]) if at > 0 else None
    if jump and jump.kind == "jump" and jump.page:
        return text[:at].rstrip(), text[at:], jump.page
    return text, "", ""


def split_resumed(text: str) -> tuple[str, str]:
    """The pointer back that begins a paragraph, `（上接第1版）…`, and the paragraph; "" where there is none."""
    found = _RESUMED.match(text)
    return (found[0].rstrip(), text[found.end() :]) if found and found.end() < len(text) else ("", text)


def split_announced(text: str) -> tuple[str, str]:
    """A teaser's words and the page that ends its line: `夜市开到几点 12版`; "" where there is none."""
    found = _ANNOUNCED.fullmatch(text) if len(text) <= 60 and not re.search("[。！？；]", text) else None
    return (found["words"].rstrip(" .…·"), text[found.start("page") :]) if found else (text, "")
