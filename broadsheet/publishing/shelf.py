"""Folders that a build reads from and publishes to: on this machine's disk, or wherever fsspec reaches.

A folder is a path, or an address such as `s3://paper/content` or `file:///srv/content` whose scheme fsspec knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[str, int, int]
"""A file's path below its shelf, its size in bytes and what tells its state: its time in nanoseconds, or the like."""


class Shelf(Protocol):
    """A folder with all that is below it; paths have `/`."""

    def folders(self) -> Iterator[tuple[str, list[Found]]]:
        """Each folder that has files (the shelf itself is ""), with its files, all sorted; hidden ones left out."""

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
    return RemoteShelf(str(place)) if "://" in str(place) else LocalShelf(Path(place))


@dataclass(frozen=True, slots=True)
class LocalShelf:
    """A folder of the disk."""

    root: Path

    def folders(self) -> Iterator[tuple[str, list[Found]]]:
        """As Shelf says. Raises OSError for a folder that can't be read: its stories would be missed."""
        yield from _folders(str(self.root), "")

    def read(self, path: str) -> bytes:
        """As Shelf says."""
        return disk.read(self.root / path)

    def names(self, folder: str) -> list[str]:
        """As Shelf says."""
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
    files: list[Found] = []
    deeper: list[str] = []
    for entry in disk.entries(f"{root}/{below}" if below else root):
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            deeper.append(path)
        elif not entry.is_dir():
            files.append((path, *disk.stat_of(entry)))
    if files:
        yield below, files
    for path in deeper:
        yield from _folders(root, path)


@dataclass(frozen=True)
class RemoteShelf:
    """A folder at an address that fsspec knows (extra `cluster`)."""

    address: str

    @cached_property
    def _system(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, for addresses only

        system, root = url_to_fs(self.address)
        return system, root.rstrip("/")

    def folders(self) -> Iterator[tuple[str, list[Found]]]:
        """As Shelf says."""
        system, root = self._system
        system.invalidate_cache()
        found: dict[str, list[Found]] = {}
        for name, info in sorted(system.find(root, detail=True).items()):
            path = name.removeprefix(root).lstrip("/")
            if not any(part.startswith(".") for part in path.split("/")):
                found.setdefault(path.rpartition("/")[0], []).append((path, info["size"], _state(info)))
        yield from sorted(found.items(), key=lambda row: row[0].split("/"))

    def read(self, path: str) -> bytes:
        """As Shelf says."""
        system, root = self._system
        data: bytes = system.cat_file(f"{root}/{path}")
        return data

    def names(self, folder: str) -> list[str]:
        """As Shelf says."""
        system, root = self._system
        try:
            listed = system.ls(f"{root}/{folder}".rstrip("/"), detail=True)
        except FileNotFoundError:
            return []
        names = (info["name"].rpartition("/")[2] for info in listed if info["type"] == "file")
        return sorted(name for name in names if not name.startswith("."))

    def stat(self, path: str) -> tuple[int, int] | None:
        """As Shelf says."""
        return self._stats.get(path)

    def take(self, source: Path, path: str) -> tuple[int, int]:
        """As Shelf says: an object store shows an object when it is whole; elsewhere a file is moved into place."""
        system, root = self._system
        target = f"{root}/{path}"
        system.makedirs(target.rpartition("/")[0], exist_ok=True)
        beside = f"{target.rpartition('/')[0]}/.{target.rpartition('/')[2]}.new"
        system.put_file(str(source), beside)
        system.mv(beside, target)
        system.invalidate_cache()
        source.unlink()
        info = system.info(target)
        return info["size"], _state(info)

    def remove(self, path: str) -> None:
        """As Shelf says; folders are left, which object stores don't have."""
        system, root = self._system
        if system.exists(f"{root}/{path}"):
            system.rm_file(f"{root}/{path}")

    @cached_property
    def _stats(self) -> dict[str, tuple[int, int]]:
        """What is there, asked once: a store answers one question for a thousand files as fast as one for one."""
        return {path: (size, state) for _, files in self.folders() for path, size, state in files}


def _state(info: dict[str, Any]) -> int:
    """What tells a file from another of its size: the store's own tag of its content, else its time."""
    tag = info.get("ETag") or info.get("mtime") or info.get("created") or info.get("LastModified") or 0
    return int.from_bytes(disk.digest(str(tag).encode()).encode()[:7])
