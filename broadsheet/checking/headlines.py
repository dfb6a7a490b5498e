"""Headlines that fit where they stand, and summaries where the paper asks for them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from broadsheet.checking.rules import warning_at
from broadsheet.model.text_width import half_widths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.article import Article
    from broadsheet.model.diagnostic import Diagnostic

MOST_LINES = {"lead": 3, "major": 4, "minor": 4, "brief": 4}
"""Lines that a headline may run to, by how loud its slot is set."""
MEASURE = 80
"""Ems of copy that the widest page is wide between its margins (assets/broadsheet.css: 84rem, a side of 2rem)."""
EMS = {"lead": 2, "major": 1.5, "minor": 1.25, "brief": 1.125}
"""A headline's size in ems of copy, by how loud its slot is set, on a page that has room for columns."""


def check_headline(article: Article, size: str, share: float) -> Iterator[Diagnostic]:
    """A warning where the headline of a story runs to too many lines in its slot.

    `size` is how loud the slot is set (planning/makeup.py), `share` how much of the page's width it takes.
    """
    room = max(int(share * MEASURE / EMS[size]) - 1, 4)
    lines = sum(ceil(_width(line) / room) for line in article.title)
    if lines > max(MOST_LINES[size], len(article.title)):
        long = sum(map(_width, article.title))
        message = f"a headline of {long:g} characters, for {MOST_LINES[size]} lines of {room} in its slot"
        yield warning_at(article, "title", "long-headline", message, "shorten it, or give it a wider slot")


def check_summary(article: Article) -> Iterator[Diagnostic]:
    """A warning for a story without a summary; a teaser needs none."""
    if not article.summary and not article.teaser_of:
        yield warning_at(article, "title", "no-summary", "no summary", "add “summary: the story in a sentence”")


def _width(text: str) -> float:
    """Ems of a text."""
    return half_widths(text) / 2
