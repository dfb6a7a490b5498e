"""The content folder, read whole."""

from __future__ import annotations

import contextlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.checking.unread import check_unread, may_be_article
from broadsheet.model.archive import Archive, Attachment, gather
from broadsheet.model.content_path import files_named_by, is_article
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.newspaper import Newspaper
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.publishing.extensions import load_extensions, markdown_extensions
from broadsheet.reading.article import read_article
from broadsheet.reading.attachment import DOCUMENTS, PICTURES, UnreadablePictureError, measure
from broadsheet.reading.edition import read_edition
from broadsheet.reading.newspaper import read_newspaper
from broadsheet.reading.source import Source, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionFile
    from broadsheet.publishing.extensions import Extension

ENOUGH_FOR_MORE_WORKERS = 400
"""Articles below which starting processes costs more than it saves (about a second of reading)."""
CHUNK = 50
BEGINNING = 1_000
"""Bytes of a text file that tell whether it begins as an article does."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the content folder holds.

    `files` are all its files as diagnostics name them; `broken` are the article files that gave no article and the
    edition.yaml files that gave no edition, of whose stories and pages other rules must not say that they don't exist.
    `masthead` is the drawn title beside newspaper.yaml.
    """

    archive: Archive
    files: tuple[str, ...]
    broken: frozenset[str]
    masthead: Attachment | None
    extensions: tuple[Extension, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Order:
    """One article file to read, with what its folder's edition.yaml says; `date_unknown` where that is at fault.

    `extensions` are the names and versions of modules below `content` that add syntax: the modules themselves don't go
    from process to process.
    """

    path: Path
    file: str
    folder: EditionFile | None
    timezone: str
    date_unknown: bool
    extensions: tuple[tuple[str, str], ...]
    content: Path


def read_content(folder: Path, shown: str, workers: int) -> Content:
    """Everything below `folder`, whose files diagnostics name as `shown/…`. Raises OSError where the disk fails."""
    names = tuple(disk.files_under(folder))
    files = tuple(f"{shown}/{name}" for name in names)
    paths = dict(zip(files, (folder / name for name in names), strict=True))
    diagnostics: list[Diagnostic] = []
    newspaper = _newspaper(paths, f"{shown}/newspaper.yaml", diagnostics)
    extensions, faults = load_extensions(newspaper.extensions, folder)
    diagnostics += faults
    with_syntax = tuple((extension.name, extension.version) for extension in extensions if extension.markdown)
    editions = _editions(paths, newspaper.timezone, diagnostics)
    by_folder = {edition.folder: edition for edition in editions}
    broken = {file for file in paths if file.endswith("/edition.yaml") and file.rpartition("/")[0] not in by_folder}
    orders = []
    for file in files:
        if is_article(file):
            beside = file.rpartition("/")[0]
            date_unknown = f"{beside}/edition.yaml" in broken
            known = by_folder.get(beside)
            orders.append(_Order(paths[file], file, known, newspaper.timezone, date_unknown, with_syntax, folder))
    articles: list[Article] = []
    for order, (article, found) in zip(orders, _read_all(orders, workers), strict=True):
        diagnostics += found
        if article:
            articles.append(article)
        else:
            broken.add(order.file)
    attachments = _attachments(paths, articles, diagnostics)
    diagnostics += _unread(paths, shown, articles)
    masthead = _attach(paths, f"{shown}/masthead.svg", diagnostics)
    archive = Archive(newspaper, gather(articles, editions, newspaper.timezone), attachments)
    return Content(archive, files, frozenset(broken), masthead, extensions, tuple(diagnostics))


def _newspaper(paths: dict[str, Path], file: str, diagnostics: list[Diagnostic]) -> Newspaper:
    source = _source(paths, file, diagnostics)
    if source is None:
        return Newspaper()
    newspaper, found = read_newspaper(source)
    diagnostics += found
    return newspaper


def _editions(paths: dict[str, Path], timezone: str, diagnostics: list[Diagnostic]) -> list[EditionFile]:
    editions: dict[object, EditionFile] = {}
    for file in paths:
        source = _source(paths, file, diagnostics) if file.endswith("/edition.yaml") else None
        if source is None:
            continue
        edition, found = read_edition(source, timezone)
        diagnostics += found
        if edition is None:
            continue
        if edition.key in editions:
            other = editions[edition.key].place
            message = f"the edition of {edition.key.date} is described twice"
            hint = f"{other.file}:{other.line} does it, too; give one a label, or keep one"
            diagnostics.append(
                Diagnostic("duplicate-edition", message, edition.place, hint, source.line(edition.place.line))
            )
        editions.setdefault(edition.key, edition)
    return list(editions.values())


def _source(paths: dict[str, Path], file: str, diagnostics: list[Diagnostic]) -> Source | None:
    if file not in paths:
        return None
    source = _text(file, paths[file])
    if isinstance(source, Diagnostic):
        diagnostics.append(source)
        return None
    return source


def _text(file: str, path: Path) -> Source | Diagnostic:
    try:
        return decode(file, disk.read(path))
    except OSError as error:
        hint = "does the link lead to a file?" if path.is_symlink() else "may this account read it?"
        return Diagnostic("unreadable-file", f"the file can't be read: {error.strerror}", Place(file), hint)


def _read_all(orders: list[_Order], workers: int) -> Iterator[tuple[Article | None, tuple[Diagnostic, ...]]]:
    if workers < 2 or len(orders) < ENOUGH_FOR_MORE_WORKERS:
        yield from map(_read_one, orders)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_read_one, orders, chunksize=CHUNK)


def _read_one(order: _Order) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    source = _text(order.file, order.path)
    if isinstance(source, Diagnostic):
        return None, (source,)
    syntax = markdown_extensions(order.extensions, order.content)
    try:
        return read_article(source, order.folder, order.timezone, date_unknown=order.date_unknown, extensions=syntax)
    except Exception as error:
        if not syntax:
            raise
        names = ", ".join(name for name, _ in order.extensions)
        message = f"the syntax of {names} failed: {type(error).__name__}: {error}"
        return None, (Diagnostic("extension-failed", message, Place(order.file)),)


def _unread(paths: dict[str, Path], shown: str, articles: Iterable[Article]) -> Iterator[Diagnostic]:
    """Warnings for files that look like copy and that nobody reads."""
    texts = [file for file in paths if may_be_article(file)]
    linked = {file for article in articles for file in files_named_by(article)} if texts else set()
    for file in paths:
        text = ""
        if may_be_article(file) and file not in linked:
            with contextlib.suppress(OSError):
                text = disk.read(paths[file])[:BEGINNING].decode("utf-8", "replace")
        found = check_unread(file, shown, text)
        if found:
            yield found


def _attachments(
    paths: dict[str, Path], articles: Iterable[Article], diagnostics: list[Diagnostic]
) -> dict[str, Attachment]:
    """The pictures that articles show and the documents that they link to."""
    wanted = dict.fromkeys(file for article in articles for file in files_named_by(article))
    found = {file: _attach(paths, file, diagnostics) for file in wanted}
    return {file: attachment for file, attachment in found.items() if attachment}


def _attach(paths: dict[str, Path], file: str, diagnostics: list[Diagnostic]) -> Attachment | None:
    ending = "." + file.rpartition(".")[2].lower()
    if file not in paths or ending not in PICTURES | DOCUMENTS:
        return None
    try:
        data = disk.read(paths[file])
        width, height = measure(file, data)
    except UnreadablePictureError as error:
        diagnostics.append(Diagnostic("unreadable-picture", str(error), Place(file), error.hint))
        return None
    except OSError as error:
        diagnostics.append(Diagnostic("unreadable-file", f"the file can't be read: {error.strerror}", Place(file)))
        return None
    return Attachment(file, disk.digest(data), width, height)
