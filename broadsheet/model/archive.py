"""All the copy there is: editions with their articles, and the files that articles show or link to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.model.address import safe_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionFile, EditionKey
    from broadsheet.model.newspaper import Newspaper

LABELS = (
    "morning",
    "early",
    "早",
    "晨",
    "",
    "noon",
    "midday",
    "午",
    "afternoon",
    "evening",
    "late",
    "晚",
    "夜",
    "extra",
    "号外",
    "號外",
)
"""A day's editions in the order in which they come out; an unknown label comes last."""


@dataclass(frozen=True, slots=True)
class EditionCopy:
    """An edition's articles in file order, and its edition.yaml if it has one."""

    key: EditionKey
    articles: tuple[Article, ...]
    file: EditionFile | None = None

    def release(self, timezone: str) -> datetime:
        """When it comes out: as edition.yaml says, else at its date's midnight in `timezone`."""
        if self.file and self.file.release:
            return self.file.release
        return datetime.combine(self.key.date, time(), ZoneInfo(timezone))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the articles that is published as it is: a picture or a document.

    `digest` is its SHA-256 in hex; `width` and `height` are in pixels, 0 for what is no picture.
    """

    path: str
    digest: str
    width: int = 0
    height: int = 0

    @property
    def address(self) -> str:
        """Where it is published: named by content, so that it may be cached for ever."""
        name = self.path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        return f"/files/{safe_slug(stem)[:60]}.{self.digest[:12]}.{ending.lower()}"


@dataclass(frozen=True, slots=True)
class Archive:
    """The newspaper with all of its editions, in the order of publication."""

    newspaper: Newspaper
    editions: tuple[EditionCopy, ...]
    attachments: Mapping[str, Attachment]


def gather(articles: Iterable[Article], files: Iterable[EditionFile], timezone: str) -> tuple[EditionCopy, ...]:
    """The editions that articles and edition.yaml files name, oldest first."""
    copies: dict[EditionKey, list[Article]] = {}
    plans = {file.key: file for file in files}
    for key in plans:
        copies[key] = []
    for article in articles:
        copies.setdefault(article.edition, []).append(article)
    editions = [
        EditionCopy(key, tuple(sorted(found, key=lambda article: article.file)), plans.get(key))
        for key, found in copies.items()
    ]
    return tuple(sorted(editions, key=lambda copy: publication_order(copy, timezone)))


def publication_order(copy: EditionCopy, timezone: str) -> tuple[date, datetime, int, str]:
    """By date, then release time, then what the label says of the time of day."""
    rank = next((n for n, label in enumerate(LABELS) if label and label in copy.key.label.lower()), len(LABELS))
    return copy.key.date, copy.release(timezone), LABELS.index("") if not copy.key.label else rank, copy.key.label


def released(
    editions: Iterable[EditionCopy], timezone: str, as_of: datetime, *, drafts: bool
) -> tuple[EditionCopy, ...]:
    """What readers may see at `as_of`: released editions with their released articles; all of them for `drafts`."""
    if drafts:
        return tuple(editions)
    shown = []
    for copy in editions:
        if copy.release(timezone) > as_of:
            continue
        articles = tuple(a for a in copy.articles if not a.draft and (a.publish_at is None or a.publish_at <= as_of))
        if articles or copy.file:
            shown.append(EditionCopy(copy.key, articles, copy.file))
    return tuple(shown)
