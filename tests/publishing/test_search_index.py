from __future__ import annotations

import dataclasses
import datetime as dt
import json
import stat
from typing import TYPE_CHECKING

import pagefind_bin
import pytest

from broadsheet.publishing.search_index import SearchIndexError, build_bundle
from broadsheet.rendering.search.document import SearchDocument, write_document
from broadsheet.rendering.search.grams import write_list

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


def index(stories: list[SearchDocument], folder: Path, language: str = "zh-Hans") -> Path:
    build_bundle(stories, language, folder / "public/bundle", folder / "cache/grams", folder / "work")
    return folder / "public/bundle"


def fake_pagefind(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    command = folder / "pagefind"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: command)


def test_a_bundle_has_pagefinds_files_under_lasting_names_and_the_table_of_stories(tmp_path: Path) -> None:
    made = index(STORIES, tmp_path)
    assert {path.name for path in made.iterdir()} == {
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind.bundle.pf_meta",
        "pagefind.js",
        "stories.json",
        "wasm.pagefind",
    }
    entry = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    assert entry["languages"]["und"]["hash"] == "bundle"
    table = json.loads((made / "stories.json").read_text(encoding="utf-8"))
    assert table["version"] == 3
    assert (table["sections"], table["people"], table["pages"]) == (["城事"], ["李某", "王某"], ["要闻"])
    assert [row[1:] for row in table["stories"]] == [
        [20250416, 0, [0], -1, "", "晚", 1, 1],
        [20250416, 0, [1, 0], 0, "A01", "", 0, 2],
        [20250415, -1, [], -1, "", "", 0, 2],
    ]
    assert {row[0] for row in table["stories"]} == {path.stem for path in (made / "fragment").iterdir()}
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["documents"]


def test_documents_are_written_over_those_of_another_bundle(tmp_path: Path) -> None:
    work = tmp_path / "work"
    long = dataclasses.replace(STORIES[0], paragraphs=("很长的一段。" * 500,))
    index([long, STORIES[1], dataclasses.replace(long, address="/2025/04/16/park/nested/")], tmp_path)
    numbers = {path.stat().st_ino for path in (work / "documents").rglob("*.html")}
    (work / "documents").rename(work / "spare")
    again = [dataclasses.replace(story, address=f"/2025/04/17{story.address[11:]}") for story in STORIES]
    made = index(again, tmp_path)
    laid = {path.relative_to(work / "documents").as_posix(): path for path in (work / "documents").rglob("*.html")}
    assert sorted(laid) == [f"2025/04/17/{name}/index.html" for name in ("card", "park", "silo")]
    assert len({path.stat().st_ino for path in laid.values()} & numbers) == 2  # no folder that has others in it
    assert [laid[path].read_text(encoding="utf-8") for path in sorted(laid)] == [
        write_document(story, "zh-Hans") for story in sorted(again, key=lambda story: story.address)
    ]
    assert len(list((made / "fragment").iterdir())) == 3


def test_a_bundles_grams_lie_beside_it_and_an_index_of_words_has_none(tmp_path: Path) -> None:
    index(STORIES, tmp_path)
    assert (tmp_path / "cache/grams").read_bytes() == write_list({"公园": [0], "粮仓": [1]})
    index([SearchDocument("/a/", "en", "A park", dt.date(2025, 4, 16))], tmp_path, "en")
    assert (tmp_path / "cache/grams").read_bytes() == write_list({})


def test_an_address_of_any_characters_is_found_again(tmp_path: Path) -> None:
    story = SearchDocument('/2025/04/16/“引号” "quote"/', "zh-Hans", "公园", dt.date(2025, 4, 16))
    assert len(list((index([story], tmp_path) / "fragment").iterdir())) == 1


def test_a_bundle_is_replaced_whole(tmp_path: Path) -> None:
    index(STORIES, tmp_path)
    made = index(STORIES[:1], tmp_path)
    assert len(list((made / "fragment").iterdir())) == 1


def test_pagefinds_last_words_are_told_and_the_old_bundle_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = index(STORIES, tmp_path)
    fake_pagefind(tmp_path, monkeypatch, "echo so far so good; echo no space left >&2; exit 3")
    with pytest.raises(SearchIndexError, match=r"^Pagefind ended with status 3: so far so good\nno space left$"):
        index(STORIES, tmp_path)
    assert (made / "stories.json").exists()


def test_a_document_left_out_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_pagefind(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(SearchIndexError, match=r"^Pagefind left out 3 of 3 search documents: /2025/04/16/park/ …$"):
        index(STORIES, tmp_path)


def test_a_missing_pagefind_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "none")
    with pytest.raises(SearchIndexError, match=r"^Pagefind cannot be run: "):
        index(STORIES, tmp_path)
