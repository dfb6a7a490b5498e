"""Pages and the stories on them, as an editor leafs through: no number skipped, no page empty, no story adrift."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.checking.rules import warning_at
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.page_number import page_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.checking.pages import Standing
    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.edition import Page
    from broadsheet.model.place import Place


def check_numbering(copy: EditionCopy, standing: Sequence[Standing]) -> Iterator[Diagnostic]:
    """What is odd in the numbers of an edition; `standing` is each page with the articles that were placed on it."""
    listed = bool(copy.file and copy.file.pages)
    if listed or any(article.page for article in copy.articles):
        yield from _gaps(standing)
        yield from _adrift(copy, standing)
    for page, articles in standing if listed else ():
        if not articles and not page.kind:
            hint = "say what it is, “kind: advertisement”, or take it out of the list"
            message = f"page {page.number} has no story"
            yield Diagnostic("empty-page", message, page.place, hint, page.excerpt, Severity.WARNING)


def _gaps(standing: Sequence[Standing]) -> Iterator[Diagnostic]:
    """Where the numbers of pages with the same letters leave some out."""
    rows = {page_key(page.number): (page, articles) for page, articles in standing}
    for before, after in pairwise(sorted(key for key in rows if not key[2])):
        if before[0] != after[0] or after[1] - before[1] < 2:
            continue
        page, articles = rows[after]
        first, last = (_number(rows[before][0], n) for n in (before[1] + 1, after[1] - 1))
        skipped = f"page {first}" if first == last else f"pages {first} to {last}"
        place, excerpt = _place(page, articles)
        message = f"{skipped} missing before {page.number}"
        hint = "list what is on them: “kind: advertisement” for one without stories"
        yield Diagnostic("missing-page", message, place, hint, excerpt, Severity.WARNING)


def _adrift(copy: EditionCopy, standing: Sequence[Standing]) -> Iterator[Diagnostic]:
    """Stories that stand where they do because nothing says where they belong."""
    pages = [page for page, _ in standing]
    names = {page.name for page in pages if page.name}
    drawn = {slug for page in pages for slug in page.drawn}
    at = {article.file: page.number for page, articles in standing for article in articles}
    for article in copy.articles:
        if not article.page and article.slug not in drawn and not (article.section and article.section in names):
            message = f"this story names no page; it stands on {at[article.file]}, the last one"
            yield warning_at(article, "title", "no-page", message, "add “page: …”")


def _number(page: Page, count: int) -> str:
    """A number written as that of a page beside it: A05, 005, 5."""
    typed = page.number
    digits = sum(sign.isdecimal() for sign in typed)
    padded = typed[len(typed) - digits :].startswith("0")
    return typed[: len(typed) - digits] + (str(count).zfill(digits) if padded or digits > 1 else str(count))


def _place(page: Page, articles: Sequence[Article]) -> tuple[Place, str]:
    """Where edition.yaml lists a page; with none, where its first story names it."""
    if page.place.file or not articles:
        return page.place, page.excerpt
    first = min(articles, key=lambda article: (not article.page, article.file))
    return first.place_of("page")
