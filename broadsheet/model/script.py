"""Characters as typesetters sort them, for the brackets of a pattern."""

from __future__ import annotations

import re

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, 々 and 〇."""
FULL_WIDTH = "，。、；：？！（）《》〈〉「」『』【】〔〕"
"""Punctuation that stands in Han text alone."""
QUOTES = "“”‘’"
"""Quotation marks that Han and Latin text share."""
OPENING = "“‘「『《〈（【〔"
CLOSING = "”’」』》〉）】〕"
"""Each the partner of the one in its place above."""

_HAN = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile("[A-Za-z]+")


def is_han(text: str) -> bool:
    """Whether a text is set as Han text is: at least as many of its characters are Han as it has Latin words."""
    han = len(_HAN.findall(text))
    return han > 0 and han >= len(_LATIN_WORD.findall(text))
