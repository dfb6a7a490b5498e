"""What a line says of the page and not of a story: folio, page credits, jumps, rules, addresses of the house."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.page_number import page_number
from broadsheet.reading.byline import find_bylines
from broadsheet.reading.importing.folio import (
    EMAIL,
    is_beat,
    is_folio,
    is_house_line,
    is_of_site,
    is_rule,
    may_be_folio,
)
from broadsheet.reading.importing.jumps import jump_of
from broadsheet.reading.importing.page_credits import ANY_ROLE, page_credits, split_credits
from broadsheet.reading.importing.parting import PAGE_ROLE, is_desk_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadsheet.reading.importing.lines import Line

_HEAD, _FOOT = 6, 4
"""So many lines at the head and the foot of a page may be about it."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that is no copy.

    `kind` is `folio`, `credits`, `jump` (the story above goes on, on `page`), `jumped` (the story below began there),
    `teaser` (the story above stands in full there), `house` (how to reach the paper), `address`
    (how to reach the reporter of the story below), `rule`,
    `name` (what the desk calls the line below, 引题) or `outside` (it stood
    outside the copy). `credits` are roles with their names.
    """

    line: Line
    kind: str
    page: str = ""
    credits: tuple[tuple[str, str], ...] = ()


def furniture_of(line: Line, at: int, of: int, *, head: bool = False) -> Furniture | None:
    """What the line, number `at` of the page's `of` lines, says of the page; None for a line of copy.

    `head` says that nothing but furniture stands above it.
    """
    if line.role:
        page = page_number(line.text.strip("（()）【】详见詳見》»>→▶☞ .…·"))
        return Furniture(line, "teaser", page) if line.role == PAGE_ROLE else None
    if jump := jump_of(line.text):
        return Furniture(line, *jump)
    if named := page_credits(line.text):
        return Furniture(line, "credits", credits=named)
    signs = {"name": is_desk_name, "outside": is_of_site, "rule": is_rule}
    kind = next((kind for kind, is_one in signs.items() if is_one(line.text)), "")
    return Furniture(line, kind) if kind else _at_edge(line, at, of, head=head)


def _at_edge(line: Line, at: int, of: int, *, head: bool) -> Furniture | None:
    """A folio, wherever it is unmistakable, and the paper's own addresses at the foot."""
    named, rest = split_credits(line.text)
    if is_folio(rest, edge=at < _HEAD or at >= of - _FOOT, head=head):
        return Furniture(line, "folio", credits=named)
    return Furniture(line, "house", credits=named) if at >= of - _FOOT and is_house_line(rest) else None


def furnishings(lines: Sequence[Line]) -> dict[int, Furniture]:
    """The furniture among lines, by index; what was broken into two or three lines stands at each of them."""
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        if index in found:
            continue
        head = len(found) == index
        for span in (1, 2, 3):
            part = lines[index : index + span]
            if len(part) < span or (span > 1 and not _may_go_on(line)):
                break
            whole = replace(line, text=" ".join(piece.text for piece in part))
            furniture = furniture_of(whole, index, len(lines), head=head) or _address(lines, index)
            if furniture:
                found |= dict.fromkeys(range(index, index + span), furniture)
                break
    return {at: item for at, item in found.items() if not _is_lone_beat(item, at, found)}


def _is_lone_beat(item: Furniture, at: int, found: Mapping[int, Furniture]) -> bool:
    """Whether a line but names a beat, and no folio stands by it: it is the kicker of the story below."""
    beside = (found.get(other) for other in (at - 2, at - 1, at + 1, at + 2))
    return (
        item.kind == "folio"
        and is_beat(item.line.text)
        and not any(near and near.kind in {"folio", "credits"} and not is_beat(near.line.text) for near in beside)
    )


def _address(lines: Sequence[Line], at: int) -> Furniture | None:
    """A reporter's address below the byline."""
    if not at or not re.fullmatch(EMAIL, lines[at].text):
        return None
    above = find_bylines([lines[at - 1].text])
    return Furniture(lines[at], "address") if above and above[0].stands_alone else None


def _may_go_on(line: Line) -> bool:
    """Whether a line has a part of a folio or of page credits, so that the next may have the rest."""
    return may_be_folio(line.text) or ANY_ROLE.match(line.text) is not None
