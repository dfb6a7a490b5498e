"""Front matter and settings as plain data, with the place of every key and value.

YAML is built from the parser's events, not by its loaders: scalars keep the text that was typed (`010`, `no`,
`12:30`), a key given twice is an error with both places, nesting is bounded and nothing recurses. JSON is read as the
YAML that it nearly is. TOML is in toml_text.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.reading.plain_yaml import read_plain_yaml
from broadsheet.reading.yaml_fault import Fault, fault_of, in_quotes, swallowed_line

Path = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 12
"""Levels of nesting that settings may have; edition.yaml needs five."""
CONTROL = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no text of a newspaper holds: controls, lone surrogates, a byte order mark inside, noncharacters."""
MOST_CONTROLS = 10
_ODD_LINE_END = str.maketrans("\x85\u2028\u2029", "   ")
_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


@dataclass(slots=True)
class Placed:
    """Data as typed, and where: `values` has the place of each value by its path, `keys` that of each key.

    `data` holds dicts, lists, strings, and None for a key without a value; `nothing` is what stands for none.
    """

    file: str
    lines: list[str]
    data: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    nothing: frozenset[str] = frozenset({"", "~"})

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


def read_yaml(text: str, file: str, whole: str, first_line: int = 1, *, json: bool = False) -> Placed:
    """Data of a YAML text that begins on line `first_line` of the file whose text is `whole`; never raises.

    A `json` text differs in two things: `null` is no value, and a character may be escaped as a pair of surrogates.
    """
    placed = Placed(file, whole.split("\n"), nothing=frozenset({"", "~", "null"} if json else {"", "~"}))
    if not json and read_plain_yaml(placed, text, first_line):
        return placed
    # Only a newline ends a line here, as it does on an editor's screen.
    text = text.translate(_ODD_LINE_END)
    for found in islice(CONTROL.finditer(text), MOST_CONTROLS):
        row = text.count("\n", 0, found.start())
        place = Place(file, first_line + row, found.start() - text.rfind("\n", 0, found.start()))
        placed.report("control-character", f"a control character, U+{ord(found[0]):04X}", place, "delete it")
    if placed.diagnostics:
        return placed
    if json:
        text = _PAIR.sub(lambda pair: bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be"), text)
    try:
        _build(placed, text, first_line)
    except yaml.MarkedYAMLError as error:
        # A line that was told already may be why the parser stopped.
        if not placed.diagnostics:
            _report_fault(placed, "yaml-syntax", fault_of(error, text.split("\n")), first_line)
    if placed.diagnostics:
        placed.data = None
    return placed


def _build(placed: Placed, text: str, first_line: int) -> None:
    """Walk the parser's events with a stack of open containers: (container, path, key that waits for a value)."""
    stack: list[tuple[Any, Path, str | None]] = []
    lines = text.split("\n")
    documents = 0
    for event in yaml.parse(text, Loader=Loader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            place = _place(placed, event, first_line)
            placed.report("yaml-syntax", "a second set of data begins here", place, "keep one; delete this line")
            return
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        place = _place(placed, event, first_line)
        if not _is_plain_data(placed, event, place, lines, first_line):
            return
        container = stack[-1][0] if stack else None
        if isinstance(container, dict) and stack[-1][2] is None:
            if not isinstance(event, yaml.ScalarEvent):
                placed.report("yaml-key", "a key must be a word", place, "put the text in quotes")
                return
            _open_key(placed, stack, event.value, place)
            continue
        value, path = _add(placed, stack, event)
        placed.values[path] = place
        if isinstance(value, dict | list):
            if len(stack) >= DEEPEST:
                placed.report("nesting-too-deep", f"more than {DEEPEST} levels of nesting", place, "write it flatter")
                return
            stack.append((value, path, None))


def _is_plain_data(placed: Placed, event: Any, place: Place, lines: list[str], first_line: int) -> bool:  # noqa: ANN401 - yaml's events are untyped
    """Whether an event is what it looks like: no anchor, no tag, and no text of which YAML drops or adds a part."""
    line = lines[min(event.start_mark.line, len(lines) - 1)]
    sign = "&" if event.anchor and not isinstance(event, yaml.AliasEvent) else "*"
    if event.anchor:
        name = f"{sign}{event.anchor}"
        place = Place(place.file, place.line, place.column, len(name))
        placed.report("yaml-sign", f'a text can\'t begin with "{sign}", as "{name}" does', place, in_quotes(line))
        return False
    if getattr(event, "tag", None):
        placed.report("yaml-sign", 'a text can\'t begin with "!"', place, in_quotes(line))
        return False
    if isinstance(event, yaml.ScalarEvent) and CONTROL.search(event.value):
        hint = r"a backslash in double quotes begins a code: type \\, or use single quotes"
        placed.report("control-character", "a code for a control character", place, hint)
    elif isinstance(event, yaml.ScalarEvent) and not event.style:
        _check_plain_text(placed, event, lines, first_line)
    return True


def _check_plain_text(placed: Placed, event: Any, lines: list[str], first_line: int) -> None:  # noqa: ANN401 - yaml's events are untyped
    """Report what YAML adds to a text without quotes (the line below it) or drops of it (what looks like a comment)."""
    end = event.end_mark
    behind = lines[end.line][end.column :] if end.line < len(lines) else ""
    swallowed = swallowed_line(lines, event.start_mark.line, end.line)
    if swallowed:
        _report_fault(placed, "yaml-syntax", swallowed, first_line)
    elif event.value and re.match(r"\s+#[^\s#]", behind):
        cut = behind.strip()
        at = end.column + len(behind) - len(behind.lstrip())
        place = Place(placed.file, first_line + end.line, at + 1, len(cut))
        hint = f"{in_quotes(lines[end.line])} a comment has a space behind its #"
        placed.report("yaml-comment", "YAML takes this for a comment and drops it", place, hint)


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
        value = None if event.value in placed.nothing and not event.style else event.value
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


def _place(placed: Placed, event: Any, first_line: int) -> Place:  # noqa: ANN401 - yaml's events are untyped
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 1
    # The end of a text without a newline is a line further for the parser.
    line = min(first_line + start.line, len(placed.lines))
    return Place(placed.file, line, start.column + 1, max(length, 1))


def _report_fault(placed: Placed, code: str, fault: Fault, first_line: int) -> None:
    place = Place(placed.file, first_line + fault.line, fault.column + 1, fault.length)
    placed.report(code, fault.message, place, fault.hint)
