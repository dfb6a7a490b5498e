"""The one door to how much memory a build takes.

Linux tells of each process what its share is of the memory that it sees (PSS, in /proc/PID/smaps_rollup, proc(5)): a
page that a worker still has in common with the process it was copied from counts once in the sum of all of them. That
takes it 15 ms for the gigabyte that Pagefind comes to: of another program, which has hardly anything in common with us,
all that it has in memory counts (VmRSS, in /proc/PID/status), which is told at once.

It has no record of the highest share, so that it is looked at again and again, but not so often that it costs anything;
what comes and goes between two looks is missed. What one process had at most it does record, as other systems do: the
peak is never less than what the main one had.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from broadsheet.publishing import clock

PROC = Path("/proc")
EVERY = 0.25
"""Seconds from one look to the next, at least."""
REST = 100
"""How many times as long as a look took none follows it: a look at three processes takes about 2 ms."""


class Memory:
    """The most memory that this process and all that it started had at one time, as far as was seen, in bytes."""

    def __init__(self) -> None:
        """Begin with a look after a while: a short build needs none."""
        self._seen = 0
        self._next = clock.seconds() + EVERY

    def look(self) -> None:
        """Look how much it is now, if the last look was long enough ago."""
        began = clock.seconds()
        if began >= self._next:
            self._seen = max(self._seen, held())
            now = clock.seconds()
            self._next = now + max(EVERY, REST * (now - began))

    def peak(self) -> int:
        """The most there was; where the system doesn't tell of shares, the most that this process had, or 0."""
        return max(self._seen, highest())


def held() -> int:
    """Bytes that this process and all below it have now, shared ones once; 0 where the system doesn't tell."""
    own = _program(os.getpid())
    return sum(_held(PROC / str(process), shares=_program(process) == own) for process in _family(os.getpid())) * 1024


def highest() -> int:
    """The most bytes that this process ever had; 0 where the system doesn't tell.

    On Linux not what getrusage(2) says: that is inherited from the process which started this one.
    """
    if kilobytes := _kilobytes(PROC / "self/status", "VmHWM:"):
        return kilobytes * 1024
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _held(process: Path, *, shares: bool) -> int:
    return _kilobytes(process / "smaps_rollup", "Pss:") if shares else _kilobytes(process / "status", "VmRSS:")


def _program(process: int) -> str:
    """The file that a process runs, "" where that isn't told."""
    try:
        return os.readlink(PROC / str(process) / "exe")  # noqa: PTH115 - a name to compare, not a path
    except OSError:
        return ""


def _family(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for thread in _names(PROC / str(process) / "task"):
        for child in _words(PROC / str(process) / "task" / thread / "children"):
            found += _family(int(child))
    return found


def _kilobytes(file: Path, name: str) -> int:
    """The figure behind a name in one of the system's tables; 0 if there is none, or the process is gone."""
    words = _words(file)
    return int(words[words.index(name) + 1]) if name in words else 0


def _words(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return []


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names, not paths
    except OSError:
        return []
