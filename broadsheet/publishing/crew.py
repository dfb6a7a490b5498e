"""Who does the work: this process, one process a core, or the workers of a Dask cluster.

Jobs are functions of the package and orders are values, so that both can be sent anywhere. Results come back in the
order of the orders, while later ones are still at work; no more are on their way than keep everybody busy.

A build that ends before its time, in whatever way, takes its processes with it: each waits for the far end of a pipe to
close (its lifeline), which only the main process holds. It then leaves the job that it is at, which puts away its
temporary files and ends its Pagefind; if that takes too long, it leaves all the same.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, Self, TypeVar
from weakref import WeakKeyDictionary

from broadsheet.publishing.progress import BEAT, waited_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

    from broadsheet.publishing.cluster import ClusterCrew
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.settings import Settings

O = TypeVar("O")  # noqa: E741 - an order
R = TypeVar("R")

ENOUGH = 400
"""Articles or files below which handing work to other processes costs more than it saves."""
AHEAD = 3
"""Orders a worker that are on their way at once: one at work, the others so that it never waits."""
COLLECT = 100_000
"""Values made between two collections of garbage: a worker makes many that live as long as an edition's page."""
GRACE = 1.0
"""Seconds that a worker has for leaving its job when the build has ended."""
_LIFELINES: WeakKeyDictionary[ProcessPoolExecutor, Connection] = WeakKeyDictionary()
"""What the main process holds of the processes that it began."""


class Crew(Protocol):
    """Those who do the work."""

    @property
    def workers(self) -> int:
        """How many they are."""

    @property
    def shares_disk(self) -> bool:
        """Whether they can write to the stage themselves."""

    def map(self, job: Callable[[O], R], orders: Iterable[O], weigh: Callable[[O], int]) -> Iterator[R]:
        """What the job gives back for each order; `weigh` says how many articles or files an order is."""

    def close(self) -> None:
        """Let everybody go."""


class CrewError(Exception):
    """A crew that can't do its work: what is wrong, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        """Say what is wrong."""
        super().__init__(message, hint)
        self.message = message
        self.hint = hint


class LocalCrew:
    """One machine: jobs of little work are done in this process, others in `workers` processes."""

    shares_disk = True

    def __init__(self, workers: int, progress: Progress) -> None:
        """Begin alone; processes are started when there is enough to do."""
        self.workers = workers
        self._progress = progress
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """The crew itself."""
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Let everybody go; at once, if something went wrong."""
        if error:
            end_processes()
        self.close()

    def map(self, job: Callable[[O], R], orders: Iterable[O], weigh: Callable[[O], int]) -> Iterator[R]:
        """As Crew says."""
        waiting = iter(orders)
        first, weight = [], 0
        for order in waiting if self.workers > 1 else ():
            first.append(order)
            weight += weigh(order)
            if weight >= ENOUGH and len(first) > 1:
                yield from in_window(self._submit, job, chain(first, waiting), lambda: self.workers * AHEAD)
                return
        for order in chain(first, waiting):
            with waited_for(self._progress):
                done = job(order)
            yield done

    def close(self) -> None:
        """As Crew says."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _submit(self, job: Callable[[O], R], order: O) -> _Pending[R]:
        if self._pool is None:
            self._pool = processes(self.workers)
        return _Pending(self._pool.submit(_work, job, order), self._progress)


@dataclass(frozen=True, slots=True)
class _Pending(Generic[R]):
    """An order that is on its way."""

    future: Future[R]
    progress: Progress

    def result(self) -> R:
        """What came of it, as soon as something did; meanwhile, who waits for the build hears that it is at work."""
        while not self.future.done():
            with suppress(TimeoutError):
                self.future.exception(BEAT)
            self.progress.beat()
        return self.future.result()

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self.future.cancel()


def processes(workers: int) -> ProcessPoolExecutor:
    """So many processes of this machine, for whoever has enough to do for them."""
    # Imported here: a build with little to do, or nothing, starts without them.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as said
    from multiprocessing import Pipe, get_all_start_methods, get_context  # noqa: PLC0415 - as said

    # A copy of this process has everything imported; one with threads must not be copied; Typst has some of its own.
    threads = threading.active_count() > 1 or "broadsheet.publishing.typesetter" in sys.modules
    fork = "fork" in get_all_start_methods() and not threads
    gc.freeze()
    theirs, ours = Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, get_context("fork" if fork else "spawn"), _begin, (theirs, ours))
    _LIFELINES[pool] = ours
    return pool


def end_processes() -> None:
    """End all that `processes` began, with what they are at: nobody waits for it any more."""
    for pool, lifeline in list(_LIFELINES.items()):
        lifeline.close()
        # Python before 3.12 writes on for ever to orders that are too large for a pipe which nobody reads (gh-94777).
        if queue := getattr(pool, "_call_queue", None):
            queue._reader.close()  # noqa: SLF001 - what Python does itself since
        # Who is ended in the middle of a large result leaves the pool waiting for the rest of it, since the pool itself
        # holds the pipe open.
        if queue := getattr(pool, "_result_queue", None):
            queue._writer.close()  # noqa: SLF001 - as above
        pool.shutdown(cancel_futures=True)


def in_window(
    submit: Callable[[Callable[[O], R], O], Any],
    job: Callable[[O], R],
    orders: Iterable[O],
    window: Callable[[], int],
) -> Iterator[R]:
    """Results in the order of the orders, with at most `window()` orders on their way, which may change."""
    under_way: deque[Any] = deque()
    try:
        for order in orders:
            under_way.append(submit(job, order))
            while len(under_way) >= window():
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()


def _begin(lifeline: Connection, far_end: Connection) -> None:
    # A worker that held the far end, too, would keep the others from seeing it close.
    far_end.close()
    # Ctrl-C goes to all processes of a terminal: the main one lets the workers go, who have nothing to say about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_hold, args=[lifeline], daemon=True).start()
    collect_seldom()


def _hold(lifeline: Connection) -> None:
    """End this process when the lifeline's far end is closed, by the main process or by its end."""
    lifeline.poll(None)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def _leave(*_: object) -> NoReturn:
    """Leave the job, once: the pool asks again while it is being left."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(1)


def _work(job: Callable[[O], R], order: O) -> R:
    """Do an order, in a worker."""
    try:
        return job(order)
    except SystemExit:
        # The pool would take it for the job's outcome, and begin the next one.
        os._exit(1)


def collect_seldom() -> None:
    """Look for garbage seldom: nearly all that a job makes is gone with its last name."""
    gc.set_threshold(COLLECT, 50, 50)


def crew_of(settings: Settings, progress: Progress) -> LocalCrew | ClusterCrew:
    """The crew that a build is to have."""
    if not settings.scheduler:
        return LocalCrew(settings.workers, progress)
    try:
        from broadsheet.publishing.cluster import ClusterCrew  # noqa: PLC0415 - an extra, for those who have a cluster
    except ImportError as error:
        raise CrewError(f"--scheduler needs more than is installed: {error}", "pip install -e '.[cluster]'") from error
    return ClusterCrew(settings.scheduler, settings.content_sent, settings.cache.resolve(), progress)
