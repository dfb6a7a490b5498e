"""Threads with a typesetter each: who does what, and what comes of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

import pytest

from broadsheet.publishing import hands as module
from broadsheet.publishing.hands import Hands

if TYPE_CHECKING:
    from broadsheet.publishing.typesetter import Typesetter


def hands_of(count: int) -> Hands:
    """So many hands; their typesetters are but names."""
    return Hands(lambda most: [cast("Typesetter", f"typesetter {number}") for number in range(most)], count)


def test_each_has_a_typesetter_of_its_own_and_what_it_makes_is_taken_here() -> None:
    together = threading.Barrier(2, timeout=10)
    taken: list[tuple[Any, int]] = []

    def task(typesetter: Any) -> Any:
        together.wait()
        return typesetter

    with hands_of(2) as hands:
        for number in range(2):
            assert hands.are_free
            hands.begin(task, lambda made, number=number: taken.append((made, number, threading.get_ident())))
        assert not hands.are_free
        while hands.are_busy:
            hands.take()
        assert hands.are_free
    here = threading.get_ident()
    assert sorted(taken) == [("typesetter 0", 0, here), ("typesetter 1", 1, here)]


def test_nobody_comes_who_is_not_needed() -> None:
    asked: list[int] = []

    def typesetters(most: int) -> list[Typesetter]:
        asked.append(most)
        return [cast("Typesetter", "the first")] * most

    with Hands(typesetters, 4) as hands:
        assert not asked
        for _ in range(3):
            hands.begin(str, lambda made: None if made == "the first" else pytest.fail(made))
            hands.take()
    assert asked == [1]


def test_the_first_that_was_begun_says_what_is_wrong_though_another_fails_sooner() -> None:
    failed = threading.Event()

    def first(_: Any) -> None:
        failed.wait(10)
        raise ValueError("first")

    def second(_: Any) -> None:
        failed.set()
        raise ValueError("second")

    with hands_of(2) as hands:
        hands.begin(first, print)
        hands.begin(second, print)
        with pytest.raises(ValueError, match="first"):
            hands.take()


def test_who_waits_for_them_hears_that_they_are_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    beaten = threading.Event()
    monkeypatch.setattr(module, "beat", beaten.set)
    with hands_of(1) as hands:
        hands.begin(lambda _: beaten.wait(10), lambda heard: None if heard else pytest.fail("nobody heard"))
        hands.take()
