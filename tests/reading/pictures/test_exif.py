from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadsheet.reading.pictures import read_picture
from broadsheet.reading.pictures.exif import exif_said

if TYPE_CHECKING:
    from broadsheet.model.picture_file import Said

ARTIST, COPYRIGHT, DESCRIPTION = 0x013B, 0x8298, 0x010E
XP_TITLE, XP_COMMENT, XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D


def read(tags: dict[int, object], inner: dict[int, object] | None = None) -> dict[str, Said]:
    """What a JPEG with these tags says; `inner` are those of the camera."""
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[tag] = value
    for tag, value in (inner or {}).items():
        exif.get_ifd(0x8769)[tag] = value
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    found = read_picture("a.jpg", out.getvalue())
    assert found is not None
    return {said.field: said for said in found.said}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_texts_are_read_in_the_encodings_that_cameras_write(encoding: str) -> None:
    tags = {ARTIST: "记者李明", COPYRIGHT: "津渡晨报版权所有", DESCRIPTION: "渡船离岸"}
    found = read_raw({tag: text.encode(encoding) for tag, text in tags.items()})
    assert {field: (said.text, said.origin) for field, said in found.items()} == {
        "creator": ("记者李明", "EXIF Artist"),
        "copyright": ("津渡晨报版权所有", "EXIF Copyright"),
        "caption": ("渡船离岸", "EXIF ImageDescription"),
    }


def read_raw(tags: dict[int, bytes]) -> dict[str, Said]:
    """What a JPEG says whose EXIF has these texts, byte for byte."""
    head, data = b"MM\0*\0\0\0\x08" + len(tags).to_bytes(2), b""
    at = 8 + 2 + 12 * len(tags) + 4
    for tag, text in sorted(tags.items()):
        value = text.ljust(4, b"\0") + b"\0"
        head += tag.to_bytes(2) + b"\0\2" + len(value).to_bytes(4) + (at + len(data)).to_bytes(4)
        data += value
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=b"Exif\0\0" + head + bytes(4) + data)
    found = read_picture("a.jpg", out.getvalue())
    assert found is not None
    return {said.field: said for said in found.said}


def test_several_artists_and_both_notices_are_told() -> None:
    found = read_raw({ARTIST: b"A. Writer; B. Maker", COPYRIGHT: b"(c) A. Writer\0(c) Ferry Wire"})
    assert found["creator"].text == "A. Writer, B. Maker"
    assert found["copyright"].text == "(c) A. Writer; (c) Ferry Wire"


def test_windows_own_properties_are_read_where_the_others_are_empty() -> None:
    wide = {XP_AUTHOR: "李某;王某\0", XP_TITLE: "渡船\0", XP_COMMENT: "离岸\0"}
    found = read({tag: text.encode("utf-16-le") for tag, text in wide.items()})
    assert (found["creator"].text, found["creator"].origin) == ("李某、王某", "EXIF XPAuthor")
    assert (found["caption"].text, found["caption"].origin) == ("渡船", "EXIF XPTitle")
    assert read({XP_COMMENT: "离岸\0".encode("utf-16-le")})["caption"].origin == "EXIF XPComment"
    assert read({ARTIST: "A. Writer", **{tag: t.encode("utf-16-le") for tag, t in wide.items()}})["creator"].origin == (
        "EXIF Artist"
    )


@pytest.mark.parametrize(
    "words", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\100MEDIA\\DJI_0001.JPG", "cof", "  ", "0", "IMG_2025.jpg"]
)
def test_what_the_camera_writes_is_no_caption(words: str) -> None:
    assert "caption" not in read({DESCRIPTION: words})


@pytest.mark.parametrize(
    ("inner", "date"),
    [
        ({0x9003: "2025:04:15 10:20:30", 0x9011: "+08:00"}, "2025-04-15T10:20:30+08:00"),
        ({0x9003: "2025:04:15 10:20:30"}, "2025-04-15T10:20:30"),
        ({0x9003: "2025:04:15 10:20:30", 0x9011: "   :  "}, "2025-04-15T10:20:30"),
        ({0x9003: "2025:04:15 24:61:30"}, "2025-04-15"),
        ({0x9003: "0000:00:00 00:00:00"}, ""),
        ({0x9003: "    :  :     :  :  "}, ""),
        ({}, ""),
    ],
)
def test_a_date_is_read_with_its_zone(inner: dict[int, object], date: str) -> None:
    assert getattr(read({ARTIST: "A"}, inner).get("date"), "text", "") == date


def test_a_value_of_another_type_is_passed_over() -> None:
    exif = Image.Exif()
    exif[ARTIST], exif[XP_AUTHOR], exif[0x8769] = 7, "text", 99  # where no tags are
    assert [said for said in exif_said(exif) if said.text] == []


@given(st.binary(max_size=60))
def test_any_bytes_are_some_exif(data: bytes) -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08" + data)
    assert read_picture("a.jpg", out.getvalue())
