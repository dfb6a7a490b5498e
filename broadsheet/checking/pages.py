"""Rules of an edition's pages: every story on a page that exists, every slot of a grid with its story."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from broadsheet.checking.rules import at_key, closest, did_you_mean
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.page_number import page_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionKey, Page

Standing = tuple["Page", "Sequence[Article]"]


def check_pages(
    copy: EditionCopy,
    standing: Sequence[Standing],
    broken: Collection[str] = (),
    editions_of: Mapping[str, Sequence[EditionKey]] = MappingProxyType({}),
) -> Iterator[Diagnostic]:
    """The faults of one edition; `standing` is each page with the articles that were placed on it.

    `broken` are the slugs of stories whose files could not be read: nobody is told that they don't exist.
    `editions_of` are the editions that have a story of a slug.
    """
    known = [page.number for page, _ in standing]
    keys = {page_key(number) for number in known}
    slugs = [article.slug for article in copy.articles]
    listed = bool(copy.file and copy.file.pages)
    for article in copy.articles:
        if listed and article.page and page_key(article.page) not in keys:
            message = f'no page "{article.page}" in this edition'
            yield at_key(article, "page", "unknown-page", message, did_you_mean(article.page, known))
        if article.jump_to and page_key(article.jump_to) not in keys:
            message = f'no page "{article.jump_to}" to jump to'
            yield at_key(article, "jump_to", "unknown-jump", message, did_you_mean(article.jump_to, known))
        yield from _check_teaser(article, slugs, broken)
    for page, articles in standing:
        yield from _check_grid(page, articles, standing, broken, _elsewhere(copy.key, page, editions_of))


def _check_teaser(article: Article, slugs: Sequence[str], broken: Collection[str]) -> Iterator[Diagnostic]:
    if not article.teaser_of:
        return
    others = [slug for slug in slugs if slug != article.slug]
    if article.teaser_of == article.slug:
        message, hint = "a teaser that points to itself", "name the slug of the story that it points to"
        yield at_key(article, "teaser_of", "unknown-teaser", message, hint)
    elif article.teaser_of not in slugs and article.teaser_of not in broken:
        hint = did_you_mean(article.teaser_of, others)
        yield at_key(article, "teaser_of", "unknown-teaser", f'no story "{article.teaser_of}" in this edition', hint)


def _elsewhere(
    edition: EditionKey, page: Page, editions_of: Mapping[str, Sequence[EditionKey]]
) -> dict[str, EditionKey]:
    """For each slot of a page that other editions have a story for, the nearest of them."""
    found = {}
    for slot in page.grid.slots if page.grid else ():
        others = [key for key in editions_of.get(slot.slug, ()) if key != edition]
        if others:
            found[slot.slug] = min(others, key=lambda key: (abs(key.date - edition.date), key))
    return found


def _check_grid(
    page: Page,
    articles: Sequence[Article],
    standing: Sequence[Standing],
    broken: Collection[str],
    other_editions: Mapping[str, EditionKey],
) -> Iterator[Diagnostic]:
    if page.grid is None:
        return
    here = [article.slug for article in articles]
    drawn = {slot.slug for slot in page.grid.slots}
    elsewhere = {article.slug: (article, other) for other, others in standing for article in others if other != page}
    meant = set()
    for slot in page.grid.slots:
        if slot.slug in here or slot.slug in broken:
            continue
        if slot.slug in elsewhere:
            article, other = elsewhere[slot.slug]
            message = f'"{slot.slug}" stands on page {other.number}'
            hint = f"take it out of the grid, or write “page: {page.number}” in {article.file}"
        elif slot.slug in other_editions:
            key = other_editions[slot.slug]
            message = f'no story "{slot.slug}" in this edition'
            hint = f"it belongs to the edition of {key.date}" + (f" ({key.label})" if key.label else "")
        else:
            message = f'no story "{slot.slug}" for this slot'
            waiting = [slug for slug in here if slug not in drawn and slug not in meant]
            guess = closest(slot.slug, waiting)
            meant.add(guess)
            hint = f'did you mean "{guess}"?' if guess else did_you_mean(slot.slug, waiting or here)
        yield Diagnostic("empty-slot", message, slot.place, hint, slot.excerpt)
    for article in articles:
        # A story whose slot is misspelt is told at the slot.
        if article.slug not in drawn and article.slug not in meant:
            message = f"this story is in no slot of page {page.number}'s grid"
            hint = f'add "{article.slug}" to the grid at {page.place.file}:{page.grid.slots[0].place.line}'
            yield at_key(article, "page", "no-slot", message, hint)
