"""A picture as the editor describes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.model.place import Place


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file and the words that go with it; every text is "" where nobody gave one.

    `src` is the path as typed, relative to the article. `creator` is who made it (摄影者), `credit` the line
    that says where it comes from (图片来源), `none` where the editor says that there is none, with the `reason`.
    `license` is the address of the licence, `acquire` the one where rights are had, from whom is in `licensor`.
    `date` and `location` say when and where it was made, `source_type` how: an address or a name of IPTC's
    digital source types. `position` is where it stands (`lead`, `gallery`), `focus` the point of interest (`50% 30%`).
    `place` is where `src` is typed. `origins` are the fields that its file filled in, each with the property they come
    from (`XMP dc:creator`).
    """

    src: str
    alt: str = ""
    caption: str = ""
    creator: str = ""
    credit: str = ""
    copyright: str = ""
    license: str = ""
    acquire: str = ""
    licensor: str = ""
    date: str = ""
    location: str = ""
    source_type: str = ""
    reason: str = ""
    position: str = ""
    focus: str = ""
    place: Place = field(default_factory=lambda: Place(""))
    excerpt: str = ""
    origins: tuple[tuple[str, str], ...] = ()
