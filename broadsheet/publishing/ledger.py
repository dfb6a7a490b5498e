"""The record of what was published: each output's fingerprint, and the file that was left on disk.

A SQLite file in the cache folder, `ledger.db`. Its `user_version` is `FORMAT`; a file of another format, or one that
SQLite can't read, is thrown away, and the next build starts over. One process writes it.

    outputs(path, fingerprint, digest, size, time)

`path` is relative to the output folder. `fingerprint` says what the output was made from; it is "" between the moment
an output is announced and the moment it stands on disk, so that a build that was cut off leaves no file that the
ledger does not know. `digest` is the SHA-256 of its bytes, `size` and `time` what the disk said of it.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 1


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
        """Open the cache folder's ledger; entries speak of files below `output`."""
        cache.mkdir(parents=True, exist_ok=True)
        self._output = output
        self._connection = _open(cache / "ledger.db")
        rows = self._connection.execute("SELECT path, fingerprint, digest, size, time FROM outputs")
        self._entries = {row[0]: Entry(*row) for row in rows}

    def __enter__(self) -> Ledger:
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

        A file whose time differs but whose bytes are the same (a fresh checkout, a restored cache) counts as the same.
        """
        entry = self._entries.get(path)
        if entry is None or entry.fingerprint != fingerprint:
            return False
        found = disk.stat(self._output / path)
        if found is None or found.size != entry.size:
            return False
        return found.time == entry.time or disk.digest(disk.read(self._output / path)) == entry.digest

    def paths_of(self, fingerprint: str) -> list[str]:
        """The files that were recorded under one fingerprint, for outputs of many files."""
        return [path for path, entry in self._entries.items() if entry.fingerprint == fingerprint]

    def announce(self, paths: Iterable[str]) -> None:
        """Note files that are about to be put in place."""
        rows = [(path,) for path in paths]
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO outputs VALUES (?, '', '', 0, 0)", rows)

    def record(self, made: Iterable[tuple[str, str, str]], removed: Iterable[str]) -> None:
        """Note what stands on disk now: `made` is (path, fingerprint, digest)."""
        rows = []
        for path, fingerprint, digest in made:
            found = disk.stat(self._output / path) or disk.Stat(0, 0)
            rows.append((path, fingerprint, digest, found.size, found.time))
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?)", rows)
            self._connection.executemany("DELETE FROM outputs WHERE path = ?", [(path,) for path in removed])


def _open(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(path)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == FORMAT:
            connection.execute("SELECT path, fingerprint, digest, size, time FROM outputs LIMIT 1")
            return connection
        connection.close()
    except sqlite3.DatabaseError:
        connection.close()
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "CREATE TABLE outputs (path TEXT PRIMARY KEY, fingerprint TEXT, digest TEXT, size INTEGER, time INTEGER)"
        )
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    return connection
