"""Addresses as links write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

# RFC 3986: what a path may hold unescaped, besides letters, digits and "-._~". Other scripts stay readable.
_PATH: Final = "/!$&'()*+,;=:@-._~"
_UNSAFE: Final = re.compile(rf"[^\w{re.escape(_PATH)}]")


@lru_cache(maxsize=10_000)  # a story's address stands in many pages, most of them made one after another
def encoded(address: str) -> str:
    """An address of a path only, with what a path may not hold percent-encoded and other scripts left readable.

    `?`, `#` and `%` are taken for characters of a slug: a query or a fragment is added after this.
    """
    return _UNSAFE.sub(_escaped, address)


def based(address: str, base: str) -> str:
    """An address below the path that the site lives under; one with a scheme (`https:`, `mailto:`) as it is."""
    return base + encoded(address) if address.startswith("/") else address


def typed(address: str, base: str) -> str:
    """An address as an editor typed it, with its query and fragment, below the path that the site lives under."""
    return base + address if address.startswith("/") else address


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    return character if not character.isascii() and character.isprintable() else quote(character, safe="")
