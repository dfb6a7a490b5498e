"""The record of what was read and what was published."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from broadsheet.publishing import ledger
from broadsheet.publishing.ledger import Ledger, ledger_name


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / ".cache"


def noted(cache: Path, output: str = "public", word: str = "kept") -> None:
    with Ledger(cache, output) as book:
        book.keep_fact("word", word)
        book.commit()


def told(cache: Path, output: str = "public") -> object:
    with Ledger(cache, output) as book:
        return book.fact("word")


def test_what_was_committed_is_there_the_next_time_and_nothing_else(cache: Path) -> None:
    assert told(cache) is None
    noted(cache)
    with Ledger(cache, "public") as book:
        book.keep_fact("word", "never committed")
        assert book.fact("word") == "never committed"
    assert told(cache) == "kept"


def test_rows_come_all_at_once_or_one_by_one(cache: Path) -> None:
    with Ledger(cache, "public") as book:
        book.write("INSERT INTO doomed VALUES (?)", ((path,) for path in "ba"))
        assert book.rows("SELECT path FROM doomed WHERE path > ?", ("a",)) == [("b",)]
        assert list(book.stream("SELECT path FROM doomed ORDER BY path")) == [("a",), ("b",)]


def test_one_build_at_a_time(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "PATIENCE", 0.05)
    with Ledger(cache, "public"), pytest.raises(OSError, match="another build is at work") as raised:
        Ledger(cache, "public")
    assert raised.value.filename == str(cache / "ledger.db")
    with Ledger(cache, "public"):
        pass


def test_builds_of_other_outputs_may_be_at_work_at_the_same_time(cache: Path) -> None:
    with Ledger(cache, "public"), Ledger(cache, "serve"):
        pass


def test_a_ledger_that_cannot_be_opened_is_the_machines_fault(cache: Path) -> None:
    (cache / "ledger.db").mkdir(parents=True)
    with pytest.raises(OSError, match="unable to open database file"):
        Ledger(cache, "public")


@pytest.mark.parametrize(
    "act",
    [
        lambda book: book.keep_fact("a", "b"),
        lambda book: book.write("DELETE FROM doomed", [()]),
        lambda book: book.forget(),
    ],
)
def test_a_ledger_that_cannot_be_written_is_the_machines_fault(cache: Path, act: object) -> None:
    with Ledger(cache, "public") as book:
        book._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(OSError, match="readonly"):
            act(book)  # type: ignore[operator] # a deed of the table


def test_a_question_that_cannot_be_answered_is_the_machines_fault(cache: Path) -> None:
    with Ledger(cache, "public") as book:
        for asking in (book.rows, lambda words: list(book.stream(words))):
            with pytest.raises(OSError, match="no such table"):
                asking("SELECT * FROM nowhere")


def older_format(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute('CREATE TABLE "outputs of old" (path TEXT PRIMARY KEY)')
        connection.execute(f"PRAGMA user_version = {ledger.FORMAT - 1}")
    connection.close()


def without_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE shared")
    connection.close()


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"no database at all"),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(b""),
        older_format,
        without_table,
    ],
    ids=["deleted", "no database", "cut off", "empty", "older", "without a table"],
)
def test_a_damaged_or_old_ledger_is_begun_anew(cache: Path, harm: object) -> None:
    noted(cache)
    harm(cache / "ledger.db")  # type: ignore[operator] # a deed of the table
    assert told(cache) is None
    noted(cache, word="again")
    assert told(cache) == "again"


def test_a_ledger_that_the_machine_keeps_back_is_not_thrown_away(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted(cache)

    def refusing(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", refusing)
        with pytest.raises(OSError, match="disk I/O error"):
            Ledger(cache, "public")
    assert told(cache) == "kept"


def test_the_file_is_of_the_format_that_is_described(cache: Path) -> None:
    noted(cache)
    described = dict(re.findall(r"^    (\w+)\((.*?)\)", ledger.__doc__ or "", re.MULTILINE))
    with sqlite3.connect(cache / "ledger.db") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (ledger.FORMAT,)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({name})")) for name in tables}
    connection.close()
    assert found == described


def test_what_was_read_is_forgotten_and_what_was_published_is_not(cache: Path) -> None:
    with Ledger(cache, "public") as book:
        book.keep_fact("word", "kept")
        book.write("INSERT INTO folders VALUES (?, ?)", [("a", "digest")])
        book.write("INSERT INTO units VALUES (?, ?, ?, ?)", [("site", "x", "{}", 3)])
        book.write("INSERT INTO doomed VALUES (?)", [("old.html",)])
        book.forget()
        assert book.fact("word") is None
        assert book.rows("SELECT * FROM folders") == []
        assert book.count() == 3
        assert book.rows("SELECT path FROM doomed") == [("old.html",)]


def test_a_file_that_several_units_made_counts_once(cache: Path) -> None:
    with Ledger(cache, "public") as book:
        assert book.count() == 0
        book.write("INSERT INTO units VALUES (?, 'x', '{}', ?)", [("edition a", 3), ("edition b", 2)])
        book.write("INSERT INTO shared VALUES ('files/a.jpg', ?)", [("edition a",), ("edition b",)])
        assert book.count() == 4


def test_an_output_folder_is_the_same_however_it_is_named(cache: Path) -> None:
    (cache.parent / "public").mkdir()
    (cache.parent / "link").symlink_to("public")
    noted(Path(".cache"))
    for name in ("public", "./public/", str(cache.parent / "public"), "link", "other/../public"):
        assert told(cache, name) == "kept"
    assert told(cache, "other") is None


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("public", "ledger.db"),
        ("other", "ledger-other-????????.db"),
        ("a/b c", "ledger-a-b-c-????????.db"),
        (".cache/public", "ledger-public-????????.db"),
        ("memory://paper/public", "ledger-memory---paper-public-????????.db"),
        ("津渡/公开", "ledger-津渡-公开-????????.db"),
    ],
)
def test_each_output_folder_has_a_ledger_of_its_own(cache: Path, output: str, name: str) -> None:
    with Ledger(cache, output) as book:
        assert book.path.match(name)


@pytest.mark.parametrize("others", [("out/a", "out-a"), ("a" * 70, "b" + "a" * 69)])
def test_output_folders_of_like_names_are_told_apart(cache: Path, others: tuple[str, str]) -> None:
    assert len({ledger_name(cache, output) for output in others}) == 2


def test_an_output_folder_is_known_wherever_the_whole_is_moved_to(cache: Path) -> None:
    noted(cache, "site/public")
    moved = cache.parent / "moved"
    moved.mkdir()
    cache.rename(moved / ".cache")
    assert told(moved / ".cache", str(moved / "site/public")) == "kept"
