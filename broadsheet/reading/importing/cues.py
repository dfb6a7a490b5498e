"""What is seen of a line: how it ends, how wide it is, and what of a newspaper's usual words is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.reading.byline import dateline_of, find_bylines, is_contact, is_surely_name
from broadsheet.reading.importing.captions import caption_and_credit
from broadsheet.reading.importing.furniture import split_jump
from broadsheet.reading.importing.lines import width
from broadsheet.reading.importing.setting import ends_sentence, is_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

NEVER = -12.0
NEAR = 24
"""Characters: a byline that begins further on closes a paragraph and does not open it."""
_SOFT = re.compile(r"[，、,（(“‘《「『-]$")
LABEL = re.compile(r"[\w（）()/ ]{2,12}[：:]\s*\S")
_PHONE = re.compile(
    r"\d{3,4}-\d{6,8}|\b1\d{10}\b|\b\d{7,8}\b|[\w.+-]@[\w-]+\.\w|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|https?://|www\."
)
_CAPTION = re.compile(
    "[▲▼↑↓←→△▽]|[上下左右本题題大小组組][图圖](?:为|為|：|:|，|[①-⑨])|[图圖](?:为|為|[①-⑨一二三四1-9][：: ]|[：:])"
    r"|图[①-⑨]|(?:Above|Below|Left|Right|Top|Pictured)\b.{0,3}[:,]|(?:Photo|Picture|Caption)s?: "
)
_SIGN = re.compile(r"[□◎■●○△▲◇◆☆★※|—–-]+\s*|作者[：: ]\s*")
_BRACKETED = re.compile("[（(【〔]([^（()）】〕]{2,16})[）)】〕]")
BOX_HEADS = re.compile(
    "(?:联系方式|联系我们|聯絡方式|聯絡我們|投稿须知|投稿方式|投稿邮箱|来稿须知|征稿启事|徵稿啟事|报名方式|報名方式|温馨提示|溫馨提示|小贴士|参与方式"
    "|Contact us|How to take part|How to apply|Get in touch)[：:]?",
    re.IGNORECASE,
)
COLUMN = re.compile(
    "(?:[一-鿿]{0,4}(?:简讯|簡訊|快讯|快訊|短讯|短訊|短波|速递|速遞|速览|速覽|快览|快覽|一句话新闻|要闻速览|资讯|資訊|动态|動態|简报|簡報)"
    "|News in brief|Briefs|In brief|Briefly|Around town)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cues:
    """A line with what is seen of it.

    `ends` is how: `full` with a sentence, `soft` in its midst, `colon`, `semicolon`, or "" with none of these. `name`
    is how much it looks like an author's name alone. `opens` and `closes` say that a byline is part of it, at its
    beginning or end; `full` that it fills its width, so that it may go on below.
    """

    line: Line
    cells: int
    ends: str
    byline: bool
    name: float
    credit: bool
    contact: float
    dateline: bool
    opens: bool
    closes: bool
    full: bool

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def all_cues(lines: Sequence[Line], setting: Setting) -> list[Cues]:
    """What is seen of each line of a page."""
    return [_cues(lines, at, setting) for at in range(len(lines))]


def _cues(lines: Sequence[Line], at: int, setting: Setting) -> Cues:
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    text = line.text
    found = find_bylines([text]) if len(text) <= 120 else ()
    alone = bool(found and found[0].stands_alone and found[0].makes_story)
    within = [byline for byline in found if not byline.stands_alone and byline.makes_story]
    credit = not alone and len(text) <= 120 and (_CAPTION.match(text) is not None or bool(caption_and_credit(text)[1]))
    return Cues(
        line=line,
        cells=width(text),
        ends=_ending(split_jump(text)[0]),
        byline=alone,
        name=0.0 if alone else bare_name(text),
        credit=credit,
        contact=_contact(_run_on(lines, at, setting)),
        dateline=bool(dateline_of(text)) or any(byline.start < NEAR for byline in within),
        opens=any(byline.start < NEAR for byline in within),
        closes=any(byline.start >= NEAR for byline in within),
        # Where empty lines part texts, a line above one was not broken by the margin.
        full=after is not None and not (setting.gapped and after.blank) and is_full(line, after, setting.wrap),
    )


def _ending(text: str) -> str:
    """How a text ends, as `Cues.ends` says it."""
    if ends_sentence(text):
        return "full"
    return {"；": "semicolon", ";": "semicolon", "：": "colon", ":": "colon"}.get(
        text[-1:], "soft" if _SOFT.search(text) else ""
    )


def _run_on(lines: Sequence[Line], at: int, setting: Setting) -> str:
    """The text that begins with a line, with the lines below it that it was broken into."""
    text, last = lines[at].text, at
    while last + 1 < len(lines) and last - at < 5 and not lines[last + 1].blank:
        if not is_full(lines[last], lines[last + 1], setting.wrap):
            break
        last += 1
        text += lines[last].text
    return text


def _contact(text: str) -> float:
    """For a text saying whom to write to: with an address or a number in it, it surely does."""
    if BOX_HEADS.fullmatch(text):
        return 4.0
    if is_contact(text):
        return 3.5 if _PHONE.search(text) or LABEL.match(text) else 1.0
    return 2.0 if LABEL.match(text) and _PHONE.search(text) else NEVER


def bare_name(text: str) -> float:
    """How much a line looks like an author's name alone: with a sign or in brackets (□李某, （王某）), or bare."""
    bracketed = _BRACKETED.fullmatch(text)
    sign = _SIGN.match(text)
    rest = bracketed[1].strip() if bracketed else text[sign.end() :] if sign else text
    rest = rest.replace(" ", "") if re.fullmatch(r"\S \S", rest) else rest
    names = re.split("[ 、]", rest)
    if len(names) > 3 or not all(2 <= len(name) <= 3 and is_surely_name(name) for name in names):
        return 0.0
    return 5.0 if bracketed or sign else 2.5
