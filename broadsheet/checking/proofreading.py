"""A galley held against every rule of the copy, passage by passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.checking.copy.doubled import doubled_words
from broadsheet.checking.copy.half_width import half_width_marks
from broadsheet.checking.copy.pairs import Pairs
from broadsheet.checking.copy.straight_quotes import SIMPLIFIED, TRADITIONAL, straight_quotes
from broadsheet.checking.copy.weekdays import wrong_weekdays
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.language import is_traditional

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from broadsheet.checking.copy.fault import Fault
    from broadsheet.model.galley import Galley, Passage

MOST_ROUNDS = 50
"""Times that a passage is looked at again when something in it is mended: as deep as brackets stand in brackets."""
_ASCII_MARK = re.compile(r"[\"'(),.:;!?]")


def proofread_copy(galley: Galley, language: str, edition: date) -> Iterator[Diagnostic]:
    """What is wrong with a galley's copy; `language` is its BCP 47 tag, `edition` the date of its edition."""
    marks = TRADITIONAL if is_traditional(language) else SIMPLIFIED
    pairs = Pairs()
    passages = galley.passages
    for number, passage in enumerate(passages):
        found, text = _mended(passage.text, marks)
        for fault in (*found, *doubled_words(text), *wrong_weekdays(text, edition)):
            yield _told(galley, passage, fault)
        for other, fault in pairs.read(number, text, running=passage.running):
            yield _told(galley, passages[other], fault)
    for other, fault in pairs.end():
        yield _told(galley, passages[other], fault)
    yield from _indents(galley)


def _mended(text: str, marks: tuple[str, str]) -> tuple[list[Fault], str]:
    """The faults of single marks, and the text as it is when those that are certain are mended.

    A mark that is mended may show the next one: in `（甲),乙` the comma stands behind a half-width bracket.
    """
    found: dict[int, Fault] = {}
    for _ in range(MOST_ROUNDS if _ASCII_MARK.search(text) else 0):
        # Quotation marks are judged by what is around them: when that is as it should be.
        fresh = [fault for fault in half_width_marks(text) if fault.start not in found]
        fresh = fresh or [fault for fault in straight_quotes(text, marks) if fault.start not in found]
        if not fresh:
            break
        signs = list(text)
        for fault in fresh:
            found[fault.start] = fault
            signs[fault.start] = fault.mend or text[fault.start]
        text = "".join(signs)
    return list(found.values()), text


def _told(galley: Galley, passage: Passage, fault: Fault) -> Diagnostic:
    start = passage.offset(fault.start)
    place = galley.place(start, passage.offset(fault.end - 1) + 1 - start)
    line = galley.line(place.line)
    # What is typed otherwise than it reads (\" in YAML) is for an editor to mend.
    mend = fault.mend if fault.mend is None or galley.text[start - 1 : start] != "\\" else None
    return Diagnostic(fault.code, fault.message, place, fault.hint, line, Severity.WARNING, mend)


def _indents(galley: Galley) -> Iterator[Diagnostic]:
    for offset, length in galley.indents:
        place = galley.place(offset, length)
        line, number = galley.line(place.line), place.line
        prefix = line[: place.column - 1]
        # The indent alone parts a paragraph from the line above it: without it, an empty line must.
        parted = number == galley.first_line or not galley.line(number - 1).strip(" >\u3000")
        mend = None if prefix.strip(" >") else "" if parted else f"\n{prefix}"
        hint = "take it out: the layout indents"
        yield Diagnostic("typed-indent", "a paragraph indented by hand", place, hint, line, Severity.WARNING, mend)
