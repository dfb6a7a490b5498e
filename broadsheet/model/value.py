"""What values that are kept and sent by the million have in common."""

from __future__ import annotations

from typing import Any


class Value:
    """A frozen dataclass with slots that is pickled as the arguments it is made of.

    That takes a third of the time of dataclasses' own way, which asks for the fields of every object.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Value], tuple[Any, ...]]:
        """The class and its arguments."""
        slots: tuple[str, ...] = self.__slots__
        return type(self), tuple([getattr(self, name) for name in slots])
