"""An edition's copy, when it comes out, and the files that its articles show or link to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.address import safe_slug
from broadsheet.model.moment import midnight

if TYPE_CHECKING:
    from datetime import date, datetime

    from broadsheet.model.article import Article
    from broadsheet.model.edition import EditionFile, EditionKey
    from broadsheet.model.picture_file import PdfFile, PictureFile

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


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the articles that they show or link to: a picture or a document.

    `digest` is the SHA-256 in hex of its bytes; of a drawing's as it is published, with nothing in it but the drawing.
    `picture` is None for a document, `pdf` for all but a PDF. Documents and drawings are published as they are, of
    other pictures copies (planning/renditions.py).
    """

    path: str
    digest: str
    picture: PictureFile | None = None
    pdf: PdfFile | None = None

    @property
    def is_photo(self) -> bool:
        """Whether copies of it are published, and not the file itself."""
        return self.picture is not None and self.picture.kind != "SVG"

    @property
    def address(self) -> str:
        """Where the file itself is published: named by content, so that it may be cached for ever."""
        name = self.path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        return f"/files/{safe_slug(stem)[:60]}.{self.digest[:12]}.{ending.lower()}"


def release_of(key: EditionKey, file: EditionFile | None, timezone: str) -> datetime:
    """When an edition comes out: as its edition.yaml says, else at its date's midnight in `timezone`."""
    if file and file.release:
        return file.release
    return midnight(key.date, timezone)


def publication_order(key: EditionKey, release: datetime) -> tuple[date, datetime, int, str]:
    """By date, then release time, then what the label says of the time of day."""
    rank = next((n for n, label in enumerate(LABELS) if label and label in key.label.lower()), len(LABELS))
    return key.date, release, LABELS.index("") if not key.label else rank, key.label


def released(copy: EditionCopy, as_of: datetime, *, drafts: bool) -> EditionCopy:
    """What readers may see at `as_of` of an edition that is out: its released articles; all of them for `drafts`."""
    if drafts:
        return copy
    articles = (a for a in copy.articles if not a.draft and (a.publish_at is None or a.publish_at <= as_of))
    return replace(copy, articles=tuple(articles))
