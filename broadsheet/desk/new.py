"""`new edition` and `new article`: a folder and a file to type into. No file is ever written over."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from broadsheet.checking.rules import did_you_mean
from broadsheet.desk.blank import Blank, blank_article, blank_edition
from broadsheet.desk.newsroom import Paper, moment_on
from broadsheet.model.address import slugify
from broadsheet.model.edition import EditionKey
from broadsheet.model.page_number import page_key, page_number
from broadsheet.publishing import disk
from broadsheet.publishing.sources import EDITION
from broadsheet.reading.slugs import slug_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from broadsheet.desk.newsroom import Filed, Room


class CannotFileError(Exception):
    """Something that can't be made as asked; says why, and what to type instead."""


class Made(NamedTuple):
    """A file that was made, as it is named to people, and lines about it and about what comes next."""

    file: str
    lines: tuple[str, ...]


def new_edition(content: Path, day: date, label: str) -> Made:
    """An edition's folder and edition.yaml. Raises CannotFileError, and OSError."""
    paper = sound_paper(content)
    key = EditionKey(day, label)
    room = paper.room(key)
    file = f"{content.as_posix()}/{room.folder}/{EDITION}"
    if room.plan or EDITION in room.names:
        raise CannotFileError(f"{file} is there already: the edition {key.name}; add stories with “new article”")
    before = paper.before(day)
    plan = before.plan if before else None
    number = plan.issue_number if plan else ""
    text = blank_edition(
        f"{day}",
        paper.newspaper.language,
        label=label,
        issue_number=f"{int(number) + 1}" if number.isdecimal() and not label else "",
        release=moment_on(day, plan.release) if plan and not label else "",
        pages=plan.pages if plan and not label else (),
    )
    write_new(content, f"{room.folder}/{EDITION}", text)
    lines = [f"made {file}"]
    if plan and plan.pages and not label and before:
        lines.append(f"  its pages are those of {before.key.name}, without their grids; check them")
    lines.append(f"next: look it over, then build.py new article TITLE --date {day}")
    return Made(file, tuple(lines))


def new_article(content: Path, title: str, day: date | None, page: str, section: str) -> Made:
    """An article's file, a draft, on the next free place of its page. Raises CannotFileError, and OSError."""
    if not title.strip():
        raise CannotFileError("a story needs a title; write: new article “渡口来了一只猫”")
    paper = sound_paper(content)
    room = paper.room(EditionKey(day or paper.coming()))
    section = known_section(paper, section)
    number = known_page(room, page) if page else _free_page(room, section)
    section = section or _section_of(paper, room, number)
    waiting = [slug for slug in drawn(room, number) if f"{slug}.md".casefold() not in room.names]
    slug = waiting[0] if waiting else slug_of(title, taken_in(room))
    blank = Blank(
        title=" ".join(title.split()),
        slug=slug,
        date="" if room.plan else f"{room.key.date}",
        page=number,
        section=section,
        importance=_free_place(room.on_page(number)) if number else 0,
    )
    write_new(content, f"{room.folder}/{slug}.md", blank_article(blank, paper.newspaper.language))
    file = f"{content.as_posix()}/{room.folder}/{slug}.md"
    where = f" for page {number}" if number else ""
    lines = [f"made {file}: a draft{where} of the edition {room.key.name}"]
    if waiting:
        lines.append(f"  it stands in the slot “{slug}” that the page's grid has for it")
    elif drawn(room, number):
        lines.append(f"  the grid of page {number} is full: write “{slug}” into it where the story is to stand")
    lines.append("next: fill in the byline and write the copy, then delete the line “draft: true”")
    return Made(file, tuple(lines))


def sound_paper(content: Path) -> Paper:
    """The paper, if its settings can be read. Raises CannotFileError."""
    paper = Paper.at(content)
    if paper.faults:
        fault = paper.faults[0]
        raise CannotFileError(f"{fault.place.file}:{fault.place.line}: {fault.message}; mend it first (build.py check)")
    return paper


def known_section(paper: Paper, section: str) -> str:
    """The section as the paper's list has it. Raises CannotFileError for one that the list lacks."""
    names = [known.name for known in paper.newspaper.sections]
    for known in paper.newspaper.sections:
        if section and (section == known.name or slugify(section) == known.slug):
            return known.name
    if section and names:
        raise CannotFileError(f'no section "{section}": {did_you_mean(section, names)}')
    return section


def known_page(room: Room, page: str) -> str:
    """The page's number as the edition has it. Raises CannotFileError for one that its list lacks."""
    number = page_number(page)
    for known in room.pages:
        if page_key(known) == page_key(number):
            return known
    if not room.has_page(number):
        hint = did_you_mean(number, room.pages)
        raise CannotFileError(
            f'no page "{number}" in the edition {room.key.name}: {hint}; or list it in {room.folder}/{EDITION} first'
        )
    return number


def taken_in(room: Room) -> set[str]:
    """Slugs that a new story of the edition can't have."""
    files = {name[: -len(".md")] for name in room.names if name.endswith(".md")}
    slots = {slot.slug for page in (room.plan.pages if room.plan else ()) if page.grid for slot in page.grid.slots}
    return {story.slug for story in room.stories} | files | slots


def drawn(room: Room, number: str) -> Sequence[str]:
    """The slugs in the grid of a page, in reading order; none where it isn't drawn."""
    for page in room.plan.pages if room.plan else ():
        if page.grid and number and page_key(page.number) == page_key(number):
            return [slot.slug for slot in page.grid.slots]
    return []


def write_new(content: Path, path: str, text: str) -> None:
    """Write a file that isn't there yet. Raises CannotFileError if it is."""
    try:
        disk.create(content / path, text.encode())
    except FileExistsError:
        raise CannotFileError(f"{content.as_posix()}/{path} is there already, and stays as it is") from None


def _free_page(room: Room, section: str) -> str:
    """The page that a story goes on: that of its section, else the first of those with the fewest stories."""
    for page in room.plan.pages if room.plan else ():
        if section and page.name == section and not page.kind:
            return page.number
    return min(room.pages, key=lambda number: len(room.on_page(number)), default="")


def _free_place(stories: Sequence[Filed]) -> int:
    """The first importance on a page that no story has; the last one where all are had."""
    had = {story.importance for story in stories}
    return next((place for place in range(1, 5) if place not in had), 5)


def _section_of(paper: Paper, room: Room, number: str) -> str:
    """The section that a page is named after, else that of all its stories; "" where neither says."""
    names = {section.name for section in paper.newspaper.sections}
    for page in room.plan.pages if room.plan else ():
        if number and page_key(page.number) == page_key(number) and page.name in names:
            return page.name
    found = {story.section for story in room.on_page(number)} if number else set()
    return found.pop() if len(found) == 1 else ""
