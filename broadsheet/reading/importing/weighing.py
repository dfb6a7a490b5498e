"""Which line is what: the likeliest labels of all lines together, and how sure each is.

Every line has a score for every label (`scores`), every pair of neighbours one for their labels (`grammar`) and one for
the lower line going on from the upper (`scores.joins`). The labels with the highest sum are found by the Viterbi
algorithm, and each one's share of all possible labellings by the forward-backward algorithm: a linear-chain model, as
of Lafferty, McCallum and Pereira's conditional random fields, with weights that are set and not learnt.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.reading.importing import scores as speaks
from broadsheet.reading.importing.grammar import END, HEADS, START
from broadsheet.reading.importing.transitions import STATES, State, custom_of, steps_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.setting import Setting

TEMPERATURE = 1.6
"""Scores are divided by this for shares: cues that speak of the same thing count twice otherwise."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line's label, whether it goes on from the line above, and the share (0 to 1) of the label and of the join."""

    cues: Cues
    label: str
    goes_on: bool
    share: float
    joined: float


def labelled(lines: Sequence[Cues], setting: Setting, breaks: frozenset[int] = frozenset()) -> tuple[Labelled, ...]:
    """The likeliest labels; before the lines of `breaks` a story has surely ended."""
    if not lines:
        return ()
    own = [_scores(line, setting) for line in lines]
    custom = custom_of(lines)
    steps = [
        steps_between(above, here, setting, custom, ended=number in breaks)
        for number, (above, here) in enumerate(pairwise(lines), 1)
    ]
    best = _best(own, steps)
    shares = _shares(own, steps)
    return tuple(
        Labelled(
            cues, *state[:2], share=_of_kind(share, state[0]), joined=sum(p for (_, on, _), p in share.items() if on)
        )
        for cues, state, share in zip(lines, best, shares, strict=True)
    )


def _of_kind(shares: Mapping[State, float], label: str) -> float:
    """The share of a label, whichever line of a headline it is, and on whichever line it began."""
    kind = HEADS if label in HEADS else (label,)
    return sum(share for state, share in shares.items() if state[0] in kind)


def _scores(cues: Cues, setting: Setting) -> dict[State, float]:
    head, copy = speaks.headline(cues, setting), speaks.copy(cues, setting)
    cross, verse = speaks.crosshead(cues, setting), speaks.verse(cues, setting)
    signed, pictured = speaks.signed(cues), speaks.pictured(cues)
    first = {"P": copy, "X": cross, "V": verse, "B": signed, "E": signed, "C": pictured, "T": cues.contact}
    scores: dict[State, float] = {}
    for state in STATES:
        label, on, _ = state
        own = head if label in HEADS else first[label]
        scores[state] = _going_on(label, cues, setting) if on and label != "P" else own
    return scores


def _going_on(label: str, cues: Cues, setting: Setting) -> float:
    """For a line that goes on from the one above, and is no copy: there are few, and in narrow columns."""
    if label == "C" and cues.credit and not cues.credited:
        return 5.0
    if label == "T":
        return max(cues.contact, -0.5)
    if cues.ends == "full" and label in (*HEADS, "X"):
        return -5.0
    if cues.ends == "soft":
        return -4.0
    return (-1.5 if cues.cells <= 60 else -5.0) - (0 if setting.wrap or cues.line.level else 2.5)


def _first(scores: Mapping[State, float]) -> list[State]:
    """The states that a page's first line may have."""
    return [state for state in scores if state[0] in START and not state[1] and state[2] == (state[0] == "B")]


def _best(own: Sequence[dict[State, float]], steps: Sequence[dict[tuple[State, State], float]]) -> list[State]:
    """The labels with the highest sum, by Viterbi's algorithm."""
    reach = {state: START[state[0]] + own[0][state] for state in _first(own[0])}
    ways: list[dict[State, State]] = []
    for scores, step in zip(own[1:], steps, strict=True):
        further: dict[State, float] = {}
        way: dict[State, State] = {}
        for (upper, under), cost in step.items():
            if upper in reach:
                score = reach[upper] + cost + scores[under]
                if under not in further or score > further[under]:
                    further[under], way[under] = score, upper
        reach = further
        ways.append(way)
    states = [max(reach, key=lambda state: reach[state] + END.get(state[0], 0.0))]
    for way in reversed(ways):
        states.append(way[states[-1]])
    return states[::-1]


def _shares(
    own: Sequence[dict[State, float]], steps: Sequence[dict[tuple[State, State], float]]
) -> list[dict[State, float]]:
    """Each state's share of all labellings, weighed by their scores, a line: the forward-backward algorithm."""
    ahead = [{state: (START[state[0]] + own[0][state]) / TEMPERATURE for state in _first(own[0])}]
    for scores, step in zip(own[1:], steps, strict=True):
        terms: dict[State, list[float]] = {}
        for (upper, under), cost in step.items():
            if upper in ahead[-1]:
                terms.setdefault(under, []).append(ahead[-1][upper] + (cost + scores[under]) / TEMPERATURE)
        ahead.append({state: _log_sum(values) for state, values in terms.items()})
    behind = [{state: END.get(state[0], 0.0) / TEMPERATURE for state in STATES}]
    for scores, step in zip(reversed(own[1:]), reversed(steps), strict=True):
        terms = {}
        for (upper, under), cost in step.items():
            if under in behind[-1]:
                terms.setdefault(upper, []).append(behind[-1][under] + (cost + scores[under]) / TEMPERATURE)
        behind.append({state: _log_sum(values) for state, values in terms.items()})
    shares = []
    for forward, backward in zip(ahead, reversed(behind), strict=True):
        both = {state: forward[state] + backward[state] for state in forward if state in backward}
        whole = _log_sum(list(both.values()))
        shares.append({state: math.exp(value - whole) for state, value in both.items()})
    return shares


def _log_sum(values: Sequence[float]) -> float:
    most = max(values)
    return most + math.log(sum(math.exp(value - most) for value in values))
