"""What an editor should know of a page that was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadsheet.model.article import Article
    from broadsheet.publishing.print_sheets import Sheets


def print_findings(sheets: Sheets, articles: Iterable[Article], page: str) -> Iterator[Diagnostic]:
    """Warnings for the stories that a page, by its number, has no room for, or for pictures of which it has none."""
    by_slug = {article.slug: article for article in articles}
    for slug, characters in sheets.overset:
        message = f"{characters:,} characters of this story find no room on page {page}"
        hint = "they are printed on a further sheet; shorten it, or name a page with room: jump_to"
        yield _warning("overset", message, by_slug[slug], hint)
    for slug, picture in sheets.left_out:
        message = f"picture {picture + 1} of this story finds no room on page {page}"
        yield _warning("picture-too-large", message, by_slug[slug], "it is left out in print")


def _warning(code: str, message: str, article: Article, hint: str) -> Diagnostic:
    place, excerpt = article.place_of("title")
    return Diagnostic(code, message, place if place.line else Place(article.file), hint, excerpt, Severity.WARNING)
