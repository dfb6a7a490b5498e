"""One address, one output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.address import output_path
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def check_addresses(claims: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """A diagnostic for each address that is claimed twice; `claims` are (address, the file that claims it or "").

    Letters' case does not tell addresses apart: not every disk and host does.
    """
    first: dict[str, str] = {}
    for address, owner in claims:
        path = output_path(address).casefold()
        if path not in first:
            first[path] = owner
            continue
        other = first[path]
        file, against = (owner, other) if owner and (not other or owner >= other) else (other, owner)
        message = f"the address {address} is claimed twice"
        hint = f"{against or 'a page of the site itself'} has it, too; give this one another slug"
        yield Diagnostic("same-address", message, Place(file, 1), hint)
