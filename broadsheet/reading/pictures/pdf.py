"""PDF files: what their pages measure and what they look like."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

import pypdfium2
from pypdfium2 import raw

from broadsheet.model.picture_file import PdfFile
from broadsheet.reading.pictures.unreadable import UnreadablePictureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL import Image

DAMAGED: Final = "is damaged, or no PDF"
LOCKED: Final = "asks for a password"
PDFIUM: Final = Lock()
"""Held by who has PDFium do something: it ends the process where two threads do at the same time."""


def read_pdf(data: bytes) -> PdfFile:
    """The pages of a PDF."""
    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            sizes = tuple(page.get_size() for page in document)
    except pypdfium2.PdfiumError as error:
        return PdfFile(fault=LOCKED if error.err_code == raw.FPDF_ERR_PASSWORD else DAMAGED)
    return PdfFile(sizes) if sizes and all(edge > 0 for size in sizes for edge in size) else PdfFile(fault=DAMAGED)


@contextmanager
def open_sheet(data: bytes, sheet: int, width: int) -> Iterator[Image.Image]:
    """Page number `sheet` of a PDF, counted from 1, as a picture so many pixels wide, or one more.

    Raises UnreadablePictureError.
    """
    yield next(drawn_sheets(data, [sheet], width))


def drawn_sheets(data: bytes, sheets: Iterable[int], width: int) -> Iterator[Image.Image]:
    """The same of several pages, one after another; the file's type is read once for them all."""
    sheet = 0
    try:
        with ExitStack() as stack:
            with PDFIUM:
                document = pypdfium2.PdfDocument(data)
                stack.callback(_closed, document)
            for sheet in sheets:
                with PDFIUM:
                    page = document[sheet - 1]
                    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
                    picture = bitmap.to_pil().convert("RGB")  # a copy: the bitmap's own memory goes with it
                    bitmap.close()
                    page.close()
                yield picture
    except pypdfium2.PdfiumError as error:
        raise UnreadablePictureError(f"page {sheet} of the PDF can't be drawn", "export it again") from error


def _closed(document: pypdfium2.PdfDocument) -> None:
    with PDFIUM:
        document.close()
