"""Tables of fitted weights, as they are written: a name, and a figure a column."""

from __future__ import annotations

_NAME = 44
"""Characters of a row that are its name."""
_FINE = 10
"""Figures are so many to one."""


def table(text: str) -> dict[str, tuple[float, ...]]:
    """The weights of each row, by its name, in natural logarithms of odds."""
    return {
        row[:_NAME].rstrip(): tuple(int(figure) / _FINE for figure in row[_NAME:].split()) for row in text.splitlines()
    }
