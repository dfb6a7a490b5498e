"""The lines of a headline told apart: kicker (引题), headline (主题) and subtitle (副题)."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.importing.cues import COLUMN
from broadsheet.reading.importing.folio import is_beat
from broadsheet.reading.importing.lines import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.reading.importing.lines import Line

_TERMS = re.compile(r"(?=([\u3400-\u9fff]{2}))|([A-Za-z]{4,}|\d+)")
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])")
_FRAMES = re.compile(
    "出台|启动|啟動|调整$|举行|舉行|召开|召開|开幕|開幕|闭幕|閉幕|施行|实施|推行|创建|进行时|在行动|送清凉|走基层|进校园|进社区|强调|要求|征集|逼近|来袭|爭議|争议|公布|发布|審議|揭晓|收官|落幕|倒计时"
)
"""What a kicker says: what was held, opened or issued, of which the headline tells."""
_FRAMED = re.compile("我[市县縣省区區]|[全本][市县縣省国國]|本[报報版]|[记記]者|关注|關注|聚焦|探访|對話|对话|走近|直击|直擊|《")
_TIME = re.compile("今[天日晚晨起年]|昨[天日晚晨夜]|明[天日起]|本[周週]|下[周週]|月底|年底|起$")
_NUMBERS = re.compile("\\d|[一二三四五六七八九十百千万两半]{1,6}[个名家条座万亿元年月天岁所部间只枚次人斤亩棵块把成站米吨件户]")
_COMMA = re.compile("[，,](?!\\d)")
_DASH = re.compile("[—–-]{1,2}")
_OPENS_SUBTITLE = re.compile("访|記|记|本报|本報|专访|專訪|——|[它他她牠]们?|这|這|其中|[\u4e00-\u9fff]{2,8}[：:]")
_PREDICATE = re.compile("[\u4e00-\u9fff]{1,2}[了着过過]|[把被让讓给給将將不也还還又就才都没沒]|竟|却|卻|原来|居然|原來")
_ASKS = re.compile("[？?吗呢]|哪|谁|誰|怎么|怎麼|如何|为何|為何|为什么|為什麼|有没有|是不是|能不能|要不要|该不该|會不會|会不会")
_GENRE = re.compile(
    "小小说|诗歌|散文|随笔|隨筆|杂文|雜文|小说|小說|新诗|书评|書評|影评|短评|短評|时评|時評|社论|社論|社評|社评|童话|寓言|游记|访谈|特写|通讯|消息|来论|快评|连载"
)
_SERIES = re.compile(
    "(?:追踪|追蹤|追访|观察|觀察|报道|報道|報導|特刊|系列|专栏|調查|调查|提醒|直击|快评|札记|札記|连载|連載|访谈|訪談|档案|檔案|专题|專題|聚焦|关注|關注|探访"
    "|倒计时.{0,6}|日记|日記|故事|现场|回访|解读|声音|特写|记事|纪事|热线|话题|论坛|[一二三四五六七八九十]周年|[（(][一二三四五六七八九十\\d]+[）)]|[①-⑳]|之[一二三四五六七八九十\\d]+|[大影画文]赛|文化节)$|第.{1,4}[届季]"
)
_LIKELY = {
    (0, 1, 0): 0.0,
    (1, 1, 0): 0.0, (0, 1, 1): 0.6, (0, 2, 0): -0.8,
    (1, 1, 1): 0.6, (1, 2, 0): -0.5, (0, 2, 1): -0.3, (0, 1, 2): -0.8, (2, 1, 0): -1.0, (0, 3, 0): -2.5,
    (1, 2, 1): 0.0, (1, 1, 2): -0.3, (2, 1, 1): -0.5, (0, 2, 2): -1.0, (2, 2, 0): -1.0, (0, 3, 1): -1.5, (1, 3, 0): -1.5,
    (0, 1, 3): -2.0, (1, 3, 1): -1.0, (1, 2, 2): -1.0, (0, 3, 2): -2.0, (0, 2, 3): -2.0, (0, 1, 4): -2.5, (1, 1, 3): -2.0,
}  # fmt: skip
"""How likely so many lines of kicker, headline and subtitle are, before they are looked at."""


_ORNAMENTS = "》»>→▶◆■●★▲◇□○☆△※·【】[]〖〗 "
LABEL_CELLS = 4
"""A first line that is no wider names a beat, and is no headline."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A headline's lines, each with its place in the page; `share` (0 to 1) says how sure the parting is."""

    column: tuple[Line, ...] = ()
    kicker: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    subtitle: tuple[Line, ...] = ()
    share: float = 1.0


def deck_of(lines: Sequence[Line], copy: str) -> Deck:
    """The parts of a headline whose story reads `copy`; the label of a column (简讯) stands above them."""
    column = 1 if len(lines) > 1 and is_column(lines[0].text) else 0
    rest = lines[column:]
    if not rest:
        return Deck()
    topics = Counter(_terms(copy))
    scored = [(_score(rest, parts, topics), parts) for parts in _partings(len(rest))]
    if not scored:
        return Deck(tuple(lines[:column]), (), (rest[0],), tuple(rest[1:]), 0.5)
    best, (above, middle, _) = max(scored, key=lambda row: row[0])
    share = 1 / sum(math.exp(score - best) for score, _ in scored)
    return Deck(
        tuple(lines[:column]),
        tuple(rest[:above]),
        tuple(rest[above : above + middle]),
        tuple(rest[above + middle :]),
        share,
    )


def is_column(text: str) -> bool:
    """Whether a line is the label over several short texts: 简讯, ◆一周播报◆."""
    plain = text.strip(_ORNAMENTS)
    return COLUMN.fullmatch(plain) is not None or (text[0] == text[-1] and text[0] in _ORNAMENTS and len(plain) <= 8)


def _partings(count: int) -> Iterator[tuple[int, int, int]]:
    yield from (parts for parts in _LIKELY if sum(parts) == count)


def _score(lines: Sequence[Line], parts: tuple[int, int, int], topics: Counter[str]) -> float:
    above, middle, _ = parts
    title = lines[above : above + middle]
    kicker, subtitle = lines[:above], lines[above + middle :]
    score = _LIKELY[parts]
    topical = [_topicality(line.text, topics) for line in lines]
    most = max(topical) or 1.0
    score += 0.6 * sum(topical[above : above + middle]) / middle / most
    # A line of which the story says nothing is a label, or was no part of the headline.
    score -= 0.8 * sum(not share for share in topical[above : above + middle]) / middle if max(topical) else 0
    cells = sum(width(line.text) for line in title) / middle
    sized = max(line.size for line in lines) > min(line.size for line in lines)
    levels = {line.level for line in lines}
    score += 9.0 * sum(
        line.role == role
        for role, part in (("kicker", kicker), ("title", title), ("subtitle", subtitle))
        for line in part
    )
    capitals = [line.text.isascii() and line.text.isupper() for line in lines]
    if capitals.count(True) > 1 and not all(capitals):
        score += 3.0 * sum(capitals[above : above + middle]) - 3.0 * (middle - sum(capitals[above : above + middle]))
    deepest = min(line.indent for line in lines)
    for line in title:
        score += 3.0 if sized and line.size == max(other.size for other in lines) else -3.0 if sized else 0
        if len(levels) > 1:
            score += 4.0 if line.level == min(level or 9 for level in levels) else -4.0
        score -= 4.0 if _DASH.match(line.text) else 0
        score += 0.6 if _ASKS.search(line.text) else 0
        score -= (0.7 if _FRAMES.search(line.text) else 0) + (0.6 if _FRAMED.match(line.text) else 0)
        score += 0.4 if _TIME.search(line.text) else 0
        score -= 1.5 if line.text.endswith(("——", "：", ":")) else 1.0 if _SERIES.search(line.text) else 0
    for line in kicker:
        score += 0.3 + 0.3 * bool(_GAP.search(line.text)) + 1.5 * line.text.endswith(("——", "：", ":"))
        score -= 4.0 if _DASH.match(line.text) else 0
        score += 1.8 if _SERIES.search(line.text) else 0
        score += (1.0 if _FRAMES.search(line.text) else 0) + (0.5 if _FRAMED.match(line.text) else 0)
        wide = width(line.text)
        score += 1.2 if wide > cells * 1.4 and _COMMA.search(line.text) else 0.3 if wide > cells + 2 else 0
        score -= 1.0 if _OPENS_SUBTITLE.match(line.text) or _ASKS.search(line.text) else 0
        score += 1.0 if line.text.isascii() and (line.text.isupper() or len(line.text.split()) <= 3) else 0
        score -= 0.5 if any(char.isdigit() for char in line.text) else 0
        # 就业, 人物, OPINION: the name of a beat or a column.
        score += 2.5 if _is_label(line.text) else 1.2 if wide <= 10 and cells >= 16 else 0
    for line in subtitle:
        score += 4.0 if _DASH.match(line.text) else 1.5 if _OPENS_SUBTITLE.match(line.text) else 0
        score += 0.8 if width(line.text) > cells + 2 else 0
        score += 0.5 if _NUMBERS.search(line.text) else 0
        score += 0.8 if line.text.isascii() and len(line.text.split()) >= 7 else 0
        score += 1.5 if line.indent >= deepest + 2 and title[0].indent == deepest else 0
    for number, (line, below) in enumerate(pairwise(lines)):
        if line.text.endswith(("，", ",", "的", "和", "与", "在", "把", "让")) or (below.text[0].islower() and line.text.isascii()):
            score += 3.0 if above <= number < above + middle - 1 else -1.0
    return score + (_parallel(title) if middle > 1 else 0)


def _is_label(text: str) -> bool:
    """Whether a line but names a beat, a column or a series."""
    plain = re.sub(r"[\s■◆●★【】\[\]·|｜]", "", text)
    words = len(text.split())
    latin = text.isascii() and ((text.isupper() and words <= 4) or words == 1)
    return _GENRE.fullmatch(plain) is not None or width(plain) <= LABEL_CELLS or is_beat(text) or latin


def _parallel(title: Sequence[Line]) -> float:
    """How much the lines of a headline look like one headline: of a length, and short."""
    lengths = [width(line.text) // 2 for line in title]
    if max(lengths) <= 10 and len(title) == 2 and _PREDICATE.match(title[1].text):
        return 2.8
    if max(lengths) > 12 or any(_GAP.search(line.text) for line in title if not line.text.isascii()):
        return -1.0
    short = 1.2 if max(lengths) <= 9 else 0.0
    return {0: short + 0.8, 1: short - 0.5, 2: short - 0.7, 3: short - 1.0}.get(max(lengths) - min(lengths), -1.0)


def _topicality(text: str, topics: Counter[str]) -> float:
    """How often a headline's words are said in its story; a long one has to say more of them, but not in proportion."""
    terms = list(_terms(text))
    return sum(min(topics[term], 6) for term in terms) / math.sqrt(len(terms)) if terms else 0.0


def _terms(text: str) -> Iterator[str]:
    for found in _TERMS.finditer(text):
        yield found[1] or found[2].lower()
