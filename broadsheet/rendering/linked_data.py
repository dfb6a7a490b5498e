"""What all structured data is written with: addresses in full, JSON, and no property without a value."""

from __future__ import annotations

from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.views import Site

_quoted: Final = lru_cache(maxsize=1000)(quote)


class Written(str):
    """A value that is JSON already."""

    __slots__ = ()


def at(site: Site, address: str, *, typed: bool = False) -> str:
    """An address of the site in full; `typed` ones are as an editor wrote them, and may lead elsewhere."""
    if not address.startswith("/"):
        return address
    return site.url + (address if typed else _quoted(address))


def filled(properties: dict[str, str | None]) -> Written:
    """An object of the properties that have a value."""
    pairs = [
        f'"{name}":{value if type(value) is Written else encode_basestring(value)}'
        for name, value in properties.items()
        if value
    ]
    return Written(f"{{{','.join(pairs)}}}")


def listed(values: Sequence[Written]) -> Written | None:
    """A list, None for one with nothing in it."""
    return Written(f"[{','.join(values)}]") if values else None
