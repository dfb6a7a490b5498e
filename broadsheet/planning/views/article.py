"""A story on its own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from broadsheet.model.seal import Change
    from broadsheet.planning.views.parts import Card, EditionRef, Figure, PageRef


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """A correction as shown, on the story (`card` None) or in the list of all.

    `changed` are the parts of the story that were changed with it, as far as its record knows.
    """

    date: date
    text: str
    card: Card | None = None
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person in a byline with the page of all that they made."""

    name: str
    role: str
    org: str
    address: str


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What all pictures of a gallery have in common and the gallery says once; "" where they differ."""

    credit: str = ""
    copyright: str = ""
    license: str = ""
    acquire: str = ""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A story on its own page.

    `card` has headline, byline, section and page. `lead_figures` stand above the copy, `gallery` below it;
    `html|with_figures(body_figures)` puts those in the copy where they belong. What the pictures of the gallery
    have in common is in `gallery_shared` and stands once below them. `byline_shown` is false where the
    byline stands inside the copy.
    `jump` is the page it continues on in print (下转). `published` and `modified` are moments with zone.
    `previous` and `next` are its neighbours on the page. `pages` is the edition's page list.
    `own` are the editor's own `x-` keys. `spot` is the fragment of its page's address that lights its place in print,
    or "".
    """

    language: str
    address: str
    card: Card
    edition: EditionRef
    people: tuple[PersonRef, ...]
    byline_shown: bool
    dateline: str
    source: str
    genre: str
    editors: tuple[str, ...]
    tags: tuple[str, ...]
    lead_figures: tuple[Figure, ...]
    html: str
    body_figures: tuple[Figure, ...]
    gallery: tuple[Figure, ...]
    gallery_shared: SharedWords
    corrections: tuple[CorrectionNote, ...]
    jump: PageRef | None
    published: datetime
    modified: datetime
    previous: Card | None
    next: Card | None
    pages: tuple[PageRef, ...]
    own: tuple[tuple[str, str], ...]
    spot: str = ""
