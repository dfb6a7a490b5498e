"""What is seen of a line beside its neighbours, by name: `beside_weights` says what each of these speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.reading.importing.decks import is_column
from broadsheet.reading.importing.folio import is_beat

if TYPE_CHECKING:
    from broadsheet.reading.importing.cues import Cues
    from broadsheet.reading.importing.runs import Runs
    from broadsheet.reading.importing.setting import Setting

_BRIEF, _LONG = 90, 260
"""Characters of the copy below a short line."""
_UNITS = tuple("年月日号號时時分点點元人个個万萬亿億%％米岁歲")
_HANGING = "，。、；：？！”’）》」』】,;:?!)%％"
_SURE = 3.0
"""How much of it there is of what never misleads, so that its weight is cheap."""
_ALIKE, _UNLIKE = 2, 6
"""Cells by which two short lines differ."""


def beside_cues(runs: Runs, at: int, setting: Setting) -> dict[str, float]:
    """What is seen of a line for what stands above and below it: names with how much there is of it, 0 to 1."""
    lines = runs.lines
    here = lines[at]
    above = lines[at - 1] if at else None
    below = lines[at + 1] if at + 1 < len(lines) else None
    seen: dict[str, float] = _kinds(runs, at, setting) | _set_in(runs, at)
    if above:
        seen |= (
            _above(above, here)
            | _joins(above, here, setting)
            | _lengths("above", above, here, runs.kinds[at - 1 : at + 1])
        )
    if below:
        seen |= _below(here, below) | _lengths("below", below, here, runs.kinds[at : at + 2])
    if runs.kinds[at] == "short":
        seen |= _short(runs, at)
    seen |= {"first of the page": at == 0, "second of the page": at == 1, "last of the page": below is None}
    return {name: float(value) for name, value in seen.items() if value}


def _kinds(runs: Runs, at: int, setting: Setting) -> dict[str, float]:
    """The kinds of the lines about it, and the white space between."""
    kinds = ("edge", *runs.kinds, "edge", "edge")
    above, here, below, further = kinds[at : at + 4]
    line = runs.lines[at].line
    gap = "wide gap" if line.blank > max(setting.gap, 1) else "gap" if line.blank else "no gap"
    under = runs.lines[at + 1].line.blank if at + 1 < len(runs.lines) else 1
    way = "gapped" if setting.gapped else "close" if setting.close else "mixed"
    names = (
        *(f"above {above}", f"below {below}", f"further {further}", f"{above}, {here}, {below}", f"{way}: {gap}"),
        *(f"{way}: {gap}, {'gap' if under else 'no gap'} below", f"{gap} after {above}", f"{way}: {gap} after {above}"),
    )
    return dict.fromkeys(names, 1.0)


def _set_in(runs: Runs, at: int) -> dict[str, float]:
    """How it is set in where paragraphs are."""
    by = runs.lines[at].line.indent - runs.copy_indent
    if runs.copy_indent < 2:
        return {}
    short = "short, " if runs.kinds[at] == "short" else ""
    place = "deeper" if by >= 2 else "flush" if by <= -2 else "as copy"
    return dict.fromkeys((f"set: {place}", f"set: {short}{place}"), 1.0)


def _above(above: Cues, here: Cues) -> dict[str, float]:
    return {
        f"above ends {above.ends or 'open'}": 1.0,
        "above closes": above.closes,
        "above numeral": above.numeral,
        "above closing": above.closing,
        "above credited": above.credited,
        "above label": bool(above.text) and (is_column(above.text) or is_beat(above.text)),
        "above of its level": bool(here.line.level) and here.line.level == above.line.level,
        "above of another level": here.line.level != above.line.level,
        "above larger": above.line.size > here.line.size,
        "above smaller": above.line.size < here.line.size,
        "above bold": above.line.bold and not here.line.bold,
    }


def _joins(above: Cues, here: Cues, setting: Setting) -> dict[str, float]:
    """What speaks for its going on from the line above it, or against it."""
    full = "full" if above.full else "broken" if setting.wrap else "whole"
    deep = here.line.indent >= 2
    latin = above.text[-1:].isascii() and here.text[:1].islower() and here.text[:1].isascii()
    return {
        f"join: {full}, {above.ends or 'open'}": 1.0,
        f"join: {full}, {above.ends or 'open'}, gap": here.line.blank > 0,
        "join: set in": setting.indented and deep,
        "join: flush": setting.indented and not deep,
        f"join: set in, {full}": setting.indented and deep,
        "join: deeper": not setting.indented and here.line.indent >= 2 + above.line.indent,
        "join: small letter": latin and above.ends != "full",
        "join: unit": _SURE * is_torn(above, here),
        "join: long": above.cells > 60 and not above.ends,
        "join: short": bool(setting.wrap) and above.cells < setting.wrap * 0.6,
        "join: items": here.listed or (here.figures >= 1 and above.figures >= 1),
        "join: broken": bool(setting.wrap),
    }


def is_torn(above: Cues, here: Cues) -> bool:
    """Whether a line can only go on from the one above: what it begins with never begins a text."""
    first = here.text[:1]
    return (above.text[-1:].isdigit() and first in _UNITS) or (bool(first) and first in _HANGING)


def _below(here: Cues, below: Cues) -> dict[str, float]:
    return {
        "below goes on": _SURE * is_torn(here, below),
        "below dateline": below.dateline,
        "below opens": below.opens,
        "below gap": below.line.blank > 0,
        "below numeral": below.numeral,
        "below with its sign": here.text[:1] == below.text[:1],
        "below deeper": below.line.indent >= here.line.indent + 2,
        "below smaller": below.line.size < here.line.size,
        "below of another level": here.line.level > 0 and below.line.level != here.line.level,
    }


def _lengths(name: str, other: Cues, here: Cues, kinds: tuple[str, ...]) -> dict[str, float]:
    """How long a short line's short neighbour is beside it."""
    if set(kinds) != {"short"}:
        return {}
    by = other.cells - here.cells
    return {
        f"{name} as long": abs(by) <= _ALIKE,
        f"{name} longer": by > _UNLIKE,
        f"{name} shorter": by < -_UNLIKE,
    }


def _short(runs: Runs, at: int) -> dict[str, float]:
    """What is counted about a short line, and what its words have to do with the copy."""
    here = runs.lines[at]
    first = runs.first_copy(at)
    between = runs.kinds[at + 1 : first] if first is not None else ()
    below, above = runs.topical(at, 1), runs.topical(at, -1)
    number = runs.sequence.get(at, 0)
    return {
        f"number {min(runs.up[at], 4)} of its run": 1.0,
        f"number {min(runs.down[at], 4)} from the end of its run": 1.0,
        f"copy below of {min(runs.texts_below[at], 4)} texts": 1.0,
        f"copy above of {min(runs.texts_above[at], 4)} texts": 1.0,
        "copy below is brief": runs.letters_below[at] < _BRIEF,
        "copy below is long": runs.letters_below[at] > _LONG,
        "copy below": first == at + 1,
        "copy below with a dateline": first is not None and runs.lines[first].dateline,
        "copy below signed at once": first is not None and runs.lines[first].closes,
        "no copy below": first is None,
        "byline before copy": "byline" in between,
        "spoken of below": below,
        "spoken of above": above,
        "rather below": max(below - above, 0.0),
        "rather above": max(above - below, 0.0),
        "new below": max(-here.cohesion, 0.0),
        "goes on below": max(here.cohesion, 0.0),
        "counts on": number > 1,
        "begins to count": number == 1,
        "sign of a series": at in runs.apart,
        "first short of the page": not any(kind == "short" for kind in runs.kinds[:at]),
    }
