"""Folders at an address such as `s3://paper/content` or `sftp://host/srv/www` that fsspec knows (extra `cluster`).

What differs from one library of fsspec's to another is made alike here: every failure is an OSError with the words and
the file that the disk would give, and a state tells whether a file is still the one that was left.
"""

from __future__ import annotations

import errno
import os
import posixpath
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.publishing.shelf import Found

STORES = {"s3", "gs", "gcs", "abfs", "az", "oci", "oss", "memory"}
"""Object stores: they have no folders, and show an object only when it is whole."""
TAGS = ("ETag", "etag", "mtime", "updated", "last_modified", "LastModified", "created")
"""What libraries call that which changes with a file, the surest first."""
INSTALL = "pip install -e '.[cluster]'"


@dataclass(frozen=True)
class RemoteShelf:
    """A folder at an address, such as `address_of` gives; it is all that is sent to other processes.

    What stands where is listed once in the life of a shelf (`stat`), everything else is asked anew. All methods raise
    OSError, `read` and `take` may be called from several threads.
    """

    address: str

    def __reduce__(self) -> tuple[type[RemoteShelf], tuple[str]]:
        """The address: a connection belongs to its process, a listing to its build."""
        return RemoteShelf, (self.address,)

    @property
    def way(self) -> tuple[str, ...]:
        """As Shelf says."""
        with self._asking() as (system, root):
            kind = _kind(system)
            parts = Path(root).resolve().parts[1:] if kind == "file" else root.split("/")
            return kind, *filter(None, parts)

    def folders(self) -> Iterator[tuple[str, list[Found]]]:
        """As Shelf says."""
        found: dict[str, list[Found]] = {}
        with self._asking() as (system, root):
            for info in _listed(system, root):
                path = info["name"].removeprefix(root).strip("/")
                if not any(part.startswith(".") for part in path.split("/")):
                    found.setdefault(path.rpartition("/")[0], []).append((path, info["size"], _state(info)))
        for folder in sorted(found, key=lambda folder: folder.split("/") if folder else []):
            yield folder, sorted(found[folder])

    def files(self, folder: str) -> list[Found]:
        """As Shelf says, asked anew."""
        with self._asking(folder) as (system, root):
            listed = _entries(system, f"{root}/{folder}".rstrip("/"))
        below = f"{folder}/" if folder else ""
        found = ((info["name"].rpartition("/")[2], info) for info in listed if info["type"] == "file")
        return sorted((below + name, info["size"], _state(info)) for name, info in found if name[:1] not in {"", "."})

    def read(self, path: str) -> bytes:
        """As Shelf says."""
        with self._asking(path) as (system, root):
            data: bytes = system.cat_file(f"{root}/{path}")
            return data

    def names(self, folder: str) -> list[str]:
        """As Shelf says."""
        with self._asking(folder) as (system, root):
            listed = _entries(system, f"{root}/{folder}".rstrip("/"))
        names = (info["name"].rpartition("/")[2] for info in listed if info["type"] == "file")
        return sorted(name for name in names if name and not name.startswith("."))

    def stat(self, path: str) -> tuple[int, int] | None:
        """As Shelf says, by the listing."""
        return self._stats.get(path)

    def take(self, source: Path, path: str) -> tuple[int, int]:
        """As Shelf says: an object is shown when it is whole; elsewhere a file is written beside and moved."""
        with self._asking(path) as (system, root):
            target = f"{root}/{path}"
            if _kind(system) in STORES:
                system.put_file(str(source), target)
            else:
                folder, _, name = target.rpartition("/")
                system.makedirs(folder, exist_ok=True)
                system.put_file(str(source), f"{folder}/.{name}.new")
                system.mv(f"{folder}/.{name}.new", target)
            info = system.info(target)
        source.unlink()
        return info["size"], _state(info)

    def remove(self, path: str) -> None:
        """As Shelf says."""
        with self._asking(path) as (system, root):
            with suppress(FileNotFoundError):
                system.rm_file(f"{root}/{path}")
            if _kind(system) not in STORES:
                with suppress(FileNotFoundError):
                    _remove_empty(system, root, path.rpartition("/")[0])

    @cached_property
    def _stats(self) -> dict[str, tuple[int, int]]:
        """What is there: a store answers one question for a thousand files as fast as one for one."""
        return {path: (size, state) for _, files in self.folders() for path, size, state in files}

    @contextmanager
    def _asking(self, path: str = "") -> Iterator[tuple[Any, str]]:
        """The file system and the shelf's root in it. Whatever its library raises is an OSError of the file `path`."""
        file = f"{self.address}/{path}" if path else self.address
        try:
            # fsspec keeps file systems, each process its own. One that keeps listings would miss what others change.
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra, for addresses only

            system, root = url_to_fs(self.address, use_listings_cache=False)
            yield system, root.rstrip("/")
        except ImportError as error:
            raise OSError(errno.ENOSYS, f"the library for this kind of address is missing: {INSTALL}", file) from error
        except Exception as error:  # every store has a library of its own
            raise _as_of_the_disk(error, file) from error


def address_of(text: str) -> str:
    """An address as everybody who types it means it: without `/` at its end, `//` or `./` inside."""
    scheme, _, way = text.partition("://")
    plain = posixpath.normpath(f"/{way}").lstrip("/")
    return f"{scheme.lower()}://{'/' if way.startswith('/') else ''}{plain}"


def _as_of_the_disk(error: Exception, file: str) -> OSError:
    """The error with a number, words and a file."""
    said = " ".join(str(error).split())
    if not isinstance(error, OSError):
        return OSError(errno.EIO, said if isinstance(error, ValueError) else f"{type(error).__name__}: {said}", file)
    if error.errno and error.strerror:
        return OSError(error.errno, error.strerror, file)
    kinds = ((FileNotFoundError, errno.ENOENT), (PermissionError, errno.EACCES))
    number = next((number for kind, number in kinds if isinstance(error, kind)), 0)
    if not number:
        return OSError(errno.EIO, said or type(error).__name__, file)
    # Most give the file's name for words; some give reasons, of which these help.
    helps = " " in said if number == errno.EACCES else "bucket does not exist" in said
    return OSError(number, f"{os.strerror(number)}: {said}" if helps else os.strerror(number), file)


def _kind(system: Any) -> str:  # noqa: ANN401 - a file system of fsspec's, which has no types
    """The first of the names that a kind of file system goes by."""
    names: str | tuple[str, ...] = system.protocol
    return names if isinstance(names, str) else names[0]


def _listed(system: Any, root: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - as above
    """All files below a root. A store is asked for the files of each of its top folders at once: a year, not all years.

    Raises OSError for a folder that can't be read.
    """
    for info in _entries(system, root):
        if info["type"] != "directory":
            yield info
        elif _kind(system) in STORES:
            found = system.find(info["name"], detail=True).values()
            yield from (below for below in found if below["type"] == "file" and not below["name"].endswith("/"))
        elif not info["name"].rpartition("/")[2].startswith("."):
            yield from _listed(system, info["name"])


def _entries(system: Any, folder: str) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    """What stands in a folder; nothing for one that isn't there."""
    try:
        entries: list[dict[str, Any]] = system.ls(folder, detail=True)
    except FileNotFoundError:
        return []
    # A store may have an object of the folder's own name, which holds nothing.
    return [info for info in entries if info["name"].strip("/") != folder.strip("/")]


def _remove_empty(system: Any, root: str, folder: str) -> None:  # noqa: ANN401 - as above
    """Delete a folder below a root that has nothing in it, and those above that this leaves empty."""
    while folder and not system.ls(f"{root}/{folder}", detail=False):
        system.rmdir(f"{root}/{folder}")
        folder = folder.rpartition("/")[0]


def _state(info: dict[str, Any]) -> int:
    """What tells a file from another of its size: the store's own tag of its content, else its time; 60 bits."""
    tag = next((info[name] for name in TAGS if info.get(name)), "")
    text = str(tag.timestamp() if isinstance(tag, datetime) else tag).strip('"')
    return int(disk.digest(text.encode())[:15], 16)
