"""PDF files: what their pages measure and what they look like."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

import pypdfium2
from pypdfium2 import raw

from broadsheet.model.picture_file import PdfFile
from broadsheet.reading.pictures.unreadable import UnreadablePictureError

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            page = document[sheet - 1]
            bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
            picture = bitmap.to_pil().convert("RGB")  # a copy: the bitmap's own memory goes with it
            bitmap.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadablePictureError(f"page {sheet} of the PDF can't be drawn", "export it again") from error
    yield picture
