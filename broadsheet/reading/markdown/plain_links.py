"""Links that need no Markdown: of a few words to a page or file of this paper, as bylines in the copy become."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.body import BodyLink

if TYPE_CHECKING:
    from broadsheet.reading.markdown.typed import Typed

# Words that begin and end with letters or figures; parts of a path that hold nothing with a meaning of its own.
_PART = r"(?:[^\W_]|[.·-])+"
_LINK = re.compile(rf"\[(?<!!\[)([^\W_](?:[^\[\]\n]*[^\W_])?)\]\((/?{_PART}(?:/{_PART})*/?)\)")
# In HTML such a word leads to a target, and where it stands in copy it is taken for the target's place.
_TARGET = re.compile(r"\b(?:href|src)\s*=", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\n(?:[ \u3000]*\n)+")


def without_links(text: str) -> str:
    """Give `text` with the words of its plain links in their place; other links stay as typed."""
    return _LINK.sub(r"\1", text)


def may_mislead(text: str) -> bool:
    """Whether a text with links has what makes their places or the breaks of lines beside them hard to tell."""
    if "=" in text and _TARGET.search(text):
        return True
    return any("](" in block and "\n" in block.strip(" \n\u3000") for block in _PARAGRAPH_END.split(text))


def plain_links(typed: Typed) -> tuple[BodyLink, ...]:
    """Give the links of plain copy, in order."""
    links: list[BodyLink] = []
    for found in _LINK.finditer(typed.text):
        place = typed.place(found.start(2), len(found[2]))
        links.append(BodyLink(found[2], place, typed.excerpt(place)))
    return tuple(links)


def set_links(text: str, first: int) -> tuple[str, int]:
    """Give the text with its links as HTML, numbered from `first`, and the number that comes next."""
    parts = _LINK.split(text)
    html = parts[:1]
    for words, behind in zip(parts[1::3], parts[3::3], strict=True):
        html += (f'<a href="broadsheet:link/{first}">{words}</a>', behind)
        first += 1
    return "".join(html), first
