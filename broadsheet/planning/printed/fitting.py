"""Copyfitting: a story made to fill its slot exactly, by its columns' rows, its leading, its type's size, its picture.

Every way is tried and weighed; the sum of what departs from the page's normal type is the cost. What does not fit in
any way is set at the normal size as far as it goes, and the rest is left for the jump.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.planning.printed.columns import ABOVE, Length, Poured, pour
from broadsheet.planning.printed.makeup import Spring
from broadsheet.planning.printed.measured import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadsheet.planning.printed.measured import Leading, Measured, PrintStory, TypeArea

PAD = 5.0
"""Points between a picture with its caption and the copy below."""
ENOUGH = 1.2
"""The cost below which no larger head is tried."""
OVER = 1e5
"""What it costs a story not to be whole: more than any way to set it."""
TRIES = 24
"""Ways that are poured into columns before a story counts as too long for its slot."""
LEAST_ROWS = 3
SMALLEST, LARGEST = 0.62, 1.4
"""How much smaller and larger than its own a picture's height may be; what it has too much or too little is cropped."""
AMPLE = 1.3
"""How much more room than copy there must be for pictures to be shown as wide as their stories."""
AIRS = (0.0, 6.0, 13.0)
"""Points of air that a head may have below it, to bring its copy's last row down to the foot of the slot."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture at its story's head: over how many columns, the height of the picture itself, and the rows it takes."""

    span: int
    height: float
    rows: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A story in a slot: size and leading in points, and the rows of each column.

    `air` is what stands empty below the head, whose own size and height are `head`; `shown` is the picture at it.

    `over` says that copy is left over.
    """

    cost: float
    size: float
    leading: float
    rows: int
    air: float
    head: tuple[float, float]
    shown: Shown | None
    poured: Poured
    lengths: tuple[Length, ...]

    @property
    def over(self) -> bool:
        """Whether the story goes on elsewhere."""
        return not self.poured.whole

    @property
    def short(self) -> bool:
        """Whether the slot holds less than the whole story with its picture."""
        return self.cost >= OVER


class Way(NamedTuple):
    """A way to set a story that may fit: what it costs, the number of its size, and the rest as Fit has it."""

    cost: float
    size: int
    leading: float
    rows: int
    air: float
    shown: Shown | None


class Fitter:
    """The ways in which one story can be set."""

    def __init__(self, story: PrintStory, measured: Measured, area: TypeArea, leading: Leading) -> None:
        """Take a story with its lengths, for a type area. `ample` is how often the page's copy would fill it."""
        self.ample = 1.0
        self.story = story
        self.measured = measured
        self._area = area
        self._leading = leading
        blocks = story.blocks
        heads = sum(ABOVE for block in blocks if block.kind == "head")
        self._lines = [heads + sum(lines) for lines in measured.lines]
        self._figures = [self.figure_height(block.picture) + PAD for block in blocks if block.kind == "figure"]

    def head(self, columns: int) -> tuple[float, float]:
        """Size and height of the head over so many columns."""
        return self.measured.heads[columns - 1][0]

    def lines(self, size: int, leading: float) -> int:
        """How many lines all blocks have, at one of SIZES, by its number, on a leading."""
        return self._lines[size] + sum(max(1, -int(-height // leading)) for height in self._figures)

    def lengths(self, size: int, leading: float) -> tuple[Length, ...]:
        """The blocks at one of SIZES, by its number; pictures in the copy as high as they are at this leading."""
        found = []
        for place, (block, lines) in enumerate(zip(self.story.blocks, self.measured.lines[size], strict=True)):
            if block.kind == "figure":
                height = self.figure_height(block.picture)
                found.append(Length(max(1, -int(-(height + PAD) // leading)), "figure"))
            elif block.kind == "head":
                found.append(Length(lines, "head"))
            else:
                divided = block.kind not in {"row", "rule"} and bool(block.breaks)
                found.append(Length(lines, divided=divided, tied=self._is_tied(place)))
        return tuple(found)

    def _is_tied(self, place: int) -> bool:
        """Whether a block is the first row of a table, or the last but one."""
        rows = [
            0 <= at < len(self.story.blocks) and self.story.blocks[at].kind == "row"
            for at in range(place - 1, place + 3)
        ]
        before, here, after, beyond = rows
        return here and after and not (before and beyond)

    def figure_height(self, picture: int) -> float:
        """The height of a picture in the copy, one column wide, with its words."""
        return self._area.column * self.story.pictures[picture].aspect + self.measured.captions[picture][0]

    def spring(self, columns: int, size: int, most_lines: int) -> Spring | None:
        """The story at so many columns and one of SIZES, of whose lines `most_lines` are to stand here."""
        leading = SIZES[size] * self._leading.normal
        lines = min(self.lines(size, leading), most_lines)
        least = min(self._least(columns, span, most_lines) for span in self._spans(columns))
        found: list[Spring] = []
        for span in self._spans(columns):
            natural = self._natural(span)
            picture = int(-(-natural // leading)) if span else 0
            rows = max(-(-(lines + span * picture) // columns), picture + (LEAST_ROWS if columns > span else 1))
            height = self.head(columns)[1] + rows * leading
            text = rows * leading - natural * span / columns
            give = 0.09 * text + 0.16 * natural * span / columns + 0.04 * height + 4
            # Legs that are too short read as a caption, legs that are too long as a list.
            short = max(0.0, 7 - rows + picture * span / columns) * 0.12 if columns > 1 else 0.0
            long = max(0.0, height / (self._area.height * 0.72) - 1) * 3
            blank = columns * rows - lines - span * picture
            cost = short + long + (blank / max(columns * rows, 1) / 0.06) ** 2 * 0.3 + self._likes(columns, span)
            found.append(Spring(max(height, least), columns / give**2 / 2, cost, least))
        return min(found, key=lambda spring: spring.cost) if found else None

    def _least(self, columns: int, span: int, most_lines: int) -> float:
        """The height below which the story can't be whole, its type as small and tight as may be."""
        leading = SIZES[0] * self._leading.least
        picture = 0
        if span:
            words = self.measured.captions[0][span - 1] + PAD
            picture = -int(-(self._natural_picture(span) * SMALLEST + words) // leading)
        lines = min(self.lines(0, leading), most_lines)
        rows = max(-(-(lines + span * picture) // columns), picture + (LEAST_ROWS if columns > span else 0), 1)
        return self.head(columns)[1] + (rows - 1) * leading + SIZES[0]

    def fit(self, columns: int, height: float, size: int) -> Fit:
        """The story in so many columns of a height, on a page whose copy is of one of SIZES."""
        best: Fit | None = None
        for larger, head in enumerate(self.measured.heads[columns - 1]):
            if best and best.cost < ENOUGH:
                break
            found = self._poured(columns, height, head, size, larger**2 * 0.7)
            if found and (best is None or found.cost < best.cost):
                best = found
        return best or self._cut(columns, height, size)

    def _poured(self, columns: int, height: float, head: tuple[float, float], size: int, extra: float) -> Fit | None:
        """The best way that holds the whole story, with a head of one size; None where it is too long."""
        ways = [way for air in AIRS for way in self._ways(columns, height - head[1] - air, size, air)]
        ways.sort(key=attrgetter("cost"))
        for way in ways[:TRIES]:
            lengths = self.lengths(way.size, way.leading)
            poured = pour(lengths, _columns(columns, way.rows, way.shown))
            if poured.whole:
                cost = way.cost + extra
                return Fit(cost, SIZES[way.size], way.leading, way.rows, way.air, head, way.shown, poured, lengths)
        return None

    def _ways(self, columns: int, room: float, normal: int, air: float) -> Iterator[Way]:
        """Everything that could fit below a head with some air."""
        rule = self._leading
        for number, size in enumerate(SIZES):
            for rows, leading in _rows(room, size, rule):
                lines = self.lines(number, leading)
                off = ((size - SIZES[normal]) / 0.7) ** 2 + (log(leading / size / rule.normal) / 0.11) ** 2
                for shown in self._pictures(columns, rows, leading, columns * rows - lines):
                    free = columns * rows - lines - (shown.span * shown.rows if shown else 0)
                    if free < 0:
                        continue
                    empty = room - ((rows - 1) * leading + size)
                    share = (free + empty / leading * columns) / (columns * rows)
                    cost = off + (share / 0.035) ** 2 + (air / 14) ** 2
                    if shown:
                        stretched = log((shown.height + 1) / (self._natural_picture(shown.span) + 1)) / 0.16
                        cost += stretched**2 + self._likes(columns, shown.span)
                    yield Way(cost, number, leading, rows, air, shown)

    def _pictures(self, columns: int, rows: int, leading: float, free: int) -> Iterator[Shown | None]:
        """The heights, in rows, that suit the head's picture over the columns it may span, of `free` rows in all."""
        spans = [span for span in self._spans(columns) if span]
        if not spans:
            yield None
        for span in spans:
            words = self.measured.captions[0][span - 1] + PAD
            natural = self._natural_picture(span)
            low, high = int((natural * SMALLEST + words) / leading), int((natural * LARGEST + words) / leading) + 1
            most = min(high, rows - (LEAST_ROWS if span < columns else 0))
            for taken in dict.fromkeys(
                min(wish, most) for wish in (free // span, free // span - 1, round((natural + words) / leading))
            ):
                if taken >= max(low, 1):
                    # The copy below begins with a row whose upper part is its leading.
                    yield Shown(span, taken * leading - words, taken)

    def _cut(self, columns: int, height: float, size: int) -> Fit:
        """As much of the story as there is room for."""
        head = self.head(columns)
        room = height - head[1]
        points = SIZES[size]
        rows = max(1, int((room - points) / (points * self._leading.normal)) + 1)
        leading = (room - points) / (rows - 1) if rows > 1 else points * self._leading.normal
        lengths = self.lengths(size, leading)
        shown = min(
            self._pictures(columns, rows, leading, columns),
            key=lambda shown: shown.span * shown.rows if shown else 0,
            default=None,
        )
        # The last line is the jump's.
        whole = _columns(columns, rows, shown)
        whole[-1] = max(whole[-1] - 1, 0)
        return Fit(OVER, points, leading, rows, 0.0, head, shown, pour(lengths, whole), lengths)

    def _spans(self, columns: int) -> list[int]:
        """Over how many columns the head's picture may stand; 0 for no picture."""
        if not self.story.pictured:
            return [0]
        if columns <= 2:
            return [columns] if columns == 1 or self.ample > AMPLE else [1, 2]
        if self.ample > AMPLE:
            return [columns - 1, columns]
        return sorted({max(1, columns // 2), columns - 1, -(-columns // 2), columns} - {1 if columns > 3 else 0})

    def _likes(self, columns: int, span: int) -> float:
        """What a span costs: a picture had better be half its story's width or more; a tall one less."""
        if not span:
            return 0.0
        wish = 0.4 if self.story.pictures[0].aspect > 1.1 else 0.62
        return ((span / columns - min(1.0, wish * self.ample)) / 0.3) ** 2 * 0.5

    def _natural(self, span: int) -> float:
        return self._natural_picture(span) + self.measured.captions[0][span - 1] + PAD if span else 0.0

    def _natural_picture(self, span: int) -> float:
        """The picture's own height over a span, no higher than half the page."""
        return min(self._area.span(span) * self.story.pictures[0].aspect, self._area.height * 0.5)


def _rows(room: float, size: float, rule: Leading) -> Iterator[tuple[int, float]]:
    """Numbers of rows that fill a height exactly, each with the leading that does it."""
    most = int((room - size) / (size * rule.least)) + 1
    least = max(1, int((room - size) / (size * rule.most)))
    for rows in range(least, most + 1):
        leading = (room - size) / (rows - 1) if rows > 1 else size * rule.normal
        if rows == least and leading > size * rule.most * 1.08:
            # The loosest there is; what is left over stays empty below.
            leading = size * rule.most
        if rule.least <= leading / size <= rule.most * (1.08 if rows == least else 1.0):
            yield rows, leading


def _columns(columns: int, rows: int, shown: Shown | None) -> list[int]:
    """The rows of copy in each column: fewer in those below the picture, which are the last ones."""
    if shown is None:
        return [rows] * columns
    return [rows] * (columns - shown.span) + [rows - shown.rows] * shown.span
