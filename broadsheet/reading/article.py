"""A Markdown file to an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.article import Article, Correction
from broadsheet.model.picture import Picture
from broadsheet.reading.body import read_body
from broadsheet.reading.byline import byline_of, parse_byline
from broadsheet.reading.copy_byline import lift_byline
from broadsheet.reading.head import read_matter
from broadsheet.reading.opt_outs import without_opt_outs
from broadsheet.reading.validation import own_keys

if TYPE_CHECKING:
    from markdown.extensions import Extension

    from broadsheet.model.byline import Byline
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.edition import EditionFile
    from broadsheet.reading.fields import ArticleFields, PersonFields
    from broadsheet.reading.placed import Placed
    from broadsheet.reading.source import Source


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
    matter = read_matter(source, folder, timezone, date_unknown=date_unknown)
    parts, fields, head = matter.parts, matter.fields, matter.head
    placed = parts.placed
    if fields is None:
        # The body's faults are told in the same run: an editor mends a file once.
        _, found = read_body(parts.body, file=source.file, first_line=parts.body_line, extensions=extensions)
        return None, (*placed.diagnostics, *found)
    byline = _byline(fields.byline)
    copy = lift_byline(without_opt_outs(parts.body), signed=bool(byline.text))
    body, found = read_body(copy.text, file=source.file, first_line=parts.body_line, extensions=extensions)
    if head is None:
        return None, (*placed.diagnostics, *found)
    article = Article(
        file=head.file,
        edition=head.edition,
        slug=head.slug,
        title=head.title,
        kicker=fields.kicker,
        subtitle=fields.subtitle,
        section=head.section,
        column=fields.column,
        genre=fields.genre,
        page=head.page,
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
        aliases=head.aliases,
        publish_at=head.publish_at,
        draft=head.draft,
        corrections=tuple(Correction(item.date, item.text) for item in fields.corrections),
        jump_to=fields.jump_to,
        teaser_of=head.teaser_of,
        body=body,
        own=own_keys(placed),
        places=head.places,
    )
    return article, found


def _byline(entries: list[PersonFields]) -> Byline:
    if len(entries) == 1 and not (entries[0].role or entries[0].org):
        return parse_byline(entries[0].name)
    return byline_of([item.model_dump() if item.role or item.org else item.name for item in entries])


def _pictures(placed: Placed, fields: ArticleFields) -> tuple[Picture, ...]:
    pictures = []
    for number, item in enumerate(fields.images):
        place = placed.place(("images", number, "src"))
        pictures.append(Picture(**item.model_dump(), place=place, excerpt=placed.excerpt(place)))
    return tuple(pictures)
