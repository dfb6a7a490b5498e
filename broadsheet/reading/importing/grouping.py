"""Which texts of a page make one story: from a headline to the next, and what else parts stories."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.reading.importing.decks import is_column
from broadsheet.reading.importing.grammar import HEADS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from broadsheet.reading.importing.blocks import Block

SUMMARY = 140
"""Characters of a sentence that may stand in a headline, as its subtitle."""
_IN_TWO = re.compile(r"[^ ，。]{3,14} [^ ，。]{3,14}")
"""A crosshead of two halves: 夯实底层技术 提升核心能力."""


def groups_of(blocks: Sequence[Block], resumed: Container[int]) -> list[list[Block]]:
    """The blocks of each story; at the lines of `resumed`, by number, one goes on that began on another page.

    A crosshead that no copy follows was the label over the next headline, and is its first line.
    """
    groups: list[list[Block]] = []
    at = 0
    for block in blocks:
        if not groups or block.label == HEADS[0] or at in resumed:
            over = [groups[-1].pop()] if groups and groups[-1][-1].label == "X" and at not in resumed else []
            groups = [group for group in groups if group]
            groups.append([replace(label, label=HEADS[0]) for label in over])
        groups[-1].append(block)
        at += len(block.lines)
    return [part for group in _signed(groups) for part in _briefs(group)]


def _signed(groups: Sequence[list[Block]]) -> list[list[Block]]:
    """The groups, one with the next whose headline is but one more of its crossheads.

    Where all stories are signed at their ends, one without a signature goes on until there is one; its crossheads, and
    what seems to be a headline, are all of two halves.
    """
    labels = {block.label for group in groups for block in group}
    if "B" in labels or sum(_is_signed(group) for group in groups) < 2:
        return list(groups)
    found: list[list[Block]] = []
    for group in groups:
        heads = [block for block in group if block.label in HEADS]
        crossheads = [block for block in (found[-1] if found else []) if block.label == "X"]
        if (
            crossheads
            and not _is_signed(found[-1])
            and _is_signed(group)
            and len(heads) == 1
            and all(_IN_TWO.fullmatch(block.text) for block in (*crossheads, *heads))
        ):
            found[-1] += (replace(block, label="X") if block in heads else block for block in group)
        else:
            found.append(group)
    return found


def _is_signed(group: Sequence[Block]) -> bool:
    return any(block.label == "E" for block in group)


def with_summary(group: Sequence[Block]) -> list[Block]:
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
