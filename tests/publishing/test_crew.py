"""Who does the work: in which order, with how much on its way, and what comes of a failure."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent import futures
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import crew, disk, progress, verify
from broadsheet.publishing.crew import LocalCrew, crew_of, in_window, processes
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.settings import Settings
from broadsheet.publishing.shelf import LocalShelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
    # Other tests may have left threads, and Typst at work, so that none are started here; and none of these processes
    # is a real copy.
    monkeypatch.delitem(sys.modules, "broadsheet.publishing.typesetter", raising=False)
    monkeypatch.setattr(futures, "ProcessPoolExecutor", lambda workers, *_: ThreadPoolExecutor(workers))
    for threads in (2, 1):
        monkeypatch.setattr(threading, "active_count", lambda threads=threads: threads)
        with LocalCrew(2, Silent()) as hands:
            list(hands.map(failing, [1, 2], one))
        # Outputs are looked at in such processes, too.
        with Ledger(tmp_path, "public") as ledger:
            pool = verify.lookers(ledger, 2)
            assert pool
            with pool:
                verify.verify(ledger, LocalShelf(tmp_path), pool).units()
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


def test_who_works_collects_garbage_seldom() -> None:
    before = gc.get_threshold()
    crew.collect_seldom()
    assert gc.get_threshold()[0] == crew.COLLECT
    gc.set_threshold(*before)


class Beats(Silent):
    """Counts how often it hears that the build is at work."""

    heard = 0

    def beat(self) -> None:
        self.heard += 1


def slow(seconds: float) -> int:
    time.sleep(seconds)
    progress.beat()
    return os.getpid()


def test_who_waits_hears_that_other_processes_are_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 2)
    monkeypatch.setattr(crew, "BEAT", 0.05)
    waiting = Beats()
    with LocalCrew(2, waiting) as hands:
        assert os.getpid() not in hands.map(slow, [0.5, 0.5], one)
    assert 5 <= waiting.heard <= 30


def test_who_waits_hears_of_a_job_of_this_process_and_of_no_other() -> None:
    waiting = Beats()
    with LocalCrew(1, waiting) as hands:
        assert list(hands.map(slow, [0, 0], one)) == [os.getpid()] * 2
    assert waiting.heard == 2
    slow(0)
    assert waiting.heard == 2


def late(seconds: float) -> None:
    """A job that leaves something behind, unless it is asked to leave."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()):
        Path(f"at-{seconds}-{os.getpid()}").touch()
        time.sleep(seconds)


def deaf(seconds: float) -> None:
    """A job that can't be asked."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    Path(f"at-{seconds}-{os.getpid()}").touch()
    time.sleep(seconds)


@pytest.mark.parametrize("job", [late, deaf])
def test_a_build_that_fails_ends_the_jobs_that_are_under_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job: Callable[[float], None]
) -> None:
    monkeypatch.setattr(crew, "ENOUGH", 2)
    monkeypatch.chdir(tmp_path)
    before = set(multiprocessing.active_children())

    def build() -> None:
        with LocalCrew(2, Silent()) as hands:
            found = hands.map(job, [0, *[60] * 9], one)
            next(found)
            reached(lambda: len([*tmp_path.glob("at-60-*")]) == 2)
            raise OSError(28, "No space left on device")

    began = time.monotonic()
    with pytest.raises(OSError, match="No space left"):
        build()
    assert time.monotonic() - began < 50  # the jobs would take a minute
    assert set(multiprocessing.active_children()) <= before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_orders_that_nobody_takes_any_more_keep_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are larger than the pipe that they wait in."""
    monkeypatch.setattr(crew, "ENOUGH", 2)

    def build() -> None:
        with LocalCrew(2, Silent()) as hands:
            for number, _ in enumerate(hands.map(dozing, [b"x" * 1_000_000] * 20, one)):
                if number == 2:
                    raise OSError(28, "No space left on device")

    began = time.monotonic()
    with pytest.raises(OSError, match="No space left"):
        build()
    assert time.monotonic() - began < 50


def dozing(_: bytes) -> None:
    time.sleep(0.2)


def test_processes_that_only_look_are_ended_too() -> None:
    def build() -> None:
        with LocalCrew(2, Silent()):
            pool = processes(2)
            for _ in range(4):
                pool.submit(time.sleep, 60)
            raise OSError(5, "Input/output error")

    began = time.monotonic()
    with pytest.raises(OSError, match="Input/output"):
        build()
    assert time.monotonic() - began < 50


MAIN = """
import os, sys, time
from broadsheet.publishing import crew
from broadsheet.publishing.progress import Silent
from tests.publishing.test_crew import at_work
crew.ENOUGH = 2
with crew.LocalCrew(3, Silent()) as hands:
    list(hands.map(at_work, range(9), lambda _: 1))
"""


def at_work(number: int) -> None:
    """A job with a program of its own, which says who they are."""
    with subprocess.Popen(["sleep", "60"]) as program:
        try:
            Path(f"{number}.part").write_text(f"{os.getpid()} {program.pid}", encoding="ascii")
            Path(f"{number}.part").rename(f"{number}.pids")
            program.wait()
        finally:
            program.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_when_the_main_process_is_killed_its_workers_and_their_programs_end(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    main = subprocess.Popen(
        [sys.executable, "-c", MAIN], cwd=tmp_path, env={**os.environ, "PYTHONPATH": os.fspath(root)}
    )
    reached(lambda: len(list(tmp_path.glob("*.pids"))) == 3)
    pids = [pid for file in tmp_path.glob("*.pids") for pid in file.read_text(encoding="ascii").split()]
    assert all(alive(pid) for pid in pids)
    main.kill()
    main.wait()
    reached(lambda: not any(alive(pid) for pid in pids))
    assert len(list(tmp_path.glob("*.pids"))) == 3


@pytest.mark.skipif(disk.fcntl is None, reason="nobody waits without locks")
def test_who_waits_for_a_turn_takes_the_place_that_is_free_and_else_the_first_that_becomes_so(tmp_path: Path) -> None:
    taken: list[str] = []

    def wait() -> None:
        with disk.turn(tmp_path, "2025-1", 2):
            taken.append("third")

    with ExitStack() as first, ExitStack() as second:
        # All of them ask at the same place first.
        first.enter_context(disk.turn(tmp_path, "2025-1", 2))
        second.enter_context(disk.turn(tmp_path, "2025-1", 2))
        third = threading.Thread(target=wait)
        third.start()
        third.join(2 * disk.ASK)
        assert taken == []
        second.close()
        third.join(10)
        assert taken == ["third"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["turn-0", "turn-1"]


def alive(pid: str) -> bool:
    """Whether a process is there, and not only for want of somebody who asks what became of it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def reached(state: Callable[[], bool]) -> None:
    """Wait for a state, also where other tests keep the machine busy."""
    for _ in range(1200):
        if state():
            return
        time.sleep(0.05)
    pytest.fail("not reached within a minute")
