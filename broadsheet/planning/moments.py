"""When a story came out, and when it was changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.model.archive import release_of
from broadsheet.model.moment import midnight

if TYPE_CHECKING:
    from datetime import datetime

    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.article import Article


def comes_out(copy: EditionCopy, timezone: str) -> datetime:
    """The moment, in its paper's zone, at which an edition comes out."""
    return release_of(copy.key, copy.file, timezone).astimezone(ZoneInfo(timezone))


def moments(release: datetime, article: Article, timezone: str) -> tuple[datetime, datetime]:
    """The moments, with zone, at which an article was published and modified.

    Published is its edition's `release` or its own `publish_at`, whichever is later. What counts as a modification is a
    published correction, at the midnight that begins its day.
    """
    published = release
    if article.publish_at:
        published = max(published, article.publish_at).astimezone(ZoneInfo(timezone))
    return published, max([published, *(midnight(item.date, timezone) for item in article.corrections)])
