"""What is seen of a line: how it ends, how wide it is, and what of a newspaper's usual words is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.reading.byline import dateline_of, find_bylines, is_contact
from broadsheet.reading.importing.captions import caption_and_credit
from broadsheet.reading.importing.jumps import split_jump
from broadsheet.reading.importing.lines import width
from broadsheet.reading.importing.setting import ends_sentence, is_full
from broadsheet.reading.importing.signatures import signature, split_signature

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

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
    "[▲▼↑↓←→△▽].*[。！？”」）)]$|[▲▼↑↓←→△▽]?(?:[上下左右本题題大小组組][图圖](?:为|為|：|:|，|[①-⑨])|[图圖](?:为|為|[①-⑨一二三四1-9][：: ]|[：:])"
    r"|图[①-⑨]|[图圖]片?[说說]明[：:]|图注[：:])|(?:Above|Below|Left|Right|Top|Pictured)\b.{0,3}[:,]|(?:Photo|Picture|Caption)s?: "
)
_ROW = re.compile(r"[℃°%％元吨亩分—–~～∶:]|\d[-—]\d")
_LISTED = re.compile(r"[●▲■○◇◆★☆◎·•▪※△▼→-]|\d{1,2}[.、．)]|[①-⑳]")
_ITEM = re.compile("[\u4e00-\u9fff]{2,6}[：:]")
_DAY = r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_SIGNED_OFF = re.compile(rf"{_DAY}|[\u4e00-\u9fff]{{4,20}}(?:局|委员会|公司|行|中心|厂|街道办|办公室|指挥部|[报學学]校|[学學]院)")
_NOTICE = re.compile(
    "[\u4e00-\u9fff“”、]{0,14}(?:启事|啟事|声明|聲明|公告|通告|通知|公示|启示|致歉信|道歉信|感谢信|倡议书|讣告|訃告|更正|征集令|招聘|招租)"
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
    "|[\u4e00-\u9fff]{0,4}(?:播报|播報|导读|導讀|看点|看點|链接|連結|延伸阅读|新闻背景|相关新闻|相关链接|一览|要目|公告栏)"
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
    figures: float = 0.0
    listed: bool = False
    closing: bool = False
    notice: bool = False
    announced: bool = False

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def all_cues(lines: Sequence[Line], setting: Setting, announced: Container[int] = ()) -> list[Cues]:
    """What is seen of each line of a page; the lines of `announced` are teasers."""
    return [_cues(lines, at, setting, announced=at in announced) for at in range(len(lines))]


def _cues(lines: Sequence[Line], at: int, setting: Setting, *, announced: bool) -> Cues:
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    text = line.text
    found = find_bylines([text]) if len(text) <= 120 else ()
    alone = bool(found and found[0].stands_alone and found[0].makes_story)
    within = [byline for byline in found if not byline.stands_alone and byline.makes_story]
    credit = not alone and not _is_listed(lines, at) and len(text) <= 120 and (_CAPTION.match(text) is not None or bool(caption_and_credit(text)[1]))
    return Cues(
        line=line,
        cells=width(text),
        ends=_ending(split_jump(text)[0]),
        byline=alone,
        name=0.0 if alone else signature(text),
        credit=credit,
        contact=_contact(_run_on(lines, at, setting)),
        dateline=bool(dateline_of(text)) or any(byline.start < NEAR for byline in within),
        opens=any(byline.start < NEAR for byline in within),
        closes=any(byline.start >= NEAR for byline in within) or bool(split_signature(text)[1]),
        # Where empty lines part texts, a line above one was not broken by the margin.
        full=after is not None and not (setting.gapped and after.blank) and is_full(line, after, setting.wrap),
        figures=max(figures(text), _among_figures(lines, at)),
        listed=_is_listed(lines, at),
        closing=_SIGNED_OFF.fullmatch(text) is not None,
        notice=_NOTICE.fullmatch(text) is not None,
        announced=announced,
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
    score += 1.0 if digits >= 0.2 and _ROW.search(text) else 0.0
    return score + (1.5 if LABEL.match(text) and (digits >= 0.1 or len(cells) >= 3) else 0.0)


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
        label and (other := _ITEM.match(text)) and len(other[0]) == len(label[0]) for text in beside
    )


def is_listed(text: str) -> bool:
    """Whether a text begins with the sign of an item."""
    return _LISTED.match(text) is not None


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
