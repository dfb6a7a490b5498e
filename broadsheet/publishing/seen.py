"""What all pages of a kind see, in named parts: the paper's settings, the layouts, the assets."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from broadsheet.publishing.fingerprint import brief

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadsheet.publishing.context import Bench

NAMED = {
    "has_search": "the option --no-search",
    "masthead": "masthead.svg",
    "sections": "the paper's sections",
}
"""Settings that don't stand in newspaper.yaml, or not always."""


def seen_by(bench: Bench, layouts: Iterable[str], settings: Iterable[str] = ()) -> dict[str, str]:
    """What pages of these layouts see: the site's frame, the named `settings` of newspaper.yaml, layouts and assets.

    Raises LayoutError.
    """
    context = bench.context
    site = {field.name: getattr(context.site, field.name) for field in fields(context.site)}
    own = {name: getattr(context.newspaper, name) for name in settings}
    # The sections as they are listed, and as they are shown.
    own["sections"] = (own.get("sections"), context.sections)
    seen = {
        NAMED.get(name, f"newspaper.yaml: {name}"): brief(repr((site.get(name), own.get(name))))
        for name in dict.fromkeys((*site, *own))
    }
    seen |= {f"assets/{name}": brief(address) for name, address in context.assets.items()}
    for layout in sorted(layouts):
        seen |= bench.layouts.closure(layout)
    return seen
