"""Who signed a text, told more freely than copy is read: on a line of its own, or in the brackets that close it."""

from __future__ import annotations

import re

from broadsheet.reading.byline import dateline_of, find_bylines
from broadsheet.reading.importing.chinese_signatures import bare, done_by, han_score
from broadsheet.reading.importing.english_signatures import latin_score
from broadsheet.reading.importing.scores import BARE, NAMED, SIGNED

_BRACKETED = re.compile(
    "[（(【〔［\\[](?P<copy>[^（()）】〕］\\]\\[]{2,24}(?:[（(][^（()）]{2,12}[）)])?)[）)】〕］\\]]"
)
_SIGN = re.compile(r"[□◎■●○△▲◇◆☆★※|]\s*|[—–-]{1,3}\s*|作者[：: ]\s*")
_HINTS = re.compile(
    "(?<!小)[记記]者|通[讯訊][员員]|[实實][习習]生|采写|採寫|撰文|^文[/／：:|｜丨 ]|供稿|特约|特約|^作者"
    "|(?<![\u4e00-\u9fff])编译|整理$|^(?:[Bb]y|BY) [A-Z]"
)
_LATIN = re.compile("[\x00-\u024f‘’“”–—•|]+")
_PHOTO_BY = re.compile(
    r"(?:(?:staff|file|[A-Z][\w.&’'-]+(?: [A-Z][\w.&’'-]+){0,2}) )?"
    r"(?:photos?|photographs?|pictures?|illustrations?|graphic)(?: by|:) .{3,60}",
    re.IGNORECASE,
)
LONGEST = 60
_CLOSES = (
    (
        re.compile(r"(?<=[。！？!?”」』…）)])\s*(?P<signature>[（(【〔［][^（()）】〕］。！？]{2,24}[）)】〕］])$"),
        NAMED,
    ),
    (re.compile(r"(?<=[。！？!?”」』…）)])\s+(?P<signature>[^（()）】〕］。！？，；“”「」]{2,16})$"), BARE),
    (re.compile(r"(?<=[.!?])\s+(?P<signature>(?:—|–|--|-) ?[A-Z][^.!?,;]{2,30})$"), SIGNED),
)
"""How a signature closes a paragraph, and how much it must look like one: in brackets, behind a space or a dash."""


def signature(text: str) -> float:
    """How much a line looks like a byline alone, as a score: 6 where nothing else is likely."""
    if len(text) > LONGEST or dateline_of(text):
        return 0.0
    bracketed = _BRACKETED.fullmatch(text)
    sign = _SIGN.match(text)
    rest = bracketed["copy"].strip() if bracketed else text[sign.end() :] if sign else text
    if _LATIN.fullmatch(rest):
        return latin_score(rest, marked=bracketed is not None or sign is not None)
    return han_score(rest, bracket=text[0] if bracketed else "", signed=sign is not None) or hint(text)


def is_picture_signature(text: str) -> bool:
    """Whether a short text names only who made pictures: 图/晚报记者 李某."""
    bracketed = _BRACKETED.fullmatch(text)
    if _PHOTO_BY.fullmatch(bracketed["copy"] if bracketed else text):
        return True
    text = re.sub("[（(].{0,8}署名.{0,6}[）)]$", "", text)
    done = done_by(bare(bracketed["copy"] if bracketed else text)) if len(text) <= LONGEST else ()
    return "picture" in done and "story" not in done


def hint(text: str) -> float:
    """How much a short line that no grammar reads may still be a byline: for its sign, its brackets, its words."""
    if len(text) > 24 or re.search("[。！？，；：]", text):
        return 0.0
    score = 2.0 if _HINTS.search(text) and text[0] not in "【［[" else 0.0
    if re.fullmatch("[（(〔][\u4e00-\u9fff ·]{2,12}[）)〕]", text) or re.match("[□◎○■] ?[\u4e00-\u9fff]{2,4}$", text):
        score += 1.5
    return score


def split_signature(text: str) -> tuple[str, str]:
    """A paragraph's copy and the signature that closes it, `…三分钟。（李某）`, `…三分钟。 读者 李某`; "" for none."""
    for pattern, least in _CLOSES:
        found = pattern.search(text)
        if found and signature(found["signature"]) >= least and not is_picture_signature(found["signature"]):
            return (text, "") if find_bylines([text]) else (text[: found.start()].rstrip(), found["signature"])
    return text, ""
