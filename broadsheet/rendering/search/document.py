"""A search document: what the index knows of one article. Published pages are never indexed themselves."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from broadsheet.rendering.search.bigrams import (
    BLOCK_MARK,
    TITLE_MARK,
    WORD_MARK,
    halve,
    has_cjk,
    latin_words,
    patch,
    read_back,
    spell,
    tidy,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

ANY_LANGUAGE = "und"
"""The language of documents that are spelt in bigrams: Pagefind neither segments nor stems it."""

FORMAT_VERSION = "3"
"""Part of every bundle's digest; raise it when `write_document` or `bigrams` writes something else."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What of an article can be found, and what narrows a search.

    `address` is the article's, from the site's root (`/2025/04/16/park/`); `language` is BCP 47; lines of a title are
    joined; `people` are the names in the byline; `page_name` is the page's (要闻), `page_number` its number (A05).
    `labels` are the short texts round the copy: column, genre, editors, keywords. `teaser` says that the article only
    points to another, which then comes first. Texts that the article lacks are "".
    """

    address: str
    language: str
    title: str
    date: dt.date
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    section: str = ""
    people: tuple[str, ...] = ()
    page_name: str = ""
    page_number: str = ""
    source: str = ""
    edition: str = ""
    teaser: bool = False


def write_document(document: SearchDocument, paper_language: str) -> str:
    """The HTML that Pagefind reads for `document`.

    Its text is blocks, each begun by a word that names it (BLOCK_MARK and a letter of `_blocks`), spelt in bigrams
    or, in a paper of Latin script, as it is. The title is the first, so that a hit's place says whether it stands
    there. Bigrams know no words, so every Latin word follows whole, marked with WORD_MARK, and those of the title once
    more with TITLE_MARK before it. What the spelling loses is in the metadatum `patches`.
    """
    language = search_language(document, paper_language)
    blocks = [(letter, weight, text) for letter, weight, copy in _blocks(document) if (text := tidy(copy))]
    # Spans, because Pagefind ends the text of a block element with a full stop of its own.
    spans = [
        f'<span data-pagefind-weight="{weight}">{BLOCK_MARK}{letter} {_spelt(text, language)}</span> '
        for letter, weight, text in blocks
    ]
    copy = "".join([text for _, _, text in blocks])
    patches = patch(copy, read_back(copy) if language == ANY_LANGUAGE else halve(copy))
    marked = " ".join(_marked(blocks)) if language == ANY_LANGUAGE else ""
    return "".join(
        [
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head><body data-pagefind-body>',
            f'<i data-pagefind-meta="patches[data-value]" data-value="{escape(patches)}"></i>' if patches else "",
            *spans,
            f"<span>{BLOCK_MARK}m {marked}</span>" if marked else "",
            "</body></html>\n",
        ]
    )


def title_words(document: SearchDocument, paper_language: str) -> int:
    """How many words the title is in `write_document`: a hit at the places 1 to that many stands in the title."""
    title = tidy(document.title)
    return len(title) if search_language(document, paper_language) == ANY_LANGUAGE else len(title.split())


def search_language(document: SearchDocument, paper_language: str) -> str:
    """The language that `document` is indexed in; a bundle holds documents of one only.

    ANY_LANGUAGE (bigrams, every substring is found) in a paper of Han script, and elsewhere for a story with
    Han, kana or Hangul in it. A paper of Latin script is indexed by words in each story's language: stemmed,
    and a sixth of the size.
    """
    if _primary(paper_language) in ("zh", "ja", "ko", "yue", ANY_LANGUAGE):
        return ANY_LANGUAGE
    if any(map(has_cjk, copies(document))):
        return ANY_LANGUAGE
    return _primary(document.language or paper_language)


def copies(document: SearchDocument) -> Iterator[str]:
    """All copy of `document` that can be found."""
    return (copy for _, _, copy in _blocks(document))


def document_name(address: str) -> str:
    """The file name that makes Pagefind give back `address`: `2025/04/16/park/index.html`."""
    return f"{address.strip('/')}/index.html"


def _blocks(document: SearchDocument) -> Iterator[tuple[str, str, str]]:
    """(letter, Pagefind weight, copy) in the order of the document; titles weigh most."""
    yield "t", "10", document.title
    yield "k", "4", document.kicker
    yield "s", "4", document.subtitle
    yield "b", "2", document.byline
    yield "o", "1", document.source
    for caption in document.captions:
        yield "c", "1", caption
    for credit in document.credits:
        yield "r", "1", credit
    for paragraph in document.paragraphs:
        yield "p", "1", paragraph
    for correction in document.corrections:
        yield "x", "1", correction
    for label in document.labels:
        yield "l", "1", label


def _spelt(text: str, language: str) -> str:
    """Bigrams are letters and digits only: nothing in them needs escaping."""
    return spell(text) if language == ANY_LANGUAGE else escape(halve(text))


def _marked(blocks: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    title = [text for letter, _, text in blocks if letter == "t"]
    yield from (TITLE_MARK + WORD_MARK + word for word in latin_words("".join(title)))
    yield from (WORD_MARK + word for word in latin_words("\n".join([text for _, _, text in blocks])))


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
