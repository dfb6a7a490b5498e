"""Folders that a build reads from and publishes to: on this machine's disk, or wherever fsspec reaches.

A folder is a path, or an address such as `s3://paper/content` or `file:///srv/content`, which are in `remote_shelf`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[str, int, int]
"""A file's path below its shelf, its size in bytes and what tells its state: its time in nanoseconds, or the like."""


class Shelf(Protocol):
    """A folder with all that is below it; paths have `/`."""

    @property
    def way(self) -> tuple[str, ...]:
        """Where it is: the kind of place, then the folders that lead there, so that one inside it begins alike."""

    def folders(self) -> Iterator[tuple[str, list[Found]]]:
        """Each folder that has files (the shelf itself is ""), with its files, all sorted; hidden ones left out."""

    def files(self, folder: str) -> list[Found]:
        """The files of one folder, as `folders` gives them."""

    def read(self, path: str) -> bytes:
        """A file's bytes. Raises OSError."""

    def names(self, folder: str) -> list[str]:
        """Names of the files in a folder, sorted; none for one that isn't there."""

    def stat(self, path: str) -> tuple[int, int] | None:
        """A file's size and state; None where there is no such file."""

    def take(self, source: Path, path: str) -> tuple[int, int]:
        """Move a finished file of the disk here, at once; its size and state from now on."""

    def remove(self, path: str) -> None:
        """Delete a file, and the folders that it leaves empty."""


def shelf_of(place: Path | str) -> Shelf:
    """The folder at a path or an address."""
    if isinstance(place, Path) or "://" not in place:
        return LocalShelf(Path(place))
    # A build of a paper that is at hand does without.
    from broadsheet.publishing.remote_shelf import RemoteShelf, address_of  # noqa: PLC0415 - as said

    return RemoteShelf(address_of(place))


@dataclass(frozen=True, slots=True)
class LocalShelf:
    """A folder of the disk."""

    root: Path

    @property
    def way(self) -> tuple[str, ...]:
        """As Shelf says."""
        return "file", *self.root.resolve().parts[1:]

    def folders(self, below: str = "") -> Iterator[tuple[str, list[Found]]]:
        """As Shelf says, from a folder down. Raises OSError for one that can't be read: its stories would be missed."""
        yield from _folders(str(self.root), below)

    def top(self) -> tuple[list[Found], list[str]]:
        """The files of the shelf itself, as `folders` gives them, and its uppermost folders."""
        return _files(str(self.root), "")

    def files(self, folder: str) -> list[Found]:
        """As Shelf says."""
        return _files(str(self.root), folder)[0]

    def read(self, path: str) -> bytes:
        """As Shelf says."""
        return disk.read(f"{self.root}/{path}")

    def names(self, folder: str) -> list[str]:
        """As Shelf says. A folder that a link leads to is not there, as `folders` doesn't see into it either."""
        ways = [folder, *(parent.as_posix() for parent in PurePosixPath(folder).parents)]
        if any((self.root / way).is_symlink() for way in ways if way not in {"", "."}):
            return []
        return disk.names(self.root / folder)

    def stat(self, path: str) -> tuple[int, int] | None:
        """As Shelf says."""
        return disk.stat(f"{self.root}/{path}")

    def take(self, source: Path, path: str) -> tuple[int, int]:
        """As Shelf says."""
        disk.move(source, self.root / path)
        return disk.stat(f"{self.root}/{path}") or (0, 0)

    def remove(self, path: str) -> None:
        """As Shelf says."""
        disk.remove(self.root / path, self.root)


def _folders(root: str, below: str) -> Iterator[tuple[str, list[Found]]]:
    files, deeper = _files(root, below)
    if files:
        yield below, files
    for path in deeper:
        yield from _folders(root, path)


def _files(root: str, below: str) -> tuple[list[Found], list[str]]:
    """The files and the folders in a folder, by their paths below `root`.

    What has a name that is not UTF-8 can't be read by the name that is noted; folders count as files then.
    """
    files: list[Found] = []
    folders: list[str] = []
    for entry in disk.entries(f"{root}/{below}" if below else root):
        name = disk.spelt(entry.name)
        path = f"{below}/{name}" if below else name
        if entry.is_dir(follow_symlinks=False) and name == entry.name:
            folders.append(path)
        elif not entry.is_dir(follow_symlinks=True) or name != entry.name:
            files.append((path, *disk.state_of(entry)))
    return files, folders
