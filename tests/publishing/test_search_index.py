from __future__ import annotations

import datetime as dt
import json
import stat
from typing import TYPE_CHECKING

import pagefind_bin
import pytest

from broadsheet.publishing.search_index import SearchIndexError, build_bundle
from broadsheet.rendering.search.document import SearchDocument, document_name, write_document

if TYPE_CHECKING:
    from pathlib import Path

STORIES = [
    SearchDocument(
        address="/2025/04/16/park/",
        language="zh-Hans",
        title="公园",
        date=dt.date(2025, 4, 16),
        section="城事",
        people=("王某", "李某"),
        page_name="要闻",
        page_number="A01",
    ),
    SearchDocument(address="/2025/04/15/silo/", language="zh-Hans", title="粮仓", date=dt.date(2025, 4, 15)),
    SearchDocument(
        address="/2025/04/16/card/",
        language="zh-Hans",
        title="卡",
        date=dt.date(2025, 4, 16),
        section="城事",
        people=("李某",),
        edition="晚",
        teaser=True,
    ),
]
DOCUMENTS = [(document_name(story.address), write_document(story, "zh-Hans")) for story in STORIES]


def fake_pagefind(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    command = folder / "pagefind"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: command)


def test_a_bundle_has_pagefinds_files_and_the_table_of_stories(tmp_path: Path) -> None:
    build_bundle(DOCUMENTS, tmp_path / "public/pagefind/und-all", tmp_path / "work")
    made = tmp_path / "public/pagefind/und-all"
    names = {path.name if "meta" not in path.name else "pf_meta" for path in made.iterdir()}
    assert names == {
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind.js",
        "pf_meta",
        "stories.json",
        "wasm.unknown.pagefind",
    }
    table = json.loads((made / "stories.json").read_text(encoding="utf-8"))
    assert (table["sections"], table["people"], table["pages"]) == (["城事"], ["李某", "王某"], ["要闻"])
    assert [row[1:] for row in table["stories"]] == [
        [20250416, 0, [0], -1, "", "晚", 1],
        [20250416, 0, [1, 0], 0, "A01", "", 0],
        [20250415, -1, [], -1, "", "", 0],
    ]
    assert {row[0] for row in table["stories"]} == {path.stem for path in (made / "fragment").iterdir()}
    assert list((tmp_path / "work").iterdir()) == []


def test_a_bundle_is_replaced_whole(tmp_path: Path) -> None:
    build_bundle(DOCUMENTS, tmp_path / "bundle", tmp_path / "work")
    build_bundle(DOCUMENTS[:1], tmp_path / "bundle", tmp_path / "work")
    assert len(list((tmp_path / "bundle/fragment").iterdir())) == 1


def test_pagefinds_last_words_are_told_and_the_old_bundle_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_bundle(DOCUMENTS, tmp_path / "bundle", tmp_path / "work")
    fake_pagefind(tmp_path, monkeypatch, "echo so far so good; echo no space left >&2; exit 3")
    with pytest.raises(SearchIndexError, match=r"^Pagefind ended with status 3: so far so good\nno space left$"):
        build_bundle(DOCUMENTS, tmp_path / "bundle", tmp_path / "work")
    assert (tmp_path / "bundle/stories.json").exists()


def test_a_document_left_out_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_pagefind(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(SearchIndexError, match=r"^Pagefind indexed 0 of 3 search documents$"):
        build_bundle(DOCUMENTS, tmp_path / "bundle", tmp_path / "work")


def test_a_missing_pagefind_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "none")
    with pytest.raises(SearchIndexError, match=r"^Pagefind cannot be run: "):
        build_bundle(DOCUMENTS, tmp_path / "bundle", tmp_path / "work")
