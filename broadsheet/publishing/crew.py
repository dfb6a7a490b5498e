"""Who does the work: this process, one process a core, or the workers of a Dask cluster.

Jobs are functions of the package and orders are values, so that both can be sent anywhere. Results come back in the
order of the orders, while later ones are still at work; no more are on their way than keep everybody busy.
"""

from __future__ import annotations

import gc
import signal
import threading
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor

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

    def __exit__(self, *_: object) -> None:
        """Let everybody go."""
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
        yield from map(job, chain(first, waiting))

    def close(self) -> None:
        """As Crew says."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _submit(self, job: Callable[[O], R], order: O) -> Future[R]:
        if self._pool is None:
            self._pool = processes(self.workers)
        return self._pool.submit(job, order)


def processes(workers: int) -> ProcessPoolExecutor:
    """So many processes of this machine, for whoever has enough to do for them."""
    # Imported here: a build with little to do, or nothing, starts without them.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as said
    from multiprocessing import get_all_start_methods, get_context  # noqa: PLC0415 - as said

    # A copy of this process has everything imported; one with threads must not be copied.
    fork = "fork" in get_all_start_methods() and threading.active_count() == 1
    gc.freeze()
    return ProcessPoolExecutor(workers, get_context("fork" if fork else "spawn"), _begin)


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


def _begin() -> None:
    # Ctrl-C goes to all processes of a terminal: the main one lets the workers go, who have nothing to say about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


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
    return ClusterCrew(settings.scheduler, settings.content_sent, settings.cache.resolve())
