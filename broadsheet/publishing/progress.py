"""How far a build is: what it tells whoever waits for it, and what is known of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from broadsheet.publishing import clock
from broadsheet.publishing.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Mapping

STAGES = ("look", "read", "editions", "months", "site", "search", "publish", "check")
"""The stages of a build, in their order."""


class Progress(Protocol):
    """Somebody who waits."""

    def begin(self, stage: str) -> None:
        """A stage of STAGES begins; the one before it is done."""

    def reach(self, done: int, total: int) -> None:
        """So much of the stage is done; `total` may still grow."""


class Silent:
    """Nobody waits."""

    def begin(self, stage: str) -> None:
        """Say nothing."""

    def reach(self, done: int, total: int) -> None:
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

    def spent(self) -> Spent:
        """What was taken up to now."""
        self.begin("")
        return Spent(self._since - self._started, dict(self._stages), self._memory.peak())
