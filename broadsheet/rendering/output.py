"""The door for everything that is no page of a layout: files for the host, sitemaps, and what extensions add.

A room is a function `room(catalogue, site)` that gives back outputs. To add one: write it in a module of its own, and
name it in `publishing/rooms.py`; or write it in a module that newspaper.yaml's `extensions` names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from broadsheet.planning.catalogue import Catalogue
from broadsheet.planning.views import Site


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path below the output folder, all it is made from as text, and how it is made.

    `make` is called only where `seen` is not what the file was made from the last time.
    """

    path: str
    seen: str
    make: Callable[[], bytes]


Room = Callable[[Catalogue, Site], Iterable[Output]]
