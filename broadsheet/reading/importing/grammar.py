"""How stories follow one another on a page: which kind of line may stand below which, and what that costs.

A line has one of the labels below, or the same with `+` where it goes on from the line above it. Costs are natural
logarithms of odds; a pair that is not listed never stands together.
"""

from __future__ import annotations

HEADS = ("H1", "H2", "H3", "H4")
"""The lines of a headline: kicker, headline and subtitle in the order they stand."""
LABELS = (*HEADS, "B", "P", "X", "V", "E", "C", "T")
"""Headline, byline above the copy, copy, crosshead, verse, byline below it, picture or caption or credit, contacts."""
GOES_ON = frozenset((*HEADS, "B", "P", "X", "E", "C", "T"))
"""Labels whose text may be broken across lines."""
START = {"H1": 0.0, "P": -5.0, "B": -6.0, "C": -3.0, "V": -6.0, "T": -8.0, "X": -9.0}
END = {"H1": -6.0, "H2": -6.0, "H3": -8.0, "H4": -8.0, "X": -8.0, "B": -3.0}
FOLLOWS: dict[str, dict[str, float]] = {
    "H1": {"H2": -0.5, "B": 0, "P": 0, "V": -2.5, "C": -1, "X": -5, "T": -7, "H1": -8},
    "H2": {"H3": -0.9, "B": 0, "P": 0, "V": -4, "C": -1, "X": -5, "T": -7, "H1": -8},
    "H3": {"H4": -3, "B": 0, "P": 0, "V": -4, "C": -1, "X": -5, "T": -7, "H1": -8},
    "H4": {"H4": -1.5, "B": 0, "P": 0, "V": -4, "C": -1, "X": -5, "H1": -8},
    "B": {"P": 0, "V": -1.5, "X": -3, "C": -1, "B": -1.5, "H2": -6, "H1": -8},
    "P": {"P": 0, "X": -1.0, "E": 0, "C": -0.7, "T": -0.7, "H1": -3, "V": -7},
    "X": {"H1": -2.5, "P": 0, "V": -4, "B": -2.5, "C": -2.5, "X": -4, "T": -1.5, "E": -7},
    "V": {"V": 0, "P": -3, "E": 0, "H1": -2.5, "X": -4, "C": -0.7, "T": -1},
    "E": {"H1": 0, "C": 0, "T": -0.3, "E": -1, "P": -5, "V": -6, "X": -4},
    "C": {"H1": 0, "P": -0.7, "E": -0.3, "X": -1, "C": -0.5, "T": -0.5, "B": -2, "V": -3},
    "T": {"T": 0, "H1": -0.3, "C": -0.5, "E": -1, "P": -6, "X": -4},
}
