from __future__ import annotations

import pytest

from broadsheet.checking import rules
from broadsheet.checking.rules import did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("城市", ["要闻", "城事", "副刊"], 'did you mean "城事"?'),
        ("Sport", ["Sports", "News"], 'did you mean "Sports"?'),
        ("天气", ["要闻", "城事"], "there are: 要闻, 城事"),
        ("weather", [str(number) for number in range(13)], ""),
        ("a", [], ""),
    ],
)
def test_a_hint_names_the_nearest_word_or_the_few_there_are(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint


def test_of_very_many_words_those_of_like_length_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_COMPARED", 2)
    assert did_you_mean("ferry", ["ferry-dawn-edition", "fery", "x" * 40]) == 'did you mean "fery"?'
