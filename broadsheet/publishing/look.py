"""What differs from the last build at a look: no file is read, and nothing is imported that reading needs.

A folder whose files have the names, sizes and times that they had is not looked into any further.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    known: dict[str, str] = dict(ledger.rows("SELECT folder, digest FROM folders"))
    differing = tuple(folder for folder, files in content.folders() if known.pop(folder, None) != digest_of(files))
    return Changes(differing, tuple(known))


def digest_of(files: Iterable[Found]) -> str:
    """The digest of a folder's files by name, size and time."""
    rows = "\n".join(f"{path} {size} {time}" for path, size, time in files)
    return sha256(rows.encode("utf-8", "surrogatepass")).hexdigest()
