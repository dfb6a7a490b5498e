"""What it costs that a line of one kind stands below one of another, by what is seen between them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.importing.grammar import HEADS, State, steps
from broadsheet.reading.importing.step_weights import STEPS

if TYPE_CHECKING:
    from broadsheet.reading.importing.runs import Runs

CONTEXTS = ("any", "gap", "ended", "at the head", "at the foot", "always at the foot", "closes")
"""What may be seen between two lines: white space, a jump or a teaser's page, where the page has its bylines, and
whether a byline closes the upper line. The columns of the weights of steps."""
Between = tuple[bool, ...]
"""Which of CONTEXTS are seen."""
SETTLED = 4
"""So many bylines below their stories make a rule of it."""
_BEHIND = frozenset(("H1", "E", "C", "T"))
"""What may stand below the end of a story's copy."""
UNLIKELY = 6.0
"""What a state or a step loses that hardly is one."""


def between(runs: Runs, breaks: frozenset[int]) -> list[Between]:
    """What is seen between each line and the next; before the lines of `breaks` a story has surely ended."""
    custom = _custom(runs)
    return [
        (
            *(True, here.line.blank > 0, at in breaks),
            *(custom == name for name in ("head", "foot", "always foot")),
            above.closes,
        )
        for at, (above, here) in enumerate(pairwise(runs.lines), 1)
    ]


@cache
def steps_between(seen: Between, *, signs: bool) -> dict[tuple[State, State], float]:
    """What each pair of states of two neighbours scores; `signs` says that a byline is part of the lower one."""
    return {
        (upper, under): doubt(upper, under, seen)
        + sum(weight for weight, is_seen in zip(STEPS[step_name(upper, under)], seen, strict=True) if is_seen)
        for upper, under in steps(signs=signs)
    }


def doubt(upper: State, under: State, seen: Between) -> float:
    """What a step loses, whatever else speaks for it.

    Below a story's end is no copy, nor right below verse; where a page has its bylines at the foot it has none above.
    """
    gap, ended, foot = (seen[CONTEXTS.index(name)] for name in ("gap", "ended", "at the foot"))
    if ended and (under[1] or under[0] not in _BEHIND):
        return -2 * UNLIKELY
    if foot and upper[0] in HEADS and under[0] == "B":
        return -UNLIKELY
    return -UNLIKELY if upper[0] == "V" and under[0] == "P" and not gap else 0.0


def step_name(upper: State, under: State) -> str:
    """A step's name in the table of weights: `P*>E` for a signed story's copy with a byline below it."""
    return f"{upper[0]}{'*' if upper[2] else ''}>{under[0]}{'+' if under[1] else ''}"


def _custom(runs: Runs) -> str:
    """Where a page has its bylines: `head`, `foot`, `always foot`, or "" where they stand at either end, or are few."""
    pairs = list(zip(pairwise(runs.kinds), runs.lines[1:], strict=True))
    head = sum(here.byline and above == "short" for (above, _), here in pairs)
    foot = sum(here.byline and above in {"copy", "brief"} for (above, _), here in pairs)
    foot += sum(line.closes for line in runs.lines)
    head += sum(line.opens for line in runs.lines)
    if head >= 2 and not foot:
        return "head"
    return ("foot" if foot < SETTLED else "always foot") if foot >= 2 and not head else ""
