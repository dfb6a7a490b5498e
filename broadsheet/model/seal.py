"""What was published of an edition, as its record keeps it: digests and addresses, and how each story was worded."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.model.address import output_path
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from broadsheet.model.edition import EditionKey

PREFIX, ENDING = "sealed-", ".json"
"""How the name of a record's file begins and ends; between them stand its edition's date and label."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A story as its readers read it, in digests.

    `digest` is the SHA-256 in hex of all its words and pictures. `parts` are shorter ones, to find what differs: of the
    headline and the like, of each paragraph, each crosshead and each picture, by the part's name and in order.
    `corrections` are those of the published corrections, oldest first.
    """

    digest: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedStory:
    """A story that was published: the address and headline that it had last, and its wordings, oldest first.

    `aliases` are all other addresses that it was published at. `file` is its article's, as seen from the record's
    folder. `since` is the moment from which readers saw it, by the paper's own clock and without zone.
    """

    address: str
    aliases: tuple[str, ...]
    file: str
    title: str
    since: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """The record of an edition: what was published of it.

    `files` is the digest of all files that it was made from when it was sealed last. `released` is the moment from
    which readers saw it, as in a story. `addresses` are those of its front and its pages, `file` is the record's own.
    """

    key: EditionKey
    files: str
    released: str
    addresses: tuple[str, ...]
    stories: tuple[SealedStory, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class TypedStory:
    """A story as its file has it now.

    `since` is as in a SealedStory, "" for a draft. `places` say where the keys of the front matter and the parts stand,
    each with its line: by name and number from 1, 0 for a key.
    """

    file: str
    address: str
    aliases: tuple[str, ...]
    title: str
    since: str
    wording: Wording
    places: tuple[tuple[str, int, Place, str], ...] = field(default=(), repr=False)

    def place_of(self, name: str, number: int = 0) -> tuple[Place, str]:
        """Where a part is typed, with its line; the head of the file where it isn't."""
        for known, at, place, excerpt in self.places:
            if (known, at) == (name, number):
                return place, excerpt
        return Place(self.file, 1), ""


@dataclass(frozen=True, slots=True)
class Change:
    """A part of a story that differs from how it was published: `how` is changed, added or removed.

    `number` counts paragraphs, crossheads and pictures from 1, as they stand now, or stood if removed; of the headline
    and the like there is one, and it is 0.
    """

    part: str
    number: int
    how: str = "changed"

    @property
    def named(self) -> str:
        """The change in English, for the desk: `paragraph 3 (added)`."""
        number = f" {self.number}" if self.number else ""
        return f"{self.part}{number}" + ("" if self.how == "changed" else f" ({self.how})")


COUNTED = ("crosshead", "paragraph", "picture")
"""Parts that a story has any number of."""


def is_seal(file: str) -> bool:
    """Whether a path is that of a record."""
    name = file.rpartition("/")[2]
    return name.startswith(PREFIX) and name.endswith(ENDING)


def changes(before: Wording, now: Wording) -> tuple[Change, ...]:
    """What differs between two wordings of a story, in the order of the page."""
    if before.digest == now.digest:
        return ()
    old, new = dict(before.parts), dict(now.parts)
    found: list[Change] = []
    for part in dict.fromkeys((*new, *old)):
        there, here = old.get(part, ()), new.get(part, ())
        if part in COUNTED:
            found += _counted(part, there, here)
        elif there != here:
            found.append(Change(part, 0, "changed" if there and here else "added" if here else "removed"))
    return tuple(found)


def corrected(wordings: Iterable[Wording]) -> dict[str, tuple[Change, ...]]:
    """By the digest of each correction, what was changed with it: of several that came together, with the last."""
    found: dict[str, tuple[Change, ...]] = {}
    for before, now in pairwise(wordings):
        new = [digest for digest in now.corrections if digest not in before.corrections]
        if new:
            found[new[-1]] = changes(before, now)
    return found


def standing(sealed: Sequence[SealedStory], now: Mapping[str, Iterable[str]]) -> list[str | None]:
    """For each sealed story the address of the one that it is `now`, None where it is no more.

    `now` are the stories' addresses, each with its aliases. A story that has one of its own in the record answers for
    another's address, but isn't that one.
    """
    paths = {output_path(address): address for address in now}
    old = {output_path(alias): address for address, aliases in now.items() for alias in aliases} | paths
    found = [paths.get(output_path(story.address)) for story in sealed]
    taken = {address for address in found if address}
    for number, story in enumerate(sealed):
        if found[number] is None:
            ways = (old.get(output_path(address)) for address in (story.address, *story.aliases))
            found[number] = next((address for address in ways if address and address not in taken), None)
            taken |= {address for address in (found[number],) if address}
    return found


def _counted(part: str, there: Sequence[str], here: Sequence[str]) -> Iterator[Change]:
    for how, old, old_end, new, new_end in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        if how == "equal":
            continue
        both = min(old_end - old, new_end - new)
        yield from (Change(part, new + number + 1) for number in range(both))
        yield from (Change(part, number + 1, "added") for number in range(new + both, new_end))
        yield from (Change(part, number + 1, "removed") for number in range(old + both, old_end))
