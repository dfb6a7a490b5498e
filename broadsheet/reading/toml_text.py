"""TOML front matter as plain data; the standard library's parser keeps no places: they are found again by key."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from broadsheet.model.place import Place
from broadsheet.reading.placed import DEEPEST, Path, Placed

_KEY = re.compile(r"\s*([\w-]+|\"[^\"]+\")\s*=\s*(.*?)\s*$")
_TABLE = re.compile(r"\s*\[(\[?)\s*([\w.-]+)\s*\]")
_WHERE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)\Z", re.DOTALL)


def read_toml(text: str, file: str, whole: str, first_line: int = 1) -> Placed:
    """Data of a TOML text that begins on line `first_line` of the file whose text is `whole`, scalars as typed text."""
    placed = Placed(file, whole.split("\n"))
    try:
        data = _as_typed(tomllib.loads(text, parse_float=str), 0)
    except tomllib.TOMLDecodeError as error:
        _report(placed, text, str(error), first_line)
        return placed
    except RecursionError:
        message = f"more than {DEEPEST} levels of nesting"
        placed.report("nesting-too-deep", message, _deepest(placed, text, first_line), "write it flatter")
        return placed
    placed.data = data
    _find_places(placed, text, first_line)
    return placed


def _as_typed(value: Any, level: int) -> Any:  # noqa: ANN401 - TOML data is of any type
    """The data with every scalar as text. Raises RecursionError past the deepest level, as the parser itself does."""
    if level > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _as_typed(item, level + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_typed(item, level + 1) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value if isinstance(value, str) else json.dumps(value)


def _deepest(placed: Placed, text: str, first_line: int) -> Place:
    lines = text.split("\n")
    row = max(range(len(lines)), key=lambda number: lines[number].count("["))
    return Place(placed.file, first_line + row, lines[row].find("[") + 1)


def _report(placed: Placed, text: str, problem: str, first_line: int) -> None:
    found = _WHERE.match(problem)
    said = found[1] if found else problem
    lines = text.rstrip().split("\n")
    row, column = (int(found[2]) - 1, int(found[3])) if found and found[2] else (len(lines) - 1, len(lines[-1]) + 1)
    line = lines[row] if row < len(lines) else ""
    place = Place(placed.file, first_line + row, column)
    key = _KEY.match(line)
    if "overwrite a value" in said and key:
        _report_twice(placed, lines, row, key, first_line)
    elif "illegal character '\\n'" in said.lower():
        quote = max(line.rfind('"'), line.rfind("'"))
        opened = Place(placed.file, first_line + row, quote + 1)
        placed.report("toml-syntax", "a quotation mark that is not closed", opened, "close it at the end of the text")
    elif not (found and found[2]) or row >= len(lines):
        last = Place(placed.file, first_line + len(lines) - 1, len(lines[-1]) + 1)
        hint = "a bracket or a quotation mark is not closed"
        placed.report("toml-syntax", "the front matter ends in the middle of a value", last, hint)
    else:
        quotes = said.startswith("Invalid value")
        hint = 'texts stand in quotes: title = "…"' if quotes else 'a line reads “key = "value"”'
        placed.report("toml-syntax", f"this is not TOML: {said[:1].lower()}{said[1:]}", place, hint)


def _report_twice(placed: Placed, lines: list[str], row: int, key: re.Match[str], first_line: int) -> None:
    before = [_KEY.match(line) for line in lines[:row]]
    first = next((n for n, found in enumerate(before) if found and found[1] == key[1]), row)
    place = Place(placed.file, first_line + row, key.start(1) + 1, len(key[1]))
    hint = f"it stands on line {first_line + first} already; keep one"
    placed.report("duplicate-key", f'the key "{key[1]}" is given twice', place, hint)


def _find_places(placed: Placed, text: str, first_line: int) -> None:
    table: Path = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), first_line):
        header = _TABLE.match(line)
        if header:
            table = tuple(header[2].split("."))
            if header[1]:
                counts[header[2]] = counts.get(header[2], -1) + 1
                table = (*table, counts[header[2]])
            continue
        found = _KEY.match(line)
        if found:
            path = (*table, found[1].strip('"'))
            placed.keys.setdefault(path, Place(placed.file, number, found.start(1) + 1, len(found[1])))
            placed.values.setdefault(path, Place(placed.file, number, found.start(2) + 1, max(len(found[2]), 1)))
