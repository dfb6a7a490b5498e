"""PDFs of pages: what they measure, what they look like, and what is wrong with them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from broadsheet.reading.pictures import UnreadablePictureError
from broadsheet.reading.pictures.pdf import DAMAGED, LOCKED, open_sheet, read_pdf

if TYPE_CHECKING:
    from pathlib import Path

HEAD = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
PAGES = b"2 0 obj <</Type/Pages/Kids[%b]/Count %d>> endobj\n"
PAGE = b"%d 0 obj <</Type/Page/Parent 2 0 R%b>> endobj\n"
TRAILER = b"trailer <</Root 1 0 R%b>>\n"
LOCK = b"9 0 obj <</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>> endobj\n" % (b"1f" * 32, b"2e" * 32)


def pdf(*pages: bytes, more: bytes = b"", trailer: bytes = b"") -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + len(pages)))
    made = (PAGE % (number, page) for number, page in enumerate(pages, 3))
    return HEAD + PAGES % (kids, len(pages)) + b"".join(made) + more + TRAILER % trailer


@pytest.mark.parametrize(
    ("data", "sizes", "fault"),
    [
        (pdf(b"/MediaBox[0 0 400 580]"), ((400, 580),), ""),
        # As it is shown: turned, and cut to what is meant to be seen.
        (pdf(b"/MediaBox[0 0 400 580]/Rotate 90"), ((580, 400),), ""),
        (pdf(b"/MediaBox[0 0 420 600]/CropBox[10 10 410 590]"), ((400, 580),), ""),
        (pdf(b"/MediaBox[0 0 400 580]", b"/MediaBox[0 0 200 290]"), ((400, 580), (200, 290)), ""),
        (pdf(), (), DAMAGED),
        (b"", (), DAMAGED),
        (b"%PDF-1.7\ncut off", (), DAMAGED),
        (b"\xff\xd8\xff\xe0 a picture", (), DAMAGED),
        (
            pdf(
                b"/MediaBox[0 0 400 580]",
                more=LOCK,
                trailer=b"/Encrypt 9 0 R/ID[<%b><%b>]" % (b"00" * 16, b"00" * 16),
            ),
            (),
            LOCKED,
        ),
    ],
)
def test_a_pdf_says_how_large_its_pages_are(data: bytes, sizes: tuple[tuple[float, float], ...], fault: str) -> None:
    found = read_pdf(data)
    assert found.sizes == sizes
    assert found.fault == fault


def test_a_page_is_drawn_as_wide_as_it_is_asked_for() -> None:
    black = b"<</Length 22>> stream\n0 0 0 rg 0 0 400 145 re f\nendstream"
    data = pdf(b"/MediaBox[0 0 400 580]", b"/MediaBox[0 0 400 580]/Contents 7 0 R", more=b"7 0 obj %b endobj\n" % black)
    with open_sheet(data, 2, 100) as picture:
        assert picture.size == (100, 145)
        assert picture.getpixel((50, 10)) == (255, 255, 255)
        assert picture.getpixel((50, 140)) == (0, 0, 0)
    with pytest.raises(UnreadablePictureError, match="page 3 of the PDF can't be drawn"), open_sheet(data, 3, 100):
        pass


DRAW_AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from broadsheet.reading.pictures.pdf import open_sheet, read_pdf

data = open(sys.argv[1], "rb").read()

def draw(number):
    with open_sheet(data, 1 + number % 2, 600) as picture:
        return picture.size, len(read_pdf(data).sizes)

with ThreadPoolExecutor(8) as threads:
    print({*threads.map(draw, range(400))})
"""


def test_pages_can_be_drawn_by_several_threads(tmp_path: Path) -> None:
    """In a process of its own, which PDFium would end if they did it at the same time."""
    words = b"".join(
        b"BT /F %d Tf %d %d Td (Herons nest on the bridge) Tj ET\n" % (8 + n % 9, n, 6 * n) for n in range(99)
    )
    more = b"7 0 obj <</Length %d>> stream\n%b\nendstream endobj\n" % (len(words), words)
    more += b"8 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman>> endobj\n"
    page = b"/MediaBox[0 0 400 580]/Contents 7 0 R/Resources<</Font<</F 8 0 R>>>>"
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf(page, page, more=more))
    told = subprocess.run([sys.executable, "-c", DRAW_AT_ONCE, file], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "{((600, 870), 2)}")
