"""What a site has besides its pages: each room gives its outputs (see rendering/output.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.rendering.feeds import feeds
from broadsheet.rendering.host_files import host_files
from broadsheet.rendering.sitemap import sitemaps

if TYPE_CHECKING:
    from broadsheet.rendering.output import Room

ROOMS: tuple[Room, ...] = (host_files, sitemaps, feeds)
