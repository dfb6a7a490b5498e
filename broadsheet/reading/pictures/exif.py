"""EXIF: what cameras, and Windows' file properties, say of a picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.made import made_at
from broadsheet.model.picture_file import Said
from broadsheet.reading.pictures.encodings import decode_all
from broadsheet.reading.pictures.opening import FAILURES
from broadsheet.reading.pictures.words import joined_names, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Exif

EXIF_IFD = 0x8769
ARTIST, COPYRIGHT, DESCRIPTION = 0x013B, 0x8298, 0x010E
XP_TITLE, XP_COMMENT, XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
"""Windows' own: UTF-16, little-endian."""
TAKEN, TAKEN_OFFSET = 0x9003, 0x9011
"""DateTimeOriginal and OffsetTimeOriginal."""
_OFFSET = re.compile(r"[+-]\d{2}:\d{2}")
_WORD = re.compile(r"[^\W\d_]+")
BY_THE_CAMERA = {
    *("olympus", "sony", "minolta", "kodak", "samsung", "fujifilm", "canon", "nikon", "panasonic", "ricoh", "dji"),
    *("digital", "still", "camera", "dsc", "dcim", "media", "img", "jpg", "jpeg", "created", "by", "with"),
    *("default", "picture", "photo", "image", "untitled", "screenshot"),
    # Scenes, as some phones abbreviate them.
    *("cof", "dav", "sdr", "hdr", "rhdr", "mde", "nor", "oznor", "ptr", "bty", "fbt", "edf", "hpf", "qrf"),
}
"""Words of descriptions that no person typed: `OLYMPUS DIGITAL CAMERA`, `SONY DSC`, `DCIM\\100MEDIA\\DJI_0001.JPG`."""


def exif_said(exif: Exif) -> Iterator[Said]:
    """What EXIF says of a picture."""
    artist, copyright_, description = decode_all([_bytes(exif.get(tag)) for tag in (ARTIST, COPYRIGHT, DESCRIPTION)])
    yield Said("creator", joined_names(artist.split(";")), "EXIF Artist")
    yield Said("creator", joined_names(_wide(exif, XP_AUTHOR).split(";")), "EXIF XPAuthor")
    # The photographer's notice, a NUL, and the editor's (CIPA DC-008, §4.6.5).
    notices = [tidy(part) for part in copyright_.split("\0")]
    yield Said("copyright", "; ".join(filter(None, notices)), "EXIF Copyright")
    if not set(_WORD.findall(description.casefold())) <= BY_THE_CAMERA:
        yield Said("caption", tidy(description), "EXIF ImageDescription")
    yield Said("caption", tidy(_wide(exif, XP_TITLE)), "EXIF XPTitle")
    yield Said("caption", tidy(_wide(exif, XP_COMMENT)), "EXIF XPComment")
    yield Said("date", _taken(exif), "EXIF DateTimeOriginal")


def _bytes(value: object) -> bytes:
    """A text as it stands in the file: Pillow takes all of EXIF's for Latin-1."""
    if isinstance(value, str):
        value = value.encode("latin-1", "ignore")
    return value if isinstance(value, bytes) else b""


def _wide(exif: Exif, tag: int) -> str:
    value = exif.get(tag)
    data = bytes(value) if isinstance(value, bytes | tuple) else b""
    return data.decode("utf-16-le", "ignore").partition("\0")[0]


def _taken(exif: Exif) -> str:
    try:
        inner = exif.get_ifd(EXIF_IFD)
    except FAILURES:
        return ""
    time, offset = (str(inner.get(tag, "")).strip("\0 ") for tag in (TAKEN, TAKEN_OFFSET))
    return made_at(time + (offset if _OFFSET.fullmatch(offset) else ""))
