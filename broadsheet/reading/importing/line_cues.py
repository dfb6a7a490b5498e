"""What is seen of a line alone, by name: `line_weights` says what each of these speaks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.reading.importing.deck_cues import GAP, WITHIN, WORDS, is_label, opens_with_verb, verbs
from broadsheet.reading.importing.decks import is_column
from broadsheet.reading.importing.folio import is_beat
from broadsheet.reading.importing.wording import BOX_HEADS, LABEL, opens_caption

if TYPE_CHECKING:
    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

_CELLS = (6, 9, 12, 16, 20, 25, 32, 44, 64, 90)
_LATIN = 2.2
"""A Latin line says in so many cells what a Han line says in one."""
_WORDS = (2, 3, 4, 6, 9)
_COMMA = re.compile(r"[，,](?!\d)")
_OPENS = {
    "running": re.compile(
        "据|據|日前|近日|昨[日天]|今[日天]|目前|截至|随着|隨著|[为為]了?|在|从|從|记者|記者|此外|同时|同時|不过|不過"
        "|但|而|接下来|下一步|[^，。]{1,8}(?:表示|介绍|告诉|說|说)[，：,:]"
        "|(?:The|A|An|In|On|At|He|She|It|They|But|And) [a-z]"
    ),
    "telling": re.compile(
        "据|據|日前|近日|昨[日天]|截至|随着|隨著|[记記]者[从從]|此外|同时|同時|不过|不過|接下来"
        "|[^，。]{1,8}(?:表示|介绍|告诉)[，：,:]"
    ),
    "number": re.compile(
        r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、．.](?!\d)|[①-⑩]|[A-Z]\."
    ),
    "sign": re.compile("[■◆●▲★◇□▌►▶▍▎○◎☆※·▪△▼→]"),
    "arrow": re.compile("[▲▼↑↓←→△▽]"),
    "bracket": re.compile(r"[【［\[〔（(]"),
    "quotation": re.compile('[“‘「『"]'),
    "dash": re.compile("[—–-]"),
    "hanging sign": re.compile(r"[，。、；：？！”’）》」』】…,.;:?!)%％]"),
    "unit": re.compile("[年月日号號时時分点點元人个個万萬亿億%％米岁歲]"),
    "address": re.compile(
        "(?:[\u4e00-\u9fff]{0,6}(?:同志|您好|你好|读者|讀者|用户|用戶|业主|業主|编辑部|编辑|朋友们?|先生|女士"
        "|居民|记者|客户)|Dear\\b.*|To the editor)[：:]$"
    ),
    "regards": re.compile("(?:此致|敬礼[！!]?|顺祝.{2,6}|祝好|谨启|特此.{2,4}|(?:Yours|Sincerely|Regards).{0,12})$"),
    "small letter": re.compile("[a-z]"),
    "question": re.compile("(?:问|問|Q|记者|記者|答|A)[：:.]"),
    "label and colon": LABEL,
    "box": BOX_HEADS,
    "weekday": re.compile("(?:星期|[周週])[一二三四五六日]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"),
    "day or time": re.compile(r"\d{1,2}月\d{1,2}日|\d{1,2}[:：]\d{2}|\d{1,2}[时時點点]"),
    "note": re.compile(
        "[（(]?(?:注|附|本版|本[报報]|本刊|以上|图文|文章|来稿|來稿|欢迎|歡迎|声明|说明|提示|编者|作者|[记記]者)"
    ),
}
_HAS = {
    "question mark": re.compile("[？?]"),
    "call": re.compile("[！!]$"),
    "colon": re.compile(".[：:]."),
    "stop within": re.compile(r"[。！？!?；].|\. [A-Z“\"]"),
    "digit": re.compile(r"\d"),
    "quotation": re.compile('[“「"‘]'),
    "title of a work": re.compile("《"),
    "ellipsis": re.compile("…"),
    "quotes about it": re.compile("^[“‘「『\"'].*[”’」』\"']$"),
    "name in brackets": re.compile(r"^[【［\[〔][^】］\]〕]{2,12}[】］\]〕]$"),
    "brackets about it": re.compile(r"^[（(【〔［\[][^）)】〕］\]]*[）)】〕］\]]$"),
    "bracket at its end": re.compile("[）)】〕]$"),
    "number to ring": re.compile(r"\d{7}|\d{3,4}[-—]\d{4}|@|www\."),
    "particle": re.compile("[了着过過吗呢吧]$|[了着过過把被让給给将將要能会會可还還没沒不]"),
    "saying": re.compile("[说說道][，：。,:“]|表示|介绍|告诉"),
}
_FLAGS = (
    *("byline", "credited", "dateline", "opens", "closes", "full", "listed", "closing", "notice", "announced"),
    *("numeral", "series", "minor", "major", "item"),
)
_SURE = {"byline": 3.0, "credited": 2.0, "announced": 2.0, "notice": 2.0, "closing": 2.0}
"""What hardly ever misleads counts for more, so that its weight is cheap."""
_OF_DECKS = ("asks", "series", "frames", "number", "time", "person")


def line_cues(here: Cues, setting: Setting) -> dict[str, float]:
    """What is seen of a line: names with 1, or with how much of it there is."""
    text = here.text
    seen = {f"opens: {name}": words.match(text) is not None for name, words in _OPENS.items()}
    seen |= {f"has: {name}": words.search(text) is not None for name, words in _HAS.items()}
    seen |= {name: getattr(here, name) for name in _FLAGS}
    seen |= _width(here, setting) | _ending(here) | _people(here) | _set(here.line, setting) | _words(text)
    commas = len(_COMMA.findall(text))
    seen |= {
        "any": True,
        "Latin": not setting.han,
        "comma": commas == 1,
        "commas": commas > 1,
        "like a sentence": here.cells > 40 or commas > 0 or seen["has: stop within"] or seen["opens: running"],
        "set in as copy": here.inset > 0,
        "set in as heads": here.inset < 0,
        "capitals of the page": here.capitals > 0,
        "no capitals of the page": here.capitals < 0,
    }
    return {name: _SURE.get(name, 1.0) for name, is_seen in seen.items() if is_seen}


def _width(here: Cues, setting: Setting) -> dict[str, bool]:
    cells = here.cells if setting.han else here.cells / _LATIN
    seen = {f"over {step} cells": cells > step for step in _CELLS}
    if not setting.han:
        words = len(here.text.split())
        seen |= {f"over {step} words": words > step for step in _WORDS}
    return seen | {"full and short": here.ends == "full" and cells <= 25}


def _ending(here: Cues) -> dict[str, bool]:
    last = here.text[-1:]
    kind = "bracket" if last and last in "”」』’\"')）】…" else "call" if last and last in "！？!?" else "stop"
    return {f"ends {here.ends or 'open'}": True, f"ends full, {kind}": here.ends == "full"}


def _people(here: Cues) -> dict[str, bool]:
    """Who signed it, who made the picture, whom to write to; in steps of the scores that `cues` gives."""
    return {
        "name": here.name > 0,
        f"name {here.name:.1f}": here.name > 0,
        f"credit {here.credit:.0f}": here.credit > 0,
        "caption": opens_caption(here.text),
        f"contact {here.contact:.1f}": here.contact > 0,
        "figures": here.figures >= 1,
        "many figures": here.figures >= 2,
    }


def _set(line: Line, setting: Setting) -> dict[str, bool]:
    """What markup, and the setter, say of it."""
    level = line.level - setting.level if line.level else -1
    return {
        f"role {line.role}": bool(line.role),
        "heading": level == 0,
        "heading below": level == 1,
        "heading further below": level > 1,
        "no heading where others are": bool(setting.level) and not line.level,
        "huge": line.size >= 1.6,
        "large": 1.3 <= line.size < 1.6,
        "larger": 1.1 < line.size < 1.3,
        "small": line.size < 0.95,
        "bold": line.bold,
        "centred": line.centred,
        "set in": 2 <= line.indent < 8,
        "set in deep": line.indent >= 8,
    }


def _words(text: str) -> dict[str, bool]:
    """What its words are like, as those of headlines."""
    seen = {f"deck opens: {name}": words.match(text) is not None for name, words in WORDS.items()}
    seen |= {f"deck has: {name}": WITHIN[name].search(text) is not None for name in _OF_DECKS}
    gaps = 0 if text.isascii() else len(GAP.findall(text))
    longer = [word for word in re.findall(r"[^\W\d_]{4,}", text) if text.isascii()]
    return seen | {
        "gap": gaps == 1,
        "gaps": gaps > 1,
        "halves": gaps == 1 and len({len(half) for half in text.split(" ")}) == 1,
        "title case": bool(longer) and all(word[0].isupper() for word in longer) and not text.isupper(),
        "capitals": text.isascii() and text.isupper(),
        "label": bool(text) and is_label(text),
        "column": bool(text) and is_column(text),
        "beat": is_beat(text),
        "verb opens": bool(text) and opens_with_verb(text),
        "verbs": verbs(text) >= 2,
        "no verb": not verbs(text),
    }
