"""The door to the disk."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from broadsheet.publishing import clock, disk
from broadsheet.publishing.fingerprint import fingerprint


def tree(folder: Path, *names: str) -> None:
    for name in names:
        disk.write(folder / name, name.encode())


def test_files_are_listed_sorted_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    tree(tmp_path, "b.md", "a/z.md", "a/b/c.md", ".git/config", "a/.hidden", "甲.md")
    assert list(disk.files_under(tmp_path)) == ["b.md", "甲.md", "a/z.md", "a/b/c.md"]


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert list(disk.files_under(tmp_path / "none")) == []


def test_a_folder_that_cannot_be_read_is_no_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "locked/a.md")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    with pytest.raises(PermissionError):
        list(disk.files_under(tmp_path))


def test_a_stat_is_size_and_time_or_nothing(tmp_path: Path) -> None:
    tree(tmp_path, "a")
    os.utime(tmp_path / "a", ns=(5, 7))
    assert disk.stat(tmp_path / "a") == (1, 7)
    assert disk.stat(tmp_path / "b") is None
    assert disk.stat(tmp_path / "a" / "b") is None


def test_a_file_is_moved_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    tree(tmp_path, "new", "x/old")
    disk.move(tmp_path / "new", tmp_path / "x/old")
    disk.move(tmp_path / "x/old", tmp_path / "y/z/old")
    assert (tmp_path / "y/z/old").read_text() == "new"
    assert not (tmp_path / "new").exists()


def test_a_file_from_another_disk_is_copied_beside_and_then_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "new", "old")
    replace = Path.replace

    def across(self: Path, target: Path) -> Path:
        if self.parent != target.parent or self.name == "new":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", across)
    disk.move(tmp_path / "new", tmp_path / "old")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old", "new")]


def test_other_faults_of_moving_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.move(tmp_path / "none", tmp_path / "old")


def test_removing_a_file_takes_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    tree(tmp_path, "a/b/c/file", "a/other")
    disk.remove(tmp_path / "a/b/c/file", tmp_path)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "other"]
    disk.remove(tmp_path / "a/other", tmp_path)
    assert tmp_path.is_dir()
    disk.remove(tmp_path / "never/was", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_any_folder_is_taken_once(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / "spare" / name / "files").mkdir(parents=True)
    for place in ("first", "second", "third"):
        disk.take(tmp_path / "spare", tmp_path / place)
    assert (tmp_path / "first/files").is_dir()
    assert (tmp_path / "second/files").is_dir()
    assert not (tmp_path / "third").exists()


def test_an_emptied_folder_is_there_and_empty(tmp_path: Path) -> None:
    tree(tmp_path, "stage/a/b")
    disk.empty(tmp_path / "stage")
    disk.empty(tmp_path / "new/stage")
    assert [p.relative_to(tmp_path).as_posix() for p in sorted(tmp_path.rglob("*"))] == ["new", "new/stage", "stage"]


def test_a_digest_is_sha256() -> None:
    assert disk.digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_clock_has_a_zone_and_goes_forward() -> None:
    assert clock.now("Asia/Shanghai").utcoffset() == timedelta(hours=8)
    assert clock.seconds() <= clock.seconds()


def test_a_fingerprint_tells_texts_and_their_borders_apart() -> None:
    assert fingerprint("a", "b") == fingerprint("a", "b")
    assert len({fingerprint("a", "b"), fingerprint("ab"), fingerprint("b", "a"), fingerprint("a", "b", "")}) == 4
    assert len(fingerprint("\ud800")) == 64


def test_a_new_folder_is_put_in_place_at_once_and_others_file_by_file(tmp_path: Path) -> None:
    tree(tmp_path / "stage", "new/a", "new/b/c", "old/d", "e")
    tree(tmp_path / "public", "old/own")
    number = disk.folder_number(tmp_path / "stage/new")
    disk.move_tree(tmp_path / "stage", tmp_path / "public")
    assert list(disk.files_under(tmp_path / "public")) == ["e", "new/a", "new/b/c", "old/d", "old/own"]
    assert list(disk.files_under(tmp_path / "stage")) == []
    assert disk.folder_number(tmp_path / "public/new") == number


def test_a_new_folder_on_another_disk_is_filled_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def across(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    tree(tmp_path / "stage", "new/a", "new/b/c")
    monkeypatch.setattr(os, "rename", across)
    disk.move_tree(tmp_path / "stage", tmp_path / "public")
    assert list(disk.files_under(tmp_path / "public")) == ["new/a", "new/b/c"]


def test_other_faults_of_moving_a_folder_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    tree(tmp_path / "stage", "new/a")
    monkeypatch.setattr(os, "rename", refusing)
    with pytest.raises(PermissionError):
        disk.move_tree(tmp_path / "stage", tmp_path / "public")


def test_a_folder_has_a_number_of_its_own(tmp_path: Path) -> None:
    tree(tmp_path, "a/x", "b/x")
    assert len({disk.folder_number(tmp_path / name) for name in ("a", "b", "none")}) == 3
    assert disk.folder_number(tmp_path / "none") == 0


def test_a_file_of_many_is_written_over_and_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert disk.write_at(f"{tmp_path}/a/b", b"long text") == disk.stat(tmp_path / "a/b")
    assert disk.write_at(f"{tmp_path}/a/b", b"short") == disk.stat(tmp_path / "a/b")
    assert disk.read(tmp_path / "a/b") == b"short"


def test_names_are_of_files_that_are_not_hidden(tmp_path: Path) -> None:
    tree(tmp_path, "b", "a", ".c", "d/e")
    assert disk.names(tmp_path) == ["a", "b"]
    assert disk.names(tmp_path / "none") == []
