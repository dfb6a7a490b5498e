"""The copies of photographs that a generator has published: how many, how heavy, and how like the photograph.

A copy is held against the photograph itself, turned and brought to the copy's size at once (Lanczos), by its luminance:
PSNR in decibels, and SSIM (Wang et al. 2004, eq. 13, K₁ 0.01, K₂ 0.03) over blocks of eight by eight pixels.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageChops, ImageMath, ImageOps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

NAME = re.compile(r"(photo-\d{5})[._].*\.(avif|webp|jpg)")
"""How both generators name copies, after the photograph's own name."""
BLOCK = 8
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


@dataclass(frozen=True)
class Found:
    """A published copy."""

    path: Path
    photo: str
    ending: str
    size: tuple[int, int]


@dataclass(frozen=True)
class Group:
    """All copies of a format and width, as benchmarks.results.Copies has them."""

    ending: str
    width: int
    files: int
    size: int
    psnr: float | None
    ssim: float | None


def found(output: Path) -> Iterator[Found]:
    """All copies below a generator's output folder."""
    for path in output.rglob("photo-*"):
        if name := NAME.fullmatch(path.name):
            with Image.open(path) as picture:
                yield Found(path, name[1], name[2], picture.size)


def weighed(found: Iterable[Found], cards: Collection[tuple[int, int]], photos: Path, few: int) -> Iterator[Group]:
    """Copies by format and width; those of the sizes `cards` are crops for other sites.

    The copies of the first `few` photographs are held against these, which lie in the folder `photos`.
    """
    groups: dict[tuple[str, int], list[Found]] = defaultdict(list)
    for copy in found:
        groups[copy.ending, 0 if copy.size in cards else copy.size[0]].append(copy)
    measured = {f"photo-{number:05}" for number in range(few)}
    for (ending, width), copies in sorted(groups.items()):
        like = [likeness(copy, photos / f"{copy.photo}.jpg") for copy in copies if width and copy.photo in measured]
        psnr, ssim = (mean(figures) for figures in zip(*like, strict=True)) if like else (None, None)
        yield Group(ending, width, len(copies), sum(copy.path.stat().st_size for copy in copies), psnr, ssim)


def likeness(copy: Found, photo: Path) -> tuple[float, float]:
    """PSNR and SSIM of a copy."""
    with Image.open(photo) as original, Image.open(copy.path) as made:
        upright = ImageOps.exif_transpose(original)
        wanted = upright.resize(made.size, Image.Resampling.LANCZOS).convert("L")
        got = made.convert("RGB").convert("L")
    return psnr(wanted, got), ssim(wanted, got)


def psnr(one: Image.Image, other: Image.Image) -> float:
    """The peak signal-to-noise ratio of two pictures (L), in decibels; endless if they are the same."""
    histogram = ImageChops.difference(one, other).histogram()
    error = sum(count * value * value for value, count in enumerate(histogram)) / (one.width * one.height)
    return 10 * math.log10(255 * 255 / error) if error else math.inf


def ssim(one: Image.Image, other: Image.Image) -> float:
    """The structural similarity of two pictures (L), in the mean of their blocks."""
    x, y = one.convert("F"), other.convert("F")
    block = min(BLOCK, one.width, one.height)
    squares = (ImageMath.lambda_eval(_product, a=a, b=b) for a, b in ((x, x), (y, y), (x, y)))
    means = {
        name: each.reduce(block) for name, each in zip(("x", "y", "xx", "yy", "xy"), (x, y, *squares), strict=True)
    }

    def formula(of: dict[str, Any]) -> Any:  # noqa: ANN401 - ImageMath's own kind of picture
        x, y, xx, yy, xy = (of[name] for name in ("x", "y", "xx", "yy", "xy"))
        alike = (x * y * 2 + C1) * ((xy - x * y) * 2 + C2)
        return alike / ((x * x + y * y + C1) * (xx - x * x + yy - y * y + C2))

    blocks = ImageMath.lambda_eval(formula, **means)
    value = blocks.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    if not isinstance(value, float):
        raise TypeError("a picture of one channel has one value a pixel")
    return value


def _product(of: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return of["a"] * of["b"]
