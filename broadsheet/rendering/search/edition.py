"""An edition's search documents: what the plan of bundles needs to know of them, and a bundle's own among them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from broadsheet.model.edition import EditionKey
from broadsheet.rendering.search.bundles import EditionEntry
from broadsheet.rendering.search.document import search_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from broadsheet.rendering.search.bundles import Bundle
    from broadsheet.rendering.search.document import SearchDocument


def edition_entries(documents: Iterable[SearchDocument], paper_language: str) -> tuple[EditionEntry, ...]:
    """One edition's documents as the plan sees them, a row for each language that they are indexed in."""
    by_language: dict[str, list[SearchDocument]] = {}
    for document in documents:
        by_language.setdefault(search_language(document, paper_language), []).append(document)
    return tuple(_entry(language, _in_order(own)) for language, own in sorted(by_language.items()))


def bundle_documents(
    bundle: Bundle, read_edition: Callable[[EditionKey], Iterable[SearchDocument]], paper_language: str
) -> Iterator[SearchDocument]:
    """The documents of `bundle`, an edition at a time, from `read_edition`, which gives all of an edition's."""
    for part in bundle.parts:
        own = [
            document
            for document in read_edition(part.key)
            if search_language(document, paper_language) == bundle.language
        ]
        yield from _in_order(own)[part.start : part.stop]


def _entry(language: str, documents: list[SearchDocument]) -> EditionEntry:
    digest = hashlib.sha256()
    characters = 0
    for document in documents:
        digest.update(repr(document).encode("utf-8", "surrogatepass"))
        characters += len(document.title) + sum(map(len, document.paragraphs))
    key = EditionKey(documents[0].date, documents[0].edition)
    return EditionEntry(key, language, len(documents), characters, digest.hexdigest()[:16])


def _in_order(documents: list[SearchDocument]) -> list[SearchDocument]:
    return sorted(documents, key=lambda document: document.address)
