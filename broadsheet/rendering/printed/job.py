"""What the typesetter's template is told, as JSON, and what it says in return.

The template (`layouts/printed-page.typ`) sees `job` with these keys, all lengths in points:

    mode      "measure" or "set"
    look      width, margin; type, headline-type and label-type, lists of families;
              ink, accent, ground; lang, region, script; chinese, has-bold; sizes and larger, what to measure at
    title, author, date       of the document; the date is [year, month, day]
    stories   to be measured
    pages     to be set: the page's frame (planning/printed/page.py) with its width and height, and `stories`, `rules`
              and `panels` in place, or a page's own `file` (publishing/facsimile_work.py)

To "measure" it answers with <measured>, to "set" with <area> (where stories begin and end) and <piece> (lines set).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from broadsheet.model.language import is_chinese, is_traditional
from broadsheet.planning.printed.measured import LARGER, SIZES, Measured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from broadsheet.model.printed import PrintStyle
    from broadsheet.planning.printed.copy import Block, Run
    from broadsheet.planning.printed.measured import PrintPicture, PrintStory
    from broadsheet.planning.printed.page import Frame, Geometry, House
    from broadsheet.planning.printed.placing import PagePlan, SetPiece, SetStory

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Families:
    """The type families of a page, each with those that stand in for what it lacks; `bold` says that heads have one."""

    type: tuple[str, ...]
    headlines: tuple[str, ...]
    labels: tuple[str, ...]
    bold: bool


@dataclass(frozen=True, slots=True)
class Jump:
    """The line that says where a story goes on (下转), with its address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """What holds for all pages of a document."""

    title: str
    author: str
    day: date
    language: str
    style: PrintStyle
    families: Families

    def job(self, mode: str, geometry: Geometry, *, stories: Sequence[Json] = (), pages: Sequence[Json] = ()) -> Json:
        """A job for pages of one geometry."""
        day = self.day
        return {
            "mode": mode,
            "look": self._look(geometry),
            "title": self.title,
            "author": self.author,
            "date": [day.year, day.month, day.day],
            "stories": stories,
            "pages": pages,
        }

    def _look(self, geometry: Geometry) -> Json:
        chinese, traditional = is_chinese(self.language), is_traditional(self.language)
        region = ("tw" if traditional else "cn") if chinese else ""
        return {
            "width": geometry.width,
            "margin": geometry.margin,
            "type": self.families.type,
            "headline-type": self.families.headlines,
            "label-type": self.families.labels,
            "has-bold": self.families.bold,
            "ink": self.style.ink,
            "accent": self.style.accent,
            "ground": self.style.ground,
            "lang": self.language.partition("-")[0].lower(),
            "region": region,
            "script": ("hant" if traditional else "hans") if chinese else "",
            "chinese": chinese,
            "sizes": SIZES,
            "larger": LARGER,
        }


def frame_json(frame: Frame, geometry: Geometry) -> Json:
    """A page without its stories."""
    return {
        **asdict(frame),
        "width": geometry.width,
        "height": geometry.height,
        "columns": geometry.columns,
        "gutter": geometry.gutter,
        "column": geometry.column,
        "stories": [],
        "rules": [],
        "panels": [],
    }


def story_json(story: PrintStory, language: str) -> Json:
    """A story's copy; its language where it is not the page's."""
    own = story.language.partition("-")[0].lower()
    return {
        "id": story.id,
        "lang": own if own != language.partition("-")[0].lower() else None,
        "size": story.size,
        "title": story.title,
        "kicker": story.kicker,
        "subtitle": story.subtitle,
        "byline": story.byline,
        "address": story.address,
        "from": story.origin or None,
        "from-address": story.origin_address,
        "blocks": [_block(block) for block in story.blocks],
        "pictures": [_picture(picture) for picture in story.pictures],
    }


def page_json(
    frame: Frame,
    geometry: Geometry,
    stories: Sequence[PrintStory],
    plan: PagePlan,
    *,
    house: House,
    jumps: Mapping[int, Jump],
    language: str,
) -> Json:
    """A page with everything in its place; `jumps` are the lines of the stories that go on elsewhere, by number."""
    return {
        **frame_json(frame, geometry),
        "stories": [_set(stories[s.story], s, jumps.get(s.story), language) for s in plan.stories],
        "rules": [asdict(rule) for rule in plan.rules],
        "panels": [{**asdict(panel), "house": asdict(house)} for panel in plan.panels],
    }


def with_ends(page: Json, found: Sequence[Json]) -> Json:
    """A page that was set, for the same to be set again: each piece of copy ends at the byte at which it was found to.

    A paper's own template may say it of some of them, or of none: then it has to look for them again.
    """
    pieces = [piece for story in page["stories"] for piece in story["pieces"]]
    if len(pieces) != len(found):
        return page
    ends = iter(found)
    stories = [
        story | {"pieces": [piece | {"end": next(ends)["end"]} for piece in story["pieces"]]}
        for story in page["stories"]
    ]
    return page | {"stories": stories}


def measured_of(answer: Json) -> tuple[Measured, ...]:
    """The lengths of stories as the template measured them."""
    return tuple(
        Measured(
            tuple(tuple((size, height) for size, height in heads) for heads in story["heads"]),
            tuple(tuple(int(lines) for lines in at_size) for at_size in story["lines"]),
            tuple(tuple(heights) for heights in story["captions"]),
        )
        for story in answer["stories"]
    )


def _set(story: PrintStory, placed: SetStory, jump: Jump | None, language: str) -> Json:
    line = None
    if placed.jump and jump:
        line = {"x": placed.jump[0], "y": placed.jump[1], "text": jump.text, "address": jump.address}
    return {
        **story_json(story, language),
        "x": placed.x,
        "y": placed.y,
        "width": placed.width,
        "height": placed.height,
        "columns": placed.columns,
        "head-size": placed.head_size,
        "size-pt": placed.size,
        "leading": placed.leading,
        "pieces": [_piece(piece) for piece in placed.pieces],
        "pictures": [
            {"picture": _picture(story.pictures[p.picture]), "x": p.x, "y": p.y, "width": p.width, "height": p.height}
            for p in placed.pictures
        ],
        "jump": line,
    }


def _piece(piece: SetPiece) -> Json:
    """Some lines of a block; where they end is found when they are set."""
    return {
        "block": piece.block,
        "from": piece.first,
        "to": piece.last,
        "last": piece.ends,
        "end": None,
        "x": piece.x,
        "y": piece.y,
        "height": piece.height,
    }


def _block(block: Block) -> Json:
    return {
        "kind": block.kind,
        "runs": _runs(block.runs),
        "breaks": block.breaks,
        "mark": block.mark,
        "boxed": block.boxed,
        "cells": [_runs(cell) for cell in block.cells],
    }


def _runs(runs: Sequence[Run]) -> list[Json]:
    return [{"text": run.text, "style": run.style, "address": run.address} for run in runs]


def _picture(picture: PrintPicture) -> Json:
    return {
        "file": picture.file,
        "alt": picture.alt or picture.caption or picture.credit,
        "caption": picture.caption,
        "credit": picture.credit,
        "crop": picture.crop,
    }
