"""How long the stories of a page are in the real type: the typesetter is asked once for each of their blocks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from broadsheet.planning.printed.measured import SIZES
from broadsheet.rendering.printed.job import frame_json, measured_of, story_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.planning.printed.copy import Block
    from broadsheet.planning.printed.measured import Measured, PrintStory
    from broadsheet.planning.printed.page import Frame, Geometry
    from broadsheet.publishing.typesetter import Typesetter
    from broadsheet.rendering.printed.job import Document, Json


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured for the sheets of one page."""

    typesetter: Typesetter
    document: Document
    _lines: dict[tuple[float, Block], tuple[int, ...]] = field(default_factory=dict)
    """The lines of a block in a column of a width in points, at each of SIZES."""

    def of(self, stories: Sequence[PrintStory], frame: Frame, geometry: Geometry) -> tuple[Json, tuple[Measured, ...]]:
        """The heights of a sheet's furniture, `top` and `foot` in points, and the stories' lengths. Raises LayoutError.

        What goes on on a further sheet was measured for the first one, but for its head and the block that was cut.
        """
        column = geometry.column
        new = [replace(s, blocks=tuple(b for b in s.blocks if (column, b) not in self._lines)) for s in stories]
        told = [story_json(story, self.document.language) for story in new]
        answer = self.typesetter.measured(
            self.document.job("measure", geometry, stories=told, pages=[frame_json(frame, geometry)])
        )
        found = measured_of(answer)
        for story, measured in zip(new, found, strict=True):
            for block, lines in zip(story.blocks, zip(*measured.lines, strict=True), strict=True):
                self._lines[column, block] = lines
        return answer["furniture"][0], tuple(
            replace(measured, lines=self._counted(column, story))
            for story, measured in zip(stories, found, strict=True)
        )

    def _counted(self, column: float, story: PrintStory) -> tuple[tuple[int, ...], ...]:
        lines = [self._lines[column, block] for block in story.blocks]
        return tuple(tuple(own[size] for own in lines) for size in range(len(SIZES)))
