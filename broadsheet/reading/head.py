"""What a file's front matter says of an article: all that planning needs, without the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from broadsheet.model.address import alias_address, safe_slug
from broadsheet.model.article import place_in
from broadsheet.model.content_path import stem
from broadsheet.model.edition import EditionKey
from broadsheet.model.moment import in_zone
from broadsheet.model.place import Place
from broadsheet.reading.fields import ArticleFields
from broadsheet.reading.front_matter import split_front_matter
from broadsheet.reading.validation import missing_date, validate

if TYPE_CHECKING:
    from datetime import datetime

    from broadsheet.model.edition import EditionFile
    from broadsheet.reading.front_matter import Parts
    from broadsheet.reading.placed import Path, Placed
    from broadsheet.reading.source import Source

ACROSS_FILES = ("title", "date", "edition", "section", "page", "slug", "jump_to", "teaser_of")
"""Keys whose values other files can contradict, so that their places are kept."""
LONGEST_SLUG = 200
"""Bytes: a file's name may have 255 on every disk, and hosts add to it."""


@dataclass(frozen=True, slots=True)
class Head:
    """The part of an `Article` that other files and pages depend on, each value the same as there."""

    file: str
    edition: EditionKey
    slug: str
    title: tuple[str, ...]
    section: str
    page: str
    draft: bool
    publish_at: datetime | None
    aliases: tuple[str, ...]
    teaser_of: str
    places: tuple[tuple[str, Place, str], ...]

    def place_of(self, key: str) -> tuple[Place, str]:
        """Where the value of a front matter key is typed, with its line; the file as a whole if it isn't."""
        return place_in(self.places, key, self.file)


@dataclass(frozen=True, slots=True)
class Matter:
    """A file with its front matter read.

    `parts.placed.diagnostics` says what is wrong. `fields` are None where the keys or the date are at fault, `head` is
    None where anything is.
    """

    parts: Parts
    fields: ArticleFields | None
    head: Head | None


def read_head(source: Source, folder: EditionFile | None, timezone: str, *, date_unknown: bool = False) -> Head | None:
    """The head of the article in a file; None where `read_article` with the same arguments gives no article.

    What is wrong is not told, and the body isn't looked at: the text may end anywhere behind the line that closes the
    front matter.
    """
    return read_matter(source, folder, timezone, date_unknown=date_unknown).head


def read_matter(source: Source, folder: EditionFile | None, timezone: str, *, date_unknown: bool) -> Matter:
    """The file's front matter; the arguments are those of `read_article`."""
    parts = split_front_matter(source)
    placed = parts.placed
    fields, edition = None, None
    if not placed.diagnostics and placed.data is None:
        _report_none(placed, source)
    elif not placed.diagnostics:
        fields = validate(placed, ArticleFields)
        if fields is not None and not fields.title:
            place = placed.keys.get(("title",), Place(source.file, 1))
            placed.report("missing-title", "the title is empty", place, "write it behind “title: ”")
        if folder is None and not date_unknown and missing_date(placed, ArticleFields):
            hint = "add a line “date: 2025-04-16”, here or in an edition.yaml beside it"
            placed.report("missing-date", "no date", placed.keys.get(("date",), Place(source.file, 1)), hint)
        edition = _edition(placed, fields, folder) if fields is not None else None
    if fields is None or edition is None or placed.diagnostics:
        return Matter(parts, None, None)
    _check_aliases(placed, fields.aliases)
    head = Head(
        file=source.file,
        edition=edition,
        slug=_slug(placed, fields, source.file),
        title=fields.title,
        section=fields.section,
        page=fields.page,
        draft=fields.draft,
        publish_at=in_zone(fields.publish_at, timezone) if fields.publish_at else None,
        aliases=fields.aliases,
        teaser_of=fields.teaser_of,
        places=_places(placed, fields.aliases),
    )
    return Matter(parts, fields, None if placed.diagnostics else head)


def _report_none(placed: Placed, source: Source) -> None:
    message = "no front matter" if source.text.strip() else "the file is empty"
    hint = "begin the file with the lines “---”, “title: …”, “date: 2025-04-16” and “---”"
    placed.report("missing-front-matter", message, Place(source.file, 1), hint)


def _edition(placed: Placed, fields: ArticleFields, folder: EditionFile | None) -> EditionKey | None:
    if fields.date and folder and fields.date != folder.key.date:
        message = f"dated {fields.date}, but edition.yaml beside it says {folder.key.date}"
        hint = f"{folder.place.file}:{folder.place.line} has the other date; drop one"
        placed.report("two-dates", message, placed.place(("date",)), hint)
        return None
    label = folder.key.label if folder else ""
    if fields.date:
        return EditionKey(fields.date, fields.edition or label)
    return EditionKey(folder.key.date, fields.edition or label) if folder else None


def _slug(placed: Placed, fields: ArticleFields, file: str) -> str:
    if not fields.slug:
        return safe_slug(stem(file))
    slug = safe_slug(fields.slug)
    best = slug.strip(".") if slug.casefold() != "index.html" else "index"
    place = placed.place(("slug",))
    if len(slug.encode()) > LONGEST_SLUG:
        hint = f"an address has room for {LONGEST_SLUG} bytes, {LONGEST_SLUG // 3} Chinese characters"
        placed.report("bad-slug", f"a slug of {len(slug.encode())} bytes", place, hint)
    elif best != fields.slug:
        hint = f'did you mean "{best}"?' if best not in {"", "-"} else "leave it out, and the file's name is taken"
        placed.report("bad-slug", f'"{fields.slug}" can\'t be a part of an address', place, hint)
    return slug


def _check_aliases(placed: Placed, aliases: tuple[str, ...]) -> None:
    """Old addresses are paths on this site: a file answers for each, and no file has a query or a host."""
    for number, alias in enumerate(aliases):
        place = placed.place(("aliases", number))
        address = alias_address(urlsplit(alias).path if "://" in alias else alias)
        if address == "/" or "://" in alias or re.search(r"[?#\\]", alias) or {"..", "."} & set(alias.split("/")):
            message = f'"{alias}" is no address of this site'
            placed.report("bad-alias", message, place, f'did you mean "{address}"?' if address != "/" else "")
        elif any(len(part.encode()) > LONGEST_SLUG for part in address.split("/")):
            placed.report("bad-alias", "an alias that is too long", place, f"a part may have {LONGEST_SLUG} bytes")


def _places(placed: Placed, aliases: tuple[str, ...]) -> tuple[tuple[str, Place, str], ...]:
    """Where the values stand that other files can contradict; each alias under its own name, `aliases /old/shop`."""
    paths: dict[str, Path] = {key: (key,) for key in ACROSS_FILES if (key,) in placed.values}
    paths |= {f"aliases {alias}": ("aliases", number) for number, alias in enumerate(aliases)}
    found = ((name, placed.place(path)) for name, path in paths.items())
    return tuple((name, place, placed.excerpt(place)) for name, place in found)
