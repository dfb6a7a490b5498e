"""How copy is spelt for the search index, and how it is read back.

Pagefind's plain binary splits text at white space and finds phrases of whole words. So every character of the copy
starts one word: itself and the character after it, the last one alone, as Lucene's CJK analyzer does for Han.

    脑机，AI    ->    脑机 机ꔀff0c ꔀff0cA AI I

A phrase of such words is found exactly where the characters stand in a row, so any substring of two or more
characters is found, and nothing else. A character that Pagefind would drop, split at or decompose (punctuation,
spaces, kana, Hangul) is written as ESCAPE and its code point in four hexadecimal digits (ASTRAL and six past
U+FFFF). `assets/bigrams.js` spells queries the same way; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Letters of the Vai syllabary: Pagefind takes them for letters, no newspaper here prints them, and they have no case
# and no decomposition. Where copy does print them, they are escaped like any other rare character.
ESCAPE = "\ua500"
ASTRAL = "\ua501"
TITLE_MARK = "\ua502"
BLOCK_MARK = "\ua503"
WORD_MARK = "\ua504"

_LAST_OF_FOUR_DIGITS = 0xFFFF
_JOINERS = "\u200c\u200d"  # they make one sign of several
_LAYOUT = "\t\n\v\f\r"  # the control characters that are white space, here as in JavaScript
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]")
_PLAIN = re.compile(r"[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df]")
_LATIN_WORD = re.compile(r"[0-9a-z]+")
_GAP = "\n"  # between words while spaces still are copy, which has no line breaks
_OTHER = re.compile(r"[^0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df]")
_SPACES = re.compile(r"[^\S ]\s*|  \s*")
_HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_BREAK_IN_HAN = re.compile(rf"(?<=[{_HAN}])[ \t]*[\r\n]\s*(?=[{_HAN}])")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


def spell(text: str) -> str:
    """`text` (as `tidy` leaves it) as overlapping bigrams, separated by spaces."""
    return _replace(text, _spell_character, pair(text)).replace(_GAP, " ")


def pair(text: str) -> str:
    """Every character with the one after it, the last alone, with a line feed between: `abc` as `ab bc c`.

    Done on UTF-32, a byte of all characters at a time: copy is millions of characters.
    """
    if not text:
        return ""
    points = text.encode("utf-32-le", "surrogatepass")
    pairs = bytearray(3 * len(points))
    for byte in range(4):
        pairs[byte::12] = points[byte::4]
        pairs[byte + 4 : -8 : 12] = points[byte + 4 :: 4]
    pairs[8::12] = _GAP.encode() * len(text)
    return pairs[:-8].decode("utf-32-le", "surrogatepass")


def read_back(text: str) -> str:
    """The text that assets/bigrams.js reads out of `spell(text)`, as long as `text`, but for what `patch` keeps."""
    return _replace(text, _read_character, text)


def tidy(text: str) -> str:
    """Copy as it is indexed and shown: composed (NFC), without control and zero-width characters.

    White space at the ends goes, a run of it inside becomes its first character (a space for a line break), and
    a line break between Han characters disappears.
    """
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():  # no white space but U+0020, nothing invisible: most copy
        text = _BREAK_IN_HAN.sub("", text)
        for character in filter(_is_invisible, set(text)):
            text = text.replace(character, "")
    text = text.strip()
    return _SPACES.sub(lambda run: " " if run[0][0].isascii() else run[0][0], text)


def halve(text: str) -> str:
    """`text` as it is spelt before lower case: half-width Latin and digits, no Latin accents, plain spaces."""
    return _replace(text, _halve_character, text)


def fold(text: str) -> str:
    """`text` as it is compared: half-width, without Latin accents, lower case; as long as `text` is.

    Only full-width Latin letters and digits are folded by width, full-width punctuation and traditional characters
    stay what they are.
    """
    return _replace(text, _fold_character, text).lower()


def patch(copy: str, read: str) -> str:
    """What `read` lacks of `copy`, as long: offsets, each with the characters that stand there; "" mostly.

    Full-width Latin is spelt half-width so that it is found; `5ＡＩ` says that the copy has ＡＩ from offset 5.
    """
    if copy == read:
        return ""
    patches: list[str] = []
    last = -2
    for offset, (character, other) in enumerate(zip(copy, read, strict=True)):
        if character != other:
            if offset != last + 1:
                patches.append(str(offset))
            patches.append(_escape(character) if character.isspace() else character)
            last = offset
    return "".join(patches)


def latin_words(text: str) -> tuple[str, ...]:
    """The Latin words and numbers of `text`, folded, each once: what tells `AI` from the `ai` in `waiting`."""
    return tuple(dict.fromkeys(_LATIN_WORD.findall(fold(text))))


def has_cjk(text: str) -> bool:
    """Whether `text` has a character of a script that is written without spaces (Han, kana, Hangul)."""
    return _CJK.search(text) is not None


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf") and character not in _JOINERS + _LAYOUT


@cache
def _halve_character(character: str) -> str:
    if character.isspace():
        return " "
    if _WIDE.match(character):
        return chr(ord(character) - 0xFEE0)
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else character


@cache
def _fold_character(character: str) -> str:
    return _lower(_halve_character(character))


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def _read_character(character: str) -> str:
    """ASCII letters keep their case, which Pagefind folds itself."""
    half = _halve_character(character)
    return half if _PLAIN.match(half) else _lower(half)


@cache
def _spell_character(character: str) -> str:
    """`character` as letters and digits only."""
    read = _read_character(character)
    return read if _PLAIN.match(read) else _escape(read)


def _escape(character: str) -> str:
    point = ord(character)
    return f"{ESCAPE}{point:04x}" if point <= _LAST_OF_FOUR_DIGITS else f"{ASTRAL}{point:06x}"


def _replace(text: str, become: Callable[[str], str], within: str) -> str:
    """`within` with the characters of `text` replaced by what they become; Han, Latin and digits stay.

    What a character becomes is never replaced again: the marks that escapes are made with go first.
    """
    for character in sorted(set(_OTHER.findall(text)), key=(ASTRAL + ESCAPE).find, reverse=True):
        within = within.replace(character, become(character))
    return within
