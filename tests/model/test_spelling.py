"""The word that was meant."""

from __future__ import annotations

import pytest

from broadsheet.model.spelling import most_like


@pytest.mark.parametrize(
    ("word", "known", "likeness", "meant"),
    [
        ("titel", ("title", "tags"), 0.6, "title"),
        ("城市", ("要闻", "城事"), 0.5, "城事"),
        ("城市", ("要闻", "城事"), 0.6, ""),
        ("x", (), 0.6, ""),
    ],
)
def test_the_most_like_of_the_known_words(word: str, known: tuple[str, ...], likeness: float, meant: str) -> None:
    assert most_like(word, known, likeness) == meant
