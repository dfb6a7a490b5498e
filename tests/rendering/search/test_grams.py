from __future__ import annotations

import datetime as dt
import gzip
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.edition import EditionKey
from broadsheet.rendering.search.bigrams import fold, tidy
from broadsheet.rendering.search.bundles import Bundle, EditionPart
from broadsheet.rendering.search.document import SearchDocument
from broadsheet.rendering.search.grams import (
    DRAWERS,
    HEAD,
    Shelf,
    drawer_place,
    gram_hash,
    grams_of,
    merge_drawer,
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


def shelf_of(lists: int, buckets: int = 1_024) -> Shelf:
    return Shelf(0, tuple(f"und-{number}" for number in range(lists)), buckets, "digest")


def merged(shelf: Shelf, lists: list[bytes]) -> dict[int, bytes]:
    buckets = {}
    for drawer in range(DRAWERS):
        places = [drawer_place(each[:HEAD], drawer) for each in lists]
        own = [each[start : start + length] for each, (start, length) in zip(lists, places, strict=True)]
        buckets |= dict(merge_drawer(own, drawer, shelf))
    return buckets


def holders(shelf: Shelf, buckets: dict[int, bytes], gram: str) -> set[int]:
    """The bundles that have `gram`, as a browser finds them."""
    bits = shelf.buckets.bit_length() - 1
    data = gzip.decompress(buckets[gram_hash(gram) >> (32 - bits)])
    (count,) = struct.unpack_from("<H", data)
    fingerprints = struct.unpack_from(f"<{count}H", data, 2)
    wanted = gram_hash(gram) >> (16 - bits) & 0xFFFF
    if wanted not in fingerprints:
        return set()
    width = -(-len(shelf.bundles) // 8)
    start = 2 + 2 * count + width * fingerprints.index(wanted)
    row = int.from_bytes(data[start : start + width], "little")
    return {place for place in range(len(shelf.bundles)) if row >> place & 1}


GRAMS = st.sets(st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=2), max_size=30)


@given(st.lists(GRAMS, min_size=1, max_size=20), st.sampled_from([256, 1_024]))
def test_no_bundle_that_has_a_gram_is_missed(bundles: list[set[str]], buckets: int) -> None:
    shelf = shelf_of(len(bundles), buckets)
    made = merged(shelf, [write_list(grams) for grams in bundles])
    assert sorted(made) == list(range(buckets))
    for gram in set().union(*bundles):
        assert holders(shelf, made, gram) >= {place for place, grams in enumerate(bundles) if gram in grams}


@given(st.text(min_size=2), st.data())
def test_a_query_that_stands_in_a_story_has_only_grams_of_it(copy: str, data: st.DataObject) -> None:
    tidied = tidy(copy)
    start = data.draw(st.integers(0, max(0, len(tidied) - 2)))
    query = fold(tidied[start : start + data.draw(st.integers(2, 8))])
    story = SearchDocument("/a/", "zh-Hans", copy, dt.date(2025, 4, 16))
    assert {query[place : place + 2] for place in range(len(query) - 1)} <= set(grams_of(story))


def test_the_directory_tells_bundles_apart() -> None:
    lists = [write_list({"公园", "市民"}), write_list({"市民"}), write_list(set())]
    shelf = shelf_of(3)
    made = merged(shelf, lists)
    assert [holders(shelf, made, gram) for gram in ("公园", "市民", "机器")] == [{0}, {0, 1}, set()]
    assert merged(shelf, lists) == made
    assert len(lists[0]) == HEAD + 8
    assert lists[2] == bytes(HEAD)


def bundle(name: str, count: int, *, recent: bool = False, language: str = "und") -> Bundle:
    part = EditionPart(EditionKey(dt.date(2025, 4, 16)), 0, count)
    return Bundle(name, language, (part,), name, recent)


@pytest.mark.parametrize(
    ("stories", "buckets"), [(4_000, 256), (4_001, 1_024), (16_001, 4_096), (250_001, 16_384), (10**6, 16_384)]
)
def test_buckets_come_in_steps(stories: int, buckets: int) -> None:
    (older, newest) = plan_shelves([bundle("new", 30, recent=True), bundle("old", stories)])
    assert (older.buckets, newest.buckets) == (buckets, 256)


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
