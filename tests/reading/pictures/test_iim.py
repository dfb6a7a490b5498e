from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadsheet.reading.pictures import read_picture
from broadsheet.reading.pictures.iim import MOST_RECORDS, iim_said, records, resources


def record(number: int, value: bytes, of: int = 2) -> bytes:
    return bytes((0x1C, of, number)) + len(value).to_bytes(2) + value


def said(data: bytes) -> dict[str, tuple[str, str]]:
    return {one.field: (one.text, one.origin) for one in iim_said(data) if one.text}


def resource(data: bytes, number: int = 0x0404, name: bytes = b"\0\0") -> bytes:
    return b"8BIM" + number.to_bytes(2) + name + len(data).to_bytes(4) + data + bytes(len(data) % 2)


def jpeg_with(*segments: bytes) -> bytes:
    """A JPEG with segments APP13 behind its first two bytes."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    app = (b"\xff\xed" + (len(s) + 16).to_bytes(2) + b"Photoshop 3.0\0" + s for s in segments)
    return out.getvalue()[:2] + b"".join(app) + out.getvalue()[2:]


def test_each_field_has_its_record() -> None:
    data = b"".join(
        (
            *(record(80, "李某".encode()), record(80, "王某".encode()), record(110, "津渡社".encode())),
            *(record(116, b"(c) 2025"), record(120, "渡船\r\n离岸".encode()), record(55, b"20250415")),
            *(record(60, b"102030+0800"), record(101, "中国".encode()), record(95, "辽宁".encode())),
            *(record(90, "大连".encode()), record(92, "港".encode()), record(25, b"keyword")),
        )
    )
    assert said(data) == {
        "creator": ("李某、王某", "IPTC 2:80"),
        "credit": ("津渡社", "IPTC 2:110"),
        "copyright": ("(c) 2025", "IPTC 2:116"),
        "caption": ("渡船 离岸", "IPTC 2:120"),
        "date": ("2025-04-15T10:20:30+08:00", "IPTC 2:55"),
        "location": ("中国辽宁大连港", "IPTC 2:101, 2:95, 2:90, 2:92"),
    }


def test_a_text_cut_off_in_the_middle_of_a_character_loses_that() -> None:
    utf_8 = record(90, b"\x1b%G", of=1) + record(110, "津渡社".encode()[:-1])
    assert said(utf_8)["credit"][0] == "津渡"


def test_what_announces_another_encoding_is_read_as_it_is_written() -> None:
    assert said(record(90, b"\x1b.A", of=1) + record(110, "津渡社".encode()))["credit"][0] == "津渡社"
    assert said(record(110, "新华社记者".encode("gbk")))["credit"][0] == "新华社记者"


def test_records_that_are_no_text_don_t_spoil_those_that_are() -> None:
    assert said(record(0, b"\0\4") + record(202, b"\xff\xd8\xff") + record(110, "津渡社".encode("gbk"))) == said(
        record(110, "津渡社".encode())
    )


@pytest.mark.parametrize("zero", [b"00000000", b"20250000", b"", b"tomorrow"])
def test_a_day_that_is_none_is_left_out(zero: bytes) -> None:
    assert said(record(55, zero)).get("date", ("",))[0] == ("2025" if zero == b"20250000" else "")


def test_a_long_value_says_how_long_its_length_is() -> None:
    value = b"x" * 40_000
    data = bytes((0x1C, 2, 120)) + b"\x80\x04" + len(value).to_bytes(4) + value + record(110, b"a")
    assert records(data) == {(2, 120): [value], (2, 110): [b"a"]}


@pytest.mark.parametrize(
    "end", [b"", b"\x1c", b"\x1c\2\x50\0", b"\x1c\2\x50\0\5abc", b"\x1c\2\x50\xff\xff", b"\0\0\0", b"trailing"]
)
def test_records_end_where_they_are_none(end: bytes) -> None:
    assert records(record(80, b"a") + end) == {(2, 80): [b"a"]}


def test_a_flood_of_records_is_read_as_far_as_anybody_would_write_them() -> None:
    assert len(records(record(25, b"a") * (MOST_RECORDS + 5))[2, 25]) == MOST_RECORDS


@given(st.binary(max_size=200))
def test_any_bytes_are_some_records(data: bytes) -> None:
    list(iim_said(b"\x1c\2" + data))
    list(resources(b"8BIM" + data))


def test_resources_have_names_and_even_lengths() -> None:
    data = resource(b"abc", 1, b"\3abc") + resource(b"de", 2, b"\4abcd\0") + resource(b"f", 3)
    assert list(resources(data)) == [(1, b"abc"), (2, b"de"), (3, b"f")]


def test_a_jpeg_s_records_may_be_spread_over_several_segments() -> None:
    whole = resource(b"other", 0x0425) + resource(record(110, "津渡社".encode()) + record(80, b"A. Writer"))
    for cut in (0, 5, 20, len(whole) - 4):
        found = read_picture("a.jpg", jpeg_with(whole[:cut], whole[cut:]))
        assert found is not None
        assert {one.field: one.text for one in found.said} == {"credit": "津渡社", "creator": "A. Writer"}


def test_a_jpeg_s_other_segments_say_nothing() -> None:
    found = read_picture("a.jpg", jpeg_with(resource(b"x", 1)))
    assert found is not None
    assert found.said == ()


def test_a_tiff_may_keep_its_records_as_photoshop_does() -> None:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "TIFF", tiffinfo={34377: resource(record(110, "津渡社".encode()))})
    found = read_picture("a.tif", out.getvalue())
    assert found is not None
    assert [(one.text, one.origin) for one in found.said] == [("津渡社", "IPTC 2:110")]
