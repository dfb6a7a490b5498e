"""A page's lines put together as stories: each line in one place, with how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.reading.importing.blocks import Block, blocks_of, numbered, without_signature
from broadsheet.reading.importing.decks import deck_of
from broadsheet.reading.importing.furniture import Furniture, furniture_of
from broadsheet.reading.importing.grammar import HEADS
from broadsheet.reading.importing.grouping import groups_of, with_summary
from broadsheet.reading.importing.jumps import split_jump
from broadsheet.reading.importing.setting import setting_of
from broadsheet.reading.importing.sighting import sighted
from broadsheet.reading.importing.weighing import labelled
from broadsheet.reading.importing.wording import BOX_HEADS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.reading.importing.lines import Copy
    from broadsheet.reading.importing.setting import Setting

LOW: Mapping[str, float] = MappingProxyType(
    {"head": 0.8, "deck": 0.8, "P": 0.8, "X": 0.45, "V": 0.8, "T": 0.8, "B": 0.8, "E": 0.8, "C": 0.7}
)
"""Below this share a decision of a kind is marked for an editor to look at.

Of the decisions on the pages of the tests at or above it, 92 in 100 or more are right; `test_pages` holds them to it.
"""


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
    seen = sighted(copy)
    groups = groups_of(list(blocks_of(labelled(seen.cues, seen.setting, seen.breaks))), seen.resumed)
    ends = accumulate(sum(len(block.lines) for block in group) for group in groups)
    stories = tuple(_story(group, seen.below.get(end)) for group, end in zip(groups, ends, strict=True))
    found = list(dict.fromkeys(seen.furniture.values()))
    found += (furniture_of(line, 0, 1) or Furniture(line, "outside") for line in copy.outside)
    editors = dict(pair for item in found for pair in item.credits)
    return Page(stories, tuple(editors.items()), tuple(found), seen.setting)


def _story(group: Sequence[Block], below: Furniture | None) -> Story:
    group = with_summary(group)
    heads = [block for block in group if block.label in HEADS]
    group = list(numbered(group))
    group = [part for block in group for part in without_signature(block)]
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
