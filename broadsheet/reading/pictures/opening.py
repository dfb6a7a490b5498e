"""Opening a picture: by its format alone, within bounds, and with every failure told in an editor's words."""

from __future__ import annotations

import io
import re
import struct
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pi_heif.as_plugin import register_heif_opener
from PIL import Image

from broadsheet.reading.pictures.boxes import item_names
from broadsheet.reading.pictures.unreadable import UnreadablePictureError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import ImageFile

MOST_PIXELS = 200_000_000
"""What the largest cameras make. A file of a few bytes may announce any number."""
MOST_DECODED = 120_000_000
"""The same for what must be decoded as a whole, at 3 or 4 bytes a pixel: all but a JPEG that isn't progressive.

A newspaper's page at 600 dots an inch has 114 million.
"""
CUT_OFF = ("the picture is cut off before its end", "copy the file again")
UNREADABLE = "the file can't be read as a picture"
FAILURES = (
    *(OSError, SyntaxError, ValueError, EOFError, RuntimeError, struct.error),
    *(KeyError, IndexError, TypeError, AttributeError, ArithmeticError),
)
"""What Pillow and its plugins raise for broken bytes, found by cutting and changing files of each format."""

register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
# Pillow refuses twice this number itself, before anything is decoded, and only warns below.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2


@contextmanager
def open_picture(data: bytes, kind: str) -> Iterator[ImageFile.ImageFile]:
    """A picture of one of Pillow's formats, open for as long as the block lasts; nothing is decoded yet.

    Whatever fails on the way, also in the block, where pixels are decoded, is an UnreadablePictureError. EXIF data that
    can't be read is left out, so that asking for it is safe.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of bombs below the limit, and of odd EXIF data
            formats = ["JPEG" if kind == "MPO" else kind]
            if kind == "HEIF":
                _check_names(data)
            with Image.open(io.BytesIO(data), formats=formats) as picture:
                _check_size(picture)
                _without_broken_exif(picture)
                yield picture
    except UnreadablePictureError:
        raise
    except Image.DecompressionBombError as error:
        # Pillow names the product: "Image size (3600000000 pixels) exceeds limit of …".
        pixels = int(re.sub(r"\D+(\d+).*", r"\1", str(error), flags=re.DOTALL))
        raise UnreadablePictureError(
            f"{pixels:,} pixels are too many", f"make it smaller; {MOST_PIXELS:,} may be"
        ) from None
    except FAILURES as error:
        if "truncated" in str(error):
            raise UnreadablePictureError(*CUT_OFF) from None
        raise UnreadablePictureError(UNREADABLE) from None


def _check_size(picture: Image.Image) -> None:
    whole = picture.format not in {"JPEG", "MPO"} or "progressive" in picture.info
    most = MOST_DECODED if whole else MOST_PIXELS
    if picture.width * picture.height > most:
        message = f"{picture.width:,} × {picture.height:,} pixels are too many"
        raise UnreadablePictureError(message, f"make it smaller; {most:,} may be")


def _without_broken_exif(picture: Image.Image) -> None:
    if picture.format == "PNG":
        # Its EXIF data may stand behind the pixels: Pillow would decode them, and say only once that they are broken.
        picture.load()
    try:
        picture.getexif()
    except FAILURES:
        picture.info.pop("exif", None)
        picture._exif = Image.Exif()  # noqa: SLF001 - Pillow keeps what it failed to read, and has no other way to drop it


def _check_names(data: bytes) -> None:
    """Refuse a HEIF whose items have names that are no text: its library would take the process down with it."""
    for name in item_names(data):
        name.decode()  # a UnicodeDecodeError is one of FAILURES
