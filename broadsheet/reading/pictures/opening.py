"""Opening a picture: by its format alone, within bounds, and with every failure told in an editor's words."""

from __future__ import annotations

import io
import re
import struct
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pi_heif import register_heif_opener
from PIL import Image

from broadsheet.reading.pictures.unreadable import UnreadablePictureError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PIXELS = 200_000_000
"""More than any camera's picture has; a file of a few bytes may announce any number."""
CUT_OFF = ("the picture is cut off before its end", "copy the file again")
FAILURES = (OSError, SyntaxError, ValueError, EOFError, RuntimeError, struct.error, KeyError, IndexError, TypeError)
"""What Pillow and its plugins raise for broken bytes, found by cutting and changing files of each format."""

register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
# Pillow refuses twice this number itself, before anything is decoded, and only warns below.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2


@contextmanager
def open_picture(data: bytes, kind: str) -> Iterator[Image.Image]:
    """A picture of one of Pillow's formats, open for as long as the block lasts; nothing is decoded yet.

    Whatever fails on the way, also in the block, where pixels are decoded, is an UnreadablePictureError. EXIF data that
    can't be read is left out, so that asking for it is safe.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of bombs below the limit, and of odd EXIF data
            formats = ["JPEG" if kind == "MPO" else kind]
            with Image.open(io.BytesIO(data), formats=formats) as picture:
                _without_broken_exif(picture)
                yield picture
    except UnreadablePictureError:
        raise
    except Image.DecompressionBombError as error:
        raise UnreadablePictureError(*too_many(str(error))) from None
    except FAILURES as error:
        if "truncated" in str(error):
            raise UnreadablePictureError(*CUT_OFF) from None
        raise UnreadablePictureError("the file can't be read as a picture") from None


def too_many(pixels: str) -> tuple[str, str]:
    """Message and hint for a picture with too many pixels; the first number in `pixels` says how many."""
    found = re.search(r"\d+", pixels)
    number = f"{int(found[0]):,}" if found else "so many"
    return f"{number} pixels are too many", f"make it smaller; {MOST_PIXELS:,} may be"


def _without_broken_exif(picture: Image.Image) -> None:
    if picture.format == "PNG":
        # Its EXIF data may stand behind the pixels: Pillow would decode them, and say only once that they are broken.
        picture.load()
    try:
        picture.getexif()
    except FAILURES:
        picture.info.pop("exif", None)
        picture._exif = Image.Exif()  # noqa: SLF001 - Pillow keeps what it failed to read, and has no other way to drop it
