"""How far a build is, as a line at the foot of a terminal: the stage, a bar, what is done, how fast, how long still.

It is drawn when the build says how far it is, or that it is still at work, by the thread that builds: a thread of its
own would keep the crew from copying the process. Rich is imported with the first line that is drawn, so that a short
build does without.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Self

from broadsheet.publishing import clock
from broadsheet.publishing.progress import Silent

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import TextIO

    from rich.progress import Progress as RichProgress

    from broadsheet.publishing.progress import Progress

PATIENCE = 0.5
"""Seconds of a build before anything is drawn: a line that flashes up says nothing."""
EVERY = 0.2
"""Seconds from one drawing to the next: it takes 1 ms, so that drawing costs 0.5% at most."""
STAGES = {
    "look": ("looking around", "files"),
    "read": ("reading", "files"),
    "editions": ("making editions", "stories"),
    "pictures": ("making copies of pictures", "pictures"),
    "months": ("making months", "months"),
    "site": ("making the rest", "files"),
    "search": ("indexing", "stories"),
    "publish": ("publishing", "files"),
    "check": ("checking", "pages"),
}
"""Each stage of a build in words, and what it counts."""


def bar_for(stream: TextIO, *, quiet: bool) -> AbstractContextManager[Progress]:
    """A line on `stream`; nothing for who wants quiet, for a file or a pipe, a terminal that can't, or a CI service."""
    if quiet or not stream.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return nullcontext(Silent())
    return Bar(stream)


class Bar:
    """The line; it is gone when the `with` that opened it is left, in whatever way."""

    def __init__(self, stream: TextIO) -> None:
        """Draw nothing yet."""
        self._stream = stream
        self._next = clock.seconds() + PATIENCE
        self._begun = 0.0
        self._words, self._unit = "", ""
        self._reached = (0, 0)
        self._line: RichProgress | None = None

    def __enter__(self) -> Self:
        """The line itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away."""
        if self._line:
            self._line.stop()

    def begin(self, stage: str) -> None:
        """Draw at once, if anything is drawn yet: a stage need not say how far it is."""
        self._begun = clock.seconds()
        self._words, self._unit = STAGES[stage]
        self._reached = (0, 0)
        if self._line:
            self._draw(self._line)

    def reach(self, done: int, total: int) -> None:
        """Draw, if it is time."""
        self._reached = (done, total)
        self.beat()

    def beat(self) -> None:
        """Draw again what is known, if it is time: how long it has taken has changed."""
        if clock.seconds() < self._next:
            return
        if self._line is None:
            self._line = _line(self._stream)
        self._draw(self._line)

    def _draw(self, line: RichProgress) -> None:
        done, total = self._reached
        said = pace(done, total, self._unit, clock.seconds() - self._begun)
        (task,) = line.task_ids
        line.update(task, description=self._words, completed=done, total=total or 1, said=said)
        line.start()
        line.refresh()
        self._next = clock.seconds() + EVERY


def pace(done: int, total: int, unit: str, seconds: float) -> str:
    """`45,210/120,000 stories, 1,234/s, 1 min left`: how much is done after some seconds, how fast, how long still.

    Before anything is done, how long it has taken: `0/120,000 stories, 12 s so far`, `12 s so far` of an unknown total.
    """
    said = [f"{done:,}/{total:,} {unit}"] if total else []
    if done and seconds > 0:
        rate = done / seconds
        said += [f"{rate:,.{0 if rate >= 10 else 1}f}/s", f"{_span((total - done) / rate)} left"]
    elif seconds >= 1:
        said.append(f"{_span(seconds)} so far")
    return ", ".join(said)


def _span(seconds: float) -> str:
    if seconds < 59.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def _line(stream: TextIO) -> RichProgress:
    from rich.console import Console  # noqa: PLC0415 - as the module says
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415 - as the module says

    line = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        TextColumn("{task.fields[said]}", markup=False),
        console=Console(file=stream),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        expand=True,
    )
    line.add_task("", said="")
    return line
