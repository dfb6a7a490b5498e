"""A picture cut to a shape round its point of interest."""

from __future__ import annotations

from PIL import Image


def crop(picture: Image.Image, size: tuple[int, int], focus: str) -> Image.Image:
    """The picture in `size` (width, height, in pixels), cut as CSS's `object-fit: cover` does.

    `focus` is two percentages as of `object-position` (CSS Images, §5.5): the point of the picture that lies on the
    same point of what is left. "" is the middle.
    """
    across, down = (int(part.rstrip("%")) / 100 for part in (focus or "50% 50%").split())
    scale = min(picture.width / size[0], picture.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    left, top = (picture.width - width) * min(across, 1), (picture.height - height) * min(down, 1)
    box = (left, top, left + width, top + height)
    return picture.resize(size, Image.Resampling.LANCZOS, box=box)
