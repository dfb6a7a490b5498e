"""An article (稿件): a headline with a body, as its editor filed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.model.body import Body
from broadsheet.model.byline import Byline
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from datetime import date, datetime

    from broadsheet.model.byline import Person
    from broadsheet.model.edition import EditionKey
    from broadsheet.model.picture import Picture


@dataclass(frozen=True, slots=True)
class Correction:
    """A published correction (更正)."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One Markdown file, read and checked on its own.

    `file` is its path as diagnostics show it. `title` is one or more lines whose breaks mean something.
    `byline` is shown at the head; `byline_in_body` says that it stands inside the running copy (in the dateline's
    brackets) and is shown there instead. `credited` are the people of the other bylines and photographers' credits in
    the copy. `importance` is 1 (the lead) to 5, or 0 where the editor gave none.
    `places` maps a front matter key to where its value is typed, for diagnostics across files.
    """

    file: str
    edition: EditionKey
    slug: str
    title: tuple[str, ...]
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    section: str = ""
    column: str = ""
    genre: str = ""
    page: str = ""
    byline: Byline = field(default_factory=Byline)
    byline_in_body: bool = False
    credited: tuple[Person, ...] = ()
    dateline: str = ""
    source: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    language: str = ""
    importance: int = 0
    pictures: tuple[Picture, ...] = ()
    aliases: tuple[str, ...] = ()
    publish_at: datetime | None = None
    draft: bool = False
    corrections: tuple[Correction, ...] = ()
    jump_to: str = ""
    teaser_of: str = ""
    body: Body = field(default_factory=Body)
    own: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, Place, str], ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who made it, by name and role, each once: those of the byline, then those credited in the copy."""
        people = {(person.name, person.role): person for person in reversed((*self.byline.people, *self.credited))}
        return tuple(reversed(people.values()))

    def place_of(self, key: str) -> tuple[Place, str]:
        """Where the value of a front matter key is typed, with its line; the file as a whole if it isn't."""
        return place_in(self.places, key, self.file)


def place_in(places: tuple[tuple[str, Place, str], ...], key: str, file: str) -> tuple[Place, str]:
    """Of an article's `places`, that of a key, with its line; the file as a whole if the key isn't there."""
    for name, place, excerpt in places:
        if name == key:
            return place, excerpt
    return Place(file), ""
