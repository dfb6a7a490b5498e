"""What somebody may have meant who misspelt a word."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def most_like(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word that is most like `word`, "" where none is; `likeness` is from 0, any, to 1, the same.

    By Ratcliff and Obershelp's pattern matching, as difflib has it.
    """
    return next(iter(get_close_matches(word, list(known), 1, likeness)), "")
