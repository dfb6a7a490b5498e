"""The step of a build that makes the copies of its pictures, each once, whatever becomes of the pages around it."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from broadsheet.publishing.crew import ENOUGH
from broadsheet.publishing.history import Made
from broadsheet.publishing.tools import Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.pictures import Copies
    from broadsheet.planning.renditions import Renditions
    from broadsheet.publishing.picture_cache import PictureCache
    from broadsheet.publishing.picture_work import PictureOrder
    from broadsheet.publishing.stage import Tray
    from broadsheet.publishing.tools import Tools

NEW = ("copies of this name, which says all that they are made from, did not stand there",)
"""Why copies are made."""


class PicturesStep(Step):
    """Makes the copies that are not there yet."""

    def __init__(self, tools: Tools, cache: PictureCache) -> None:
        """Take where copies are kept."""
        super().__init__(tools)
        self._cache = cache

    def make(self, at_fault: frozenset[str]) -> list[Diagnostic]:
        """Make the copies that the editions of the ledger need; what is wrong with pictures.

        A picture's name says all that its copies are made from, so that one that stands is right.
        """
        self._forget()
        there = {unit for (unit,) in self._ledger.rows("SELECT unit FROM units WHERE unit LIKE 'picture %'")} - at_fault
        rows = self._ledger.rows("SELECT picture FROM pictures ORDER BY picture")
        waiting = [name for (name,) in rows if _unit(name) not in there]
        found: list[Diagnostic] = []
        done = 0
        self._progress.reach(done, len(waiting))
        if not waiting:
            return found
        from broadsheet.publishing.picture_work import make_picture  # noqa: PLC0415 - see attachments

        for made in self._crew.map(make_picture, self._orders(self._uncached(waiting)), weigh=lambda _: ENOUGH):
            if made.diagnostic:
                found.append(made.diagnostic)
            else:
                self._add(made.copies.renditions, made.tray)
            done += 1
            self._progress.reach(done, len(waiting))
        return found

    def _forget(self) -> None:
        """Forget pictures that no edition shows any more."""
        words = "SELECT picture FROM pictures WHERE picture NOT IN (SELECT picture FROM shown)"
        gone = [name for (name,) in self._ledger.rows(words)]
        for name in gone:
            self._stage.drop(_unit(name))
        self._ledger.write("DELETE FROM pictures WHERE picture = ?", ((name,) for name in gone))
        self._cache.drop(_stem(name) for name in gone)

    def _uncached(self, names: Sequence[str]) -> Iterator[Copies]:
        """Those of some pictures that the cache doesn't have; the others are put on the stage."""
        for name in names:
            ((packed,),) = self._ledger.rows("SELECT copies FROM pictures WHERE picture = ?", (name,))
            copies: Copies = pickle.loads(packed)  # noqa: S301 - made by this build or the last
            paths = [address.lstrip("/") for address in copies.renditions.addresses]
            kept = self._cache.find(_stem(name), paths)
            if kept is None:
                yield copies
                continue
            tray = self._stage.tray(_unit(name))
            for path, data in kept.items():
                tray.put(path, data)
            self._stage.add(_unit(name), Made(name, why=NEW), tray)

    def _orders(self, waiting: Iterator[Copies]) -> Iterator[PictureOrder]:
        from broadsheet.publishing.picture_work import PictureOrder  # noqa: PLC0415 - see attachments

        for copies in waiting:
            known = self._stage.known(_unit(copies.renditions.name))
            yield PictureOrder(self._packed, copies, known)

    def _add(self, renditions: Renditions, tray: Tray) -> None:
        name = renditions.name
        self._stage.add(_unit(name), Made(name, why=NEW), tray)
        self._cache.keep(_stem(name), {path: self._stage.text(path) for path in tray.outputs})


def _unit(name: str) -> str:
    return f"picture {name}"


def _stem(name: str) -> str:
    """The last part of what addresses of copies begin with."""
    return name.rpartition("/")[2]
