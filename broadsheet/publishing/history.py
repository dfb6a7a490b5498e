"""Why each unit was made the last time: what it is made from is kept in named parts, and compared before it is made.

In the ledger, and not forgotten when all is read anew:

    history(unit, build, parts, why, written)   how a unit was made last
    last(name, value)                           the number of the last build; by kind, the parts that all its units have

A build that finds nothing to do is not counted: to write that would take as long as to find it.

A part is a name and a digest, or a word behind `=`. What a unit is made from is the digest of its parts and of those of
its kind: so when it must be made again, some part differs, and that is why. `why` is JSON: lines for people. `written`
is JSON: the paths of the outputs that were written then, null for all; others came out the same. A unit takes some
hundred bytes; there are as many as editions, months, search bundles and pictures.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.publishing.fingerprint import brief, fingerprint, program

if TYPE_CHECKING:
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.stage import Tray

Parts = Mapping[str, str]


class Made(NamedTuple):
    """What a unit is made from: the digest of all, its own parts, and lines about why it had to be made."""

    made_from: str
    parts: Parts = MappingProxyType({})
    why: Sequence[str] = ()


EACH_BUILD = Made("each build")
"""What is made from little, and looked at in each build."""
Details = Callable[[str], Sequence[str] | None]
"""More exactly what of a part differs; None where there is nothing more exact to say."""
BUILD = "build"


class History:
    """The record of one build's making."""

    def __init__(self, ledger: Ledger) -> None:
        """Begin the next build."""
        self._ledger = ledger
        self.build = last_build(ledger) + 1

    def kind(self, name: str, shared: Parts) -> Kind:
        """The units of a kind, which all are made from its `shared` parts and from this program."""
        return Kind(self._ledger, name, {**program(), **shared})

    def note(self, unit: str, tray: Tray, made: Made) -> None:
        """Keep how a unit was made now; of one that is looked at in each build only if anything came of it."""
        if made == EACH_BUILD and not tray.made:
            return
        written = None if len(tray.made) == len(tray.outputs) else tray.made
        row = (unit, self.build, _text(dict(made.parts)), _text([*made.why]), _text(written))
        self._ledger.write("INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?, ?)", [row])

    def close(self) -> None:
        """The build is whole."""
        self._ledger.write("DELETE FROM history WHERE unit NOT IN (SELECT unit FROM units)", [()])
        self._ledger.write("INSERT OR REPLACE INTO last VALUES (?, ?)", [(BUILD, self.build)])


class Kind:
    """Units that are made alike: of editions, of months, of bundles."""

    def __init__(self, ledger: Ledger, name: str, shared: Parts) -> None:
        """Take what all are made from; what they were made from before is compared with it."""
        self._ledger = ledger
        rows = ledger.rows("SELECT value FROM last WHERE name = ?", (f"kind {name}",))
        self._before: Parts = json.loads(rows[0][0]) if rows else {}
        self._shared = shared
        self._digest = fingerprint(_text(dict(shared)))
        ledger.write("INSERT OR REPLACE INTO last VALUES (?, ?)", [(f"kind {name}", _text(dict(shared)))])

    def made_from(self, parts: Parts) -> str:
        """The digest of all that a unit with these parts is made from."""
        return fingerprint(self._digest, _text(dict(parts)))

    def made(self, unit: str, parts: Parts, details: Details = lambda _: None, *, is_at_fault: bool) -> Made:
        """A unit that must be made: `is_at_fault` says that its outputs don't stand as they were left."""
        return Made(self.made_from(parts), parts, self._why(unit, parts, details, is_at_fault=is_at_fault))

    def _why(self, unit: str, parts: Parts, details: Details, *, is_at_fault: bool) -> tuple[str, ...]:
        rows = self._ledger.rows("SELECT parts FROM history WHERE unit = ?", (unit,))
        if not rows:
            return ("it is made for the first time",)
        before, now = {**self._before, **json.loads(rows[0][0])}, {**self._shared, **parts}
        lines = ["files that it had made were gone or changed"] if is_at_fault else []
        for name in dict.fromkeys((*now, *before)):
            if before.get(name) != now.get(name):
                told = details(name)
                lines += [_said(name, before.get(name), now.get(name))] if told is None else told
        return tuple(lines)


def last_build(ledger: Ledger) -> int:
    """The number of the last build that had anything to do and ended well, 0 before the first."""
    rows = ledger.rows("SELECT value FROM last WHERE name = ?", (BUILD,))
    return int(rows[0][0]) if rows else 0


def parts_of(prefix: str, values: Mapping[str, object]) -> dict[str, str]:
    """A part for each of some values, by name."""
    return {f"{prefix}{name}": brief(repr(value)) for name, value in values.items()}


def _said(name: str, before: str | None, now: str | None) -> str:
    if before is None or now is None:
        return f"{name} ({'is new' if before is None else 'is gone'})"
    words = all(value.startswith("=") for value in (before, now))
    return f"{name} ({now[1:]}, was {before[1:]})" if words else f"{name} (changed)"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
