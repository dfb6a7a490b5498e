"""Opt-outs: a comment that says which rules of `check` a line is not held to, and why.

In the copy it is `<!-- check: off doubled-word "a quotation" -->`, at the end of the line or alone on the line above
its paragraph; in YAML and TOML `# check: off same-picture "both were promised it"`, in the same places. Several rules
stand with spaces between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.codes import CODES, READ
from broadsheet.model.galley import OptOut
from broadsheet.model.place import Place
from broadsheet.reading.markdown.sites import outside_code
from broadsheet.reading.validation import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"<!--[ \t]*check[ \t]*[:：](?P<says>[^\n]*?)-->")
_YAML_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*check[ \t]*[:：](?P<says>[^\n]*)")
_SAYS = re.compile(
    r"\s*off(?P<codes>(?:[\s,，、]+[a-z]+(?:-[a-z]+)*)+)\s*(?P<reason>\"[^\"]*\"|“[^”]*”|「[^」]*」|'[^']*')?\s*\Z"
)
_AT_LINE_END = re.compile(rf"(?:[ \t]*{_COMMENT.pattern})+[ \t]*$", re.MULTILINE)


def without_opt_outs(text: str) -> str:
    """A body without the opt-outs at its lines' ends, every line in its place: a byline before one ends its line."""
    if "<!--" not in text:
        return text
    read = outside_code(text)
    for found in reversed(list(_AT_LINE_END.finditer(read))):
        text = text[: found.start()] + text[found.end() :]
    return text


def body_opt_outs(file: str, text: str, start: int) -> tuple[OptOut, ...]:
    """Those of the copy that begins at `start`; one alone on its line holds for the paragraph below."""
    if "check" not in text[start:] or "<!--" not in text[start:]:
        return ()
    read = text[:start] + outside_code(text[start:])
    lines = read.split("\n")
    return tuple(_opt_outs(file, lines, _COMMENT, text.count("\n", 0, start), indented=False))


def yaml_opt_outs(file: str, text: str) -> tuple[OptOut, ...]:
    """Those of YAML or TOML; one alone on its line holds for the key below, with all that belongs to it."""
    if "check" not in text or "#" not in text:
        return ()
    return tuple(_opt_outs(file, text.split("\n"), _YAML_COMMENT, 0, indented=True))


def _opt_outs(file: str, lines: list[str], pattern: re.Pattern[str], first: int, *, indented: bool) -> Iterator[OptOut]:
    for row in range(first, len(lines)):
        for found in pattern.finditer(lines[row]):
            alone = not pattern.sub("", lines[row]).strip(" \t\u3000>")
            begin = end = row
            if alone:
                begin = next((n for n in range(row + 1, len(lines)) if _counts(lines[n], pattern)), row)
                end = _end(lines, begin, indented=indented)
            place = Place(file, row + 1, found.start() + 1, len(found[0].rstrip()))
            yield _read(found["says"], begin + 1, end + 1, place)


def _counts(line: str, pattern: re.Pattern[str]) -> bool:
    """Whether a line has anything on it but opt-outs."""
    return bool(pattern.sub("", line).strip())


def _end(lines: list[str], begin: int, *, indented: bool) -> int:
    """The last line of what begins on a line: a paragraph, or a key or an item with what belongs to it."""
    depth, is_item = _depth(lines[begin])
    end = begin
    while end + 1 < len(lines) and lines[end + 1].strip():
        further, item = _depth(lines[end + 1])
        # The items of a key may stand no further in than the key.
        if indented and not (further > depth or (further == depth and item and not is_item)):
            break
        end += 1
    return end


def _depth(line: str) -> tuple[int, bool]:
    """How far in a line of YAML begins, and whether it is an item."""
    words = line.lstrip(" ")
    return len(line) - len(words), words.startswith("- ")


def _read(says: str, first: int, last: int, place: Place) -> OptOut:
    found = _SAYS.match(says)
    if not found:
        hint = 'write: check: off doubled-word "why"'
        return OptOut((), "", first, last, place, "an opt-out that can't be read", hint)
    codes = tuple(re.findall(r"[a-z]+(?:-[a-z]+)*", found["codes"]))
    for code in codes:
        if code not in READ:
            fault = f'no line opts out of "{code}"'
            guess = nearest(code, sorted(READ))
            hint = f'did you mean "{guess}"?' if guess else "only what check alone looks for"
            if code in CODES:
                hint = "every build looks for it: mend it, or give it a level in newspaper.yaml"
            return OptOut((), "", first, last, place, fault, hint)
    reason = (found["reason"] or "")[1:-1].strip()
    if not reason:
        code = codes[0]
        return OptOut(codes, "", first, last, place, "an opt-out without a reason", f'write: check: off {code} "why"')
    return OptOut(codes, reason, first, last, place)
