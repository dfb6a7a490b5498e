"""Whole pages taken apart: what is found, and how often, in every way in which their copy may arrive."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from broadsheet.reading.importing import page_of
from broadsheet.reading.importing.plain import plain_copy
from broadsheet.reading.importing.stories import LOW
from tests.reading.importing import labelled_pages as ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.reading.importing import Page


PAGES = {labels.name: labels for folder in ("pages", "pages-aside") for labels in ours.pages(folder)}
UNBROKEN = ("gaps", "tight", "indents", "wide gaps")
# What a reader of copy alone can't tell: a caption without a sign that it is one.
CAPTIONS = {"feature": ["老魏在桥下检查螺栓。"]}
LEAST = {
    # kind of copy: headline, deck, byline, crosshead, credit, contact, paragraph
    "pages": {
        "unbroken": (0.98, 0.95, 0.99, 0.98, 0.90, 0.98, 0.98),
        "broken, with gaps": (0.93, 0.90, 0.95, 0.95, 0.85, 0.75, 0.93),
        "broken, with indents": (0.88, 0.85, 0.95, 0.95, 0.80, 0.80, 0.93),
        "broken, with neither": (0.85, 0.80, 0.93, 0.90, 0.75, 0.80, 0.80),
    },
    "pages-aside": {
        "unbroken": (0.90, 0.75, 0.98, 0.97, 0.95, 0.98, 0.98),
        "broken, with gaps": (0.90, 0.75, 0.95, 0.95, 0.90, 0.75, 0.93),
        "broken, with indents": (0.83, 0.70, 0.95, 0.93, 0.90, 0.75, 0.93),
        "broken, with neither": (0.85, 0.70, 0.93, 0.93, 0.85, 0.75, 0.80),
    },
}
"""The least share of each field that is found, and of what is found that is right.

Of such pages with every mess that they arrive in, `test_messy_pages` measures what is found.
"""


@cache
def read(name: str, way: str) -> Page:
    """A page as it was taken apart in one of its ways, once for all tests."""
    return page_of(plain_copy(dict(ours.variants(PAGES[name]))[way]))


def ways_of(name: str) -> list[str]:
    return [way for way, _ in ours.variants(PAGES[name])]


@pytest.mark.parametrize("name", [labels.name for labels in ours.pages("pages")])
@pytest.mark.parametrize("way", UNBROKEN)
def test_every_decision_on_a_page_with_whole_paragraphs(name: str, way: str) -> None:
    labels = PAGES[name]
    found = ours.found_in(read(name, way), whole=name in ours.OPEN)
    expected = labels.fields()
    for caption in CAPTIONS.get(name, ()):
        # Nothing in the text tells it from copy; it is one of the two, once.
        assert (found["credit"] + found["paragraph"])[caption] == 1
        for either in ("credit", "paragraph"):
            expected[either] -= Counter([caption])
            found[either] -= Counter([caption])
    assert found == expected


def kind_of(way: str) -> str:
    layout, broken, _ = way.partition(", ")
    if not broken:
        return "unbroken"
    return "broken, with " + {"gaps": "gaps", "wide gaps": "gaps", "indents": "indents", "tight": "neither"}[layout]


@pytest.mark.parametrize("folder", ["pages", "pages-aside"])
def test_how_many_decisions_hold_however_the_copy_is_broken(
    folder: str, record_property: pytest.RecordProperty
) -> None:
    tallies = {kind: ours.Tally() for kind in LEAST[folder]}
    for labels in ours.pages(folder):
        expected = labels.fields()
        for way in ways_of(labels.name):
            tallies[kind_of(way)].add(expected, ours.found_in(read(labels.name, way), whole=labels.name in ours.OPEN))
    for kind, tally in tallies.items():
        for name, least in zip(ours.FIELDS, LEAST[folder][kind], strict=True):
            recall, precision = tally.recall(name), tally.precision(name)
            record_property(f"{folder}, {kind}, {name}", f"recall {recall:.3f}, precision {precision:.3f}")
            assert recall >= least, (kind, name, recall)
            assert precision >= least, (kind, name, precision)


def test_what_is_not_marked_for_a_look_is_right() -> None:
    right: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for labels in PAGES.values():
        expected = labels.fields()
        for way in ways_of(labels.name):
            for kind, words, share in decisions(read(labels.name, way)):
                if share >= LOW[kind]:
                    sure[kind] += 1
                    right[kind] += ours.bare(words) in expected[KINDS[kind]]
    assert {kind: right[kind] / sure[kind] >= 0.92 for kind in KINDS} == dict.fromkeys(KINDS, True)


KINDS = {"head": "headline", "P": "paragraph", "X": "crosshead", "C": "credit", "T": "contact"}


def decisions(page: Page) -> Iterator[tuple[str, str, float]]:
    for story in page.stories:
        yield "head", "".join(story.title), story.share
        for block in (*story.blocks, *story.pictures):
            if block.label in KINDS:
                last = bool(story.blocks) and block is story.blocks[-1]
                yield block.label, block.text + (story.jump if last else ""), block.share
