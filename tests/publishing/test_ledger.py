"""The record of what was published."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from broadsheet.publishing import disk, ledger
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.stage import Published, Stage


@pytest.fixture
def public(tmp_path: Path) -> Path:
    disk.write(tmp_path / "public/a.html", b"A")
    return tmp_path / "public"


def recorded(public: Path) -> None:
    with Ledger(public.parent, public) as book:
        book.record([("a.html", "made from this", disk.digest(b"A"))], [])


def test_an_output_is_held_if_it_was_made_from_the_same_and_stands_as_it_was_left(public: Path) -> None:
    recorded(public)
    with Ledger(public.parent, public) as book:
        assert book.paths() == {"a.html"}
        assert book.holds("a.html", "made from this")
        assert not book.holds("a.html", "made from that")
        assert not book.holds("b.html", "made from this")


@pytest.mark.parametrize(
    ("data", "held"),
    [(b"A", True), (b"B", False), (b"AA", False), (None, False)],
    ids=["touched", "changed", "longer", "gone"],
)
def test_what_lies_on_disk_counts_not_its_time(public: Path, data: bytes | None, held: bool) -> None:
    recorded(public)
    (public / "a.html").unlink()
    if data is not None:
        disk.write(public / "a.html", data)
        os.utime(public / "a.html", (1, 1))
    with Ledger(public.parent, public) as book:
        assert book.holds("a.html", "made from this") is held


def test_a_file_of_another_size_is_another_file_whatever_its_time(public: Path) -> None:
    recorded(public)
    left = (public / "a.html").stat()
    disk.write(public / "a.html", b"longer")
    os.utime(public / "a.html", ns=(left.st_atime_ns, left.st_mtime_ns))
    with Ledger(public.parent, public) as book:
        assert not book.holds("a.html", "made from this")


def test_what_was_announced_is_known_but_not_held(public: Path) -> None:
    recorded(public)
    with Ledger(public.parent, public) as book:
        book.announce(["a.html", "b.html"])
    with Ledger(public.parent, public) as book:
        assert book.paths() == {"a.html", "b.html"}
        assert not book.holds("a.html", "made from this")
        book.record([], ["a.html", "b.html"])
    with Ledger(public.parent, public) as book:
        assert book.paths() == set()


def test_a_fingerprint_may_have_many_files(public: Path) -> None:
    with Ledger(public.parent, public) as book:
        book.record([("x/1", "x", ""), ("x/2", "x", ""), ("y", "y", "")], [])
    with Ledger(public.parent, public) as book:
        assert sorted(book.paths_of("x")) == ["x/1", "x/2"]
        assert book.paths_of("z") == ()


def test_one_build_at_a_time(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "PATIENCE", 0.05)
    with Ledger(public.parent, public), pytest.raises(OSError, match="another build is at work") as raised:
        Ledger(public.parent, public)
    assert raised.value.filename == str(public.parent / "ledger.db")
    with Ledger(public.parent, public):
        pass


def test_a_ledger_that_cannot_be_opened_is_the_machines_fault(public: Path) -> None:
    (public.parent / "ledger.db").mkdir()
    with pytest.raises(OSError, match="unable to open database file"):
        Ledger(public.parent, public)


def test_a_ledger_that_cannot_be_written_is_the_machines_fault(public: Path) -> None:
    with Ledger(public.parent, public) as book:
        book._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(OSError, match="readonly"):
            book.announce(["a.html"])


def test_the_file_is_of_the_format_that_is_described(public: Path) -> None:
    recorded(public)
    with sqlite3.connect(public.parent / "ledger.db") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (ledger.FORMAT,)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(outputs)")]
    connection.close()
    described = (ledger.__doc__ or "").partition("outputs(")[2].partition(")")[0]
    assert columns == described.split(", ")


def test_a_stage_is_published_whole_and_then_what_is_gone_goes(public: Path) -> None:
    recorded(public)
    with Ledger(public.parent, public) as book:
        stage = Stage(public.parent, public, book)
        stage.add("b/index.html", "b", b"B")
        disk.write(stage.folder / "many/1", b"1")
        disk.write(stage.folder / "many/x/2", b"2")
        stage.add_folder("many", "many things")
        assert stage.text("b/index.html") == b"B"
        assert stage.paths() == ["b/index.html", "many/1", "many/x/2"]
        assert stage.publish() == Published(("b/index.html", "many/1", "many/x/2"), ("a.html",), 0)
    assert sorted(disk.files_under(public)) == ["b/index.html", "many/1", "many/x/2"]
    with Ledger(public.parent, public) as book:
        stage = Stage(public.parent, public, book)
        assert stage.keep("b/index.html", "b")
        assert stage.keep_all("many things")
        assert not stage.keep_all("other things")
        assert not stage.keep("b/index.html", "c")
        assert stage.text("b/index.html") == b"B"
        assert stage.publish() == Published((), (), 3)
    (public / "many/1").unlink()
    with Ledger(public.parent, public) as book:
        assert not Stage(public.parent, public, book).keep_all("many things")


def test_an_output_folder_is_the_same_however_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "public").mkdir()
    (tmp_path / "public/a.html").write_bytes(b"a")
    with Ledger(Path(".cache"), Path("public")) as ledger:
        ledger.record([("a.html", "made from", disk.digest(b"a"))], [])
    with Ledger(tmp_path / ".cache", tmp_path / "public") as ledger:
        assert ledger.holds("a.html", "made from")
    with Ledger(Path(".cache"), Path("other")) as ledger:
        assert ledger.paths() == set()
