"""A fault in a passage."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """What is wrong with a passage from `start` to `end`; `mend` is what to put there where that is certain."""

    code: str
    start: int
    end: int
    message: str
    hint: str
    mend: str | None = None
