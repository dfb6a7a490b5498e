"""What a process remembers from one build to the next while an editor is at work: what is the same isn't made again.

A build of the command line reads and renders everything once and remembers nothing; `serve` builds again and again,
each time with one file changed.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

K = TypeVar("K", bound="Hashable")
S = TypeVar("S")
V = TypeVar("V")

MOST = 1_000
"""Articles, and pages, that are remembered: those of the editions at work, some 100 MB."""


class Kept(Generic[K, S, V]):
    """Values by key, each with all that it was made from; those that nobody asked for in a long time are forgotten."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with nothing."""
        self._most = most
        self._values: OrderedDict[K, tuple[S, V]] = OrderedDict()

    def get(self, key: K, seen: S, make: Callable[[], V]) -> V:
        """The value of a key: the one that is remembered if it was made from what equals `seen`, else a new one."""
        known = self._values.get(key)
        if known is not None and known[0] == seen:
            self._values.move_to_end(key)
            return known[1]
        value = make()
        self._values[key] = (seen, value)
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)
        return value
