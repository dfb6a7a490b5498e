"""What a build takes: seconds of its stages, and memory."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import clock, memory
from broadsheet.publishing.memory import Memory, held, highest
from broadsheet.publishing.progress import Silent, Spent, Timesheet, Together

if TYPE_CHECKING:
    from pathlib import Path

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no /proc")


def test_a_timesheet_gives_each_stage_its_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 1.0, 1.5, 2.5, 4.5, 5.0])
    monkeypatch.setattr(clock, "seconds", lambda: next(now))
    monkeypatch.setattr(Memory, "__init__", lambda _: None)
    monkeypatch.setattr(Memory, "look", lambda _: None)
    monkeypatch.setattr(Memory, "peak", lambda _: 7)
    sheet = Timesheet()
    for stage in ("look", "read", "look", "publish"):
        sheet.begin(stage)
        sheet.reach(1, 2)
    assert sheet.spent() == Spent(5.0, {"look": 2.5, "read": 1.0, "publish": 0.5}, 7)


def test_together_tells_everybody() -> None:
    told: list[tuple[object, ...]] = []

    class One(Silent):
        def begin(self, stage: str) -> None:
            told.append((self, stage))

        def reach(self, done: int, total: int) -> None:
            told.append((self, done, total))

        def beat(self) -> None:
            told.append((self,))

    first, second = One(), One()
    both = Together(first, second)
    both.begin("read")
    both.reach(1, 2)
    both.beat()
    assert told == [(first, "read"), (second, "read"), (first, 1, 2), (second, 1, 2), (first,), (second,)]


@linux
def test_the_memory_of_all_processes_counts() -> None:
    before = held()
    code = "x = bytearray(b'1' * 50_000_000); print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        assert before + 40_000_000 < held() < before + 200_000_000
        child.communicate(b"\n")
    assert held() < before + 40_000_000


INDEXING = """
import sys
from pathlib import Path
from broadsheet.publishing import crew, progress, search_index

def indexed(folder):
    search_index._run(folder, folder)

search_index.pagefind_bin.get_executable = lambda: sys.argv[1]
crew.ENOUGH = 2
sheet = progress.Timesheet()
with crew.LocalCrew(int(sys.argv[2]), sheet) as hands:
    list(hands.map(indexed, [Path(), Path()], lambda _: 1))
print(sheet.spent().memory)
"""


@linux
@pytest.mark.parametrize("workers", [1, 2])
def test_the_peak_is_pagefinds_where_that_takes_most(tmp_path: Path, workers: int) -> None:
    """It runs in a job, of the main process or of another, and is gone before anything more is done."""
    program = tmp_path / "pagefind"
    program.write_text(
        "#!/bin/sh\n{ head -c 300000000 /dev/zero; sleep 1; } | dd bs=300M iflag=fullblock of=/dev/null\n",
        encoding="ascii",
    )
    program.chmod(0o755)
    # In a process of its own: a browser that another test started would count, too.
    words = [sys.executable, "-c", INDEXING, str(program), str(workers)]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert 300_000_000 < int(told) < 1_500_000_000


@linux
def test_the_peak_is_what_was_seen_but_never_less_than_this_process_had(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(clock, "seconds", lambda: now)
    monkeypatch.setattr(memory, "held", lambda: 10**12)
    seen = Memory()
    seen.look()
    assert 10**7 < seen.peak() <= highest() < 10**11
    now = 1.0
    seen.look()
    assert seen.peak() == 10**12


@pytest.mark.parametrize(("took", "looks"), [(0.0, 40), (0.01, 10)])
def test_it_is_looked_at_seldom_where_a_look_takes_long(
    monkeypatch: pytest.MonkeyPatch, took: float, looks: int
) -> None:
    now = 0.0
    seen = []

    def slowly() -> int:
        nonlocal now
        now += took
        seen.append(now)
        return 1

    monkeypatch.setattr(clock, "seconds", lambda: now)
    monkeypatch.setattr(memory, "held", slowly)
    watching = Memory()
    while now < 10:
        now += 0.01
        watching.look()
    assert looks - 2 <= len(seen) <= looks


@pytest.mark.parametrize(("platform", "unit"), [("darwin", 1), ("freebsd14", 1024)])
def test_elsewhere_it_is_what_the_main_process_had(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, unit: int
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(memory, "PROC", tmp_path)
    monkeypatch.setattr(sys, "platform", platform)
    assert held() == 0
    assert 0 < highest() <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def test_a_system_that_tells_nothing_has_no_figure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "PROC", tmp_path)
    monkeypatch.setitem(sys.modules, "resource", None)
    assert Memory().peak() == 0
