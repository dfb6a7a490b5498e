"""A picture's credit as newspapers print it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.language import is_chinese, is_traditional

if TYPE_CHECKING:
    from broadsheet.model.picture import Picture

SAYS_HOW = re.compile(r"[摄攝图圖绘繪画畫供发發]|by|photo|courtesy|illustration", re.IGNORECASE)
"""A creator or credit that says itself how the picture came about is printed as typed."""
CREDITS = ("creator", "credit")
"""The fields of a Picture that its credit line is made of."""
_NONE = {"none", "无", "無"}


def says_none(picture: Picture) -> bool:
    """Whether the editor says that a picture has no credit."""
    return picture.credit.casefold() in _NONE


def credit_line(picture: Picture, language: str) -> str:
    """The line after the caption: `李某 摄`, `津渡社发（李某 摄）`, `Photo: A. Writer / Agency`; "" with no credit."""
    creator, credit = picture.creator, "" if says_none(picture) else picture.credit
    if creator and creator in credit:
        creator = ""
    if is_chinese(language):
        taken = "攝" if is_traditional(language) else "摄"
        maker = creator if not creator or SAYS_HOW.search(creator) else f"{creator} {taken}"
        return f"{credit}（{maker}）" if credit and maker else credit or maker
    parts = [part for part in (creator, credit) if part]
    line = " / ".join(parts)
    return line if not line or SAYS_HOW.search(line) else f"Photo: {line}"
