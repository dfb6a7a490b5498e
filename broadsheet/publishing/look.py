"""What differs from the last build at a look: no file is read, and nothing is imported that reading needs.

A folder whose files have the names, sizes and times that they had is not looked into any further.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.shelf import Found, Shelf


@dataclass(slots=True)
class Changes:
    """Folders of the content folder that differ, with their new digests, and those that are gone.

    `candidates` are files of another size or time, with the digest that is known ("" for none); `gone` are files that
    were there.
    """

    folders: dict[str, str] = field(default_factory=dict)
    gone_folders: list[str] = field(default_factory=list)
    candidates: list[tuple[Found, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.folders or self.gone_folders)


def look(content: Shelf, ledger: Ledger) -> Changes:
    """Compare the content folder with the ledger, folder by folder. Raises OSError for a folder that can't be read."""
    changes = Changes()
    known = dict(ledger.rows("SELECT folder, digest FROM folders"))
    for folder, files in content.folders():
        digest = sha256(
            "\n".join(f"{path} {size} {time}" for path, size, time in files).encode("utf-8", "surrogatepass")
        )
        seen = digest.hexdigest()
        if known.pop(folder, None) != seen:
            changes.folders[folder] = seen
            words = "SELECT file, size, time, digest FROM files WHERE folder = ?"
            before = {row[0]: row for row in ledger.rows(words, (folder,))}
            for found in files:
                left = before.pop(found[0], None)
                if left is None or left[:3] != found:
                    changes.candidates.append((found, left[3] if left else ""))
            changes.gone += before
    for folder in known:
        changes.gone_folders.append(folder)
        changes.gone += (file for (file,) in ledger.rows("SELECT file FROM files WHERE folder = ?", (folder,)))
    return changes
