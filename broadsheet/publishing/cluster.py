"""The workers of a Dask cluster as the crew of a build (extra `cluster`).

The scheduler hands an order whose worker is lost to another one, and gives up on an order that several workers ended
with (its `allowed-failures`, 3 by default). Who works must have this very program: everybody is asked before the first
order, and again with every order, since workers come and go. They must see the content folder, too. Where all of them
see the cache folder, they write pages to the stage in it themselves; else pages come back with the results.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import threading
import uuid
from asyncio import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from distributed import Client, Future, KilledWorker, get_worker, wait

from broadsheet.publishing import clock, disk
from broadsheet.publishing.crew import AHEAD, CrewError, end_processes, in_window
from broadsheet.publishing.edition_order import EditionOrder
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.shelf import shelf_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from broadsheet.publishing.progress import Progress

O = TypeVar("O")  # noqa: E741 - an order
R = TypeVar("R")

CONNECT = 10
"""Seconds to wait for the scheduler to answer."""
PATIENCE = 30.0
"""Seconds without any worker after which a build gives up: new ones may be on their way."""
BEAT = 1.0
"""Seconds between two looks at who is there."""
RETRIES = 2
"""How often an order that failed is tried again, perhaps by another worker: a disk may fail for a moment."""
_AT_WORK = threading.Lock()
"""Held by a worker's thread that is at work. The tools of a bench are for one thread."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms orders are done: with which program (see `card`), and whether `probe` must be seen, "" for not."""

    card: tuple[str, str]
    probe: str


class ClusterCrew:
    """The workers of the cluster whose scheduler is at an address such as `tcp://host:8786`.

    It is asked when there is something to do, and not before. Raises CrewError wherever the cluster fails.
    """

    def __init__(self, scheduler: str, content: Path | str, cache: Path, progress: Progress) -> None:
        """Take the scheduler's address, the content folder and the cache folder, as others are to find them."""
        self._scheduler = scheduler
        self._content = content
        self._progress = progress
        self._probe = cache / f"crew-{uuid.uuid4().hex}"
        self._client: Client | None = None
        self._threads = 0
        self._looked = -math.inf
        self._manned = clock.seconds()

    def __enter__(self) -> Self:
        """The crew itself."""
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Let everybody go; of this machine's own processes, which look at the outputs, at once if anything failed."""
        if error:
            end_processes()
        self.close()

    @property
    def workers(self) -> int:
        """Threads of all workers that there are now."""
        self.look()
        return self._threads

    @property
    def shares_disk(self) -> bool:
        """Whether every worker writes to the cache folder as we do."""
        return self._met[1].probe != ""

    def map(
        self,
        job: Callable[[O], R],
        orders: Iterable[O],
        weigh: Callable[[O], int],  # noqa: ARG002 - on a cluster, even one order is worth sending
    ) -> Iterator[R]:
        """As Crew says."""
        client, terms = self._met

        # The context goes with every order. Left with the workers once, it would be lost with the one that has it, and
        # is a small part of what the pages weigh that come back.
        def submit(job: Callable[[O], R], order: O) -> _Pending:
            with self.reaching():
                return _Pending(self, client.submit(work, terms, job, order, pure=False, retries=RETRIES), order)

        return in_window(submit, job, orders, lambda: max(1, self.workers) * AHEAD)

    def close(self) -> None:
        """As Crew says."""
        self._probe.unlink(missing_ok=True)
        if self._client:
            self._client.close()

    def look(self) -> None:
        """Count the threads again, if that was not done just now. Raises CrewError where all workers are long gone."""
        now = clock.seconds()
        if now - self._looked < BEAT:
            return
        with self.reaching():
            self._threads = sum(self._met[0].nthreads().values())
        self._looked = now
        if self._threads:
            self._manned = now
        elif now - self._manned > PATIENCE:
            raise self._unmanned()

    def beat(self) -> None:
        """Tell who waits that nothing more is done yet, and look whether anybody is at it."""
        self._progress.beat()
        self.look()

    @contextmanager
    def reaching(self) -> Iterator[None]:
        """What Dask says where the cluster can't be reached, or not any more, as a CrewError."""
        try:
            yield
        except (OSError, CancelledError) as error:
            message = f"the cluster at {self._scheduler} can't be reached: {' '.join(str(error).split())}"
            raise CrewError(message, "is its scheduler running, and may this machine talk to it?") from error

    @cached_property
    def _met(self) -> tuple[Client, Terms]:
        """The cluster, when everybody there is known. Raises CrewError for a worker that can't do the work."""
        disk.write(self._probe, b"")
        with self.reaching():
            client = self._client = self._connected()
            try:
                client.wait_for_workers(1, timeout=PATIENCE)
            except TimeoutError:
                raise self._unmanned() from None
            versions: Any = client.get_versions()
            pythons = {worker: _python_of(told) for worker, told in versions["workers"].items()}
            found = client.run(introduce, self._content, str(self._probe), on_error="return")
        own = introduce(self._content, "")
        for worker, introduced in sorted(found.items()):
            fault = fault_of(introduced, own, pythons.get(worker, ""))
            if fault:
                raise CrewError(f"the worker {worker} {fault[0]}", fault[1])
        shared = all(writes for *_, writes in found.values())
        return client, Terms(own[0], str(self._probe) if shared else "")

    def _connected(self) -> Client:
        try:
            return _Client(self._scheduler, timeout=CONNECT, set_as_default=False, name="broadsheet")  # type: ignore[no-untyped-call] # Dask's own has no types
        except (ImportError, RuntimeError, TypeError, ValueError) as error:
            message = f"Dask can't speak to {self._scheduler}: {' '.join(str(error).split())}"
            raise CrewError(
                message, "tls:// wants Dask's settings for it, ucx:// a library; tcp:// wants neither"
            ) from error

    def _unmanned(self) -> CrewError:
        message = f"no worker has been at {self._scheduler} for {PATIENCE:.0f} s"
        return CrewError(message, f"start some: dask worker {self._scheduler} --nthreads 1")


class _Client(Client):
    """A client that lets go in silence of a scheduler which it never met, instead of waiting for it."""

    def __del__(self) -> None:
        """Close what is open."""
        if self.status != "connecting":
            super().__del__()  # type: ignore[no-untyped-call] # Dask's own has no types


@dataclass(frozen=True, slots=True)
class _Pending:
    """An order that is on its way."""

    crew: ClusterCrew
    future: Future[Any]
    order: Any

    def result(self) -> Any:  # noqa: ANN401 - what the job gives back
        """What came of it, as soon as something did."""
        with self.crew.reaching(), self.future.client.as_current():
            while not self.future.done():
                try:
                    wait(self.future, timeout=BEAT)
                except TimeoutError:
                    self.crew.beat()
            error = self.future.exception() if self.future.status == "error" else None
            if error is None:
                return self.future.result()
        raise _reason(error, self.order)

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        if self.future.client.status == "running":
            self.future.cancel()


Introduction = tuple[tuple[str, str], list[str], bool]
"""A worker's card, what it sees in the content folder, and whether it writes beside the probe as we do."""


def card() -> tuple[str, str]:
    """Which Python and which program this is: two that are equal make the same bytes."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}", fingerprint()


def introduce(content: Path | str, probe: str) -> Introduction:
    """Said by each worker. Raises OSError for a content folder that can't be read."""
    if isinstance(content, Path):
        names = [entry.name for entry in disk.entries(str(content))]
    else:
        names = shelf_of(content).names("")
    return card(), names, writes_beside(Path(probe))


def writes_beside(probe: Path) -> bool:
    """Whether this process sees a file, and leaves files beside it that its owner can move."""
    try:
        owner = probe.stat().st_uid
        with tempfile.TemporaryFile(dir=probe.parent) as file:
            return owner == os.fstat(file.fileno()).st_uid
    except OSError:
        return False


def work(terms: Terms, job: Callable[[O], R], order: O) -> R:
    """Do an order, on a worker. Raises CrewError where that would not be what the build expects."""
    if card() != terms.card or (terms.probe and not Path(terms.probe).exists()):
        message = f"the worker {get_worker().address}, which came during the build, has another program or disk"
        raise CrewError(message, "give all workers the same, and build again")
    with _AT_WORK:
        return job(order)


def fault_of(introduced: Introduction | BaseException, own: Introduction, python: str) -> tuple[str, str] | None:
    """Why a worker that introduces itself so can't do the work, and what to do about it; None if it can.

    `own` is how we would introduce ourselves; `python` is the worker's as Dask knows it, "" where it doesn't.
    """
    if python and python != own[0][0]:
        return f"runs Python {python}, this machine {own[0][0]}", "let all run the same"
    if isinstance(introduced, OSError):
        return f"can't read the content folder: {introduced.strerror or introduced}", SHARE
    if isinstance(introduced, BaseException):
        return f"can't work: {type(introduced).__name__}: {introduced}", INSTALL
    if introduced[0] != own[0]:
        return "has another release of Broadsheet or of a library that it builds with", INSTALL
    if introduced[1] != own[1]:
        return "sees something else in the content folder than this machine", SHARE
    return None


INSTALL = "install there what is installed here, all at the same releases, and start it again"
SHARE = "all must find the same folder under one path; or put it where all can read it: --content s3://…"


def _python_of(told: Mapping[str, Any] | None) -> str:
    """3.11, of the versions that Dask tells of a worker."""
    return ".".join(str(((told or {}).get("host") or {}).get("python", "")).split(".")[:2])


def _reason(error: BaseException, order: Any) -> BaseException:  # noqa: ANN401 - any job's
    """Why an order failed: what the job raised, or what became of the workers."""
    if isinstance(error, KilledWorker):
        parts = order if isinstance(order, tuple) else (order,)
        names = [part.key.name for part in parts if isinstance(part, EditionOrder)]
        which = f" (editions {names[0]} to {names[-1]})" if names else ""
        message = f"{error.allowed_failures + 1} workers ended one after another with the same work{which}"
        return CrewError(message, "perhaps for want of memory: give each worker more")
    if isinstance(error, ImportError):
        return CrewError(f"a worker can't work: {error}", INSTALL)
    return error
