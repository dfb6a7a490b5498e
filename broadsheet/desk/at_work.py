"""The edition that somebody is at work on: the one whose files changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.address import edition_address
from broadsheet.model.edition import EditionKey
from broadsheet.publishing.ledger import Ledger

if TYPE_CHECKING:
    from broadsheet.publishing.settings import Settings

TOGETHER = 60 * 2_000_000_000
"""Files that were written within a minute, as a checkout does, changed together: the ledger adds two times of each."""
_CHANGED = "SELECT now FROM changes WHERE now IS NOT NULL ORDER BY now DESC LIMIT 1"
_NEWEST = (
    "SELECT edition FROM files WHERE edition IS NOT NULL"
    " AND time > (SELECT max(time) FROM files WHERE edition IS NOT NULL) - ? ORDER BY edition DESC LIMIT 1"
)


def address_at_work(settings: Settings, *, first: bool) -> str:
    """The address of the edition of which a file changed for the last build, of several the newest; "" for none.

    With `first`, where no file did, that of the file that was written last.
    """
    with Ledger(settings.cache, str(settings.output)) as ledger:
        rows = ledger.rows(_CHANGED)
        if first and not rows:
            rows = ledger.rows(_NEWEST, (TOGETHER,))
        return edition_address(EditionKey.named(rows[0][0])) if rows else ""
