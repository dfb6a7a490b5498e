"""A picture's or a document's bytes: what it is, and how large."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from broadsheet.reading.svg import UnreadablePictureError, measure_svg

__all__ = ["DOCUMENTS", "PICTURES", "UnreadablePictureError", "measure"]

FORMATS = {
    ".jpg": ("JPEG", "MPO"),
    ".jpeg": ("JPEG", "MPO"),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
    ".avif": ("AVIF",),
    ".gif": ("GIF",),
}
"""Pillow's names of what a file's ending promises; MPO is a JPEG that holds further pictures, as some cameras write."""
PICTURES = {*FORMATS, ".svg"}
"""File endings of pictures that browsers show."""
DOCUMENTS = {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt", ".zip", ".mp3", ".mp4", ".webm", ".ics"}
"""File endings of what else a story may link to."""
MOST_PIXELS = 200_000_000
LAST_BYTES = 1 << 16
"""Where a whole picture's end is looked for: cameras and editors write notes of their own behind it."""
ENDS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
"""What the last part of a whole picture holds: end of image (JPEG), the last chunk (PNG), the trailer (GIF).

A WebP and an AVIF say the lengths of their parts.
"""
CUT_OFF = ("the picture is cut off before its end", "copy the file again")


def measure(name: str, data: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels, (0, 0) for a document.

    Raises UnreadablePictureError for a file that isn't what its ending says, is broken or cut off, absurdly large, or,
    for an SVG, holds a script or something from elsewhere. Nothing is decoded: the headers and the end decide.
    """
    ending = "." + name.rpartition(".")[2].lower()
    if ending not in PICTURES:
        return 0, 0
    if not data:
        raise UnreadablePictureError("the file is empty")
    if ending == ".svg":
        return measure_svg(data)
    if _says_longer(data):
        raise UnreadablePictureError(*CUT_OFF)
    found, width, height = _header(data)
    if found not in FORMATS[ending]:
        kind = "JPEG" if found == "MPO" else found
        right = next(ending for ending, formats in FORMATS.items() if found in formats)
        raise UnreadablePictureError(f"the file is named {ending} and holds a {kind} picture", f"name it {right}")
    if width * height > MOST_PIXELS:
        message = f"{width:,} × {height:,} pixels are too many"
        raise UnreadablePictureError(message, f"make it smaller; {MOST_PIXELS:,} may be")
    if found in ENDS and ENDS[found] not in data[-LAST_BYTES:]:
        raise UnreadablePictureError(*CUT_OFF)
    return width, height


def _says_longer(data: bytes) -> bool:
    """Whether a WebP (RIFF) or an AVIF (boxes of ISO/IEC 14496-12, §4.2) announces more bytes than there are."""
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    if data[4:8] != b"ftyp":
        return False
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        if size < 8:
            return False
        at += size
    return at > len(data)


def _header(data: bytes) -> tuple[str, int, int]:
    Image.init()
    formats = sorted({names[0] for names in FORMATS.values()})
    try:
        with warnings.catch_warnings():
            # Pillow warns of decompression bombs; the header's own figures decide here, before anything is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=formats) as picture:
                return picture.format or "", *picture.size
    except Image.DecompressionBombError:
        raise UnreadablePictureError("the picture has too many pixels", "make it smaller") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise UnreadablePictureError("the file can't be read as a picture") from None
