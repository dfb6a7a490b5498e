"""The files of a page that was set: its PDF, and a drawing of each sheet with copies in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

from broadsheet.model.rights import Rights
from broadsheet.planning.printed_page import PrintedPage, PrintedSheet
from broadsheet.planning.renditions import SET_WIDTHS, Renditions
from broadsheet.reading.pictures.pdf import open_sheet
from broadsheet.rendering.pictures.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.typesetter import Typesetter
    from broadsheet.rendering.printed.job import Document

PICTURE_WIDTH = 1000
"""Pixels that a page's picture is said to be wide: it is drawn, and as sharp at any other."""
COPIES: dict[str, Any] = {"quality": 60, "method": 2}
"""What the copies of a page are encoded with: its type is small, and half the time costs 2 % more bytes."""


@dataclass(frozen=True, slots=True)
class Files:
    """A page as readers get it, and the bytes of its files by address."""

    printed: PrintedPage
    data: Mapping[str, bytes]


def page_files(
    typesetter: Typesetter, document: Document, sheets: Sheets, stem: str, *, moment: int, credit: str
) -> Files:
    """The files of a page, whose addresses begin with `stem`, made at a `moment` of Unix time. Raises LayoutError."""
    job = document.job("set", sheets.geometry, pages=sheets.pages)
    shown = _shown(sheets, stem)
    printed = _printed(shown, stem)
    pdf = typesetter.pdf(job, moment)
    data = {printed.pdf: pdf}
    carried = packet(Rights(credit=credit))
    for number, ((sheet, copies), drawing) in enumerate(zip(shown, typesetter.pictures(job), strict=True), 1):
        data[sheet.picture] = drawing
        with open_sheet(pdf, number, copies.width) as picture:
            data.update(_encoded(picture, copies, carried))
    return Files(printed, data)


def proof_files(sheets: Sheets, stem: str) -> Files:
    """The same with nothing in them: who only looks for what is wrong needs them to be there, and no more."""
    shown = _shown(sheets, stem)
    printed = _printed(shown, stem)
    pictures = (address for sheet, copies in shown for address in (sheet.picture, *copies.addresses))
    return Files(printed, dict.fromkeys((printed.pdf, *pictures), b""))


def _shown(sheets: Sheets, stem: str) -> list[tuple[PrintedSheet, Renditions]]:
    """The page's sheets, each with the copies that there are besides its drawing."""
    found = []
    for number, (page, areas) in enumerate(zip(sheets.pages, sheets.areas, strict=True), 1):
        name = stem if number == 1 else f"{stem}-{number}"
        shape = page["height"] / page["width"]
        copies = Renditions(name, SET_WIDTHS[-1], round(SET_WIDTHS[-1] * shape), SET_WIDTHS, ("webp",))
        height = round(PICTURE_WIDTH * shape)
        found.append((PrintedSheet(f"{name}.svg", PICTURE_WIDTH, height, areas, copies), copies))
    return found


def _printed(shown: Sequence[tuple[PrintedSheet, Renditions]], stem: str) -> PrintedPage:
    return PrintedPage(f"{stem}.pdf", tuple(sheet for sheet, _ in shown))


def _encoded(picture: Image.Image, copies: Renditions, carried: bytes) -> Iterator[tuple[str, bytes]]:
    """The copies of a sheet by address, each made of the next wider one, with the packet of its rights."""
    for width in reversed(copies.widths):
        size = (width, round(copies.height * width / copies.width))
        if picture.size != size:
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        packed = BytesIO()
        picture.save(packed, "WEBP", xmp=carried, **COPIES)
        yield copies.address(width, "webp"), packed.getvalue()
