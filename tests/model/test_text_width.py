"""How wide texts are, by each of the measures."""

from __future__ import annotations

import pytest

from broadsheet.model.text_width import columns, half_widths, quick_width, set_width


@pytest.mark.parametrize(
    ("text", "half", "typeset", "terminal", "quick"),
    [
        ("", 0, 0, 0, 0),
        ("ferry", 5, 5, 5, 5),
        ("渡口", 4, 4, 4, 4),
        ("ＡＢ，", 6, 6, 6, 6),
        # Han fonts set these as wide as Han, a terminal does not.
        ("“一”—…·", 7, 12, 7, 11),
        ("e\u0301", 2, 2, 1, 2),
        ("🚲", 2, 2, 2, 2),
        ("한국", 4, 4, 4, 4),
        ("か\u3099", 4, 4, 2, 4),
    ],
)
def test_widths(text: str, half: int, typeset: int, terminal: int, quick: int) -> None:
    assert (half_widths(text), set_width(text), columns(text), quick_width(text)) == (half, typeset, terminal, quick)
