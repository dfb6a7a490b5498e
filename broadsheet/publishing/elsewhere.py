"""What an edition's copy and grids name that isn't its own: files, and stories of other editions."""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from broadsheet.publishing.edition_order import OutsideStory
from broadsheet.publishing.fingerprint import brief
from broadsheet.publishing.plan import moment_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from broadsheet.publishing.ledger import Ledger

FILES = "files that its copy names"
STORIES = "when and where stories that its copy leads to come out"
SLOTS = "editions that have a story of its grids"
ELSEWHERE = (FILES, STORIES, SLOTS)
_NAMED = (
    "SELECT named.edition, named.file, files.digest, files.address, files.shown_from, files.edition"
    " FROM named LEFT JOIN files USING (file)"
)
_SOUGHT = "SELECT sought.edition, sought.slug, files.edition FROM sought LEFT JOIN files USING (slug)"


class Elsewhere:
    """What the ledger knows of that, for a build's moment."""

    def __init__(self, ledger: Ledger, out: Collection[str], as_of: datetime, *, drafts: bool) -> None:
        """Take the names of the editions that readers see (`out`)."""
        self._ledger = ledger
        self._out = out
        self._now = moment_text(as_of)
        self._drafts = drafts

    def stories(self, files: Iterable[str]) -> dict[str, OutsideStory | None]:
        """Stories of other editions, by file; None for what is no story."""
        found: dict[str, OutsideStory | None] = {}
        for file in files:
            rows = self._ledger.rows("SELECT address, shown_from, edition FROM files WHERE file = ?", (file,))
            found[file] = OutsideStory(rows[0][0], self._is_shown(*rows[0][1:])) if rows and rows[0][0] else None
        return found

    def parts(self) -> dict[str, dict[str, str]]:
        """Of each edition that names something, by its name, the parts of what it is made from that this is."""
        found: dict[str, dict[str, str]] = {}
        for words, parts in ((_NAMED, self._named), (_SOUGHT, self._sought)):
            rows = self._ledger.stream(f"{words} ORDER BY 1, 2, 3")
            for edition, own in groupby(rows, key=lambda row: row[0]):
                found.setdefault(edition, {}).update(parts(own))
        return found

    def parts_of(self, edition: str) -> dict[str, str]:
        """The same of one edition."""
        found: dict[str, str] = {}
        for words, table, parts in ((_NAMED, "named", self._named), (_SOUGHT, "sought", self._sought)):
            rows = self._ledger.rows(f"{words} WHERE {table}.edition = ? ORDER BY 1, 2, 3", (edition,))
            found.update(parts(rows) if rows else {})
        return found

    def _named(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
        files, stories = sha256(), sha256()
        for _, file, of_file, address, shown_from, other in rows:
            files.update(repr((file, of_file)).encode("utf-8", "surrogatepass"))
            state = (file, address, self._is_shown(shown_from, other))
            stories.update(repr(state).encode("utf-8", "surrogatepass"))
        yield FILES, files.hexdigest()[:16]
        yield STORIES, stories.hexdigest()[:16]

    def _sought(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
        yield SLOTS, brief(repr([tuple(row) for row in rows]))

    def _is_shown(self, shown_from: str | None, edition: str | None) -> bool:
        if edition not in self._out:
            return False
        return self._drafts or (shown_from is not None and shown_from <= self._now)
