from __future__ import annotations

import datetime as dt
from dataclasses import replace

from broadsheet.model.edition import EditionKey
from broadsheet.rendering.search.bundles import Limit, plan_bundles
from broadsheet.rendering.search.document import SearchDocument
from broadsheet.rendering.search.edition import bundle_documents, edition_entries

DAY = dt.date(2025, 4, 16)
STORIES = [
    SearchDocument(f"/2025/04/16/{name}/", language, title, DAY, paragraphs=("Copy.",), edition="evening")
    for name, language, title in (
        ("d", "en", "Plan"),
        ("b", "zh-Hans", "公园"),
        ("c", "en", "Park"),
        ("a", "fr", "Parc"),
    )
]


def test_an_edition_is_a_row_for_each_language_that_it_is_indexed_in() -> None:
    rows = edition_entries(STORIES, "en")
    assert [(row.language, row.count, row.characters) for row in rows] == [("en", 2, 18), ("fr", 1, 9), ("und", 1, 7)]
    assert {row.key for row in rows} == {EditionKey(DAY, "evening")}
    assert [(row.language, row.count) for row in edition_entries(STORIES, "zh-Hans")] == [("und", 4)]
    assert edition_entries([], "en") == ()


def test_the_digest_is_of_all_that_is_indexed_in_any_order() -> None:
    english, french, chinese = edition_entries(STORIES, "en")
    assert edition_entries(STORIES[::-1], "en") == (english, french, chinese)
    corrected = [*STORIES[:2], replace(STORIES[2], section="城事"), STORIES[3]]
    after = edition_entries(corrected, "en")
    assert after[0].digest != english.digest
    assert after[1:] == (french, chinese)


def test_a_bundles_documents_are_read_again_from_its_editions() -> None:
    bundles = plan_bundles(edition_entries(STORIES, "zh-Hans"), recent=Limit(3, 1_000))
    assert [bundle.name for bundle in bundles] == ["und-2025-04-16-part-2", "und-2025-04-16-part-1"]
    read: list[EditionKey] = []

    def read_edition(key: EditionKey) -> list[SearchDocument]:
        read.append(key)
        return STORIES

    addresses = [
        [document.address[-2] for document in bundle_documents(bundle, read_edition, "zh-Hans")] for bundle in bundles
    ]
    assert addresses == [["c", "d"], ["a", "b"]]
    assert read == [EditionKey(DAY, "evening")] * 2
    by_language = {bundle.language: bundle for bundle in plan_bundles(edition_entries(STORIES, "en"))}
    assert [each.title for each in bundle_documents(by_language["fr"], read_edition, "en")] == ["Parc"]
