"""Where things stand on the site. Addresses never change once published (they are site-relative and end in `/`)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from broadsheet.model.edition import EditionKey

HOME = "/"
ARCHIVE = "/archive/"
SEARCH = "/search/"
CORRECTIONS = "/corrections/"
IMPRINT = "/imprint/"
NOT_FOUND = "/404.html"
_LATIN = "[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]"
_SIGNS = re.compile(rf"(?<={_LATIN})['’ʼ](?={_LATIN}|\W|\Z)|(?<={_LATIN})\.(?!\d)")
"""Apostrophes and dots between and behind Latin letters, in lower case; those before figures are a version's."""


@lru_cache(maxsize=10_000)  # the same people and sections are named again and again
def slugify(name: str) -> str:
    """A name as a part of an address: NFC, lower case, white space and unsafe characters as single hyphens.

    Letters of every script stay; of Latin words the apostrophes and dots go (`Dr. O'Neill` is `dr-oneill`), but for the
    dots before figures (`no.5`). The same rule for everybody means that `Jane Doe` and `jane doe` share a page.
    """
    text = _SIGNS.sub("", unicodedata.normalize("NFC", name).casefold())
    return _short(re.sub(r"[\s/\\?#%&:*\"<>|;,\x00-\x1f\x7f]+", "-", text).strip("-.")) or "-"


def safe_slug(stem: str) -> str:
    """A file's stem or a page number as a part of an address: as typed, but for what an address can't hold."""
    return re.sub(r"[\s/\\?#%&\x00-\x1f\x7f]+", "-", unicodedata.normalize("NFC", stem)).strip("-") or "-"


@lru_cache(maxsize=1000)  # every address of an edition begins with it
def edition_address(edition: EditionKey) -> str:
    """`/2025/04/16/`, with a label `/2025/04/16-evening/`."""
    label = f"-{slugify(edition.label)}" if edition.label else ""
    return f"/{edition.date:%Y/%m/%d}{label}/"


def page_address(edition: EditionKey, number: str) -> str:
    """`/2025/04/16/A05/`."""
    return f"{edition_address(edition)}{safe_slug(number).strip('.') or '-'}/"


def article_address(edition: EditionKey, slug: str) -> str:
    """`/2025/04/16/labour-park/`: without the page, so that a story may move from page to page."""
    return f"{edition_address(edition)}{slug}/"


def section_address(slug: str, month: tuple[int, int] | None = None) -> str:
    """`/sections/NAME/`, or one of its months `/sections/NAME/2025/04/`."""
    return listing_address("section", slug, month)


def byline_address(name: str, month: tuple[int, int] | None = None) -> str:
    """`/bylines/NAME/`, or one of its months."""
    return listing_address("byline", slugify(name), month)


def listing_address(kind: str, slug: str, month: tuple[int, int] | None = None) -> str:
    """The address of a listing (`kind` is `section` or `byline`), or of one of its months."""
    return f"/{kind}s/{slug}/" + (f"{month[0]:04}/{month[1]:02}/" if month else "")


def archive_address(year: int, month: int = 0) -> str:
    """`/archive/2025/` or `/archive/2025/04/`."""
    return f"{ARCHIVE}{year:04}/" + (f"{month:02}/" if month else "")


def alias_address(alias: str) -> str:
    """An old address as an article lists it: with a `/` at both ends unless it names a file (`/2019/a.html`).

    A query or a fragment is dropped, since no host of files looks at it, and `..` leads nowhere.
    """
    path = unquote(re.split(r"[?#]", alias, maxsplit=1)[0])
    parts = [safe_slug(part) for part in path.split("/") if part.strip() not in {"", ".", ".."}]
    if not parts:
        return HOME
    return "/" + "/".join(parts) + ("" if parts[-1].endswith((".html", ".htm")) else "/")


def output_path(address: str) -> str:
    """The file that answers for an address: `/404.html` is `404.html`, `/archive/` is `archive/index.html`."""
    path = address.lstrip("/")
    return f"{path}index.html" if address.endswith("/") else path


def _short(slug: str) -> str:
    """At most 180 bytes: a file's name may have 255, and addresses add to it."""
    return slug.encode()[:180].decode("utf-8", "ignore").rstrip("-.")
