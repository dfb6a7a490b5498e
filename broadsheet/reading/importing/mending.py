"""Short texts that a narrow column broke in two, made whole: a byline, a caption with its credit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.byline import find_bylines, is_contact
from broadsheet.reading.importing.captions import caption_and_credit
from broadsheet.reading.importing.english_signatures import is_title_of_signer
from broadsheet.reading.importing.scores import PROPER, SURELY
from broadsheet.reading.importing.setting import ends_sentence, is_full
from broadsheet.reading.importing.signatures import signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

_MOST = 4
_LONGEST = 120


def mended(lines: Sequence[Line], setting: Setting) -> list[tuple[Line, ...]]:
    """The lines, those together that only together are a byline or a credit; mended where a text begins."""
    found: list[tuple[Line, ...]] = []
    at = 0
    while at < len(lines):
        span = _span(lines, at, setting) if setting.wrap and _begins(lines, at, setting) else 1
        if span == 1 and _has_title_below(lines, at):
            span = 2
        found.append(tuple(lines[at : at + span]))
        at += span
    return found


def whole(lines: Sequence[Line], *, spaced: bool = True) -> Line:
    """Lines as one."""
    role = "byline" if is_title_of_signer(lines[-1].text) else lines[0].role
    return replace(lines[0], text=(" " if spaced else "").join(line.text for line in lines), role=role)


def _begins(lines: Sequence[Line], at: int, setting: Setting) -> bool:
    """Whether a text may begin with this line: the one above has ended."""
    if at == 0 or lines[at].blank:
        return True
    above = lines[at - 1]
    return ends_sentence(above.text) or not is_full(above, lines[at], setting.wrap)


def _has_title_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a byline's next line says what its writer is: By Jane Doe / Staff writer."""
    if at + 1 >= len(lines) or lines[at + 1].blank or not is_title_of_signer(lines[at + 1].text):
        return False
    found = find_bylines([lines[at].text])
    return bool(found and found[0].stands_alone) or signature(lines[at].text) >= PROPER


def _span(lines: Sequence[Line], at: int, setting: Setting) -> int:
    """How many lines make one byline or credit, 1 where they make none."""
    best = 1
    for end in range(at + 1, min(at + _MOST, len(lines)) + 1):
        part = lines[at:end]
        text = whole(part).text
        if len(text) > _LONGEST or (end > at + 1 and part[-1].blank):
            break
        tail = end == at + 1 or set_width(part[-1].text) * 2 < setting.wrap
        apart = end > at + 1 and ends_sentence(part[-2].text) and _is_alone(part[-1].text)
        if _is_whole(text) and (best == 1 or tail) and not apart:
            best = end - at
        if end < len(lines) and not is_full(lines[end - 1], lines[end], setting.wrap):
            break
    return best


def _is_whole(text: str) -> bool:
    """Whether a text is a byline, or a credit with or without a caption."""
    return (_is_alone(text) or bool(caption_and_credit(text)[1])) and not is_contact(text)


def _is_alone(text: str) -> bool:
    if signature(text) >= SURELY:
        return True
    found = find_bylines([text])
    caption, credit = caption_and_credit(text)
    return bool(found and found[0].stands_alone) or bool(credit and not caption)
