"""What is wrong with a YAML text, in an editor's words and at the line to mend.

The parser says where it lost its way, often lines below the mistake (an open quotation mark at the end of the file) and
in its own terms. Its texts are libyaml's, which PyYAML passes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import yaml

LONGEST_GUESS = 60
"""Characters of a value that a hint repeats."""

FULL_WIDTH_COLON = re.compile(r"\s*(?:- +)?[\w-]+ ?(：)")
_KEY_AND_VALUE = re.compile(r"\s*(?:- +)?([\w-]+): +(.+?)\s*$")
_NO_SPACE = re.compile(r"\s*(?:- +)?([A-Za-z_-]+):([^\s/].*?)\s*$")
_NO_COLON = re.compile(r"\s*(?:- +)?([A-Za-z_-]+|\w{2,4})[ \u3000]+(\S.*?)\s*$")
READS = "a line reads “key: value”"


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake at line and column, counted from 0, of the YAML text."""

    message: str
    hint: str
    line: int
    column: int
    length: int = 1


def fault_of(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Fault:
    """The mistake behind a parser's error; `lines` are those of the text that was parsed."""
    at = error.problem_mark or error.context_mark
    line, column = (min(at.line, len(lines) - 1), at.column) if at else (0, 0)
    start = error.context_mark
    first, open_at = (min(start.line, len(lines) - 1), start.column) if start else (line, column)
    colon = _full_width_colon(lines, line, first)
    if colon:
        return colon
    problem, context = error.problem or "", error.context or ""
    for sign, explain in _EXPLAINED.items():
        if sign in problem or sign in context:
            return explain(lines, (line, column), (first, open_at))
    return Fault(f"this is not YAML: {problem}", READS, line, column)


def unmarked_line(lines: Sequence[str], number: int) -> Fault:
    """A line that should read `key: value` and doesn't."""
    line = lines[number]
    found = FULL_WIDTH_COLON.match(line)
    if found:
        return Fault("a full-width colon after a key", _meant(line, "：", ": "), number, found.start(1))
    for pattern in (_NO_SPACE, _NO_COLON):
        found = pattern.match(line)
        if found and len(found[2]) <= LONGEST_GUESS:
            message = "no space behind the colon" if pattern is _NO_SPACE else "no colon in this line"
            return _whole(lines, number, message, f"did you mean “{found[1]}: {found[2]}”?")
    return _whole(lines, number, "no colon in this line", f"{READS}; a text of several lines is indented")


def swallowed_line(lines: Sequence[str], first: int, last: int) -> Fault | None:
    """A key that YAML takes for a further line of the text above it, since its colon is not one."""
    for number in range(first, min(last + 1, len(lines))):
        if re.match(r"\s*[A-Za-z_]{3,} ?(：|:[^\s/])", lines[number]):
            return unmarked_line(lines, number)
    return None


def in_quotes(line: str) -> str:
    """A hint that shows the line's value in quotes."""
    found = _KEY_AND_VALUE.match(line)
    if not found or len(found[2]) > LONGEST_GUESS:
        return "put the text in quotes"
    value = found[2]
    quoted = f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"
    return f"did you mean “{found[1]}: {quoted}”?"


def _full_width_colon(lines: Sequence[str], line: int, first: int) -> Fault | None:
    """A full-width colon on the lines that the error names, or after a key at the margin above them."""
    for number in range(line + 1):
        found = FULL_WIDTH_COLON.match(lines[number])
        if found and (number in {line, first} or not lines[number][:1].isspace()):
            return unmarked_line(lines, number)
    return None


def _meant(line: str, wrong: str, right: str) -> str:
    fixed = line.strip().replace(wrong, right, 1)
    fixed = re.sub(r" *: +", ": ", fixed, count=1)
    return f"did you mean “{fixed}”?" if len(fixed) <= LONGEST_GUESS else "type a half-width colon and a space"


def _whole(lines: Sequence[str], number: int, message: str, hint: str) -> Fault:
    text = lines[number].strip()
    column = len(lines[number]) - len(lines[number].lstrip())
    return Fault(message, hint, number, column, max(len(text), 1))


Spot = tuple[int, int]


def _no_colon(lines: Sequence[str], _at: Spot, start: Spot) -> Fault:
    return unmarked_line(lines, start[0])


def _second_colon(lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    """A colon where none may stand: a second one, one on a line too far in, or one below a line that has none."""
    line = lines[at[0]]
    if re.search(r":\s", line[: at[1]]):
        return Fault("a second colon in the line", in_quotes(line), *at)
    above = next((n for n in range(at[0] - 1, -1, -1) if lines[n].strip()), None)
    if above is not None and not re.search(r":(\s|$)", lines[above]):
        return unmarked_line(lines, above)
    return _whole(lines, at[0], "this line is indented deeper than the one above it", "keys begin in one column")


def _open_quote(_lines: Sequence[str], _at: Spot, start: Spot) -> Fault:
    return Fault("a quotation mark that is not closed", "close it at the end of the text", *start)


def _open_bracket(lines: Sequence[str], at: Spot, start: Spot) -> Fault:
    if lines[start[0]].startswith("{") and start[1] == 0:
        return Fault("expected a comma or “}”", "a comma goes behind each value but the last", *at)
    sign = lines[start[0]][start[1] : start[1] + 1]
    hint = f"close it with “{'}' if sign == '{' else ']'}”; a text that begins with a bracket stands in quotes"
    return Fault("a bracket that is not closed", hint, *start)


def _goes_on(lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    before = lines[at[0]][: at[1]].rstrip()
    if before.endswith(('"', "'")):
        return Fault("the text goes on behind its quotation mark", "inside quotation marks type “ ” or ‘ ’", *at)
    if before.endswith(("]", "}")):
        return Fault("the text goes on behind its bracket", in_quotes(lines[at[0]]), *at)
    return _whole(lines, at[0], "this line does not fit the lines above it", READS)


def _wrong_start(lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    line = lines[at[0]]
    sign = line[at[1] : at[1] + 1]
    if sign == "\t":
        return Fault("a tab in the indent", "indent with spaces", *at)
    return Fault(f'a text can\'t begin with "{sign}"', in_quotes(line), *at)


def _wrong_sign(lines: Sequence[str], _at: Spot, start: Spot) -> Fault:
    return _wrong_start(lines, start, start)


def _tab(_lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    return Fault("a tab in the indent", "indent with spaces", *at)


def _out_of_line(lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    hint = "a list's lines begin with “- ”; what belongs to an item stands under its first word"
    return _whole(lines, at[0], "this line's indent fits no line above it", hint)


def _list_on_key_line(_lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    return Fault("a list begins on the line of its key", "begin it on the line below, or put the text in quotes", *at)


def _escape(_lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    return Fault("a backslash in double quotes begins a code", r"put the text in single quotes, or type \\", *at)


def _after_bar(_lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    return Fault("more text on the line of “|” or “>”", "begin the text on the line below, indented", *at)


def _second_document(lines: Sequence[str], at: Spot, _start: Spot) -> Fault:
    end = next((n for n in range(at[0], -1, -1) if lines[n].startswith("...")), at[0])
    return _whole(lines, end, "“...” ends the data, and more follows", "delete this line")


_EXPLAINED: dict[str, Callable[[Sequence[str], Spot, Spot], Fault]] = {
    "could not find expected ':'": _no_colon,
    "mapping values are not allowed": _second_colon,
    "unknown escape": _escape,
    "Unicode character escape": _escape,
    "did not find expected hexdecimal": _escape,
    "quoted scalar": _open_quote,
    "expected ',' or": _open_bracket,
    "cannot start any token": _wrong_start,
    "a tab character": _tab,
    "scanning an alias": _wrong_sign,
    "scanning an anchor": _wrong_sign,
    "scanning a tag": _wrong_sign,
    "scanning a directive": _wrong_sign,
    "expected '-' indicator": _out_of_line,
    "block sequence entries": _list_on_key_line,
    "block scalar": _after_bar,
    "<document start>": _second_document,
    "did not find expected key": _goes_on,
}
"""What each of the parser's texts means; the first that is found in its problem or context counts."""
