"""Bylines that stand in the copy instead of the front matter: shown as written, never lost, never doubled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.address import byline_address
from broadsheet.model.byline import Byline
from broadsheet.reading.byline import find_bylines, may_hold_byline

if TYPE_CHECKING:
    from broadsheet.model.byline import Person
    from broadsheet.reading.byline import FoundByline

BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
# A byline's own line in a paragraph: where the line before it ends, and where it ends itself.
_LINE_BEFORE = re.compile(r"(?P<end>[^\s\\])[ \t]*\n(?P<line>[\s*_（(【〔［]*)\Z")
_LINE_BEHIND = re.compile(r"(?P<line>[ \t*_）)】〕］]*)\n(?=[^\n]*\S)")


@dataclass(frozen=True, slots=True)
class Lifted:
    """The copy with its bylines found.

    `byline` is the first of those who made the story. A byline that is a paragraph of its own is taken out of `text`
    (the lines stay, empty, so that line numbers hold) and belongs at the head. One inside running copy stays there
    (`in_body`). All others stay where they are, too, and are `people`; every name in the copy is a link.
    """

    byline: Byline
    text: str
    in_body: bool = False
    people: tuple[Person, ...] = ()


def lift_byline(text: str, *, signed: bool = False) -> Lifted:
    """The bylines of a body; where the front matter has one (`signed`), none is lifted and `byline` is empty."""
    if not may_hold_byline(text):
        return Lifted(Byline(), text)
    blocks = list(BLOCK.finditer(text))
    found = find_bylines([block[0] for block in blocks])
    head = None if signed else next((byline for byline in found if byline.makes_story), None)
    shown = Byline()
    if head:
        shown = _as_printed(blocks[head.paragraph][0], head.byline) if head.stands_alone else head.byline
    # From the last to the first, so that spans hold.
    for byline in reversed(found):
        start, end = blocks[byline.paragraph].span()
        if byline is head and byline.stands_alone:
            text = text[:start] + "\n" * text.count("\n", start, end) + text[end:]
        else:
            text = text[:start] + _linked(text[start:], byline)
    return Lifted(
        shown,
        text,
        in_body=head is not None and not head.stands_alone,
        people=tuple(person for byline in found if byline is not head for person in byline.byline.people),
    )


def _as_printed(block: str, byline: Byline) -> Byline:
    """The byline with the brackets that it stands in on its own line, as written: （见习记者 王某）."""
    line = block.strip(" \t\n\u3000*_")
    at = line.find(byline.text)
    if at < 0 or len(line) - len(byline.text) != 2 * at or at > 1:
        return byline
    people = (replace(person, start=person.start + at, end=person.end + at) for person in byline.people)
    return Byline(line, tuple(people))


def _linked(copy: str, found: FoundByline) -> str:
    """The copy with each name as a Markdown link to its page."""
    before, printed, behind = copy[: found.start], copy[found.start : found.end], copy[found.end :]
    if printed == found.byline.text:
        for person in reversed(found.byline.people):
            link = f"[{printed[person.start : person.end]}]({byline_address(person.name)})"
            printed = printed[: person.start] + link + printed[person.end :]
    # Two spaces keep the line that it stands on: lines of copy are run together.
    before = _LINE_BEFORE.sub(r"\g<end>  \n\g<line>", before)
    if own := _LINE_BEHIND.match(behind):
        behind = own["line"].rstrip(" \t") + "  " + behind[own.end() - 1 :]
    return before + printed + behind
