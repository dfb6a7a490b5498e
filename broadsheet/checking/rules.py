"""What rules share: a diagnostic at a place of the copy."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadsheet.model.article import Article


def at_key(article: Article, key: str, code: str, message: str, hint: str = "") -> Diagnostic:
    """An error at the value of a front matter key."""
    place, excerpt = article.place_of(key)
    return Diagnostic(code, message, place, hint, excerpt)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "城事"?` with the known word most like `word`, else what there is to choose from, else ""."""
    words = list(dict.fromkeys(known))
    found = get_close_matches(word, words, n=1, cutoff=0.34)
    if found:
        return f'did you mean "{found[0]}"?'
    return f"there are: {', '.join(words[:12])}" if words else ""
