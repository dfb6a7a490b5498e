"""The search index of a build: a bundle is made again only when something in it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.search_index import build_bundle
from broadsheet.rendering.search.bundles import BundleEntry, plan_bundles, write_directory
from broadsheet.rendering.search.document import document_name, search_language, write_document
from broadsheet.rendering.search.story import search_documents

if TYPE_CHECKING:
    from pathlib import Path

    from broadsheet.planning.paper import Paper
    from broadsheet.publishing.stage import Stage


def stage_search(stage: Stage, paper: Paper, workdir: Path) -> None:
    """Stage `/pagefind/`: the bundles and their directory. Raises SearchIndexError and OSError."""
    language = paper.newspaper.language
    documents = {document_name(document.address): document for document in search_documents(paper)}
    bundles = plan_bundles(
        BundleEntry(name, search_language(document, language), document.date, fingerprint(repr(document)))
        for name, document in documents.items()
    )
    for bundle in bundles:
        path = f"pagefind/{bundle.name}"
        made_from = f"bundle {bundle.name} {bundle.digest}"
        if stage.keep_all(made_from):
            continue
        pages = ((entry.name, write_document(documents[entry.name], language)) for entry in bundle.entries)
        build_bundle(pages, stage.folder / path, workdir)
        stage.add_folder(path, made_from)
    directory = write_directory(bundles)
    if not stage.keep("pagefind/bundles.json", fingerprint(directory)):
        stage.add("pagefind/bundles.json", fingerprint(directory), directory.encode())
