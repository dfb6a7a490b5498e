"""Folders that a build reads from and publishes to, on the disk and at an address."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadsheet.publishing import disk
from broadsheet.publishing.crew import processes
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.look import digest_of, look, walk
from broadsheet.publishing.remote_shelf import RemoteShelf
from broadsheet.publishing.shelf import LocalShelf, shelf_of

if TYPE_CHECKING:
    from broadsheet.publishing.shelf import Shelf

FILES = ("b.md", "d/a.md", "d/e/f.md", "d.x/g.md", "公园.md", ".hidden", ".git/config", "d/.notes")


@pytest.fixture(params=["disk", "address"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    if request.param == "address":
        pytest.importorskip("fsspec")
    for name in FILES:
        disk.write(tmp_path / "content" / name, name.encode())
    return shelf_of(tmp_path / "content" if request.param == "disk" else f"file://{tmp_path}/content")


def test_a_folder_is_a_path_or_an_address() -> None:
    assert shelf_of("content") == shelf_of(Path("content")) == LocalShelf(Path("content"))
    assert shelf_of("s3://paper/content") == RemoteShelf("s3://paper/content")


def test_folders_come_with_their_files_sorted_and_without_hidden_ones(shelf: Shelf) -> None:
    found = {folder: [path for path, _, _ in files] for folder, files in shelf.folders()}
    assert found == {"": ["b.md", "公园.md"], "d": ["d/a.md"], "d/e": ["d/e/f.md"], "d.x": ["d.x/g.md"]}
    assert list(found)[:3] == ["", "d", "d/e"]
    sizes = {path: size for _, files in shelf.folders() for path, size, _ in files}
    assert sizes == {path: len(path.encode()) for path in sizes}


def test_names_are_those_of_a_folders_own_files(shelf: Shelf) -> None:
    assert shelf.names("") == ["b.md", "公园.md"]
    assert shelf.names("d") == ["a.md"]
    assert shelf.names("nowhere") == []


def test_a_file_has_bytes_a_size_and_a_state(shelf: Shelf) -> None:
    assert shelf.read("d/a.md") == b"d/a.md"
    with pytest.raises(FileNotFoundError):
        shelf.read("d/none.md")
    states = {path: (size, state) for _, files in shelf.folders() for path, size, state in files}
    assert shelf.stat("d/a.md") is not None
    assert states["d/a.md"][0] == 6
    assert shelf.stat("d/none.md") is None


def test_a_file_is_taken_over_whole_and_gone_where_it_was(shelf: Shelf, tmp_path: Path) -> None:
    disk.write(tmp_path / "stage/new", b"new text")
    size, _ = shelf.take(tmp_path / "stage/new", "n/e/w.html")
    assert (size, shelf.read("n/e/w.html")) == (8, b"new text")
    assert not (tmp_path / "stage/new").exists()
    disk.write(tmp_path / "stage/new", b"newer")
    assert shelf.take(tmp_path / "stage/new", "n/e/w.html")[0] == 5
    assert shelf.read("n/e/w.html") == b"newer"
    assert shelf.names("n/e") == ["w.html"]


def test_a_file_is_removed_and_may_be_gone_already(shelf: Shelf) -> None:
    shelf.remove("d/e/f.md")
    shelf.remove("d/e/f.md")
    assert [folder for folder, _ in shelf.folders()] == ["", "d", "d.x"]


def test_a_look_finds_folders_in_which_something_came_changed_or_went(shelf: Shelf, tmp_path: Path) -> None:
    with Ledger(tmp_path / "cache", "public") as ledger:

        def noted() -> None:
            changes = look(shelf, ledger)
            ledger.write("DELETE FROM folders WHERE folder = ?", ((folder,) for folder in changes.gone))
            rows = ((folder, digest_of(shelf.files(folder))) for folder in changes.folders)
            ledger.write("INSERT OR REPLACE INTO folders VALUES (?, ?)", rows)

        assert sorted(look(shelf, ledger).folders) == ["", "d", "d.x", "d/e"]
        noted()
        assert not look(shelf, ledger)
        content = tmp_path / "content"
        os.utime(content / "b.md", (1, 1))
        disk.write(content / "d/new.md", b"")
        (content / "d/a.md").unlink()
        disk.remove(content / "d/e/f.md", content)
        changes = look(shelf, ledger)
        assert (sorted(changes.folders), changes.gone) == (["", "d"], ("d/e",))
        assert bool(changes)
        noted()
        assert not look(shelf, ledger)


def test_the_files_of_a_folder_are_those_that_all_folders_give(shelf: Shelf) -> None:
    assert all(shelf.files(folder) == files for folder, files in shelf.folders())
    assert shelf.files("nowhere") == []


def test_a_link_that_leads_nowhere_is_listed_and_one_to_a_folder_is_not(tmp_path: Path) -> None:
    disk.write(tmp_path / "content/a.md", b"")
    (tmp_path / "content/gone.md").symlink_to("nowhere.md")
    (tmp_path / "content/round").symlink_to(".")
    ((folder, files),) = LocalShelf(tmp_path / "content").folders()
    assert (folder, [row[0] for row in files]) == ("", ["a.md", "gone.md"])
    assert files[1][1:] == (-1, 0)


def test_files_that_take_each_others_names_are_in_another_state(tmp_path: Path) -> None:
    shelf = LocalShelf(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (1, 1))
    before = shelf.files("")
    (tmp_path / "a.md").rename(tmp_path / "c.md")
    (tmp_path / "b.md").rename(tmp_path / "a.md")
    (tmp_path / "c.md").rename(tmp_path / "b.md")
    assert {path for path, *_ in before} == {path for path, *_ in shelf.files("")}
    assert not set(before) & set(shelf.files(""))


def test_what_a_link_leads_to_is_neither_walked_through_nor_there(tmp_path: Path) -> None:
    disk.write(tmp_path / "pictures/deep/a.jpg", b"a")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/linked").symlink_to("../pictures")
    shelf = LocalShelf(tmp_path / "content")
    assert list(shelf.folders()) == []
    assert shelf.names("linked") == shelf.names("linked/deep") == []


@pytest.mark.skipif(sys.platform != "linux", reason="a system whose file names are texts")
def test_a_name_that_is_not_utf8_is_noted_and_not_entered(tmp_path: Path) -> None:
    for name in (b"\xd6\xd0.jpg", b"\xd6\xd0.d/a.md"):
        path = os.fsencode(tmp_path) + b"/" + name
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - bytes are no Path
        Path(os.fsdecode(path)).write_bytes(b"")
    shelf = LocalShelf(tmp_path)
    assert [path for path, *_ in shelf.files("")] == ["\\udcd6\\udcd0.d", "\\udcd6\\udcd0.jpg"]
    assert [folder for folder, _ in shelf.folders()] == [""]
    assert shelf.names("") == ["\\udcd6\\udcd0.jpg"]


@pytest.mark.parametrize("files", [FILES, ("only.md",), ("a/b/c.md",), ()])
def test_a_walk_by_several_is_that_of_one(tmp_path: Path, files: tuple[str, ...]) -> None:
    for name in files:
        disk.write(tmp_path / name, name.encode())
    shelf = LocalShelf(tmp_path)
    with processes(2) as pool:
        assert list(walk(shelf, pool)) == list(walk(shelf, None))
