from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.publishing.gram_directory import drawers_orders, make_drawers, shelf_files
from broadsheet.rendering.search.grams import Shelf, gram_hash, write_list

if TYPE_CHECKING:
    from pathlib import Path


def test_a_shelf_is_merged_from_its_bundles_lists(tmp_path: Path) -> None:
    lists = [tmp_path / "old", tmp_path / "new"]
    for path, grams in zip(lists, ({"公园": [0], "市民": [0, 2]}, {"市民": [1]}), strict=True):
        path.write_bytes(write_list(grams))
    shelf = Shelf(1, ("und-old", "und-new"), (3, 2), 1, 256, "digest")
    files = dict(shelf_files(shelf, lists))
    assert list(files) == [f"pagefind/grams/digest/{bucket:04x}.grams" for bucket in range(256)]
    fingerprint = gram_hash("市民") >> 8 & 0xFFFF
    # Two sets: one number below 65,536 and, after 15 bits of it, the rest; three below 5, of which each step is a bit.
    one, three = f"010{1 << 15 | fingerprint & 0x7FFF:0{(fingerprint >> 15) + 16}b}", "00100" + "1" + "01" + "01"
    bits = one + three
    expected = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    assert files[shelf.address(gram_hash("市民") >> 24)] == expected
    assert dict(shelf_files(shelf, lists)) == files


def test_drawers_can_be_merged_by_several_and_what_stands_is_left_alone(tmp_path: Path) -> None:
    listed, stage = tmp_path / "list", tmp_path / "stage"
    listed.write_bytes(write_list({chr(0x4E00 + place) + "园": [place] for place in range(500)}))
    shelf = Shelf(0, ("und-old",), (500,), 1, 512, "digest")
    first, second, *_, last = drawers_orders(shelf, [listed], stage, {})
    assert (first.files, first.drawers.start, second.drawers.start, last.drawers.stop) == (16, 0, 8, 256)
    files = {}
    outputs = {}
    for order in drawers_orders(shelf, [listed], stage, {}):
        tray = make_drawers(order)
        files |= {path: (stage / path).read_bytes() for path in tray.made}
        outputs |= tray.outputs
    assert files == dict(shelf_files(shelf, [listed]))
    known = {**outputs, "pagefind/grams/another/0000.grams": ("", 0, 0)}
    for order in drawers_orders(shelf, [listed], tmp_path / "untouched", known):
        assert order.known == outputs
        assert make_drawers(order).made == []
    assert not (tmp_path / "untouched").exists()
