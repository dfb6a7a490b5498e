"""The record of what was published: each output's fingerprint, and the file that was left on disk.

A SQLite file in the cache folder, `ledger.db`. Its `user_version` is `FORMAT`; a file of another format, or one that
SQLite can't read, is thrown away, and the next build starts over. One process at a time has it open.

    outputs(folder, path, fingerprint, digest, size, time)

`folder` is the way from the cache folder to the output folder, so that builds into two folders don't take each other's
files for their own; `path` is relative to it. `fingerprint` says what the output was made from; it is "" between the
moment an output is announced and the moment it stands on disk, so that a build that was cut off leaves no file that
the ledger does not know. `digest` is the SHA-256 of its bytes, `size` and `time` what the disk said of it.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FORMAT = 3
TABLE = (
    "CREATE TABLE outputs (folder TEXT, path TEXT, fingerprint TEXT, digest TEXT, size INTEGER, time INTEGER,"
    " PRIMARY KEY (folder, path))"
)
DAMAGED = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""What SQLite says of a file that is no ledger; everything else is the machine's fault, and the file may be whole."""
PATIENCE = 2.0
"""Seconds to wait for another build to close the ledger."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One published file."""

    path: str
    fingerprint: str
    digest: str
    size: int
    time: int


class Ledger:
    """The open ledger of one output folder."""

    def __init__(self, cache: Path, output: Path) -> None:
        """Open the cache folder's ledger. Raises OSError where it can't be, or where another build has it open."""
        cache.mkdir(parents=True, exist_ok=True)
        self._output = output
        # However the two are typed, and wherever the whole is moved to or restored from.
        self._folder = os.path.relpath(output.resolve(), cache.resolve()).replace(os.sep, "/")
        self._path = cache / "ledger.db"
        self._retimed: dict[str, int] = {}
        with self._failing():
            self._connection, self._entries = _open(self._path, self._folder)

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._connection.close()

    def paths(self) -> set[str]:
        """All files that were made here."""
        return set(self._entries)

    def holds(self, path: str, fingerprint: str) -> bool:
        """Whether the file was made from the same things and still stands on disk as it was left.

        A file whose time differs but whose bytes are the same (a fresh checkout, a restored cache) counts as the same;
        `record` notes its new time, so that it is read only once.
        """
        entry = self._entries.get(path)
        if entry is None or entry.fingerprint != fingerprint:
            return False
        found = disk.stat(self._output / path)
        if found is None or found.size != entry.size:
            return False
        if found.time == entry.time:
            return True
        if disk.digest(disk.read(self._output / path)) != entry.digest:
            return False
        self._retimed[path] = found.time
        return True

    def paths_of(self, fingerprint: str) -> Sequence[str]:
        """The files that were recorded under one fingerprint, for outputs of many files."""
        return self._by_fingerprint.get(fingerprint, ())

    def announce(self, paths: Iterable[str]) -> None:
        """Note files that are about to be put in place."""
        rows = [(self._folder, path) for path in paths]
        with self._failing(), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, '', '', 0, 0)", rows)

    def record(self, made: Iterable[tuple[str, str, str]], removed: Iterable[str]) -> None:
        """Note what stands on disk now: `made` is (path, fingerprint, digest)."""
        rows = []
        for path, fingerprint, digest in made:
            found = disk.stat(self._output / path) or disk.Stat(0, 0)
            rows.append((self._folder, path, fingerprint, digest, found.size, found.time))
        gone = [(self._folder, path) for path in removed]
        with self._failing(), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)", rows)
            times = [(time, self._folder, path) for path, time in self._retimed.items()]
            self._connection.executemany("UPDATE outputs SET time = ? WHERE folder = ? AND path = ?", times)
            self._connection.executemany("DELETE FROM outputs WHERE folder = ? AND path = ?", gone)

    @cached_property
    def _by_fingerprint(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path, entry in self._entries.items():
            found[entry.fingerprint].append(path)
        return found

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """SQLite's word for a full or forbidden disk as everybody else's."""
        try:
            yield
        except sqlite3.Error as error:
            locked = "locked" in str(error)
            message = "another build is at work with this cache folder" if locked else str(error)
            raise OSError(None, message, str(self._path)) from error


def _open(path: Path, folder: str) -> tuple[sqlite3.Connection, dict[str, Entry]]:
    """The ledger's file, held by this process alone, and the entries of one output folder."""
    try:
        return _read(path, folder)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in DAMAGED:
            raise
    path.unlink()
    return _read(path, folder)


def _read(path: Path, folder: str) -> tuple[sqlite3.Connection, dict[str, Entry]]:
    connection = sqlite3.connect(path, PATIENCE)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        with connection:
            connection.execute("BEGIN EXCLUSIVE")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != FORMAT:
                connection.execute("DROP TABLE IF EXISTS outputs")
                connection.execute(TABLE)
                connection.execute(f"PRAGMA user_version = {FORMAT}")
        columns = "path, fingerprint, digest, size, time"
        rows = connection.execute(f"SELECT {columns} FROM outputs WHERE folder = ?", (folder,))  # noqa: S608 - our own words
        return connection, {row[0]: Entry(*row) for row in rows}
    except sqlite3.Error:
        connection.close()
        raise
