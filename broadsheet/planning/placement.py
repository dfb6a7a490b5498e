"""Articles to the pages they stand on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.edition import Page
from broadsheet.model.page_number import page_key
from broadsheet.planning.makeup import weight
from broadsheet.planning.paper import edition_ref, page_ref
from broadsheet.planning.pointers import with_pointers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.newspaper import Section
    from broadsheet.planning.views import EditionRef, PageRef

MIDDLING = 3
"""Where a story with no importance of its own stands among those that have one."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page with its articles in editorial order."""

    page: Page
    ref: PageRef
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class PlacedEdition:
    """An edition with every article on a page."""

    copy: EditionCopy
    ref: EditionRef
    pages: tuple[PlacedPage, ...]
    page_refs: tuple[PageRef, ...]


def place(copy: EditionCopy, sections: Sequence[Section]) -> PlacedEdition:
    """The edition's pages: as edition.yaml lists them, else as articles number them, else one a section.

    Where edition.yaml lists pages, an article that names none stands on the page whose grid or areas name it, else on
    the page that is named like its section, else on the last page of stories.
    """
    if copy.file and copy.file.pages:
        pages = copy.file.pages
        at = {article.file: _page_of(article, pages) for article in copy.articles}
    elif any(article.page for article in copy.articles):
        pages = _numbered_pages(copy.articles)
        at = {article.file: _page_of(article, pages) for article in copy.articles}
    else:
        names = _section_names(copy.articles, sections)
        pages = tuple(Page(str(number), name) for number, name in enumerate(names, 1))
        at = {article.file: names.index(article.section) for article in copy.articles}
    articles = with_pointers(copy.articles, pages, at)
    standing: list[list[Article]] = [[] for _ in pages]
    for article in articles:
        standing[at[article.file]].append(article)
    placed = tuple(
        PlacedPage(page, page_ref(copy.key, page, len(found)), _editorial_order(page, found))
        for page, found in zip(pages, standing, strict=True)
    )
    return PlacedEdition(
        replace(copy, articles=articles), edition_ref(copy.key, copy.file), placed, tuple(page.ref for page in placed)
    )


def _numbered_pages(articles: Sequence[Article]) -> tuple[Page, ...]:
    pages = {page_key(article.page): Page(article.page) for article in reversed(articles) if article.page}
    listed = []
    for key in sorted(pages):
        named = [a.section for a in articles if a.page and page_key(a.page) == key and a.section]
        # A page whose stories are all of one section is that section's page.
        listed.append(replace(pages[key], name=named[0] if len(set(named)) == 1 else ""))
    return tuple(listed)


def _section_names(articles: Sequence[Article], sections: Sequence[Section]) -> list[str]:
    """The sections that articles name, in the paper's order; what no section knows comes last."""
    used = dict.fromkeys(article.section for article in articles)
    names = [section.name for section in sections if section.name in used]
    return names + [name for name in used if name not in names]


def _page_of(article: Article, pages: Sequence[Page]) -> int:
    if article.page:
        key = page_key(article.page)
        for number, page in enumerate(pages):
            if page_key(page.number) == key:
                return number
    for number, page in enumerate(pages):
        if article.slug in page.drawn:
            return number
    for number, page in enumerate(pages):
        if article.section and page.name == article.section:
            return number
    return max((number for number, page in enumerate(pages) if not page.kind), default=len(pages) - 1)


def _editorial_order(page: Page, articles: Sequence[Article]) -> tuple[Article, ...]:
    """As the grid is read, or the areas are listed; without both by importance, then by weight, then by file."""
    drawn = {slug: number for number, slug in enumerate(page.drawn)}

    def rank(article: Article) -> tuple[int, int, int, str]:
        length = sum(map(len, article.body.paragraphs))
        pictured = bool(article.pictures or article.body.pictures)
        room = weight(length, pictured=pictured)
        return drawn.get(article.slug, len(drawn)), article.importance or MIDDLING, -room, article.file

    return tuple(sorted(articles, key=rank))


def importance(article: Article, order: int, *, first_page: bool) -> int:
    """1 (the lead) to 5: as the editor says, else by place: the first page's first story leads the edition."""
    if article.importance:
        return article.importance
    if order == 0:
        return 1 if first_page else 2
    return 3 if order <= 3 else 4
