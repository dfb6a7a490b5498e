"""How copy is spelt for the search index, and how it is read back.

Pagefind's plain binary splits text at white space and finds phrases of whole words. So every character of the copy
starts one word: itself and the character after it, the last one alone, as Lucene's CJK analyzer does for Han.

    脑机，AI    ->    脑机 机ꔀff0c ꔀff0cA AI I

A phrase of such words is found exactly where the characters stand in a row, so any substring of two or more
characters is found, and nothing else. A character that Pagefind would drop, split at or decompose (punctuation,
spaces, kana, Hangul) is written as ESCAPE and its code point in four hexadecimal digits (ASTRAL and six past
U+FFFF). `assets/search-worker.js` spells queries the same way; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

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
_SPELT = re.compile(rf"{ESCAPE}([0-9a-f]{{4}})|{ASTRAL}([0-9a-f]{{6}})|(.)", re.DOTALL)
_HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_BREAK_IN_HAN = re.compile(rf"(?<=[{_HAN}])[ \t]*[\r\n]\s*(?=[{_HAN}])")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


def spell(text: str) -> str:
    """`text` (as `tidy` leaves it) as overlapping bigrams, separated by spaces."""
    characters = [_spell_character(character) for character in text]
    words = [first + second for first, second in pairwise(characters)]
    return " ".join([*words, *characters[-1:]])


def read_back(spelt: str) -> str:
    """The text that `spell` spelt, but for the characters that `patch` keeps; assets/bigrams.js reads so too."""
    first_characters = (match for word in spelt.split() if (match := _SPELT.match(word)))
    return "".join(_read_character(match) for match in first_characters)


def tidy(text: str) -> str:
    """Copy as it is indexed and shown: composed (NFC), without control and zero-width characters.

    White space at the ends goes, a run of it inside becomes its first character (a space for a line break), and
    a line break between Han characters disappears.
    """
    text = _BREAK_IN_HAN.sub("", unicodedata.normalize("NFC", text))
    kept = "".join(character for character in text if not _is_invisible(character))
    return re.sub(r"\s+", lambda run: " " if run[0][0].isascii() else run[0][0], kept.strip())


def halve(text: str) -> str:
    """`text` as it is spelt before lower case: half-width Latin and digits, no Latin accents, plain spaces."""
    return "".join(_halve_character(character) for character in text)


def fold(text: str) -> str:
    """`text` as it is compared: half-width, without Latin accents, lower case; as long as `text` is.

    Only full-width Latin letters and digits are folded by width, full-width punctuation and traditional characters
    stay what they are.
    """
    return "".join(_lower(character) for character in halve(text))


def patch(copy: str, read: str) -> str:
    """What `read` lacks of `copy`, as long: offsets, each with the characters that stand there; "" mostly.

    Full-width Latin is spelt half-width so that it is found; `5ＡＩ` says that the copy has ＡＩ from offset 5.
    """
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


def _halve_character(character: str) -> str:
    if character.isspace():
        return " "
    if _WIDE.match(character):
        return chr(ord(character) - 0xFEE0)
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else character


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _spell_character(character: str) -> str:
    """`character` as letters and digits only; ASCII letters keep their case, which Pagefind folds itself."""
    half = _halve_character(character)
    return half if _PLAIN.match(half) else _escape(_lower(half))


def _escape(character: str) -> str:
    point = ord(character)
    return f"{ESCAPE}{point:04x}" if point <= _LAST_OF_FOUR_DIGITS else f"{ASTRAL}{point:06x}"


def _read_character(match: re.Match[str]) -> str:
    point = match[1] or match[2]
    return chr(int(point, 16)) if point else match[0]
