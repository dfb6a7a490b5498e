"""Everything the planners draw on: the released paper, placed, with its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from broadsheet.model.address import article_address, edition_address, page_address, section_address, slugify
from broadsheet.model.newspaper import Section
from broadsheet.model.page_number import page_key
from broadsheet.planning.placement import PlacedEdition, place
from broadsheet.planning.views import EditionRef, Link, PageRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.model.archive import Archive, Attachment, EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionKey
    from broadsheet.model.newspaper import Newspaper
    from broadsheet.planning.placement import PlacedPage


@dataclass(frozen=True)
class Paper:
    """The newspaper with its released editions placed, oldest first.

    `by_file` finds an article by the path of its Markdown file, for links between articles.
    """

    newspaper: Newspaper
    editions: tuple[PlacedEdition, ...]
    sections: tuple[Section, ...]
    attachments: Mapping[str, Attachment]

    @cached_property
    def by_file(self) -> dict[str, Article]:
        """Released articles by file."""
        return {article.file: article for edition in self.editions for article in edition.copy.articles}

    @cached_property
    def section_slugs(self) -> dict[str, str]:
        """Slugs of sections by name."""
        return {section.name: section.slug for section in self.sections}

    def section_link(self, name: str) -> Link | None:
        """A section's name with its address; None for an article without one."""
        return Link(name, section_address(self.section_slugs[name])) if name in self.section_slugs else None

    def language(self, copy: EditionCopy) -> str:
        """The language of an edition."""
        return (copy.file.language if copy.file else "") or self.newspaper.language


def paper_of(archive: Archive) -> Paper:
    """The paper to plan, from the copy that may be shown."""
    sections = archive.newspaper.sections or _sections_of(archive.editions)
    editions = tuple(place(copy, sections) for copy in archive.editions)
    return Paper(archive.newspaper, editions, sections, archive.attachments)


def _sections_of(editions: Sequence[EditionCopy]) -> tuple[Section, ...]:
    """Where the paper lists no sections: those that articles name, in the order of the newest edition's pages."""
    names: dict[str, None] = {}
    for copy in reversed(editions):
        listed = copy.file.pages if copy.file else ()
        order = {page_key(page.number): number for number, page in enumerate(listed)}
        for article in sorted(copy.articles, key=lambda a: (order.get(page_key(a.page), len(order)), page_key(a.page))):
            if article.section:
                names.setdefault(article.section)
    return tuple(Section(name, slugify(name)) for name in names)


def edition_ref(copy: EditionCopy) -> EditionRef:
    """An edition's name and address."""
    issue, title = (copy.file.issue_number, copy.file.title) if copy.file else ("", "")
    return EditionRef(copy.key.date, copy.key.label, edition_address(copy.key), issue, title)


def page_ref(edition: EditionKey, placed: PlacedPage) -> PageRef:
    """A page's name and address."""
    page = placed.page
    address = page_address(edition, page.number)
    return PageRef(page.number, page.name, address, len(placed.articles), page.kind, page.supplement)


def address_of(article: Article) -> str:
    """An article's address."""
    return article_address(article.edition, article.slug)
