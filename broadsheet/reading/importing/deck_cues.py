"""What is seen of a headline's lines: each for itself, and each pair of neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.importing.folio import is_beat
from broadsheet.reading.importing.predicates import names_only, tells

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from broadsheet.reading.importing.lines import Line

_TERMS = re.compile(r"(?=([\u3400-\u9fff]{2}))|([A-Za-z]{4,}|\d+)")
GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=\S)|(?<=\S) (?=[^\x00-\x7f])")
"""A space beside a Han character: it parts a headline's phrases."""
_VERBS = frozenset(
    "把被让给将向对为从在到用靠以凭跟由成变做当是有没不未别要会能可敢肯想来去回进出过起开关走跑飞坐站住吃喝看听说问"
    "写画唱打拍拿送收买卖换"
    "装拆建修补盖搬种养捞挖找捡丢放挂贴穿洗烧煮剪缝刻焊教考读念记忘等守陪护救帮抢赢输夺获长醒笑怕盼登封停取撤减增涨"
    "降升添加入退离留藏"
    "印牵牽办辦掏请請赴摸造搭领領签簽聊交亮挤擠挑闯撞遇迎接吊却竟又还再才就都只也谁怎讓給將從來進過開關會與對買賣寫畫說問還換裝種養該應"
)
WORDS = {
    "dash": re.compile("[—–-]{1,2}"),
    "explains": re.compile("访|訪|记|記|本报|本報|专访|專訪|[它他她牠]们?|这|這|其中|[\u4e00-\u9fff]{2,8}[：:]"),
    "framed": re.compile(
        "我[市县縣省区區]|[全本][市县縣省国國]|本[报報版]|[记記]者|关注|關注|聚焦|探访|对话|對話|走近|直击"
        "|直擊|[市县省][\u4e00-\u9fff]{2}"
        "|第?[一二三四五六七八九十百\\d]+届"
    ),
    "slogan": re.compile(
        "全面|深入|大力|奋力|扎实|学习贯彻|贯彻|落实|弘扬|践行|奋进|争做|争创|喜迎|庆祝|壮丽|牢记|砥砺|不忘|推动|推进|打造"
    ),
    "predicate": re.compile("[\u4e00-\u9fff]{1,2}[了着过過]|竟|却|卻|原来|居然|原來"),
}
"""What a line begins with."""
WITHIN = {
    "asks": re.compile(
        "[？?吗呢]|哪|谁|誰|怎么|怎麼|如何|为何|為何|为什么|為什麼|有没有|是不是|能不能|要不要|该不该|會不會|会不会"
    ),
    "series": re.compile(
        "(?:追踪|追蹤|追访|观察|觀察|报道|報道|報導|特刊|系列|专栏|調查|调查|提醒|直击|快评|札记|札記|连载"
        "|連載|访谈|訪談|档案|檔案|专题|專題"
        "|聚焦|关注|關注|探访|日记|日記|故事|现场|回访|解读|声音|特写|记事|纪事|热线|话题|论坛|侧记"
        "|[一二三四五六七八九十]周年"
        "|[（(][一二三四五六七八九十\\d]+[）)]|[①-⑳]|之[一二三四五六七八九十\\d]+|[大影画文]赛|文化节|风采|風采|答问|答問|会客厅|笔谈|评论|評論|漫笔|夜话|茶座|信箱|一线|辟谣|说法|动态)$|第.{1,4}[届季期]"
    ),
    "frames": re.compile(
        "出台|启动|啟動|调整|举行|舉行|召开|召開|开幕|開幕|闭幕|閉幕|施行|实施|推行|创建|进行时|在行动"
        "|送清凉|走基层|进校园|进社区|强调|要求"
        "|征集|逼近|来袭|爭議|争议|公布|发布|审议|審議|通过|揭晓|上线|开通|收官|落幕|倒计时"
    ),
    "number": re.compile(
        "\\d|[一二三四五六七八九十百千万两半]+[个名家条座万亿元年月天小时分岁所部间只枚次人里斤亩棵块把]"
        "|[一二三四五六七八九]成|%"
    ),
    "time": re.compile(
        "今[天日晚晨起年]|昨[天日晚晨夜]|明[天日起]|本[周週]|下[周週]|上[周週]|月底|年底"
        "|[一二三四五六七八九十\\d]+[月日]起|目前|已经?|将|拟|起$"
    ),
    "person": re.compile("[他她它]|某|老[\u4e00-\u9fff](?![\u4e00-\u9fff]{3})"),
    "title of a work": re.compile("《"),
    "quotes": re.compile('[“「"]'),
    "colon within": re.compile(".[：:]."),
    "colon at its end": re.compile("(?:[：:]|——)$"),
    "comma": re.compile("[，,](?!\\d)"),
}
"""What a line has in it."""
_VERB_PHRASE = re.compile(
    "恢复|取消|出现|出現|发现|發現|开放|开通|举办|实现|突破|建成|投用|启用|亮相|上线|落户|签约|入选|获批"
    "|夺得|考上|成为|变成|变身|通过|完成|推出"
    "|提高|增加|减少|延长|封闭|登陆|保留|今[年天晚夜]|昨[天日晚]|明[天日]|每[天年周]|什么|他们|她们|你"
)
_TIME_OR_PLACE = re.compile(
    "(?:[里上下边旁前后时点夜天年月日季中起间外内裡邊後時點]|以来|之后|以后|新添|新增|今夜|变身|首批)$"
)
_GENRE = re.compile(
    "小小说|诗歌|散文|随笔|隨筆|杂文|雜文|小说|小說|新诗|书评|書評|影评|短评|短評|时评|時評|社论|社論|社評"
    "|社评|童话|寓言|游记|访谈|特写"
    "|通讯|消息|来论|快评|连载"
)
_SAYS = re.compile("(?:强调|強調|指出|要求|表示|提出|回应|回應|提醒|呼吁|认为|坦言|感慨|却?说|說|道)[：:，]?$")
_OCCASION = re.compile(
    "(?:首日|之际|之際|前夕|以来|期间|期間|前后|之后|当天|会议|大会|座谈会|开幕|開幕|闭幕|举行|召开|出炉|出爐|探营"
    "|印象|调研|調研|收官|落幕|启动|来临|将至|在即|行|篇|记|辑|集)$"
)
_NOUN = re.compile("的[^，。了 ]{1,8}$")
_PLACE = re.compile("[市县縣區区镇鎮乡鄉村省院校]$")
_TURNS = re.compile("[但却又也還还谁竟就才只都正能让把被要想可]|其实|原来|为何|怎么|如何|不是|不再|依然|仍")
_WIDTHS = (9, 13, 17, 21, 25, 29, 35)
"""Cells: a line is as wide as the last of these that it reaches."""
_APART = (-12, -8, -4, -1, 2, 5, 9, 13)
"""The same of how much wider than the upper line the lower one is."""
_LATIN = 2.2
"""Latin cells that say what a Han one does."""
_PHRASE = 16
"""Cells of a line that may be a phrase and no clause."""
SURELY_KICKER = re.compile(
    "[【［\\[〔〖（(][^】］\\]〕〗）)]{1,14}[】］\\]〕〗）)]|(?:栏目|专栏)[：:].*|.*(?:强调|強調|指出|要求|(?<![小传])[说說][：:]|[说說]——)"
    "|[\u4e00-\u9fff]{1,5}(?:[市县縣區区镇鎮乡鄉村]|街道)"
)
"""A first line that hardly is a headline: a label in brackets, who says what stands below, a place."""
OPEN_ENDS = (
    *(
        "，",
        ",",
        "的",
        "和",
        "与",
        "在",
        "把",
        "让",
        "掏出",
        "迎来",
        "带来",
        "走出",
        "送来",
        "送上",
        "成为",
        "变成",
        "写给",
    ),
    *("献给", "对准", "走进", "走上", "来了", "有了", "换来"),
)
LABEL_CELLS = 4
"""A first line that is no wider names a beat, and is no headline."""


def terms(text: str) -> Iterator[str]:
    """What a text speaks of: pairs of Han, longer Latin words, figures."""
    for found in _TERMS.finditer(text):
        yield found[1] or found[2].lower()


def line_cues(lines: Sequence[Line], at: int, topics: Mapping[str, int], lead: Container[str] = ()) -> dict[str, float]:
    """What is seen of a line beside the others; `topics` counts the terms of the story's copy, `lead` has its first."""
    text = lines[at].text
    latin = text.isascii()
    cells = set_width(text)
    others = [set_width(line.text) for number, line in enumerate(lines) if number != at]
    said = list(terms(text))
    seen: dict[str, float] = {name: 1.0 for name, words in WORDS.items() if words.match(text)}
    seen |= {name: 1.0 for name, words in WITHIN.items() if words.search(text)}
    seen |= {
        "any": 1.0,
        "label": float(is_label(text)),
        "gap": float(not latin and bool(GAP.search(text))),
        "short": float(cells <= 10),
        "long": float(cells >= 28),
        "longer": max(-1.0, min(1.0, (cells - sum(others) / len(others)) / 12)) if others else 0.0,
        "capitals": float(latin and text.isupper()),
        "many words": float(latin and len(text.split()) >= 7),
        "few words": float(latin and len(text.split()) <= 3),
        "topical": sum(term in topics for term in said) / len(said) if said else 0.0,
        "often said": sum(min(topics.get(term, 0), 6) for term in said) / len(said) / 3 if said else 0.0,
        "set in": max(-1.0, min(1.0, (lines[at].indent - min(line.indent for line in lines)) / 4)),
    }
    seen |= _in_lead(lines, at, lead) | dict.fromkeys(_shape(text, first=at == 0), 1.0)
    return {name: value for name, value in seen.items() if value}


def _in_lead(lines: Sequence[Line], at: int, lead: Container[str]) -> dict[str, float]:
    """How much of a line the lead repeats, and whether of no other it repeats more."""
    repeated = [_share(line.text, lead) for line in lines]
    return {"in the lead": repeated[at], "most in the lead": float(0 < repeated[at] == max(repeated))}


def _share(text: str, lead: Container[str]) -> float:
    said = list(terms(text))
    return sum(term in lead for term in said) / len(said) if said else 0.0


def _shape(text: str, *, first: bool) -> Iterator[str]:
    """What kind of phrase a line is, by its width and its ends."""
    width = set_width(text)
    yield f"{_step(_measure(text), _WIDTHS)} of width"
    if _SAYS.search(text):
        yield "says"
    if _OCCASION.search(text):
        yield "occasion"
    if text.isascii():
        return
    if width <= _PHRASE:
        kind = "phrase" if not verbs(text) else "brief clause"
        yield f"{kind}, {'four' if width == 2 * LABEL_CELLS else 'more'}, {'first' if first else 'further'}"
    if _PLACE.search(text):
        yield "place"
    if "·" in text:
        yield "point"
    yield f"{'parted' if _is_parted(text) else 'whole'}, {'wide' if width >= 24 else 'narrow'}"


def _measure(text: str) -> float:
    return set_width(text) / (_LATIN if text.isascii() else 1)


def _step(value: float, steps: tuple[int, ...]) -> int:
    return max((step for step in steps if value >= step), default=-99)


def _is_parted(text: str) -> bool:
    return "，" in text or (not text.isascii() and GAP.search(text) is not None)


def join_cues(above: Line, below: Line) -> dict[str, float]:
    """What is seen of two lines, one below the other: whether they are one headline that was broken."""
    latin = above.text.isascii()
    cells = sorted((set_width(above.text), set_width(below.text)))
    gaps = bool(GAP.search(above.text)) and not latin, bool(GAP.search(below.text)) and not latin
    brief = not latin and set_width(above.text) <= 14 and not GAP.search(above.text)
    verb = not latin and opens_with_verb(below.text)
    seen = {
        "any": 1.0,
        "upper left open": float(above.text.endswith(OPEN_ENDS)),
        "lower begins small": float(latin and below.text[0].islower()),
        "unlike in length": min((cells[1] - cells[0]) / 2, 8.0) / 4,
        "both short": float(cells[1] <= 18),
        "long": float(cells[1] > 24),
        "predicate below": float(WORDS["predicate"].match(below.text) is not None),
        "verb below": float(verb),
        "upper brief": float(brief),
        "verb below a brief": float(verb and brief),
        "time or place above": float(not latin and bool(_TIME_OR_PLACE.search(above.text))),
        "done above": float(bool(re.search("[了着过過]", above.text))),
        "gap above": float(gaps == (True, False)),
        "gap below": float(gaps == (False, True)),
        "gaps": float(gaps == (True, True)),
        "white between": float(below.blank > 0),
        "noun above": float(_NOUN.search(above.text) is not None),
        "verb below a noun": float(verb and _NOUN.search(above.text) is not None),
        "verb below, none above": float(verb and not verbs(above.text)),
        "no verb in either": float(not latin and not verbs(above.text) and not verbs(below.text)),
        "only names below a noun": float(not latin and _NOUN.search(above.text) is not None and not tells(below.text)),
        "only names in both": float(not latin and not tells(below.text) and not tells(above.text)),
        "turns below": float(_TURNS.match(below.text) is not None),
        "names above a clause": float(not gaps[1] and names_only(above.text) and tells(below.text)),
        "phrases above a clause": float(gaps == (True, False) and names_only(above.text) and tells(below.text)),
        "quoted below": float(below.text[0] in "“《" and above.text[-1] not in "”》"),
    }
    by = _measure(below.text) - _measure(above.text)
    even = abs(by) <= 2 and _measure(below.text) + _measure(above.text) <= 2 * _PHRASE
    parted = _is_parted(above.text) or _is_parted(below.text)
    seen |= {
        f"lower wider by {_step(by, _APART)}": 1.0,
        f"{'even' if even else 'uneven'}, {'parted' if parted else 'whole'}": 1.0,
    }
    return {name: value for name, value in seen.items() if value}


def opens_with_verb(text: str) -> bool:
    """Whether a Han text begins with a verb."""
    return text[0] in _VERBS or _VERB_PHRASE.match(text) is not None


def verbs(text: str) -> int:
    """How many characters of a text are verbs more often than not."""
    return sum(char in _VERBS for char in text)


def is_label(text: str) -> bool:
    """Whether a line but names a beat, a column, a genre or a series."""
    plain = re.sub(r"[\s■◆●★【】\[\]·|｜]", "", text)
    words = len(text.split())
    latin = text.isascii() and ((text.isupper() and words <= 4) or words == 1)
    return _GENRE.fullmatch(plain) is not None or set_width(plain) <= LABEL_CELLS or is_beat(text) or latin
