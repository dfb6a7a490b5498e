"""What is seen of a line: how it ends, how wide it is, what its words are, and how it stands out on its page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadsheet.model.text_width import set_width
from broadsheet.reading.byline import dateline_of, find_bylines
from broadsheet.reading.importing import page_cues, wording
from broadsheet.reading.importing.captions import caption_and_credit, picture_hint
from broadsheet.reading.importing.cohesion import cohesion
from broadsheet.reading.importing.jumps import split_jump
from broadsheet.reading.importing.scores import BARE, SURELY
from broadsheet.reading.importing.setting import is_full
from broadsheet.reading.importing.signatures import is_picture_signature, signature, split_signature

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from broadsheet.reading.importing.lines import Line
    from broadsheet.reading.importing.setting import Setting

NEAR = 24
"""Characters: a byline that begins further on closes a paragraph and does not open it."""
_SURE = 6.0
_LONGEST = 120
"""Characters of a byline or of what is said about a picture."""


@dataclass(frozen=True, slots=True)
class Cues:
    """A line with what is seen of it.

    `ends` is how: `full` with a sentence, `soft` in its midst, `colon`, `semicolon`, or "" with none of these.
    How much it looks like them say `name` (an author's name alone), `credit` (about a picture; `credited`: with a
    credit in it; `made`: it but says who made one), `contact` and `figures` (a row of a table). `opens` and `closes`
    say that a byline is part of it, at its beginning or end; `full` that it fills its width, so that it may go on
    below.

    `listed` is one of several lines with one sign before them, `closing` the date or the office below a notice,
    `notice` a heading of the usual announcements, `announced` a teaser with its page behind it, `numeral` but a number,
    `series` a short line with a sign as others have it, `item` the heading of one of many short texts. Of larger type
    `major` is in that of headlines, `minor` neither in it nor beside it. `inset` is 1 where a short line is set in as
    copy is, and -1 where as headlines are; `capitals` is 1 in the headlines' capitals and -1 for another short line.
    """

    line: Line
    cells: int
    ends: str
    byline: bool
    name: float
    credit: float
    credited: bool
    made: bool
    contact: float
    dateline: bool
    opens: bool
    closes: bool
    full: bool
    figures: float = 0.0
    listed: bool = False
    closing: bool = False
    notice: bool = False
    announced: bool = False
    numeral: bool = False
    series: bool = False
    minor: bool = False
    major: bool = False
    inset: float = 0.0
    capitals: float = 0.0
    item: bool = False
    cohesion: float = 0.0

    @property
    def text(self) -> str:
        """The line's text."""
        return self.line.text


def all_cues(lines: Sequence[Line], setting: Setting, announced: Container[int] = ()) -> list[Cues]:
    """What is seen of each line of a page; the lines of `announced` are teasers."""
    pictured = frozenset() if setting.han else page_cues.about_pictures(lines, 6 if setting.gapped else 3)
    series, capitals = page_cues.series(lines), page_cues.capitals(lines)
    major, minor = page_cues.ranks(lines, setting)
    coherent = cohesion(lines)
    found = []
    for at, line in enumerate(lines):
        cues = _cues(lines, at, setting, pictured=at in pictured)
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        found.append(
            replace(
                cues,
                # Of two names in a row the upper is a headline: 井边 / 柳某.
                name=0.0 if cues.credit >= _SURE or cues.name <= BARE <= signature(below) < SURELY else cues.name,
                announced=at in announced,
                series=at in series and not cues.listed,
                major=at in major,
                minor=at in minor,
                inset=page_cues.inset(line, setting),
                capitals=capitals.get(at, 0.0),
                cohesion=coherent[at],
            )
        )
    items = frozenset() if setting.wrap else page_cues.items(found)
    return [replace(cues, item=at in items) for at, cues in enumerate(found)]


def _cues(lines: Sequence[Line], at: int, setting: Setting, *, pictured: bool) -> Cues:
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    text = line.text
    found = find_bylines([text]) if len(text) <= _LONGEST else ()
    within = [byline for byline in found if not byline.stands_alone and byline.makes_story]
    signed, of_pictures = signature(text), is_picture_signature(text)
    alone = not of_pictures and (bool(found and found[0].stands_alone and found[0].makes_story) or signed >= SURELY)
    beside = [lines[other].text for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    listed = any(wording.are_items(text, other) for other in beside)
    credit = _SURE if of_pictures else 0.0 if alone else _about_picture(text, listed=listed, pictured=pictured)
    return Cues(
        line=line,
        cells=set_width(text),
        ends=wording.ending(split_jump(text)[0]),
        byline=alone,
        name=0.0 if alone else signed,
        credit=credit,
        credited=credit >= _SURE and bool(caption_and_credit(text)[1]),
        made=of_pictures,
        contact=wording.contact_score(_run_on(lines, at, setting)),
        dateline=bool(dateline_of(text)) or any(byline.start < NEAR for byline in within),
        opens=any(byline.start < NEAR for byline in within),
        closes=any(byline.start >= NEAR for byline in within) or bool(split_signature(text)[1]),
        # Where empty lines part texts, a line above one was not broken by the margin.
        full=after is not None and not (setting.gapped and after.blank) and is_full(line, after, setting.wrap),
        figures=0.0 if line.bold or line.level else max(wording.figures(text), _among_figures(lines, at)),
        listed=listed,
        closing=wording.is_signed_off(text),
        notice=wording.is_notice(text),
        numeral=wording.is_numeral(text),
    )


def _about_picture(text: str, *, listed: bool, pictured: bool) -> float:
    """How much a line that is no byline looks like one about a picture; `pictured` is one beside a credit."""
    if pictured:
        return _SURE
    if listed:
        return 0.0
    if len(text) <= _LONGEST and (wording.opens_caption(text) or caption_and_credit(text)[1]):
        return _SURE
    return picture_hint(text)


def _among_figures(lines: Sequence[Line], at: int) -> float:
    """For a line of several words right below or above a row of a table: it is one, too."""
    if " " not in lines[at].text or len(lines[at].text) > 30 or re.search("[。！？；，]", lines[at].text):
        return 0.0
    beside = [(lines[at - 1], lines[at])] if at else []
    beside += [(lines[at + 1], lines[at + 1])] if at + 1 < len(lines) else []
    return 1.0 if any(wording.figures(line.text) >= 1.5 and not lower.blank for line, lower in beside) else 0.0


def _run_on(lines: Sequence[Line], at: int, setting: Setting) -> str:
    """The text that begins with a line, with the lines below it that it was broken into."""
    text, last = lines[at].text, at
    while last + 1 < len(lines) and last - at < 5 and not lines[last + 1].blank:
        if not is_full(lines[last], lines[last + 1], setting.wrap):
            break
        last += 1
        text += lines[last].text
    return text
