from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from broadsheet.model.edition import EditionFile, EditionKey
from broadsheet.model.place import Place
from broadsheet.reading.edition import read_edition
from broadsheet.reading.source import Source

FULL = """\
date: 2025-04-16
label: evening
issue_number: 02104
release: 2025-04-16T16:30
title: 读书日特刊
language: zh-Hant
pages:
  - number: A05
    name: 城事
    editors: {责任编辑: 李某}
    supplement: 周末
    grid: |
      park park
  - {number: A06, kind: advertisement, image: a.jpg, pdf: a.pdf, areas: {park: "0,0"}}
"""


def read(text: str, timezone: str = "Asia/Shanghai") -> EditionFile:
    edition, diagnostics = read_edition(Source("content/16/edition.yaml", text), timezone)
    assert edition is not None, diagnostics
    return edition


def test_everything_that_the_file_says() -> None:
    edition = read(FULL)
    assert edition.key == EditionKey(date(2025, 4, 16), "evening")
    assert (edition.folder, edition.issue_number, edition.title) == ("content/16", "02104", "读书日特刊")
    assert (edition.language, edition.place) == ("zh-Hant", Place("content/16/edition.yaml", 1, 7, 10))
    first, second = edition.pages
    assert (first.number, first.name, first.editors, first.supplement) == (
        "A05",
        "城事",
        (("责任编辑", "李某"),),
        "周末",
    )
    assert first.place == Place("content/16/edition.yaml", 8, 13, 3)
    assert first.excerpt == "  - number: A05"
    assert first.grid is not None
    assert (second.kind, second.grid) == ("advertisement", None)


@pytest.mark.parametrize(("typed", "hours"), [("2025-04-16T06:00", 9), ("2025-04-16T06:00+08:00", 8)])
def test_a_release_without_a_zone_is_in_the_paper_s(typed: str, hours: int) -> None:
    release = read(f"date: 2025-04-16\nrelease: {typed}", "Asia/Tokyo").release
    assert release is not None
    assert release.utcoffset() == datetime(2025, 4, 16, tzinfo=ZoneInfo("Asia/Tokyo")).utcoffset() * hours / 9  # type: ignore[operator] # there is one


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "missing-date"), ("date: 2025-04-16\ndate: 2025-04-17", "duplicate-key"), ("- a", "not-a-mapping")],
)
def test_a_file_at_fault_is_no_edition(text: str, code: str) -> None:
    edition, diagnostics = read_edition(Source("edition.yaml", text), "Asia/Shanghai")
    assert edition is None
    assert [found.code for found in diagnostics] == [code]


def test_a_page_listed_twice_or_drawn_wrong_is_told_and_the_edition_is_still_known() -> None:
    text = "date: 2025-04-16\npages:\n  - number: 001\n  - number: 1\n    grid: .\n"
    edition, diagnostics = read_edition(Source("edition.yaml", text), "Asia/Shanghai")
    assert edition is not None
    assert [page.number for page in edition.pages] == ["001"]
    assert [found.code for found in diagnostics] == ["duplicate-page", "grid-empty"]
