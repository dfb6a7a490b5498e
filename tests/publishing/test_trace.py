"""The record of a build that a browser's profiler opens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from broadsheet.model.edition import EditionKey
from broadsheet.publishing import clock
from broadsheet.publishing.crew import LocalCrew
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.sources import ReadingOrder
from broadsheet.publishing.trace import MACHINE, Done, Trace, subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True)
class Order:
    """An order with whatever it is made of."""

    def __init__(self, **about: Any) -> None:
        self.__dict__.update(about)


@dataclass(frozen=True)
class Month:
    """As views name one."""

    year: int = 2025
    month: int = 4


@dataclass(frozen=True)
class Bundle:
    """As the search names one."""

    name: str = "2025-1"


def reading(*files: str) -> ReadingOrder:
    return ReadingOrder(Path("content"), "content", "Asia/Shanghai", tuple(((file, 1, 2), "", True) for file in files))


def double(order: int) -> int:
    return order * 2


def fail(_: int) -> int:
    raise ValueError("no")


def events(file: Path) -> list[dict[str, Any]]:
    whole = json.loads(file.read_bytes())
    assert set(whole) == {"traceEvents", "displayTimeUnit"}
    found: list[dict[str, Any]] = whole["traceEvents"]
    return found


def traced(file: Path, workers: int, count: int, weight: int) -> list[int]:
    with LocalCrew(workers, Silent()) as crew, Trace(file) as trace:
        trace.begin("look")
        trace.begin("editions")
        followed = trace.follow(crew)
        assert (followed.workers, followed.shares_disk) == (crew.workers, crew.shares_disk)
        done = []
        for result in followed.map(double, range(count), lambda _: weight):
            done.append(result)
            trace.reach(len(done), count)
        followed.close()
    return done


@pytest.mark.parametrize(("workers", "weight"), [(1, 1), (2, 1), (2, 500)])
def test_a_followed_crew_gives_the_same_and_every_job_is_a_span(tmp_path: Path, workers: int, weight: int) -> None:
    file = tmp_path / "trace.json"
    assert traced(file, workers, 20, weight) == [number * 2 for number in range(20)]
    spans = [event for event in events(file) if event["ph"] == "X"]
    jobs = [span for span in spans if span["cat"] == "job"]
    assert [(job["name"], job["args"]) for job in jobs] == [("double", {"about": "", "weight": weight})] * 20
    processes = {job["pid"] for job in jobs}
    assert (os.getpid() in processes) is (workers == 1 or weight == 1)
    stages = [(span["name"], span["args"]) for span in spans if span["cat"] == "stage"]
    assert stages == [("look", {}), ("editions", {"done": 20, "total": 20})]


@pytest.mark.parametrize("weight", [1, 500])
def test_the_file_is_in_the_format_that_profilers_open(tmp_path: Path, weight: int) -> None:
    """Each span has its five fields, those of a thread lie apart or within one another, each process has a name."""
    file = tmp_path / "trace.json"
    traced(file, 2, 20, weight)
    found = events(file)
    names = {event["pid"]: event["args"]["name"] for event in found if event["name"] == "process_name"}
    assert names[os.getpid()] == "broadsheet"
    assert sorted(names.values())[1:] == [f"worker {number}" for number in range(1, len(names))]
    spans = [event for event in found if event["ph"] == "X"]
    (whole,) = (span for span in spans if span["name"] == "editions")
    for span in spans:
        assert span["dur"] >= 0
        assert span["pid"] in names
        if span["cat"] == "job":
            assert whole["ts"] <= span["ts"] <= span["ts"] + span["dur"] <= whole["ts"] + whole["dur"]
    for one, other in combinations(spans, 2):
        if (one["pid"], one["tid"]) == (other["pid"], other["tid"]):
            first, second = sorted((one, other), key=lambda span: (span["ts"], -span["dur"]))
            end = first["ts"] + first["dur"]
            assert second["ts"] >= end - 0.001 or second["ts"] + second["dur"] <= end + 0.001


def test_a_build_that_fails_leaves_its_record(tmp_path: Path) -> None:
    def build() -> None:
        with LocalCrew(1, Silent()) as crew, Trace(tmp_path / "trace.json") as trace:
            trace.begin("read")
            list(trace.follow(crew).map(fail, [1], lambda _: 1))

    with pytest.raises(ValueError, match="no"):
        build()
    assert [event["name"] for event in events(tmp_path / "trace.json") if event["ph"] == "X"] == ["read"]


def test_processes_of_other_machines_stand_apart(tmp_path: Path) -> None:
    class Cluster:
        """Two machines whose processes happen to have one number."""

        workers = 2
        shares_disk = False

        def map(self, job: Callable[[Any], Any], orders: Iterable[Any], _: object) -> Iterator[Any]:
            for number, order in enumerate(orders):
                done = job(order)
                yield Done(done.result, done.began, done.took, (f"node{number % 2}", 17, 18))

        def close(self) -> None:
            """Nobody is there."""

    with Trace(tmp_path / "trace.json") as trace:
        assert list(trace.follow(Cluster()).map(double, [1, 2, 3], lambda _: 1)) == [2, 4, 6]
    names = {e["pid"]: e["args"]["name"] for e in events(tmp_path / "trace.json") if e["name"] == "process_name"}
    assert list(names.items())[1:] == [(MACHINE + 17, "worker 1 on node0"), (2 * MACHINE + 17, "worker 2 on node1")]


@pytest.mark.parametrize(
    ("order", "about"),
    [
        (Order(key=EditionKey(date(2025, 4, 16), "evening"), files=("a.md",)), "2025-04-16 evening"),
        ((Order(key=EditionKey(date(2025, 4, 16))),), "2025-04-16"),
        (
            tuple(Order(key=EditionKey(date(2025, 4, day)), files=()) for day in (16, 17, 18)),
            "2025-04-16 to 2025-04-18",
        ),
        (Order(month=(2025, 4), entries=()), "2025-04"),
        (Order(ref=Month(), entries=()), "2025-04"),
        (Order(bundle=Bundle(), context=b""), "2025-1"),
        (reading("a.md"), "a.md"),
        (reading("a.md", "b.md", "c.md"), "a.md to c.md"),
        (reading("a.md", "b.md"), "a.md to b.md"),
        (Order(), ""),
        (5, ""),
    ],
)
def test_what_an_order_is_about(order: object, about: str) -> None:
    assert subject(order) == about


def test_stamps_of_other_processes_can_be_compared() -> None:
    code = "from broadsheet.publishing import clock; print(clock.stamp())"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    before = clock.stamp()
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert before - 10_000_000 <= int(ran.stdout) <= clock.stamp() + 10_000_000
