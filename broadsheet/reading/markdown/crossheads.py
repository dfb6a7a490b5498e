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


def set_crossheads(root: Element, fragments: Fragments) -> tuple[Crosshead, ...]:
    """Number the headings anew and name them; give them in order.

    The shallowest become h2 and no level is skipped on the way down, whatever levels were typed.
    """
    crossheads: list[Crosshead] = []
    outline: list[int] = []
    for heading in root.walk():
        if heading.tag not in HEADINGS:
            continue
        level = int(heading.tag[1])
        while outline and outline[-1] >= level:
            outline.pop()
        outline.append(level)
        heading.tag = f"h{min(len(outline) + 1, 6)}"
        words = plain_text(heading)
        if "id" not in heading.attributes:
            heading.attributes["id"] = fragments.give(slug(words))
        crossheads.append(Crosshead(heading.attributes["id"], words))
    return tuple(crossheads)
