"""An article as the search index knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.credit import credit_line
from broadsheet.model.pointer import POINTER
from broadsheet.planning.paper import address_of
from broadsheet.rendering.search.document import SearchDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.article import Article
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage


def search_documents(paper: Paper, edition: PlacedEdition) -> Iterator[SearchDocument]:
    """A search document for every article of an edition."""
    for placed in edition.pages:
        for article in placed.articles:
            yield _document(paper, edition, placed, article)


def _document(paper: Paper, edition: PlacedEdition, placed: PlacedPage, article: Article) -> SearchDocument:
    """All that layouts/article.html prints of the story itself, but for its section, date and page, which narrow."""
    language = article.language or paper.language(edition.copy)
    pictures = (*article.pictures, *article.body.pictures)
    byline = "" if article.byline_in_body else article.byline.text
    captions = [text for picture in pictures for text in (picture.caption, picture.alt) if text]
    rights = [line for picture in pictures for line in (credit_line(picture, language), picture.copyright) if line]
    labels = (article.column, article.genre, *article.editors, *article.tags)
    return SearchDocument(
        address=address_of(article),
        language=language,
        title=" ".join(article.title),
        date=article.edition.date,
        kicker=" ".join(article.kicker),
        subtitle=" ".join(article.subtitle),
        byline=byline,
        # What a picture shows is told to those who don't see it, and may be all that is said of it.
        captions=tuple(dict.fromkeys(captions)),
        # The pictures of a gallery share a credit, which is printed once.
        credits=tuple(dict.fromkeys(rights)),
        paragraphs=tuple(_copy(article)),
        corrections=tuple(correction.text for correction in article.corrections),
        labels=tuple(dict.fromkeys(label for label in labels if label)),
        section=article.section,
        people=tuple(dict.fromkeys(person.name for person in article.people)),
        page_name=placed.page.name,
        page_number=placed.page.number,
        source=article.source,
        edition=article.edition.label,
        teaser=bool(article.teaser_of),
    )


def _copy(article: Article) -> Iterator[str]:
    """The summary, and the body with its dateline run in, as it is printed."""
    if article.summary:
        yield article.summary
    paragraphs = [text for text in article.body.paragraphs if not (article.teaser_of and POINTER.fullmatch(text))]
    if article.dateline and paragraphs and article.body.html.startswith("<p>"):
        paragraphs[0] = f"{article.dateline} {paragraphs[0]}"
    elif article.dateline:
        yield article.dateline
    yield from paragraphs
