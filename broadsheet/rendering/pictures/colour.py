"""Colours as browsers take them: eight bits a channel, in sRGB."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

from broadsheet.model.picture_file import DEEP
from broadsheet.rendering.pictures.depth import shallow

if TYPE_CHECKING:
    from collections.abc import Callable


def in_srgb(picture: Image.Image, *, transparent: bool) -> Image.Image:
    """The picture as RGB, or as RGBA where it is `transparent`, with no profile: browsers then take it for sRGB.

    A profile that fits the picture says what its colours are (ICC.1:2022); where there is none, they are sRGB.
    """
    alpha = None
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(DEEP):
        picture = shallow(picture)
    if transparent:
        picture = picture.convert("RGBA")
        alpha = picture.getchannel("A")
        picture = picture.convert("RGB")
    elif picture.mode not in {"RGB", "L", "CMYK", "LAB"}:
        picture = picture.convert("RGB")
    turned = _by_profile(picture, profile) if profile or picture.mode == "LAB" else None
    picture = turned or picture.convert("RGB")
    # A copy that is saved would take along what the file said of itself.
    picture.info = {}
    if alpha:
        picture.putalpha(alpha)
    return picture


def _by_profile(picture: Image.Image, profile: bytes | None) -> Image.Image | None:
    """The picture in sRGB; None where its profile is broken or of another kind of colours."""
    try:
        return _transform(profile or b"", picture.mode)(picture)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> Callable[[Image.Image], Image.Image | None]:
    """What turns pictures of a mode with a profile into sRGB. Raises PyCMSError where the two don't fit."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")

    def turned(picture: Image.Image) -> Image.Image | None:
        return ImageCms.applyTransform(picture, transform)

    return turned
