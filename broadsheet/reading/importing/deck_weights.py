"""How much what is seen of a headline's lines speaks for their parts, in natural logarithms of odds.

Fitted to the decks of the tests' pages, with a weight's square as its price; `tests/reading/importing/fit_decks.py`
writes the tables.
"""

from __future__ import annotations

# What is seen of a line, and what that speaks for it being in the kicker, the headline, the subtitle.
LINE: dict[str, tuple[float, float, float]] = {
    "any": (-0.22, 0.00, 0.10),
    "asks": (-0.28, 0.93, -0.69),
    "capitals": (-0.26, -0.24, -0.03),
    "colon at its end": (-0.40, -0.17, 0.00),
    "colon within": (-0.32, 0.35, -0.26),
    "comma": (0.08, -0.21, 0.51),
    "dash": (0.00, -1.11, 1.48),
    "explains": (-0.29, -0.62, 0.52),
    "few words": (-0.00, -0.66, -0.28),
    "framed": (0.61, -0.97, -0.04),
    "frames": (1.47, -1.28, 0.07),
    "gap": (-0.47, 0.14, 0.84),
    "label": (0.93, -0.71, -0.07),
    "long": (-0.06, 0.05, 0.55),
    "longer": (0.48, 0.16, 0.56),
    "many words": (-0.37, 0.42, 0.16),
    "number": (-0.02, -0.10, 0.60),
    "person": (-0.21, 0.28, -0.21),
    "predicate": (-0.53, -0.03, 0.27),
    "quotes": (-0.33, 0.42, 0.05),
    "series": (1.24, -1.07, 0.19),
    "set in": (-0.02, -0.13, 0.29),
    "short": (-0.03, -0.92, -0.21),
    "time": (-0.12, 0.44, -0.42),
    "title of a work": (0.27, -0.26, 0.00),
    "topical": (-1.79, 1.22, 0.02),
}
# What is seen of two lines, and what that speaks for both being headline, for the lower opening it, for its ending.
JOIN: dict[str, tuple[float, float, float]] = {
    "any": (0.12, 0.32, 0.94),
    "both short": (0.35, 0.32, -0.22),
    "done above": (0.36, -0.50, 0.33),
    "gap": (-0.57, 1.14, -0.08),
    "long": (-0.24, 0.07, 0.65),
    "lower begins small": (0.78, -0.32, -0.42),
    "predicate below": (0.54, -0.69, 0.27),
    "time or place above": (0.64, -0.82, 0.24),
    "unlike in length": (-0.04, 1.12, 0.10),
    "upper brief": (0.63, 0.61, -0.84),
    "upper left open": (0.83, -0.60, -0.23),
    "verb below": (0.52, 0.16, -0.29),
    "verb below a brief": (0.89, -0.63, -0.03),
    "white between": (-1.45, 1.13, 0.53),
}
# How likely so many lines of kicker, headline and subtitle are.
PARTS: dict[tuple[int, int, int], float] = {
    (0, 1, 1): -0.07,
    (0, 1, 2): -0.67,
    (0, 1, 3): -0.02,
    (0, 1, 4): -0.00,
    (0, 2, 0): 0.40,
    (0, 2, 1): 0.37,
    (0, 2, 2): -0.04,
    (0, 2, 3): -0.00,
    (0, 3, 0): -0.74,
    (0, 3, 1): 0.57,
    (0, 3, 2): -0.00,
    (0, 4, 0): -0.11,
    (0, 4, 1): -0.01,
    (1, 1, 0): -0.33,
    (1, 1, 1): 0.91,
    (1, 1, 2): -0.05,
    (1, 1, 3): -0.00,
    (1, 2, 0): 0.56,
    (1, 2, 1): 0.01,
    (1, 2, 2): -0.02,
    (1, 3, 0): -0.26,
    (1, 3, 1): 0.05,
    (1, 4, 0): -0.00,
    (2, 1, 0): -0.44,
    (2, 1, 1): -0.08,
    (2, 1, 2): -0.00,
    (2, 2, 0): -0.01,
    (2, 2, 1): -0.01,
    (2, 3, 0): -0.00,
}
