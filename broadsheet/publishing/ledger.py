"""The record of what was read and what was published, so that a build does again only what has to be done again.

A SQLite file in the cache folder, one for each output folder that is built with it. Its `user_version` is `FORMAT`; a
file of another format, or one that SQLite can't read, is thrown away, and the next build starts over. One build at a
time has it open.

    facts(name, value)                          what held for the whole site
    folders(folder, digest)                     of each content folder, the names, sizes and times of its files
    files(file, folder, size, time, digest, edition, address, shown_from, slug, section, page, plan)
    editions(edition, plan, made, entry, entry_digest)
    named(edition, file)                        files of other folders and editions that an edition's copy names
    sought(edition, slug)                       what an edition's grids name that is none of its own stories
    attachments(file, digest, attachment)       what pictures and documents are, so that a look at them is enough
    pictures(picture, copies)                   pictures that copies are published of
    shown(edition, picture)                     which edition needs them
    months(month, digest, month_index, newest)
    prints(edition, page, record)               an edition's pages as they were printed last
    units(unit, made_from, outputs, count)      what is made together: an edition, a month, a search bundle, ...
    shared(path, unit)                          files that several units may have made: pictures, named by content
    doomed(path)                                files that are to be deleted
    changes(file, how, before, now)             files that differ from the last build, with their editions then and now
    history(unit, build, parts, why, written)   how units were made last, see history.py
    last(name, value)                           what the last build left that is not forgotten with the facts

`outputs` is JSON: of each path below the output folder its SHA-256, size and time. `made_from` says what a unit was
made from; it is "" between the moment a build begins to put it in place and the moment it stands, so that a build that
was cut off leaves no file that the ledger does not know. Values of the planners are pickled: the file is as trustworthy
as the pages beside it.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FORMAT = 8
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE folders (folder TEXT PRIMARY KEY, digest TEXT);
CREATE TABLE files (file TEXT PRIMARY KEY, folder TEXT, size INTEGER, time INTEGER, digest TEXT, edition TEXT,
    address TEXT, shown_from TEXT, slug TEXT, section TEXT, page TEXT, plan BLOB) WITHOUT ROWID;
CREATE INDEX files_by_folder ON files (folder);
CREATE INDEX files_by_edition ON files (edition) WHERE edition IS NOT NULL;
CREATE TABLE editions (edition TEXT PRIMARY KEY, plan BLOB, made BLOB, entry BLOB, entry_digest TEXT);
CREATE TABLE named (edition TEXT, file TEXT, PRIMARY KEY (edition, file)) WITHOUT ROWID;
CREATE TABLE sought (edition TEXT, slug TEXT, PRIMARY KEY (edition, slug)) WITHOUT ROWID;
CREATE TABLE attachments (file TEXT PRIMARY KEY, digest TEXT, attachment BLOB);
CREATE TABLE pictures (picture TEXT PRIMARY KEY, copies BLOB) WITHOUT ROWID;
CREATE TABLE shown (edition TEXT, picture TEXT, PRIMARY KEY (edition, picture)) WITHOUT ROWID;
CREATE INDEX shown_by_picture ON shown (picture);
CREATE TABLE months (month TEXT PRIMARY KEY, digest TEXT, month_index BLOB, newest BLOB);
CREATE TABLE prints (edition TEXT, page TEXT, record BLOB, PRIMARY KEY (edition, page));
CREATE TABLE units (unit TEXT PRIMARY KEY, made_from TEXT, outputs TEXT, count INTEGER);
CREATE TABLE shared (path TEXT, unit TEXT, PRIMARY KEY (path, unit)) WITHOUT ROWID;
CREATE TABLE doomed (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE changes (file TEXT PRIMARY KEY, how TEXT, before TEXT, now TEXT) WITHOUT ROWID;
CREATE TABLE history (unit TEXT PRIMARY KEY, build INTEGER, parts TEXT, why TEXT, written TEXT) WITHOUT ROWID;
CREATE TABLE last (name TEXT PRIMARY KEY, value TEXT);
"""
DAMAGED = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""What SQLite says of a file that is no ledger; everything else is the machine's fault, and the file may be whole."""
PATIENCE = 2.0
"""Seconds to wait for another build to close the ledger."""
MEMORY = 16_000
"""KiB of the file that SQLite keeps in memory."""


class Ledger:
    """The open ledger of one output folder. Whatever SQLite can't do is an OSError."""

    def __init__(self, cache: Path, output: str) -> None:
        """Open the record, in the folder `cache`, of the output folder `output`, an address or a path.

        Raises OSError where it can't be opened, or where another build has it open.
        """
        cache.mkdir(parents=True, exist_ok=True)
        self.path = cache / ledger_name(cache, output)
        with self._failing():
            self._connection = _open(self.path)

    def __enter__(self) -> Self:
        """The ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; what was not committed is as it was."""
        self._connection.close()

    def folder(self, name: str) -> Path:
        """The folder of a name in the cache folder, for this output folder alone: others may be built meanwhile."""
        return self.path.with_name(self.path.stem.replace("ledger", name, 1))

    def rows(self, words: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows that a query gives."""
        with self._failing():
            return self._connection.execute(words, values).fetchall()

    def stream(self, words: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows that a query gives, one by one."""
        with self._failing():
            # Not `yield from`: who leaves off in the middle would ask the rows to close, perhaps after the ledger is.
            for row in self._connection.execute(words, values):  # noqa: UP028 - as said
                yield row

    def write(self, words: str, rows: Iterable[Sequence[Any]]) -> None:
        """A change for each of some rows, not yet committed."""
        with self._failing():
            self._connection.executemany(words, rows)

    def fact(self, name: str) -> Any:  # noqa: ANN401 - what was kept under the name
        """What was kept under a name, None for nothing."""
        found = self.rows("SELECT value FROM facts WHERE name = ?", (name,))
        return found[0][0] if found else None

    def keep_fact(self, name: str, value: Any) -> None:  # noqa: ANN401 - bytes or text
        """Keep a value under a name."""
        self.write("INSERT OR REPLACE INTO facts VALUES (?, ?)", [(name, value)])

    def count(self) -> int:
        """How many files the paper has."""
        (count,) = self.rows("SELECT coalesce(sum(count), 0) FROM units")[0]
        again = self.rows("SELECT count(*) - count(DISTINCT path) FROM shared")[0][0]
        found: int = count - again
        return found

    def commit(self) -> None:
        """Make everything that was written last."""
        with self._failing():
            self._connection.commit()

    def forget(self) -> None:
        """Begin as if nothing had been read; what was published is still known."""
        for table in (
            *("facts", "folders", "files", "editions", "named", "sought", "attachments", "pictures", "shown", "months"),
            "prints",
        ):
            self.write(f"DELETE FROM {table}", [()])  # noqa: S608 - our own words

    def borrow_prints(self, cache: Path, output: str) -> None:
        """Take over what the record of an output folder knows of printed pages, not yet committed; it stays as it is.

        Nothing is taken of one that isn't there, can't be read, or is another build's at the moment.
        """
        path = (cache / ledger_name(cache, output)).absolute()
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", 0.0, uri=True)) as other:
                (version,) = other.execute("PRAGMA user_version").fetchone()
                if version != FORMAT:
                    return
                # The version of the program that read the copy: what another one left is forgotten.
                rows = other.execute("SELECT value FROM facts WHERE name = 'read_with'").fetchall()
                for (value,) in rows:
                    self.keep_fact("read_with", value)
                for row in other.execute("SELECT edition, page, record FROM prints"):
                    self.write("INSERT OR REPLACE INTO prints VALUES (?, ?, ?)", [row])
        except sqlite3.Error:
            self.write("DELETE FROM prints", [()])

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """SQLite's word for a full or forbidden disk as everybody else's."""
        try:
            yield
        except sqlite3.Error as error:
            locked = "locked" in str(error)
            message = "another build is at work with this cache folder" if locked else str(error)
            raise OSError(None, message, str(self.path)) from error


def ledger_name(cache: Path, output: str) -> str:
    """The file's name: `ledger.db` for an output folder beside the cache, else with the way to it and its digest.

    However the two are typed, and wherever the whole is moved to or restored from.
    """
    way = output if "://" in output else os.path.relpath(os.path.realpath(output), cache.resolve()).replace(os.sep, "/")
    plain = "".join(character if character.isalnum() else "-" for character in way).strip("-")
    told_apart = sha256(way.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "ledger.db" if way == "../public" else f"ledger-{plain[-60:]}-{told_apart}.db"


def _open(path: Path) -> sqlite3.Connection:
    """The ledger's file, held by this process alone."""
    try:
        return _connected(path)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in DAMAGED:
            raise
    path.unlink()
    return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, PATIENCE, isolation_level="IMMEDIATE")
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute(f"PRAGMA cache_size = -{MEMORY}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN EXCLUSIVE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if version != FORMAT or not tables >= {words.split()[2] for words in _statements() if "TABLE" in words}:
            for name in tables:
                connection.execute(f'DROP TABLE "{name}"')
            for words in _statements():
                connection.execute(words)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("SELECT count(*) FROM facts").fetchone()
        connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _statements() -> list[str]:
    return [words.strip() for words in TABLES.split(";") if words.strip()]
