"""What all structured data is written with: addresses in full, and no property without a value."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from broadsheet.planning.views import Site

_EMPTY: Final[tuple[object, ...]] = (None, "", [], {})
_quoted: Final = lru_cache(maxsize=1000)(quote)


def at(site: Site, address: str, *, typed: bool = False) -> str:
    """An address of the site in full; `typed` ones are as an editor wrote them, and may lead elsewhere."""
    if not address.startswith("/"):
        return address
    return site.url + (address if typed else _quoted(address))


def filled(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {key: value for key, value in properties.items() if value not in _EMPTY}
