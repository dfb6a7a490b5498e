from __future__ import annotations

import datetime as dt
import math
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.edition import EditionKey
from broadsheet.rendering.search.bigrams import fold, tidy
from broadsheet.rendering.search.bundles import Bundle, EditionPart
from broadsheet.rendering.search.document import SearchDocument
from broadsheet.rendering.search.gram_merge import merge_drawer
from broadsheet.rendering.search.grams import (
    DRAWERS,
    HEAD,
    Shelf,
    drawer_place,
    gram_hash,
    grams_of,
    plan_shelves,
    write_list,
)

STORY = SearchDocument(
    "/a/", "zh-Hans", "公园A", dt.date(2025, 4, 16), kicker="城", paragraphs=("用ＡＩ。", ""), labels=("É1",)
)


def test_grams_are_of_folded_copy_and_never_across_texts() -> None:
    assert list(grams_of(STORY)) == ["公园", "园a", "用a", "ai", "i。", "e1"]


def test_a_hash_is_32_bits_that_differ() -> None:
    assert gram_hash("公园") == 3740151556
    assert gram_hash("𠮷😀") == 1262740020
    assert len({gram_hash(a + b) >> 4 for a in "公园市民机器人" for b in "0123456789abc脑交互"}) > 100


def shelf_of(*blocks: int, block: int = 1, buckets: int = 1_024) -> Shelf:
    return Shelf(0, tuple(f"und-{number}" for number in range(len(blocks))), blocks, block, buckets, "digest")


def merged(shelf: Shelf, lists: list[bytes]) -> dict[int, bytes]:
    buckets = {}
    for drawer in range(DRAWERS):
        places = [drawer_place(each[:HEAD], drawer) for each in lists]
        own = [each[start : start + length] for each, (start, length) in zip(lists, places, strict=True)]
        buckets |= dict(merge_drawer(own, drawer, shelf))
    return buckets


class Bits:
    """The bits of a bucket, read as a browser reads them."""

    def __init__(self, data: bytes) -> None:
        self.bits = "".join(f"{byte:08b}" for byte in data)

    def number(self, digits: int) -> int:
        read, self.bits = self.bits[:digits], self.bits[digits:]
        assert len(read) == digits
        return int(read or "0", 2)

    def zeros(self) -> int:
        zeros = self.bits.index("1")
        self.bits = self.bits[zeros + 1 :]
        return zeros

    def set(self, below: int) -> list[int]:
        digits = self.zeros()
        count = (1 << digits | self.number(digits)) - 1
        low = max(1, 11 * below // (16 * max(1, count))).bit_length() - 1
        steps = [(self.zeros() << low | self.number(low)) + 1 for _ in range(count)]
        return [*accumulate(steps, initial=-1)][1:]


def holders(shelf: Shelf, buckets: dict[int, bytes], gram: str) -> set[tuple[int, int]]:
    """The places of the bundles that have `gram`, and in them of the blocks, as a browser finds them."""
    bucket_bits = shelf.buckets.bit_length() - 1
    bits = Bits(buckets[gram_hash(gram) >> (32 - bucket_bits)])
    blocks = {fingerprint: bits.set(sum(shelf.blocks)) for fingerprint in bits.set(1 << 16)}
    assert bits.bits in {"0" * length for length in range(8)}
    ends = [*accumulate(shelf.blocks, initial=0)]
    return {
        (place, block - start)
        for block in blocks.get(gram_hash(gram) >> (16 - bucket_bits) & 0xFFFF, ())
        for place, (start, stop) in enumerate(pairwise(ends))
        if start <= block < stop
    }


GRAMS = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=2),
    st.sets(st.integers(0, 249), min_size=1, max_size=12).map(sorted),
    max_size=30,
)


@given(st.lists(GRAMS, min_size=1, max_size=20), st.sampled_from([256, 1_024]), st.sampled_from([1, 2, 8]))
def test_no_block_that_has_a_gram_is_missed(bundles: list[dict[str, list[int]]], buckets: int, block: int) -> None:
    shelf = shelf_of(*[-(-250 // block)] * len(bundles), block=block, buckets=buckets)
    made = merged(shelf, [write_list(grams) for grams in bundles])
    assert sorted(made) == list(range(buckets))
    for gram in {gram for grams in bundles for gram in grams}:
        having = {(number, place // block) for number, grams in enumerate(bundles) for place in grams.get(gram, ())}
        assert holders(shelf, made, gram) >= having


@given(st.sets(st.integers(0, 9_999), min_size=1, max_size=2_000).map(sorted))
def test_blocks_take_little_more_room_than_there_is_in_saying_which_they_are(blocks: list[int]) -> None:
    shelf = shelf_of(10_000, buckets=256)
    data = merged(shelf, [write_list({"公园": blocks})])[gram_hash("公园") >> 24]
    assert holders(shelf, {gram_hash("公园") >> 24: data}, "公园") == {(0, block) for block in blocks}
    assert 8 * len(data) <= 64 + len(blocks) * (math.log2(10_000 / len(blocks)) + 2.5)


def test_grams_that_look_the_same_are_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadsheet.rendering.search.grams.gram_hash", lambda gram: "公园市".index(gram[0]) & 1)
    made = merged(shelf_of(9, 9), [write_list({"公园": [1, 4], "市民": [2, 4]}), write_list({"园区": [0, 8]})])
    bits = Bits(made[0])
    assert bits.set(1 << 16) == [0]  # the last bits of a hash are in no bucket's number nor fingerprint
    assert bits.set(18) == [1, 2, 4, 9, 17]


@given(st.text(min_size=2), st.data())
def test_a_query_that_stands_in_a_story_has_only_grams_of_it(copy: str, data: st.DataObject) -> None:
    tidied = tidy(copy)
    start = data.draw(st.integers(0, max(0, len(tidied) - 2)))
    query = fold(tidied[start : start + data.draw(st.integers(2, 8))])
    story = SearchDocument("/a/", "zh-Hans", copy, dt.date(2025, 4, 16))
    assert {query[place : place + 2] for place in range(len(query) - 1)} <= set(grams_of(story))


def test_the_directory_tells_bundles_apart() -> None:
    lists = [write_list({"公园": [0, 1], "市民": [1]}), write_list({"市民": [0, 2]}), write_list({})]
    shelf = shelf_of(2, 3, 1, buckets=65_536)
    made = merged(shelf, lists)
    found = [sorted(holders(shelf, made, gram)) for gram in ("公园", "市民", "机器")]
    assert found == [[(0, 0), (0, 1)], [(0, 1), (1, 0), (1, 2)], []]
    assert merged(shelf, lists) == made
    assert made[0] == b"\x80"  # a bucket of nothing


def bundle(
    name: str, count: int, *, recent: bool = False, language: str = "und", year: int = 2025, month: int = 4
) -> Bundle:
    part = EditionPart(EditionKey(dt.date(year, month, 16)), 0, count)
    return Bundle(name, language, (part,), name, recent)


@pytest.mark.parametrize(
    ("stories", "buckets", "block"),
    [
        (2_000, 256, 1),
        (2_048, 512, 1),
        (10**5, 16_384, 1),
        (131_072, 32_768, 1),
        (131_073, 32_768, 2),
        (10**6, 65_536, 8),
        (10**7, 65_536, 128),
    ],
)
def test_buckets_and_blocks_are_as_many_as_keep_a_bucket_at_a_few_kilobytes(
    stories: int, buckets: int, block: int
) -> None:
    (older, newest) = plan_shelves([bundle("new", 30, recent=True), bundle("old", stories, year=2024)])
    assert (older.buckets, newest.buckets) == (buckets, 256)
    assert (older.block, older.blocks) == (block, (-(-stories // block),))
    assert (newest.block, newest.blocks) == (1, (30,))


def test_shelves_are_of_bigrams_oldest_first_and_the_newest_month_has_its_own() -> None:
    old = [bundle("c", 20), bundle("words", 20, language="en"), bundle("a", 20)]
    older, newest = plan_shelves([bundle("d", 3, recent=True), *old])
    assert (older.bundles, newest.bundles) == (("a", "c"), ("d",))
    assert older.address(0x1F) == f"pagefind/grams/{older.digest}/001f.grams"
    assert len(older.digest) == 16
    same, later = plan_shelves([bundle("e", 4, recent=True), *old])
    assert same == older
    assert later.address(0x1F) != newest.address(0x1F)  # its bits are of other bundles
    assert [shelf.bundles for shelf in plan_shelves(old)] == [("a", "c")]
    assert plan_shelves([bundle("d", 3, recent=True), old[1]]) == ()
    assert plan_shelves([]) == ()


def test_a_month_that_is_over_leaves_the_shelf_of_a_large_archives_older_years_alone() -> None:
    old = [bundle("may", 9, year=2025), bundle("2024", 16_000, year=2024), bundle("2023", 375, year=2023)]
    shelves = plan_shelves([bundle("june", 3, recent=True), *old])
    assert [shelf.bundles for shelf in shelves] == [("2023", "2024", "may"), ("june",)]
    old = [bundle("may", 4_093, year=2025), *old[1:]]
    few = plan_shelves([bundle("june", 3, recent=True), *old])
    assert [shelf.bundles for shelf in few] == [("2023", "2024"), ("may", "june")]
    shelves = plan_shelves([bundle("june", 4, recent=True), *old])
    assert [shelf.bundles for shelf in shelves] == [("2023", "2024"), ("may",), ("june",)]
    assert shelves[0] == few[0]
    later = plan_shelves([bundle("july", 3, recent=True), bundle("june", 20), *old])
    assert later[0] == shelves[0]
    assert [shelf.bundles for shelf in later[1:]] == [("may", "june"), ("july",)]
    january = plan_shelves([bundle("january", 3, recent=True, year=2026, month=1), bundle("june", 20), *old])
    assert january[0] == shelves[0]  # since December has not joined the others as a whole yet
    assert [shelf.bundles for shelf in january[1:]] == [("may", "june"), ("january",)]
    february = plan_shelves([bundle("february", 3, recent=True, year=2026, month=2), bundle("june", 20), *old])
    assert [shelf.bundles for shelf in february] == [("2023", "2024", "may", "june"), ("february",)]
