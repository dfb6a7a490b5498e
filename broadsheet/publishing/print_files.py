"""The files of a page that was set: its PDF, and a drawing of each sheet with copies in pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from broadsheet.model.rights import Rights
from broadsheet.planning.printed_page import PrintedPage, PrintedSheet
from broadsheet.planning.renditions import SET_WIDTHS, SHEET_WIDTHS, Renditions
from broadsheet.reading.pictures.pdf import drawn_sheets
from broadsheet.rendering.pictures.derive import derive_drawn
from broadsheet.rendering.pictures.xmp import packet

if TYPE_CHECKING:
    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.typesetter import Typesetter
    from broadsheet.rendering.printed.job import Document

PICTURE_WIDTH = 1000
"""Pixels that a page's picture is said to be wide: it is drawn, and as sharp at any other."""
COPIES = {"quality": 60, "method": 2}
"""What the copies of a page are encoded with: its type is small, and half the time costs 2 % more bytes."""
FURTHER = {"quality": 60, "method": 0}
"""The same of its further sheets: two thirds of the time for 10 % more bytes."""


def printed_page(sheets: Sheets, stem: str) -> PrintedPage:
    """The page that sheets make: what there will be of it, at addresses that begin with `stem`."""
    shown = []
    for number, (page, areas) in enumerate(zip(sheets.pages, sheets.areas, strict=True), 1):
        name = stem if number == 1 else f"{stem}-{number}"
        shape = page["height"] / page["width"]
        widths = SET_WIDTHS if number == 1 else SHEET_WIDTHS
        copies = Renditions(name, widths[-1], round(widths[-1] * shape), widths, ("webp",))
        shown.append(PrintedSheet(f"{name}.svg", PICTURE_WIDTH, round(PICTURE_WIDTH * shape), areas, copies))
    return PrintedPage(f"{stem}.pdf", tuple(shown))


def page_files(
    typesetter: Typesetter, document: Document, sheets: Sheets, printed: PrintedPage, *, moment: int, credit: str
) -> dict[str, bytes]:
    """A page's files by address, made at a `moment` of Unix time. Raises LayoutError."""
    pdf = typesetter.pdf(document.job("set", sheets.geometry, pages=sheets.pages), moment)
    data = {printed.pdf: pdf}
    carried = packet(Rights(credit=credit))
    drawn = drawn_sheets(pdf, range(1, len(printed.sheets) + 1), SET_WIDTHS[-1])
    for number, (sheet, drawing, picture) in enumerate(zip(printed.sheets, sheets.drawings, drawn, strict=True)):
        data[sheet.picture] = drawing
        if sheet.renditions:
            size = sheet.renditions.width, sheet.renditions.height
            widest = picture.resize(size, Image.Resampling.LANCZOS)
            data.update(derive_drawn(widest, sheet.renditions, carried, FURTHER if number else COPIES))
    return data


def proof_files(printed: PrintedPage) -> dict[str, bytes]:
    """The same with nothing in them: who only looks for what is wrong needs them to be there, and no more."""
    copies = (address for sheet in printed.sheets if sheet.renditions for address in sheet.renditions.addresses)
    return dict.fromkeys((printed.pdf, *(sheet.picture for sheet in printed.sheets), *copies), b"")
