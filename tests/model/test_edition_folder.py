from __future__ import annotations

from datetime import date

import pytest

from broadsheet.model.edition_folder import USUAL, date_of, folder_on, pattern_of, plainest

DAY = date(2025, 4, 16)


@pytest.mark.parametrize(
    ("folder", "pattern", "next_day"),
    [
        ("2025/2025-04-16", "%Y/%Y-%m-%d", "2026/2026-11-07"),
        ("2025/04/16", "%Y/%m/%d", "2026/11/07"),
        ("20250416", "%Y%m%d", "20261107"),
        ("2025-04/2025年04月16", "%Y-%m/%Y年%m月%d", "2026-11/2026年11月07"),
        ("04/2025-04-16", "%m/%Y-%m-%d", "11/2026-11-07"),
        ("百分之100%/2025-04-16", "百分之100%%/%Y-%m-%d", "百分之100%/2026-11-07"),
        ("2025/2025-04-16-evening", "%Y/%Y-%m-%d", "2026/2026-11-07"),
        ("新刊", USUAL, "2026/2026-11-07"),
    ],
)
def test_a_folder_shows_how_a_papers_folders_are_called(folder: str, pattern: str, next_day: str) -> None:
    assert pattern_of(folder) == pattern
    assert folder_on(pattern, date(2026, 11, 7)) == next_day


@pytest.mark.parametrize(
    ("folder", "day"),
    [
        ("2025/2025-04-16", DAY),
        ("2024-12-31/20250416", DAY),
        ("2025-02-30", None),
        ("2025-04-16/2025-13-40", DAY),
        ("120250416", None),
        ("", None),
    ],
)
def test_a_date_is_the_last_that_there_is(folder: str, day: date | None) -> None:
    assert date_of(folder) == day


def test_the_plainest_folder_of_a_day_is_the_edition_without_a_label() -> None:
    assert plainest(["2025/2025-04-16-evening", "2025/2025-04-16", "a/2025/2025-04-16"]) == "2025/2025-04-16"
