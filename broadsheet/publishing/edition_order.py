"""The orders that editions are made by, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.model.archive import Attachment
    from broadsheet.model.body import BodyLink
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.edition import EditionKey
    from broadsheet.planning.edition_jobs import Neighbours
    from broadsheet.planning.pictures import Copies
    from broadsheet.publishing.print_records import PrintRecord
    from broadsheet.publishing.stage import Left, Tray
    from broadsheet.rendering.search.bundles import EditionEntry


@dataclass(frozen=True, slots=True)
class OutsideStory:
    """A story of another edition that a link leads to: its address, and whether readers see it."""

    address: str
    released: bool


@dataclass(frozen=True, slots=True)
class EditionOrder:
    """An edition to make. Files are named below the content folder.

    `plan` is its edition.yaml, "" for none. `is_out` says whether readers see it; if not it is only checked.
    `neighbours` are the editions before and after it, `newest` that it stands at `/`, too. `outside` are the files of
    other editions that its copy names, None for one that is no story; `elsewhere` the editions that have a story of a
    slug that its grids name. `known` is how its outputs were left the last time, `attachments` are those of the files
    that its copy named then which are still the same, `prints` its printed pages. Who is `hasty` leaves these as they
    were printed the last time; others set so many at once as there are `threads`. `seal` is the record of what was
    published of it, "" for none, `digests` are then those of its other files, and `is_due` says whether the moment of
    its release has come.
    """

    context: bytes
    key: EditionKey
    plan: str
    files: tuple[str, ...]
    is_out: bool
    neighbours: Neighbours
    newest: bool
    known: Mapping[str, Left]
    outside: Mapping[str, OutsideStory | None] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[EditionKey, ...]] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    prints: tuple[PrintRecord, ...] = ()
    hasty: bool = False
    threads: int = 1
    seal: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    is_due: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an edition must know of others before it can be made: files that it links to, slugs that its grids name."""

    order: EditionOrder
    files: tuple[str, ...]
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """An old address with the story's own and its file, as diagnostics name it."""

    old: str
    new: str
    file: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An address that was published and that its edition has no more, with what is said if nothing answers there."""

    address: str
    broken: Diagnostic


@dataclass(frozen=True, slots=True)
class Findings:
    """What the site as a whole must know of an edition's copy.

    `links` lead to pages of the site (`/archive/`). `documents` are its search documents, as the plan of
    bundles sees them.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    aliases: tuple[Alias, ...] = ()
    links: tuple[BodyLink, ...] = ()
    promises: tuple[Promise, ...] = ()
    documents: tuple[EditionEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionMade:
    """An edition as its job leaves it. `entry` is its EditionEntry, pickled, b"" for one that readers don't see.

    `named` are the files that its copy names besides its own articles, `sought` the slugs that its grids do.
    `attached` are those files that were read now and in which nothing is wrong, `pictures` the copies that it needs,
    `prints` its printed pages.
    """

    key: EditionKey
    tray: Tray
    findings: Findings
    named: tuple[str, ...]
    sought: tuple[str, ...]
    articles: int
    entry: bytes = b""
    entry_digest: str = ""
    attached: tuple[Attachment, ...] = ()
    pictures: tuple[Copies, ...] = ()
    prints: tuple[PrintRecord, ...] = ()
