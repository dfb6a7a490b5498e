"""A front matter list of people set as the byline a paper would print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from broadsheet.model.byline import Byline, Person
from broadsheet.reading.byline.grammar import parse_byline
from broadsheet.reading.byline.names import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry: TypeAlias = str | Mapping[str, str] | tuple[str, ...]

_HAN = re.compile(HAN)
_WIDE = re.compile(rf"^({HAN})\s+({HAN})$")
# Roles that stand behind the name, as papers print them: 李某 摄.
_BEHIND = frozenset(("摄", "攝", "摄影报道", "攝影報導", "译", "譯", "整理"))


def byline_of(entries: Iterable[Entry]) -> Byline:
    """Give the byline that prints `entries` in order, each a text, a `{name, role, org}` or such a tuple.

    Neighbours with one role and organisation share it: `记者 张某 李某 通讯员 王某`,
    `By Jane Doe and Richard Roe`, `Jane Doe, Staff Writer; Richard Roe, Reuters`. A text is printed as it is,
    with its own people. Every person's span is in the text given back.
    """
    text, people = "", []
    for part in _parts(entries):
        if not part.text:
            continue
        text += _joint(text, part.text) if text else ""
        people += [Person(p.name, p.role, p.org, p.start + len(text), p.end + len(text)) for p in part.people]
        text += part.text
    return Byline(text, tuple(people))


def _parts(entries: Iterable[Entry]) -> Iterator[Byline]:
    """Give each run of entries that are printed together: one text, or the people of one role."""
    for key, run in groupby(map(_read, entries), key=_key):
        if key is None:
            yield from (entry for entry in run if isinstance(entry, Byline))
        else:
            yield _set([entry for entry in run if isinstance(entry, Person)])


def _read(entry: Entry) -> Byline | Person:
    """Give the entry as a text of its own, or as one person: a text that is a bare name is a person too."""
    if isinstance(entry, str):
        byline = parse_byline(entry)
        first = byline.people[0] if byline.people else None
        return first if first and first.name == byline.text else byline
    if isinstance(entry, Mapping):
        parts = [entry.get("name", ""), entry.get("role", ""), entry.get("org", "")]
    else:
        parts = [*entry, "", "", ""]
    name, role, org = (parse_byline(part).text for part in parts[:3])
    return Person(_WIDE.sub(r"\1\2", name), role, org)


def _key(entry: Byline | Person) -> tuple[str, str, bool] | None:
    if isinstance(entry, Byline):
        return None
    return entry.role, entry.org, _is_han(entry.name + entry.role + entry.org)


def _is_han(text: str) -> bool:
    return _HAN.search(text) is not None


def _set(people: list[Person]) -> Byline:
    """Give the people of one role and organisation with it, in the manner of their script."""
    role, org = people[0].role, people[0].org
    names = [person.name for person in people if person.name]
    if _is_han("".join(names) + role + org):
        before, behind = (org, f" {role}") if role in _BEHIND else (org + role, "")
        joints = (" ", " ")
    else:
        by = role.lower().endswith("by")
        before = role if by else ""
        behind = "".join(f", {word}" for word in ("" if by else role, org) if word)
        joints = (", ", " and ")
    text, placed = before, []
    for number, name in enumerate(names):
        if number:
            text += joints[number == len(names) - 1]
        elif text:
            text += " "
        placed.append(Person(name, role, org, len(text), len(text) + len(name)))
        text += name
    line = (text + behind).rstrip()
    return Byline(line if names else line.removeprefix(", "), tuple(placed))


def _joint(before: str, after: str) -> str:
    """What stands between two parts: a space beside Han, a semicolon between English ones."""
    return " " if _is_han(before[-1] + after[0]) else "; "
