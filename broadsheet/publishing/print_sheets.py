"""A page of an edition on paper: measured, planned and, where its copy asks for more than one, sheet by sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.language import is_chinese
from broadsheet.planning.makeup import Rectangle
from broadsheet.planning.printed.copy import Block, cut
from broadsheet.planning.printed.measured import HAN, LATIN
from broadsheet.planning.printed.page import geometry
from broadsheet.planning.printed.plan import plan_page
from broadsheet.planning.printed.stories import tail_of
from broadsheet.publishing.print_measures import Measures
from broadsheet.rendering.printed.areas import areas_of
from broadsheet.rendering.printed.job import Jump, page_json, with_ends

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from broadsheet.model.edition import Page
    from broadsheet.planning.printed.measured import Measured, PrintStory
    from broadsheet.planning.printed.page import Frame, Geometry, House
    from broadsheet.planning.printed.placing import PagePlan, SetStory
    from broadsheet.planning.printed.stories import PrintWords
    from broadsheet.planning.printed_page import PrintedArea
    from broadsheet.publishing.typesetter import Typesetter
    from broadsheet.rendering.printed.job import Document, Json

MOST_SHEETS = 40
"""Sheets of one page past which something is wrong with the make-up, not with the copy."""
HALVED = 0.2
"""The share of a sheet that the house may take; where it would be more, half a sheet is tried."""
CORRECTIONS = 3
"""How often lines are counted again that came out otherwise than they were measured."""


@dataclass(frozen=True, slots=True)
class Onward:
    """Where stories go on: the page's number and address, and its place in the edition; None for a further sheet."""

    number: str
    address: str
    order: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """A page as jobs for the typesetter: its sheets in order, and what goes on elsewhere, by page.

    `overset` are stories with the characters that found no room on the first sheet and no other page to go to;
    `left_out` are stories with pictures that found no room anywhere. `empty` is the share of each sheet's type area
    that nothing stands in, `house` that in which the paper speaks of itself. `areas` are where stories stand on each,
    `drawings` each as SVG.
    """

    geometry: Geometry
    pages: tuple[Json, ...]
    areas: tuple[tuple[PrintedArea, ...], ...]
    tails: tuple[tuple[int, PrintStory], ...]
    overset: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    empty: tuple[float, ...]
    house: tuple[float, ...]
    drawings: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is set with: `frame` gives the frame of a sheet by its number, `onward` where a story goes on."""

    typesetter: Typesetter
    document: Document
    words: PrintWords
    frame: Callable[[int], Frame]
    house: House
    page: Page
    number: str
    address: str
    onward: Mapping[str, Onward]

    def sheets(self, stories: Sequence[PrintStory]) -> Sheets:
        """All sheets of a page with these stories. Raises LayoutError."""
        pages: list[Json] = []
        areas: list[tuple[PrintedArea, ...]] = []
        tails: list[tuple[int, PrintStory]] = []
        overset: list[tuple[str, int]] = []
        left_out: list[tuple[str, int]] = []
        empty: list[float] = []
        house: list[float] = []
        drawings: list[bytes] = []
        drawn, columns = _drawn(self.page, stories)
        first = measures = geometry(self.document.style, columns)
        known = Measures(self.typesetter, self.document)
        while True:
            plan, page, drawing = self._sheet(len(pages) + 1, stories, measures, drawn, known)
            pages.append(page)
            drawings.append(drawing)
            areas += areas_of(self.typesetter.placed("area"), [page])
            empty.append(plan.empty)
            house.append(plan.house)
            left_out += [(stories[s.story].id, picture) for s in plan.stories for picture in s.left_out]
            over = [placed for placed in plan.stories if placed.over]
            if not over or len(pages) >= MOST_SHEETS:
                break
            rest = self._tails(stories, over)
            onward = {stories[placed.story].id for placed in over} & self.onward.keys()
            tails += [(self.onward[s.id].order, s) for s in rest if s.id in onward]
            stories = [story for story in rest if story.id not in onward]
            if not overset:
                overset = [(story.id, sum(len(block.text) for block in story.blocks)) for story in stories]
            if not stories:
                break
            drawn, measures = (), geometry(self.document.style)
        return Sheets(
            *(first, tuple(pages), tuple(areas), tuple(tails), tuple(overset)),
            *(tuple(left_out), tuple(empty), tuple(house), tuple(drawings)),
        )

    def _sheet(
        self,
        sheet: int,
        stories: Sequence[PrintStory],
        measures: Geometry,
        drawn: Sequence[Rectangle],
        known: Measures,
    ) -> tuple[PagePlan, Json, bytes]:
        """A sheet, planned until every line comes out as it was counted, and its drawing."""
        language = self.document.language
        frame = self.frame(sheet)
        measured: Sequence[Measured]
        heights, measured = known.of(stories, frame, measures)
        for _ in range(CORRECTIONS):
            plan, cut_to = self._planned(stories, measured, measures, heights, drawn)
            jumps = {placed.story: self._jump(stories[placed.story].id) for placed in plan.stories if placed.over}
            page = page_json(frame, cut_to, stories, plan, house=self.house, jumps=jumps, language=language)
            drawing = self.typesetter.set(self.document.job("set", measures, pages=(page,)))
            found = self.typesetter.placed("piece")
            wrong = [piece for piece in found if piece["lines"] != piece["found"]]
            if not wrong:
                break
            measured = _corrected(stories, measured, found, wrong)
        return plan, with_ends(page, found), drawing

    def _planned(
        self,
        stories: Sequence[PrintStory],
        measured: Sequence[Measured],
        measures: Geometry,
        heights: Json,
        drawn: Sequence[Rectangle],
    ) -> tuple[PagePlan, Geometry]:
        """The plan of a sheet, or of half a one where copy would leave too much of a whole one to the house."""
        leading = HAN if is_chinese(self.document.language) else LATIN
        normal = self.document.style.body

        def planned(on: Geometry) -> PagePlan:
            area = on.area(heights["top"], heights["foot"])
            return plan_page(stories, measured, area, leading, drawn=drawn, normal=normal)

        plan = planned(measures)
        if stories and plan.house > HALVED:
            half = planned(measures.half)
            if half.whole:
                return half, measures.half
        return plan, measures

    def _jump(self, story: str) -> Jump:
        """The line that says where a story goes on."""
        onward = self.onward.get(story)
        if onward:
            return Jump(self.words.onward.format(onward.number), onward.address)
        return Jump(self.words.overleaf, "")

    def _tails(self, stories: Sequence[PrintStory], over: Sequence[SetStory]) -> list[PrintStory]:
        """What is left of the stories that go on, cut where the typesetter says that their last lines end."""
        ends = {(piece["story"], piece["block"]): int(piece["end"]) for piece in self.typesetter.placed("piece")}
        found = []
        for placed in over:
            story = stories[placed.story]
            at, line = placed.over or (0, 0)
            blocks: tuple[Block, ...] = story.blocks[at:]
            if line and (story.id, at) in ends:
                blocks = (cut(story.blocks[at], ends[story.id, at])[1], *story.blocks[at + 1 :])
            elsewhere = story.id in self.onward
            origin = self.words.origin.format(self.number) if elsewhere else self.words.before
            found.append(tail_of(story, blocks, origin, self.address if elsewhere else ""))
        return found


def _drawn(page: Page, stories: Sequence[PrintStory]) -> tuple[Sequence[Rectangle], int]:
    """The editor's grid, if it has a slot for every story, and its columns."""
    if not page.grid:
        return (), 0
    slots = {slot.slug: Rectangle(slot.column, slot.columns, slot.row, slot.rows) for slot in page.grid.slots}
    if not all(story.id in slots for story in stories) or len({story.id for story in stories}) < len(stories):
        return (), 0
    return [slots[story.id] for story in stories], page.grid.columns


def _corrected(
    stories: Sequence[PrintStory], measured: Sequence[Measured], found: Sequence[Json], wrong: Sequence[Json]
) -> list[Measured]:
    """The lengths with the lines of some blocks as they came out when they were cut."""
    lines: dict[tuple[str, int], int] = {}
    for piece in found:
        key = (piece["story"], piece["block"])
        lines[key] = lines.get(key, 0) + int(piece["found"])
    kept = list(measured)
    for piece in wrong:
        number = next(n for n, story in enumerate(stories) if story.id == piece["story"])
        more = lines[piece["story"], piece["block"]]
        at_sizes = tuple(
            tuple(max(count, more) if block == piece["block"] else count for block, count in enumerate(counts))
            for counts in kept[number].lines
        )
        kept[number] = replace(kept[number], lines=at_sizes)
    return kept
