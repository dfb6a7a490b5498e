"""The gram directory of a build, merged from the lists of its bundles in memory bounded by a 256th of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.publishing.stage import Tray
from broadsheet.rendering.search.grams import DRAWERS, HEAD, drawer_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from broadsheet.publishing.stage import Left
    from broadsheet.rendering.search.grams import Shelf

AT_ONCE = 8
"""Drawers in an order."""


@dataclass(frozen=True, slots=True)
class DrawersOrder:
    """Some drawers of a shelf to merge, from its bundles' `lists`; `known` is as in Tray."""

    shelf: Shelf
    lists: tuple[Path, ...]
    drawers: range
    stage: Path
    known: Mapping[str, Left]

    @property
    def files(self) -> int:
        """How many buckets are made."""
        return len(self.drawers) * self.shelf.buckets // DRAWERS


def drawers_orders(
    shelf: Shelf, lists: Sequence[Path], stage: Path, known: Mapping[str, Left]
) -> Iterator[DrawersOrder]:
    """The orders that together make `shelf`."""
    # A shelf that was made of other bundles stands at another address.
    stands = {path: left for path, left in known.items() if path.startswith(shelf.folder)}
    for first in range(0, DRAWERS, AT_ONCE):
        yield DrawersOrder(shelf, tuple(lists), range(first, first + AT_ONCE), stage, stands)


def make_drawers(order: DrawersOrder) -> Tray:
    """Merge drawers. Raises OSError where a list can't be read, or from the stage."""
    tray = Tray(order.stage, order.known)
    for path, data in shelf_files(order.shelf, order.lists, order.drawers):
        tray.put(path, data)
    return tray


def shelf_files(
    shelf: Shelf, lists: Sequence[Path], drawers: Sequence[int] = range(DRAWERS)
) -> Iterator[tuple[str, bytes]]:
    """(path below the output folder, bytes) of the buckets of `shelf`, from its bundles' lists, in their order.

    The same lists give the same bytes. Raises OSError where a list can't be read.
    """
    # Imported here: a build that changes no shelf starts without NumPy.
    from broadsheet.rendering.search.gram_merge import merge_drawer  # noqa: PLC0415 - as said

    heads = [_read(path, 0, HEAD) for path in lists]
    for drawer in drawers:
        places = [drawer_place(head, drawer) for head in heads]
        contents = (_read(path, *place) for path, place in zip(lists, places, strict=True))
        for bucket, data in merge_drawer(contents, drawer, shelf):
            yield shelf.address(bucket), data


def _read(path: Path, offset: int, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(length)
