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
