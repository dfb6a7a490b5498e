"""What a record says of stories that were changed or moved since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from broadsheet.model.seal import Change, SealedStory, Wording, changes, corrected, is_seal, standing

if TYPE_CHECKING:
    from collections.abc import Mapping


def wording(paragraphs: str, title: str = "甲", corrections: str = "") -> Wording:
    """Paragraphs and corrections are a letter each."""
    return Wording(f"{title} {paragraphs}", (("title", (title,)), ("paragraph", tuple(paragraphs))), tuple(corrections))


@pytest.mark.parametrize(
    ("before", "now", "named"),
    [
        ("abc", "abc", []),
        ("abc", "abd", ["paragraph 3"]),
        ("abc", "ac", ["paragraph 2 (removed)"]),
        ("abc", "abxc", ["paragraph 3 (added)"]),
        ("abc", "xyc", ["paragraph 1", "paragraph 2"]),
        ("abc", "xyzc", ["paragraph 1", "paragraph 2", "paragraph 3 (added)"]),
        ("abcd", "xd", ["paragraph 1", "paragraph 2 (removed)", "paragraph 3 (removed)"]),
        ("ab", "ba", ["paragraph 1 (added)", "paragraph 2 (removed)"]),
    ],
)
def test_paragraphs_are_counted_as_they_stand_now(before: str, now: str, named: list[str]) -> None:
    assert [change.named for change in changes(wording(before), wording(now))] == named


def test_a_part_that_comes_or_goes_is_said() -> None:
    bare = Wording("x", ())
    assert changes(wording(""), wording("", title="乙")) == (Change("title", 0),)
    assert changes(bare, wording("a")) == (Change("title", 0, "added"), Change("paragraph", 1, "added"))
    assert changes(wording("a"), bare) == (Change("title", 0, "removed"), Change("paragraph", 1, "removed"))


def test_what_came_with_a_correction_is_what_it_changed() -> None:
    states = (
        wording("ab"),
        wording("xb", corrections="1"),
        wording("xy", "乙", corrections="123"),
        wording("xy", "乙"),
    )
    assert corrected(states) == {
        "1": (Change("paragraph", 1),),
        "3": (Change("title", 0), Change("paragraph", 2)),
    }


def sealed(address: str, *aliases: str) -> SealedStory:
    return SealedStory(address, aliases, "s.md", "甲", "", (wording("a"),))


@pytest.mark.parametrize(
    ("stories", "now", "found"),
    [
        ([sealed("/a/")], {"/a/": []}, ["/a/"]),
        ([sealed("/a/")], {"/b/": ["/a/"]}, ["/b/"]),
        ([sealed("/b/", "/a/")], {"/a/": []}, ["/a/"]),
        ([sealed("/a/")], {"/b/": []}, [None]),
        # A story that answers for another that is gone is still itself.
        ([sealed("/a/"), sealed("/b/")], {"/b/": ["/a/"]}, [None, "/b/"]),
        ([sealed("/a/"), sealed("/c/")], {"/b/": ["/a/", "/c/"]}, ["/b/", None]),
        ([sealed("/a/x.html")], {"/b/": ["/a/x.html"]}, ["/b/"]),
    ],
)
def test_a_story_is_known_by_its_address_and_its_old_ones(
    stories: list[SealedStory], now: Mapping[str, list[str]], found: list[str | None]
) -> None:
    assert standing(stories, now) == found


@pytest.mark.parametrize(
    ("file", "is_one"),
    [("a/sealed-2025-04-16.json", True), ("sealed-.json", True), ("sealed.json", False), ("sealed-1/a.json", False)],
)
def test_a_record_is_known_by_its_name(file: str, is_one: bool) -> None:
    assert is_seal(file) is is_one
