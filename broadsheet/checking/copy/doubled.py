"""A word typed twice, and the doublings that are meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.copy.fault import Fault
from broadsheet.model.script import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTICLES = {
    "的": ("目标標打之鹄鵠似", "确確喀士当當話话"),
    "了": ("得不为為末未罢罷除到极極临臨知", "解然却结結断斷无無得不如事了望悟当當账帳案之若债債此局"),
    "是": ("但可还還就总總于於凡要只都也求国國自便正倒算既硬若即或亦皆全真多不老更先为為如以乃", "非否是"),
    "在": (
        "现現存实實内內外潜潛所自旨贵貴处處健",
        "于於在座场場校职職家建线線读讀任野编編乎意册冊押逃岗崗位世理先前後后朝即握望此途营營籍行",
    ),
    "和": (
        "温溫总總共中柔缓緩饱飽祥平讲講随隨附议議谐諧亲親暖调調失应應说說和昭求掺宽寬",
        "气氣美睦谐諧平解约約尚谈談田服顺順局善颜顏蔼藹而和声聲缓緩风風议議好",
    ),
    "与": ("参给赋授赠付干寄施天让相何容", "会其此日时否众人生世共"),
    "與": ("參給賦授贈付干寄施天讓相何容", "會其此日時否眾人生世共"),
    "及": ("以涉普埃危顾顧波触觸提论論旁祸禍殃料企惠推遍累赶趕又来來哪不未可所", "时時格早其至第笄"),
    "把": (
        "一两兩几幾三四五六七八九十火拖车車大个個门門刀手百千多半每首",
        "握关關柄手控守酒脉脈把门門戏戲玩式风風持头頭子",
    ),
    "被": ("棉植毛泽澤盖蓋覆夜单單絮拉铺鋪叠疊薄厚蚕蠶", "子告动動褥迫窝窩套单單害服覆选選面"),
    "也": ("", "也许許罢罷好是门門"),
    "对": (
        "反核针面应校相绝成一两几三四五六七八九十结配作比查派敌不门队答",
        "方手象外于话抗比待策联照接立面口称应岸换付决阵折标准白半子味对错路头开流讲门的不眼冲得",
    ),
    "從": ("服聽順跟隨屈遵自無盲信侍扈僕", "事來此前而未業中政容頭小軍速簡嚴眾屬犯優輕緩化"),
    "从": ("服听顺跟随屈遵自无盲信侍扈仆", "事来此前而未业中政容头小军速简严众属犯优轻缓化"),
    "将": ("即行大小上中少老武名主干健虎部点战良猛麻飞强明爱福", "军来近要会士领相令帅才门就信错心功尽官至养"),
    "们": ("哥姐爷娘妹", ""),
    "們": ("哥姐爺娘妹", ""),
    "着": ("沉执附穿衣显接跟有向意土胶睡没不睁", "手眼力重急陆落想装色火迷凉实魔笔墨意边数称慌床法呢了"),
    "之": (
        "总總反加久换換随隨次兼甚要取置一敬言姑易使由有为為",
        "前后後间間所中一外内內上下类類际際余餘初路江乎最至流旅夜家美子道恩",
    ),
    "而": ("然因从從进進反时時故既继繼幸俄忽已甚转轉", "且言后後已今是非立又不终終"),
}
"""Particles that are hardly ever doubled: what may stand before and behind the two, which a word has one of then."""
WORDS = (
    "我们|我們|他们|他們|她们|她們|它们|你们|你們|咱们|什么|什麼|怎么|怎麼|因为|因為|"
    "所以|但是|如果|虽然|雖然|由于|由於|关于|關於|对于|對於|以及|或者|并且|並且|而且|"
    "然后|然後|然而|因此|为了|為了|除了|根据|根據|通过|通過|按照|随着|隨著|作为|作為|"
    "成为|成為|进行|進行|开展|開展|已经|已經|正在|将会|將會|能够|能夠|应当|應當|必须|"
    "必須|其中|目前|同时|同時|此外|另外|例如|认为|認為|本报|本報|今年|去年|明年|今天|"
    "昨天|明天|近日|日前|本月|上午|下午|相关|相關|有关|有關|主要|包括|以来|以來|之间|"
    "之間|之后|之後|之前|以上|以下|其他|这些|這些|那些|就是"
)
"""Words of two characters that nobody doubles for effect."""
LEGITIMATE = "为什么|為什麼|怎么办|怎麼辦|没关系|沒關係|对不起|對不起|好不好|了不起|谢谢你|謝謝你"
"""Of three and more that people do."""
ENGLISH = (
    "had|that|is|do|no|so|very|really|many|much|far|long|bye|ha|ho|hear|knock|tut|there|now|"
    "well|please|never|out|again|on|in|yes|ok|okay|boo|choo|chop|woof|tick|tock|dum|la|na|da|"
    "so-so|hush|pooh|aye|goody|blah|yada|cha|rah|win|who|what"
)
"""Words that English doubles: he had had enough, very very good, hear hear."""

_HAN_DOUBLED = re.compile(
    rf"(?P<particle>[{''.join(PARTICLES)}])(?P=particle)"
    rf"|(?P<word>{WORDS})(?P=word)"
    rf"|(?P<phrase>[{HAN}]{{3,12}}?)(?P=phrase)"
)
_ENGLISH_DOUBLED = re.compile(r"(?<![\w'’.-])([A-Za-z]+)[ ]+(\1)(?![\w'’-])", re.IGNORECASE)


def doubled_words(text: str) -> Iterator[Fault]:
    """A fault for each word that stands there twice in a row and hardly by intent."""
    for found in _HAN_DOUBLED.finditer(text):
        word = found["particle"] or found["word"] or found["phrase"]
        if found["particle"]:
            before, behind = PARTICLES[word]
            if _within(text[: found.start()][-1:], before) or _within(text[found.end() :][:1], behind):
                continue
        elif found["word"]:
            # The second may be the head of a longer word: 进行进行曲.
            if text[found.end() : found.end() + 1] == "曲":
                continue
        elif found["phrase"] and (len(set(word)) < 3 or re.fullmatch(LEGITIMATE, word)):
            continue
        yield _fault(found.start(), found.end(), word)
    for found in _ENGLISH_DOUBLED.finditer(text):
        word = found[1]
        # Names: Bora Bora, Sing Sing. Roman numerals and initials: X X.
        named = found[2][0].isupper() or (len(word) == 1 and word.casefold() != "a")
        if not named and not re.fullmatch(ENGLISH, word, re.IGNORECASE):
            yield _fault(found.start(), found.end(), word.casefold())


def _within(sign: str, signs: str) -> bool:
    return sign != "" and sign in signs


def _fault(start: int, end: int, word: str) -> Fault:
    return Fault("doubled-word", start, end, f'"{word}" is typed twice', "take one out")
