"""A Markdown file to an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from broadsheet.model.address import alias_address, safe_slug
from broadsheet.model.article import Article, Correction
from broadsheet.model.content_path import stem
from broadsheet.model.edition import EditionKey
from broadsheet.model.picture import Picture
from broadsheet.model.place import Place
from broadsheet.reading.body import read_body
from broadsheet.reading.byline import byline_of, parse_byline
from broadsheet.reading.copy_byline import lift_byline
from broadsheet.reading.fields import ArticleFields
from broadsheet.reading.front_matter import split_front_matter
from broadsheet.reading.validation import missing_date, own_keys, validate

if TYPE_CHECKING:
    from datetime import datetime

    from markdown.extensions import Extension

    from broadsheet.model.byline import Byline
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.edition import EditionFile
    from broadsheet.reading.fields import PersonFields
    from broadsheet.reading.placed import Path, Placed
    from broadsheet.reading.source import Source

ACROSS_FILES = ("title", "date", "edition", "section", "page", "slug", "jump_to", "teaser_of")
"""Keys whose values other files can contradict, so that their places are kept."""
LONGEST_SLUG = 200
"""Bytes: a file's name may have 255 on every disk, and hosts add to it."""


def read_article(
    source: Source,
    folder: EditionFile | None,
    timezone: str,
    *,
    date_unknown: bool = False,
    extensions: tuple[Extension, ...] = (),
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in a file; None where its front matter is at fault, always with all diagnostics.

    `folder` is what an edition.yaml in the same folder says, or None; a `publish_at` without a zone is in `timezone`.
    With `date_unknown` that edition.yaml could not be read: an article that leaves its date to it is None, without a
    word, since its own file needs no mending. `extensions` are the paper's own, of Python-Markdown's kind.
    """
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
        # The body's faults are told in the same run: an editor mends a file once.
        _, found = read_body(parts.body, file=source.file, first_line=parts.body_line, extensions=extensions)
        return None, (*placed.diagnostics, *found)
    _check_aliases(placed, fields.aliases)
    byline = _byline(fields.byline)
    copy = lift_byline(parts.body, signed=bool(byline.text))
    body, found = read_body(copy.text, file=source.file, first_line=parts.body_line, extensions=extensions)
    article = Article(
        file=source.file,
        edition=edition,
        slug=_slug(placed, fields, source.file),
        title=fields.title,
        kicker=fields.kicker,
        subtitle=fields.subtitle,
        section=fields.section,
        column=fields.column,
        genre=fields.genre,
        page=fields.page,
        byline=byline if byline.text else copy.byline,
        byline_in_body=copy.in_body,
        credited=copy.people,
        dateline=fields.dateline,
        source=fields.source,
        summary=fields.summary,
        tags=fields.tags,
        editors=fields.editors,
        language=fields.language,
        importance=fields.importance or 0,
        pictures=_pictures(placed, fields),
        aliases=fields.aliases,
        publish_at=_with_zone(fields.publish_at, timezone),
        draft=fields.draft,
        corrections=tuple(Correction(item.date, item.text) for item in fields.corrections),
        jump_to=fields.jump_to,
        teaser_of=fields.teaser_of,
        body=body,
        own=own_keys(placed),
        places=_places(placed, fields.aliases),
    )
    return (None if placed.diagnostics else article), (*placed.diagnostics, *found)


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


def _byline(entries: list[PersonFields]) -> Byline:
    if len(entries) == 1 and not (entries[0].role or entries[0].org):
        return parse_byline(entries[0].name)
    return byline_of([item.model_dump() if item.role or item.org else item.name for item in entries])


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


def _pictures(placed: Placed, fields: ArticleFields) -> tuple[Picture, ...]:
    pictures = []
    for number, item in enumerate(fields.images):
        place = placed.place(("images", number, "src"))
        pictures.append(Picture(**item.model_dump(), place=place, excerpt=placed.excerpt(place)))
    return tuple(pictures)


def _with_zone(moment: datetime | None, timezone: str) -> datetime | None:
    return moment.replace(tzinfo=ZoneInfo(timezone)) if moment and moment.tzinfo is None else moment


def _places(placed: Placed, aliases: tuple[str, ...]) -> tuple[tuple[str, Place, str], ...]:
    """Where the values stand that other files can contradict; each alias under its own name, `aliases /old/shop`."""
    paths: dict[str, Path] = {key: (key,) for key in ACROSS_FILES if (key,) in placed.values}
    paths |= {f"aliases {alias}": ("aliases", number) for number, alias in enumerate(aliases)}
    found = ((name, placed.place(path)) for name, path in paths.items())
    return tuple((name, place, placed.excerpt(place)) for name, place in found)
