from __future__ import annotations

import gzip
import struct
from typing import TYPE_CHECKING

from broadsheet.publishing.gram_directory import shelf_files
from broadsheet.rendering.search.grams import Shelf, gram_hash, write_list

if TYPE_CHECKING:
    from pathlib import Path


def test_a_shelf_is_merged_from_its_bundles_lists(tmp_path: Path) -> None:
    lists = [tmp_path / "old", tmp_path / "new"]
    for path, grams in zip(lists, ({"公园", "市民"}, {"市民"}), strict=True):
        path.write_bytes(write_list(grams))
    shelf = Shelf(1, ("und-old", "und-new"), 256, "digest")
    files = dict(shelf_files(shelf, lists))
    assert list(files) == [f"pagefind/grams/digest/{bucket:04x}.grams" for bucket in range(256)]
    bucket = gzip.decompress(files[shelf.address(gram_hash("市民") >> 24)])
    assert struct.unpack("<HHB", bucket) == (1, gram_hash("市民") >> 8 & 0xFFFF, 0b11)
    assert dict(shelf_files(shelf, lists)) == files
