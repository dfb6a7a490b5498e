"""The files of the content folder that may have changed: each is read as far as the plan of the paper needs it.

A file of another size or time is the same if its bytes are: a fresh checkout costs reading, and no more.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.checking.unread import RENAME
from broadsheet.model.address import article_address
from broadsheet.model.content_path import is_article, misspelt
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.model.seal import is_seal
from broadsheet.publishing import disk
from broadsheet.publishing.look import digest_of
from broadsheet.publishing.shelf import shelf_of
from broadsheet.reading.edition import read_edition
from broadsheet.reading.glance import glance
from broadsheet.reading.head import read_head
from broadsheet.reading.seal import seal_key
from broadsheet.reading.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from broadsheet.model.edition import EditionFile
    from broadsheet.publishing.crew import Crew
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.look import Changes
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.shelf import Found, Shelf
    from broadsheet.reading.source import Source

CHUNK = 256
"""Files that a worker is handed at once."""
EDITION = "edition.yaml"


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """Files to read in one go: each with the digest that is known ("" for none), and whether to read on if it holds."""

    content: Path | str
    shown: str
    timezone: str
    files: tuple[tuple[Found, str, bool], ...]


class FileRead(NamedTuple):
    """What a file is, as far as the plan needs it; a tuple, since there are very many.

    `found` is the file as it was looked at, `digest` is "" for one that can't be read. `same` says that the bytes are
    those that were known, so that nothing else was read. `edition` is the name of the edition that an article, an
    edition.yaml or a record belongs to; the rest is an article's, `shown_from` being None for a draft, "" for one that
    is shown as soon as its edition is. `plan` is an edition.yaml's EditionFile, pickled.
    """

    found: Found
    digest: str
    same: bool = False
    edition: str | None = None
    address: str | None = None
    shown_from: str | None = None
    slug: str | None = None
    section: str | None = None
    page: str | None = None
    plan: bytes | None = None

    @property
    def file(self) -> str:
        """Its path below the content folder."""
        return self.found[0]


def read_changes(changes: Changes, ledger: Ledger, crew: Crew, content: ContentFolder, progress: Progress) -> Touched:
    """Read what may have changed, and note it in the ledger."""
    touched = Touched()
    # Where nothing is known yet, or no more, everything is new, and nothing worth telling.
    is_told = bool(ledger.rows("SELECT 1 FROM files LIMIT 1"))
    ledger.write("DELETE FROM changes", [()])
    for folder in changes.gone:
        _forget(
            ledger, touched, (file for (file,) in ledger.rows("SELECT file FROM files WHERE folder = ?", (folder,)))
        )
        ledger.write("DELETE FROM folders WHERE folder = ?", [(folder,)])
    reached = total = 0

    def waiting() -> Iterator[tuple[Found, str, bool]]:
        nonlocal total
        shelf = shelf_of(content.folder)
        for folder in changes.folders:
            files = _differing(shelf, folder, ledger, touched)
            total += len(files)
            yield from files

    orders = (ReadingOrder(content.folder, content.shown, content.timezone, chunk) for chunk in _chunks(waiting()))
    for rows in crew.map(read_files, orders, weigh=lambda order: len(order.files)):
        found = [row for row in rows if not row.same]
        retimed = ((row.found[1], row.found[2], row.file) for row in rows if row.same)
        ledger.write("UPDATE files SET size = ?, time = ? WHERE file = ?", retimed)
        before = _known([row.file for row in found], ledger)
        touched.note(found, {edition for edition, _ in before.values() if edition})
        if is_told:
            _tell(ledger, found, before)
        words = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ledger.write(words, (_row(row) for row in found))
        progress.reach(reached := reached + len(rows), total)
    return touched


def _differing(shelf: Shelf, folder: str, ledger: Ledger, touched: Touched) -> list[tuple[Found, str, bool]]:
    """The files of a folder to read, as an order has them; those that are gone are forgotten."""
    words = "SELECT file, size, time, digest FROM files WHERE folder = ?"
    before = {row[0]: row for row in ledger.rows(words, (folder,))}
    there = shelf.files(folder)
    ledger.write("INSERT OR REPLACE INTO folders VALUES (?, ?)", [(folder, digest_of(there))])
    pairs = [(found, before.pop(found[0], None)) for found in there]
    # An edition.yaml gives its date to the articles beside it: they are read again with it.
    other = [found[0] for found, left in pairs if left is None or left[:3] != found]
    again = any(is_plan(file) for file in (*other, *before))
    _forget(ledger, touched, before)
    return [
        (found, left[3] if left else "", again)
        for found, left in pairs
        if left is None or left[:3] != found or (again and is_article(found[0]))
    ]


def _forget(ledger: Ledger, touched: Touched, files: Iterable[str]) -> None:
    """Take files that are gone out of the ledger."""
    gone = list(files)
    before = _known(gone, ledger)
    touched.editions |= {edition for edition, _ in before.values() if edition}
    told = ((file, "is gone", edition, None) for file, (edition, _) in before.items())
    ledger.write("INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?)", told)
    ledger.write("DELETE FROM files WHERE file = ?", ((file,) for file in gone))


def _chunks(files: Iterable[tuple[Found, str, bool]]) -> Iterator[tuple[tuple[Found, str, bool], ...]]:
    chunk: list[tuple[Found, str, bool]] = []
    for row in files:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The content folder: where it is, how diagnostics name it, and the time zone of its paper."""

    folder: Path | str
    shown: str
    timezone: str


@dataclass(slots=True)
class Touched:
    """Names of the editions that the changes touch; `broken` are articles, edition.yaml files and records at fault."""

    editions: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)

    def note(self, rows: Iterable[FileRead], before: set[str]) -> None:
        """Take in files that were read, and the editions that they belonged to before."""
        self.editions |= before
        for row in rows:
            if row.edition:
                self.editions.add(row.edition)
            elif is_article(row.file) or is_plan(row.file) or is_seal(row.file):
                self.broken.add(row.file)


def read_files(order: ReadingOrder) -> list[FileRead]:
    """Read files of the content folder as far as the plan of the paper needs it."""
    reader = _Reader(order, shelf_of(order.content))
    return [reader.read(*row) for row in order.files]


def folder_plan(shelf: Shelf, shown: str, folder: str, timezone: str) -> tuple[EditionFile | None, bool]:
    """What a folder's edition.yaml says, None where there is none; and whether there is one that can't be read."""
    path = f"{folder}/{EDITION}" if folder else EDITION
    if EDITION not in shelf.names(folder):
        return None, False
    source = text_of(shelf, shown, path)
    plan = None if isinstance(source, Diagnostic) else read_edition(source, timezone)[0]
    return plan, plan is None


def text_of(shelf: Shelf, shown: str, path: str) -> Source | Diagnostic:
    """A text of the content folder, or what is wrong with it."""
    file = f"{shown}/{path}"
    try:
        return decode(file, shelf.read(path))
    except OSError as error:
        hint = "may this account read it?"
        if isinstance(error, FileNotFoundError):
            hint = RENAME if misspelt(path) else "does the link lead to a file?"
        return Diagnostic("unreadable-file", f"the file can't be read: {error.strerror}", Place(file), hint)


def is_plan(file: str) -> bool:
    """Whether a file is an edition.yaml."""
    return file.rpartition("/")[2] == EDITION


@dataclass(slots=True)
class _Reader:
    """Reads files of one order; what an edition.yaml says is kept for the articles beside it."""

    order: ReadingOrder
    shelf: Shelf
    plans: dict[str, tuple[EditionFile | None, bool]] = field(default_factory=dict)

    def read(self, found: Found, known: str, on: bool) -> FileRead:  # noqa: FBT001 - a row of the order
        """A file whose digest was `known`; one that is the same is read `on` only where it must be."""
        file = found[0]
        try:
            data = self.shelf.read(file)
        except OSError:
            return FileRead(found, "")
        digest = disk.digest(data)
        if digest == known and not on:
            return FileRead(found, digest, same=True)
        if is_article(file):
            return self._article(found, digest, data)
        if is_seal(file):
            return self._seal(found, digest, data)
        return self._plan(found, digest, data) if is_plan(file) else FileRead(found, digest)

    def _seal(self, found: Found, digest: str, data: bytes) -> FileRead:
        source = decode(f"{self.order.shown}/{found[0]}", data)
        key = None if isinstance(source, Diagnostic) else seal_key(source)
        return FileRead(found, digest, edition=key.name if key else None)

    def _plan(self, found: Found, digest: str, data: bytes) -> FileRead:
        source = decode(f"{self.order.shown}/{found[0]}", data)
        plan = None if isinstance(source, Diagnostic) else read_edition(source, self.order.timezone)[0]
        if plan is None:
            return FileRead(found, digest)
        return FileRead(found, digest, edition=plan.key.name, plan=pickle.dumps(plan))

    def _article(self, found: Found, digest: str, data: bytes) -> FileRead:
        file = found[0]
        folder = file.rpartition("/")[0]
        if folder not in self.plans:
            self.plans[folder] = folder_plan(self.shelf, self.order.shown, folder, self.order.timezone)
        plan, broken = self.plans[folder]
        if (plain := glance(file, data, plan)) and not broken:
            address = article_address(plain.edition, plain.slug)
            return FileRead(found, digest, False, plain.edition.name, address, "", *plain[1:])  # noqa: FBT003 - its order
        source = decode(f"{self.order.shown}/{file}", data)
        head = None
        if not isinstance(source, Diagnostic):
            head = read_head(source, plan, self.order.timezone, date_unknown=broken)
        if head is None:
            return FileRead(found, digest)
        moment = head.publish_at.astimezone(UTC).isoformat() if head.publish_at else ""
        return FileRead(
            found,
            digest,
            edition=head.edition.name,
            address=article_address(head.edition, head.slug),
            shown_from=None if head.draft else moment,
            slug=head.slug,
            section=head.section,
            page=head.page,
        )


def _row(row: FileRead) -> tuple[object, ...]:
    return (row.file, row.file.rpartition("/")[0], *row.found[1:], row.digest, *row[3:])


def _known(files: Iterable[str], ledger: Ledger) -> dict[str, tuple[str | None, str]]:
    """Those of some files that were there, each with the edition that it belonged to, None for none, and its digest."""
    words = "SELECT edition, digest FROM files WHERE file = ?"
    return {file: row for file in files for row in ledger.rows(words, (file,))}


def _tell(ledger: Ledger, rows: Iterable[FileRead], known: Mapping[str, tuple[str | None, str]]) -> None:
    """Note for people those files that differ from the last build, and not only what they belong to."""
    for row in rows:
        edition, digest = known.get(row.file, (None, None))
        if digest != row.digest:
            told = (row.file, "is new" if digest is None else "changed", edition, row.edition)
            ledger.write("INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?)", [told])
