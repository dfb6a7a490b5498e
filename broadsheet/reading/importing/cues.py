"""What is seen of a line: how it ends, how wide it is, and what of a newspaper's usual words is in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.byline import dateline_of, find_bylines, is_contact
from broadsheet.reading.importing.captions import caption_and_credit, picture_hint
from broadsheet.reading.importing.jumps import split_jump
from broadsheet.reading.importing.lines import width
from broadsheet.reading.importing.setting import ends_sentence, is_full
from broadsheet.reading.importing.signatures import (
    BARE,
    SIGNED,
    SURELY,
    is_picture_signature,
    signature,
    split_signature,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

NEVER = -12.0
DECK = frozenset(("kicker", "title", "subtitle"))
"""Roles of lines that markup, or the desk, calls parts of a headline."""
NEAR = 24
"""Characters: a byline that begins further on closes a paragraph and does not open it."""
_SOFT = re.compile(r"[，、,（(“‘《「『-]$")
LABEL = re.compile(r"[\w（）()/ ]{2,12}[：:]\s*\S")
_PHONE = re.compile(
    r"\d{3,5}[-－—]\d{5,8}|\b(?:12345|96\d{3,4}|400-?\d{3}-?\d{4})\b|\b1\d{10}\b|\b\d{7,8}\b|[\w.+-]@[\w-]+\.\w|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|https?://|www\."
)
_CAPTION = re.compile(
    "[▲▼↑↓←→△▽].*[。！？”」）)]$|[▲▼↑↓←→△▽]?(?:[上下左右本题題大小组組][图圖](?:为|為|：|:|，|[①-⑨])|[图圖](?:为|為|[①-⑨一二三四1-9][：: ]|[：:])"
    r"|图[①-⑨]|[图圖]片?[说說]明[：:]|图注[：:])|(?:Above|Below|Left|Right|Top|Pictured)\b.{0,3}[:,]|(?:Photo|Picture|Caption)s?: "
)
_ROW = re.compile(r"[℃°%％元吨亩分—–~～∶:]|\d[-—]\d")
_LISTED = re.compile(r"[●▲■○◇◆★☆◎·•▪※△▼→-]|\d{1,2}[.、．)]|[①-⑳]")
_SIGNS = re.compile(r"[▍▎▏◎■●◆★▲○□◇☆※·【\[［〔]")
_NUMERAL = re.compile(
    r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[IVX]{1,4}|(?:PART|NO)\.? ?\d{1,2})[)）]?[.、．]?", re.IGNORECASE
)
MAJOR = 0.7
ITEM_CELLS = 40
SHORT = 24
"""Cells of what may be a crosshead with a sign before it."""
_ITEM = re.compile("[\u4e00-\u9fff]{2,6}[：:]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\.?(?= ?[-–—:])")
_DAY = r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_SIGNED_OFF = re.compile(
    rf"{_DAY}|[\u4e00-\u9fff]{{4,20}}(?:局|委员会|公司|行|中心|厂|街道办|办公室|指挥部|[报學学]校|[学學]院)"
)
_NOTICE = re.compile(
    "[\u4e00-\u9fff“”、]{0,26}(?:启事|啟事|声明|聲明|公告|通告|通知|公示|启示|致歉信|道歉信|感谢信|倡议书|讣告|訃告|更正|征集令|招聘|招租|挂失|遗失)"
    "|Corrections?|Public notice|Obituar(?:y|ies)",
    re.IGNORECASE,
)
BOX_HEADS = re.compile(
    "(?:联系方式|联系我们|聯絡方式|聯絡我們|投稿须知|投稿方式|投稿邮箱|来稿须知|征稿启事|徵稿啟事|报名方式|報名方式|温馨提示|溫馨提示|小贴士|参与方式"
    "|Contact us|How to take part|How to apply|Get in touch)[：:]?",
    re.IGNORECASE,
)
COLUMN = re.compile(
    "(?:[一-鿿]{0,4}(?:简讯|簡訊|快讯|快訊|短讯|短訊|短波|速递|速遞|速览|速覽|快览|快覽|一句话新闻|要闻速览|资讯|資訊|动态|動態|简报|簡報)"
    "|[\u4e00-\u9fff]{0,4}(?:播报|播報|导读|導讀|看点|看點|链接|連結|延伸阅读|新闻背景|相关新闻|相关链接|一览|要目|公告栏|快报|快報|热线|回音壁|前沿|医讯|书讯|赛讯|商讯|信息港|荐读)"
    "|News in brief|Briefs|In brief|Briefly|Around town)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cues:
    """A line with what is seen of it.

    `ends` is how: `full` with a sentence, `soft` in its midst, `colon`, `semicolon`, or "" with none of these. `name`
    is how much it looks like an author's name alone. `credit` is how much it looks like being about a picture, `credited` that a credit is in it. `opens` and `closes` say that a byline is part of it, at its
    beginning or end; `full` that it fills its width, so that it may go on below. `figures` is how much it looks like a
    row of a table; `listed` says that it is one of several lines with one sign before them, `closing` that it is the
    date or the office below a notice, `notice` that it is a heading of the usual announcements, `announced` that the
    page of a teaser stood behind it, `numeral` that it is but a number, `series` that it begins with a sign as other
    short lines do, `minor` that larger type is headlines' and stands not beside it,
    `major` that it is of that type; `capitals` is 1 for a line in the headlines' capitals and -1 for
    another, 0 where they have none, `item` that it heads one of many short texts; `inset` is how much its indent is the copy's (1) and not the headlines' (-1).
    """

    line: Line
    cells: int
    ends: str
    byline: bool
    name: float
    credit: float
    credited: bool
    contact: float
    dateline: bool
    opens: bool
    closes: bool
    full: bool
    figures: float = 0.0
    listed: bool = False
    closing: bool = False
    notice: bool = False
    announced: bool = False
    numeral: bool = False
    series: bool = False
    minor: bool = False
    major: bool = False
    inset: float = 0.0
    capitals: float = 0.0
    item: bool = False

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def all_cues(lines: Sequence[Line], setting: Setting, announced: Container[int] = ()) -> list[Cues]:
    """What is seen of each line of a page; the lines of `announced` are teasers."""
    pictured = _captions(lines, 6 if setting.gapped else 3) if not setting.han else frozenset()
    signs = Counter(sign for line in lines if (sign := _sign_of_series(line.text)))
    capitals = _has_capital_headlines(lines)
    largest = max((_rank(line, setting) for line in lines), default=0.0)
    found = []
    for at, line in enumerate(lines):
        cues = _cues(lines, at, setting, announced=at in announced, pictured=at in pictured)
        sign = _sign_of_series(line.text)
        beside = [_rank(lines[other], setting) for other in (at - 1, at, at + 1) if 0 <= other < len(lines)]
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        found.append(
            replace(
                cues,
                # Of two names in a row the upper is a headline: 井边 / 柳某.
                name=0.0 if cues.name <= BARE and BARE <= signature(below) < SURELY else cues.name,
                series=signs[sign] > 1 and not cues.listed,
                minor=largest > 0 and not any(beside),
                major=0 < largest * MAJOR <= _rank(line, setting),
                inset=_inset(line, setting),
                capitals=0.0 if not capitals or width(line.text) > 2 * SHORT else 1.0 if line.text.isupper() else -1.0,
            )
        )
    items = _items(found) if not setting.wrap else frozenset()
    return [replace(cues, item=True) if at in items else cues for at, cues in enumerate(found)]


def _items(lines: Sequence[Cues]) -> frozenset[int]:
    """The short lines of a page on which nearly every one has just one paragraph below it: items, and no crossheads."""
    heads = [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.cells <= ITEM_CELLS and _is_heading(line) and not _is_heading(below) and below.ends
    ]
    texts = [
        sum(not _is_heading(line) and line.credit < 3 and not line.byline for line in lines[at + 1 : end])
        for at, end in pairwise([*heads, len(lines)])
    ]
    if heads and any(not _is_heading(line) and line.ends for line in lines[: heads[0]]):
        return frozenset()
    alone = sum(count == 1 for count in texts)
    return frozenset(heads) if len(heads) >= 4 and texts[0] <= 1 and alone * 10 >= len(texts) * 7 else frozenset()


def _is_heading(cues: Cues) -> bool:
    """Whether a line could be a heading."""
    return not (cues.ends or cues.byline or cues.credit >= 3 or cues.contact >= 2 or cues.listed or cues.figures >= 1)


def _sign_of_series(text: str) -> str:
    """What a short line begins with as others like it may: ◎, or the colon of 城管：三天内清完."""
    if width(text) > SHORT + 6 or signature(text) >= SIGNED:
        return ""
    if sign := _SIGNS.match(text):
        return sign[0] if width(text) <= SHORT else ""
    return "：" if re.fullmatch("[\u4e00-\u9fffA-Za-z]{2,8}[：:].{2,16}", text) and not ends_sentence(text) else ""


def _has_capital_headlines(lines: Sequence[Line]) -> bool:
    """Whether a Latin page sets its headlines, and not its crossheads, in capitals."""
    short = [line.text.isupper() for line in lines if width(line.text) <= 2 * SHORT and line.text.isascii()]
    return len(short) > 4 and short[0] and short[1] and 0.2 <= sum(short) / len(short) <= 0.8


def _inset(line: Line, setting: Setting) -> float:
    """Whether a short line stands where paragraphs begin, on a page where not all short lines do."""
    if not setting.insets or width(line.text) > 2 * SHORT:
        return 0.0
    return 1.0 if abs(line.indent - setting.insets) < 2 else -1.0


def _rank(line: Line, setting: Setting) -> float:
    """How much larger than copy markup sets a short line: 0 for not at all."""
    if line.role in DECK:
        return 9.0
    if setting.level:
        return 1.0 if line.level and line.level <= setting.level else 0.0
    return round(line.size, 1) if line.size >= 1.2 and width(line.text) <= 2 * SHORT else 0.0


def _captions(lines: Sequence[Line], most: int) -> frozenset[int]:
    """The lines, `most` together, that a picture's credit stands among, with no white space between."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and not lines[end].blank:
            continue
        rows = [line.text for line in lines[start:end]]
        credited = [caption_and_credit(text) for text in rows if len(text) <= 120]
        ends = any(ends_sentence(text) for text in rows)
        if (
            1 < len(rows) <= most
            and ends
            and not any(signature(text) >= SURELY for text in rows)
            and any(credit and not caption for caption, credit in credited)
        ):
            found |= set(range(start, end)) if len("".join(rows)) <= 240 else set()
        start = end
    return frozenset(found)


def _cues(lines: Sequence[Line], at: int, setting: Setting, *, announced: bool, pictured: bool) -> Cues:
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    text = line.text
    found = find_bylines([text]) if len(text) <= 120 else ()
    signed = signature(text)
    of_pictures = is_picture_signature(text)
    alone = not of_pictures and (bool(found and found[0].stands_alone and found[0].makes_story) or signed >= SURELY)
    within = [byline for byline in found if not byline.stands_alone and byline.makes_story]
    listed = _is_listed(lines, at)
    credit = (
        of_pictures
        or (pictured and not alone)
        or not alone
        and not listed
        and len(text) <= 120
        and (_CAPTION.match(text) is not None or bool(caption_and_credit(text)[1]))
    )
    return Cues(
        line=line,
        cells=width(text),
        ends=_ending(split_jump(text)[0]),
        byline=alone,
        name=0.0 if alone else signed,
        credit=6.0 if credit else 0.0 if alone or listed else picture_hint(text),
        credited=bool(caption_and_credit(text)[1]) if credit else False,
        contact=_contact(_run_on(lines, at, setting)),
        dateline=bool(dateline_of(text)) or any(byline.start < NEAR for byline in within),
        opens=any(byline.start < NEAR for byline in within),
        closes=any(byline.start >= NEAR for byline in within) or bool(split_signature(text)[1]),
        # Where empty lines part texts, a line above one was not broken by the margin.
        full=after is not None and not (setting.gapped and after.blank) and is_full(line, after, setting.wrap),
        figures=max(figures(text), _among_figures(lines, at)),
        listed=listed,
        closing=_SIGNED_OFF.fullmatch(text) is not None,
        notice=_NOTICE.fullmatch(text) is not None,
        announced=announced,
        numeral=_NUMERAL.fullmatch(text) is not None,
    )


def figures(text: str) -> float:
    """How much a line looks like a row of a table: words and figures side by side, and no sentence."""
    cells = text.split()
    if not cells or re.search("[。！？；，]", text) or len(text) > 60:
        return 0.0
    numbered = sum(any(char.isdigit() for char in cell) for cell in cells)
    digits = sum(char.isdigit() for char in text) / len(text.replace(" ", ""))
    score = 1.0 if len(cells) >= 3 and numbered * 2 >= len(cells) else 0.0
    score += 1.5 if digits >= 0.25 and len(cells) >= 2 else 0.0
    score += 1.0 if digits >= 0.2 and len(cells) >= 2 and _ROW.search(text) else 0.0
    return score + (1.5 if LABEL.match(text) and (digits >= 0.2 or len(cells) >= 3) else 0.0)


def _among_figures(lines: Sequence[Line], at: int) -> float:
    """For a line of several words right below or above a row of a table: it is one, too."""
    if " " not in lines[at].text or len(lines[at].text) > 30 or re.search("[。！？；，]", lines[at].text):
        return 0.0
    beside = [(lines[at - 1], lines[at])] if at else []
    beside += [(lines[at + 1], lines[at + 1])] if at + 1 < len(lines) else []
    return 1.0 if any(figures(line.text) >= 1.5 and not lower.blank for line, lower in beside) else 0.0


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Whether the line beside it begins with the same sign, or with a figure as it does."""
    beside = [lines[other].text for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    sign, label = _LISTED.match(lines[at].text), _ITEM.match(lines[at].text)
    return any(sign and (other := _LISTED.match(text)) and _kind(other[0]) == _kind(sign[0]) for text in beside) or any(
        label and (other := _ITEM.match(text)) and (len(other[0]) == len(label[0]) or label[0].isascii())
        for text in beside
    )


def is_listed(text: str) -> bool:
    """Whether a text begins with the sign of an item."""
    return _LISTED.match(text) is not None


def is_numeral(text: str) -> bool:
    """Whether a text is but a number, as stands above a crosshead."""
    return _NUMERAL.fullmatch(text) is not None


def _kind(sign: str) -> str:
    """A sign before an item, whatever its figure."""
    return "1" if sign[0].isdigit() else "①" if sign in "①②③④⑤⑥⑦⑧⑨⑩" else sign


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
