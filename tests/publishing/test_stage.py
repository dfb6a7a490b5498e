"""Where outputs are made whole before any is published, and whether they still stand."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import disk, verify
from broadsheet.publishing.history import Made
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.shelf import LocalShelf
from broadsheet.publishing.stage import Published, Stage, Tray, outputs_of, units_at_fault, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Press:
    """A stage and a ledger, begun anew for every build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.public = folder / "public"
        self.shelf = LocalShelf(self.public)
        self.ledger = Ledger(folder / "cache", str(self.public))
        self.stage = Stage(folder / "cache/stage", self.shelf, self.ledger)

    def begin(self) -> Stage:
        self.ledger._connection.close()
        self.ledger = Ledger(self.folder / "cache", str(self.public))
        self.stage = Stage(self.folder / "cache/stage", self.shelf, self.ledger)
        return self.stage

    def make(self, unit: str, files: Mapping[str, bytes], made_from: str = "this") -> Tray:
        tray = self.stage.tray(unit)
        for path, data in files.items():
            tray.put(path, data)
        self.stage.add(unit, Made(made_from), tray)
        return tray

    def publish(self) -> Published:
        return self.stage.publish(lambda *_: None)

    def published(self, **units: Mapping[str, bytes]) -> Published:
        self.begin()
        for unit, files in units.items():
            self.make(unit, files)
        return self.publish()

    def at_fault(self, workers: int = 1) -> frozenset[str]:
        pool = verify.lookers(self.ledger, workers)
        with pool or nullcontext():
            return verify.verify(self.ledger, self.shelf, pool).units()

    def files(self) -> dict[str, bytes]:
        return {path: disk.read(self.public / path) for path in disk.files_under(self.public)}

    def made_from(self) -> dict[str, str]:
        return dict(self.ledger.rows("SELECT unit, made_from FROM units"))


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    press = Press(tmp_path)
    yield press
    press.ledger._connection.close()


def test_a_unit_is_published_with_all_its_files_and_leaves_no_others(press: Press) -> None:
    assert press.published(a={"a/1": b"1", "a/2": b"2"}) == Published(2, 0, 0)
    assert press.made_from() == {"a": "this"}
    assert press.published(a={"a/2": b"2", "a/3": b"3"}, b={"b": b"b"}) == Published(2, 1, 1)
    assert press.files() == {"a/2": b"2", "a/3": b"3", "b": b"b"}
    assert list(disk.files_under(press.stage.folder)) == []


def test_what_stands_already_is_not_written_again(press: Press) -> None:
    press.published(a={"a/1": b"1", "a/2": b"2"})
    before = {path: (press.public / path).stat().st_ino for path in ("a/1", "a/2")}
    press.begin()
    tray = press.make("a", {"a/1": b"1", "a/2": b"new"})
    assert tray.made == ["a/2"]
    assert press.publish() == Published(1, 0, 1)
    after = {path: (press.public / path).stat().st_ino for path in ("a/1", "a/2")}
    assert [before[path] == after[path] for path in before] == [True, False]


def test_a_file_that_was_changed_by_hand_is_written_again(press: Press) -> None:
    press.published(a={"a/1": b"1", "a/2": b"2", "a/3": b"3"})
    disk.write(press.public / "a/1", b"x")
    disk.write(press.public / "a/2", b"longer")
    (press.public / "a/3").unlink()
    press.begin()
    assert press.make("a", {"a/1": b"1", "a/2": b"2", "a/3": b"3"}).made == ["a/1", "a/2", "a/3"]


def test_what_is_named_by_its_content_is_kept_without_being_read(press: Press) -> None:
    press.published(a={"files/1": b"1", "files/2": b"2"})
    (press.public / "files/2").unlink()
    tray = press.begin().tray("a")
    assert tray.keep("files/1", disk.digest(b"1"))
    assert not tray.keep("files/1", disk.digest(b"2"))
    assert not tray.keep("files/2", disk.digest(b"2"))
    assert not tray.keep("files/3", disk.digest(b"3"))
    assert (list(tray.outputs), tray.made) == (["files/1"], [])


def test_a_folder_that_somebody_else_filled_is_added_whole(press: Press) -> None:
    stage = press.begin()
    tray = stage.tray("many")
    disk.write(stage.folder / "many/1", b"1")
    disk.write(stage.folder / "many/x/2", b"2")
    tray.put_folder("many")
    stage.add("many", Made("things"), tray)
    assert stage.text("many/x/2") == b"2"
    assert press.publish() == Published(2, 0, 0)
    assert press.files() == {"many/1": b"1", "many/x/2": b"2"}
    assert press.begin().text("many/x/2") == b"2"
    assert list(press.stage.outputs()) == ["many/1", "many/x/2"]
    assert press.at_fault() == frozenset()


def test_a_machine_that_shares_no_disk_sends_the_bytes(press: Press) -> None:
    stage = press.begin()
    tray = Tray(None, {})
    tray.put("a/1", b"1")
    assert (tray.data, tray.outputs["a/1"][:2]) == ({"a/1": b"1"}, (disk.digest(b"1"), 1))
    with pytest.raises(ValueError, match="no stage"):
        tray.put_folder("many")
    stage.add("a", Made("this"), tray)
    assert press.publish() == Published(1, 0, 0)
    assert press.files() == {"a/1": b"1"}
    assert press.at_fault() == frozenset()


def test_a_unit_that_is_dropped_takes_its_files_along(press: Press) -> None:
    press.published(**{"edition a": {"a": b"a"}, "edition b": {"b": b"b"}, "month a": {"m": b"m"}})
    press.begin().drop_others("edition ", ["b", "new"])
    assert press.publish() == Published(0, 1, 2)
    assert press.files() == {"b": b"b", "m": b"m"}


def test_a_file_that_goes_over_to_another_unit_stays(press: Press) -> None:
    press.published(a={"x": b"x", "y": b"y"}, b={"b": b"b"})
    press.begin()
    press.make("a", {"y": b"y"})
    press.make("b", {"b": b"b", "x": b"x"})
    assert press.publish().removed == 0
    assert press.files() == {"x": b"x", "y": b"y", "b": b"b"}


def test_a_picture_of_two_units_goes_with_the_last(press: Press) -> None:
    assert press.published(a={"files/p": b"p"}, b={"files/p": b"p"}) == Published(1, 0, 0)
    press.begin()
    press.stage.drop("a")
    assert press.publish() == Published(0, 0, 1)
    assert press.files() == {"files/p": b"p"}
    press.begin()
    press.make("b", {})
    assert press.publish() == Published(0, 1, 0)
    assert press.files() == {}


def test_nothing_is_deleted_that_is_not_the_units_own(press: Press) -> None:
    press.published(a={"a/1": b"1"})
    disk.write(press.public / "a/notes.txt", b"own")
    press.begin().drop("a")
    press.publish()
    assert press.files() == {"a/notes.txt": b"own"}


def test_a_build_that_is_not_published_leaves_all_as_it_was(press: Press) -> None:
    press.published(a={"a": b"a"})
    press.begin()
    press.make("a", {"a": b"new"})
    press.stage.drop("a")
    press.begin()
    assert press.made_from() == {"a": "this"}
    assert press.publish() == Published(0, 0, 1)
    assert press.files() == {"a": b"a"}


def test_what_was_cut_off_while_it_was_put_in_place_is_at_fault(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise OSError(28, "No space left on device")

    press.published(a={"a/1": b"1"}, b={"b": b"b"})
    press.begin()
    press.make("a", {"a/2": b"2"})
    with monkeypatch.context() as patch:
        patch.setattr(disk, "move_tree", failing)
        with pytest.raises(OSError, match="No space left"):
            press.publish()
    assert press.files() == {"a/1": b"1", "b": b"b"}
    press.begin()
    assert press.made_from() == {"a": "", "b": "this"}
    assert press.at_fault() == {"a"}
    press.make("a", {"a/3": b"3"})
    assert press.publish() == Published(1, 2, 1)
    assert press.files() == {"a/3": b"3", "b": b"b"}


def test_two_addresses_of_which_one_is_a_folder_cannot_both_be_staged(press: Press) -> None:
    press.begin()
    press.make("a", {"x.html": b"x", "y.html/index.html": b"y"})
    press.make("b", {"x.html/index.html": b"folder", "y.html": b"file"})
    assert sorted(disk.files_under(press.stage.folder)) == ["x.html", "y.html/index.html"]


def test_who_waits_is_told_how_far_it_is(press: Press) -> None:
    press.published(a={"a": b"a"})
    press.begin()
    press.make("a", {"b": b"b", "c": b"c"})
    told: list[tuple[int, int]] = []
    press.stage.publish(lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (3, 3)]


class Distant:
    """A shelf that is on no disk, as the stage sees it: files are sent one by one, and get a time of its own."""

    def __init__(self, root: Path) -> None:
        self.shelf = LocalShelf(root)

    def __getattr__(self, name: str) -> object:
        return getattr(self.shelf, name)

    def take(self, source: Path, path: str) -> tuple[int, int]:
        self.shelf.take(source, path)
        os.utime(self.shelf.root / path, ns=(7, 7))
        return self.shelf.stat(path) or (0, 0)


def test_files_are_sent_to_a_shelf_that_is_elsewhere_and_known_there(press: Press) -> None:
    distant = Distant(press.public)
    press.shelf = distant  # type: ignore[assignment] # a shelf by its methods
    told: list[tuple[int, int]] = []
    press.begin()
    press.make("a", {"a/1": b"1", "files/p": b"p"})
    press.make("b", {"b": b"b", "files/p": b"p"})
    press.stage.publish(lambda *row: told.append(row))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3), (3, 3)]
    assert press.files() == {"a/1": b"1", "b": b"b", "files/p": b"p"}
    press.begin()
    assert press.at_fault(workers=2) == frozenset()
    for unit in "ab":
        assert {left[2] for left in press.stage.known(unit).values()} == {7}
    press.make("a", {"a/1": b"1", "a/2": b"2"})
    assert press.publish() == Published(1, 0, 3)
    assert press.begin().known("a")["a/1"][2] == 7


@pytest.mark.parametrize("workers", [1, 2])
def test_every_output_is_looked_at_and_read_only_where_its_time_differs(
    press: Press, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(verify, "ENOUGH", 4 if workers > 1 else 100)
    monkeypatch.setattr(verify, "CHUNK", 3)
    names = "abcdefgh"
    press.published(**{name: {f"{name}/1": b"1", f"{name}/2": b"2"} for name in names})
    assert press.at_fault(workers) == frozenset()
    os.utime(press.public / "a/1", (1, 1))
    disk.write(press.public / "b/1", b"x")
    disk.write(press.public / "c/2", b"longer")
    (press.public / "d/1").unlink()
    press.begin().drop("h")
    times = press.stage.known("a")
    assert press.at_fault(workers) == {"b", "c", "d"}
    assert press.stage.known("a")["a/1"] == (times["a/1"][0], 1, 1_000_000_000)
    assert press.stage.known("a")["a/2"] == times["a/2"]


def test_a_file_of_another_size_is_another_file_whatever_its_time(press: Press) -> None:
    press.published(a={"a": b"a"})
    left = (press.public / "a").stat()
    disk.write(press.public / "a", b"longer")
    os.utime(press.public / "a", ns=(left.st_atime_ns, left.st_mtime_ns))
    assert press.at_fault() == {"a"}


def test_units_at_fault_are_told_with_their_new_times_or_with_nothing(press: Press) -> None:
    press.published(a={"a": b"a"}, b={"b": b"b"}, c={"c": b"c"})
    os.utime(press.public / "a", ns=(5, 5))
    (press.public / "b").unlink()
    rows = press.ledger.rows("SELECT unit, outputs FROM units ORDER BY unit")
    (one, text), other = units_at_fault(press.shelf, rows)
    assert (one, outputs_of(text or ""), other) == ("a", {"a": [disk.digest(b"a"), 1, 5]}, ("b", None))


def test_what_a_killed_build_left_is_cleared_up(tmp_path: Path) -> None:
    press = Press(tmp_path)
    for left in (press.stage.folder / "a/index.html", work_of(press.stage.folder) / "bundle-x/documents/a.html"):
        disk.write(left, b"half")
    press.begin()
    assert list(press.stage.folder.iterdir()) == list(work_of(press.stage.folder).iterdir()) == []
