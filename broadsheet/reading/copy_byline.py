"""A byline that stands in the copy instead of the front matter: shown as written, never lost, never doubled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.model.address import byline_address
from broadsheet.model.byline import Byline
from broadsheet.reading.byline import find_byline

if TYPE_CHECKING:
    from broadsheet.reading.byline import FoundByline

BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


@dataclass(frozen=True, slots=True)
class Lifted:
    """The copy with its byline found.

    A byline that is a paragraph of its own is taken out of `text` (the lines stay, empty, so that line numbers hold)
    and belongs at the head. One inside running copy stays there (`in_body`), its names linked.
    """

    byline: Byline
    text: str
    dateline: str = ""
    in_body: bool = False


def lift_byline(text: str) -> Lifted:
    """The byline of a body whose front matter gives none; the text as it is where there is none."""
    blocks = list(BLOCK.finditer(text))
    found = find_byline([block[0] for block in blocks])
    if found is None:
        return Lifted(Byline(), text)
    start, end = blocks[found.paragraph].span()
    if found.stands_alone:
        empty = "\n" * text.count("\n", start, end)
        return Lifted(found.byline, text[:start] + empty + text[end:], found.dateline)
    return Lifted(
        found.byline, text[:start] + _linked(text[start:end], found) + text[end:], found.dateline, in_body=True
    )


def _linked(block: str, found: FoundByline) -> str:
    """The block with each name as a Markdown link to its page; from the last to the first, so that spans hold."""
    for person in reversed(found.byline.people):
        start, end = found.start + person.start, found.start + person.end
        block = f"{block[:start]}[{block[start:end]}]({byline_address(person.name)}){block[end:]}"
    return block
