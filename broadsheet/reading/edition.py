"""edition.yaml to an edition's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.model.edition import EditionFile, EditionKey, Page
from broadsheet.model.page_number import page_key
from broadsheet.reading.fields import EditionFields
from broadsheet.reading.grid import read_grid
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.validation import validate

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.reading.fields import PageFields
    from broadsheet.reading.placed import Placed
    from broadsheet.reading.source import Source


def read_edition(source: Source, timezone: str) -> tuple[EditionFile | None, tuple[Diagnostic, ...]]:
    """The edition that the file describes, or None with diagnostics; a release without a zone is in `timezone`."""
    placed = read_yaml(source.text, source.file, source.text)
    fields = None if placed.diagnostics else validate(placed, EditionFields)
    if fields is None:
        return None, tuple(placed.diagnostics)
    pages: list[Page] = []
    for number, item in enumerate(fields.pages):
        place = placed.place(("pages", number, "number"))
        first = next((page for page in pages if page_key(page.number) == page_key(item.number)), None)
        if first:
            hint = f'"{first.number}" stands on line {first.place.line} already; keep one'
            placed.report("duplicate-page", f'the page "{item.number}" is listed twice', place, hint)
        pages.append(_page(placed, item, number))
    release = fields.release
    if release and release.tzinfo is None:
        release = release.replace(tzinfo=ZoneInfo(timezone))
    edition = EditionFile(
        key=EditionKey(fields.date, fields.label),
        folder=source.file.rpartition("/")[0],
        issue_number=fields.issue_number,
        release=release,
        title=fields.title,
        language=fields.language,
        pages=tuple(pages),
        place=placed.place(("date",)),
        excerpt=placed.excerpt(placed.place(("date",))),
    )
    return edition, tuple(placed.diagnostics)


def _page(placed: Placed, fields: PageFields, number: int) -> Page:
    place = placed.place(("pages", number, "number"))
    grid_place = placed.place(("pages", number, "grid"))
    grid = read_grid(placed, fields.grid, grid_place) if fields.grid else None
    return Page(
        number=fields.number,
        name=fields.name,
        editors=fields.editors,
        grid=grid,
        supplement=fields.supplement,
        kind=fields.kind,
        place=place,
        excerpt=placed.excerpt(place),
    )
