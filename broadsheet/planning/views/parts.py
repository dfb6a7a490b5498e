"""What views are made of: links, pictures, and short names of editions, pages and stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.model.value import Value

if TYPE_CHECKING:
    from datetime import date, datetime

    from broadsheet.planning.renditions import Renditions


@dataclass(frozen=True, slots=True)
class Link(Value):
    """A text and the address it leads to; `address` is "" where it leads nowhere."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """The frame of every page: the title, the navigation and the imprint's facts.

    `base` is the path that the site lives under ("" or "/paper"); `masthead` is a figure of the drawn title or
    None. `sections` are in the paper's order. `has_search` is false for a build without the search index.
    """

    title: str
    subtitle: str
    language: str
    url: str
    base: str
    publisher: str
    issn: str
    cn_number: str
    founded: str
    sections: tuple[Link, ...]
    masthead: Figure | None
    has_search: bool
    policies: tuple[Link, ...] = ()

    def __hash__(self) -> int:
        """As quick as that of a text: what is set once for a site is looked up for every page."""
        return hash(self.title)


@dataclass(frozen=True, slots=True)
class Figure(Value):
    """A picture as shown: its address, size in pixels (0 where unknown), and its words.

    `credit` is the whole line as a newspaper prints it after the caption (`记者 某某 摄`), `creator` and the rest as
    the editor or the file have them. `focus` is a CSS object-position or "". `address` is the copy that every browser
    shows, `renditions` are all of them, None for a drawing (SVG), which fits every size. `colour` is the mean colour of
    a picture (`#a0b1c2`), which holds its place until it is there, or "".
    """

    address: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    copyright: str = ""
    license: str = ""
    acquire: str = ""
    focus: str = ""
    creator: str = ""
    licensor: str = ""
    date: str = ""
    location: str = ""
    source_type: str = ""
    colour: str = ""
    renditions: Renditions | None = None


@dataclass(frozen=True, slots=True)
class EditionRef(Value):
    """An edition, named: `label` is "" for a day's main edition."""

    date: date
    label: str
    address: str
    issue_number: str = ""
    title: str = ""

    def __hash__(self) -> int:
        """As quick as that of a text, see Site."""
        return hash(self.address)


@dataclass(frozen=True, slots=True)
class PageRef(Value):
    """A page, named: `number` as printed (`A05`), `name` (要闻) or "", how many stories stand on it."""

    number: str
    name: str
    address: str
    stories: int = 0
    kind: str = ""
    supplement: str = ""

    def __hash__(self) -> int:
        """As quick as that of a text, see Site."""
        return hash(self.address)


@dataclass(frozen=True, slots=True)
class Card(Value):
    """An article seen from another page.

    `title` has one or more lines. `byline` is the printed text cut into runs, a name's run having its address.
    `excerpt` is the first paragraphs of the copy, for a lead. `summary` is one short paragraph. `teaser` is the
    page that a teaser points to, whose story's address is then `address`. `language` is BCP 47. `draft` and `due` (when
    it comes out) mark what only the desk sees.
    """

    address: str
    date: date
    language: str
    title: tuple[str, ...]
    kicker: str
    subtitle: str
    summary: str
    excerpt: tuple[str, ...]
    byline: tuple[Link, ...]
    section: Link | None
    column: str
    page: PageRef
    figure: Figure | None
    importance: int
    length: int
    teaser: PageRef | None = None
    draft: bool = False
    due: datetime | None = None

    def __hash__(self) -> int:
        """As quick as that of a text, see Site."""
        return hash(self.address)
