"""edition.yaml to an edition's plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadsheet.model.edition import EditionFile, EditionKey, Page
from broadsheet.model.facsimile import Facsimile
from broadsheet.model.moment import in_zone
from broadsheet.model.page_number import page_key
from broadsheet.reading.areas import read_areas
from broadsheet.reading.fields import EditionFields
from broadsheet.reading.grid import read_grid
from broadsheet.reading.placed import read_yaml
from broadsheet.reading.validation import validate

if TYPE_CHECKING:
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.reading.fields import PageFields
    from broadsheet.reading.placed import Placed
    from broadsheet.reading.source import Source

_SHEET: Final = re.compile(r"(.+)#page=([1-9]\d{0,3})", re.DOTALL)
"""A file with a page of it, as RFC 8118 (§3) writes it."""


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
        page = _page(placed, item, number)  # with what is wrong in its grid
        pages += [] if first else [page]
    edition = EditionFile(
        key=EditionKey(fields.date, fields.label),
        folder=source.file.rpartition("/")[0],
        issue_number=fields.issue_number,
        release=in_zone(fields.release, timezone) if fields.release else None,
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
        facsimile=_facsimile(placed, fields, number),
        place=place,
        excerpt=placed.excerpt(place),
    )


def _facsimile(placed: Placed, fields: PageFields, number: int) -> Facsimile | None:
    """The page's own file; None where it has none or has two."""
    path = ("pages", number)
    areas = read_areas(placed, fields.areas, (*path, "areas"))
    if not (fields.image or fields.pdf):
        for key in ("areas", "areas_size"):
            if place := placed.keys.get((*path, key)):
                hint = "name the page's own file in image or pdf, or leave them out: a page that is set has its own"
                placed.report("no-page-file", "areas on a page that has no file of its own", place, hint)
                break
        return None
    place = placed.place((*path, "pdf" if fields.pdf else "image"))
    if fields.image and fields.pdf:
        hint = "keep the pdf: its picture is made from it"
        placed.report("two-page-files", "a page has an image or a pdf, not both", placed.keys[*path, "image"], hint)
        return None
    found = _SHEET.fullmatch(fields.pdf)
    return Facsimile(
        src=found[1] if found else fields.pdf or fields.image,
        is_pdf=bool(fields.pdf),
        sheet=int(found[2]) if found else 0,
        size=fields.areas_size,
        areas=areas,
        place=place,
        excerpt=placed.excerpt(place),
    )
