"""Bytes of metadata that don't say their encoding, as texts.

Chinese agencies and picture desks have written GBK into IPTC-IIM and EXIF for decades, others Big5, Western ones
Latin-1, without a word about it. All texts of a file are judged together: a name of two characters alone tells little.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMON = {
    # The encoding it is decoded with, the one whose order is by use, and that one's range of lead bytes for characters
    # in daily use: GB 2312's level 1 (rows 16 to 55) and Big5's level 1.
    "gb18030": ("gb2312", 0xB0, 0xD7),
    "big5hkscs": ("big5", 0xA4, 0xC6),
}
LEAST_COMMON = 0.6
"""Share of the characters beyond ASCII that must be in daily use for a text to be Chinese; as a rule it is 0.9."""
PUNCTUATION = "，。、：；！？（）《》「」『』“”‘’·—…／\u3000"
_RUN = re.compile(r"[\u4e00-\u9fff]{2}")
"""Chinese characters come together; an accented letter beside another, read as Chinese, makes one character alone."""


def decode_all(values: Sequence[bytes]) -> list[str]:
    """Texts of one file: as UTF-8 if that is possible, else as the likelier of GBK and Big5, else as Latin-1.

    Of GBK (GB 18030) and Big5 the likelier is the one that gives more characters in daily use, GBK if both do.
    """
    encoding = encoding_of(b"\n".join(values))
    return [value.decode(encoding, "replace") for value in values]


def encoding_of(data: bytes) -> str:
    """Python's name of the encoding that a text in one of these four is in."""
    if _decoded(data, "utf-8") is not None:
        return "utf-8"
    likely = max(_COMMON, key=lambda encoding: _likeliness(data, encoding))
    return likely if _likeliness(data, likely) >= LEAST_COMMON else "cp1252"


def _likeliness(data: bytes, encoding: str) -> float:
    text = _decoded(data, encoding)
    if text is None or not _RUN.search(text):
        return 0.0
    ordered, first, last = _COMMON[encoding]
    characters = [character for character in text if not character.isascii()]
    common = sum(first <= _lead(character, ordered) <= last or character in PUNCTUATION for character in characters)
    return common / len(characters)


def _lead(character: str, encoding: str) -> int:
    return (character.encode(encoding, "ignore") or b"\0")[0]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
