"""Which line is what: the likeliest labels of all lines together, and how sure each is.

Every line has a score for every label, by what is seen of it, and every pair of neighbours one for their labels. The
labels with the highest sum are found by the Viterbi algorithm, and each one's share of all possible labellings by the
forward-backward algorithm: a linear-chain model, the conditional random field of Lafferty, McCallum and Pereira.
`tests/reading/importing/fit_lines.py` fits its weights.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.reading.importing.beside_cues import beside_cues, is_torn
from broadsheet.reading.importing.beside_weights import BESIDE
from broadsheet.reading.importing.grammar import EMISSIONS, HEADS, LABELS, STATES, State, emission, starts
from broadsheet.reading.importing.line_cues import line_cues
from broadsheet.reading.importing.line_weights import LINE
from broadsheet.reading.importing.page_cues import DECK
from broadsheet.reading.importing.runs import runs_of
from broadsheet.reading.importing.transitions import UNLIKELY, between, steps_between
from broadsheet.reading.importing.wording import opens_caption

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.runs import Runs
    from broadsheet.reading.importing.setting import Setting

Scores = dict[State, float]
Steps = dict[tuple[State, State], float]
_COLUMN = {state: EMISSIONS.index(emission(state)) for state in STATES}
_COMMA = re.compile("[，,](?!\\d)")
_NEVER = 50.0
CONTACTS = 3.5
"""The score of what says whom to write to, with an address or a number."""
LONGEST = 72
"""Cells of a line of a Chinese headline: of 1,770 on the tests' pages, subtitles among them, one is longer."""
_STATES = {label: frozenset(state for state in STATES if state[0] == label) for label in LABELS}
_HEAD = frozenset[State]().union(*(_STATES[label] for label in HEADS))
_NO_BYLINE = frozenset(STATES) - _STATES["B"] - _STATES["E"]
_OF_ROLE = {
    **dict.fromkeys(DECK, _HEAD),
    **dict.fromkeys(("item", "row"), frozenset(STATES) - _HEAD - _STATES["X"]),
    "caption": _STATES["C"],
    "byline": _STATES["B"] | _STATES["E"],
}
"""What a line may be that markup, or the desk, gives a role."""
_BEGIN = frozenset(state for state in STATES if not state[1])


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
    runs = runs_of(lines)
    own = [_scores(runs, at, setting) for at in range(len(lines))]
    signs = [line.opens or line.closes for line in lines]
    steps = [steps_between(seen, signs=sign) for seen, sign in zip(between(runs, breaks), signs[1:], strict=True)]
    first = starts(signs=signs[0])
    best = _best(own, steps, first)
    shares = _shares(own, steps, first)
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


def _scores(runs: Runs, at: int, setting: Setting) -> Scores:
    here = runs.lines[at]
    columns = [0.0] * len(EMISSIONS)
    for table, seen in ((LINE, line_cues(here, setting)), (BESIDE, beside_cues(runs, at, setting))):
        for name, value in seen.items():
            for column, weight in enumerate(table.get(name, ())):
                columns[column] += weight * value
    doubtful, loss = unlikely(runs, at, setting), price(here)
    return {state: columns[_COLUMN[state]] - (loss if state in doubtful else 0.0) for state in STATES}


def price(here: Cues) -> float:
    """What a line loses as what it is unlikely to be."""
    return _NEVER if here.line.picture else 4 * UNLIKELY if here.byline else UNLIKELY


def unlikely(runs: Runs, at: int, setting: Setting) -> frozenset[State]:
    """The states that a line hardly has, whatever stands about it: a byline that reads as one is no headline."""
    here = runs.lines[at]
    if here.line.picture:
        return frozenset(STATES) - (_STATES["C"] & _BEGIN)
    found = frozenset[State]()
    if here.line.role in _OF_ROLE:
        found |= frozenset(STATES) - _OF_ROLE[here.line.role]
    if here.byline:
        found |= _NO_BYLINE
    elif here.made:
        found |= frozenset(STATES) - _STATES["C"]
    elif here.line.role in {"item", "row"} and not here.name:
        found |= _OF_ROLE["byline"]
    torn = at + 1 < len(runs.lines) and is_torn(here, runs.lines[at + 1])
    if (here.dateline and not here.byline) or (torn and _COMMA.search(here.text)):
        found |= frozenset(STATES) - _STATES["P"]
    found |= _set(here, setting)
    if here.ends == "full" and not here.credit and at + 1 < len(runs.lines) and runs.kinds[at + 1] == "picture":
        # What is said of a picture stands below it.
        found |= _STATES["C"]
    if here.contact >= CONTACTS:
        found |= frozenset(STATES) - _STATES["T"]
    if at and here.line.level and here.line.level == runs.lines[at - 1].line.level and not here.line.blank:
        found |= _STATES["X"] & _BEGIN
    return found | _BEGIN if at and _goes_on(runs, at) else found


def _set(here: Cues, setting: Setting) -> frozenset[State]:
    """The states that a line of its level, of its length, with a full stop or 图为渡口。王某 摄 hardly has."""
    found = _STATES["P"] if here.credited and opens_caption(here.text) else frozenset[State]()
    if here.line.level and not (here.byline or here.name or here.credit):
        found |= frozenset(STATES) - _STATES["X"] - (_HEAD if here.line.level <= setting.level else frozenset())
    told = setting.han and (here.cells > LONGEST or here.text.endswith(("。", "。”", "。」")))
    return found | _HEAD if told and not here.line.role else found


def _goes_on(runs: Runs, at: int) -> bool:
    """Whether a line surely goes on: torn off the one above, or flush below copy left open where copy is set in."""
    above, here = runs.lines[at - 1 : at + 1]
    flush = here.line.indent <= runs.copy_indent - 2 and here.ends == "full"
    return is_torn(above, here) or (flush and not above.ends and _COMMA.search(above.text) is not None)


def _best(own: Sequence[Scores], steps: Sequence[Steps], first: Sequence[State]) -> list[State]:
    """The labels with the highest sum, by Viterbi's algorithm."""
    reach = {state: own[0][state] for state in first}
    ways: list[dict[State, State]] = []
    for scores, step in zip(own[1:], steps, strict=True):
        further: Scores = {}
        way: dict[State, State] = {}
        for (upper, under), cost in step.items():
            if upper in reach:
                score = reach[upper] + cost + scores[under]
                if under not in further or score > further[under]:
                    further[under], way[under] = score, upper
        reach = further
        ways.append(way)
    states = [max(reach, key=lambda state: reach[state])]
    for way in reversed(ways):
        states.append(way[states[-1]])
    return states[::-1]


def _shares(own: Sequence[Scores], steps: Sequence[Steps], first: Sequence[State]) -> list[Scores]:
    """Each state's share of all labellings, weighed by their scores, a line: the forward-backward algorithm."""
    ahead = [{state: own[0][state] for state in first}]
    for scores, step in zip(own[1:], steps, strict=True):
        terms: dict[State, list[float]] = {}
        for (upper, under), cost in step.items():
            if upper in ahead[-1]:
                terms.setdefault(under, []).append(ahead[-1][upper] + cost + scores[under])
        ahead.append({state: _log_sum(values) for state, values in terms.items()})
    behind = [dict.fromkeys(STATES, 0.0)]
    for scores, step in zip(reversed(own[1:]), reversed(steps), strict=True):
        terms = {}
        for (upper, under), cost in step.items():
            if under in behind[-1]:
                terms.setdefault(upper, []).append(behind[-1][under] + cost + scores[under])
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
