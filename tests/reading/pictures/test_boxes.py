from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.reading.pictures.boxes import boxes, is_cut_off, item_names

HEIC = Path(__file__).parents[2] / "pictures"


def box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + kind + content


def test_a_box_tells_its_length_in_any_of_three_ways() -> None:
    long = (1).to_bytes(4) + b"long" + (20).to_bytes(8) + b"abcd"
    last = (0).to_bytes(4) + b"last" + b"to the end"
    assert list(boxes(box(b"free", b"ab") + long + last)) == [
        (b"free", 8, 10),
        (b"long", 26, 30),
        (b"last", 38, 48),
    ]


def test_a_box_that_ends_beyond_its_file_is_cut_off() -> None:
    assert is_cut_off(box(b"ftyp", b"heic") + box(b"mdat", b"abcd")[:-1])
    assert not is_cut_off(box(b"ftyp", b"heic") + (7).to_bytes(4) + b"less than its head")


@pytest.mark.parametrize("name", ["ferry.heic", "ferry-turned.heic"])
def test_the_items_of_a_file_have_names(name: str) -> None:
    names = [found[:4] for found in item_names((HEIC / name).read_bytes())]
    assert names == [b"hvc1", *([b"Exif"] if "turned" in name else [])]


def test_entries_of_each_version_are_found() -> None:
    entries = box(b"infe", b"\2\0\0\0" + b"\0\1\0\0" + b"hvc1a\0") + box(
        b"infe", b"\3\0\0\0" + b"\0\0\0\2\0\0" + b"mimeb\0"
    )
    for head in (b"\0\0\0\0" + b"\0\2", b"\1\0\0\0" + b"\0\0\0\2"):
        assert list(item_names(box(b"meta", bytes(4) + box(b"iinf", head + entries)))) == [b"hvc1a\0", b"mimeb\0"]


@given(st.binary(max_size=60))
def test_any_bytes_are_some_boxes(data: bytes) -> None:
    is_cut_off(data)
    list(item_names(box(b"meta", bytes(4) + box(b"iinf", data))))
