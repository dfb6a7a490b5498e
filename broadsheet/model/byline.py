"""Who made it: the byline as printed and the people in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One name in a byline.

    `role` is the trade's word as printed (`记者`, `通讯员`, `摄影`, `By`), or "" where none is; `org` is the
    person's organisation where the byline names it (`新华社`, `本报`). `start` and `end` are the name's
    character span in the text it was parsed from.
    """

    name: str
    role: str = ""
    org: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline: `text` exactly as the paper prints it, and the people parsed from it in order."""

    text: str = ""
    people: tuple[Person, ...] = ()
