"""A story as an article file: front matter with what is to do, and its body in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from broadsheet.model.page_number import page_key
from broadsheet.reading.importing.captions import caption_and_credit
from broadsheet.reading.importing.markdown import markdown_of
from broadsheet.reading.importing.words import said, words_for
from broadsheet.reading.yaml_text import yaml_lines, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from broadsheet.reading.importing.blocks import Block
    from broadsheet.reading.importing.stories import Story


@dataclass(frozen=True, slots=True)
class Filing:
    """Where stories go: `date`, "" where the folder's edition.yaml gives it, page, section, the paper's language.

    `pages` are the keys of the edition's pages, this one among them; None where they are not known.
    """

    date: str
    page: str
    section: str = ""
    label: str = ""
    language: str = "zh-Hans"
    pages: frozenset[tuple[str, int, str]] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as the copy has it: its file where there is one, and what stood about it."""

    src: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""


def manuscript(story: Story, filing: Filing, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The article file's text; `names` are the files beside it, by the names that the copy has for its pictures."""
    words = words_for(filing.language)
    head = "\n".join(_head(story, filing, names, words))
    return f"---\n{head}\n---\n{markdown_of(story.blocks, words['contact'])}"


def pictures_of(blocks: Sequence[Block]) -> list[Shown]:
    """The pictures of a story, each with the caption and the credit that stood beside it."""
    found: list[Shown] = []
    for block in blocks:
        line = block.line
        caption, credit = ("", "") if line.picture else caption_and_credit(block.text)
        if line.picture:
            found.append(Shown(line.picture, line.alt))
            caption, credit = caption_and_credit(line.text) if line.text else ("", "")
        last = found[-1] if found else None
        if last is None or (caption and last.caption) or (credit and last.credit):
            found.append(Shown(caption=caption, credit=credit))
        else:
            found[-1] = Shown(last.src, last.alt, last.caption or caption, last.credit or credit)
    return found


def _head(story: Story, filing: Filing, names: Mapping[str, str], words: Mapping[str, str]) -> Iterator[str]:
    yield f"title: {yaml_lines(story.title or (words['untitled'],))}"
    for key in ("kicker", "subtitle"):
        if lines := getattr(story, key):
            yield f"{key}: {yaml_lines(lines)}"
    if story.column:
        yield f"column: {yaml_text(story.column)}"
    values = (("date", filing.date), ("edition", filing.label), ("section", filing.section), ("page", filing.page))
    yield from (f"{key}: {yaml_text(value)}" for key, value in values if value)
    if story.bylines:
        yield f"byline: {yaml_lines(story.bylines)}"
    if story.jump_to:
        yield f"jump_to: {yaml_text(story.jump_to)}"
        if filing.pages is not None and page_key(story.jump_to) not in filing.pages:
            yield f"# TODO {words['jump'].format(page=story.jump_to)}"
    yield from _images(pictures_of(story.pictures), names, words)
    if not story.title:
        yield f"draft: true\n# TODO {words['no title']}"
    if story.teaser:
        yield f"# TODO {words['teaser']}"
    yield from (f"# TODO {said(doubt, words)}" for doubt in story.doubts)


def _images(pictures: Sequence[Shown], names: Mapping[str, str], words: Mapping[str, str]) -> Iterator[str]:
    """Pictures that can be shown as `images`, the others as comments: a picture that is not there is an error."""
    ready = [shown for shown in pictures if shown.src in names and shown.alt and shown.credit]
    for sign, group in (("", ready), ("# ", [shown for shown in pictures if shown not in ready])):
        if not group:
            continue
        if sign:
            yield f"# TODO {words['pictures']}"
        yield f"{sign}images:"
        for shown in group:
            yield f"{sign}  - src: {yaml_text(names.get(shown.src, shown.src) or words['to do'])}"
            yield f"{sign}    alt: {yaml_text(shown.alt or words['to do'])}"
            if shown.caption:
                yield f"{sign}    caption: {yaml_text(shown.caption)}"
            if shown.credit:
                yield f"{sign}    credit: {yaml_text(shown.credit)}"
