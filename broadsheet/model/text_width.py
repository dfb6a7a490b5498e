"""How wide a text is, in half-widths: a Latin letter takes one, a Han character two."""

from __future__ import annotations

import re
import unicodedata

WIDE = "\u1100"
"""The first character that is as wide as it is high, and so two half-widths."""
_NARROW = re.compile(f"[^{WIDE}-\U0010ffff]+")
_WIDE_AMONG_HAN = frozenset("“”‘’…—·")


def half_widths(text: str) -> int:
    """Two for each wide or full-width character by Unicode's East Asian Width (UAX 11), one for any other."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def set_width(text: str) -> int:
    """As type is set: quotation marks, dashes and dots, too, are as wide as Han."""
    return half_widths(text) + sum(char in _WIDE_AMONG_HAN for char in text)


def columns(text: str) -> int:
    """As a terminal shows it: combining characters take none."""
    return half_widths("".join(char for char in text if not unicodedata.combining(char)))


def quick_width(text: str) -> int:
    """Two for every character from `WIDE` on: near enough where long texts are cut, and many times faster."""
    return len(text) + len(_NARROW.sub("", text))
