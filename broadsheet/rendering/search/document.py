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

FORMAT_VERSION = "2"
"""Part of every digest of inputs; raise it when `write_document` or `bigrams` writes something else."""


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
    or, in a paper of Latin script, as it is. After them the title stands once more, every word marked with
    TITLE_MARK: a search for marked words is a search in titles. Bigrams know no words, so every Latin word follows
    whole, marked with WORD_MARK, and those of the title with both. The filter values are `section`, `byline` (each
    person), `page`, `number`, `edition`, `teaser` and `date`; what the spelling loses is in the metadatum `patches`.
    """
    language = search_language(document, paper_language)
    blocks = [(letter, weight, text) for letter, weight, copy in _blocks(document) if (text := tidy(copy))]
    # Spans, because Pagefind ends the text of a block element with a full stop of its own.
    spans = [
        f'<span data-pagefind-weight="{weight}">{BLOCK_MARK}{letter} {escape(_spelt(text, language))}</span> '
        for letter, weight, text in blocks
    ]
    copies = [text for _, _, text in blocks]
    read = "".join(_read(text, language) for text in copies)
    return "".join(
        [
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head><body data-pagefind-body>',
            *_attributes(document, patch("".join(copies), read)),
            *spans,
            f"<span>{BLOCK_MARK}m {escape(' '.join(_marked(tidy(document.title), copies, language)))}</span>",
            "</body></html>\n",
        ]
    )


def search_language(document: SearchDocument, paper_language: str) -> str:
    """The language that `document` is indexed in; a bundle holds documents of one only.

    ANY_LANGUAGE (bigrams, every substring is found) in a paper of Han script, and elsewhere for a story with
    Han, kana or Hangul in it. A paper of Latin script is indexed by words in each story's language: stemmed,
    and a sixth of the size.
    """
    if _primary(paper_language) in ("zh", "ja", "ko", "yue", ANY_LANGUAGE):
        return ANY_LANGUAGE
    if any(has_cjk(copy) for _, _, copy in _blocks(document)):
        return ANY_LANGUAGE
    return _primary(document.language or paper_language)


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
    return spell(text) if language == ANY_LANGUAGE else halve(text)


def _read(text: str, language: str) -> str:
    return read_back(spell(text)) if language == ANY_LANGUAGE else halve(text)


def _marked(title: str, copies: Iterable[str], language: str) -> Iterator[str]:
    yield from (TITLE_MARK + word for word in _spelt(title, language).split())
    if language == ANY_LANGUAGE:
        yield from (TITLE_MARK + WORD_MARK + word for word in latin_words(title))
        yield from (WORD_MARK + word for word in latin_words("\n".join(copies)))


def _attributes(document: SearchDocument, patches: str) -> Iterable[str]:
    filters = [
        ("section", document.section),
        *(("byline", person) for person in document.people),
        ("page", document.page_name),
        ("number", document.page_number),
        ("edition", document.edition),
        ("teaser", "1" if document.teaser else ""),
        ("date", document.date.isoformat()),
    ]
    for name, value in filters:
        if value:
            yield f'<i data-pagefind-filter="{name}[data-value]" data-value="{escape(value)}"></i>'
    if patches:
        yield f'<i data-pagefind-meta="patches[data-value]" data-value="{escape(patches)}"></i>'


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
