"""What differs from the last build at a look: no file is read, and nothing is imported that reading needs.

A folder whose files have the names, sizes and times that they had is not looked into any further.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from broadsheet.publishing.shelf import LocalShelf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import ProcessPoolExecutor

    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.shelf import Found, Shelf


@dataclass(frozen=True, slots=True)
class Changes:
    """Folders of the content folder in which something differs, and those that are gone, with all their files."""

    folders: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.folders or self.gone)


def look(content: Shelf, ledger: Ledger) -> Changes:
    """Compare the content folder with the ledger, folder by folder. Raises OSError for a folder that can't be read."""
    return compare(walk(content, None), ledger)


def walk(content: Shelf, pool: ProcessPoolExecutor | None) -> Iterable[tuple[str, str]]:
    """Begin to go through the content folder; each folder that has files, with their digest.

    In other processes, where there is a `pool`: each goes through one of the uppermost folders at a time.
    """
    if pool is None or not isinstance(content, LocalShelf):
        return ((folder, digest_of(files)) for folder, files in content.folders())
    files, uppermost = content.top()
    there = [pool.submit(digests_below, content, folder) for folder in uppermost]
    own = [("", digest_of(files))] if files else []
    return chain(own, (found for future in there for found in future.result()))


def compare(there: Iterable[tuple[str, str]], ledger: Ledger) -> Changes:
    """What differs from the ledger, of folders and their digests. Raises OSError, as `look`."""
    known: dict[str, str] = dict(ledger.rows("SELECT folder, digest FROM folders"))
    differing = tuple(folder for folder, digest in there if known.pop(folder, None) != digest)
    return Changes(differing, tuple(known))


def digests_below(content: LocalShelf, folder: str) -> list[tuple[str, str]]:
    """The folders from one of them down, with the digests of their files."""
    return [(found, digest_of(files)) for found, files in content.folders(folder)]


def digest_of(files: Iterable[Found]) -> str:
    """The digest of a folder's files by name, size and time."""
    rows = "\n".join(f"{path} {size} {time}" for path, size, time in files)
    return sha256(rows.encode("utf-8", "surrogatepass")).hexdigest()
