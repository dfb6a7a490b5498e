"""Diagnostics as people, tools and pull requests read them."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Severity
from broadsheet.model.text_width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.publishing.progress import Spent
    from broadsheet.publishing.stage import Published

WIDEST = 100
"""Half-widths of source that an excerpt shows; of a longer line, the part around the fault."""
LONGEST = 300
"""Characters of a message or a hint: enough for any but one that repeats what was typed by accident."""


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Each diagnostic with its line of source, the stretch underlined, and the hint behind it; then the count."""
    blocks = [_block(diagnostic) for diagnostic in diagnostics]
    return "".join(f"{block}\n" for block in blocks)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list of objects: severity, code, message, hint, file, line, column, length, mend.

    `mend` is what belongs in place of the stretch, null where that is not certain.
    """
    rows = [
        {
            "severity": diagnostic.severity.value,
            "code": diagnostic.code,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "file": diagnostic.place.file,
            "line": diagnostic.place.line,
            "column": diagnostic.place.column,
            "length": diagnostic.place.length,
            "mend": diagnostic.mend,
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """GitHub's workflow commands, which annotate the lines of a pull request."""
    rows = []
    for diagnostic in diagnostics:
        place = diagnostic.place
        where = f"file={_property(place.file)}"
        if place.line:
            where += f",line={place.line}"
        if place.column:
            where += f",col={place.column},endColumn={place.column + place.length}"
        text = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
        rows.append(f"::{diagnostic.severity.value} {where},title={_property(diagnostic.code)}::{_data(text)}\n")
    return "".join(rows)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, "" for none."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [f"{found[s]} {s.value}{'s' if found[s] > 1 else ''}" for s in Severity if found[s]]
    return ", ".join(parts)


def summary(folder: str, published: Published, spent: Spent) -> str:
    """What a build did and took; stages of less than 0.1 s are left out.

    `public/: 168 made, 0 kept, 3 removed, 4.1 s (read 0.3, editions 3.6), 90 MB at the peak`
    """
    files = f"{published.made:,} made, {published.kept:,} kept, {published.removed:,} removed"
    stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in spent.stages.items() if seconds >= 0.1)
    time = f"{spent.seconds:.1f} s" + (f" ({stages})" if stages else "")
    memory = f", {spent.memory / 1e6:,.0f} MB at the peak" if spent.memory else ""
    return f"{folder}/: {files}, {time}{memory}"


FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def _block(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    where = ":".join([place.file, *(str(n) for n in (place.line, place.column) if n)])
    head = f"{where}: {diagnostic.severity.value}[{diagnostic.code}]: {_short(diagnostic.message)}"
    hint = _short(diagnostic.hint)
    if not (diagnostic.excerpt.strip() and place.line):
        return f"{head}\n  {hint}" if hint else head
    line, at = _window(_shown(diagnostic.excerpt), max(place.column, 1) - 1)
    number = str(place.line)
    margin = " " * (len(number) + 3)
    length = max(1, min(place.length, len(line) - at))
    under = f"{' ' * columns(line[:at])}{'^' * max(1, columns(line[at : at + length]))}" if place.column else ""
    rows = [head, f"  {number} | {line}"]
    if under or hint:
        rows.append(f"{margin}| {under}{' ' if under and hint else ''}{hint}".rstrip())
    return "\n".join(rows)


def _window(line: str, at: int) -> tuple[str, int]:
    """The part of a long line around character `at`, and where that character is in it."""
    line = line.rstrip()
    if columns(line) <= WIDEST:
        return line, at
    start = max(0, at - WIDEST // 4)
    lead = "…" if start else ""
    end = start
    room = WIDEST - 2
    while end < len(line) and room > 0:
        room -= columns(line[end])
        end += 1
    return lead + line[start:end] + ("…" if end < len(line) else ""), at - start + len(lead)


def _short(text: str) -> str:
    return _shown(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def _shown(text: str) -> str:
    """Text that does nothing to a terminal: tabs as a space, control characters as a replacement character."""
    return "".join(" " if c == "\t" else "\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
