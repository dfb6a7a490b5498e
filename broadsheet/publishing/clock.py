"""The one door to the clock."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo


def now(timezone: str) -> datetime:
    """The time, in a zone."""
    return datetime.now(ZoneInfo(timezone))


def seconds() -> float:
    """Seconds that only ever go forward, for measuring how long something takes."""
    return time.perf_counter()


_WALL = time.time_ns() - time.perf_counter_ns()


def stamp() -> int:
    """Nanoseconds since 1970 that in one process only ever go forward, and that other processes mean alike.

    Processes of one machine that were copied from one another agree exactly, others as well as their machines' clocks.
    """
    return _WALL + time.perf_counter_ns()
