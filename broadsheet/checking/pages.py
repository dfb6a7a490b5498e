"""Rules of an edition's pages: every story on a page that exists, every slot of a grid with its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.rules import at_key, did_you_mean
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.page_number import page_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.edition import Page


def check_pages(
    copy: EditionCopy, standing: Sequence[tuple[Page, Sequence[Article]]], broken: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """The faults of one edition; `standing` is each page with the articles that were placed on it.

    `broken` are the slugs of stories whose files could not be read: nobody is told that they don't exist.
    """
    known = [page.number for page, _ in standing]
    keys = {page_key(number) for number in known}
    slugs = [article.slug for article in copy.articles]
    for article in copy.articles:
        listed = bool(copy.file and copy.file.pages)
        if listed and article.page and page_key(article.page) not in keys:
            message = f'no page "{article.page}" in this edition'
            yield at_key(article, "page", "unknown-page", message, did_you_mean(article.page, known))
        if article.jump_to and page_key(article.jump_to) not in keys:
            message = f'no page "{article.jump_to}" to jump to'
            yield at_key(article, "jump_to", "unknown-jump", message, did_you_mean(article.jump_to, known))
        if article.teaser_of and article.teaser_of not in slugs and article.teaser_of not in broken:
            message = f'no story "{article.teaser_of}" in this edition'
            yield at_key(article, "teaser_of", "unknown-teaser", message, did_you_mean(article.teaser_of, slugs))
        elif article.teaser_of == article.slug:
            yield at_key(article, "teaser_of", "unknown-teaser", "a teaser that points to itself")
    for page, articles in standing:
        yield from _check_grid(page, articles, slugs, broken)


def _check_grid(
    page: Page, articles: Sequence[Article], slugs: Sequence[str], broken: Collection[str]
) -> Iterator[Diagnostic]:
    if page.grid is None:
        return
    here = [article.slug for article in articles]
    drawn = {slot.slug for slot in page.grid.slots}
    for slot in page.grid.slots:
        if slot.slug in here or slot.slug in broken:
            continue
        if slot.slug in slugs:
            message, hint = f'"{slot.slug}" stands on another page', f"give it page: {page.number}, or take it out of the grid"
        else:
            message = f'no story "{slot.slug}" for this slot'
            hint = did_you_mean(slot.slug, [slug for slug in here if slug not in drawn] or here)
        yield Diagnostic("empty-slot", message, slot.place, hint, slot.excerpt)
    for article in articles:
        if article.slug not in drawn:
            message = f'in no slot of page {page.number}\'s grid'
            hint = f'add "{article.slug}" to the grid at {page.place.file}:{page.grid.slots[0].place.line}'
            yield at_key(article, "page", "no-slot", message, hint)
