from __future__ import annotations

import datetime as dt
import json
import random

import pytest

from broadsheet.rendering.search.bundles import BundleEntry, inputs_digest, plan_bundles, write_directory


def entries(*counted: tuple[str, int], language: str = "und") -> list[BundleEntry]:
    return [
        BundleEntry(f"{language}/{date}/{number:04}", language, dt.date.fromisoformat(date), f"{number}")
        for date, count in counted
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("documents", "names"),
    [
        ([], []),
        (entries(("2025-04-16", 5)), ["und-all 5"]),
        (entries(("2019-01-01", 2), ("2025-04-16", 1)), ["und-all 3"]),
        (entries(("2021-01-01", 8), ("2025-04-16", 3)), ["und-2025-04 3", "und-2020s 8"]),
        (entries(("2025-04-01", 8), ("2025-04-16", 3)), ["und-2025-04-16 3", "und-2025-04-01 8"]),
        (
            entries(("2009-12-31", 4), ("2010-01-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2010s 8", "und-2000s 4"],
        ),
        (
            entries(("2023-05-01", 8), ("2024-05-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024 8", "und-2023 8"],
        ),
        (
            entries(("2024-03-01", 8), ("2024-07-01", 6), ("2024-12-01", 5), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024-q4 5", "und-2024-q3 6", "und-2024-h1 8"],
        ),
        (
            entries(("2024-03-01", 8), ("2024-03-02", 25), ("2025-04-16", 3)),
            [
                "und-2025-04 3",
                "und-2024-03-02-part-3 5",
                "und-2024-03-02-part-2 10",
                "und-2024-03-02-part-1 10",
                "und-2024-03-01 8",
            ],
        ),
        ([*entries(("2025-04-15", 2)), *entries(("2025-04-16", 2), language="en")], ["en-all 2", "und-all 2"]),
    ],
)
def test_bundles_follow_the_calendar_only_as_far_as_the_limit_asks(
    documents: list[BundleEntry], names: list[str]
) -> None:
    bundles = plan_bundles(documents, limit=10, small=5)
    assert [f"{bundle.name} {len(bundle.entries)}" for bundle in bundles] == names
    random.Random(1).shuffle(documents)  # any other order will do
    assert plan_bundles(documents, limit=10, small=5) == bundles


def test_a_late_correction_changes_one_bundle() -> None:
    documents = entries(("2023-05-01", 8), ("2024-05-01", 8), ("2025-04-16", 3))
    before = {bundle.name: bundle.digest for bundle in plan_bundles(documents, limit=10, small=5)}
    documents[0] = BundleEntry(documents[0].name, "und", documents[0].date, "corrected")
    after = {bundle.name: bundle.digest for bundle in plan_bundles(documents, limit=10, small=5)}
    assert [name for name in before if before[name] != after[name]] == ["und-2023"]


def test_the_digest_is_of_the_inputs_in_any_order() -> None:
    documents = entries(("2025-04-16", 3))
    assert inputs_digest(documents) == inputs_digest(documents[::-1])
    assert len(inputs_digest(documents)) == 16


def test_the_directory_lists_bundles_newest_first() -> None:
    bundles = plan_bundles(entries(("2021-01-01", 4), ("2021-01-02", 4), ("2025-04-16", 3)), limit=10, small=5)
    directory = write_directory(bundles)
    assert directory.endswith("}]}\n")
    assert json.loads(directory) == {
        "version": 1,
        "bundles": [
            {
                "name": "und-2025-04",
                "language": "und",
                "from": "2025-04-16",
                "to": "2025-04-16",
                "count": 3,
                "digest": bundles[0].digest,
            },
            {
                "name": "und-2020s",
                "language": "und",
                "from": "2021-01-01",
                "to": "2021-01-02",
                "count": 8,
                "digest": bundles[1].digest,
            },
        ],
    }
