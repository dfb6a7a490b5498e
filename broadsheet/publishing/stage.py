"""Where a new paper is made whole before any of it is published.

Outputs that are made again are written below the cache folder, each unit's by whoever makes it; `publish` moves them
into place, each at once, and only then deletes what the paper no longer has, and only files that the ledger knows to be
its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from broadsheet.publishing import disk
from broadsheet.publishing.crew import in_window
from broadsheet.publishing.history import History
from broadsheet.publishing.shelf import LocalShelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from broadsheet.publishing.history import Made
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.shelf import Shelf

Left = tuple[str, int, int]
"""How an output was left: its SHA-256, its size and its time."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build changed, in numbers of files below the output folder."""

    made: int
    removed: int
    kept: int


@dataclass(slots=True)
class Tray:
    """What one unit makes: written below `stage` as it is made, but for what stands in the output folder already.

    `known` is how those of the unit's outputs were left the last time that still stand so. Without a `stage` (a machine
    that doesn't share the disk) the bytes are in `data`. `outputs` is how all will be left, `made` those that are new.
    """

    stage: Path | None
    known: Mapping[str, Left]
    outputs: dict[str, Left] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    data: dict[str, bytes] = field(default_factory=dict)

    def put(self, path: str, data: bytes) -> None:
        """Add an output's bytes."""
        digest = disk.digest(data)
        if self.keep(path, digest):
            return
        self.made.append(path)
        if self.stage is None:
            self.data[path] = data
            self.outputs[path] = (digest, len(data), 0)
        else:
            self.outputs[path] = (digest, *_written(f"{self.stage}/{path}", data))

    def keep(self, path: str, digest: str) -> bool:
        """Whether an output stands already with the bytes of a digest; then it is one of the unit's."""
        left = self.known.get(path)
        if left is None or left[0] != digest:
            return False
        self.outputs[path] = left
        return True

    def put_folder(self, folder: str) -> None:
        """Add all files that somebody else put below the stage."""
        if self.stage is None:
            raise ValueError("no stage to find files on")
        for name in disk.files_under(self.stage / folder):
            path = f"{folder}/{name}"
            data = disk.read(self.stage / path)
            self.made.append(path)
            self.outputs[path] = (disk.digest(data), *(disk.stat(self.stage / path) or (0, 0)))


def standing(output: Shelf, path: str, left: Left) -> Left | None:
    """How an output stands, if it does as it was left; None if not.

    A file whose time differs but whose bytes are the same (a fresh checkout, a restored cache) counts as the same.
    """
    found = output.stat(path)
    if found is None or found[0] != left[1]:
        return None
    if found[1] == left[2] or disk.digest(output.read(path)) == left[0]:
        return left[0], found[0], found[1]
    return None


def _written(path: str, data: bytes) -> tuple[int, int]:
    """The size and time of a file that is staged now.

    One that another stands in the way of (`x.html` and `x.html/y/`) is left out: the clash of the two addresses is
    told when all are known, and nothing is published.
    """
    try:
        return disk.write_at(path, data)
    except (FileExistsError, IsADirectoryError, NotADirectoryError):
        return len(data), 0


def outputs_of(text: str) -> dict[str, Left]:
    """A unit's outputs as the ledger keeps them."""
    found: dict[str, Left] = json.loads(text)
    return found


class Stage:
    """The units of one build, on their way into the output folder."""

    def __init__(self, folder: Path, output: Shelf, ledger: Ledger) -> None:
        """Begin with an empty stage at `folder`."""
        self.folder = folder
        self.output = output
        self._ledger = ledger
        self.history = History(ledger)
        self._made_from: dict[str, str] = {}
        self._count = 0
        self._shared: set[str] = set()
        disk.empty(folder)
        disk.empty(work_of(folder))

    def known(self, unit: str) -> dict[str, Left]:
        """How those of a unit's outputs stand that do as they were left the last time."""
        stands = ((path, standing(self.output, path, left)) for path, left in self._left(unit).items())
        return {path: left for path, left in stands if left}

    def _left(self, unit: str) -> dict[str, Left]:
        """How a unit's outputs were left the last time."""
        rows = self._ledger.rows("SELECT outputs FROM units WHERE unit = ?", (unit,))
        return {path: (left[0], left[1], left[2]) for path, left in outputs_of(rows[0][0]).items()} if rows else {}

    def tray(self, unit: str) -> Tray:
        """An empty tray for a unit that is made in this process."""
        return Tray(self.folder, self.known(unit))

    def add(self, unit: str, made: Made, tray: Tray) -> None:
        """Note what a unit made; what it made the last time and no more is doomed."""
        for path, data in tray.data.items():
            size, time = _written(f"{self.folder}/{path}", data)
            tray.outputs[path] = (disk.digest(data), size, time)
        gone = [(path,) for path in self._left(unit) if path not in tray.outputs]
        shared = [(path, unit) for path in tray.outputs if path.startswith(SHARED)]
        self._ledger.write("INSERT OR IGNORE INTO doomed VALUES (?)", gone)
        self._ledger.write("DELETE FROM shared WHERE unit = ?", [(unit,)])
        self._ledger.write("INSERT OR REPLACE INTO shared VALUES (?, ?)", shared)
        text = json.dumps(tray.outputs, ensure_ascii=False, separators=(",", ":"))
        self._ledger.write("INSERT OR REPLACE INTO units VALUES (?, '', ?, ?)", [(unit, text, len(tray.outputs))])
        self.history.note(unit, tray, made)
        self._made_from[unit] = made.made_from
        self._count += sum(path not in self._shared for path in tray.made)
        self._shared.update(path for path in tray.made if path.startswith(SHARED))

    def drop(self, unit: str) -> None:
        """Take a unit out of the paper, with all that it made."""
        self._ledger.write("INSERT OR IGNORE INTO doomed VALUES (?)", [(path,) for path in self._left(unit)])
        self._ledger.write("DELETE FROM shared WHERE unit = ?", [(unit,)])
        self._ledger.write("DELETE FROM units WHERE unit = ?", [(unit,)])

    def drop_others(self, kind: str, names: Iterable[str]) -> None:
        """Drop all units of a kind (`edition `, the beginning of their names) but those of some names."""
        known = self._ledger.rows("SELECT unit FROM units WHERE substr(unit, 1, ?) = ?", (len(kind), kind))
        for unit in {unit for (unit,) in known} - {f"{kind}{name}" for name in names}:
            self.drop(unit)

    def outputs(self) -> Iterator[str]:
        """All outputs of the paper, staged or standing already."""
        for (text,) in self._ledger.stream("SELECT outputs FROM units"):
            yield from outputs_of(text)

    def text(self, path: str) -> bytes:
        """The bytes of an output, staged or kept."""
        staged = self.folder / path
        return disk.read(staged) if disk.stat(staged) else self.output.read(path)

    def publish(self, on_the_way: Callable[[int, int], None]) -> Published:
        """Put everything in place. Raises OSError where the disk fails; the old files that were not reached stay.

        `on_the_way` is told how many of how many files are done.
        """
        self.history.close()
        self._ledger.commit()
        doomed = self._doomed()
        removed = len(doomed)
        total = self._count + removed
        on_the_way(0, total)
        in_the_way = set(filter(self._is_in_the_way, doomed))
        for path in sorted(in_the_way):
            self.output.remove(path)
        doomed = [path for path in doomed if path not in in_the_way]
        if isinstance(self.output, LocalShelf):
            disk.move_tree(self.folder, self.output.root)
            for path in doomed:
                self.output.remove(path)
        else:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the disk does without

            with ThreadPoolExecutor(AT_ONCE) as pool:
                self._carry(pool, lambda done: on_the_way(done, total))
                list(pool.map(self.output.remove, doomed))
        on_the_way(total, total)
        self._ledger.write("DELETE FROM doomed", [()])
        self._ledger.write(
            "UPDATE units SET made_from = ? WHERE unit = ?", ((d, u) for u, d in self._made_from.items())
        )
        self._ledger.commit()
        disk.empty(self.folder)
        return Published(self._count, removed, self._ledger.count() - self._count)

    def _is_in_the_way(self, path: str) -> bool:
        """Whether a file that is to go stands where a folder is to come, or the other way round."""
        folders = (parent for parent in PurePosixPath(path).parents if parent.name)
        return (self.folder / path).is_dir() or any((self.folder / folder).is_file() for folder in folders)

    def _carry(self, pool: ThreadPoolExecutor, told: Callable[[int], None]) -> None:
        """Send the stage's files to a shelf that is elsewhere, and note how they are left there.

        What nobody leads to yet comes before what takes the place of something.
        """
        states: dict[str, tuple[int, int]] = {}
        done = 0
        for replacing in (False, True):
            sent = in_window(pool.submit, self._send, self._to_send(replacing=replacing), lambda: AT_ONCE * 2)
            for unit, rows in groupby(sent, key=itemgetter(0)):
                for _, path, state in rows:
                    if path:
                        states[path] = state
                        told(done := done + 1)
                outputs = self._left(unit)
                outputs |= {path: (outputs[path][0], *states[path]) for path in outputs.keys() & states.keys()}
                states = {path: state for path, state in states.items() if path.startswith(SHARED)}
                text = json.dumps(outputs, ensure_ascii=False, separators=(",", ":"))
                self._ledger.write("UPDATE units SET outputs = ? WHERE unit = ?", [(text, unit)])

    def _to_send(self, *, replacing: bool) -> Iterator[tuple[str, str]]:
        """Units with each of their staged files, if it takes the place of one or if not; at the end of each with ""."""
        shared: set[str] = set()
        for unit in self._made_from:
            for path in self._left(unit):
                staged = path not in shared and disk.stat(self.folder / path)
                if staged and (self.output.stat(path) is not None) == replacing:
                    shared.update([path] if path.startswith(SHARED) else ())
                    yield unit, path
            yield unit, ""

    def _send(self, row: tuple[str, str]) -> tuple[str, str, tuple[int, int]]:
        unit, path = row
        return unit, path, self.output.take(self.folder / path, path) if path else (0, 0)

    def _doomed(self) -> list[str]:
        """What is to be deleted: doomed, and made by no other unit. Only units made now can have taken a path over."""
        paths = {path for (path,) in self._ledger.rows("SELECT path FROM doomed")}
        if not paths:
            return []
        for (text,) in self._ledger.stream("SELECT outputs FROM units WHERE made_from = ''"):
            paths.difference_update(outputs_of(text))
        held = (self._ledger.rows("SELECT 1 FROM shared WHERE path = ?", (path,)) for path in sorted(paths))
        return [path for path, rows in zip(sorted(paths), held, strict=True) if not rows]


def work_of(stage: Path) -> Path:
    """Where jobs keep what they need meanwhile: a build that was killed leaves it to the next one to clear up."""
    return stage.with_name(f"{stage.name}-work")


AT_ONCE = 32
"""Files that are on their way to a shelf elsewhere at once: it takes its time for each, and not more for many."""
SHARED = "files/"
"""Below it stand outputs that are named by their content, so that several units may make the same one."""


def units_at_fault(output: Shelf, units: Iterable[tuple[str, str]]) -> list[tuple[str, str | None]]:
    """Of units, as (name, outputs), those whose outputs don't stand as they were left.

    With each, its outputs as they stand now where only their times differ, None where it must be made again.
    """
    found: list[tuple[str, str | None]] = []
    for unit, text in units:
        outputs = outputs_of(text)
        changed = [path for path, (_, size, time) in outputs.items() if output.stat(path) != (size, time)]
        if not changed:
            continue
        stands = {path: standing(output, path, outputs[path]) for path in changed}
        if None in stands.values():
            found.append((unit, None))
        else:
            found.append((unit, json.dumps({**outputs, **stands}, ensure_ascii=False, separators=(",", ":"))))
    return found
