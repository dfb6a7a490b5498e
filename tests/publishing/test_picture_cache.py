"""Copies of pictures that are kept for the next build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.publishing.picture_cache import PictureCache

if TYPE_CHECKING:
    from pathlib import Path

COPIES = {"files/渡.1.360.jpg": b"\xff\xd8" * 500, "files/渡.1.360.avif": b""}


def test_what_was_kept_is_found_and_nothing_else(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "pictures")
    assert cache.find("渡.1", COPIES) is None
    cache.keep("渡.1", COPIES)
    assert cache.find("渡.1", COPIES) == COPIES
    assert cache.find("渡.1", [*COPIES, "files/渡.1.720.jpg"]) is None
    assert cache.find("渡.2", COPIES) is None
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == ["渡.1.zip"]


def test_a_file_that_is_cut_off_or_has_lost_a_bit_counts_as_none(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.keep("a", COPIES)
    file = tmp_path / "a.zip"
    whole = file.read_bytes()
    for at in range(0, len(whole), 97):
        file.write_bytes(whole[:at])
        assert cache.find("a", COPIES) is None
    at = whole.index(b"\xff\xd8") + 100
    file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    assert cache.find("a", COPIES) is None


def test_what_is_dropped_is_gone_and_the_same_copies_make_the_same_file(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.keep("a", COPIES)
    first = (tmp_path / "a.zip").read_bytes()
    cache.drop(["a", "never kept"])
    assert cache.find("a", COPIES) is None
    cache.keep("a", COPIES)
    assert (tmp_path / "a.zip").read_bytes() == first
