"""What each line of the tests' pages may be, as `fit_lines` wants it, and the pages set in other ways.

A page's truth names headlines, bylines, crossheads, captions and credits; a line that is none of these is copy, verse
or contacts, and which of them is not said. So each line has all the states that agree with its truth.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import labelled_pages
import messy_pages
from messy_pages import bare

from broadsheet.reading.importing.grammar import HEADS, STATES, State
from broadsheet.reading.importing.plain import plain_copy
from broadsheet.reading.importing.sighting import Sighted, sighted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.reading.importing.cues import Cues

May = frozenset[State]
ALL: May = frozenset(STATES)
NAMED = ("captions", "credits")
WEIGHTS = {"messy": 1.0, "reset": 0.35, "labelled": 1.5, "labelled and broken": 0.3}
"""How much an example counts: there are several of one page."""


@dataclass(frozen=True)
class Example:
    """A page's lines, and for each the states that are right."""

    name: str
    weight: float
    page: Sighted
    may: tuple[May, ...]


def may_be(*labels: str, on: bool | None = None) -> May:
    """The states with one of these labels; `on` says whether they go on from the line above."""
    return frozenset(state for state in STATES if state[0] in labels and on in {None, state[1]})


NEUTRAL = may_be("H1", "X", "P", on=False)
_BESIDE = 26
"""Letters that may stand beside a name in a byline: what its bearer is, and for whom."""
_VERSE = 30
"""Cells of a line of verse."""


def examples(folder: str) -> Iterator[Example]:
    """The pages of a folder, each as it came and, where it is plain text with whole paragraphs, in three more ways."""
    for page in messy_pages.messy_pages(folder):
        seen = sighted(page.read().copy)
        may = truth_of(page, seen)
        yield Example(page.name, WEIGHTS["messy"], seen, may)
        if page.file.endswith(".txt") and not seen.setting.wrap:
            yield from (_reset(page, seen, may, way) for way in ("turned", "broken", "gapped"))


def labelled_examples() -> Iterator[Example]:
    """The pages whose lines are labelled, in all their ways."""
    for folder in ("pages", "pages-aside"):
        for labels in labelled_pages.pages(folder):
            for way, text in labelled_pages.variants(labels):
                seen = sighted(plain_copy(text))
                weight = WEIGHTS["labelled and broken" if "," in way else "labelled"]
                yield Example(f"{labels.name}, {way}", weight, seen, _by_letters(labels.rows, seen))


def truth_of(page: messy_pages.Messy, seen: Sighted) -> tuple[May, ...]:
    """What each line may be, after the page's truth."""
    texts = [bare(cues.text) for cues in seen.cues]
    may: dict[int, May] = {}
    at = 0
    begun: list[tuple[int, int]] = []
    for number, story in enumerate(page.stories):
        rows = [bare(text) for name in ("kicker", "headline", "subtitle") for text in story[name]]
        rows = [row for row in rows if row and row not in page.neutral]
        start, end = _deck(rows, texts, at, page.neutral)
        if start < end:
            begun.append((start, number))
            may |= _heads(rows, texts, range(start, end), page.neutral)
            at = end
    for line, cues in enumerate(seen.cues):
        number = max((story for start, story in begun if start <= line), default=0)
        beside = page.stories[max(number - 1, 0) : number + 2]
        if texts[line] and texts[line] in page.neutral:
            may[line] = _neutral(cues, seen, within=line in may)
            if line + 1 in may and may[line + 1] == may_be("H1", on=False):
                may[line + 1] = may_be("H1", "H2", on=False)
        elif line not in may:
            may[line] = _named(texts, line, seen, beside)
    return tuple(may_be("C", on=False) if cues.line.picture else may[line] for line, cues in enumerate(seen.cues))


def _deck(rows: Sequence[str], texts: Sequence[str], at: int, neutral: frozenset[str]) -> tuple[int, int]:
    """The lines of a headline: those that together are its rows, from line `at` on; an empty range for none."""
    key = "".join(rows)
    for start in range(at, len(texts) if key else at):
        if not texts[start] or not key.startswith(texts[start]) or len(texts[start]) < min(len(rows[0]), 4):
            continue
        said, end = texts[start], start + 1
        while said != key and end < len(texts) and (texts[end] in neutral or key.startswith(said + texts[end])):
            said += "" if texts[end] in neutral else texts[end]
            end += 1
        if said == key:
            return start, end
    # Its parts may stand in another order.
    start = next((line for line in range(at, len(texts)) if texts[line] in rows), len(texts))
    end = start
    while end < len(texts) and texts[end] in rows:
        end += 1
    return start, end


def _heads(rows: Sequence[str], texts: Sequence[str], lines: range, neutral: frozenset[str]) -> dict[int, May]:
    starts = {0, *accumulate(len(row) for row in rows)}
    found: dict[int, May] = {}
    said = 0
    for line in lines:
        if said == 0:
            found[line] = may_be("H1", on=False)
        else:
            found[line] = may_be(*HEADS[1:], on=False) if said in starts else may_be(*HEADS, on=True)
        said += 0 if texts[line] in neutral else len(texts[line])
    return found


def _neutral(cues: Cues, seen: Sighted, *, within: bool) -> May:
    may = NEUTRAL | (may_be(*HEADS) if within else frozenset())
    may |= may_be("C") if cues.credit >= 3 else frozenset()
    may |= may_be("B", "E") if cues.byline or cues.name else frozenset()
    return may | (may_be("P") if seen.setting.wrap or len(cues.text) > 20 else frozenset())


def _named(texts: Sequence[str], line: int, seen: Sighted, stories: Sequence[dict[str, list[str]]]) -> May:
    """What a line below a headline may be, by the words that the truth has of its story and those beside it."""
    text, cues = texts[line], seen.cues[line]
    words = {
        name: [bare(words) for story in stories for words in story[name] if bare(words)]
        for name in ("byline", "crossheads", *NAMED)
    }
    shown = [caption + credit for caption in words["captions"] for credit in words["credits"]]
    shown += [*words["captions"], *words["credits"]]
    above, within = texts[line - 1] if line else "", cues.opens or cues.closes
    run = "".join(texts[line : line + 3])
    brief = len(cues.text) < 40
    copy = frozenset[State]() if not within else may_be("P")
    rules = (
        (text in words["crossheads"] or above + text in words["crossheads"], may_be("X")),
        (
            brief and any(row.startswith(text) and run.startswith(row) for row in words["crossheads"]),
            may_be("X", on=False),
        ),
        (
            any(text == row or (brief and len(text) > 1 and text in row) for row in words["byline"]),
            may_be("B", "E") | copy,
        ),
        (
            not cues.opens
            and any(len(row) > 1 and row in text and len(text) <= len(row) + _BESIDE for row in words["byline"]),
            may_be("B", "E", "C") | copy,
        ),
        (text in shown or any(len(text) >= 4 and text in row for row in shown), may_be("C")),
        (
            len(cues.text) < 140 and any(len(row) >= 4 and row in text for row in shown),
            may_be("C", "P") if len(cues.text) > 60 else may_be("C"),
        ),
    )
    return next((may for holds, may in rules if text and holds), _copy(seen, line))


def _copy(seen: Sighted, line: int) -> May:
    """What a line may be that the truth does not name; where nothing broke the one above, it does not go on."""
    upper = seen.cues[line - 1] if line else None
    broken = upper is not None and (upper.ends == "soft" or (not upper.ends and upper.cells > 40))
    here = seen.cues[line]
    verse = [_is_verse(cues) for cues in (*seen.cues[max(line - 1, 0) : line], *seen.cues[line + 1 : line + 2])]
    if _is_verse(here) and any(verse):
        return may_be("V")
    labels = ("P", "T") if here.contact > 0 else ("P",)
    free = bool(seen.setting.wrap) or broken or here.text[:1].islower()
    return may_be(*labels) if free else may_be(*labels, on=False)


def _is_verse(cues: Cues) -> bool:
    """Whether a line of copy looks like one of verse, if one beside it does, too."""
    alone = not (cues.byline or cues.name or cues.credit or cues.listed or cues.figures or cues.contact > 0)
    return alone and cues.cells <= _VERSE and cues.ends in {"", "soft"} and not re.search(r"\d| ", cues.text)


def _reset(page: messy_pages.Messy, seen: Sighted, may: Sequence[May], way: str) -> Example:
    """A page set anew: `broken` at a width, `gapped` between its lines, `turned` to close or gapped."""
    chance, wrap = random.Random(f"{page.name}{way == 'broken'}"), way == "broken"
    lines = page.read().copy.lines
    begun = [cues.line.number for cues, states in zip(seen.cues, may, strict=True) if states == may_be("H1", on=False)]
    if way == "turned" and begun:
        # A page may be one story, or the last of several.
        place = chance.randrange(len(begun))
        until = [*begun, lines[-1].number + 1][place + 1] if chance.random() < 0.5 else lines[-1].number + 1
        lines = [line for line in lines if begun[place] <= line.number < until]
    width = chance.choice((28, 32, 36, 40, 44, 52) if seen.setting.han else (40, 56, 70))
    gaps = (
        chance.choice(("kept", "none", "all"))
        if wrap
        else "none"
        if way == "turned" and any(line.blank for line in lines[1:])
        else "all"
    )
    indents = chance.choice((True, False))
    out: list[str] = []
    came: dict[int, tuple[int, int]] = {}
    for line in lines:
        out += [""] * {"kept": line.blank, "none": 0, "all": 1}[gaps]
        copy = len(line.text) > 20 and any(sign in line.text for sign in "。，,.")
        first = "\u3000\u3000" if (indents and copy) or (not indents and line.indent >= 2 and not wrap) else ""
        pieces = labelled_pages.broken(first + line.text, width) if wrap else _torn(first + line.text, chance)
        for piece, text in enumerate(pieces):
            out += [""] * (1 if piece and gaps == "all" and not wrap else 0)
            out.append(text)
            came[len(out)] = (line.number, piece)
    anew = sighted(plain_copy("\n".join(out) + "\n"))
    known = {cues.line.number: states for cues, states in zip(seen.cues, may, strict=True)}
    states = []
    above = 0, 0
    for cues in anew.cues:
        number, piece = came[cues.line.number]
        right = known.get(number, ALL)
        labels = {state[0] for state in right}
        if piece and (number, piece - 1) == above:
            right = may_be(*(HEADS if labels & {*HEADS} else labels), on=True)
        elif not piece:
            right = frozenset(state for state in right if not state[1]) or right
        above = number, piece
        states.append(right if number in known else ALL)
    return Example(f"{page.name}, {way}", WEIGHTS["reset"], anew, tuple(states))


def _torn(text: str, chance: random.Random) -> list[str]:
    """A paragraph as it is, or, one in five, torn in two somewhere."""
    if len(text) < 60 or chance.random() > 0.2:
        return [text]
    at = chance.randint(5, len(text) - 5)
    return [text[:at], text[at:]]


def _by_letters(rows: Sequence[tuple[str, str]], seen: Sighted) -> tuple[May, ...]:
    """What each line may be, by the letters of the lines that the page was made of."""
    texts = [(letter, bare(text)) for letter, text in rows if letter != "."]
    found: list[May] = []
    place, said = 0, ""
    deck = False
    for line, cues in enumerate(seen.cues):
        text = bare(cues.text)
        while place < len(texts) and not texts[place][1].startswith(said + text):
            place, said = place + 1, ""
        if place == len(texts):
            # It is not there as it came: a byline that was mended, say.
            place, said = 0, ""
            found.append(ALL)
            continue
        letter, whole = texts[place]
        on = bool(said)
        said += text
        if said == whole:
            place, said = place + 1, ""
        found.append(_of_letter(letter, on=on, deck=deck and line not in seen.breaks))
        deck = letter in "KHS"
    return tuple(found)


def _of_letter(letter: str, *, on: bool, deck: bool) -> May:
    if letter in "KHS":
        return may_be(*HEADS, on=True) if on else may_be(*(HEADS[1:] if deck else HEADS[:1]), on=False)
    if letter in "BE":
        return may_be("B", "E", on=on)
    return ALL if letter == "J" else may_be(letter, on=None if letter == "V" else on)
