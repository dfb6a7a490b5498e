"""Who does the work: in which order, with how much on its way, and what comes of a failure."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from concurrent import futures
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import crew, verify
from broadsheet.publishing.crew import LocalCrew, crew_of, in_window
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.settings import Settings
from broadsheet.publishing.shelf import LocalShelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def failing(number: int) -> int:
    if number == 3:
        raise OSError(28, "No space left on device")
    return number


def one(_: int) -> int:
    return 1


def results(workers: int, orders: int, weigh: Callable[[int], int] = one) -> tuple[list[int], set[int]]:
    with LocalCrew(workers, Silent()) as hands:
        found = list(hands.map(squared, iter(range(orders)), weigh))
    return [square for square, _ in found], {process for _, process in found}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_orders(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 5)
    squares, processes = results(workers, 40)
    assert squares == [number * number for number in range(40)]
    assert (os.getpid() in processes) is (workers == 1)


@pytest.mark.parametrize(
    ("workers", "orders", "weight"), [(1, 40, 100), (2, 4, 1), (2, 1, 1000), (2, 0, 1)],
    ids=["one worker", "little work", "one order", "nothing"],
)  # fmt: skip
def test_little_work_is_done_in_this_process(
    monkeypatch: pytest.MonkeyPatch, workers: int, orders: int, weight: int
) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 5)
    squares, processes = results(workers, orders, lambda _: weight)
    assert squares == [number * number for number in range(orders)]
    assert processes <= {os.getpid()}


def test_processes_are_started_once_and_let_go_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 2)
    hands = LocalCrew(2, Silent())
    list(hands.map(squared, range(9), one))
    pool = hands._pool
    assert pool is not None
    list(hands.map(squared, range(9), one))
    assert hands._pool is pool
    hands.close()
    assert hands._pool is None
    hands.close()


def test_a_process_with_threads_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 2)
    monkeypatch.setattr(verify, "ENOUGH", 0)
    contexts: list[str] = []
    get_context = multiprocessing.get_context
    monkeypatch.setattr(multiprocessing, "get_context", lambda name: contexts.append(name) or get_context(name))
    # Other tests may have left threads, so that none are started here; and none of these processes is a real copy.
    monkeypatch.setattr(futures, "ProcessPoolExecutor", lambda workers, *_: ThreadPoolExecutor(workers))
    for threads in (2, 1):
        monkeypatch.setattr(threading, "active_count", lambda threads=threads: threads)
        with LocalCrew(2, Silent()) as hands:
            list(hands.map(failing, [1, 2], one))
        # Outputs are looked at in such processes, too.
        with Ledger(tmp_path, "public") as ledger:
            verify.verify(ledger, LocalShelf(tmp_path), 2).units()
    assert contexts == ["spawn", "spawn", "fork", "fork"]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_in_a_job_goes_wrong_here(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 2)
    with LocalCrew(workers, Silent()) as hands:
        found = hands.map(failing, range(100), one)
        assert [next(found) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(OSError, match="No space left"):
            next(found)
        assert list(hands.map(failing, [7, 8], one)) == [7, 8]


def test_no_more_orders_are_taken_than_keep_everybody_busy() -> None:
    taken: list[int] = []
    futures: list[Future[int]] = []

    def orders() -> Iterator[int]:
        for number in range(10):
            taken.append(number)
            yield number

    def submit(job: Callable[[int], int], order: int) -> Future[int]:
        future: Future[int] = Future()
        future.set_result(job(order))
        futures.append(future)
        return future

    found = in_window(submit, abs, orders(), lambda: 3)
    assert (next(found), len(taken)) == (0, 3)
    assert (next(found), len(taken)) == (1, 4)


def test_who_stops_waiting_cancels_what_has_not_begun() -> None:
    futures: list[Future[int]] = []

    def submit(_: object, order: int) -> Future[int]:
        futures.append(Future())
        if order == 0:
            futures[0].set_result(0)
        return futures[-1]

    found = in_window(submit, failing, range(10), lambda: 3)
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined] # a generator
    assert [future.cancelled() for future in futures] == [False, True, True]


def test_a_build_has_the_workers_that_it_was_asked_for() -> None:
    hands = crew_of(Settings(workers=3), Silent())
    assert (hands.workers, hands.shares_disk) == (3, True)


def test_a_worker_collects_garbage_seldom() -> None:
    before = gc.get_threshold()
    crew._begin()
    assert gc.get_threshold()[0] == crew.COLLECT
    gc.set_threshold(*before)
