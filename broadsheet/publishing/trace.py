"""A record of who did what when in a build, for a profiler: the stages of the main process, and every job.

The file is in the Trace Event Format, which chrome://tracing, Perfetto and the Firefox Profiler open: a JSON object
whose `traceEvents` are spans (`ph` X, with `ts` and `dur` in microseconds, `ts` from the start of the build) and names
of processes (`ph` M). A job's span has in its `args` what it was `about` (an edition, a month, files) and its `weight`,
the number of articles or files that the crew was told. Processes of other machines get numbers that no process of this
one can have.
"""

from __future__ import annotations

import json
import os
import platform
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from broadsheet.publishing import clock, disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from broadsheet.publishing.crew import Crew

O = TypeVar("O")  # noqa: E741 - an order
R = TypeVar("R")

MACHINE = 10_000_000
"""What a machine's process numbers begin with, times its own number: more than any process has."""
Where = tuple[str, int, int]
"""A machine's name, a process and a thread of it."""


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What a job gave back, when it began, how long it took (nanoseconds), and where it was done."""

    result: R
    began: int
    took: int
    where: Where


@dataclass(frozen=True, slots=True)
class Timed(Generic[O, R]):
    """A job that says when it was done; as easily sent anywhere as the job itself."""

    job: Callable[[O], R]

    def __call__(self, order: O) -> Done[R]:
        """Do it."""
        began = clock.stamp()
        result = self.job(order)
        return Done(result, began, clock.stamp() - began, here())


class Trace:
    """The record of one build: one of those who wait, and the one who looks over the crew's shoulder."""

    def __init__(self, file: Path) -> None:
        """Begin; the record is written to `file` in the end."""
        self._file = file
        self._started = self._since = clock.stamp()
        self._stage = ""
        self._reached: dict[str, int] = {}
        self._machines: dict[str, int] = {}
        self._events: list[dict[str, Any]] = []
        self._named: set[int] = set()
        self._process = self._known(here())

    def __enter__(self) -> Self:
        """The record itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Write the file, also where the build failed. Raises OSError."""
        self.begin("")
        whole = {"traceEvents": self._events, "displayTimeUnit": "ms"}
        disk.write(self._file, json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode())

    def begin(self, stage: str) -> None:
        """The stage before is a span from its beginning to now."""
        now = clock.stamp()
        if self._stage:
            self._span(self._stage, "stage", Done(None, self._since, now - self._since, here()), self._reached)
        self._stage, self._since, self._reached = stage, now, {}

    def reach(self, done: int, total: int) -> None:
        """Keep how far the stage came."""
        self._reached = {"done": done, "total": total}

    def beat(self) -> None:
        """Nothing to keep."""

    def follow(self, crew: Crew) -> Crew:
        """A crew that does the same, and whose jobs are written down."""
        return _Followed(crew, self)

    def note(self, name: str, done: Done[Any], about: str, weight: int) -> None:
        """Write down a job."""
        self._span(name, "job", done, {"about": about, "weight": weight})

    def _span(self, name: str, kind: str, done: Done[Any], args: dict[str, Any]) -> None:
        times = {"ts": (done.began - self._started) / 1000, "dur": done.took / 1000}
        place = {"pid": self._known(done.where), "tid": done.where[2]}
        self._events.append({"name": name, "cat": kind, "ph": "X", **times, **place, "args": args})

    def _known(self, where: Where) -> int:
        """The number of a process, which gets its name when it turns up."""
        machine, process, thread = where
        number = self._machines.setdefault(machine, len(self._machines)) * MACHINE + process
        if number not in self._named:
            name = f"worker {len(self._named)}" if self._named else "broadsheet"
            name += "" if number == process else f" on {machine}"
            place = {"ph": "M", "pid": number, "tid": thread}
            self._events.append({"name": "process_name", **place, "args": {"name": name}})
            self._events.append({"name": "process_sort_index", **place, "args": {"sort_index": len(self._named)}})
            self._named.add(number)
        return number


class _Followed:
    """A crew whose jobs are timed where they are done."""

    def __init__(self, crew: Crew, trace: Trace) -> None:
        self._crew = crew
        self._trace = trace

    @property
    def workers(self) -> int:
        """As Crew says."""
        return self._crew.workers

    @property
    def shares_disk(self) -> bool:
        """As Crew says."""
        return self._crew.shares_disk

    def map(self, job: Callable[[O], R], orders: Iterable[O], weigh: Callable[[O], int]) -> Iterator[R]:
        """As Crew says."""
        under_way: deque[tuple[str, int]] = deque()

        def noted() -> Iterator[O]:
            for order in orders:
                under_way.append((subject(order), weigh(order)))
                yield order

        for done in self._crew.map(Timed(job), noted(), weigh):
            self._trace.note(job.__name__, done, *under_way.popleft())
            yield done.result

    def close(self) -> None:
        """As Crew says."""
        self._crew.close()


def here() -> Where:
    """The machine, process and thread that asks."""
    return platform.node(), os.getpid(), threading.get_native_id()


def subject(order: object) -> str:
    """What an order is about, for people: its edition, month, bundle or file; of several, the first and the last."""
    about = ""
    match order:
        case (only,):
            about = subject(only)
        case (first, *_, last):
            about = f"{subject(first)} to {subject(last)}"
        case object(key=edition):
            about = edition.name
        case object(bundle=bundle):
            about = bundle.name
        case object(ref=object(year=year, month=month)) | object(month=(year, month)):
            about = f"{year:04}-{month:02}"
        case object(files=((first, *_), *_, (last, *_))):
            about = f"{first} to {last}"
        case object(files=((only, *_),)):
            about = only
    return about
