"""Where something stands in a file that an editor typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a file.

    `file` is the path as the editor knows it, with `/`. `line` and `column` count characters from 1;
    a `line` of 0 means the file as a whole. `length` is the stretch's length in characters.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
