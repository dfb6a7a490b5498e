"""How much what is seen of a headline's lines speaks for their parts, in natural logarithms of odds.

Fitted to the decks of the tests' pages, with a weight's square as its price; `tests/reading/importing/fit_decks.py`
writes the tables.
"""

from __future__ import annotations

# What is seen of a line, and what that speaks for it being in the kicker, the headline, the subtitle.
LINE: dict[str, tuple[float, float, float]] = {
    "any": (0.12, 0.00, 0.24),
    "asks": (-0.37, 1.02, -0.85),
    "capitals": (-0.25, -0.25, -0.02),
    "colon at its end": (-0.39, 0.05, 0.00),
    "colon within": (-0.25, 0.16, 0.40),
    "comma": (0.06, -0.48, 0.40),
    "dash": (0.00, -1.22, 1.49),
    "explains": (-0.24, -0.76, 1.05),
    "few words": (-0.25, -0.61, -0.31),
    "framed": (0.64, -0.27, -0.12),
    "frames": (1.53, -1.33, -0.04),
    "gap": (0.79, -0.51, 0.48),
    "label": (0.79, -0.69, -0.06),
    "long": (0.20, -0.40, 0.56),
    "longer": (0.50, 0.49, 0.04),
    "many words": (-0.32, 0.35, 0.02),
    "number": (-0.63, -0.25, 0.94),
    "often said": (-0.57, 0.58, -0.24),
    "person": (-0.42, 0.39, -0.21),
    "predicate": (-0.42, -0.49, 0.06),
    "quotes": (0.06, 0.10, 0.17),
    "series": (1.16, -0.63, -0.11),
    "set in": (-0.15, -0.08, 0.29),
    "short": (-0.39, -0.74, -0.69),
    "time": (-0.14, 0.31, -0.18),
    "title of a work": (0.27, -0.27, 0.00),
    "topical": (-1.46, 0.80, -0.13),
}
# What is seen of two lines, and what that speaks for both being headline, for the lower opening it, for its ending.
JOIN: dict[str, tuple[float, float, float]] = {
    "any": (-0.36, 0.65, 1.26),
    "both short": (0.45, 0.13, -0.12),
    "done above": (0.15, -0.86, 0.90),
    "gap above": (-0.19, 0.97, -0.50),
    "gap below": (-0.83, 0.78, 0.18),
    "gaps": (-0.19, -0.15, 0.36),
    "long": (-0.51, 0.11, 0.93),
    "lower begins small": (1.11, -0.54, -0.53),
    "predicate below": (0.82, -0.80, 0.06),
    "time or place above": (0.87, -1.16, 0.33),
    "unlike in length": (-0.20, 1.19, 0.27),
    "upper brief": (1.20, 0.30, -1.16),
    "upper left open": (0.93, -0.57, -0.36),
    "verb below": (1.04, -0.18, -0.45),
    "verb below a brief": (0.40, -0.15, -0.06),
    "white between": (-1.28, 0.80, 0.70),
}
# How likely so many lines of kicker, headline and subtitle are.
PARTS: dict[tuple[int, int, int], float] = {
    (0, 1, 1): -0.13,
    (0, 1, 2): -0.86,
    (0, 1, 3): -0.03,
    (0, 1, 4): -0.00,
    (0, 2, 0): 0.16,
    (0, 2, 1): 0.58,
    (0, 2, 2): -0.05,
    (0, 2, 3): -0.00,
    (0, 3, 0): -0.75,
    (0, 3, 1): 0.52,
    (0, 3, 2): -0.00,
    (0, 4, 0): -0.08,
    (0, 4, 1): -0.02,
    (1, 1, 0): -0.04,
    (1, 1, 1): 1.35,
    (1, 1, 2): -0.03,
    (1, 1, 3): -0.00,
    (1, 2, 0): 0.07,
    (1, 2, 1): 0.00,
    (1, 2, 2): -0.01,
    (1, 3, 0): -0.22,
    (1, 3, 1): 0.05,
    (1, 4, 0): -0.00,
    (2, 1, 0): -0.40,
    (2, 1, 1): -0.10,
    (2, 1, 2): -0.00,
    (2, 2, 0): -0.01,
    (2, 2, 1): -0.02,
    (2, 3, 0): -0.00,
}
