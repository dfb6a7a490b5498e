"""How stories follow one another on a page: which kind of line may stand below which.

A line has one of the labels below, or the same with `+` where it goes on from the line above it. What speaks for each
is fitted; a pair that is not listed never stands together.
"""

from __future__ import annotations

HEADS = ("H1", "H2", "H3")
"""The lines of a headline, kicker and subtitle among them: the first, the second, and any further one."""
LABELS = (*HEADS, "B", "P", "X", "V", "E", "C", "T")
"""Headline, byline above the copy, copy, crosshead, verse, byline below it, picture or caption or credit, contacts."""
GOES_ON = frozenset((*HEADS, "B", "P", "X", "E", "C", "T"))
"""Labels whose text may be broken across lines."""
START = frozenset(("H1", "P", "B", "C", "V", "T", "X"))
"""What a page may begin with."""
FOLLOWS: dict[str, tuple[str, ...]] = {
    "H1": ("H2", "B", "P", "V", "C", "X", "T", "H1"),
    "H2": ("H3", "B", "P", "V", "C", "X", "T", "H1"),
    "H3": ("H3", "B", "P", "V", "C", "X", "T", "H1"),
    "B": ("P", "V", "X", "C", "B", "H2", "H1", "T"),
    "P": ("P", "X", "E", "C", "T", "H1", "V"),
    "X": ("H1", "P", "V", "B", "C", "X", "T", "E"),
    "V": ("V", "P", "E", "H1", "X", "C", "T"),
    "E": ("H1", "C", "T", "E", "P", "V", "X"),
    "C": ("H1", "P", "E", "X", "C", "T", "B", "V"),
    "T": ("T", "H1", "C", "E", "P", "X"),
}
State = tuple[str, bool, bool]
"""A label, whether the line goes on from the one above, and whether the story is signed by now."""
STATES: tuple[State, ...] = tuple(
    (label, on, signed)
    for label in LABELS
    for on in ((False, True) if label in GOES_ON else (False,))
    for signed in ((False,) if label in HEADS else (True,) if label in {"B", "E"} else (False, True))
)
EMISSIONS = ("H1", "H2", "B", "E", "P", "X", "V", "C", "T", "H+", "P+", "+")
"""The columns of the weights of what is seen of a line: its label, or what it goes on from."""


def emission(state: State) -> str:
    """The column of a state."""
    label, on, _ = state
    if on:
        return "H+" if label in HEADS else "P+" if label == "P" else "+"
    return "H2" if label in HEADS[1:] else label


def starts(*, signs: bool) -> tuple[State, ...]:
    """The states that a page's first line may have; `signs` says that a byline is part of it."""
    return tuple(
        (label, on, signed)
        for label, on, signed in STATES
        if label in START and not on and signed == is_signed(label, signs=signs, signed=False)
    )


def is_signed(label: str, *, signs: bool, signed: bool) -> bool:
    """Whether a story is signed by a line of this label, a byline being part of it or not, if it was `signed` above."""
    return label not in HEADS and (signed or label in {"B", "E"} or (label == "P" and signs))


def steps(*, signs: bool) -> tuple[tuple[State, State], ...]:
    """The states that may stand below one another; `signs` says that a byline is part of the lower line."""
    found: list[tuple[State, State]] = []
    for upper in STATES:
        label, _, signed = upper
        unders = [(under, False) for under in FOLLOWS[label]] + ([(label, True)] if label in GOES_ON else [])
        found += ((upper, (under, on, is_signed(under, signs=signs, signed=signed))) for under, on in unders)
    return tuple(found)
