"""An opened picture to the bytes of its published copies.

It is decoded once, at the least size that serves, turned as its orientation says, brought to sRGB, and encoded in every
width and format. What a copy carries besides its pixels is the packet of its rights, and nothing else: no position, no
serial number of a camera, no thumbnail.
"""

from __future__ import annotations

import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageFile, ImageSequence

from broadsheet.model.picture_file import ORIENTATION, SIDEWAYS
from broadsheet.rendering.pictures.colour import in_srgb
from broadsheet.rendering.pictures.crop import crop
from broadsheet.rendering.pictures.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from broadsheet.model.picture_file import PictureFile
    from broadsheet.model.rights import Rights
    from broadsheet.planning.renditions import Renditions

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LYING = {TURNS[value] for value in SIDEWAYS}
"""Turns that make width of height."""
PAPER = (255, 255, 255)
"""What shows through a transparent picture where a format knows no transparency."""
MOMENT = 100
"""Milliseconds that browsers show a frame which says 0."""
ENCODERS: dict[str, tuple[str, dict[str, Any]]] = {
    # Speed 9 takes an eighth of the time of the default (6) for 4 % more bytes, and 0.1 to 0.3 dB less; 8 takes more
    # than twice as long as 9 for 1 to 3 % less, and is no better. One thread a copy: the build's processes keep all
    # cores busy, and the bytes must not depend on their number.
    "avif": ("AVIF", {"quality": 60, "speed": 9, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
}
"""Of each ending, Pillow's name of the format and what it is saved with: the three look alike at these qualities."""
_AS_PHOTOGRAPHS: Mapping[str, int] = MappingProxyType({})
"""No options but those of ENCODERS."""


def derive(
    opened: AbstractContextManager[Image.Image], file: PictureFile, renditions: Renditions, rights: Rights, focus: str
) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every copy of the picture in `file`.

    `opened` gives it as Pillow opens it, not decoded yet, and says what is wrong with what can't be decoded; it is
    closed before the first copy is encoded. `focus` is the point of interest that the crop for other sites keeps
    (`50% 30%`), "" for the middle.
    """
    carried = packet(rights)
    if file.frames > 1:
        frames = _frames(opened, file, renditions)
        yield from _animated(frames, renditions, carried)
        still = frames[0][0]
        yield renditions.still, _encoded(still, "webp", carried)
    else:
        still = _decoded(opened, file, renditions)
        yield from derive_drawn(still, renditions, carried)
    if renditions.has_card:
        yield renditions.card, _encoded(crop(still, renditions.card_size, focus), "jpg", carried)


def derive_drawn(
    widest: Image.Image, renditions: Renditions, carried: bytes, options: Mapping[str, int] = _AS_PHOTOGRAPHS
) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of the sized copies of an RGB picture as wide as the widest, with the packet of its rights.

    `options` are those of its encoders that differ from ENCODERS.
    """
    for width, sized in _by_width(widest, renditions):
        for ending in renditions.formats:
            yield renditions.address(width, ending), _encoded(sized, ending, carried, options)


def _decoded(opened: AbstractContextManager[Image.Image], file: PictureFile, renditions: Renditions) -> Image.Image:
    """The picture as wide as its widest copy."""
    size = (renditions.width, renditions.height)
    with opened as picture:
        if isinstance(picture, ImageFile.ImageFile):
            # A JPEG is decoded at a half or less where that is enough.
            picture.draft(None, size[::-1] if _turn(picture) in LYING else size)
        # A TIFF is turned as it is loaded.
        picture.load()
        turn = _turn(picture)
        return _sized(picture, size[::-1] if turn in LYING else size, turn, transparent=file.transparent)


def _turn(picture: Image.Image) -> Image.Transpose | None:
    return TURNS.get(picture.getexif().get(ORIENTATION, 1))


def _sized(
    picture: Image.Image, size: tuple[int, int], turn: Image.Transpose | None, *, transparent: bool
) -> Image.Image:
    if picture.mode in {"P", "PA", "1"}:
        # Colours of a palette have no order, so nothing lies between two of them.
        picture = picture.convert("RGBA" if transparent else "RGB")
    # Fewer pixels first: what turning and colours cost depends on their number.
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    return in_srgb(picture.transpose(turn) if turn is not None else picture, transparent=transparent)


def _frames(
    opened: AbstractContextManager[Image.Image], file: PictureFile, renditions: Renditions
) -> list[tuple[Image.Image, int]]:
    """The frames of an animation as wide as its widest copy, each with its milliseconds."""
    size = (renditions.width, renditions.height)
    with opened as picture:
        return [
            (_sized(frame, size, None, transparent=file.transparent), int(frame.info.get("duration", 0)) or MOMENT)
            for frame in ImageSequence.Iterator(picture)
        ]


def _by_width(widest: Image.Image, renditions: Renditions) -> list[tuple[int, Image.Image]]:
    """The picture in every width, the narrowest first.

    Each is made of the next wider one, in half the time that all would take of the widest. What that changes lies
    15 dB below what encoding does.
    """
    found = [(renditions.width, widest)]
    for width in reversed(renditions.widths[:-1]):
        found.append((width, _resized(found[-1][1], width, renditions)))
    return found[::-1]


def _resized(picture: Image.Image, width: int, renditions: Renditions) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(round(renditions.height * width / renditions.width), 1)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _encoded(picture: Image.Image, ending: str, carried: bytes, own: Mapping[str, int] = _AS_PHOTOGRAPHS) -> bytes:
    kind, options = ENCODERS[ending]
    if kind == "JPEG" and picture.mode == "RGBA":
        ground = Image.new("RGB", picture.size, PAPER)
        ground.paste(picture, mask=picture.getchannel("A"))
        picture = ground
    out = io.BytesIO()
    picture.save(out, kind, xmp=carried, **{**options, **own})
    return out.getvalue()


def _animated(
    frames: list[tuple[Image.Image, int]], renditions: Renditions, carried: bytes
) -> Iterator[tuple[str, bytes]]:
    durations = [duration for _, duration in frames]
    _, options = ENCODERS["webp"]
    for width in renditions.widths:
        first, *others = (_resized(frame, width, renditions) for frame, _ in frames)
        out = io.BytesIO()
        first.save(out, "WEBP", save_all=True, append_images=others, duration=durations, xmp=carried, **options)
        yield renditions.address(width, "webp"), out.getvalue()
