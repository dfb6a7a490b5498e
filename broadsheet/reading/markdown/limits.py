"""What no newspaper copy needs and a converter would choke on, found before it is converted.

Python-Markdown looks for the bracket that closes each `[` to the end of the block, and goes down one call for each
level of quotes and lists: both are bounded here, so that every input is read in the time its length lets expect.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.reading.markdown.sites import outside_code

if TYPE_CHECKING:
    from broadsheet.reading.markdown.typed import Typed

LONGEST_LINE = 200_000
"""Characters; a novel's chapter is shorter."""
LONGEST_MARKUP = 2_000_000
"""Characters of a body that has markup; plain paragraphs have no such bound."""
DEEPEST = 40
"""Levels of quotes, lists, brackets and HTML elements in each other."""
MOST_SIGNS = 4_000
"""Signs of emphasis, code or HTML in one paragraph."""

_CONTAINERS = re.compile(r"^(?:[ \t\u3000]*(?:>|(?:[-+*:]|[0-9]{1,9}[.)])(?=[ \t]|$)))+")
_CONTAINER = re.compile(r">|(?:[-+*:]|[0-9]{1,9}[.)])(?=[ \t]|$)")
_RULE = re.compile(r"^[-_* \t]*$")
_INDENTED_MARK = re.compile(r"^(?P<indent>[ \t]*)(?:!!!|>|:|[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)")
_BRACKET = re.compile(r"(?<!\\)[\[\]()]")
_SIGN = re.compile(r"[*_]+|[`~]|<|&|\\.|!?\[")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*?(/?)>")
_NEEDS_NO_END = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "rt",
        "rp",
        "br",
        "hr",
        "img",
        "wbr",
        "input",
        "link",
        "meta",
        "source",
    ]
)
_BLANK = re.compile(r"\n[ \t]*\n")


def over_limit(typed: Typed) -> Diagnostic | None:
    """Give the first reason not to convert the body."""
    return _long_line(typed) or _long_body(typed) or _deep_line(typed) or _deep_block(typed) or _deep_html(typed)


def long_line(typed: Typed) -> Diagnostic | None:
    """Give the first line that is too long even for plain copy."""
    return _long_line(typed)


def too_deep(typed: Typed, offset: int, what: str) -> Diagnostic:
    """Say that the body is not converted for what stands at `offset`."""
    place = typed.place(offset)
    message = f"{what} stand more than {DEEPEST} deep in each other, the article is not read"
    excerpt = typed.excerpt(place)[:200]
    return Diagnostic("nesting-too-deep", message, place, "close them, or put a backslash before each sign", excerpt)


def _long_line(typed: Typed) -> Diagnostic | None:
    for index, line in enumerate(typed.lines):
        if len(line) > LONGEST_LINE:
            offset = typed.starts[typed.origins.index(index)]
            place = typed.place(offset)
            message = f"a line of {len(line):,} characters, the article is not read"
            hint = f"break the line into paragraphs; the longest may have {LONGEST_LINE:,} characters"
            return Diagnostic("line-too-long", message, place, hint, line[:200])
    return None


def _long_body(typed: Typed) -> Diagnostic | None:
    if len(typed.text) <= LONGEST_MARKUP:
        return None
    message = f"an article of {len(typed.text):,} characters, it is not read"
    hint = f"make several of it; the longest may have {LONGEST_MARKUP:,} characters"
    return Diagnostic("article-too-long", message, typed.place(0), hint, typed.lines[0][:200])


def _deep_line(typed: Typed) -> Diagnostic | None:
    offset = 0
    for line in typed.text.split("\n"):
        head = _CONTAINERS.match(line)
        if head is not None and not _RULE.match(line) and len(_CONTAINER.findall(head[0])) > DEEPEST:
            return too_deep(typed, offset, "quotes or lists")
        mark = _INDENTED_MARK.match(line)
        if mark is not None and len(mark["indent"].expandtabs(4)) > 4 * DEEPEST:
            return too_deep(typed, offset, "quotes or lists")
        offset += len(line) + 1
    return None


def _deep_block(typed: Typed) -> Diagnostic | None:
    text = outside_code(typed.text)
    offset = 0
    for block in _BLANK.split(text):
        start = text.find(block, offset)
        offset = start + len(block)
        level = 0
        for match in _BRACKET.finditer(block):
            level = level + 1 if match[0] in "[(" else max(level - 1, 0)
            if level > DEEPEST:
                return too_deep(typed, start + match.start(), "brackets")
        if len(block) > MOST_SIGNS and sum(1 for _ in _SIGN.finditer(block)) > MOST_SIGNS:
            return _many_signs(typed, start)
    return None


def _many_signs(typed: Typed, offset: int) -> Diagnostic:
    place = typed.place(offset)
    message = f"a paragraph with more than {MOST_SIGNS:,} signs of markup, the article is not read"
    excerpt = typed.excerpt(place)[:200]
    return Diagnostic("nesting-too-deep", message, place, "break it into paragraphs", excerpt)


def _deep_html(typed: Typed) -> Diagnostic | None:
    level = 0
    for match in _TAG.finditer(typed.text):
        closing, name, itself = match.groups()
        if name.lower() in _NEEDS_NO_END or itself:
            continue
        level = max(level - 1, 0) if closing else level + 1
        if level > DEEPEST:
            return too_deep(typed, match.start(), "HTML elements")
    return None
