"""Crossheads (小标题): the headings of a body, as an outline that starts at h2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.body import Crosshead
from broadsheet.reading.markdown.element import HEADINGS
from broadsheet.reading.markdown.fragments import slug
from broadsheet.reading.markdown.paragraphs import plain_text

if TYPE_CHECKING:
    from broadsheet.reading.markdown.element import Element
    from broadsheet.reading.markdown.fragments import Fragments


class Outline:
    """The headings of one body, as they come."""

    def __init__(self) -> None:
        """Start with no heading open."""
        self._levels: list[int] = []

    def tag(self, level: int) -> str:
        """Give the element for the next heading, which was typed as one of `level`, 1 to 6."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return f"h{min(len(self._levels) + 1, 6)}"


def crosshead_words(header: str) -> str:
    """Give a heading's text without `##` set after it; `C#` keeps its sign."""
    header = header.strip()
    opened = header.rstrip("#")
    return opened.rstrip() if opened.endswith((" ", "\u3000")) or not opened else header


def set_crossheads(root: Element, fragments: Fragments) -> tuple[Crosshead, ...]:
    """Number the headings anew and name them; give them in order.

    The shallowest become h2 and no level is skipped on the way down, whatever levels were typed.
    """
    crossheads: list[Crosshead] = []
    outline = Outline()
    for heading in root.walk():
        if heading.tag not in HEADINGS:
            continue
        heading.tag = outline.tag(int(heading.tag[1]))
        words = plain_text(heading)
        if "id" not in heading.attributes:
            heading.attributes["id"] = fragments.give(slug(words))
        crossheads.append(Crosshead(heading.attributes["id"], words))
    return tuple(crossheads)
