"""What rules share: a diagnostic at a place of the copy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.spelling import most_like

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadsheet.model.article import Article

MOST_NAMED = 12
"""Words that a hint lists; with more to choose from, it lists none."""
MOST_COMPARED = 5_000
"""Words that one is compared with: about 50 ms. Past that, only words of nearly its length count."""


def at_key(article: Article, key: str, code: str, message: str, hint: str = "") -> Diagnostic:
    """An error at the value of a front matter key."""
    place, excerpt = article.place_of(key)
    return Diagnostic(code, message, place, hint, excerpt)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "城事"?` with the known word most like `word`, else what there is to choose from, else ""."""
    words = list(dict.fromkeys(known))
    found = closest(word, words)
    if found:
        return f'did you mean "{found}"?'
    return f"there are: {', '.join(words)}" if 0 < len(words) <= MOST_NAMED else ""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, "" where none is. A word of two Han characters is like one that shares one."""
    words = list(known)
    if len(words) > MOST_COMPARED:
        words = [other for other in words if abs(len(other) - len(word)) <= 2][:MOST_COMPARED]
    return most_like(word, words, 0.34 if len(word) <= 3 else 0.5)


def warning_at(article: Article, key: str, code: str, message: str, hint: str = "") -> Diagnostic:
    """A warning at the value of a front matter key."""
    return replace(at_key(article, key, code, message, hint), severity=Severity.WARNING)
