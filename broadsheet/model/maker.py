"""Who made a picture: the names in a creator, told apart into people and houses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# 文/图 is one word. White space parts Chinese names; Latin ones have it inside.
_BOTH: Final = re.compile(r"文\s*[/／]\s*[图圖]|[图圖]\s*[/／]\s*文")
_HAN: Final = "[\u3400-\u9fff]"
_APART: Final = re.compile(
    rf"\s*[、，,;；&＆/／|\n]\s*|\s+(?:and|with)\s+|(?<={_HAN})\s+(?={_HAN})|\s*(?:图|圖)\s*[:：]\s*", re.IGNORECASE
)
_BEFORE: Final = re.compile(
    r"(?:(?:photo|picture|image|illustration|graphic)(?:s|graphs?|graphy)?\s*)?(?:\bby\b|\bcourtesy of\b|[:：])\s*"
    r"|[图圖]片?由",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\s*(?:[摄攝绘繪]影?|绘制|繪製|绘图|繪圖|制图|製圖|作图|作圖|供图|供圖|提供|[发發])(?:[图圖]片?)?$"
)
_ROLE: Final = re.compile(r".*(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影师?|攝影師?)|[文图圖]|")
_HOUSE: Final = re.compile(
    r"(?:本报|本報|本社|本刊).*"
    r"|.+(?:社|中心|公司|集团|集團|大学|大學|学校|學校|协会|協會|委员会|委員會|博物馆|博物館|电视台|電視台)"
    r"|..+(?:部|室|组|組|局|馆|館|院|报|報|网|網|署|厅|廳|所|团|團|队|隊)"
    r"|.*\b(?:agency|news|daily|pictures|images|photos|desk|office|department|ministry|museum|library|gallery|university"
    r"|institute|society|association|council|studios?|archives?|group|company|inc|ltd|llc)\.?",
    re.IGNORECASE,
)
_OURS: Final = re.compile(
    r"(?:本报|本報|本社|本刊)(?:[摄攝]影?|绘制|繪製|绘图|繪圖|制图|製圖|作图|作圖|资料图?片?|資料圖?片?)?"
)


@dataclass(frozen=True, slots=True)
class Maker:
    """One who made a picture; `is_house` for an agency, a department or any other body."""

    name: str
    is_house: bool


def makers(creator: str) -> tuple[Maker, ...]:
    """Everybody whom a creator names: `记者 李某、王某` are two people, `本报美术室` is a house."""
    parts = _APART.split(_BOTH.sub("", creator).strip())
    names = (_BEHIND.sub("", _BEFORE.sub("", part, count=1)).strip() for part in parts)
    return tuple(
        Maker(name, bool(_HOUSE.fullmatch(name))) for name in dict.fromkeys(names) if not _ROLE.fullmatch(name)
    )


def is_own(words: str) -> bool:
    """Whether a credit or a maker's name means the paper itself and no part of it: `本报`, `本报制图`, `本报资料图`."""
    return bool(_OURS.fullmatch(words))
