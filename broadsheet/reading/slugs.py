"""A story's slug from its headline: ASCII, short, in pinyin where the headline is Han."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 40
"""Characters of a slug that is made here."""
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_STOP = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
_PAGE = re.compile(r"[a-z]?\d{1,3}|index|page")


def slug_of(title: str, taken: Container[str] = ()) -> str:
    """A slug that is not in `taken`: whole words, at most `LONGEST` characters; with a number if all is taken."""
    words = list(_words(title))
    kept: list[str] = []
    for word in words:
        if kept and len("-".join((*kept, word))) > LONGEST:
            break
        kept.append(word[:LONGEST])
    slug = "-".join(kept)
    # A page's address stands beside its stories'.
    if not slug or _PAGE.fullmatch(slug):
        slug = f"story-{slug}".rstrip("-")
    number = 2
    unique = slug
    while unique in taken:
        unique, number = f"{slug}-{number}", number + 1
    return unique


def _words(title: str) -> list[str]:
    """The title's words in small ASCII letters: Han in syllables of pinyin, of Latin ones those that say something."""
    spelt: list[str] = []
    at = 0
    for run in _HAN.finditer(title):
        spelt += _latin(title[at : run.start()])
        spelt += _pinyin(run[0])
        at = run.end()
    spelt += _latin(title[at:])
    said = [word for word in spelt if word not in _STOP]
    return said or spelt


def _pinyin(han: str) -> list[str]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionaries take a while, and only new files need them

    return [syllable for word in lazy_pinyin(han, errors="ignore") if (syllable := re.sub("[^a-z]", "", word))]


def _latin(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])['’](?=[a-z])|(?<=\d)[.,](?=\d)", "", plain))
