"""How like the picture its published copies are."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image, ImageDraw

from benchmarks.copies import psnr, ssim
from broadsheet.model.rights import Rights
from broadsheet.planning.renditions import renditions_of
from broadsheet.reading.pictures import open_picture, read_picture
from broadsheet.rendering.pictures.derive import ENCODERS, derive


def detailed(size: tuple[int, int]) -> Image.Image:
    """A picture with noise of many scales and sharp edges."""
    rng = random.Random(4)
    picture = Image.new("L", size, 128)
    for part in (64, 16, 4, 2):
        small = (size[0] // part, size[1] // part)
        noise = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
        picture = Image.blend(picture, noise.resize(size, Image.Resampling.BICUBIC), 0.3)
    draw = ImageDraw.Draw(picture)
    for _ in range(60):
        x, y = rng.randrange(size[0]), rng.randrange(size[1])
        draw.line((x, y, x + rng.randint(-300, 300), y + rng.randint(-300, 300)), fill=rng.randrange(256), width=5)
    return Image.merge("RGB", (picture, picture, picture))


@pytest.fixture(scope="module")
def photo() -> Image.Image:
    return detailed((2600, 1300))


@pytest.fixture(scope="module")
def made(photo: Image.Image) -> dict[tuple[int, str], Image.Image]:
    """The copies by width and ending."""
    out = io.BytesIO()
    photo.save(out, "PNG", compress_level=1)
    file = read_picture("a.png", out.getvalue())
    assert file
    renditions = renditions_of("a.png", "0" * 64, file, Rights(credit="社"), "", card=False)
    copies = dict(derive(open_picture(out.getvalue(), file.kind), file, renditions, Rights(credit="社"), ""))
    return {
        (width, ending): Image.open(io.BytesIO(copies[renditions.address(width, ending)]))
        for width in renditions.widths
        for ending in renditions.formats
    }


def test_a_narrow_copy_is_as_like_the_picture_as_one_that_is_made_straight_from_it(
    photo: Image.Image, made: dict[tuple[int, str], Image.Image]
) -> None:
    assert len({width for width, _ in made}) > 2
    for (_, ending), copy in made.items():
        wanted = photo.resize(copy.size, Image.Resampling.LANCZOS)
        kind, options = ENCODERS[ending]
        out = io.BytesIO()
        wanted.save(out, kind, **options)
        straight = Image.open(out).convert("RGB").convert("L")
        found, grey = copy.convert("RGB").convert("L"), wanted.convert("L")
        assert psnr(grey, found) > psnr(grey, straight) - 0.3, copy
        assert ssim(grey, found) > ssim(grey, straight) - 0.005, copy


def test_the_formats_look_alike(photo: Image.Image, made: dict[tuple[int, str], Image.Image]) -> None:
    for width in {width for width, _ in made}:
        found = []
        for (wide, _), copy in made.items():
            if wide == width:
                wanted = photo.resize(copy.size, Image.Resampling.LANCZOS).convert("L")
                found.append(ssim(wanted, copy.convert("RGB").convert("L")))
        assert max(found) - min(found) < 0.05
