"""Fit the weights of `decks` to the decks of the tests' pages, and write them to `deck_weights`.

`python tests/reading/importing/fit_decks.py`, with numpy and scipy at hand: a log-linear model over the partings of a
deck, its likelihood raised by L-BFGS.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import labelled_pages
import messy_pages
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from broadsheet.reading.importing import deck_weights
from broadsheet.reading.importing.deck_cues import join_cues, line_cues
from broadsheet.reading.importing.decks import Told, _part, _partings, _set_score, is_column, join_kind, told_of
from broadsheet.reading.importing.lines import Line
from broadsheet.reading.importing.parting import parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
PRICE = 2.0
WEIGHTS = {"own": 0.6, "none": 0.2, "all": 0.2}
"""How much a deck counts with the white space that it came with, with none, and with some between all its lines.

Many a page has blank lines between all of its texts, as it was copied: white space may not outweigh the words.
"""
OURS, APART = "labelled pages", "decks apart"
"""The pages whose every decision is tested; and `decks-apart/`, whose lines are alike in length and kind.

The words of decks apart teach, but how they are parted, and how often, is not as on pages.
"""
COUNTS = {OURS: 12.0, APART: 0.1}
"""How often each deck of a writer counts, where it is not once."""
_OF_PAGES = frozenset(
    {
        *("any", "white between", "longer", "unlike in length"),
        *("topical", "often said", "in the lead", "most in the lead"),
    }
)
"""The cues that speak of how often a page has what, and how its copy takes it up, more than of words."""
_LABEL = 8
"""Letters of a label above a headline."""
Key = tuple[str, ...]
Parts = tuple[int, int, int]


@dataclass(frozen=True)
class Example:
    """A deck with its truth: what speaks for each parting, by weight, and what is set by hand."""

    writer: str
    weight: float
    truth: Parts
    seen: dict[Parts, dict[Key, float]]
    given: dict[Parts, float]


def examples() -> Iterator[Example]:
    for writer, rows, copy in (*_of_lists(), *_of_labelled(), *_of_messy()):
        letters = "".join(letter for letter, _ in rows)
        truth = letters.count("K"), letters.count("H"), letters.count("S")
        if len(rows) < 2 or letters != "K" * truth[0] + "H" * truth[1] + "S" * truth[2]:
            continue
        lines = tuple(line for _, line in rows)
        if truth in (partings := list(_partings(len(lines)))):
            told = told_of(copy)
            for way, weight in WEIGHTS.items():
                anew = _set_anew(lines, way)
                seen = {parts: _seen(anew, parts, told, apart=writer == APART) for parts in partings}
                count = weight * COUNTS.get(writer, 1.0)
                yield Example(writer, count, truth, seen, {parts: _set_score(anew, parts) for parts in partings})


def _set_anew(lines: tuple[Line, ...], way: str) -> tuple[Line, ...]:
    """The lines with the white space of one of `WEIGHTS`."""
    if way == "own":
        return lines
    return tuple(replace(line, indent=0, blank=int(way == "all")) for line in lines)


def _seen(lines: tuple[Line, ...], parts: Parts, told: Told, *, apart: bool) -> dict[Key, float]:
    """What speaks for a parting. Of decks apart, what is of pages counts twice: for all decks, and for these alone.

    So the second weights, which are not written, take up what is not so elsewhere (Daumé, Frustratingly Easy Domain
    Adaptation, 2007).
    """
    found: dict[Key, float] = defaultdict(float)
    found["PARTS", *map(str, parts)] = 1.0
    for at in range(len(lines)):
        share = 1 / parts[1] if _part(at, parts) == 1 else 1.0
        for name, value in line_cues(lines, at, told.topics, told.lead).items():
            found["LINE", name, str(_part(at, parts))] += share * value
    for at, (upper, lower) in enumerate(pairwise(lines)):
        kind = join_kind(at, parts)
        if kind is not None:
            for name, value in join_cues(upper, lower).items():
                found["JOIN", name, str(kind)] += value
    if apart:
        found |= {("APART", *key): value for key, value in found.items() if key[0] == "PARTS" or key[1] in _OF_PAGES}
    return dict(found)


Deck = tuple[str, list[tuple[str, Line]], str]
"""Its writer, its lines with their letters, and the copy below it."""


def _of_lists() -> Iterator[Deck]:
    """The decks of `decks/` and `decks-apart/`: a line of K, H or S a line, and behind = what the story says."""
    for folder, writer in (("decks", ""), ("decks-apart", APART)):
        for path in sorted((HERE / folder).glob("*.txt")):
            for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
                rows = [(row[0], row[2:].replace("\u3000", " ").strip()) for row in block.strip().splitlines()]
                yield writer, [(letter, Line(text)) for letter, text in rows if letter != "="], rows[-1][1]


def _of_labelled() -> Iterator[Deck]:
    for folder in ("pages", "pages-aside"):
        for page in labelled_pages.pages(folder):
            deck: list[tuple[str, Line]] = []
            copy: list[str] = []
            for letter, text in (*page.rows, ("K", "")):
                if letter in "KHS" and copy:
                    yield OURS, deck, "\n".join(copy)
                    deck, copy = [], []
                if letter in "KHS":
                    deck.append((letter, Line(text)))
                elif letter in "PXV":
                    copy.append(text)


def _of_messy() -> Iterator[Deck]:
    for page in (page for folder in messy_pages.FITTED for page in messy_pages.messy_pages(folder)):
        lines = parted(page.read().copy.lines)
        texts = [messy_pages.bare(line.text) for line in lines]
        at = 0
        found: list[tuple[list[tuple[str, Line]], int, int]] = []
        for story in page.stories:
            rows = [
                (letter, text)
                for letter, name in (("K", "kicker"), ("H", "headline"), ("S", "subtitle"))
                for text in story[name]
            ]
            places = [
                next((n for n in range(at, len(texts)) if texts[n] == messy_pages.bare(text)), -1) for _, text in rows
            ]
            if rows and -1 not in places:
                over = places[0] - 1
                # What two desks would file differently above a headline is a kicker, as it is found.
                if (
                    over >= 0
                    and texts[over] in page.neutral
                    and len(texts[over]) <= _LABEL
                    and not is_column(lines[over].text)
                ):
                    rows.insert(0, ("K", lines[over].text))
                    places.insert(0, over)
                # What may be parted in two ways teaches nothing, but ends the copy above it.
                rows = [] if messy_pages.deck_key(story) in page.open else rows
                found.append(
                    ([(letter, lines[n]) for (letter, _), n in zip(rows, places, strict=False)], places[0], places[-1])
                )
                at = places[-1] + 1
        for number, (deck, _, end) in enumerate(found):
            until = found[number + 1][1] if number + 1 < len(found) else len(lines)
            yield page.writer, deck, "\n".join(line.text for line in lines[end + 1 : until])


def fitted(known: list[Example]) -> dict[Key, float]:
    """The weights under which the right partings are likeliest, less the price of their squares."""
    keys = {
        key: number
        for number, key in enumerate(sorted({key for row in known for seen in row.seen.values() for key in seen}))
    }
    parted = [(number, seen) for number, row in enumerate(known) for seen in row.seen.values()]
    cells = [(line, keys[key], value) for line, (_, values) in enumerate(parted) for key, value in values.items()]
    rows, columns, values = zip(*cells, strict=True)
    table = sparse.csr_matrix((values, (rows, columns)), (len(parted), len(keys)))
    deck = np.array([number for number, _ in parted])
    true = np.array([parts == row.truth for row in known for parts in row.seen])
    given = np.array([row.given[parts] for row in known for parts in row.seen])
    counts = np.array([row.weight for row in known])

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights + given
        raised = np.exp(scores)
        sums = np.bincount(deck, raised)
        slope = table.T @ ((raised / sums[deck] - true) * counts[deck])
        missed = counts @ np.log(sums) - counts[deck][true] @ scores[true]
        return missed + PRICE / 2 * weights @ weights, slope + PRICE * weights

    found = minimize(cost, np.zeros(len(keys)), jac=True, method="L-BFGS-B").x
    return {key: float(found[number]) for key, number in keys.items()}


def _shares(example: Example, weights: Mapping[Key, float]) -> dict[Parts, float]:
    scores = {
        parts: example.given[parts] + sum(weights.get(key, 0.0) * value for key, value in seen.items())
        for parts, seen in example.seen.items()
    }
    most = max(scores.values())
    raised = {parts: math.exp(score - most) for parts, score in scores.items()}
    return {parts: value / sum(raised.values()) for parts, value in raised.items()}


def right(known: list[Example], weights: Mapping[Key, float]) -> float:
    """How many decks are parted rightly, each counted by its weights."""
    return sum(row.weight for row in known if max(shares := _shares(row, weights), key=shares.__getitem__) == row.truth)


def table(name: str, weights: Mapping[Key, float]) -> str:
    cues = sorted({key[1] for key in weights if key[0] == name})
    rows = [
        f'    "{cue}": ({", ".join(f"{weights.get((name, cue, str(part)), 0.0):.2f}" for part in range(3))}),'
        for cue in cues
    ]
    return f"{name}: dict[str, tuple[float, float, float]] = {{\n" + "\n".join(rows) + "\n}\n"


def main() -> None:
    known = list(examples())
    for writer in sorted({row.writer for row in known} - {"", APART}):
        held = [row for row in known if row.writer == writer]
        found = right(held, fitted([row for row in known if row.writer != writer]))
        print(f"{writer}: {found / sum(row.weight for row in held):.3f} of its decks, held out")  # noqa: T201 - a command
    weights = fitted(known)
    path = Path(deck_weights.__file__)
    text = path.read_text(encoding="utf-8")
    head, line, join, parts = text.split("# ")
    made = [
        f"    ({', '.join(key[1:])}): {weight:.2f}," for key, weight in sorted(weights.items()) if key[0] == "PARTS"
    ]
    path.write_text(
        "# ".join(
            (
                head,
                line.partition("\n")[0] + "\n" + table("LINE", weights),
                join.partition("\n")[0] + "\n" + table("JOIN", weights),
                parts.partition("\n")[0]
                + "\nPARTS: dict[tuple[int, int, int], float] = {\n"
                + "\n".join(made)
                + "\n}\n",
            )
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
