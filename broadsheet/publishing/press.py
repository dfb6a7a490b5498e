"""A build: copy in, the whole paper out, or diagnostics and the old paper untouched.

This is the front of it, which finds out at a look whether there is anything to do; the work is in `making`, which is
imported only then, with all that reading and rendering need.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.moment import in_zone
from broadsheet.model.newspaper import Newspaper
from broadsheet.publishing import clock
from broadsheet.publishing.crew import crew_of
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.house import read_assets, read_layouts, read_template
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.look import compare, walk
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.shelf import shelf_of
from broadsheet.publishing.stage import Published, Stage
from broadsheet.publishing.verify import lookers, verify

if TYPE_CHECKING:
    from datetime import datetime

    from broadsheet.publishing.crew import Crew
    from broadsheet.publishing.look import Changes
    from broadsheet.publishing.making import Span
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.settings import Settings
    from broadsheet.publishing.trace import Trace


@dataclass(frozen=True, slots=True)
class Edited:
    """A build's outcome: what was found in the copy, and what was published, None if anything kept it back.

    `newspaper` are the settings that held.
    """

    diagnostics: tuple[Diagnostic, ...]
    published: Published | None = None
    newspaper: Newspaper = field(default_factory=Newspaper)

    @property
    def sound(self) -> bool:
        """Whether there was no error."""
        return not any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the last build left, apart from its files: it holds from one moment to another (None for ever).

    `inputs` is the digest of all that is no content.
    """

    inputs: str
    since: datetime
    until: datetime | None
    diagnostics: tuple[Diagnostic, ...]
    newspaper: Newspaper

    def holds(self, inputs: str, as_of: datetime | None) -> bool:
        """Whether it is still so. Installed extensions can't be seen to change without loading them."""
        zone = self.newspaper.timezone
        moment = in_zone(as_of or clock.now(zone), zone)
        in_time = self.since <= moment and (self.until is None or moment < self.until)
        return inputs == self.inputs and in_time and not self.newspaper.extensions


def build(
    settings: Settings,
    progress: Progress | None = None,
    trace: Trace | None = None,
    *,
    seen: Changes | None = None,
) -> Edited:
    """Build the paper into the output folder; `trace` follows the crew.

    Who watches the content folder since the last build, and has the output folder to itself, says in `seen` what has
    changed; nothing else is then looked at. Raises OSError or SearchIndexError where the machine fails.
    """
    progress = progress or Silent()
    output = shelf_of(settings.output)
    with Ledger(settings.cache, str(settings.output)) as ledger, crew_of(settings, progress) as crew:
        progress.begin("look")
        pool = lookers(ledger, settings.workers) if seen is None else None
        folders = walk(shelf_of(settings.content), pool) if seen is None else ()
        faults = verify(ledger, output, pool) if seen is None else None
        changes = compare(folders, ledger) if seen is None else seen
        stands = ledger.fact("standing")
        standing: Standing | None = pickle.loads(stands) if stands else None  # noqa: S301 - made by this program
        inputs = inputs_of(settings)
        same = bool(standing and not changes and standing.holds(inputs, settings.as_of))
        if not same:
            # Imported while other processes look at the outputs.
            import_module("broadsheet.publishing.making")
        at_fault = faults.units() if faults else frozenset()
        if pool:
            pool.shutdown()
        if standing and same and not at_fault:
            # Files that were touched and are the same are not read again.
            ledger.commit()
            return Edited(standing.diagnostics, Published(0, 0, ledger.count()), standing.newspaper)
        stage = Stage(ledger.folder("stage"), output, ledger)
        at_work = trace.follow(crew) if trace else crew
        edited, span = make(settings, stage, ledger, at_work, progress, changes=changes, at_fault=at_fault)
        if not edited.sound:
            return edited
        stands = pickle.dumps(Standing(inputs, *span, edited.diagnostics, edited.newspaper))
        # With the search index or a printed page of the paper before, there is still something to do.
        whole = settings.indexes and settings.prints is None
        ledger.keep_fact("standing", stands if whole else b"")
        progress.begin("publish")
        return replace(edited, published=stage.publish(progress.reach))


def make(
    settings: Settings,
    stage: Stage,
    ledger: Ledger,
    crew: Crew,
    progress: Progress,
    *,
    changes: Changes,
    at_fault: frozenset[str],
) -> tuple[Edited, Span]:
    """Stage every output of the paper that has to be made again; what was found, and how long what was made holds."""
    from broadsheet.publishing.making import Making  # noqa: PLC0415 - half a second that a build of nothing saves

    making = Making(settings, stage, ledger, crew, progress)
    diagnostics, span = making.make(changes, at_fault)
    return Edited(diagnostics, newspaper=making.newspaper), span


def inputs_of(settings: Settings) -> str:
    """The digest of all that a build is made from besides the content folder and the time."""
    layouts, faults = read_layouts(settings.layouts)
    assets = {name: asset.address for name, asset in read_assets(settings.assets).items()}
    options = (
        str(settings.content),
        settings.title,
        settings.base_url,
        settings.drafts,
        settings.search,
        settings.printing,
    )
    template = read_template(settings.layouts) if settings.printing else ""
    return fingerprint(
        template, repr(sorted(layouts.items())), repr(faults), repr(sorted(assets.items())), repr(options)
    )
