"""A picture as the editor describes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.model.place import Place


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file and the words that go with it; every text is "" where the editor gave none.

    `src` is the path as typed, relative to the article. `creator` is who made it (摄影者), `credit` the line
    that says where it comes from (图片来源), `license` an address, `acquire` the address where rights are had,
    `position` where it stands (`lead`, `gallery`), `focus` the point of interest (`50% 30%`).
    `place` is where `src` is typed.
    """

    src: str
    alt: str = ""
    caption: str = ""
    creator: str = ""
    credit: str = ""
    copyright: str = ""
    license: str = ""
    acquire: str = ""
    position: str = ""
    focus: str = ""
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""
