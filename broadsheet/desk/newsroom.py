"""What an editor's commands know of a paper: its settings, and where its editions lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from broadsheet.model.archive import release_of
from broadsheet.model.content_path import is_article
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.edition import EditionKey
from broadsheet.model.edition_folder import USUAL, date_of, folder_on, pattern_of, plainest
from broadsheet.model.newspaper import Newspaper
from broadsheet.model.page_number import page_key
from broadsheet.publishing import clock
from broadsheet.publishing.shelf import LocalShelf
from broadsheet.publishing.sources import folder_plan, text_of
from broadsheet.reading.head import read_matter
from broadsheet.reading.newspaper import read_newspaper

if TYPE_CHECKING:
    from pathlib import Path

    from broadsheet.model.edition import EditionFile

SETTINGS = "newspaper.yaml"


@dataclass(frozen=True, slots=True)
class Filed:
    """A story of an edition, as far as its front matter can be read: its file's name without `.md`, and its place."""

    slug: str
    page: str
    section: str
    importance: int


@dataclass(frozen=True, slots=True)
class Room:
    """An edition's folder below the content folder, whether it is there yet or not, and what lies in it."""

    key: EditionKey
    folder: str
    plan: EditionFile | None = None
    broken: bool = False
    stories: tuple[Filed, ...] = ()
    names: frozenset[str] = frozenset()

    @property
    def pages(self) -> tuple[str, ...]:
        """Numbers of its pages of stories: as edition.yaml lists them, else as its stories name them, in order."""
        if self.plan and self.plan.pages:
            return tuple(page.number for page in self.plan.pages if not page.kind)
        return tuple(sorted({story.page for story in self.stories if story.page}, key=page_key))

    def has_page(self, number: str) -> bool:
        """Whether a story may name the page: any may where edition.yaml lists none."""
        listed = self.plan.pages if self.plan else ()
        return not listed or page_key(number) in {page_key(page.number) for page in listed}

    def on_page(self, number: str) -> tuple[Filed, ...]:
        """The stories that name the page."""
        return tuple(story for story in self.stories if story.page and page_key(story.page) == page_key(number))


@dataclass(slots=True)
class Paper:
    """A content folder of this machine, looked into as far as a command needs."""

    content: Path
    newspaper: Newspaper = field(default_factory=Newspaper)
    faults: tuple[Diagnostic, ...] = ()
    dated: dict[date, list[str]] = field(default_factory=dict)

    @classmethod
    def at(cls, content: Path) -> Paper:
        """The paper in a content folder, which may not be there yet. `faults` are those of its settings."""
        paper = cls(content)
        if SETTINGS in paper.shelf.names(""):
            source = text_of(paper.shelf, content.as_posix(), SETTINGS)
            if isinstance(source, Diagnostic):
                paper.faults = (source,)
            else:
                paper.newspaper, paper.faults = read_newspaper(source)
        for folder, _ in paper.shelf.folders() if content.is_dir() else ():
            if day := date_of(folder):
                paper.dated.setdefault(day, []).append(folder)
        return paper

    @property
    def shelf(self) -> LocalShelf:
        """The content folder."""
        return LocalShelf(self.content)

    def editions(self) -> list[date]:
        """Days that have a folder, newest first."""
        return sorted(self.dated, reverse=True)

    def coming(self) -> date:
        """The newest edition that is not released yet, else tomorrow, by the paper's zone."""
        now = clock.now(self.newspaper.timezone)
        for day in self.editions():
            room = self.room(EditionKey(day))
            if release_of(room.key, room.plan, self.newspaper.timezone) > now:
                return day
            if day <= now.date():
                break
        return now.date() + timedelta(days=1)

    def room(self, key: EditionKey) -> Room:
        """The edition's folder: that whose edition.yaml gives it, else one of its date, else one like the newest's."""
        folders = sorted(self.dated.get(key.date, ()), key=lambda folder: (folder.count("/"), len(folder), folder))
        found = {folder: folder_plan(self.shelf, self._shown, folder, self.newspaper.timezone) for folder in folders}
        for folder, (plan, broken) in found.items():
            if plan and plan.key == key:
                return self._room(key, folder, plan, broken=broken)
        bare = [folder for folder, (plan, _) in found.items() if plan is None]
        if bare and not key.label:
            return self._room(key, bare[0], None, broken=found[bare[0]][1])
        return self._room(key, self._new_folder(key), None, broken=False)

    def before(self, day: date) -> Room | None:
        """The edition of the nearest earlier day, with no label if there is one; None for the first."""
        earlier = [other for other in self.editions() if other < day]
        return self.room(EditionKey(earlier[0])) if earlier else None

    @property
    def pattern(self) -> str:
        """How the folders of the paper's editions are called, by the newest one's."""
        return pattern_of(plainest(self.dated[self.editions()[0]])) if self.dated else USUAL

    @property
    def _shown(self) -> str:
        return self.content.as_posix()

    def _room(self, key: EditionKey, folder: str, plan: EditionFile | None, *, broken: bool) -> Room:
        names = self.shelf.names(folder)
        stories = [self._filed(f"{folder}/{name}", plan, broken=broken) for name in names if is_article(name)]
        kept = tuple(story for story in stories if story)
        return Room(key, folder, plan, broken, kept, frozenset(name.casefold() for name in names))

    def _filed(self, path: str, plan: EditionFile | None, *, broken: bool) -> Filed | None:
        source = text_of(self.shelf, self._shown, path)
        if isinstance(source, Diagnostic):
            return None
        matter = read_matter(source, plan, self.newspaper.timezone, date_unknown=broken)
        if matter.head is None or matter.fields is None:
            return None
        return Filed(matter.head.slug, matter.head.page, matter.head.section, matter.fields.importance or 0)

    def _new_folder(self, key: EditionKey) -> str:
        """A folder as the paper's editions have them, by the newest one's."""
        folder = folder_on(self.pattern, key.date)
        return f"{folder}-{key.label}" if key.label else folder


def moment_on(day: date, like: datetime | None) -> str:
    """The time of day of another edition's release on this day, as edition.yaml has it; "" where that says none."""
    return f"{day}T{like:%H:%M}" if like else ""
