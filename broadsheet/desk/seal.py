"""`seal`: the record of what was published of an edition, beside its stories.

The record's file is described in reading/seal.py. What is sealed is what readers have: so the paper is built first, and
an edition is sealed as it stands in the output.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.checking.rules import closest
from broadsheet.model.address import edition_address, output_path
from broadsheet.model.content_path import is_article
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.moment import in_zone
from broadsheet.model.seal import ENDING, PREFIX, Seal, SealedStory, changes, standing
from broadsheet.publishing import clock, disk
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.plan import digests_of, files_of, moment_text, planned
from broadsheet.publishing.press import build
from broadsheet.publishing.sealed_edition import TypedStories, files_digest, wall_time
from broadsheet.publishing.shelf import shelf_of
from broadsheet.publishing.sources import text_of
from broadsheet.publishing.stage import outputs_of
from broadsheet.reading.seal import read_seal, seal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from broadsheet.model.edition import EditionKey
    from broadsheet.model.seal import TypedStory
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.press import Edited
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.settings import Settings
    from broadsheet.publishing.shelf import Shelf


class CannotSealError(Exception):
    """An edition that can't be sealed; says why."""


@dataclass(frozen=True, slots=True)
class SealMade:
    """What sealing came to: the build that was made first, and lines about the record."""

    edited: Edited
    lines: tuple[str, ...] = ()


def seal_edition(settings: Settings, key: EditionKey, progress: Progress | None = None) -> SealMade:
    """Build the paper, and write down what of an edition stands in it; of one that has errors nothing is written.

    Raises CannotSealError for an edition that there is not, or that readers don't see yet, and what `build` does.
    """
    edited = build(settings, progress)
    if not edited.sound:
        return SealMade(edited)
    zone = edited.newspaper.timezone
    as_of = in_zone(settings.as_of or clock.now(zone), zone)
    with Ledger(settings.cache, str(settings.output)) as ledger:
        plans = {plan.key.name: plan for plan in planned(ledger)}
        if key.name not in plans:
            guess = closest(key.name, plans)
            raise CannotSealError(f"there is no edition {key.name}" + (f"; did you mean {guess}?" if guess else ""))
        plan = plans[key.name]
        if not plan.is_out(as_of, drafts=False):
            raise CannotSealError(f"readers don't see the edition {key.name} yet: {_waiting(plan, as_of, zone)}")
        lines = tuple(_Sealing(settings, ledger, plan, as_of, zone).lines())
        sealed = {f"{settings.content_shown}/{file}" for file in files_of(ledger, key.name)}
    # What the build said of corrections that the record lacked is no longer so.
    still = (told for told in edited.diagnostics if told.code != "unsealed-correction" or told.place.file not in sealed)
    return SealMade(replace(edited, diagnostics=tuple(still)), lines)


def _waiting(plan: EditionPlan, as_of: datetime, zone: str) -> str:
    if plan.release > as_of:
        return f"it comes out on {wall_time(plan.release, zone).replace('T', ' at ')}"
    return "its stories are drafts or not due yet"


class _Sealing:
    """One edition on its way into its record."""

    def __init__(self, settings: Settings, ledger: Ledger, plan: EditionPlan, as_of: datetime, zone: str) -> None:
        self._root = Path(settings.content)
        self._shown = settings.content_shown
        self._content: Shelf = shelf_of(settings.content)
        self._ledger = ledger
        self._plan = plan
        self._as_of = as_of
        self._zone = zone

    def lines(self) -> Iterator[str]:
        """Write the record; lines about it."""
        name = self._plan.seal or self._new_file()
        before = self._before()
        typed_now, later = self._stories()
        seal = self._seal(before, typed_now, name.rpartition("/")[0])
        shown = f"{self._shown}/{name}"
        text = seal_text(seal).encode()
        if before and self._content.read(name) == text:
            yield f"{shown} is up to date: nothing has changed since it was sealed"
        else:
            if before:
                disk.replace_bytes(self._root / name, text)
            else:
                disk.create(self._root / name, text)
            stories = "1 story" if len(seal.stories) == 1 else f"{len(seal.stories)} stories"
            yield f"sealed {shown}: {stories}, {len(seal.addresses)} addresses of front and pages"
            yield from _told(before, seal)
            yield "next: commit it with the paper"
        if later:
            more = "1 more story is a draft or comes" if later == 1 else f"{later} more stories are drafts or come"
            yield f"{more} out later; seal again then"

    def _new_file(self) -> str:
        """A record's path: beside edition.yaml, else where most of the stories lie."""
        folder = self._plan.file.rpartition("/")[0]
        if not self._plan.file:
            folders = Counter(file.rpartition("/")[0] for file in digests_of(self._ledger, self._plan.key.name))
            folder = folders.most_common(1)[0][0]
        stem = edition_address(self._plan.key).strip("/").replace("/", "-")
        return f"{folder}/{PREFIX}{stem}{ENDING}".lstrip("/")

    def _before(self) -> Seal | None:
        """The record as it is. The build that went before found nothing wrong with it."""
        if not self._plan.seal:
            return None
        source = text_of(self._content, self._shown, self._plan.seal)
        seal = None if isinstance(source, Diagnostic) else read_seal(source)
        return None if isinstance(seal, Diagnostic) else seal

    def _stories(self) -> tuple[list[TypedStory], int]:
        """The stories that readers see, and how many more there are."""
        words = "SELECT file, shown_from FROM files WHERE edition = ? AND address IS NOT NULL ORDER BY file"
        rows = self._ledger.rows(words, (self._plan.key.name,))
        now = moment_text(self._as_of)
        out = [file for file, moment in rows if moment is not None and moment <= now]
        stories = TypedStories(self._content, self._shown, self._plan.release, self._zone)
        return [story for story in map(stories.read, out) if story], len(rows) - len(out)

    def _seal(self, before: Seal | None, now: Sequence[TypedStory], folder: str) -> Seal:
        """The record as it will be: what it had already stays."""
        known = before.stories if before else ()
        at = {story.address: story for story in now}
        found = standing(known, {address: story.aliases for address, story in at.items()})
        stories = [_continued(s, at[address]) if address else s for s, address in zip(known, found, strict=True)]
        had = {story.address for story in stories}
        stories += (_first(story) for story in now if story.address not in had)
        released = wall_time(self._plan.release, self._zone)
        addresses = [*(before.addresses if before else ()), *self._front_and_pages(now)]
        files = {story.address: posixpath.relpath(story.file, f"{self._shown}/{folder}") for story in now}
        return Seal(
            key=self._plan.key,
            files=self._files(),
            released=min(before.released, released) if before else released,
            addresses=tuple(sorted(set(addresses))),
            stories=tuple(replace(story, file=files.get(story.address, story.file)) for story in stories),
        )

    def _files(self) -> str:
        """The digest of all that the edition is made from, as the ledger has it."""
        name = self._plan.key.name
        words = "SELECT address, digest FROM files WHERE edition = ? AND address IS NOT NULL"
        named = self._ledger.rows(
            "SELECT file, files.digest FROM named JOIN files USING (file) WHERE named.edition = ?", (name,)
        )
        plan = digests_of(self._ledger, name).get(self._plan.file, "")
        rest = (digest for file, digest in named if not is_article(file))
        return files_digest(self._ledger.rows(words, (name,)), plan, rest)

    def _front_and_pages(self, now: Sequence[TypedStory]) -> Iterator[str]:
        """Addresses of the edition's that are no story's."""
        root = edition_address(self._plan.key)
        stories = {output_path(address) for story in now for address in (story.address, *story.aliases)}
        ((text,),) = self._ledger.rows("SELECT outputs FROM units WHERE unit = ?", (f"edition {self._plan.key.name}",))
        paths = (path for path in outputs_of(text) if path.endswith("/index.html") and path not in stories)
        return (address for path in paths if (address := f"/{path.removesuffix('index.html')}").startswith(root))


def _first(story: TypedStory) -> SealedStory:
    aliases = tuple(sorted({*story.aliases} - {story.address}))
    return SealedStory(story.address, aliases, story.file, story.title, story.since, (story.wording,))


def _continued(sealed: SealedStory, story: TypedStory) -> SealedStory:
    """A story that was sealed before, as it is now."""
    addresses = {sealed.address, *sealed.aliases, *story.aliases}
    same = sealed.wordings[-1] == story.wording
    return replace(
        sealed,
        address=story.address,
        aliases=tuple(sorted(addresses - {story.address})),
        title=story.title,
        since=min(sealed.since, story.since),
        wordings=sealed.wordings if same else (*sealed.wordings, story.wording),
    )


def _told(before: Seal | None, seal: Seal) -> Iterator[str]:
    """The stories that were changed since, and how."""
    known = before.stories if before else ()
    at = {story.address: story for story in seal.stories}
    found = standing(known, {address: story.aliases for address, story in at.items()})
    for sealed, address in zip(known, found, strict=True):
        story = at[address] if address else sealed
        if len(story.wordings) > len(sealed.wordings):
            changed = changes(sealed.wordings[-1], story.wordings[-1])
            named = ", ".join(change.named for change in changed) or "another correction"
            yield f"  corrected: {story.title} ({named})"
