"""A picture's file: its kind, size and mean colour, and what it says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PIL import Image, ImageFile, TiffImagePlugin

from broadsheet.model.picture_file import DEEP, ORIENTATION, SIDEWAYS, PictureFile
from broadsheet.reading.picture_kinds import FORMATS, PICTURES, ending_of
from broadsheet.reading.pictures.boxes import is_cut_off
from broadsheet.reading.pictures.opening import CUT_OFF, open_picture
from broadsheet.reading.pictures.said import said_by
from broadsheet.reading.pictures.svg import read_svg
from broadsheet.reading.pictures.unreadable import UnreadablePictureError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

MOVING = {"GIF", "WEBP", "PNG", "AVIF"}
"""Formats whose further frames are an animation; elsewhere they are other pictures."""
MOST_MOVING = 1_000_000_000
"""Pixels that all frames of an animation may have together."""
BEGINNINGS = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "WEBP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "GIF": re.compile(rb"GIF8[79]a"),
    "TIFF": re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"),
}
"""First bytes of each format."""
COMPRESSION, UNCOMPRESSED = 259, 1
STRIPS = ((273, 279), (324, 325))
"""The tags of a TIFF that say where its strips, or its tiles, begin, and their lengths in bytes."""
NARROWEST = 200
"""How many times as long as wide a picture may be; the long drawings that are made for phones are up to 50 times."""
LAST_BYTES = 1 << 16
"""Where a whole picture's end is looked for: cameras and editors write notes of their own behind it."""
ENDS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
"""What the last part of a whole picture holds: end of image (JPEG), the last chunk (PNG), the trailer (GIF).

A WebP, an AVIF and a HEIF say the lengths of their parts.
"""


def read_picture(name: str, data: bytes) -> PictureFile | None:
    """What the picture in the file `name` is and says, None for a document.

    Raises UnreadablePictureError for a file that isn't what its ending says, is broken or cut off, or absurdly large.
    """
    ending = ending_of(name)
    if ending not in PICTURES:
        return None
    if not data:
        raise UnreadablePictureError("the file is empty")
    if ending == ".svg":
        return read_svg(data)
    if _says_longer(data):
        raise UnreadablePictureError(*CUT_OFF)
    with open_picture(data, _kind(data)) as picture:
        if isinstance(picture, TiffImagePlugin.TiffImageFile) and _lacks_strips(picture, len(data)):
            raise UnreadablePictureError(*CUT_OFF)
        kind = picture.format or ""
        if kind not in FORMATS[ending]:
            shown = "JPEG" if kind == "MPO" else kind
            right = next(ending for ending, formats in FORMATS.items() if kind in formats)
            raise UnreadablePictureError(f"the file is named {ending} and holds a {shown} picture", f"name it {right}")
        if kind in ENDS and ENDS[kind] not in data[-LAST_BYTES:]:
            raise UnreadablePictureError(*CUT_OFF)
        return _read(picture, data)


def opened(data: bytes, file: PictureFile) -> AbstractContextManager[Image.Image]:
    """The picture of a file, open for as long as the block lasts. What fails is an UnreadablePictureError."""
    if file.kind != "PDF":
        return open_picture(data, file.kind)
    from broadsheet.reading.pictures.pdf import open_sheet  # noqa: PLC0415 - a paper without PDFs does without

    return open_sheet(data, file.sheet, file.width)


def _says_longer(data: bytes) -> bool:
    """Whether a WebP (RIFF), an AVIF or a HEIF announces more bytes than there are."""
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    return data[4:8] == b"ftyp" and is_cut_off(data)


def _lacks_strips(picture: TiffImagePlugin.TiffImageFile, length: int) -> bool:
    """Whether a compressed TIFF says that its pixels stand beyond its end: its decoder would tell the terminal.

    Some programs write too large a number for pixels that are not compressed, and Pillow tells itself what they lack.
    """
    if picture.tag_v2.get(COMPRESSION) == UNCOMPRESSED:
        return False
    pairs = (zip(*[picture.tag_v2.get(tag, ()) for tag in tags], strict=False) for tags in STRIPS)
    return any(begin + size > length for pair in pairs for begin, size in pair)


def _read(picture: ImageFile.ImageFile, data: bytes) -> PictureFile:
    kind = picture.format or ""
    width, height = picture.size
    frames = getattr(picture, "n_frames", 1) if kind in MOVING else 1
    if max(width, height) > NARROWEST * min(width, height):
        raise UnreadablePictureError(f"{width:,} × {height:,} pixels are no shape of a picture", "cut it into several")
    if width * height * frames > MOST_MOVING:
        message = f"{frames:,} frames of {width:,} × {height:,} pixels are too many"
        raise UnreadablePictureError(message, "make it shorter or smaller")
    # Pillow gives a TIFF's size as it is shown.
    if kind != "TIFF" and picture.getexif().get(ORIENTATION) in SIDEWAYS:
        width, height = height, width
    colour, transparent = _colour(picture)
    return PictureFile(kind, width, height, colour, transparent, frames, said_by(picture, data))


def _colour(picture: ImageFile.ImageFile) -> tuple[str, bool]:
    """The mean colour, and whether anything shines through. A JPEG is decoded at an eighth of its size."""
    picture.draft(None, (max(picture.width // 8, 1), max(picture.height // 8, 1)))
    if picture.mode.startswith(DEEP):
        # Pillow would cut their numbers off; what they look like is known where copies are made.
        return "", False
    seen = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    mean = seen.resize((1, 1), Image.Resampling.BOX).tobytes()
    transparent = seen.mode == "RGBA" and seen.getchannel("A").getextrema() != (255, 255)
    return f"#{mean[:3].hex()}", transparent


def _kind(data: bytes) -> str:
    """Pillow's name of a picture's format, as its first bytes tell it: `JPEG` also for an MPO."""
    if data[4:8] == b"ftyp":
        brands = data[8 : int.from_bytes(data[:4])]
        return "AVIF" if b"avif" in brands or b"avis" in brands else "HEIF"
    for kind, begins in BEGINNINGS.items():
        if begins.match(data):
            return kind
    raise UnreadablePictureError("the file can't be read as a picture")
