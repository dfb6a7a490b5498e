"""The files of a page that was set: its PDF, a picture of each sheet, and one in small."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from broadsheet.model.rights import Rights
from broadsheet.planning.printed_page import PrintedPage, PrintedSheet
from broadsheet.publishing.typesetter import THUMBNAIL
from broadsheet.rendering.pictures.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.publishing.print_sheets import Sheets
    from broadsheet.publishing.typesetter import Typesetter
    from broadsheet.rendering.printed.job import Document

PICTURE_WIDTH = 1000
"""Pixels that a page's picture is said to be wide: it is drawn, and as sharp at any other."""


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
    data = {f"{stem}.pdf": typesetter.pdf(job, moment)}
    data |= dict(zip(_pictures(sheets, stem), typesetter.pictures(job), strict=True))
    small = Image.open(BytesIO(typesetter.thumbnail(job, sheets.geometry.width))).convert("RGB")
    packed = BytesIO()
    small.save(packed, "WEBP", quality=60, method=2, xmp=packet(Rights(credit=credit)))
    data[f"{stem}.webp"] = packed.getvalue()
    return Files(_printed(sheets, stem, small.height), data)


def proof_files(sheets: Sheets, stem: str) -> Files:
    """The same with nothing in them: who only looks for what is wrong needs them to be there, and no more."""
    first = sheets.pages[0]
    printed = _printed(sheets, stem, round(THUMBNAIL * first["height"] / first["width"]))
    return Files(printed, dict.fromkeys((printed.pdf, *_pictures(sheets, stem), printed.thumbnail), b""))


def _printed(sheets: Sheets, stem: str, small: int) -> PrintedPage:
    """The page with its sheets; `small` is how high it is in small."""
    shown = tuple(
        PrintedSheet(address, PICTURE_WIDTH, round(PICTURE_WIDTH * page["height"] / page["width"]), areas)
        for address, page, areas in zip(_pictures(sheets, stem), sheets.pages, sheets.areas, strict=True)
    )
    return PrintedPage(f"{stem}.pdf", f"{stem}.webp", THUMBNAIL, small, shown)


def _pictures(sheets: Sheets, stem: str) -> list[str]:
    return [f"{stem}.svg", *(f"{stem}-{number}.svg" for number in range(2, len(sheets.pages) + 1))]
