"""How far a build is: what it tells whoever waits for it, and what is known of it afterwards."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from broadsheet.publishing import clock
from broadsheet.publishing.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STAGES = ("look", "read", "editions", "pictures", "months", "site", "search", "publish", "check")
"""The stages of a build, in their order."""
BEAT = 0.25
"""Seconds after which who waits hears that the build is still at work, though nothing more of it is done."""


class Progress(Protocol):
    """Somebody who waits."""

    def begin(self, stage: str) -> None:
        """A stage of STAGES begins; the one before it is done."""

    def reach(self, done: int, total: int) -> None:
        """So much of the stage is done; `total` may still grow."""

    def beat(self) -> None:
        """Time goes by, and the build with it: nothing more is done yet."""


class Silent:
    """Nobody waits."""

    def begin(self, stage: str) -> None:
        """Say nothing."""

    def reach(self, done: int, total: int) -> None:
        """Say nothing."""

    def beat(self) -> None:
        """Say nothing."""


class Together:
    """Several who wait."""

    def __init__(self, *waiting: Progress) -> None:
        """Take them in the order in which they are told."""
        self._waiting = waiting

    def begin(self, stage: str) -> None:
        """Tell everybody."""
        for somebody in self._waiting:
            somebody.begin(stage)

    def reach(self, done: int, total: int) -> None:
        """Tell everybody."""
        for somebody in self._waiting:
            somebody.reach(done, total)

    def beat(self) -> None:
        """Tell everybody."""
        for somebody in self._waiting:
            somebody.beat()


_HERE: ContextVar[Progress | None] = ContextVar("here", default=None)


@contextmanager
def waited_for(progress: Progress) -> Iterator[None]:
    """A job that is done in the process of the build itself, so that it can tell who waits that it is at work."""
    token = _HERE.set(progress)
    try:
        yield
    finally:
        _HERE.reset(token)


def beat() -> None:
    """Said every BEAT seconds by a job that waits for something itself; heard where the build is of this process."""
    if progress := _HERE.get():
        progress.beat()


@dataclass(frozen=True, slots=True)
class Spent:
    """What a build took: seconds in all and of each stage, and the most memory at one time, in bytes (see `memory`)."""

    seconds: float
    stages: Mapping[str, float]
    memory: int


class Timesheet:
    """Writes down what a build takes."""

    def __init__(self) -> None:
        """Begin to measure."""
        self._memory = Memory()
        self._started = self._since = clock.seconds()
        self._stage = ""
        self._stages: dict[str, float] = {}

    def begin(self, stage: str) -> None:
        """The time goes to another stage from now on; a stage may begin again."""
        now = clock.seconds()
        if self._stage:
            self._stages[self._stage] = self._stages.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now
        self._memory.look()

    def reach(self, _done: int, _total: int) -> None:
        """Have a look at the memory."""
        self._memory.look()

    def beat(self) -> None:
        """Have a look at the memory: jobs of other processes take most of it while nothing is done yet."""
        self._memory.look()

    def spent(self) -> Spent:
        """What was taken up to now."""
        self.begin("")
        return Spent(self._since - self._started, dict(self._stages), self._memory.peak())
