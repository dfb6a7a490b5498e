"""Teasers that say so only in their copy: a body of nothing but “（A04）” or “详见A05版”."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.page_number import page_key
from broadsheet.model.pointer import POINTER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.model.article import Article
    from broadsheet.model.edition import Page


def with_pointers(
    articles: Sequence[Article], pages: Sequence[Page], standing: Mapping[str, int]
) -> tuple[Article, ...]:
    """The articles, those that only point to another page as teasers; `standing` is each one's page by file.

    Such an article is the teaser of the story with its headline on that page; with none it jumps to the page.
    """
    numbers = {page_key(page.number): number for number, page in enumerate(pages)}

    def pointed(article: Article) -> Article:
        found = None
        if not (article.teaser_of or article.jump_to) and len(article.body.paragraphs) == 1:
            found = POINTER.fullmatch(article.body.paragraphs[0])
        there = numbers.get(page_key(found[1])) if found else None
        if found is None or there is None or there == standing[article.file]:
            return article
        title = _letters(article)
        story = next((a for a in articles if standing[a.file] == there and _letters(a) == title), None)
        return replace(article, teaser_of=story.slug) if story else replace(article, jump_to=found[1])

    return tuple(map(pointed, articles))


def _letters(article: Article) -> str:
    """A headline without its spaces and breaks, which differ from page to page."""
    return "".join("".join(article.title).split())
