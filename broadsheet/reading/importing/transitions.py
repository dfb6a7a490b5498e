"""What it costs that a line of one kind stands below one of another, by what is seen of both and of their page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.importing import scores as speaks
from broadsheet.reading.importing.grammar import FOLLOWS, GOES_ON, HEADS, LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.setting import Setting

_OPEN_END = {"full": 0.6, "soft": -6.0, "semicolon": -1.0, "colon": -1.5, "": -3.0}
"""What a paragraph's end scores by how its last line ends."""

State = tuple[str, bool, bool]
"""A label, whether the line goes on from the one above, and whether the story is signed by now."""
STATES: tuple[State, ...] = tuple(
    (label, on, signed)
    for label in LABELS
    for on in ((False, True) if label in GOES_ON else (False,))
    for signed in ((False,) if label in HEADS else (True,) if label in {"B", "E"} else (False, True))
)
SIGNED_TWICE = -1.2
SETTLED = 4
"""So many bylines below their stories make a rule of it."""
UNUSUAL = -1.0
"""What a story with no byline costs where the page's others have theirs at one end."""
SIGNED_ABOVE = 1.0
"""What a new headline gains where the story above has its byline already."""


def custom_of(lines: Sequence[Cues]) -> str:
    """Where a page has its bylines: `head`, `foot`, `always foot`, or "" where they stand at either end, or are few."""
    head = sum(here.byline and not speaks.is_running(above) and not above.credit for above, here in pairwise(lines))
    foot = sum(here.byline and speaks.is_running(above) for above, here in pairwise(lines)) + sum(
        line.closes for line in lines
    )
    opens = sum(line.opens for line in lines)
    if head + opens >= 2 and not foot:
        return "head"
    return ("foot" if foot < SETTLED else "always foot") if foot >= 2 and not head + opens else ""


def steps_between(
    above: Cues, here: Cues, setting: Setting, custom: str, *, ended: bool
) -> dict[tuple[State, State], float]:
    """What each pair of states of two neighbours costs; `ended` says that a story surely ended between them."""
    join = speaks.joins(above, here, setting)
    steps: dict[tuple[State, State], float] = {}
    for upper in STATES:
        label, _, signed = upper
        for under, cost in FOLLOWS[label].items():
            score = cost + _leaving(label, above) - join / 2
            score += _by_end(label, under, above, ended=ended) + _by_byline(upper, under, above, here, custom)
            score += _by_below(label, under, here)
            steps[upper, (under, False, _signed(under, here, signed=signed))] = score
        if label in GOES_ON:
            whole = label in {"B", "E", "C"} and (above.byline or above.credited)
            cost = (4.0 if ended else 0) + (4.0 if whole else 0)
            steps[upper, (label, True, _signed(label, here, signed=signed))] = join / 2 - cost
    return steps


def _by_below(label: str, under: str, here: Cues) -> float:
    """For a line of kind `under` below one of `label`, by what is seen of the lower one."""
    score = 0.0
    if under == "P" and here.dateline:
        score += 2.5 if label in HEADS else -4.0 if label == "X" else 0
    if label == "X":
        score += 0.3 if speaks.is_running(here) else -0.5
    if here.line.blank:
        # White space parts stories sooner than it parts a headline.
        score += 0.4 if under == "H1" else -0.4 if under in HEADS else 0
    return score


def _by_end(label: str, under: str, above: Cues, *, ended: bool) -> float:
    """For a line of kind `under` below one of `label`, by how the upper one closes what it is of."""
    score = 0.0
    if ended:
        score += 6.0 if under == "H1" else -3.0
    if above.numeral and label == "X":
        score += 5.0 if under == "X" else -5.0 if under == "H1" else 0
    if above.closing and under in {"H1", "X"}:
        score += 2.0 if under == "H1" else -1.5
    # A picture's credit ends a story as often as not.
    return score - (1.5 if label == "C" and under == "X" and above.credited else 0)


def _by_byline(upper: State, under: str, above: Cues, here: Cues, custom: str) -> float:
    """For a line of kind `under`, by the bylines that its story has, and that others have."""
    label, _, signed = upper
    score = 0.0
    if signed and ((under == "E" and label != "E") or (under == "P" and here.closes)):
        score += SIGNED_TWICE
    if custom == "head" and label in HEADS and under == "P" and not here.opens:
        score += UNUSUAL
    if label == "P" and under == "H1":
        score += (SIGNED_ABOVE if signed else 0) + (SIGNED_ABOVE if above.closes else 0)
        if custom.endswith("foot") and not signed:
            score += UNUSUAL * (3 if custom == "always foot" else 1)
    return score


def _signed(label: str, here: Cues, *, signed: bool) -> bool:
    """Whether a story is signed by now, its next line being one of this label."""
    if label in HEADS:
        return False
    return signed or label in {"B", "E"} or (label == "P" and (here.opens or here.closes))


def _leaving(label: str, last: Cues) -> float:
    """For a text of this label that ends with this line."""
    if label == "P":
        if last.line.role in {"row", "item"} or last.figures >= 1 or last.listed or last.closing:
            return 0.0
        return _OPEN_END[last.ends] - (3.0 if not last.ends and speaks.is_running(last) else 0)
    if label in (*HEADS, "X", "V"):
        return -1.0 if last.ends == "soft" and label != "V" else 0.0
    return 0.0
