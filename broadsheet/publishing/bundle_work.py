"""The job of a search bundle: the editions in it are read once more, and indexed."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.model.archive import released
from broadsheet.model.content_path import files_named_by
from broadsheet.model.described import described_copy
from broadsheet.planning.paper import Paper
from broadsheet.planning.placement import place
from broadsheet.publishing import disk
from broadsheet.publishing.attachments import attach
from broadsheet.publishing.context import bench_of
from broadsheet.publishing.copy import read_copy
from broadsheet.publishing.proofs import Desk
from broadsheet.publishing.search_index import DOCUMENTS, SPARE, build_bundle
from broadsheet.publishing.stage import Tray, work_of
from broadsheet.rendering.search.edition import bundle_documents
from broadsheet.rendering.search.story import search_documents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.model.archive import Attachment
    from broadsheet.model.edition import EditionKey
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.stage import Left
    from broadsheet.rendering.search.bundles import Bundle
    from broadsheet.rendering.search.document import SearchDocument

Files = tuple[str, tuple[str, ...]]
"""An edition's edition.yaml ("" for none) and its articles, below the content folder."""


@dataclass(frozen=True, slots=True)
class BundleOrder:
    """A bundle to index: the files of each of its editions, and what is known of those that their copy names.

    `at_once` is how many may be indexed at the same time.
    """

    context: bytes
    bundle: Bundle
    editions: Mapping[EditionKey, Files]
    attachments: Mapping[str, Attachment]
    known: Mapping[str, Left]
    at_once: int


@dataclass(frozen=True, slots=True)
class BundleMade:
    """A bundle as its job leaves it; `grams` is the list of its grams, for the directory."""

    bundle: Bundle
    tray: Tray
    grams: bytes


def make_bundle(order: BundleOrder) -> BundleMade:
    """Index a bundle. Raises SearchIndexError where Pagefind fails, and OSError from the disk."""
    bench = bench_of(order.context)
    context = bench.context
    tray = Tray(context.stage, order.known)
    path = order.bundle.address
    language = context.newspaper.language

    def documents_of(key: EditionKey) -> list[SearchDocument]:
        return _documents(bench, key, order)

    with tempfile.TemporaryDirectory(prefix="bundle-", dir=work_of(context.stage) if context.stage else None) as own:
        work = Path(own)
        documents = bundle_documents(order.bundle, documents_of, language)
        if context.stage:
            spare_of(context.stage).mkdir(exist_ok=True)
            disk.take(spare_of(context.stage), work / SPARE)
        destination = (context.stage or work) / path
        turn = disk.turn(context.stage.parent, order.bundle.name, order.at_once) if context.stage else nullcontext()
        build_bundle(documents, language, destination, work / "grams", work, turn=turn)
        if context.stage:
            (work / DOCUMENTS).rename(spare_of(context.stage) / work.name)
            tray.put_folder(path)
        else:
            for name in disk.files_under(destination):
                tray.put(f"{path}/{name}", disk.read(destination / name))
        return BundleMade(order.bundle, tray, disk.read(work / "grams"))


def spare_of(stage: Path) -> Path:
    """Where the documents of bundles that are made wait for the next ones."""
    return work_of(stage) / "documents"


def _documents(bench: Bench, key: EditionKey, order: BundleOrder) -> list[SearchDocument]:
    context = bench.context
    copy, _ = read_copy(bench, key, *order.editions[key])
    named = {file for article in copy.articles for file in files_named_by(article)}
    attached = attach(bench.content, context.shown, filter(Desk(bench).there, named), [], order.attachments)
    copy = described_copy(copy, {file: a.picture for file, a in attached.items() if a.picture})
    paper = Paper(context.newspaper, context.sections)
    edition = place(released(copy, context.as_of, drafts=context.drafts), context.sections)
    return list(search_documents(paper, edition))
