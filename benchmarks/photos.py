"""Photographs that nobody took: by a seed, all different, as heavy and as hard to shrink as a camera's.

Light and colour are noise at every scale, the coarser the stronger, as in pictures of the world, whose amplitudes fall
with the frequency; shapes with hard edges are laid over, and the finest scale has a sensor's grain. Some are stored
lying on their side, as a camera that was held upright stores them. Each says in its XMP and EXIF who made it.
"""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from multiprocessing import Pool
from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from broadsheet.model.rights import Rights
from broadsheet.rendering.pictures.xmp import packet

if TYPE_CHECKING:
    from pathlib import Path

QUALITY = 88
ORIENTATION, ARTIST, COPYRIGHT = 0x0112, 0x013B, 0x8298
ON_ITS_SIDE = 6
UPRIGHT = 5
"""One photograph in so many is upright."""
CREDIT = "测量社"
SHAPES = 600


@dataclass(frozen=True)
class Photos:
    """So many photographs of a size in pixels."""

    count: int
    size: tuple[int, int] = (4000, 3000)
    seed: int = 1

    def is_upright(self, number: int) -> bool:
        """Whether a photograph is shown upright; it is stored lying all the same."""
        return number % UPRIGHT == UPRIGHT - 1

    def shown(self, number: int) -> tuple[int, int]:
        """Width and height of a photograph as it is shown."""
        return self.size[::-1] if self.is_upright(number) else self.size

    def name(self, number: int) -> str:
        """The name of a photograph's file, which no other has."""
        return f"photo-{number:05}.jpg"

    def rights(self, number: int) -> Rights:
        """Whose a photograph is."""
        return Rights(creator=f"甲{number}", credit=CREDIT, copyright=f"© {CREDIT}")

    def folder(self, work: Path) -> Path:
        """Where the photographs of this seed and size are kept below a folder."""
        return work / f"photos-{self.seed}-{self.size[0]}x{self.size[1]}"

    def take(self, work: Path) -> Path:
        """The folder of the photographs; those that an earlier session left there are taken as they are."""
        folder = self.folder(work)
        folder.mkdir(parents=True, exist_ok=True)
        missing = [number for number in range(self.count) if not (folder / self.name(number)).exists()]
        with Pool(min(len(missing), os.cpu_count() or 1) or 1) as pool:
            for _ in pool.imap_unordered(_Camera(self, folder), missing):
                pass
        return folder


@dataclass(frozen=True)
class _Camera:
    """What takes a photograph in another process."""

    photos: Photos
    folder: Path

    def __call__(self, number: int) -> None:
        photos, name = self.photos, self.photos.name(number)
        exif = Image.Exif()
        exif[ORIENTATION] = ON_ITS_SIDE if photos.is_upright(number) else 1
        exif[ARTIST], exif[COPYRIGHT] = photos.rights(number).creator, photos.rights(number).copyright
        out = io.BytesIO()
        picture = scene(Random(f"{photos.seed} {number}"), photos.size)  # noqa: S311 - no secret
        picture.save(out, "JPEG", quality=QUALITY, exif=exif, xmp=packet(photos.rights(number)))
        fresh = self.folder / f"{name}.new"
        fresh.write_bytes(out.getvalue())
        fresh.replace(self.folder / name)


def scene(rng: Random, size: tuple[int, int]) -> Image.Image:
    """A picture, in YCbCr."""
    grain = rng.uniform(0.04, 0.13)
    light = _clouds(rng, size, 0.5, rng.uniform(0.7, 0.85), grain)
    dark = _clouds(rng, size, 0.5, 0.7, grain / 2).point([max(value * 4 // 5 - 20, 0) for value in range(256)])
    mask = _shapes(rng, size).filter(ImageFilter.BoxBlur(1))
    # A sensor has a quarter as many pixels of each colour.
    half = (max(size[0] // 2, 2), max(size[1] // 2, 2))
    blue, red = (_clouds(rng, half, 0.14, 0.75, 0.012).resize(size, Image.Resampling.BILINEAR) for _ in range(2))
    return Image.merge("YCbCr", (Image.composite(light, dark, mask), blue, red))


def _clouds(rng: Random, size: tuple[int, int], most: float, fall: float, least: float) -> Image.Image:
    """Noise at every scale; each finer one has `fall` times the strength of the one before, and `least` at least."""
    sizes = [size]
    while min(sizes[-1]) >= 8:
        sizes.append((sizes[-1][0] // 2, sizes[-1][1] // 2))
    clouds = Image.new("L", sizes[-1], 128)
    for number, finer in enumerate(reversed(sizes)):
        noise = _noise(rng, finer, max(most * fall**number, least))
        clouds = ImageChops.add(clouds.resize(finer, Image.Resampling.BICUBIC), noise, 1, -128)
    return clouds


def _noise(rng: Random, size: tuple[int, int], strength: float) -> Image.Image:
    """Noise about 128."""
    even = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    return even.point([min(max(round(128 + (value - 127.5) * strength), 0), 255) for value in range(256)])


def _shapes(rng: Random, size: tuple[int, int]) -> Image.Image:
    """Ellipses, polygons and lines, many small and few large."""
    shapes = Image.new("L", size, 0)
    draw = ImageDraw.Draw(shapes)
    for _ in range(SHAPES):
        x, y = rng.randrange(size[0]), rng.randrange(size[1])
        reach = min(int(rng.paretovariate(1.1) * size[0] / 200) + 2, size[0] // 4)
        kind, shade = rng.random(), rng.choice((0, 255, 200, 100))
        if kind < 0.4:
            draw.ellipse((x - reach, y - reach // 2, x + reach, y + reach // 2), fill=shade)
            continue
        corners = [
            (x + rng.randint(-reach, reach), y + rng.randint(-reach, reach)) for _ in range(3 if kind < 0.6 else 5)
        ]
        if kind < 0.8:
            draw.polygon(corners, fill=shade)
        else:
            draw.line(corners[:2], fill=shade, width=rng.randint(2, 14))
    return shapes
