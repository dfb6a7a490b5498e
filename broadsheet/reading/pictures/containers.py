"""Where each format keeps its metadata: the raw XMP and IIM of an open picture, and the texts of a PNG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PIL import JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from broadsheet.reading.pictures.iim import RESOURCE, resources

if TYPE_CHECKING:
    from PIL import Image

TIFF_IIM, TIFF_PHOTOSHOP = 33723, 34377
PHOTOSHOP = b"Photoshop 3.0\0"
GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
"""The extension that holds XMP in a GIF (XMP specification, part 3, §1.1.2)."""
PNG_IIM = ("Raw profile type iptc", "Raw profile type 8bim")
"""ImageMagick's, and others': a name, a length and hexadecimal digits."""


def xmp_of(picture: Image.Image, data: bytes) -> bytes:
    """The XMP packet of a picture that has been decoded (a PNG may hold it behind its pixels), b"" for none."""
    if picture.format == "GIF":
        return _xmp_of_gif(data)
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return packet.encode() if isinstance(packet, str) else bytes(packet)


def iim_of(picture: Image.Image) -> bytes:
    """The IIM records of a picture, b"" for none."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        # Pillow reads each segment as if it stood alone.
        segments = [segment for name, segment in picture.applist if name == "APP13" and segment.startswith(PHOTOSHOP)]
        return _in_resources(b"".join(segment.removeprefix(PHOTOSHOP) for segment in segments))
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        return _tag(picture, TIFF_IIM) or _in_resources(_tag(picture, TIFF_PHOTOSHOP))
    if isinstance(picture, PngImagePlugin.PngImageFile):
        profile = next((picture.info[name] for name in PNG_IIM if name in picture.info), "")
        found = re.fullmatch(r"\s*[^\n]+\n\s*\d+\n([0-9a-fA-F\s]+)", str(profile))
        digits = "".join(found[1].split()) if found else ""
        raw = bytes.fromhex(digits[: len(digits) // 2 * 2])
        return _in_resources(raw) if raw.startswith(b"8BIM") else raw
    return b""


def texts_of(picture: Image.Image) -> dict[str, bytes | str]:
    """The texts of a PNG by keyword: as bytes where their encoding is not sure (tEXt, zTXt), else as texts (iTXt)."""
    if not isinstance(picture, PngImagePlugin.PngImageFile):
        return {}
    return {
        key: str(text) if isinstance(text, PngImagePlugin.iTXt) else text.encode("latin-1", "ignore")
        for key, text in picture.text.items()
    }


def _in_resources(data: bytes) -> bytes:
    return next((value for number, value in resources(data) if number == RESOURCE), b"")


def _tag(picture: TiffImagePlugin.TiffImageFile, number: int) -> bytes:
    """A tag's bytes as they stand in the file: Photoshop calls its IIM numbers, of which Pillow reads the first."""
    return bytes(picture.tag_v2._tagdata.get(number, b""))  # noqa: SLF001 - as Pillow's own IptcImagePlugin does


def _xmp_of_gif(data: bytes) -> bytes:
    """The XMP of a GIF, which stands in it as a whole: behind it come bytes that lead a reader of blocks to its end."""
    _, found, rest = data.partition(GIF_XMP)
    return rest[: rest.find(b"\x01\xff\xfe")] if found else b""
