"""A page's own file to the page as printed: its picture, and where its stories stand on it."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING, Final

from broadsheet.model.facsimile import on_page, size_of
from broadsheet.model.picture_file import PictureFile
from broadsheet.planning.printed_page import PrintedArea, PrintedPage, PrintedSheet
from broadsheet.planning.renditions import PAGE_WIDTHS

if TYPE_CHECKING:
    from broadsheet.model.archive import Attachment
    from broadsheet.model.facsimile import Facsimile
    from broadsheet.planning.renditions import Renditions

MOST_DRAWN: Final = 30_000_000
"""Pixels that a page of a PDF is drawn with at most: 3000 wide it may be 10000 high."""


def page_picture(facsimile: Facsimile, own: Attachment | None) -> Attachment | None:
    """A page's own file as a picture that stands still, a PDF's page as it is to be drawn; None for a faulty one."""
    if own is None or facsimile.is_pdf != bool(own.pdf):
        return None
    if own.pdf is None:
        return replace(own, picture=replace(own.picture, frames=1)) if own.picture and own.picture.width else None
    sizes = own.pdf.sizes
    if facsimile.at >= len(sizes) or (len(sizes) > 1 and not facsimile.sheet):
        return None
    wide, high = sizes[facsimile.at]
    width = max(1, min(PAGE_WIDTHS[-1], int(sqrt(MOST_DRAWN * wide / high))))
    height = max(1, round(high * width / wide))
    return replace(own, picture=PictureFile("PDF", width, height, sheet=facsimile.at + 1))


def facsimile_page(
    facsimile: Facsimile, own: Attachment, picture: Attachment, renditions: Renditions | None, pdf: str
) -> PrintedPage:
    """The page as printed; `picture` is it as a picture with its `renditions`, or a drawing, `pdf` where its PDF is."""
    size = size_of(facsimile, own) or (1.0, 1.0)
    areas = tuple(PrintedArea(area.slug, on_page(area.shares(size))) for area in facsimile.areas)
    file = picture.picture or PictureFile("SVG", 1, 1)
    if renditions is None:
        sheet = PrintedSheet(picture.address, file.width, file.height, areas)
        return PrintedPage(pdf, (sheet,))
    sheet = PrintedSheet(renditions.widest, renditions.width, renditions.height, areas, renditions)
    return PrintedPage(pdf, (sheet,))
