"""The one door to the disk."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

try:
    import fcntl
except ImportError:  # pragma: no cover - a system without POSIX
    fcntl = None  # type: ignore[assignment] # a module elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

BINARY = getattr(os, "O_BINARY", 0)
"""What keeps a system that has it from reading its own line ends into a file."""
AT_ONCE = 65_536
"""Bytes that are read at once: all of an article, and a piece of a picture."""
ASK = 0.1
"""Seconds in which who waits for a turn asks at every place once: what it is for takes seconds."""


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


def read(path: Path | str) -> bytes:
    """A file's bytes."""
    handle = os.open(path, os.O_RDONLY | BINARY)  # fewer calls than open() makes, a million times
    try:
        parts = [os.read(handle, AT_ONCE)]
        while part := os.read(handle, AT_ONCE):
            parts.append(part)
    finally:
        os.close(handle)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(data).hexdigest()


def entries(folder: str) -> list[os.DirEntry[str]]:
    """What stands in a folder, sorted by name, hidden files and folders left out; nothing for one that isn't there."""
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def names(folder: Path) -> list[str]:
    """Names of the files in a folder, sorted, hidden ones left out; none for a folder that isn't there."""
    return [spelt(entry.name) for entry in entries(str(folder)) if not entry.is_dir()]


def stat(path: Path | str) -> tuple[int, int] | None:
    """A file's size in bytes and its time in nanoseconds; None where there is no such file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of a Path's own, a million times
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_size, found.st_mtime_ns


def state_of(entry: os.DirEntry[str]) -> tuple[int, int]:
    """The size of a folder's file, and what tells its state: nanoseconds of its times of writing and of change, added.

    Files that take each other's names keep the first, as many unpacked ones have the same; only the second tells.
    (-1, 0) for a link that leads nowhere, which only reading it will tell.
    """
    try:
        found = entry.stat()
    except FileNotFoundError:
        return -1, 0
    return found.st_size, found.st_mtime_ns + found.st_ctime_ns


def spelt(name: str) -> str:
    """A file's name in letters that can be written down; see `content_path.misspelt` for one that is not UTF-8."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()


def folder_number(path: Path) -> int:
    """What tells a folder from another that takes its place under the same name (its inode); 0 where there is none."""
    return path.stat().st_ino if path.is_dir() else 0


def write(path: Path, data: bytes) -> None:
    """Write a file whose folder may not exist yet. It is for files nobody reads yet: see `move`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def create(path: Path, data: bytes) -> None:
    """Write a file that isn't there yet, in a folder that may not exist either. Raises FileExistsError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)


def write_at(path: str, data: bytes) -> tuple[int, int]:
    """The same for a file that there are very many of, most in a folder of its own; its size and time."""
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102 - as above
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        with memoryview(data) as left:
            at = 0
            while at < len(left):
                at += os.write(handle, left[at:])
        return len(data), os.fstat(handle).st_mtime_ns
    finally:
        os.close(handle)


def replace_bytes(path: Path, data: bytes) -> None:
    """Give a file other bytes at once, and leave it its rights; where a link leads to it, the link stays."""
    path = path.resolve()
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def move(source: Path, target: Path) -> None:
    """Put a finished file in place at once: a reader sees the old one or the new one, never a part."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.new")
        shutil.copy2(source, beside)
        beside.replace(target)
        source.unlink()


def take(folder: Path, place: Path) -> None:
    """Move any one of the folders in `folder` to `place`, if there is one that nobody else takes."""
    for each in folder.iterdir():
        with suppress(FileNotFoundError):
            each.rename(place)
            return


def move_tree(source: Path, target: Path) -> None:
    """Put all files below a folder in place; a folder that isn't there yet in one move with all that is in it.

    Of each folder the files come last: `bundles.json` names what stands in the folders beside it.
    """
    target.mkdir(parents=True, exist_ok=True)
    with os.scandir(source) as found:
        staged = sorted(found, key=lambda entry: not entry.is_dir(follow_symlinks=False))
    for entry in staged:
        into = target / entry.name
        if not entry.is_dir(follow_symlinks=False):
            move(Path(entry.path), into)
        elif into.exists() or not _moved_whole(entry.path, into):
            move_tree(Path(entry.path), into)


def _moved_whole(source: str, target: Path) -> bool:
    try:
        os.rename(source, target)  # noqa: PTH104 - as above
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return False
    return True


def remove(path: Path, within: Path) -> None:
    """Delete a file, and the folders that it leaves empty, up to `within`.

    One that is not there is gone already, also where by now a folder has its name or a file that of its folder.
    """
    if path.is_dir() and not path.is_symlink():
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        path.unlink()
    for folder in path.parents:
        if folder == within:
            return
        try:
            folder.rmdir()
        except OSError:
            return


@contextmanager
def turn(folder: Path, name: str, places: int) -> Iterator[None]:
    """A turn at something that only as many processes may do at once as there are `places`, on this machine.

    Files in `folder` hold the places; `name` says at which of them one asks first, so that not all ask at the same.
    Where a system knows no such locks, nobody waits.
    """
    if fcntl is None:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(crc32(name.encode())):
        with (folder / f"turn-{number % places}").open("wb") as place:
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                # Whoever waits at one place doesn't see another one become free.
                time.sleep(ASK / places)
            else:
                yield
                return


def empty(folder: Path) -> None:
    """Make a folder that has nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error
