"""`import`: a page of copy from elsewhere filed as stories, with a report of what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadsheet.desk.blank import blank_edition
from broadsheet.desk.new import CannotFileError, drawn, known_section, sound_paper, taken_in
from broadsheet.desk.page_list import with_page
from broadsheet.model.edition import EditionKey, Page
from broadsheet.model.page_number import page_key, page_number
from broadsheet.publishing import disk
from broadsheet.publishing.sources import EDITION
from broadsheet.reading.importing import (
    Filing,
    NotTextError,
    changes,
    copy_of_file,
    left_over,
    manuscript,
    page_of,
    said,
    words_for,
)
from broadsheet.reading.slugs import slug_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from broadsheet.desk.newsroom import Paper, Room
    from broadsheet.reading.importing import Page as ImportedPage
    from broadsheet.reading.importing import Read, Story


@dataclass(frozen=True, slots=True)
class Filed:
    """What an import comes to: `files` by path below the content folder, `edition` as it will stand, and the report.

    `edition` is None where edition.yaml stays as it is.
    """

    files: tuple[tuple[str, bytes], ...]
    edition: tuple[str, bytes] | None
    report: tuple[str, ...]


def file_page(
    content: Path, source: Path, day: date | None, *, label: str, page: str, section: str, dry_run: bool
) -> tuple[str, ...]:
    """Import a page; the lines of the report. With `dry_run` nothing is written.

    Raises CannotFileError, and OSError.
    """
    paper = sound_paper(content)
    room = paper.room(EditionKey(day or paper.coming(), label))
    if room.broken:
        raise CannotFileError(
            f"{content.as_posix()}/{room.folder}/{EDITION} can't be read; mend it first (build.py check)"
        )
    try:
        read = copy_of_file(source.name, disk.read(source))
    except NotTextError as error:
        raise CannotFileError(f"{source.as_posix()} can't be imported: {error}") from None
    filed = _filed(paper, room, read, page_number(page), known_section(paper, section))
    if not dry_run:
        for path, data in filed.files:
            disk.create(content / path, data)
        if filed.edition:
            path, data = filed.edition
            disk.write(content / f"{path}.new", data)
            disk.move(content / f"{path}.new", content / path)
    return filed.report


def _filed(paper: Paper, room: Room, read: Read, number: str, section: str) -> Filed:
    page = page_of(read.copy)
    if not page.stories:
        raise CannotFileError("there is no story in it")
    listed = [known.number for known in (room.plan.pages if room.plan else ())]
    number = next((known for known in listed if page_key(known) == page_key(number)), number)
    edition, edition_says = _edition(paper, room, page, number)
    language = paper.newspaper.language
    dated = "" if room.plan or edition else f"{room.key.date}"
    pages = frozenset(map(page_key, (*listed, *room.pages, number)))
    filing = Filing(dated, number, section, "" if not dated else room.key.label, language, pages)
    report = [f"read as {read.kind}" + "".join(f"; {change}" for change in changes(read.copy.changed))]
    files: list[tuple[str, bytes]] = []
    taken = taken_in(room)
    for story in page.stories:
        slug = slug_of(" ".join(story.title), taken)
        taken.add(slug)
        pictures = _pictures(story, slug, dict(read.copy.pictures))
        names = {called: name for called, (name, _) in pictures.items()}
        path = f"{room.folder}/{slug}.md"
        files.append((path, manuscript(story, filing, names).encode()))
        files += ((f"{room.folder}/{name}", data) for name, data in pictures.values())
        report += _told(story, f"{paper.content.as_posix()}/{path}", list(names.values()), language)
    report += edition_says
    if drawn(room, number):
        slugs = ", ".join(path.rpartition("/")[2].removesuffix(".md") for path, _ in files if path.endswith(".md"))
        report.append(f"TODO the grid of page {number} has no slots for these stories: write into it {slugs}")
    left = list(left_over(page))
    if left:
        report.append("in no story:")
        report += (f"  {kind}: {text}" for kind, text in left)
    doubts = sum(len(story.doubts) for story in page.stories)
    lines = "line" if doubts == 1 else f"{doubts} lines"
    report.append(f"next: look at the {lines} with TODO, then build.py check" if doubts else "next: build.py check")
    return Filed(tuple(files), edition, tuple(report))


def _told(story: Story, path: str, pictures: list[str], language: str) -> Iterator[str]:
    title = " / ".join(story.title) or words_for(language)["untitled"]
    yield f"{path}  {int(story.share * 100)}%  {title}"
    found = [f"kicker {' / '.join(story.kicker)}"] if story.kicker else []
    found += [f"subtitle {' / '.join(story.subtitle)}"] if story.subtitle else []
    found += [f"byline {byline}" for byline in story.bylines]
    labels = [block.label for block in story.blocks]
    counts = (("paragraph", "P"), ("crosshead", "X"), ("line of verse", "V"), ("contact", "T"))
    found += [f"{labels.count(label)} × {name}" for name, label in counts if label in labels]
    found += [f"picture’s {block.text}" for block in story.pictures if block.text]
    found += [f"jump to {story.jump_to}"] if story.jump_to else []
    yield f"  {'; '.join(found)}"
    if pictures:
        yield f"  with {', '.join(pictures)}"
    yield from (f"  TODO {said(doubt, words_for(language))}" for doubt in story.doubts)


def _pictures(story: Story, slug: str, files: dict[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """The files of a story's pictures by what the copy calls them, each with the name that it gets beside the story."""
    called = [block.line.picture for block in story.pictures if block.line.picture in files]
    named = {}
    for count, name in enumerate(dict.fromkeys(called), 1):
        ending = name.rpartition(".")[2]
        named[name] = (f"{slug}{f'-{count}' if count > 1 else ''}.{ending}", files[name])
    return named


def _edition(
    paper: Paper, room: Room, page: ImportedPage, number: str
) -> tuple[tuple[str, bytes] | None, tuple[str, ...]]:
    """The edition.yaml with the page and its credits, where these change it, and what is to be said of it."""
    path = f"{room.folder}/{EDITION}"
    shown = f"{paper.content.as_posix()}/{path}"
    said_credits = ", ".join(f"{role} {name}" for role, name in page.credits)
    if room.plan is None:
        if not page.credits:
            return None, ()
        numbers = sorted({page_key(n): n for n in (*room.pages, number)}.items())
        pages = [Page(n, editors=page.credits if n == number else ()) for _, n in numbers]
        text = blank_edition(f"{room.key.date}", paper.newspaper.language, label=room.key.label, pages=pages)
        return (path, text.encode()), (f"{shown}: page {number}, {said_credits}",)
    text = paper.shelf.read(path).decode("utf-8-sig")
    made = with_page(text, number, page.credits, room.pages)
    if made is None:
        lacks = f"page {number}" + (f": {said_credits}" if page.credits else "")
        return None, (f"TODO write into {shown}, by hand: {lacks}",)
    if made == text:
        return None, ()
    return (path, made.encode()), (f"{shown}: page {number}" + (f", {said_credits}" if page.credits else ""),)
