"""Characters as typesetters sort them, for the brackets of a pattern."""

from __future__ import annotations

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, 々 and 〇."""
FULL_WIDTH = "，。、；：？！（）《》〈〉「」『』【】〔〕"
"""Punctuation that stands in Han text alone."""
QUOTES = "“”‘’"
"""Quotation marks that Han and Latin text share."""
OPENING = "“‘「『《〈（【〔"
CLOSING = "”’」』》〉）】〕"
"""Each the partner of the one in its place above."""
