"""What speaks for a line being a headline, copy, a crosshead, …: scores, in natural logarithms of odds.

The figures are a desk's judgement, not learnt from any paper; `tests/reading/importing` measures what they achieve.
"""

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
    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

NEVER = -12.0
NEAR = 24
"""Characters: a byline that begins further on closes a paragraph and does not open it."""
_SOFT = re.compile(r"[，、,（(“‘《「『-]$")
_STOP_INSIDE = re.compile(r"[。！？!?；].|\. [A-Z“\"]")
_COMMA = re.compile(r"[，,](?!\d)")
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])")
_RUNNING = re.compile(
    "(?:据|據|日前|近日|昨日|昨天|今天|今日|目前|截至|随着|隨著|为了?|為了?|在|从|從|记者|記者|此外|同时|同時|不过|不過|但|而|接下来|下一步|据悉|據悉"
    "|[^，。]{1,8}(?:表示|介绍|告诉|說|说)[，：,:])|(?:The|A|An|In|On|At|He|She|It|They|But|And) [a-z]"
)
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、．.](?!\d)|[①-⑩]|[A-Z]\.|【[^】]+】$|[■◆●▲★◇□▌►▶])"
)
_QUOTED = re.compile('[“‘「『"]')
_LABEL = re.compile(r"[\w（）()/ ]{2,12}[：:]\s*\S")
_PHONE = re.compile(
    r"\d{3,4}-\d{6,8}|\b1\d{10}\b|\b\d{7,8}\b|[\w.+-]@[\w-]+\.\w|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|https?://|www\."
)
_CAPTION = re.compile(
    "[▲▼↑↓←→△▽]|[上下左右本题題大小组組][图圖](?:为|為|：|:|，|[①-⑨])|[图圖](?:为|為|[①-⑨一二三四1-9][：: ]|[：:])"
    r"|图[①-⑨]|(?:Above|Below|Left|Right|Top|Pictured)\b.{0,3}[:,]|(?:Photo|Picture|Caption)s?: "
)
_SIGN = re.compile(r"[□◎■●○△▲◇◆☆★※|—–-]+\s*|作者[：: ]\s*")
_BRACKETED = re.compile("[（(【〔]([^（()）】〕]{2,16})[）)】〕]")
_OPENS_LOWER = re.compile("[a-z]")
_HANGS = re.compile(r"[，。、；：？！”’）》」』】…,.;:?!)%％]")
_UNIT = re.compile("[年月日号時时分点點元人个個万萬亿億%％米岁歲]")
STANZA_CELLS = 44
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


def cues_of(line: Line, after: Line | None, setting: Setting) -> Cues:
    """What is seen of a line, with the one below it."""
    text = line.text
    found = find_bylines([text]) if len(text) <= 120 else ()
    alone = bool(found and found[0].stands_alone and found[0].makes_story)
    within = [byline for byline in found if not byline.stands_alone and byline.makes_story]
    credit = not alone and len(text) <= 120 and (_CAPTION.match(text) is not None or bool(caption_and_credit(text)[1]))
    if BOX_HEADS.fullmatch(text):
        contact = 4.0
    elif is_contact(text):
        contact = 3.5 if _PHONE.search(text) or _LABEL.match(text) else 1.0
    else:
        contact = 2.0 if _LABEL.match(text) and _PHONE.search(text) else NEVER
    return Cues(
        line=line,
        cells=width(text),
        ends=_ending(split_jump(text)[0]),
        byline=alone,
        name=0.0 if alone else bare_name(text),
        credit=credit,
        contact=contact,
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


def joins(above: Cues, here: Cues, setting: Setting) -> float:
    """How much speaks for a line going on from the one above it."""
    score = _left_open(above, setting) + _set_on(above, here, setting)
    lower = _OPENS_LOWER.match(here.text) and above.text[-1:].isascii() and above.ends != "full"
    if lower or _HANGS.match(here.text):
        score += 5.0
    if above.text[-1:].isdigit() and _UNIT.match(here.text):
        score += 4.0
    if not setting.han and _is_title_case(above.text) != _is_title_case(here.text):
        score -= 3.0
    if here.contact >= 2 and _LABEL.match(here.text):
        score -= 4.0
    if here.line.level and here.line.level == above.line.level and not here.line.blank:
        score += 6.0
    if here.line.level != above.line.level or here.line.size != above.line.size:
        score -= 5.0
    return score - (8.0 if here.line.role or here.line.picture or above.line.picture else 0)


def _left_open(above: Cues, setting: Setting) -> float:
    """For a line going on below it, by how it ends."""
    # A paragraph seldom ends just where its line is full; a sentence within it does so as often as not.
    full = {"soft": 5.0, "full": 1.5, "semicolon": 2.5, "colon": -0.5, "": 3.0}
    short = {"soft": 5.0, "full": -4.0, "semicolon": -2.0, "colon": -0.5}
    if above.full or above.ends:
        return (full if above.full else short)[above.ends]
    if setting.wrap and above.cells < setting.wrap:
        return -2.5
    return 1.5 if above.cells > 60 else -2.0


def _set_on(above: Cues, here: Cues, setting: Setting) -> float:
    """For a line going on from the one above it, by the white space between them."""
    score = 0.0
    if here.line.blank:
        score -= 3.5 if setting.gapped else 2.5
    elif setting.gapped:
        score += 3.0
    if setting.indented:
        score += -5.0 if here.line.indent >= 2 else 1.5
    elif here.line.indent >= 2 + above.line.indent:
        score -= 2.0
    return score


def _is_title_case(text: str) -> bool:
    """Whether every longer word of a Latin line is capitalised, as in a headline."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return bool(words) and all(word[0].isupper() for word in words)


def is_running(cues: Cues) -> bool:
    """Whether a line has what only sentences have."""
    return bool(
        cues.cells > 40 or _COMMA.search(cues.text) or _STOP_INSIDE.search(cues.text) or _RUNNING.match(cues.text)
    )


def headline(cues: Cues, setting: Setting) -> float:
    """For a line of a headline: short, no sentence, set large."""
    score = _set_apart(cues) + _shape(cues, least=4, most=48 if setting.han else 90)
    score -= 1.0 * len(_COMMA.findall(cues.text)) if setting.han else 0
    score += min(len(_GAP.findall(cues.text)), 2) * 0.8 if setting.han else 0
    if setting.han and _NUMBERED.match(cues.text) and not cues.text.startswith(("■", "◆", "●", "▲", "★", "◇", "□")):
        score -= 2.0
    score -= 5.0 if cues.line.level > setting.level else 0
    gap = cues.line.blank - max(setting.gap, 1)
    return score + (1.2 if gap > 0 else 0.5 if cues.line.blank else 0)


def crosshead(cues: Cues, setting: Setting) -> float:
    """For a crosshead: shorter than a headline, and never set larger."""
    score = _set_apart(cues) * 0.9 + _shape(cues, least=4, most=34 if setting.han else 60)
    score -= 1.2 * len(_COMMA.findall(cues.text)) if setting.han else 0
    score += 2.5 if _NUMBERED.match(cues.text) else 0
    if (setting.level and cues.line.level == setting.level) or cues.line.size >= 1.6:
        score -= 4.0
    gap = cues.line.blank - max(setting.gap, 1)
    return score - (1.0 if gap > 0 else 0)


def copy(cues: Cues, setting: Setting) -> float:
    """For copy: sentences, their punctuation, a line that is full."""
    if cues.line.picture or cues.line.level:
        return -6.0
    score = {"full": 2.0, "soft": 1.5, "semicolon": 1.5, "colon": 0.5, "": -1.5}[cues.ends]
    score += 1.5 if cues.full else 0
    score += 1.5 if _COMMA.search(cues.text) else 0
    score += 1.5 if _STOP_INSIDE.search(cues.text) else 0
    score += 2.0 if cues.cells > 50 else -1.5 if cues.cells < 24 and cues.ends != "full" else 0
    score += 1.0 if _RUNNING.match(cues.text) else 0
    score += 4.0 if cues.dateline else 0
    score += 1.5 if setting.indented and cues.line.indent >= 2 else 0
    score -= 5.0 if cues.byline or cues.credit else cues.name
    score -= 3.0 if cues.contact >= 2 else 0
    score -= 2.0 if cues.line.bold or cues.line.centred or cues.line.size > 1.1 else 0
    return score + (6.0 if cues.line.role in {"row", "item"} else 0)


def verse(cues: Cues, setting: Setting) -> float:
    """For a line of verse: short, and ended by the poet and not by the margin."""
    line = cues.line
    if line.level or line.picture or line.role or cues.byline or cues.credit or cues.contact >= 2 or cues.dateline:
        return NEVER
    if cues.cells > STANZA_CELLS or _STOP_INSIDE.search(cues.text[:-1]):
        return -8.0
    score = 1.4 if not cues.ends else 0.9
    return (
        score
        - (2.0 if cues.full and not cues.ends else 0)
        - (1.0 if cues.line.bold else 0)
        - (0 if setting.han else 0.3)
    )


def signed(cues: Cues) -> float:
    """For a byline alone on its line."""
    if cues.line.role == "byline":
        return 6.0
    return 6.0 if cues.byline else cues.name or NEVER


def pictured(cues: Cues) -> float:
    """For a picture, its caption or its credit."""
    if cues.line.picture or cues.line.role == "caption":
        return 10.0
    return 6.0 if cues.credit else NEVER


def _set_apart(cues: Cues) -> float:
    """What markup says: a heading, large, bold or centred type."""
    line = cues.line
    if line.picture or line.role:
        return NEVER
    score = {0: 0.0, 1: 8.0, 2: 6.0, 3: 4.0}.get(line.level, 3.0)
    score += 4.0 if line.size >= 1.3 else 2.0 if line.size > 1.1 else 0
    score += 2.0 if line.bold else 0
    return score + (1.5 if line.centred else 0)


def _shape(cues: Cues, *, least: int, most: int) -> float:
    """How much a line looks like one that is no sentence."""
    text = cues.text
    score = 1.0 if least <= cues.cells <= most else -2.5 if cues.cells < least else -(cues.cells - most) / 6 - 1
    if cues.ends == "full":
        score -= 1.0 if text[-1] in "！？!?" or text[-1] in "”」’\"')）】…" else 5.0
    elif cues.ends in {"soft", "semicolon"}:
        score -= 4.0
    elif cues.ends == "colon":
        score -= 2.0
    else:
        score += 1.0
    score -= 4.0 if _STOP_INSIDE.search(text[:-1]) else 0
    score -= 2.5 if _RUNNING.match(text) else 0
    score -= 1.0 if _QUOTED.match(text) and cues.ends == "full" else 0
    score -= 7.0 if cues.byline or cues.credit or cues.dateline else cues.name
    score -= 5.0 if cues.contact >= 2 else 0
    score -= 4.0 if _HANGS.match(text) else 0
    return score - (1.5 if cues.full and not cues.line.level else 0)
