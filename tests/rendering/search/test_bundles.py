from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.edition import EditionKey
from broadsheet.rendering.search.bundles import (
    Bundle,
    EditionEntry,
    EditionPart,
    Limit,
    plan_bundles,
    write_directory,
)
from broadsheet.rendering.search.grams import plan_shelves

LIMIT = Limit(10, 10_000)
RECENT = Limit(5, 5_000)


def entry(date: str, count: int, *, language: str = "und", label: str = "", digest: str = "") -> EditionEntry:
    return EditionEntry(EditionKey(dt.date.fromisoformat(date), label), language, count, count * 100, digest or date)


def entries(*counted: tuple[str, int], language: str = "und") -> list[EditionEntry]:
    return [entry(date, count, language=language) for date, count in counted]


def plan(editions: list[EditionEntry]) -> tuple[Bundle, ...]:
    return plan_bundles(editions, LIMIT, RECENT)


@pytest.mark.parametrize(
    ("editions", "names"),
    [
        ([], []),
        (entries(("2025-04-16", 5)), ["und-all 5"]),
        (entries(("2019-01-01", 2), ("2025-04-16", 1)), ["und-all 3"]),
        (entries(("2021-01-01", 8), ("2025-04-16", 3)), ["und-2025-04 3", "und-2020s 8"]),
        (
            entries(("2009-12-31", 4), ("2010-01-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2010s 8", "und-2000s 4"],
        ),
        (
            entries(("2023-05-01", 8), ("2024-05-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024 8", "und-2023 8"],
        ),
        # A year is cut into the fewest parts that are all within the limit.
        (
            entries(("2024-03-01", 8), ("2024-07-01", 6), ("2024-12-01", 2), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024-h2 8", "und-2024-h1 8"],
        ),
        (
            entries(("2024-03-01", 8), ("2024-07-01", 8), ("2024-12-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024-t3 8", "und-2024-t2 8", "und-2024-t1 8"],
        ),
        (
            entries(("2024-03-01", 8), ("2024-04-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024-q2 8", "und-2024-q1 8"],
        ),
        (
            entries(("2024-02-01", 8), ("2024-03-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024-s2 8", "und-2024-s1 8"],
        ),
        (
            entries(("2024-01-01", 8), ("2024-02-01", 8), ("2025-04-16", 3)),
            ["und-2025-04 3", "und-2024-02 8", "und-2024-01 8"],
        ),
        # So is a month, the newest by limits of its own.
        (entries(("2025-04-01", 3), ("2025-04-17", 3)), ["und-2025-04-h2 3", "und-2025-04-h1 3"]),
        (entries(("2025-04-11", 3), ("2025-04-12", 3)), ["und-2025-04-t2 3", "und-2025-04-t1 3"]),
        (entries(("2025-04-26", 3), ("2025-04-27", 3)), ["und-2025-04-s6 3", "und-2025-04-s5 3"]),
        (
            entries(("2025-04-30", 3), ("2025-05-01", 3), ("2025-05-02", 3)),
            ["und-2025-05-02 3", "und-2025-05-01 3", "und-2020s 3"],
        ),
        # A day that is too much by itself goes by editions, and an edition by parts of the same length.
        (
            [entry("2024-03-02", 24), entry("2024-03-02", 2, label="evening"), entry("2025-04-16", 3)],
            [
                "und-2025-04 3",
                *(f"und-2024-03-02-part-{part} {count}" for part, count in ((4, 2), (3, 8), (2, 8), (1, 8))),
            ],
        ),
        ([*entries(("2025-04-15", 2)), *entries(("2025-04-16", 2), language="en")], ["en-all 2", "und-all 2"]),
    ],
)
def test_bundles_follow_the_calendar_only_as_far_as_the_limits_ask(
    editions: list[EditionEntry], names: list[str]
) -> None:
    bundles = plan(editions)
    assert [f"{bundle.name} {bundle.count}" for bundle in bundles] == names
    random.Random(1).shuffle(editions)  # any other order will do
    assert plan(editions) == bundles


def test_a_few_long_stories_are_as_much_as_many_short_ones() -> None:
    long = [replace(each, characters=9_000) for each in entries(("2023-05-01", 2), ("2024-05-01", 2))]
    bundles = plan([*long, entry("2025-04-16", 3)])
    assert [bundle.name for bundle in bundles] == ["und-2025-04", "und-2024", "und-2023"]
    (first, second, *_) = reversed(plan([replace(entry("2024-05-01", 2), characters=20_000), entry("2025-04-16", 3)]))
    assert (first.parts, second.parts) == (
        (EditionPart(EditionKey(dt.date(2024, 5, 1)), 0, 1),),
        (EditionPart(EditionKey(dt.date(2024, 5, 1)), 1, 2),),
    )


days = st.dates(dt.date(2019, 6, 1), dt.date(2021, 2, 28))
papers = st.dictionaries(st.tuples(st.sampled_from(["und", "en"]), days), st.integers(1, 25), min_size=1, max_size=60)


def month_start(day: dt.date) -> dt.date:
    return day.replace(day=1)


def paper(counts: dict[tuple[str, dt.date], int]) -> list[EditionEntry]:
    return [entry(f"{day}", count, language=language) for (language, day), count in counts.items()]


@given(papers)
def test_every_document_is_in_one_bundle_within_the_limits(counts: dict[tuple[str, dt.date], int]) -> None:
    bundles = plan(paper(counts))
    planned = sorted(
        (bundle.language, part.key.date, place)
        for bundle in bundles
        for part in bundle.parts
        for place in range(part.start, part.stop)
    )
    assert planned == sorted((language, day, place) for (language, day), n in counts.items() for place in range(n))
    assert all(bundle.count <= (RECENT if bundle.recent else LIMIT).stories for bundle in bundles)
    assert len({bundle.name for bundle in bundles}) == len(bundles)
    assert [bundle.newest for bundle in bundles] == sorted((bundle.newest for bundle in bundles), reverse=True)
    for language in ("und", "en"):
        own = [bundle for bundle in bundles if bundle.language == language]
        assert all(newer.oldest >= older.newest for newer, older in pairwise(own))


@given(papers, st.integers(1, 25), st.integers(0, 40))
def test_a_new_edition_changes_only_the_newest_months_bundles_and_those_its_days_join(
    counts: dict[tuple[str, dt.date], int], count: int, later: int
) -> None:
    newest = max((day for language, day in counts if language == "und"), default=dt.date(2025, 4, 16))
    before = plan(paper(counts))
    new = newest + dt.timedelta(days=1 + later)
    after = {bundle.digest for bundle in plan([*paper(counts), entry(f"{new}", count)])}
    for bundle in before:
        if bundle.name.endswith("-all") or bundle.recent or bundle.language != "und":
            continue
        joins = bundle.newest.year // 10 == newest.year // 10  # a year's parts may be cut anew while it is not over
        same_month = (new.year, new.month) == (newest.year, newest.month)
        month_before = bundle.oldest > month_start(newest) - dt.timedelta(days=32)  # its parts join one by one
        assert bundle.digest in after or (joins and (month_before or not same_month))


@given(papers, st.data())
def test_a_late_correction_changes_one_bundle(counts: dict[tuple[str, dt.date], int], data: st.DataObject) -> None:
    editions = paper(counts)
    place = data.draw(st.integers(0, len(editions) - 1))
    before = {bundle.name: bundle for bundle in plan(editions)}
    corrected = editions[place]
    editions[place] = replace(corrected, digest="corrected")
    after = {bundle.name: bundle for bundle in plan(editions)}
    changed = {name for name in after if after[name].digest != before[name].digest}
    assert after.keys() == before.keys()
    assert changed == {
        name
        for name, bundle in before.items()
        if bundle.language == corrected.language and corrected.key in {part.key for part in bundle.parts}
    }


@pytest.mark.parametrize(("stories", "characters"), [(91, 2_000), (91, 750), (91, 400), (300, 750)])
def test_a_month_of_editions_rebuilds_few_stories_for_each(stories: int, characters: int) -> None:
    days = [dt.date(2024, 11, 1) + dt.timedelta(days=day) for day in range(273)]
    editions: list[EditionEntry] = []
    known: set[str] = set()
    rebuilt = []
    for day in days:
        editions.append(EditionEntry(EditionKey(day), "und", stories, stories * characters, f"{day}"))
        bundles = plan_bundles(editions)
        rebuilt.append([bundle.count for bundle in bundles if bundle.digest not in known])
        known = {bundle.digest for bundle in bundles}
    assert sum(map(sum, rebuilt)) <= 5 * stories * len(days)
    assert sorted(map(sum, rebuilt))[len(days) // 2] <= 600
    # The day's own bundle, one that joins the older ones, what that leaves of another, and on 1 March January's last.
    assert all(len(counts) <= 4 for counts in rebuilt[31:])


def test_the_parts_of_a_month_join_the_older_ones_as_the_next_month_comes_as_far() -> None:
    march = entries(*((f"2025-03-{day:02}", 2) for day in range(1, 32)))

    def names(newest: str) -> str:
        first, *others = plan_bundles([*march, entry(newest, 1)], Limit(22, 10_000), Limit(16, 10_000))
        assert first.recent
        assert not any(bundle.recent for bundle in others)
        return " ".join(f"{bundle.name[12:]} {bundle.count}" for bundle in others)

    assert names("2025-04-01") == names("2025-04-11") == "q4 14 q3 16 q2 10 t1 22"
    assert names("2025-04-12") == names("2025-04-21") == "q4 14 q3 6 t2 20 t1 22"
    assert names("2025-04-22") == names("2025-05-01") == "t3 20 t2 20 t1 22"


def test_the_digest_is_of_the_inputs_and_not_of_the_name() -> None:
    alone = plan(entries(("2024-03-01", 8), ("2025-04-16", 3)))
    beside = plan(entries(("2024-03-01", 8), ("2024-07-01", 6), ("2025-04-16", 3)))
    assert alone[-1].name != beside[-1].name
    assert alone[-1].digest == beside[-1].digest
    assert len(alone[-1].digest) == 16


def test_the_digest_is_of_the_formats_and_of_the_release_that_indexes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    editions = entries(("2025-04-16", 5))

    def digest(release: str = "1.5.2") -> str:
        return plan_bundles(editions, release=release)[0].digest

    digests = [digest(), digest("1.6.0")]
    for name in ("FORMAT_VERSION", "TABLE_VERSION"):
        with monkeypatch.context() as patched:
            patched.setattr(f"broadsheet.rendering.search.bundles.{name}", "another")
            digests.append(digest())
    assert len(set(digests)) == 4
    assert digest() == digests[0]


def test_a_bundles_address_changes_with_what_is_in_it() -> None:
    (bundle,) = plan([entry("2025-04-16", 5)])
    (corrected,) = plan([entry("2025-04-16", 5, digest="corrected")])
    assert bundle.address == f"pagefind/bundles/und-all-{bundle.digest[:8]}"
    assert corrected.name == bundle.name
    assert corrected.address != bundle.address


def test_the_directory_lists_bundles_newest_first_with_their_shelves() -> None:
    counted = ("2020-01-01", 4), ("2021-01-01", 4), ("2021-01-02", 4), ("2025-04-16", 3)
    bundles = plan([*entries(*counted), *entries(("2025-04-15", 2), language="en")])
    shelves = plan_shelves(bundles)
    directory = write_directory(bundles, shelves)
    assert directory.endswith("]]}\n")
    assert json.loads(directory) == {
        "version": 4,
        "bundles": [
            ["und-2025-04", 20250416, 20250416, 3, bundles[0].digest[:8], 1],
            ["en-all", 20250415, 20250415, 2, bundles[1].digest[:8], -1],
            ["und-2021", 20210101, 20210102, 8, bundles[2].digest[:8], 0],
            ["und-2020", 20200101, 20200101, 4, bundles[3].digest[:8], 0],
        ],
        "shelves": [[256, 1, shelves[0].digest], [256, 1, shelves[1].digest]],
    }


def test_the_directory_of_a_million_stories_is_small() -> None:
    start = dt.date(1996, 1, 1)
    editions = [
        EditionEntry(EditionKey(start + dt.timedelta(days=day)), "und", 91, 91 * 900, f"{day}") for day in range(10_990)
    ]
    bundles = plan_bundles(editions)
    assert len(bundles) < 1_500
    assert len(write_directory(bundles, plan_shelves(bundles))) < 60 * len(bundles)
