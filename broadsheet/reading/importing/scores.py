"""What speaks for a line being a headline, copy, a crosshead, …: scores, in natural logarithms of odds.

The figures are a desk's judgement, not learnt from any paper; `tests/reading/importing` measures what they achieve.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.reading.importing.page_cues import DECK
from broadsheet.reading.importing.wording import LABEL, NEVER

if TYPE_CHECKING:
    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.setting import Setting

_STOP_INSIDE = re.compile(r"[。！？!?；].|\. [A-Z“\"]")
_COMMA = re.compile(r"[，,](?!\d)")
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])")
_RUNNING = re.compile(
    "(?:据|據|日前|近日|昨日|昨天|今天|今日|目前|截至|随着|隨著|为了?|為了?|在|从|從|记者|記者|此外|同时"
    "|同時|不过|不過|但|而|接下来|下一步|据悉|據悉"
    "|[^，。]{1,8}(?:表示|介绍|告诉|說|说)[，：,:])|(?:The|A|An|In|On|At|He|She|It|They|But|And) [a-z]"
)
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、．.](?!\d)"
    r"|[①-⑩]|[A-Z]\.|[【［\[〔][^】］\]〕]{2,12}[】］\]〕]$|[■◆●▲★◇□▌►▶▍▎])"
)
_QUOTED = re.compile('[“‘「『"]')
_WHOLLY_QUOTED = re.compile("[“‘「『\"'].*[”’」』\"']")
_ADDRESSES = re.compile(
    "(?:[\u4e00-\u9fff]{0,6}(?:同志|您好|你好|读者|讀者|用户|用戶|业主|業主|编辑部|编辑|朋友们?|先生|女士"
    "|居民|记者|客户)|Dear\\b.*|To the editor)[：:]$"
)
_REGARDS = re.compile("此致|敬礼[！!]?|顺祝.{2,6}|祝好|谨启|特此.{2,4}|(?:Yours|Sincerely|Regards).{0,12}")
_TELLS = re.compile(
    "(?:据|據|日前|近日|昨日|昨天|截至|随着|隨著|记者从|記者從|此外|同时|同時|不过|不過|接下来|[^，。]{1,8}(?:表示"
    "|介绍|告诉)[，：,:])"
)
_BRACKETED = re.compile(r"[【［\[〔][^】］\]〕]{2,12}[】］\]〕]")
_OPENS_LOWER = re.compile("[a-z]")
_HANGS = re.compile(r"[，。、；：？！”’）》」』】…,.;:?!)%％]")
_UNIT = re.compile("[年月日号時时分点點元人个個万萬亿億%％米岁歲]")
COHESION = 0.4
STANZA_CELLS = 44


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
    if here.contact >= 2 and LABEL.match(here.text):
        score -= 4.0
    score -= 8.0 if here.dateline else 0
    if (here.figures >= 1 and above.figures >= 1) or here.listed:
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
    score = _set_apart(cues) + _shape(cues, setting, least=4, most=48 if setting.han else 90)
    score -= 1.0 * len(_COMMA.findall(cues.text)) if setting.han else 0
    score += min(len(_GAP.findall(cues.text)), 2) * 0.8 if setting.han else 0
    score -= 3.0 if _BRACKETED.fullmatch(cues.text) else 0
    if setting.han and _NUMBERED.match(cues.text) and not cues.text.startswith(("■", "◆", "●", "▲", "★", "◇", "□")):
        score -= 2.0
    score -= 5.0 if cues.line.level > setting.level else 0
    score += 3.0 if cues.notice else 0
    score += (
        (1.2 if cues.item else 0) + (1.0 if cues.major else 0) - cues.inset + cues.capitals - COHESION * cues.cohesion
    )
    score -= (3.0 if cues.minor else 0) + (6.0 if cues.numeral else 0)
    score += 5.0 if cues.announced else 0
    score -= _brevity(cues, setting) / 2
    gap = cues.line.blank - max(setting.gap, 1)
    # Where paragraphs stand close, white space parts stories.
    return score + (1.2 if gap > 0 or (cues.line.blank and setting.close) else 0.5 if cues.line.blank else 0)


def crosshead(cues: Cues, setting: Setting) -> float:
    """For a crosshead: shorter than a headline, and never set larger."""
    score = _set_apart(cues) * 0.9 + _shape(cues, setting, least=4, most=34 if setting.han else 60)
    score -= 1.2 * len(_COMMA.findall(cues.text)) if setting.han else 0
    score += 2.5 if _NUMBERED.match(cues.text) else 1.8 if _WHOLLY_QUOTED.fullmatch(cues.text) else 0
    score -= 2.0 if cues.notice else 0
    score -= 1.2 if cues.item else 0
    score += COHESION * cues.cohesion + cues.inset - 1.5 * cues.capitals - (4.0 if cues.major else 0)
    score += (4.0 if cues.numeral else 0) + (1.5 if cues.series else 0) + _brevity(cues, setting) / 2
    score += NEVER if cues.line.role in DECK else 0
    if (setting.level and cues.line.level == setting.level) or cues.line.size >= 1.6:
        score -= 4.0
    gap = cues.line.blank - max(setting.gap, 1)
    return score - (1.0 if gap > 0 else 0)


def copy(cues: Cues, setting: Setting) -> float:
    """For copy: sentences, their punctuation, a line that is full."""
    if cues.line.picture or cues.line.level:
        return -6.0
    score = {"full": 2.0, "soft": 1.5, "semicolon": 1.5, "colon": 0.5, "": -1.5}[cues.ends]
    score += 3.0 if _REGARDS.fullmatch(cues.text) else 0
    score += 4.0 if cues.ends == "colon" and _ADDRESSES.match(cues.text) else 0
    score += 1.5 if cues.full else 0
    score += 1.5 if _COMMA.search(cues.text) else 0
    score += 1.5 if _STOP_INSIDE.search(cues.text) else 0
    score += 2.0 if cues.cells > 50 else -1.5 if cues.cells < 24 and cues.ends != "full" else 0
    score += 1.0 if _RUNNING.match(cues.text) else 0
    score += 4.0 if cues.dateline else 0
    score += 1.5 if setting.indented and cues.line.indent >= 2 else 0
    score -= 5.0 if cues.byline else max(cues.name, cues.credit)
    score -= 3.0 if cues.contact >= 2 else 0
    score += 2.0 * cues.figures + (5.0 if cues.closing else 0) + (3.0 if cues.listed else 0)
    score -= 8.0 if cues.line.role in DECK or cues.announced else 0
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
        - 2.0 * cues.figures
        - (3.0 if cues.closing or cues.listed or cues.notice or cues.announced else 0)
        - (1.5 if LABEL.match(cues.text) else 0)
        - (2.0 if cues.full and not cues.ends else 0)
        - (1.0 if cues.line.bold else 0)
        - (0 if setting.han else 0.3)
    )


def signed(cues: Cues) -> float:
    """For a byline alone on its line."""
    if cues.line.role == "byline" or cues.byline:
        return 6.0
    return NEVER if (cues.series and cues.name < 4) or not cues.name else cues.name


def pictured(cues: Cues) -> float:
    """For a picture, its caption or its credit."""
    if cues.line.picture or cues.line.role == "caption":
        return 10.0
    return cues.credit or NEVER


def _brevity(cues: Cues, setting: Setting) -> float:
    """For a crosshead and against a headline: most crossheads have 4 to 7 Han, most headlines 8 to 14."""
    if cues.line.level or cues.line.size > 1.1 or cues.line.role:
        return 0.0
    cells = cues.cells if setting.han else cues.cells / 2.2
    return min(max((15 - cells) / 5, -0.8), 1.2)


def _set_apart(cues: Cues) -> float:
    """What markup says: a heading, large, bold or centred type."""
    line = cues.line
    if line.role in DECK:
        return 9.0
    if line.picture or line.role:
        return NEVER
    score = {0: 0.0, 1: 8.0, 2: 6.0, 3: 4.0}.get(line.level, 3.0)
    score += 4.0 if line.size >= 1.3 else 2.0 if line.size > 1.1 else 0
    score += 2.0 if line.bold else 0
    return score + (1.5 if line.centred else 0)


def _shape(cues: Cues, setting: Setting, *, least: int, most: int) -> float:
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
    if stops := _STOP_INSIDE.findall(text[:-1]):
        score -= 1.5 if cues.cells <= 44 and all(stop[0] in "？！?!" for stop in stops) else 4.0
    if _RUNNING.match(text):
        # 从“噪声”里挑出来 is a crosshead, 据悉,公园拟于 is none.
        surely = setting.wrap or not setting.han or cues.cells > 28 or _TELLS.match(text)
        score -= 2.5 if surely else 0.5
    score -= 1.0 if _QUOTED.match(text) and cues.ends == "full" else 0
    score -= 7.0 if cues.byline or cues.dateline else max(cues.name, cues.credit)
    score -= 5.0 if cues.contact >= 2 else 0
    score -= 2.0 * cues.figures + (5.0 if cues.closing else 0) + (2.5 if cues.listed else 0)
    score -= 4.0 if _HANGS.match(text) or _REGARDS.fullmatch(text) else 0
    return score - (1.5 if cues.full and not cues.line.level else 0)
