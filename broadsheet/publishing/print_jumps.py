"""Where the stories of an edition's printed pages go on, and which pages must be set before which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from broadsheet.model.page_number import page_key
from broadsheet.planning.printed.jumps import filled, target_of
from broadsheet.planning.printed.page import geometry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from broadsheet.model.printed import PrintStyle
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.planning.printed.measured import PrintStory


@dataclass(frozen=True)
class Jumps:
    """The jumps of an edition whose pages have these stories of their own, by the pages' places."""

    edition: PlacedEdition
    style: PrintStyle
    stories: Sequence[Sequence[PrintStory]]

    def targets(self, order: int, stories: Iterable[str]) -> dict[str, int]:
        """Story -> the place of the page on which it goes on if it is too long for the one at `order`."""
        found = {}
        for story in stories:
            target = target_of(order, self.edition.pages, self._shares, self._wishes[order].get(story))
            if target is not None:
                found[story] = target
        return found

    def sources(self, order: int) -> list[int]:
        """The places of the pages of which stories may go on on the one at `order`; all come before it."""
        return [before for before in range(order) if order in self._onto[before]]

    @cached_property
    def _shares(self) -> list[float]:
        measures = geometry(self.style)
        return [filled(stories, measures) for stories in self.stories]

    @cached_property
    def _wishes(self) -> list[dict[str, int]]:
        """Where editors want stories to go on, page by page."""
        places = {page_key(ref.number): place for place, ref in reversed([*enumerate(self.edition.page_refs)])}
        return [
            {
                a.slug: places[page_key(a.jump_to)]
                for a in placed.articles
                if a.jump_to and page_key(a.jump_to) in places
            }
            for placed in self.edition.pages
        ]

    @cached_property
    def _onto(self) -> list[set[int]]:
        """The pages on which stories of each page may go on, those that have come there from others among them."""
        found: list[set[int]] = []
        for order, own in enumerate(self.stories):
            come = [""] if any(order in onto for onto in found) else []
            found.append(set(self.targets(order, [*(story.id for story in own), *come]).values()))
        return found
