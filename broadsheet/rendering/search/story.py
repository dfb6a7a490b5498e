"""An article as the search index knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.credit import credit_line
from broadsheet.planning.paper import address_of
from broadsheet.rendering.search.document import SearchDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.model.article import Article
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.placement import PlacedEdition, PlacedPage


def search_documents(paper: Paper) -> Iterator[SearchDocument]:
    """A search document for every released article, edition by edition."""
    for edition in paper.editions:
        for placed in edition.pages:
            for article in placed.articles:
                yield _document(paper, edition, placed, article)


def _document(paper: Paper, edition: PlacedEdition, placed: PlacedPage, article: Article) -> SearchDocument:
    language = article.language or paper.language(edition.copy)
    pictures = (*article.pictures, *article.body.pictures)
    byline = "" if article.byline_in_body else article.byline.text
    return SearchDocument(
        address=address_of(article),
        language=language,
        title=" ".join(article.title),
        date=article.edition.date,
        kicker=" ".join(article.kicker),
        subtitle=" ".join(article.subtitle),
        byline=byline,
        captions=tuple(picture.caption for picture in pictures if picture.caption),
        credits=tuple(line for picture in pictures if (line := credit_line(picture, language))),
        paragraphs=(*((article.summary,) if article.summary else ()), article.dateline, *article.body.paragraphs),
        section=article.section,
        people=tuple(dict.fromkeys(person.name for person in article.byline.people)),
        page_name=placed.page.name,
        page_number=placed.page.number,
        source=article.source,
        edition=article.edition.label,
    )
