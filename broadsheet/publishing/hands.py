"""Threads that set type, each with a typesetter of its own: Typst and the encoders let go of Python at work."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

from broadsheet.publishing.progress import BEAT, beat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from broadsheet.publishing.typesetter import Typesetter

T = TypeVar("T")


class Hands:
    """Those who set an edition's pages. What they bring back is taken in the thread that waits for them."""

    def __init__(self, typesetters: Callable[[int], Sequence[Typesetter]], most: int) -> None:
        """Begin with nobody: they come as they are needed, at most so many. `typesetters` gives the first so many."""
        self._typesetters = typesetters
        self._most = most
        self._idle: list[Typesetter] = []
        self._at_work: dict[Future[Any], tuple[Typesetter, Callable[[Any], None]]] = {}
        self._threads = ThreadPoolExecutor(most)

    def __enter__(self) -> Self:
        """Themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let them end what they are at, which is then lost."""
        self._threads.shutdown(cancel_futures=True)

    @property
    def are_free(self) -> bool:
        """Whether one of them has nothing to do."""
        return len(self._at_work) < self._most

    @property
    def are_busy(self) -> bool:
        """Whether one of them is at work."""
        return bool(self._at_work)

    def begin(self, task: Callable[[Typesetter], T], then: Callable[[T], None]) -> None:
        """Have one that is free do a task; `then` gets what comes of it, when it is waited for."""
        count = len(self._at_work) + 1
        typesetter = self._idle.pop(0) if self._idle else self._typesetters(count)[count - 1]
        self._at_work[self._threads.submit(partial(task, typesetter))] = typesetter, then

    def take(self) -> None:
        """Wait until a task is done, and take what came of those that are. Raises what a task raised.

        Of several tasks that fail it is the one that was begun first, as if there were but one thread.
        """
        done: set[Future[Any]] = set()
        while not done:
            done, _ = wait(self._at_work, BEAT, FIRST_COMPLETED)
            beat()
        if any(future.exception() for future in done):
            done, _ = wait(self._at_work)
        for future in [future for future in self._at_work if future in done]:
            typesetter, then = self._at_work.pop(future)
            self._idle.append(typesetter)
            then(future.result())
