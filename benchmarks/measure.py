"""What one command costs: time on the clock, time on the processors, and memory at its peak.

Memory is the sum of the proportional set size (PSS) of the command's process and all that descend from it, read from
`/proc/PID/smaps_rollup`: a page that n processes share counts 1/n in each, so forked workers aren't counted twice. The
reading is done every 50 ms, less often where a reading takes long, so that it takes a twentieth of one core at most.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EVERY = 0.05
SPARE = 19
"""A rest after a reading takes at least so many times the reading's own time."""


@dataclass(frozen=True)
class Cost:
    """What a run took; `fault` tells why one didn't end well."""

    wall: float
    """Seconds."""
    cpu: float
    """User and system seconds of the process and of all the descendants that were waited for."""
    peak: int
    """Bytes of PSS."""
    fault: str = ""


def measured(
    words: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None, timeout: float = 7200
) -> Cost:
    """Run a command in a folder. It gets a process group of its own, which is ended after `timeout` seconds."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            words,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        late = threading.Event()
        alarm = threading.Timer(timeout, _end, (process.pid, late))
        watch = _Watch(process.pid)
        alarm.start()
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        alarm.cancel()
        watch.ended.set()
        watch.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        fault = f"took longer than {timeout:.0f} s" if late.is_set() else ""
        if process.returncode and not fault:
            said.seek(max(0, said.seek(0, os.SEEK_END) - 2000))
            fault = f"exit status {process.returncode}: {said.read().decode(errors='replace').strip()}"
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.peak, fault)


def _end(group: int, late: threading.Event) -> None:
    late.set()
    os.killpg(group, signal.SIGKILL)


class _Watch(threading.Thread):
    """Keeps the highest memory of a process and its descendants."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.ended = threading.Event()

    def run(self) -> None:
        """Read until `ended` is set."""
        rest = 0.0
        while not self.ended.wait(rest):
            started = time.perf_counter()
            self.peak = max(self.peak, sum(map(proportional, family(self.pid))))
            rest = max(EVERY, SPARE * (time.perf_counter() - started))


def family(pid: int) -> Iterator[int]:
    """A process and its descendants, as far as they live."""
    yield pid
    try:
        threads = os.listdir(f"/proc/{pid}/task")  # noqa: PTH208 - read often, and names are all that is wanted
    except OSError:
        return
    for thread in threads:
        try:
            children = Path(f"/proc/{pid}/task/{thread}/children").read_text(encoding="ascii")
        except OSError:
            continue
        for child in children.split():
            yield from family(int(child))


def proportional(pid: int) -> int:
    """The PSS of a process in bytes, 0 if it has ended."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) * 1024 for row in rows if row.startswith(b"Pss:")), 0)
