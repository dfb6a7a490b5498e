"""How much what is seen of a headline's lines speaks for their parts, in natural logarithms of odds.

Fitted to the decks of the tests' pages, with a weight's square as its price; `tests/reading/importing/fit_decks.py`
writes the tables.
"""

from __future__ import annotations

# What is seen of a line, and what that speaks for it being in the kicker, the headline, the subtitle.
LINE: dict[str, tuple[float, float, float]] = {
    "any": (0.05, 0.00, 0.29),
    "asks": (-0.31, 0.85, -0.84),
    "capitals": (-0.27, -0.26, -0.02),
    "colon at its end": (-0.42, 0.04, 0.00),
    "colon within": (-0.28, 0.17, 0.21),
    "comma": (0.01, -0.37, 0.40),
    "dash": (0.00, -1.12, 1.34),
    "explains": (-0.20, -0.81, 1.05),
    "few words": (-0.26, -0.64, -0.26),
    "framed": (0.63, -0.22, -0.05),
    "frames": (1.43, -1.24, 0.19),
    "gap": (0.71, -0.53, 0.47),
    "label": (0.82, -0.73, -0.05),
    "long": (0.06, -0.26, 0.58),
    "longer": (0.52, 0.32, 0.12),
    "many words": (-0.34, 0.36, 0.03),
    "number": (-0.48, -0.15, 0.86),
    "often said": (-0.53, 0.55, -0.32),
    "person": (-0.45, 0.46, -0.14),
    "predicate": (-0.48, -0.23, 0.22),
    "quotes": (-0.25, 0.12, 0.12),
    "series": (0.66, -0.61, 0.23),
    "set in": (-0.04, -0.08, 0.17),
    "short": (-0.29, -0.82, -0.57),
    "time": (-0.13, 0.22, -0.13),
    "title of a work": (0.23, -0.23, 0.00),
    "topical": (-1.36, 0.73, -0.36),
}
# What is seen of two lines, and what that speaks for both being headline, for the lower opening it, for its ending.
JOIN: dict[str, tuple[float, float, float]] = {
    "any": (-0.34, 0.62, 1.18),
    "both short": (0.48, 0.14, -0.22),
    "done above": (0.14, -0.53, 0.64),
    "gap above": (-0.19, 1.11, -0.60),
    "gap below": (-0.63, 0.84, -0.02),
    "gaps": (-0.18, -0.36, 0.55),
    "long": (-0.53, 0.17, 0.93),
    "lower begins small": (1.08, -0.57, -0.48),
    "predicate below": (0.52, -0.65, 0.22),
    "time or place above": (0.83, -1.14, 0.37),
    "unlike in length": (-0.25, 1.19, 0.27),
    "upper brief": (0.88, 0.32, -0.87),
    "upper left open": (0.92, -0.60, -0.32),
    "verb below": (1.17, -0.20, -0.48),
    "verb below a brief": (0.73, -0.36, -0.17),
    "white between": (-1.33, 0.91, 0.68),
}
# How likely so many lines of kicker, headline and subtitle are.
PARTS: dict[tuple[int, int, int], float] = {
    (0, 1, 1): -0.13,
    (0, 1, 2): -0.76,
    (0, 1, 3): -0.02,
    (0, 1, 4): -0.00,
    (0, 2, 0): 0.20,
    (0, 2, 1): 0.38,
    (0, 2, 2): -0.04,
    (0, 2, 3): -0.00,
    (0, 3, 0): -0.70,
    (0, 3, 1): 0.55,
    (0, 3, 2): -0.00,
    (0, 4, 0): -0.08,
    (0, 4, 1): -0.02,
    (1, 1, 0): -0.07,
    (1, 1, 1): 1.29,
    (1, 1, 2): -0.03,
    (1, 1, 3): -0.00,
    (1, 2, 0): 0.23,
    (1, 2, 1): 0.04,
    (1, 2, 2): -0.01,
    (1, 3, 0): -0.30,
    (1, 3, 1): 0.04,
    (1, 4, 0): -0.00,
    (2, 1, 0): -0.44,
    (2, 1, 1): -0.10,
    (2, 1, 2): -0.00,
    (2, 2, 0): -0.01,
    (2, 2, 1): -0.01,
    (2, 3, 0): -0.00,
}
