"""A picture's published copies: sizes, formats, colours, what they carry and what they don't."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageCms, ImageDraw

from broadsheet.model.rights import Rights
from broadsheet.planning.renditions import Renditions, renditions_of
from broadsheet.reading.pictures import UnreadablePictureError, open_picture, read_picture
from broadsheet.rendering.pictures.derive import derive

if TYPE_CHECKING:
    from collections.abc import Callable

RED, GREEN = (200, 30, 30), (30, 160, 60)
ORIENTATION = 0x0112
POSITION = 0x8825
SERIAL = 0xA431
EXIF = 0x8769
LAID = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What makes of an upright picture one that is stored as an orientation says."""


def half(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Red, its right half green."""
    picture = Image.new("RGB", size, RED)
    picture.paste(GREEN, (size[0] // 2, 0, *size))
    return picture


def saved(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def copies(name: str, data: bytes, *, card: bool = False, focus: str = "") -> tuple[Renditions, dict[str, Image.Image]]:
    """The copies of a picture, each by the last part of its address and opened."""
    file = read_picture(name, data)
    assert file
    rights = Rights(creator="李某", credit="津渡社")
    renditions = renditions_of(f"content/{name}", "0" * 64, file, rights, focus, card=card)
    made = dict(derive(open_picture(data, file.kind), file, renditions, rights, focus))
    assert tuple(made) == renditions.addresses
    opened = {
        address.rpartition("/")[2].split(".", 2)[2]: Image.open(io.BytesIO(data)) for address, data in made.items()
    }
    return renditions, opened


def near(found: Any, wanted: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def test_every_width_is_there_in_every_format_and_none_is_wider_than_the_picture() -> None:
    renditions, made = copies("a.jpg", saved(half((1500, 1000)), "JPEG"))
    assert renditions.formats == ("avif", "webp", "jpg")
    assert renditions.widths[-1] == renditions.width == 1500
    assert all(narrow * 1.2 < wide for narrow, wide in pairwise(renditions.widths))
    assert {name: picture.size for name, picture in made.items()} == {
        f"{width}.{ending}": (width, round(width * 2 / 3))
        for width in renditions.widths
        for ending in renditions.formats
    }
    assert {(name.rpartition(".")[2], picture.format) for name, picture in made.items()} == {
        ("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG"),
    }  # fmt: skip


def test_a_picture_of_one_pixel_and_one_of_a_hairs_breadth_have_copies() -> None:
    for size in ((1, 1), (600, 8), (8, 600)):
        _, made = copies("a.png", saved(half(size)), card=True)
        assert all(picture.width >= 1 and picture.height >= 1 for picture in made.values())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_its_orientation_says(orientation: int) -> None:
    upright = half()
    ImageDraw.Draw(upright).rectangle((0, 0, 30, 20), (20, 20, 20))
    laid = upright.transpose(LAID[orientation]) if orientation > 1 else upright
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    for name, kind in (("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.tif", "TIFF")):
        _, made = copies(name, saved(laid, kind, exif=exif))
        for copy in made.values():
            assert copy.size == (120, 80)
            assert near(copy.convert("RGB").getpixel((5, 5)), (20, 20, 20), 40)
            assert near(copy.convert("RGB").getpixel((20, 70)), RED, 40)
            assert near(copy.convert("RGB").getpixel((110, 5)), GREEN, 40)
            assert ORIENTATION not in copy.getexif()


def lab() -> Image.Image:
    profile = ImageCms.createProfile("LAB")
    return ImageCms.profileToProfile(half(), ImageCms.createProfile("sRGB"), profile, outputMode="LAB")


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("rgb.png", half),
        ("cmyk.jpg", lambda: half().convert("CMYK")),
        ("palette.gif", lambda: half().quantize(4)),
        ("palette.png", lambda: half().quantize(4)),
        ("lab.tif", lab),
        ("rgba.png", lambda: half().convert("RGBA")),
    ],
)
def test_colours_stay_in_every_mode(name: str, picture: Callable[[], Image.Image]) -> None:
    kind = {"jpg": "JPEG", "tif": "TIFF"}.get(name.rpartition(".")[2], name.rpartition(".")[2].upper())
    _, made = copies(name, saved(picture(), kind))
    for copy in made.values():
        assert near(copy.convert("RGB").getpixel((20, 40)), RED)
        assert near(copy.convert("RGB").getpixel((100, 40)), GREEN)


@pytest.mark.parametrize(
    ("picture", "grey"),
    [
        (Image.new("I;16", (40, 30), 0x8000), 128),
        (Image.new("L", (40, 30), 90), 90),
        (Image.new("1", (40, 30), 1), 255),
        (Image.new("LA", (40, 30), (90, 255)), 90),
    ],
)
def test_greys_stay_at_every_depth(picture: Image.Image, grey: int) -> None:
    _, made = copies("a.png", saved(picture))
    for copy in made.values():
        assert near(copy.convert("RGB").getpixel((20, 15)), (grey,) * 3, 3)


@pytest.mark.parametrize(("value", "grey"), [(0.5, 128), (200.0, 200), (0x8000 * 1.0, 128)])
def test_a_picture_of_real_numbers_is_taken_for_what_its_greatest_says(value: float, grey: int) -> None:
    _, made = copies("a.tif", saved(Image.new("F", (40, 30), value), "TIFF"))
    assert near(made["40.jpg"].convert("RGB").getpixel((20, 15)), (grey,) * 3, 3)


def test_a_profile_is_followed_and_not_carried_along() -> None:
    # A profile of Lab colours is one that can be made on the spot; it doesn't fit the second picture.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = saved(half(), "TIFF")
    for data in (saved(lab(), "TIFF", icc_profile=profile), saved(half(), "TIFF", icc_profile=profile), plain):
        _, made = copies("a.tif", data)
        assert near(made["120.jpg"].getpixel((20, 40)), RED)
        assert all("icc_profile" not in copy.info for copy in made.values())


def test_a_profile_that_is_broken_is_passed_over() -> None:
    _, made = copies("a.jpg", saved(half(), "JPEG", icc_profile=b"no profile at all"))
    assert near(made["120.webp"].convert("RGB").getpixel((20, 40)), RED)


def test_what_shines_through_does_so_in_formats_that_can_and_lies_on_white_elsewhere() -> None:
    clear = half().convert("RGBA")
    clear.putalpha(Image.new("L", clear.size, 0))
    renditions, made = copies("a.png", saved(clear), card=True)
    assert renditions.formats == ("avif", "webp")
    assert made["120.avif"].getpixel((20, 40))[3] == made["120.webp"].getpixel((20, 40))[3] == 0
    assert near(made["card.jpg"].getpixel((20, 20)), (255, 255, 255))


def test_an_animation_goes_on_moving_at_its_own_pace() -> None:
    frames = [Image.new("RGB", (60, 40), (25 * number, 0, 0)) for number in range(5)]
    pace = [50, 60, 70, 80, 0]
    renditions, made = copies(
        "a.gif", saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=pace), card=True
    )
    assert renditions.formats == ("webp",)
    moving = made["60.webp"]
    assert moving.n_frames == 5
    shown = []
    for number in range(5):
        moving.seek(number)
        moving.load()
        shown.append(moving.info["duration"])
        assert near(moving.convert("RGB").getpixel((30, 20)), (25 * number, 0, 0))
    assert shown == [50, 60, 70, 80, 100]
    assert getattr(made["still.webp"], "n_frames", 1) == 1
    assert near(made["still.webp"].convert("RGB").getpixel((30, 20)), (0, 0, 0))
    assert made["card.jpg"].format == "JPEG"


def test_the_crop_for_other_sites_has_their_shape_and_is_not_blown_up() -> None:
    renditions, made = copies("a.jpg", saved(half((3000, 2000)), "JPEG"), card=True, focus="0% 50%")
    assert made["card.jpg"].size == renditions.card_size == (1200, 630)
    renditions, made = copies("a.jpg", saved(half((400, 900)), "JPEG"), card=True)
    assert made["card.jpg"].size == renditions.card_size == (400, 210)


def test_no_copy_tells_where_or_with_which_camera_a_picture_was_made() -> None:
    exif = Image.Exif()
    exif.get_ifd(POSITION).update({1: "N", 2: (39.0, 7.0, 0.0), 3: "E", 4: (117.0, 12.0, 0.0)})
    exif.get_ifd(EXIF)[SERIAL] = "serial-4711"
    exif[0x010F] = "maker-4711"
    secret = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- serial-4711 --></x:xmpmeta>'
    for name, kind in (("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF")):
        data = saved(half(), kind, exif=exif, **({} if kind == "PNG" else {"xmp": secret}))
        assert b"serial-4711" in data
        file = read_picture(name, data)
        assert file
        renditions = renditions_of(name, "0" * 64, file, Rights(credit="社"), "", card=True)
        for address, made in derive(open_picture(data, file.kind), file, renditions, Rights(credit="社"), ""):
            assert b"4711" not in made
            assert not Image.open(io.BytesIO(made)).getexif(), address


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(half((800, 600)), "JPEG")
    file = read_picture("a.jpg", data)
    assert file
    renditions = renditions_of("a.jpg", "0" * 64, file, Rights(credit="社"), "", card=True)
    first, second = (
        list(derive(open_picture(data, file.kind), file, renditions, Rights(credit="社"), "")) for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.gif", "GIF")])
def test_a_picture_whose_middle_is_broken_is_told_and_never_a_crash(name: str, kind: str) -> None:
    whole = saved(Image.effect_noise((300, 200), 90).convert("RGB"), kind)
    file = read_picture(name, whole)
    assert file
    renditions = renditions_of(name, "0" * 64, file, Rights(credit="社"), "", card=True)
    for tenth in range(1, 10):
        with pytest.raises(UnreadablePictureError) as told:
            list(
                derive(open_picture(whole[: len(whole) * tenth // 10], kind), file, renditions, Rights(credit="社"), "")
            )
        assert told.value.hint
