"""One page of a PDF that holds several, as a file of its own."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pypdfium2

if TYPE_CHECKING:
    from datetime import date

_MADE: Final = re.compile(rb"(/CreationDate\(D:)\d{14}([-+]\d\d'\d\d')?\)")
_NAME: Final = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")


def extract(data: bytes, sheet: int, day: date) -> bytes:
    """Page number `sheet` of a PDF, counted from 1, said to be made on a day: the same bytes of the same file.

    Raises PdfiumError for a page that can't be read.
    """
    made = BytesIO()
    with pypdfium2.PdfDocument(data) as document, pypdfium2.PdfDocument.new() as alone:
        alone.import_pages(document, [sheet - 1])
        alone.save(made)
    # PDFium writes the time by the clock, and a name of the file that it makes from it. What stands there instead is as
    # long: the file says where each of its parts begins.
    text = _MADE.sub(lambda found: _at(day, found), made.getvalue(), count=1)
    name = sha256(_NAME.sub(b"", text)).hexdigest()[:32].upper().encode()
    return _NAME.sub(b"/ID[<%b><%b>]" % (name, name), text)


def _at(day: date, found: re.Match[bytes]) -> bytes:
    return found[1] + f"{day:%Y%m%d}000000".encode() + (b"Z00'00'" if found[2] else b"") + b")"
