"""Where a new paper is made whole before any of it is published.

Outputs that are made again are written below the cache folder; `publish` moves them into place, each at once, and
only then deletes what the paper no longer has, and only files that the ledger knows to be its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.publishing import disk

if TYPE_CHECKING:
    from pathlib import Path

    from broadsheet.publishing.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Published:
    """What a build changed: paths below the output folder."""

    made: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


class Stage:
    """The outputs of one build, staged or found to stand already."""

    def __init__(self, cache: Path, output: Path, ledger: Ledger) -> None:
        """Begin with an empty stage below `cache`."""
        self.folder = cache / "stage"
        self._output = output
        self._ledger = ledger
        self._made: list[tuple[str, str, str]] = []
        self._kept: set[str] = set()
        disk.empty(self.folder)

    def keep(self, path: str, fingerprint: str) -> bool:
        """Whether the output stands already, made from the same things; then it stays."""
        if not self._ledger.holds(path, fingerprint):
            return False
        self._kept.add(path)
        return True

    def add(self, path: str, fingerprint: str, data: bytes) -> None:
        """Stage one output's bytes."""
        disk.write(self.folder / path, data)
        self._made.append((path, fingerprint, disk.digest(data)))

    def keep_all(self, fingerprint: str) -> bool:
        """Whether all files of an output of many files stand already; then they stay."""
        paths = self._ledger.paths_of(fingerprint)
        if not paths or not all(self._ledger.holds(path, fingerprint) for path in paths):
            return False
        self._kept.update(paths)
        return True

    def add_folder(self, path: str, fingerprint: str) -> None:
        """Note all files that stand in a folder of the stage, put there by somebody else."""
        for name in disk.files_under(self.folder / path):
            data = disk.read(self.folder / path / name)
            self._made.append((f"{path}/{name}", fingerprint, disk.digest(data)))

    def text(self, path: str) -> bytes:
        """The bytes of an output of this build, staged or kept."""
        staged = self.folder / path
        return disk.read(staged if disk.stat(staged) else self._output / path)

    def paths(self) -> list[str]:
        """All outputs of this build."""
        return sorted({path for path, _, _ in self._made} | self._kept)

    def publish(self) -> Published:
        """Put everything in place. Raises OSError where the disk fails; the old files that were not reached stay."""
        made = sorted(self._made)
        self._ledger.announce(path for path, _, _ in made)
        for path, _, _ in made:
            disk.move(self.folder / path, self._output / path)
        gone = sorted(self._ledger.paths() - {path for path, _, _ in made} - self._kept)
        for path in gone:
            disk.remove(self._output / path, self._output)
        self._ledger.record(made, gone)
        return Published(tuple(path for path, _, _ in made), tuple(gone), len(self._kept))
