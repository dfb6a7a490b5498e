"""The one door to the disk."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Stat:
    """What tells cheaply whether a file is still the same: its size in bytes and its time in nanoseconds."""

    size: int
    time: int


def files_under(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, relative, with `/`, sorted; hidden files and folders are left out.

    A folder that isn't there has none. Raises OSError for one that can't be read: its stories would be missed.
    """
    for root, folders, files in os.walk(folder, onerror=_unless_gone):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(root).relative_to(folder).as_posix()
        for name in sorted(files):
            if not name.startswith("."):
                yield name if below == "." else f"{below}/{name}"


def read(path: Path) -> bytes:
    """A file's bytes."""
    return path.read_bytes()


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(data).hexdigest()


def stat(path: Path) -> Stat | None:
    """A file's size and time; None where there is no such file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Stat(found.st_size, found.st_mtime_ns)


def folder_number(path: Path) -> int:
    """What tells a folder from another that takes its place under the same name (its inode); 0 where there is none."""
    return path.stat().st_ino if path.is_dir() else 0


def write(path: Path, data: bytes) -> None:
    """Write a file whose folder may not exist yet. It is for files nobody reads yet: see `move`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def move(source: Path, target: Path) -> None:
    """Put a finished file in place at once: a reader sees the old one or the new one, never a part."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.new")
        shutil.copyfile(source, beside)
        beside.replace(target)
        source.unlink()


def remove(path: Path, within: Path) -> None:
    """Delete a file, and the folders that it leaves empty, up to `within`."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == within:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def empty(folder: Path) -> None:
    """Make a folder that has nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error
