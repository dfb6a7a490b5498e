"""A page's lines put together as stories: each line in one place, with how sure that is."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.reading.importing.cues import all_cues
from broadsheet.reading.importing.decks import deck_of, is_column
from broadsheet.reading.importing.furniture import Furniture, furnishings, furniture_of
from broadsheet.reading.importing.grammar import HEADS
from broadsheet.reading.importing.jumps import split_jump
from broadsheet.reading.importing.lines import Mark, width
from broadsheet.reading.importing.mending import mended, whole
from broadsheet.reading.importing.parting import PAGE_ROLE, parted
from broadsheet.reading.importing.setting import ends_sentence, setting_of
from broadsheet.reading.importing.signatures import split_signature
from broadsheet.reading.importing.weighing import labelled
from broadsheet.reading.importing.wording import BOX_HEADS, is_listed, is_numeral
from broadsheet.reading.markdown.soft_breaks import join_lines

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from broadsheet.reading.importing.lines import Copy, Line
    from broadsheet.reading.importing.setting import Setting
    from broadsheet.reading.importing.weighing import Labelled

SUMMARY = 140
"""Characters of a sentence that may stand in a headline, as its subtitle."""
TEASER_CELLS = 44
"""A line of a teaser is no wider."""
LOW: Mapping[str, float] = MappingProxyType(
    {"head": 0.8, "deck": 0.8, "P": 0.9, "X": 0.45, "V": 0.8, "T": 0.8, "B": 0.8, "E": 0.8, "C": 0.8}
)
"""Below this share a decision of a kind is marked for an editor to look at.

Of the decisions on the pages of the tests at or above it, 92 in 100 or more are right; `test_pages` holds them to it.
"""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one text: its `label` as `grammar` has them, and how sure label and joins are."""

    label: str
    line: Line
    share: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text, its lines joined."""
        return self.line.text


class Doubt(NamedTuple):
    """A decision to look at: `kind` is a label, `deck` for the parting of a headline, or `head` for its being one."""

    kind: str
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it will be filed.

    `blocks` are what stands in the body, in order; `share` is that of its headline, 0 where it has none. `jump` is the
    text that sent readers to `jump_to` and that stood in its copy; `teaser` says that it stands in full elsewhere.
    """

    column: str = ""
    kicker: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Block, ...] = ()
    jump_to: str = ""
    jump: str = ""
    teaser: bool = False
    share: float = 1.0
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: its stories, what belongs to the page (`credits`), and lines that are in no story."""

    stories: tuple[Story, ...]
    credits: tuple[tuple[str, str], ...] = ()
    furniture: tuple[Furniture, ...] = ()
    setting: Setting = field(default_factory=lambda: setting_of(()))


def page_of(copy: Copy) -> Page:
    """The stories of a page of copy, in its order."""
    came = parted(copy.lines)
    furniture = furnishings(came)
    rows = [line for index, line in enumerate(came) if index not in furniture]
    setting = setting_of(rows)
    parts = mended(rows, setting)
    lines = [whole(part) if len(part) > 1 else part[0] for part in parts]
    starts = [0, *accumulate(len(part) for part in parts)]
    below = {
        bisect_left(starts, _lines_before(at, furniture)): item
        for at, item in furniture.items()
        if item.kind in {"jump", "teaser"}
    }
    jumps = {at for at, line in enumerate(lines, 1) if split_jump(line.text)[2]}
    announced = _announced(lines, below)
    cues = all_cues(lines, setting, announced)
    groups = _groups(list(_blocks(labelled(cues, setting, frozenset(below) | jumps))))
    groups = [part for group in groups for part in _briefs(group)]
    ends = accumulate(sum(len(block.lines) for block in group) for group in groups)
    stories = tuple(_story(group, below.get(end)) for group, end in zip(groups, ends, strict=True))
    found = list(dict.fromkeys(furniture[index] for index in sorted(furniture)))
    found += (furniture_of(line, 0, 1) or Furniture(line, "outside") for line in copy.outside)
    editors = dict(pair for item in found for pair in item.credits)
    return Page(stories, tuple(editors.items()), tuple(found), setting)


def _announced(lines: Sequence[Line], below: Mapping[int, Furniture]) -> set[int]:
    """The lines of teasers: that before its page, and the short ones above it, up to the next teaser's page."""
    found: set[int] = set()
    teasers = sorted(at for at, item in below.items() if item.kind == "teaser")
    for at in teasers:
        start = at - 1
        if lines[at - 1 : at] and width(lines[at - 1].text) <= TEASER_CELLS and not ends_sentence(lines[at - 1].text):
            found.add(start)
            while (
                start - 1 in range(at - 3, at)
                and start not in teasers
                and start > 0
                and width(lines[start - 1].text) <= TEASER_CELLS
            ):
                start -= 1
                found.add(start)
    return found


def _lines_before(index: int, furniture: Container[int]) -> int:
    """How many lines of copy stand before the line `index` of the page."""
    return index - sum(other in furniture for other in range(index))


def _blocks(rows: Iterable[Labelled]) -> Iterable[Block]:
    """Lines that go on joined with those above them."""
    group: list[Labelled] = []
    for row in rows:
        if group and not row.goes_on:
            yield _block(group)
            group = []
        group.append(row)
    if group:
        yield _block(group)


def _block(rows: Sequence[Labelled]) -> Block:
    line = rows[0].cues.line
    for row in rows[1:]:
        line = _joined(line, row.cues.line, spaced=row.label in {"B", "E"})
    joins = [row.joined if row.goes_on else 1 - row.joined for row in rows]
    share = min(*(row.share for row in rows), *joins, 1.0)
    return Block(rows[0].label, line, share, tuple(row.cues.line for row in rows))


def _joined(line: Line, below: Line, *, spaced: bool) -> Line:
    """Two lines as one, as the reader of Markdown joins them: no space between Han, but for a byline's words."""
    text = f"{line.text} {below.text}" if spaced else join_lines(f"{line.text}\n{below.text}")
    shift = len(text) - len(below.text)
    marks = (Mark(mark.start + shift, mark.end + shift, mark.kind, mark.target) for mark in below.marks)
    return replace(line, text=text, marks=(*line.marks, *marks))


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of each story: a new one begins with its headline.

    A crosshead that no copy follows was the label over the next headline, and is its first line.
    """
    groups: list[list[Block]] = []
    for block in blocks:
        if not groups or block.label == HEADS[0]:
            over = [groups[-1].pop()] if groups and groups[-1][-1].label == "X" else []
            groups = [group for group in groups if group]
            groups.append([replace(label, label=HEADS[0]) for label in over])
        groups[-1].append(block)
    return groups


def _briefs(group: list[Block]) -> Iterator[list[Block]]:
    """A group below the label of a column (简讯): its crossheads are headlines of stories of their own."""
    if group[0].label != HEADS[0] or not is_column(group[0].text):
        yield group
        return
    brief: list[Block] = []
    for block in group:
        if block.label == "X" and any(before.label == "P" for before in brief):
            yield brief
            brief = [replace(block, label=HEADS[0])]
        else:
            brief.append(block)
    yield brief


def _story(group: Sequence[Block], below: Furniture | None) -> Story:
    group = _with_summary(group)
    heads = [block for block in group if block.label in HEADS]
    group = list(_numbered(group))
    group = [part for block in group for part in _without_signature(block)]
    body = [block for block in group if block.label in {"P", "X", "V", "T"}]
    deck = deck_of([block.line for block in heads], "\n".join(block.text for block in body))
    share = min((block.share for block in heads), default=0.0)
    doubts = []
    if heads and share < LOW["head"]:
        doubts.append(Doubt("head", heads[0].text, share))
    if deck.share < LOW["deck"]:
        doubts.append(Doubt("deck", "", deck.share))
    doubts += (
        Doubt(block.label, block.text, block.share)
        for block in group
        if block.label not in HEADS and block.share < LOW[block.label]
    )
    body, jump, jump_to = _without_jump(body)
    teaser = below is not None and below.kind == "teaser"
    if below is not None and below.kind == "jump":
        jump_to = below.page
    return Story(
        column="".join(line.text for line in deck.column),
        kicker=tuple(line.text for line in deck.kicker),
        title=tuple(line.text for line in deck.title),
        subtitle=tuple(line.text for line in deck.subtitle),
        bylines=tuple(block.text for block in group if block.label in {"B", "E"}),
        blocks=tuple(body),
        pictures=tuple(block for block in group if block.label == "C"),
        jump_to=jump_to,
        jump=jump,
        teaser=teaser,
        share=min(share, deck.share),
        doubts=tuple(doubts),
    )


def _with_summary(group: Sequence[Block]) -> list[Block]:
    """The blocks, a sentence between headline and byline as a line of the headline."""
    heads = [block for block in group if block.label in HEADS]
    rest = list(group[len(heads) :])
    labels = [block.label for block in rest[:3]]
    if (
        heads
        and labels in (["P", "E", "P"], ["P", "B", "P"])
        and rest[0].text.isascii()
        and len(rest[0].text) <= SUMMARY
    ):
        return [*heads, replace(rest[0], label=HEADS[1]), replace(rest[1], label="B"), *rest[2:]]
    return list(group)


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a number that stands above a crosshead as the beginning of it."""
    number: Block | None = None
    for block in blocks:
        if number and block.label == "X":
            line = _joined(number.line, block.line, spaced=True)
            yield replace(block, line=line, lines=(*number.lines, *block.lines))
            number = None
            continue
        if number:
            yield number
        number = block if block.label == "X" and is_numeral(block.text) else None
        if number is None:
            yield block
    if number:
        yield number


def _without_signature(block: Block) -> Iterator[Block]:
    """A paragraph, and the signature in brackets that closed it."""
    copy, signed = split_signature(block.text) if block.label == "P" and not is_listed(block.text) else ("", "")
    if not signed:
        yield block
        return
    marks = tuple(mark for mark in block.line.marks if mark.end <= len(copy))
    yield replace(block, line=replace(block.line, text=copy, marks=marks))
    yield replace(block, label="E", line=replace(block.line, text=signed, marks=()))


def _without_jump(body: list[Block]) -> tuple[list[Block], str, str]:
    """The copy without the jump that ends it, the jump, and its page."""
    copy, jump, page = split_jump(body[-1].text) if body and body[-1].label == "P" else ("", "", "")
    if not page:
        return body, "", ""
    last = body[-1]
    marks = tuple(mark for mark in last.line.marks if mark.end <= len(copy))
    return [*body[:-1], replace(last, line=replace(last.line, text=copy, marks=marks))], jump, page


def box_title(blocks: Sequence[Block]) -> tuple[str, Sequence[Block]]:
    """The heading of a contact box, where its first block is one, and the rest."""
    if blocks and BOX_HEADS.fullmatch(blocks[0].text):
        return blocks[0].text.rstrip("：:"), blocks[1:]
    return "", blocks
