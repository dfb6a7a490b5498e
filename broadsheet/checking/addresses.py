"""One address, one output."""

from __future__ import annotations

from typing import Protocol

from broadsheet.model.address import alias_address, output_path
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place


class HasAddresses(Protocol):
    """What an article's file says of its addresses."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Old addresses."""

    def place_of(self, key: str) -> tuple[Place, str]:
        """Where the value of a front matter key is typed, with its line."""


class Typed(Protocol):
    """Articles, or as much of them, by file."""

    def get(self, file: str, /) -> HasAddresses | None:
        """The article of a file, None for one that is no article's."""


class Claims:
    """The addresses of a site as they are claimed, each with the article file that claims it or "" for the site itself.

    Letters' case does not tell addresses apart: not every disk and host does. Nor can one be a file and another a
    folder of the same name.
    """

    def __init__(self, articles: Typed) -> None:
        """Take the articles by file, to show where an address is typed."""
        self._articles = articles
        self._files: dict[str, tuple[str, str]] = {}
        self._folders: dict[str, tuple[str, str]] = {}

    def claim(self, address: str, owner: str) -> Diagnostic | None:
        """None for an address that was free, and is no more; a diagnostic for one that has an owner."""
        path = output_path(address).casefold()
        taken = self._files.get(path) or self._folders.get(path)
        new: list[str] = []
        folder = path.rpartition("/")[0]
        # What is known to be a folder has none above it that is a file.
        while folder and folder not in self._folders and not taken:
            new.append(folder)
            taken = self._files.get(folder)
            folder = folder.rpartition("/")[0]
        if taken:
            return self._told((address, owner), taken)
        self._files[path] = (address, owner)
        self._folders.update(dict.fromkeys(new, (address, owner)))
        return None

    def _told(self, claim: tuple[str, str], taken: tuple[str, str]) -> Diagnostic:
        """At the article that can give way: the later of two, or the one that stands against the site itself."""
        claims = sorted((claim, taken), key=lambda row: (row[1] != "", row[1]))
        (other, against), (address, file) = claims
        if not file:
            return Diagnostic("same-address", f"the address {address} is claimed twice", Place(address))
        article = self._articles.get(file)
        aliases = (alias for alias in article.aliases if alias_address(alias) == address) if article else iter(())
        alias = next(aliases, None)
        key = "slug" if alias is None else f"aliases {alias}"
        place, excerpt = article.place_of(key) if article else (Place(file), "")
        if file == against:
            message = f"the story has the address {other} already"
            return Diagnostic("same-address", message, place, "take the alias out", excerpt)
        holder = f"{against or 'a page of the site itself'} has {'it' if other == address else other}"
        way = "take the alias out" if alias else "give this story another slug" if article else "choose another path"
        return Diagnostic("same-address", f"the address {address} is taken", place, f"{holder}; {way}", excerpt)
