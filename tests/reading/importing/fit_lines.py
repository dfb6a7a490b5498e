"""Fit the weights by which `weighing` labels lines, and write them to `line_weights`, `beside_weights`, `step_weights`.

`OPENBLAS_NUM_THREADS=1 python tests/reading/importing/fit_lines.py`, with numpy and scipy at hand, takes a minute: the
likelihood of a conditional random field, raised by L-BFGS, a weight's square as its price. Where several states of a
line are right, their likelihoods are summed. On one thread the sums, and so the weights, are the same every time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from line_truths import Example, examples, labelled_examples
from messy_pages import FITTED
from scipy import sparse
from scipy.optimize import minimize

from broadsheet.reading.importing import beside_weights, line_weights, step_weights, transitions
from broadsheet.reading.importing.beside_cues import beside_cues
from broadsheet.reading.importing.grammar import EMISSIONS, STATES, emission, starts, steps
from broadsheet.reading.importing.line_cues import line_cues
from broadsheet.reading.importing.runs import runs_of
from broadsheet.reading.importing.transitions import CONTEXTS, step_name
from broadsheet.reading.importing.weighing import price, unlikely

if TYPE_CHECKING:
    from collections.abc import Sequence

PRICE, STEP_PRICE, ROUNDS = 0.4, 0.1, 150
RARE = 12
"""A cue that fewer lines have gets no weight."""
FINE = 10
"""Weights are written in tenths."""
LEAST = 0.55
"""A cue none of whose weights is larger is left out."""
_AT = {state: number for number, state in enumerate(STATES)}
_COLUMN = np.array([EMISSIONS.index(emission(state)) for state in STATES])
_NAMES = sorted({step_name(*pair) for pair in steps(signs=False)})
_OF_STEP = np.full((len(STATES), len(STATES)), -1)
_LEGAL = np.zeros((2, len(STATES), len(STATES)))
for _signs in (False, True):
    for _upper, _under in steps(signs=_signs):
        _OF_STEP[_AT[_upper], _AT[_under]] = _NAMES.index(step_name(_upper, _under))
        _LEGAL[int(_signs), _AT[_upper], _AT[_under]] = 1.0


@dataclass(frozen=True)
class Seen:
    """An example with its cues by name, those of the line itself and those of its neighbours."""

    name: str
    weight: float
    own: list[dict[str, float]]
    beside: list[dict[str, float]]
    between: list[tuple[tuple[bool, ...], bool]]
    may: np.ndarray
    first: np.ndarray
    odds: np.ndarray


def seen_of(example: Example) -> Seen:
    page = example.page
    runs = runs_of(page.cues)
    signs = [cues.opens or cues.closes for cues in page.cues]
    may = np.array([[float(state in states) for state in STATES] for states in example.may])
    return Seen(
        example.name,
        example.weight,
        [line_cues(cues, page.setting) for cues in page.cues],
        [beside_cues(runs, at, page.setting) for at in range(len(page.cues))],
        list(zip(transitions.between(runs, page.breaks), signs[1:], strict=True)),
        may,
        np.array([float(state in starts(signs=signs[0])) for state in STATES]),
        np.array(
            [
                [np.exp(-price(cues)) if state in doubtful else 1.0 for state in STATES]
                for cues, doubtful in ((cues, unlikely(runs, at, page.setting)) for at, cues in enumerate(page.cues))
            ]
        ),
    )


def _doubts(seen: tuple[bool, ...]) -> np.ndarray:
    return np.exp([[transitions.doubt(upper, under, seen) for under in STATES] for upper in STATES])


class Likelihood:
    """Of the right labels of all pages, and its slope, for weights in one row."""

    def __init__(self, known: Sequence[Seen]) -> None:
        self.known = sorted(known, key=lambda page: -len(page.own))
        counts = Counter(name for page in known if "," not in page.name for row in page.own for name in row)
        counts += Counter(name for page in known if "," not in page.name for row in page.beside for name in row)
        self.names = sorted(name for name, count in counts.items() if count >= RARE)
        places = {name: number for number, name in enumerate(self.names)}
        rows, columns, values = [], [], []
        self.lengths = np.array([len(page.own) for page in self.known])
        self.line = np.concatenate([[0], np.cumsum(self.lengths)])
        for start, page in zip(self.line, self.known, strict=False):
            for at, cues in enumerate(zip(page.own, page.beside, strict=True), start):
                for name, value in (cues[0] | cues[1]).items():
                    if name in places:
                        rows.append(at)
                        columns.append(places[name])
                        values.append(value)
        self.seen = sparse.csr_matrix((values, (rows, columns)), (self.line[-1], len(self.names)))
        kinds = {kind: number for number, kind in enumerate({kind for page in self.known for kind in page.between})}
        self.kinds = list(kinds)
        size = len(self.known), max(self.lengths)
        self.kind = np.zeros(size, int)
        self.may, self.odds = np.ones((2, *size, len(STATES)))
        for number, page in enumerate(self.known):
            self.kind[number, 1 : len(page.own)] = [kinds[kind] for kind in page.between]
            self.may[number, : len(page.own)] = page.may
            self.odds[number, : len(page.own)] = page.odds
        self.first = np.array([page.first for page in self.known])
        self.weight = np.array([page.weight for page in self.known])
        self.size = len(self.names) * len(EMISSIONS), len(CONTEXTS) * len(_NAMES)

    def parted(self, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The weights of cues, a row each, and of steps, a row each context."""
        return (
            weights[: self.size[0]].reshape(len(self.names), len(EMISSIONS)),
            weights[self.size[0] :].reshape(len(CONTEXTS), len(_NAMES)),
        )

    def __call__(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        cues, between = self.parted(weights)
        scores = np.asarray(self.seen @ cues)[:, _COLUMN]
        raised = np.exp(np.clip(scores - scores.max(1, keepdims=True), -40, 0))
        own = np.zeros_like(self.may)
        for number, length in enumerate(self.lengths):
            own[number, :length] = raised[self.line[number] : self.line[number] + length]
        own *= self.odds
        step = np.array(
            [
                _LEGAL[int(signs)] * _doubts(kind) * np.exp(np.clip(np.array(kind, float) @ between, -25, 25))[_OF_STEP]
                for kind, signs in self.kinds
            ]
        )
        right, slope, step_slope = self._passes(own * self.may, step)
        every, slope_of_all, step_slope_of_all = self._passes(own, step)
        difference = slope - slope_of_all
        rows = np.concatenate([difference[number, :length] for number, length in enumerate(self.lengths)])
        by_column = np.stack([rows[:, column == _COLUMN].sum(1) for column in range(len(EMISSIONS))], 1)
        by_context = np.zeros_like(between)
        for (kind, _), of_kind in zip(self.kinds, step_slope - step_slope_of_all, strict=True):
            of_steps = np.bincount(_OF_STEP[_OF_STEP >= 0], of_kind[_OF_STEP >= 0], len(_NAMES))
            by_context += np.outer(np.array(kind, float), of_steps)
        price = np.repeat([PRICE, STEP_PRICE], self.size)
        found = np.concatenate([np.asarray(self.seen.T @ by_column).ravel(), by_context.ravel()])
        return (price * weights**2).sum() / 2 - (right - every), price * weights - found

    def _passes(self, own: np.ndarray, step: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """The forward-backward algorithm over all pages at once: likelihood, shares of states, shares of steps."""
        pages, length, states = own.shape
        ahead, behind, scale = np.zeros_like(own), np.zeros_like(own), np.ones((pages, length))
        row = self.first * own[:, 0]
        for at in range(length):
            count = int((self.lengths > at).sum())
            if at:
                row = _stepped(ahead[:count, at - 1], step, self.kind[:count, at]) * own[:count, at]
            scale[:count, at] = row.sum(1) + 1e-300
            ahead[:count, at] = row / scale[:count, at, None]
        behind[np.arange(pages), self.lengths - 1] = 1.0
        for at in range(length - 2, -1, -1):
            count = int((self.lengths > at + 1).sum())
            lower = own[:count, at + 1] * behind[:count, at + 1] / scale[:count, at + 1, None]
            behind[:count, at] = _stepped(lower, step.transpose(0, 2, 1), self.kind[:count, at + 1])
        shares = ahead * behind * self.weight[:, None, None]
        upper = (ahead[:, :-1] * self.weight[:, None, None]).reshape(-1, states)
        lower = (own * behind / scale[..., None])[:, 1:].reshape(-1, states)
        kind = np.where(np.arange(1, length) < self.lengths[:, None], self.kind[:, 1:], -1).ravel()
        of_steps = np.array(
            [upper[kind == number].T @ lower[kind == number] * step[number] for number in range(len(step))]
        )
        return float(self.weight @ np.log(scale).sum(1)), shares, of_steps


def _stepped(rows: np.ndarray, step: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """Each row taken through the step of its kind; pages of one kind together, which saves a copy of it for each."""
    found = np.empty_like(rows)
    for kind in np.unique(kinds):
        found[kinds == kind] = rows[kinds == kind] @ step[kind]
    return found


def tables(known: Sequence[Seen]) -> dict[str, dict[str, tuple[float, ...]]]:
    """The weights, by the name of their table."""
    likelihood = Likelihood(known)
    found = minimize(
        likelihood, np.zeros(sum(likelihood.size)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}
    )
    cues, between = likelihood.parted(np.round(found.x * FINE) / FINE)
    own = {name for page in known for row in page.own for name in row}
    rows = {
        name: tuple(map(float, row)) for name, row in zip(likelihood.names, cues, strict=True) if abs(row).max() > LEAST
    }
    return {
        "LINE": {name: row for name, row in rows.items() if name in own},
        "BESIDE": {name: row for name, row in rows.items() if name not in own},
        "STEPS": {name: tuple(map(float, row)) for name, row in zip(_NAMES, between.T, strict=True)},
    }


def written(file: str, table: dict[str, tuple[float, ...]]) -> None:
    """Write a table between the quotation marks of its module."""
    path = Path(file)
    head, _, rest = path.read_text(encoding="utf-8").partition('"""\\\n')
    rows = [f"{name:44}" + "".join(f"{round(value * FINE):>4}" for value in row) for name, row in table.items()]
    path.write_text(head + '"""\\\n' + "\n".join(rows) + '\n"""' + rest.partition('"""')[2], encoding="utf-8")


def main() -> None:
    pages = (example for folder in FITTED for example in examples(folder))
    known = [seen_of(example) for example in (*pages, *labelled_examples())]
    found = tables(known)
    written(line_weights.__file__, found["LINE"])
    written(beside_weights.__file__, found["BESIDE"])
    written(step_weights.__file__, found["STEPS"])


if __name__ == "__main__":
    main()
