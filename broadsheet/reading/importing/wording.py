"""What the words of a line are alone: a row of figures, an item, a heading of notices, whom to write to."""

from __future__ import annotations

import re

from broadsheet.reading.byline import is_contact
from broadsheet.reading.importing.setting import ends_sentence

NEVER = -12.0
_SOFT = re.compile(r"[，、,（(“‘《「『-]$")
LABEL = re.compile(r"[\w（）()/ ]{2,12}[：:]\s*\S")
_PHONE = re.compile(
    r"\d{3,5}[-－—]\d{5,8}|\b(?:12345|96\d{3,4}|400-?\d{3}-?\d{4})\b|\b1\d{10}\b|\b\d{7,8}\b|[\w.+-]@[\w-]+\.\w"
    r"|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|https?://|www\."
)
_CAPTION = re.compile(
    "[▲▼↑↓←→△▽].*[。！？”」）)]$|[▲▼↑↓←→△▽]?(?:[上下左右本题題大小组組][图圖](?:为|為|：|:|，|[①-⑨])|[图圖](?:为"
    "|為|[①-⑨一二三四1-9][：: ]|[：:])"
    r"|图[①-⑨]|[图圖]片?[说說]明[：:]|图注[：:])|(?:Above|Below|Left|Right|Top|Pictured)\b.{0,3}[:,]|(?:Photo"
    "|Picture|Caption)s?: "
)
_QUANTITY = re.compile(r"[\d.,]+[万亿%％]?[\u4e00-\u9fff]{0,2}|[\d.,]+%")
_ROW = re.compile(r"[℃°%％元吨亩分—–~～∶:]|\d[-—]\d")
_LISTED = re.compile(r"[●▲■○◇◆★☆◎·•▪※△▼→-]|\d{1,2}[.、．)]|[①-⑳]")
_NUMERAL = re.compile(
    r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[IVX]{1,4}|(?:PART|NO)\.? ?\d{1,2})[)）]?[.、．]?", re.IGNORECASE
)
_ITEM = re.compile("[\u4e00-\u9fff]{2,6}[：:]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\.?(?= ?[-–—:])")
_DAY = (
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日"
    "|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    "|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_SIGNED_OFF = re.compile(
    rf"{_DAY}|[\u4e00-\u9fff]{{4,20}}(?:局|委员会|公司|行|中心|厂|街道办|办公室|指挥部|[报學学]校|[学學]院)"
)
_NOTICE = re.compile(
    "[\u4e00-\u9fff“”、]{0,26}(?:启事|啟事|声明|聲明|公告|通告|通知|公示|启示|致歉信|道歉信|感谢信|倡议书"
    "|讣告|訃告|更正|征集令|招聘|招租|挂失|遗失)"
    "|Corrections?|Public notice|Obituar(?:y|ies)",
    re.IGNORECASE,
)
BOX_HEADS = re.compile(
    "(?:联系方式|联系我们|聯絡方式|聯絡我們|投稿须知|投稿方式|投稿邮箱|来稿须知|征稿启事|徵稿啟事|报名方式"
    "|報名方式|温馨提示|溫馨提示|小贴士|参与方式"
    "|Contact us|How to take part|How to apply|Get in touch)[：:]?",
    re.IGNORECASE,
)
COLUMN = re.compile(
    "(?:[一-鿿]{0,4}(?:简讯|簡訊|快讯|快訊|短讯|短訊|短波|速递|速遞|速览|速覽|快览|快覽|一句话新闻|要闻速览"
    "|资讯|資訊|动态|動態|简报|簡報)"
    "|[\u4e00-\u9fff]{0,4}(?:播报|播報|导读|導讀|看点|看點|链接|連結|延伸阅读|新闻背景|相关新闻|相关链接"
    "|一览|要目|公告栏|快报|快報|热线|回音壁|前沿|医讯|书讯|赛讯|商讯|信息港|荐读)"
    "|News in brief|Briefs|In brief|Briefly|Around town)",
    re.IGNORECASE,
)


def ending(text: str) -> str:
    """How a text ends, as `Cues.ends` says it."""
    if ends_sentence(text):
        return "full"
    return {"；": "semicolon", ";": "semicolon", "：": "colon", ":": "colon"}.get(
        text[-1:], "soft" if _SOFT.search(text) else ""
    )


def contact_score(text: str) -> float:
    """For a text saying whom to write to: with an address or a number in it, it surely does."""
    if BOX_HEADS.fullmatch(text):
        return 4.0
    if is_contact(text):
        return 3.5 if _PHONE.search(text) or LABEL.match(text) else 1.0
    return 2.0 if LABEL.match(text) and _PHONE.search(text) else NEVER


def figures(text: str) -> float:
    """How much a line looks like a row of a table: words and figures side by side, and no sentence."""
    cells = text.split()
    if not cells or re.search("[。！？；，]", text) or len(text) > 60:
        return 0.0
    numbered = sum(any(char.isdigit() for char in cell) for cell in cells)
    digits = sum(char.isdigit() for char in text) / len(text.replace(" ", ""))
    score = 1.5 if len(cells) == 2 and _QUANTITY.fullmatch(cells[0]) else 0.0
    score += 1.0 if len(cells) >= 3 and numbered * 2 >= len(cells) else 0.0
    score += 1.5 if digits >= 0.25 and len(cells) >= 2 else 0.0
    score += 1.0 if digits >= 0.2 and len(cells) >= 2 and _ROW.search(text) else 0.0
    return score + (1.5 if LABEL.match(text) and (digits >= 0.2 or len(cells) >= 3) else 0.0)


def opens_caption(text: str) -> bool:
    """Whether a text begins as captions do: 图为, ▲, Above."""
    return _CAPTION.match(text) is not None


def are_items(text: str, other: str) -> bool:
    """Whether two texts begin with one sign, with figures, or with words of one length and a colon, as items do."""
    sign, its = _LISTED.match(text), _LISTED.match(other)
    if sign and its and _kind(sign[0]) == _kind(its[0]):
        return True
    label, its = _ITEM.match(text), _ITEM.match(other)
    return bool(label and its and (len(label[0]) == len(its[0]) or label[0].isascii()))


def is_listed(text: str) -> bool:
    """Whether a text begins with the sign of an item."""
    return _LISTED.match(text) is not None


def is_numeral(text: str) -> bool:
    """Whether a text is but a number, as stands above a crosshead."""
    return _NUMERAL.fullmatch(text) is not None


def is_signed_off(text: str) -> bool:
    """Whether a text is but the date or the office below a notice."""
    return _SIGNED_OFF.fullmatch(text) is not None


def is_notice(text: str) -> bool:
    """Whether a text is a heading of the usual announcements: 遗失声明, 公告."""
    return _NOTICE.fullmatch(text) is not None


def _kind(sign: str) -> str:
    """A sign before an item, whatever its figure."""
    return "1" if sign[0].isdigit() else "①" if sign in "①②③④⑤⑥⑦⑧⑨⑩" else sign
