from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from broadsheet.reading.pictures import UnreadablePictureError, file, open_picture, opening, read_picture

if TYPE_CHECKING:
    from broadsheet.model.picture_file import PictureFile

HEIC = Path(__file__).parents[2] / "pictures"
"""Three files of libheif's: a red, a green, a blue and a white quarter; the same turned, and with the white cut out."""
KINDS = {
    "a.jpg": "JPEG",
    "a.png": "PNG",
    "a.webp": "WEBP",
    "a.avif": "AVIF",
    "a.gif": "GIF",
    "a.tif": "TIFF",
    "a.heic": "HEIF",
}
CUT_OFF = "the picture is cut off before its end"
UNREADABLE = "the file can't be read as a picture"


def drawn(kind: str, mode: str = "RGB", size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    """Four quarters: red, green, blue and white, which is transparent in RGBA."""
    if kind == "HEIF":
        return (HEIC / ("ferry-transparent.heic" if mode == "RGBA" else "ferry.heic")).read_bytes()
    picture = Image.new("RGBA", (2, 2))
    for at, colour in enumerate([(255, 0, 0, 255), (0, 128, 0, 255), (0, 0, 255, 255), (255, 255, 255, 0)]):
        picture.putpixel((at % 2, at // 2), colour)
    out = io.BytesIO()
    picture.resize(size, Image.Resampling.NEAREST).convert(mode).save(out, kind, **options)
    return out.getvalue()


WHOLE = {name: drawn(kind) for name, kind in KINDS.items()} | {
    "a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><g><rect width="8" height="6"/></g></svg>'
}


def read(name: str, data: bytes) -> PictureFile:
    found = read_picture(name, data)
    assert found is not None
    return found


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def fault(name: str, data: bytes) -> str:
    with pytest.raises(UnreadablePictureError) as caught:
        read_picture(name, data)
    assert caught.value.hint
    return str(caught.value)


def hint(name: str, data: bytes) -> str:
    with pytest.raises(UnreadablePictureError) as caught:
        read_picture(name, data)
    return caught.value.hint


@pytest.mark.parametrize(("name", "kind"), [*KINDS.items(), ("A.JPEG", "JPEG"), ("a.TIFF", "TIFF"), ("a.heif", "HEIF")])
def test_a_picture_says_what_it_is(name: str, kind: str) -> None:
    found = read(name, drawn(kind))
    assert (found.kind, found.width, found.height, found.frames, found.transparent) == (kind, 64, 48, 1, False)


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_its_colour_is_the_mean_of_all(name: str, kind: str) -> None:
    assert channels(read(name, drawn(kind)).colour) == pytest.approx([127, 96, 127], abs=3)


@pytest.mark.parametrize(("name", "kind"), [(n, k) for n, k in KINDS.items() if k != "JPEG"])
def test_a_picture_with_a_hole_is_transparent_and_has_the_colour_of_the_rest(name: str, kind: str) -> None:
    found = read(name, drawn(kind, "RGBA"))
    assert found.transparent
    assert channels(found.colour) == pytest.approx([85, 42, 85], abs=3)


def test_a_picture_without_a_hole_is_not_transparent_whatever_its_mode() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), "red").save(out, "PNG")
    assert not read("a.png", out.getvalue()).transparent


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "LA"])
def test_a_picture_of_any_mode_has_a_colour(mode: str) -> None:
    out = io.BytesIO()
    Image.new("L", (8, 8), 255).convert("RGB").convert(mode).save(out, "TIFF")
    assert read("a.tif", out.getvalue()).colour == "#ffffff"


@pytest.mark.parametrize("mode", ["I;16", "I;16B", "I", "F"])
def test_a_picture_of_many_bits_has_no_colour_yet(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (8, 8), 128).save(out, "TIFF")
    assert read("a.tif", out.getvalue()).colour == ""


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind not in {"GIF", "HEIF"}])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_has_the_size_that_it_is_shown_with(name: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = read(name, drawn(KINDS[name], exif=exif))
    assert (found.width, found.height) == ((48, 64) if orientation >= 5 else (64, 48))


def test_a_heic_is_turned_by_its_own_means() -> None:
    found = read("a.heic", (HEIC / "ferry-turned.heic").read_bytes())
    assert (found.width, found.height) == (48, 64)


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png", "a.avif"])
def test_an_animation_tells_its_frames(name: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, KINDS[name], save_all=True, append_images=frames[1:])
    assert read(name, out.getvalue()).frames == 3


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "MPO"), ("a.tif", "TIFF")])
def test_further_pictures_in_a_file_are_no_frames(name: str, kind: str) -> None:
    pictures = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green")]
    out = io.BytesIO()
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:])
    found = read(name, out.getvalue())
    assert (found.kind, found.frames) == (kind, 1)


def test_an_endless_animation_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "MOST_MOVING", 100)
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert fault("a.gif", out.getvalue()) == "2 frames of 8 × 8 pixels are too many"


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind != "HEIF"])
def test_a_picture_may_be_of_one_pixel(name: str) -> None:
    found = read(name, drawn(KINDS[name], size=(1, 1)))
    assert (found.width, found.height) == (1, 1)


def test_a_camera_s_notes_behind_a_picture_do_no_harm() -> None:
    assert read("a.jpg", drawn("JPEG") + b"notes" * 99).width == 64


def test_a_document_is_no_picture() -> None:
    assert read_picture("a.pdf", b"") is None


@pytest.mark.parametrize("name", WHOLE)
def test_an_empty_file_is_told(name: str) -> None:
    assert fault(name, b"") == "the file is empty"


@pytest.mark.parametrize("tenth", range(1, 10))
@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_cut_off_at_any_tenth_is_told(name: str, tenth: int) -> None:
    data = WHOLE[name]
    assert fault(name, data[: len(data) * tenth // 10])


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_deflate", "jpeg", "packbits"])
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_tiff_of_any_compression_that_is_cut_off_is_told_to_the_editor_alone(
    compression: str, tenth: int, capfd: pytest.CaptureFixture[str]
) -> None:
    out = io.BytesIO()
    # Noise, so that the pixels are most of the file.
    Image.effect_noise((64, 48), 80).convert("RGB").save(out, "TIFF", compression=compression)
    data = out.getvalue()
    assert fault("a.tif", data[: len(data) * tenth // 10])
    assert capfd.readouterr().err == ""


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_file_cut_anywhere_is_told_and_nothing_else_happens(name: str, data: st.DataObject) -> None:
    whole = WHOLE[name]
    part = whole[: data.draw(st.integers(0, len(whole) - (1 if name == "a.heic" else 3)))]
    for other in WHOLE:
        fault(other, part)


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_file_with_wrong_bytes_is_read_or_told_and_nothing_else_happens(name: str, data: st.DataObject) -> None:
    broken = bytearray(WHOLE[name])
    for at in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=20)):
        broken[at] = data.draw(st.integers(0, 255))
    with suppress(UnreadablePictureError):
        assert read(name, bytes(broken)).kind


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("other", WHOLE)
def test_a_file_of_another_kind_than_its_name_says_is_told(name: str, other: str) -> None:
    if name == other:
        assert read(name, WHOLE[other])
    else:
        assert fault(name, WHOLE[other])


def test_the_right_name_is_told() -> None:
    assert fault("a.jpg", WHOLE["a.heic"]) == "the file is named .jpg and holds a HEIF picture"
    assert hint("a.jpg", WHOLE["a.heic"]) == "name it .heic"
    assert hint("a.png", WHOLE["a.jpg"]) == "name it .jpg"


def png(width: int, height: int) -> bytes:
    """A PNG that announces a size, and holds a few pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


def tiff(width: int, height: int, strip: bytes, announced: int = 0) -> bytes:
    """A TIFF whose one strip is deflated and may announce another length than it has."""
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, value in ((256, width), (257, height), (258, 8), (259, 8), (262, 1), (277, 1), (278, height)):
        tags[tag] = value
    tags[279] = announced or len(strip)
    tags[273] = 0  # behind the tags, whose end Pillow adds
    return b"II*\0\x08\0\0\0" + tags.tobytes(8) + strip


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_sixty_thousand_pixels_in_square_are_refused_unread(name: str) -> None:
    assert fault(name, png(60_000, 60_000)) == "3,600,000,000 pixels are too many"


def test_what_must_be_decoded_as_a_whole_may_have_fewer_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_DECODED", 3_000)
    assert fault("a.png", drawn("PNG")) == "64 × 48 pixels are too many"
    assert fault("a.jpg", drawn("JPEG", progressive=True)) == "64 × 48 pixels are too many"
    assert read("a.jpg", drawn("JPEG"))


@pytest.mark.parametrize("size", [(1, 201), (40_300, 200)])
def test_a_thread_is_no_picture(size: tuple[int, int]) -> None:
    assert fault("a.png", drawn("PNG", size=size)) == f"{size[0]:,} × {size[1]:,} pixels are no shape of a picture"


def test_a_deflated_strip_blows_up_to_no_more_than_its_picture() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    assert fault("a.tif", tiff(60_000, 60_000, bomb)) == "3,600,000,000 pixels are too many"
    assert fault("a.tif", tiff(11_000, 11_000, bomb)) == "11,000 × 11,000 pixels are too many"
    # Fewer bytes than its pixels need, and a length beyond the file's end.
    assert fault("a.tif", tiff(10_000, 10_000, bomb)) == UNREADABLE
    assert fault("a.tif", tiff(1_000, 1_000, zlib.compress(bytes(1_000_000))[:-8], announced=4_000_000_000))
    # Of more, the rest is left alone.
    assert read("a.tif", tiff(100, 100, bomb)).width == 100


@pytest.mark.parametrize(
    "box", [b"\0\0\0\1ftyp\0\0\0\0\xff\xff\xff\xff", b"\0\0\0\1ftypavif\0\0\0\0\0\0\0\0", b"\0\0\0\0ftypavif"]
)
@pytest.mark.parametrize("name", ["a.avif", "a.heic"])
def test_boxes_of_any_length_are_told(box: bytes, name: str) -> None:
    assert fault(name, box) in {CUT_OFF, UNREADABLE}


def test_a_heic_whose_items_have_names_that_are_no_text_is_told() -> None:
    data = (HEIC / "ferry-turned.heic").read_bytes()
    assert fault("a.heic", data.replace(b"Exif", b"E\xd8if", 1)) == UNREADABLE


def test_what_fails_while_pixels_are_decoded_is_told_too() -> None:
    with pytest.raises(UnreadablePictureError), open_picture(png(64, 48), "PNG") as picture:
        picture.load()


@pytest.mark.parametrize("exif", [b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0XX", b"Exif\0\0"])
def test_metadata_that_is_broken_leaves_a_picture_whole(exif: bytes) -> None:
    data = drawn("JPEG", exif=exif, xmp=b"<x:xmpmeta")
    assert read("a.jpg", data).said == ()
    with open_picture(data, "JPEG") as picture:
        assert not dict(picture.getexif())
