"""How much what is seen of a headline's lines speaks for their parts, in natural logarithms of odds.

Fitted to the decks of the tests' pages, with a weight's square as its price; `tests/reading/importing/fit_decks.py`
writes the tables.
"""

from __future__ import annotations

# What is seen of a line, and what that speaks for it being in the kicker, the headline, the subtitle.
LINE: dict[str, tuple[float, float, float]] = {
    "any": (0.13, 0.00, 0.23),
    "asks": (-0.27, 0.94, -0.87),
    "capitals": (-0.26, -0.24, -0.02),
    "colon at its end": (-0.39, 0.06, 0.00),
    "colon within": (-0.23, 0.19, 0.36),
    "comma": (0.06, -0.47, 0.39),
    "dash": (0.00, -1.21, 1.48),
    "explains": (-0.22, -0.75, 1.03),
    "few words": (-0.26, -0.61, -0.31),
    "framed": (0.63, -0.26, -0.11),
    "frames": (1.51, -1.31, -0.03),
    "gap": (0.80, -0.50, 0.47),
    "label": (0.80, -0.69, -0.06),
    "long": (0.20, -0.39, 0.55),
    "longer": (0.50, 0.48, 0.05),
    "many words": (-0.30, 0.35, 0.00),
    "number": (-0.63, -0.23, 0.94),
    "often said": (-0.56, 0.58, -0.26),
    "person": (-0.42, 0.39, -0.21),
    "predicate": (-0.41, -0.50, 0.06),
    "quotes": (0.05, 0.08, 0.17),
    "series": (1.16, -0.63, -0.11),
    "set in": (-0.16, -0.08, 0.30),
    "short": (-0.39, -0.75, -0.70),
    "time": (-0.15, 0.31, -0.16),
    "title of a work": (0.26, -0.26, 0.00),
    "topical": (-1.47, 0.78, -0.12),
}
# What is seen of two lines, and what that speaks for both being headline, for the lower opening it, for its ending.
JOIN: dict[str, tuple[float, float, float]] = {
    "any": (-0.36, 0.66, 1.25),
    "both short": (0.44, 0.13, -0.11),
    "done above": (0.15, -0.88, 0.91),
    "gap above": (-0.19, 0.96, -0.49),
    "gap below": (-0.84, 0.78, 0.19),
    "gaps": (-0.19, -0.13, 0.34),
    "long": (-0.51, 0.13, 0.91),
    "lower begins small": (1.12, -0.54, -0.53),
    "predicate below": (0.82, -0.80, 0.06),
    "time or place above": (0.87, -1.16, 0.34),
    "unlike in length": (-0.20, 1.18, 0.28),
    "upper brief": (1.20, 0.30, -1.15),
    "upper left open": (0.94, -0.57, -0.36),
    "verb below": (1.03, -0.18, -0.45),
    "verb below a brief": (0.40, -0.16, -0.06),
    "white between": (-1.27, 0.79, 0.69),
}
# How likely so many lines of kicker, headline and subtitle are.
PARTS: dict[tuple[int, int, int], float] = {
    (0, 1, 1): -0.13,
    (0, 1, 2): -0.85,
    (0, 1, 3): -0.03,
    (0, 1, 4): -0.00,
    (0, 2, 0): 0.17,
    (0, 2, 1): 0.57,
    (0, 2, 2): -0.05,
    (0, 2, 3): -0.00,
    (0, 3, 0): -0.75,
    (0, 3, 1): 0.52,
    (0, 3, 2): -0.00,
    (0, 4, 0): -0.08,
    (0, 4, 1): -0.02,
    (1, 1, 0): -0.03,
    (1, 1, 1): 1.36,
    (1, 1, 2): -0.03,
    (1, 1, 3): -0.00,
    (1, 2, 0): 0.08,
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
