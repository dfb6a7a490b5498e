"""One output and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """A page of the site: its address, the layout that makes it and the view that the layout gets.

    `owner` is the file that the page comes from, for the diagnostic when two claim one address; "" for pages that come
    from no file of their own.
    """

    address: str
    layout: str
    view: Any
    owner: str = ""
