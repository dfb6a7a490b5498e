"""What the layouts are given: one view a layout, frozen values only.

A layout sees `site` (the same for every page of the paper), `view` (its own, from the table below) and nothing
else; so the digest of both, with the layouts' own digest, says whether a page must be rendered again. Texts are
plain, not HTML, but for the fields named `html`, which are sanitised. Addresses are site-relative (`/2025/04/16/`)
and go through the filter `href`.

| layout | view |
| --- | --- |
| `edition.html` | `EditionView` (`/` and each edition) |
| `page.html` | `PageView` |
| `article.html` | `ArticleView` |
| `listing.html` | `ListingView` (a month of a section or of a byline) |
| `archive.html` | `ArchiveView` |
| `archive-year.html` | `ArchiveYearView` |
| `archive-month.html` | `ArchiveMonthView` |
| `search.html`, `404.html` | `PlainView` |
| `corrections.html` | `CorrectionsView` |
| `imprint.html` | `ImprintView` |
| `moved.html` | `MovedView` (an old address that leads to a story) |
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
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


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as shown: its address, size in pixels (0 where unknown), and its words.

    `credit` is the whole line as a newspaper prints it after the caption (`记者 某某 摄`).
    `focus` is a CSS object-position or "".
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


@dataclass(frozen=True, slots=True)
class EditionRef:
    """An edition, named: `label` is "" for a day's main edition."""

    date: date
    label: str
    address: str
    issue_number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page, named: `number` as printed (`A05`), `name` (要闻) or "", how many stories stand on it."""

    number: str
    name: str
    address: str
    stories: int = 0
    kind: str = ""
    supplement: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An article seen from another page.

    `title` has one or more lines. `byline` is the printed text cut into runs, a name's run having its address.
    `excerpt` is the first paragraphs of the copy, for a lead. `summary` is one short paragraph. `teaser` is the
    page that a teaser points to, whose story's address is then `address`. `language` is BCP 47.
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


@dataclass(frozen=True, slots=True)
class Slot:
    """A story's rectangle on the page's grid, counted from 1.

    `size` is how loud it is set: `lead`, `major`, `minor` or `brief`. `continued_from` is the page whose story jumps
    here (上接).
    """

    card: Card
    column: int
    columns: int
    row: int
    rows: int
    size: str
    continued_from: PageRef | None = None


@dataclass(frozen=True, slots=True)
class PageIndex:
    """A page with its headlines in editorial order: one block of the edition's index."""

    page: PageRef
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition's front: the newest one also stands at `/` (`is_home`).

    `lead` is None only where an edition has no stories. `secondaries` are two to four, `briefs` the rest of the front's
    choice; `index` is every page with every headline.
    """

    language: str
    address: str
    is_home: bool
    edition: EditionRef
    page_count: int
    lead: Card | None
    secondaries: tuple[Card, ...]
    briefs: tuple[Card, ...]
    index: tuple[PageIndex, ...]
    previous: EditionRef | None
    next: EditionRef | None


@dataclass(frozen=True, slots=True)
class PageCredit:
    """One of a page's credits: 责任编辑 and who it was."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of an edition: a grid of `columns` (1 to 12) columns with its slots in reading order."""

    language: str
    address: str
    edition: EditionRef
    page: PageRef
    editors: tuple[PageCredit, ...]
    columns: int
    rows: int
    slots: tuple[Slot, ...]
    pages: tuple[PageRef, ...]
    previous: PageRef | None
    next: PageRef | None
    previous_edition: EditionRef | None
    next_edition: EditionRef | None


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """A correction as shown, on the story (`card` None) or in the list of all."""

    date: date
    text: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person in a byline with the page of all that they made."""

    name: str
    role: str
    org: str
    address: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A story on its own page.

    `card` has headline, byline, section and page. `lead_figures` stand above the copy, `gallery` below it;
    `html|with_figures(body_figures)` puts those in the copy where they belong. `byline_shown` is false where the
    byline stands inside the copy.
    `jump` is the page it continues on in print (下转).
    `previous` and `next` are its neighbours on the page. `pages` is the edition's page list.
    `own` are the editor's own `x-` keys.
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
    gallery_credit: str
    corrections: tuple[CorrectionNote, ...]
    jump: PageRef | None
    previous: Card | None
    next: Card | None
    pages: tuple[PageRef, ...]
    own: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MonthRef:
    """A month with something in it: `count` is how many stories (in a listing) or editions (in the archive)."""

    year: int
    month: int
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class EditionGroup:
    """The stories of one edition, in editorial order."""

    edition: EditionRef
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """A month of a section or of a byline (`kind` is `section` or `byline`), newest edition first.

    `months` are all months, newest first; `month` is the one shown (None where the section is still empty).
    `newest` says that this is the address without a month, which shows the newest one. `roles` are what a byline's
    person signed as.
    """

    language: str
    address: str
    kind: str
    name: str
    root: str
    roles: tuple[str, ...]
    month: MonthRef | None
    months: tuple[MonthRef, ...]
    previous: MonthRef | None
    next: MonthRef | None
    groups: tuple[EditionGroup, ...]
    newest: bool


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year of the archive and how many editions it has."""

    year: int
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Day:
    """A cell of a calendar: `day` is 0 for a cell outside the month."""

    day: int
    editions: tuple[EditionRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month as weeks of seven cells, Monday first."""

    month: MonthRef
    weeks: tuple[tuple[Day, ...], ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All years, newest first, and the newest months' calendars."""

    language: str
    address: str
    years: tuple[YearRef, ...]
    newest: Calendar


@dataclass(frozen=True, slots=True)
class ArchiveYearView:
    """A year: the calendars of its months that have an edition."""

    language: str
    address: str
    year: YearRef
    calendars: tuple[Calendar, ...]
    previous: YearRef | None
    next: YearRef | None


@dataclass(frozen=True, slots=True)
class ArchiveMonthView:
    """A month: its calendar, and its editions with their pages and lead headlines, newest first."""

    language: str
    address: str
    calendar: Calendar
    editions: tuple[EditionGroup, ...]
    previous: MonthRef | None
    next: MonthRef | None


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page without copy of its own: search, and the page for addresses that lead nowhere."""

    language: str
    address: str
    recent: tuple[EditionRef, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections, newest first."""

    language: str
    address: str
    corrections: tuple[CorrectionNote, ...]


@dataclass(frozen=True, slots=True)
class ImprintView:
    """Who publishes and edits the paper."""

    language: str
    address: str
    html: str
    staff: tuple[PersonRef, ...]
    policies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """An address that a story used to have; hosts that read `_redirects` never show it."""

    language: str
    address: str
    card: Card
