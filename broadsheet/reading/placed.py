"""Front matter and settings as plain data, with the place of every key and value.

YAML is built from the parser's events, not by its loaders: scalars keep the text that was typed (`010`, `no`,
`12:30`), a key given twice is an error with both places, nesting is bounded and nothing recurses. JSON is read as the
YAML it is. TOML comes from the standard library, whose parser keeps no places: they are found again by key.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import yaml

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

Path = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 12
"""Levels of nesting that settings may have; edition.yaml needs five."""


@dataclass(slots=True)
class Placed:
    """Data as typed, and where: `values` has the place of each value by its path, `keys` that of each key.

    `data` holds dicts, lists, strings, and None for a key without a value.
    """

    file: str
    lines: list[str]
    data: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, message: str, place: Place, hint: str = "") -> None:
        """Add an error, with its line of source."""
        self.diagnostics.append(Diagnostic(code, message, place, hint, self.excerpt(place)))

    def excerpt(self, place: Place) -> str:
        """The line of source at a place."""
        return self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""

    def place(self, path: Path) -> Place:
        """Where the value at `path` is typed, or the nearest thing around it that has a place."""
        for end in range(len(path), -1, -1):
            found = self.values.get(path[:end]) or self.keys.get(path[:end])
            if found:
                return found
        return Place(self.file, 1 if self.lines else 0)


def read_yaml(text: str, file: str, whole: str, first_line: int = 1) -> Placed:
    """Data of a YAML (or JSON) text that begins on line `first_line` of the file whose text is `whole`."""
    placed = Placed(file, whole.split("\n"))
    try:
        _build(placed, text, first_line)
    except yaml.MarkedYAMLError as error:
        _report_yaml(placed, error, first_line)
        placed.data = None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        column = error.position - (text.rfind("\n", 0, error.position) + 1) + 1
        name = f"U+{ord(error.character):04X}" if isinstance(error.character, str) else f"byte {error.character!r}"
        placed.report("control-character", f"a control character, {name}", Place(file, line, column), "delete it")
        placed.data = None
    return placed


def read_toml(text: str, file: str, whole: str, first_line: int = 1) -> Placed:
    """Data of a TOML text, scalars turned back to text."""
    placed = Placed(file, whole.split("\n"))
    try:
        placed.data = _as_typed(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", str(error))
        line, column = (int(found[2]), int(found[3])) if found and found[2] else (text.count("\n"), 1)
        message = found[1] if found else str(error)
        place = Place(file, first_line + line - 1, column)
        placed.report("toml-syntax", message[0].lower() + message[1:], place, 'texts stand in quotes: title = "…"')
        return placed
    _find_toml_places(placed, text, first_line)
    return placed


def _build(placed: Placed, text: str, first_line: int) -> None:
    """Walk the parser's events with a stack of open containers: (container, path, key that waits for a value)."""
    stack: list[tuple[Any, Path, str | None]] = []
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            place = _place(placed.file, event, first_line, event.anchor)
            placed.report("yaml-alias", f'an anchor or alias, "{event.anchor}"', place, "write the value out, or put the text in quotes")
            placed.data = None
            return
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent):
            continue
        place = _place(placed.file, event, first_line)
        container = stack[-1][0] if stack else None
        if isinstance(container, dict) and stack[-1][2] is None:
            if not isinstance(event, yaml.ScalarEvent):
                placed.report("yaml-key", "a key must be a word", place, "put the text in quotes")
                placed.data = None
                return
            _open_key(placed, stack, event.value, place)
            continue
        value, path = _add(placed, stack, event)
        placed.values[path] = place
        if isinstance(value, dict | list):
            if len(stack) >= DEEPEST:
                placed.report("nesting-too-deep", f"more than {DEEPEST} levels of nesting", place, "write it flatter")
                placed.data = None
                return
            stack.append((value, path, None))


def _open_key(placed: Placed, stack: list[tuple[Any, Path, str | None]], key: str, place: Place) -> None:
    container, path, _ = stack[-1]
    first = placed.keys.get((*path, key))
    if first:
        hint = f"it stands on line {first.line} already; keep one"
        placed.report("duplicate-key", f'the key "{key}" is given twice', place, hint)
    else:
        placed.keys[(*path, key)] = place
        container[key] = None
    stack[-1] = (container, path, key)


def _add(placed: Placed, stack: list[tuple[Any, Path, str | None]], event: Any) -> tuple[Any, Path]:  # noqa: ANN401 - yaml's events are untyped
    value: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
    if isinstance(event, yaml.ScalarEvent):
        # A key with nothing behind it has no value; everything else is the text that was typed.
        value = None if event.value in {"", "~"} and event.style is None else event.value
    if not stack:
        placed.data = value
        return value, ()
    container, path, key = stack[-1]
    if isinstance(container, list):
        container.append(value)
        return value, (*path, len(container) - 1)
    container[key] = value
    stack[-1] = (container, path, None)
    return value, (*path, key or "")


def _place(file: str, event: Any, first_line: int, name: str = "") -> Place:  # noqa: ANN401 - yaml's events are untyped
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(file, first_line + start.line, start.column + 1, max(length, 1 + len(name) if name else 1))


def _report_yaml(placed: Placed, error: yaml.MarkedYAMLError, first_line: int) -> None:
    mark = error.problem_mark or error.context_mark
    line = first_line + (mark.line if mark else 0)
    full_width = _full_width_colon(placed, first_line, line)
    if full_width:
        placed.report("yaml-syntax", "a full-width colon after a key", full_width, "type a half-width colon and a space: “: ”")
        return
    problem = error.problem or "this is not YAML"
    place = Place(placed.file, line, (mark.column if mark else 0) + 1)
    placed.report("yaml-syntax", problem, place, _hint(problem, placed.excerpt(place)))


def _full_width_colon(placed: Placed, first_line: int, last_line: int) -> Place | None:
    for number in range(first_line, min(last_line, len(placed.lines)) + 1):
        found = re.match(r"\s*[\w-]+(：)", placed.lines[number - 1])
        if found:
            return Place(placed.file, number, found.start(1) + 1)
    return None


def _hint(problem: str, line: str) -> str:
    if "\t" in line:
        return "indent with spaces, not with a tab"
    if "mapping values are not allowed" in problem:
        return "a text with a colon in it stands in quotes"
    if "quoted scalar" in problem:
        return "a quotation mark is not closed"
    if "cannot start any token" in problem:
        return "a text that begins with this character stands in quotes"
    if "expected ',' or" in problem:
        return "a bracket is not closed; a text that begins with one stands in quotes"
    return 'a line reads "key: value"'


def _as_typed(value: Any) -> Any:  # noqa: ANN401 - TOML data is of any type
    if isinstance(value, dict):
        return {key: _as_typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_typed(item) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value if isinstance(value, str) else json.dumps(value)


def _find_toml_places(placed: Placed, text: str, first_line: int) -> None:
    table: Path = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), first_line):
        header = re.match(r"\s*\[(\[?)\s*([\w.-]+)\s*\]", line)
        if header:
            table = tuple(header[2].split("."))
            if header[1]:
                counts[header[2]] = counts.get(header[2], -1) + 1
                table = (*table, counts[header[2]])
            continue
        found = re.match(r"\s*([\w-]+|\"[^\"]+\")\s*=\s*(.*?)\s*$", line)
        if found:
            path = (*table, found[1].strip('"'))
            placed.keys.setdefault(path, Place(placed.file, number, found.start(1) + 1, len(found[1])))
            placed.values.setdefault(path, Place(placed.file, number, found.start(2) + 1, max(len(found[2]), 1)))
