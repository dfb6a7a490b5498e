"""A Markdown file to an article."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.model.address import safe_slug
from broadsheet.model.article import Article, Correction
from broadsheet.model.byline import Byline
from broadsheet.model.edition import EditionKey
from broadsheet.model.picture import Picture
from broadsheet.model.place import Place
from broadsheet.reading.body import read_body
from broadsheet.reading.byline import byline_of, parse_byline
from broadsheet.reading.copy_byline import lift_byline
from broadsheet.reading.fields import ArticleFields
from broadsheet.reading.front_matter import split_front_matter
from broadsheet.reading.validation import own_keys, validate

if TYPE_CHECKING:
    from datetime import date

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.edition import EditionFile
    from broadsheet.reading.fields import PersonFields
    from broadsheet.reading.placed import Placed
    from broadsheet.reading.source import Source

ACROSS_FILES = ("title", "date", "section", "page", "slug", "aliases", "jump_to", "teaser_of")
"""Keys whose values other files can contradict, so that their places are kept."""


def read_article(
    source: Source, folder: EditionFile | None, timezone: str
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """The article in a file; None where its front matter is at fault, always with all diagnostics.

    `folder` is what an edition.yaml in the same folder says, or None; a `publish_at` without a zone is in `timezone`.
    """
    parts = split_front_matter(source)
    placed = parts.placed
    fields = None if placed.diagnostics else validate(placed, ArticleFields)
    if fields is not None and not fields.title:
        placed.report("missing-title", "no title", Place(source.file, 1), "add a line “title: …”")
    edition = _edition(placed, fields, folder) if fields is not None else None
    if fields is None or placed.diagnostics:
        # The body's faults are told in the same run: an editor mends a file once.
        _, found = read_body(parts.body, file=source.file, first_line=parts.body_line)
        return None, (*placed.diagnostics, *found)
    byline, body_text, dateline, in_body = _byline(fields.byline), parts.body, fields.dateline, False
    if not byline.text:
        lifted = lift_byline(parts.body)
        byline, body_text, in_body = lifted.byline, lifted.text, lifted.in_body
        dateline = dateline or ("" if in_body else lifted.dateline)
    body, found = read_body(body_text, file=source.file, first_line=parts.body_line)
    article = Article(
        file=source.file,
        edition=edition or EditionKey(datetime.min.date()),
        slug=_slug(placed, fields, source.file),
        title=fields.title,
        kicker=fields.kicker,
        subtitle=fields.subtitle,
        section=fields.section,
        column=fields.column,
        genre=fields.genre,
        page=fields.page,
        byline=byline,
        byline_in_body=in_body,
        dateline=dateline,
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
        places=tuple(_place(placed, key) for key in ACROSS_FILES if (key,) in placed.values),
    )
    return (None if placed.diagnostics else article), (*placed.diagnostics, *found)


def _edition(placed: Placed, fields: ArticleFields, folder: EditionFile | None) -> EditionKey | None:
    if fields.date is None and folder is None:
        placed.report("missing-date", "no date", Place(placed.file, 1), "add a line “date: 2025-04-16”, or an edition.yaml")
        return None
    if fields.date and folder and fields.date != folder.key.date:
        message = f"dated {fields.date}, but edition.yaml beside it says {folder.key.date}"
        hint = f"{folder.place.file}:{folder.place.line} has the other date; drop one"
        placed.report("two-dates", message, placed.place(("date",)), hint)
        return None
    day: date = fields.date or folder.key.date  # type: ignore[union-attr] # one of the two is there, see above
    return EditionKey(day, fields.edition or (folder.key.label if folder else ""))


def _byline(entries: list[PersonFields]) -> Byline:
    if len(entries) == 1 and not (entries[0].role or entries[0].org):
        return parse_byline(entries[0].name)
    return byline_of([item.model_dump() if item.role or item.org else item.name for item in entries])


def _slug(placed: Placed, fields: ArticleFields, file: str) -> str:
    if not fields.slug:
        return safe_slug(file.rpartition("/")[2].removesuffix(".md"))
    slug = safe_slug(fields.slug)
    if slug != fields.slug or slug.strip(".") == "":
        message = f'"{fields.slug}" can\'t be a part of an address'
        placed.report("bad-slug", message, placed.place(("slug",)), f'did you mean "{slug.strip(".") or "story"}"?')
    return slug


def _pictures(placed: Placed, fields: ArticleFields) -> tuple[Picture, ...]:
    pictures = []
    for number, item in enumerate(fields.images):
        place = placed.place(("images", number, "src"))
        pictures.append(Picture(**item.model_dump(), place=place, excerpt=placed.excerpt(place)))
    return tuple(pictures)


def _with_zone(moment: datetime | None, timezone: str) -> datetime | None:
    return moment.replace(tzinfo=ZoneInfo(timezone)) if moment and moment.tzinfo is None else moment


def _place(placed: Placed, key: str) -> tuple[str, Place, str]:
    place = placed.place((key,))
    return key, place, placed.excerpt(place)
