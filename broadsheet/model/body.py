"""An article's body, converted once from Markdown, still free of addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.model.picture import Picture
    from broadsheet.model.place import Place


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link in the body: `target` as typed, and where."""

    target: str
    place: Place
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Crosshead:
    """A heading inside the body (小标题): its fragment and its plain text."""

    fragment: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body as sanitised HTML with two kinds of placeholder, resolved when the page is rendered.

    `<a href="broadsheet:link/3">` stands for `links[3]`; only targets inside the site are placeholders, outside
    addresses stand as they are. `<figure data-picture="2"></figure>` stands for `pictures[2]`.
    `paragraphs` is the plain text of each block in order, without tags, for summaries and search; captions and
    credits of pictures are not in it. `opening` is the text of the first paragraphs of running copy, without headings,
    boxes, tables and lists (a body of nothing else has its first block there), and without datelines, bylines and
    credits. `fragments` are all ids in the html.
    """

    html: str = ""
    paragraphs: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    links: tuple[BodyLink, ...] = ()
    pictures: tuple[Picture, ...] = ()
    crossheads: tuple[Crosshead, ...] = ()
    fragments: tuple[str, ...] = ()
