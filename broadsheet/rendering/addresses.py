"""Site-relative addresses as links write them."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

# RFC 3986: what a path may hold unescaped, besides letters, digits and "-._~".
_PATH: Final = "/!$&'()*+,;=:@-._~"


def encoded(address: str) -> str:
    """An address of a path only, with what a path may not hold percent-encoded and other scripts left readable.

    `?`, `#` and `%` are taken for characters of a slug: a query or a fragment is added after this.
    """
    return "".join(
        character
        if not character.isascii() and character.isprintable()
        else quote(character, safe=_PATH)
        for character in address
    )


def based(address: str, base: str) -> str:
    """An address below the path that the site lives under; one with a scheme (`https:`, `mailto:`) as it is."""
    return base + encoded(address) if address.startswith("/") else address


def typed(address: str, base: str) -> str:
    """An address as an editor typed it, with its query and fragment, below the path that the site lives under."""
    return base + address if address.startswith("/") else address
