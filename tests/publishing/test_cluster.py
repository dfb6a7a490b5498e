"""A Dask cluster as the crew: the same bytes as from this machine alone, also where workers are lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from broadsheet import cli
from broadsheet.publishing import crew
from broadsheet.publishing.crew import CrewError
from broadsheet.publishing.press import build
from broadsheet.publishing.progress import Silent

distributed = pytest.importorskip("distributed")
cluster = pytest.importorskip("broadsheet.publishing.cluster")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Newsroom

NOWHERE = "tcp://127.0.0.1:9"
OWN = (("3.11", "digest"), ["newspaper.yaml"], False)


@pytest.fixture(scope="module")
def three() -> Iterator[Any]:
    """A scheduler in this process, and three workers in processes of their own; one that is lost is replaced."""
    options = {"n_workers": 3, "threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
    with distributed.LocalCluster(host="127.0.0.1", silence_logs="CRITICAL", **options) as workers:
        yield workers


@pytest.fixture
def none() -> Iterator[Any]:
    """A scheduler that nobody works for, yet."""
    options = {"processes": False, "protocol": "tcp", "dashboard_address": ":0"}
    with distributed.LocalCluster(n_workers=0, host="127.0.0.1", silence_logs="CRITICAL", **options) as workers:
        yield workers


class Reaper(Silent):
    """Ends a worker that is at work, as soon as the first editions are made."""

    def __init__(self, workers: Any) -> None:
        self.ended = ""
        self._stage = ""
        self._client = distributed.Client(workers, set_as_default=False)
        self._pids = self._client.run(os.getpid)

    def begin(self, stage: str) -> None:
        self._stage = stage

    def reach(self, done: int, _: int) -> None:
        if self._stage == "editions" and done and not self.ended:
            for worker in (worker for worker, tasks in self._client.processing().items() if tasks and not self.ended):
                self.ended = worker
                os.kill(self._pids[worker], signal.SIGKILL)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a paper that was built on this machine alone."""
    return tmp_path_factory.mktemp("module") / "printed"


@pytest.fixture
def paper(newsroom: Newsroom, printed: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A month of editions, built on this machine alone; on the cluster, each will be an order of its own."""
    monkeypatch.setattr("broadsheet.publishing.editions_step.CHUNK", 1)
    if printed.exists():
        shutil.copytree(printed, newsroom.folder, dirs_exist_ok=True)
        return newsroom
    newsroom.write({"content/newspaper.yaml": "title: 津渡日报\nurl: https://jindu.example\n"})
    for day in range(1, 31):
        date = f"2025-04-{day:02}"
        newsroom.story(f"{date}/甲.md", f"今天是{date}。", date=date, section="要闻", byline="记者 王某")
        picture = {"src": "图.svg", "alt": "一图", "credit": "本报"}
        newsroom.story(f"{date}/乙.md", f"[上面](甲.md)见{date}。", date=date, images=[picture])
        newsroom.picture(f"{date}/图.svg")
    newsroom.built()
    shutil.copytree(newsroom.folder, printed)
    return newsroom


@pytest.mark.parametrize("shared", [True, False], ids=["a shared disk", "addresses, and pages sent back"])
def test_a_cluster_makes_the_same_bytes(
    paper: Newsroom, three: Any, monkeypatch: pytest.MonkeyPatch, *, shared: bool
) -> None:
    options: dict[str, Any] = {"scheduler": three.scheduler_address, "output": Path("there"), "cache": Path("cache")}
    if not shared:
        monkeypatch.setattr(cluster.ClusterCrew, "shares_disk", False)
        options |= {"content": f"file://{paper.folder}/content", "output": f"file://{paper.folder}/there"}
    published = paper.built(**options).published
    assert paper.outputs("there") == paper.outputs()
    assert published
    assert published.made == len(paper.outputs())
    assert [path.name for path in Path("cache").iterdir() if path.name.startswith("crew")] == []

    paper.story("2025-04-07/甲.md", "改了。", date="2025-04-07")
    paper.remove("content/2025-04-09/甲.md")
    paper.story("2025-04-09/乙.md", date="2025-04-09")
    there, here = (paper.built(**given).published for given in (options, {}))
    assert there == here
    assert paper.outputs("there") == paper.outputs()


def test_a_build_that_loses_a_worker_at_work_goes_on(paper: Newsroom, three: Any) -> None:
    reaper = Reaper(three)
    settings = replace(paper.settings, scheduler=three.scheduler_address, output=Path("there"), cache=Path("cache"))
    assert build(settings, reaper).diagnostics == ()
    assert reaper.ended
    assert paper.outputs("there") == paper.outputs()


def test_a_worker_that_does_not_see_the_content_is_named_at_once(newsroom: Newsroom, three: Any) -> None:
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe_file("/alone/content/a.md", b"---\ntitle: a\ndate: 2025-04-16\n---\n")
    with pytest.raises(CrewError) as told:
        newsroom.build(scheduler=three.scheduler_address, content="memory://alone/content")
    assert told.value.message.startswith("the worker tcp://127.0.0.1:")
    assert told.value.message.endswith(" sees something else in the content folder than this machine")


def test_work_that_ends_every_worker_ends_the_build(
    three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(three.scheduler, "allowed_failures", 0)
    with cluster.ClusterCrew(three.scheduler_address, tmp_path, tmp_path, Silent()) as workers:
        with pytest.raises(CrewError, match="1 workers ended one after another with the same work") as told:
            list(workers.map(os._exit, [1], len))
        assert told.value.hint == "perhaps for want of memory: give each worker more"


def test_what_a_job_raises_is_raised_after_some_tries(three: Any, tmp_path: Path) -> None:
    with (
        cluster.ClusterCrew(three.scheduler_address, tmp_path, tmp_path, Silent()) as workers,
        pytest.raises(FileNotFoundError, match="No such file"),
    ):
        list(workers.map(os.listdir, ["/no/such/folder", "/no/such/folder"], len))


def test_results_come_in_order_and_no_more_orders_are_taken_than_keep_everybody_busy(
    three: Any, tmp_path: Path
) -> None:
    taken = []

    def orders() -> Iterator[str]:
        for number in range(40):
            taken.append(number)
            yield "x" * number

    with cluster.ClusterCrew(three.scheduler_address, tmp_path, tmp_path, Silent()) as workers:
        lengths = workers.map(len, orders(), len)
        assert next(lengths) == 0
        assert len(taken) <= workers.workers * crew.AHEAD
        assert list(lengths) == list(range(1, 40))
        unheard = workers.map(len, orders(), len)
        next(unheard)
    unheard.close()  # after everybody has gone


def test_workers_that_join_are_given_work_and_when_all_have_gone_the_build_ends(
    none: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "BEAT", 0.1)
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with (
        cluster.ClusterCrew(none.scheduler_address, tmp_path, tmp_path, Silent()) as workers,
        pytest.raises(CrewError, match=r"no worker has been at tcp://.* for 0 s"),
    ):
        list(workers.map(len, ["a"], len))
    monkeypatch.setattr(cluster, "PATIENCE", 20)
    none.scale(1)
    with cluster.ClusterCrew(none.scheduler_address, tmp_path, tmp_path, Silent()) as workers:
        assert list(workers.map(len, ["a"], len)) == [1]
        threads = workers.workers
        none.scale(2)
        reached(lambda: workers.workers > threads)
        none.scale(0)
        reached(lambda: not workers.workers)
        monkeypatch.setattr(cluster, "PATIENCE", 0.5)
        with pytest.raises(CrewError, match="no worker has been"):
            list(workers.map(len, ["a"], len))


def test_a_scheduler_that_cannot_be_reached_is_a_machine_failure(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.3)
    newsroom.story("a.md", date="2025-04-16")
    result = CliRunner().invoke(cli.main, ["--scheduler", NOWHERE], prog_name="build.py")
    assert result.exit_code == 3, result.output
    first, *others = result.output.splitlines()
    assert first.startswith(f"broadsheet: error[machine-failed]: the cluster at {NOWHERE} can't be reached: ")
    assert others == ["  is its scheduler running, and may this machine talk to it?"]
    assert not Path("public").exists()


def test_a_scheduler_that_dask_cannot_speak_to_is_a_machine_failure(newsroom: Newsroom) -> None:
    """In a process of its own: Dask says what it can't let go of when all ends."""
    newsroom.story("a.md", date="2025-04-16")
    words = [sys.executable, str(cli.Path(cli.__file__).parents[1] / "build.py"), "--scheduler", "tls://127.0.0.1:9"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False, timeout=15)
    assert ran.returncode == 3
    first, *others = ran.stderr.splitlines()
    assert first.startswith(
        "broadsheet: error[machine-failed]: Dask can't speak to tls://127.0.0.1:9: TLS expects a `ssl"
    )
    assert others == ["  tls:// wants Dask's settings for it, ucx:// a library; tcp:// wants neither"]


def test_who_waits_hears_that_the_cluster_is_at_work(
    three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "BEAT", 0.1)
    heard = []

    class Waiting(Silent):
        def beat(self) -> None:
            heard.append("beat")

    with cluster.ClusterCrew(three.scheduler_address, tmp_path, tmp_path, Waiting()) as workers:
        list(workers.map(time.sleep, [0.8], len))
    assert len(heard) >= 3


def test_a_build_of_nothing_does_not_ask_for_the_cluster(newsroom: Newsroom) -> None:
    newsroom.story("a.md", date="2025-04-16")
    newsroom.built()
    assert newsroom.built(scheduler=NOWHERE).published


def test_without_the_library_a_cluster_is_a_machine_failure(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "broadsheet.publishing.cluster", None)
    newsroom.story("a.md", date="2025-04-16")
    result = CliRunner().invoke(cli.main, ["--scheduler", NOWHERE], prog_name="build.py")
    assert result.exit_code == 3
    assert "--scheduler needs more than is installed" in result.output
    assert "pip install -e '.[cluster]'" in result.output


@pytest.mark.parametrize(
    ("introduced", "python", "fault"),
    [
        (OWN, "3.11", None),
        ((OWN[0], OWN[1], True), "", None),
        (OWN, "3.12", ("runs Python 3.12, this machine 3.11", "let all run the same")),
        (
            PermissionError(13, "Permission denied"),
            "3.11",
            ("can't read the content folder: Permission denied", cluster.SHARE),
        ),
        (
            ModuleNotFoundError("No module named 'broadsheet'"),
            "3.11",
            ("can't work: ModuleNotFoundError: No module named 'broadsheet'", cluster.INSTALL),
        ),
        (
            (("3.11", "other"), OWN[1], False),
            "3.11",
            ("has another release of Broadsheet or of a library that it builds with", cluster.INSTALL),
        ),
        ((OWN[0], [], False), "3.11", ("sees something else in the content folder than this machine", cluster.SHARE)),
    ],
)
def test_a_worker_that_cannot_do_the_work_is_told_why(introduced: Any, python: str, fault: Any) -> None:
    assert cluster.fault_of(introduced, OWN, python) == fault


def test_who_comes_during_the_build_must_be_like_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Worker:
        address = "tcp://late:1"

    monkeypatch.setattr(cluster, "get_worker", Worker)
    probe = tmp_path / "probe"
    for terms in (cluster.Terms(("3.11", "other"), ""), cluster.Terms(cluster.card(), str(probe))):
        with pytest.raises(CrewError, match=r"the worker tcp://late:1, which came during the build, has another"):
            cluster.work(terms, len, "order")
    probe.touch()
    assert cluster.work(cluster.Terms(cluster.card(), str(probe)), len, "order") == len("order")
    assert cluster.writes_beside(probe)
    assert not cluster.writes_beside(tmp_path / "none")


@pytest.mark.parametrize(
    ("told", "python"), [({"host": {"python": "3.12.1.final.0"}}, "3.12"), ({"host": {}}, ""), (None, "")]
)
def test_the_python_of_a_worker(told: Any, python: str) -> None:
    assert cluster._python_of(told) == python


def test_a_worker_without_the_program_is_told_of() -> None:
    told = cluster._reason(ModuleNotFoundError("No module named 'broadsheet'"), ())
    assert (told.message, told.hint) == ("a worker can't work: No module named 'broadsheet'", cluster.INSTALL)


def reached(state: Callable[[], bool]) -> None:
    """Wait for a state, no longer than anybody would."""
    for _ in range(200):
        if state():
            return
        time.sleep(0.1)
    pytest.fail("not reached within 20 s")
