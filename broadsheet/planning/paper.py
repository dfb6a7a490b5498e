"""What the planners of an edition draw on besides its copy, and how its parts are named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.model.address import article_address, edition_address, page_address, section_address
from broadsheet.model.archive import release_of
from broadsheet.planning.views import EditionRef, Link, PageRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.model.archive import Attachment, EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionFile, EditionKey, Page
    from broadsheet.model.newspaper import Newspaper, Section
    from broadsheet.model.seal import Change


@dataclass(frozen=True)
class Paper:
    """What an edition's pages are made with besides its own copy.

    `attachments` are the published files that its articles name, by path; `stories` the addresses of the released
    articles that they link to, by the path of the Markdown file. `as_of` is the moment after which stories that only
    the desk sees come out, None where readers see them all. `corrected` has for articles that were corrected, by file,
    what was changed with each correction, as far as a record knows.
    """

    newspaper: Newspaper
    sections: tuple[Section, ...] = ()
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    as_of: datetime | None = None
    corrected: Mapping[str, tuple[tuple[Change, ...], ...]] = field(default_factory=dict)

    @cached_property
    def section_slugs(self) -> dict[str, str]:
        """Slugs of sections by name."""
        return {section.name: section.slug for section in self.sections}

    def section_link(self, name: str) -> Link | None:
        """A section's name with its address; None for an article without one."""
        return Link(name, section_address(self.section_slugs[name])) if name in self.section_slugs else None

    def due(self, article: Article, file: EditionFile | None) -> datetime | None:
        """When an article comes out that only the desk sees; `file` is its edition's edition.yaml, if it has one."""
        if self.as_of is None:
            return None
        zone = self.newspaper.timezone
        out = max(release_of(article.edition, file, zone), article.publish_at or datetime.min.replace(tzinfo=UTC))
        return out.astimezone(ZoneInfo(zone)) if out > self.as_of else None

    def language(self, copy: EditionCopy) -> str:
        """The language of an edition."""
        return (copy.file.language if copy.file else "") or self.newspaper.language


def edition_ref(key: EditionKey, file: EditionFile | None) -> EditionRef:
    """An edition's name and address; `file` is its edition.yaml, if it has one."""
    issue, title = (file.issue_number, file.title) if file else ("", "")
    return EditionRef(key.date, key.label, edition_address(key), issue, title)


def page_ref(edition: EditionKey, page: Page, stories: int) -> PageRef:
    """A page's name and address, and how many stories it has."""
    return PageRef(page.number, page.name, page_address(edition, page.number), stories, page.kind, page.supplement)


def address_of(article: Article) -> str:
    """An article's address."""
    return article_address(article.edition, article.slug)
