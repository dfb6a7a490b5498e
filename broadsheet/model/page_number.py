"""Page numbers as newspapers print them: `5`, `001`, `A05`, `T3`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FIGURES = re.compile(r"第?\s*([A-Za-z]*)\s*([0-9]+)\s*版?")
_NUMERALS = re.compile(r"第?([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])版")
_DIGITS = "一二三四五六七八九"


def page_number(typed: str) -> str:
    """A page number as it stands in edition.yaml, however it was typed: `第5版` is `5`, `第 Ａ０５ 版` is `A05`.

    Full-width letters and digits become plain ones, Han numerals up to 九十九 digits; what is no number stays as typed.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    figures = _FIGURES.fullmatch(text)
    if figures:
        return figures[1] + figures[2]
    numerals = _NUMERALS.fullmatch(text)
    return str(_number(numerals[1])) if numerals else text


def _number(numerals: str) -> int:
    """What Han numerals below a hundred say."""
    tens, ten, ones = numerals.rpartition("十")
    many = _DIGITS.index(tens) + 1 if tens else len(ten)
    return many * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


@lru_cache(maxsize=4096)
def page_key(number: str) -> tuple[str, int, str]:
    """What makes two page numbers the same, and puts them in order: letters, number, rest.

    `001` is `1` and `a5` is `A05`; a number without letters stands before the lettered ones.
    """
    found = re.match(r"([^\d]*)(\d*)(.*)\Z", number.strip().casefold(), re.DOTALL)
    letters, digits, rest = found.groups() if found else ("", "", "")
    return letters.strip(), int(digits or 0), rest.strip()
