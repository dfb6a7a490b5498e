"""A build: copy in, the whole paper out, or diagnostics and the old paper untouched."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadsheet.checking.addresses import Claims
from broadsheet.model.address import SEARCH, output_path
from broadsheet.model.archive import Archive, released
from broadsheet.model.content_path import files_named_by
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.newspaper import Newspaper
from broadsheet.model.place import Place
from broadsheet.planning.links import with_links
from broadsheet.planning.paper import paper_of
from broadsheet.planning.site_jobs import site_jobs, site_of
from broadsheet.publishing import clock, disk
from broadsheet.publishing.content import read_content
from broadsheet.publishing.extensions import ExtensionError
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.house import read_assets, read_layouts
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.proofs import at_level, imprint_of, proofread, proofread_addresses
from broadsheet.publishing.rooms import ROOMS
from broadsheet.publishing.search_pages import stage_search
from broadsheet.publishing.stage import Published, Stage
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.layouts import Layouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from broadsheet.model.archive import Attachment, EditionCopy
    from broadsheet.planning.job import Job
    from broadsheet.planning.paper import Paper
    from broadsheet.planning.views import Site
    from broadsheet.publishing.content import Content
    from broadsheet.publishing.house import Asset
    from broadsheet.publishing.settings import Settings
    from broadsheet.rendering.output import Room


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


def build(settings: Settings) -> Edited:
    """Build the paper into the output folder. Raises OSError or SearchIndexError where the machine fails."""
    with Ledger(settings.cache, settings.output) as ledger:
        stage = Stage(settings.cache, settings.output, ledger)
        edited = make(settings, stage)
        return replace(edited, published=stage.publish()) if edited.sound else edited


def make(settings: Settings, stage: Stage) -> Edited:
    """Stage every output of the paper that has to be made again; all diagnostics, in order."""
    content = read_content(settings.content, settings.content.as_posix(), settings.workers)
    layout_sources, layout_faults = read_layouts(settings.layouts)
    newspaper = content.archive.newspaper
    if settings.base_url:
        newspaper = replace(newspaper, url=settings.base_url.rstrip("/"))
    as_of = settings.as_of or clock.now(newspaper.timezone)
    as_of = as_of if as_of.tzinfo else as_of.replace(tzinfo=ZoneInfo(newspaper.timezone))
    shown = released(content.archive.editions, newspaper.timezone, as_of, drafts=settings.drafts)
    imprint, imprint_faults = imprint_of(newspaper, settings.content.as_posix())
    read = [*layout_faults, *content.diagnostics, *imprint_faults]
    told = [*read, *_found_by_extensions(content), *proofread(content, shown, imprint)]
    diagnostics = list(at_level(told, newspaper))
    if _errors(diagnostics):
        return Edited(_in_order(diagnostics))
    if not shown:
        return Edited(_in_order([*diagnostics, _nothing(settings, content, as_of)]))
    paper = paper_of(_readers_see(content.archive, newspaper, shown))
    assets = read_assets(settings.assets)
    site = site_of(
        paper,
        title=settings.content.resolve().parent.name,
        base=newspaper.base,
        masthead=content.masthead,
        has_search=settings.search,
    )
    addresses = {name: asset.address for name, asset in assets.items()}
    layouts = Layouts(layout_sources, assets=addresses, base=newspaper.base, shown=settings.layouts.as_posix())
    shared = fingerprint(repr(site), repr(sorted(addresses.items())))
    jobs = site_jobs(paper, with_links(paper, imprint.file, imprint.body))
    claims = Claims(paper.by_file)
    diagnostics += _stage_pages(stage, jobs, site, layouts, shared, claims=claims)
    rooms = [("", room) for room in ROOMS]
    rooms += [(extension.file, extension.room) for extension in content.extensions]
    diagnostics += _stage_rooms(stage, rooms, paper, site, claims)
    diagnostics += at_level(proofread_addresses(content, imprint, claims.addresses), newspaper)
    if _errors(diagnostics):
        return Edited(_in_order(diagnostics))
    _stage_files(stage, settings, paper, content.masthead, assets)
    if settings.search:
        stage_search(stage, paper, settings.cache / "search")
    return Edited(_in_order(diagnostics), newspaper=newspaper)


def _stage_pages(
    stage: Stage, jobs: Iterable[Job], site: Site, layouts: Layouts, shared: str, *, claims: Claims
) -> list[Diagnostic]:
    """Render what has changed; the faults of addresses and of layouts, each told once.

    `shared` is the digest of what every page sees.
    """
    faults: dict[Diagnostic, None] = {}
    for job in jobs:
        if job.address == SEARCH and not site.has_search:
            continue
        clash = claims.claim(job.address, job.owner)
        if clash:
            faults.setdefault(clash)
            continue
        path = output_path(job.address)
        try:
            seen = fingerprint(shared, job.layout, layouts.closure(job.layout), repr(job.view))
            if not stage.keep(path, seen):
                stage.add(path, seen, layouts.render(job.layout, site=site, view=job.view).encode())
        except LayoutError as error:
            faults.setdefault(error.diagnostic)
    return list(faults)


def _stage_files(
    stage: Stage, settings: Settings, paper: Paper, masthead: Attachment | None, assets: Mapping[str, Asset]
) -> None:
    """Copy assets and attachments, which are named by their content, so that a file that stands is right."""
    for asset in assets.values():
        if not stage.keep(asset.address.lstrip("/"), asset.digest):
            stage.add(asset.address.lstrip("/"), asset.digest, disk.read(asset.path))
    attachments = [*paper.attachments.values(), *([masthead] if masthead else [])]
    for address, attachment in {attachment.address: attachment for attachment in attachments}.items():
        if not stage.keep(address.lstrip("/"), attachment.digest):
            path = settings.content / attachment.path.removeprefix(f"{settings.content.as_posix()}/")
            stage.add(address.lstrip("/"), attachment.digest, disk.read(path))


def _stage_rooms(
    stage: Stage, rooms: Iterable[tuple[str, Room]], paper: Paper, site: Site, claims: Claims
) -> list[Diagnostic]:
    """Make the rooms' outputs; `rooms` are (the extension's file or "", room)."""
    faults = []
    for owner, room in rooms:
        try:
            for output in room(paper, site):
                clash = claims.claim(f"/{output.path}", owner)
                seen = fingerprint(output.path, output.seen)
                if clash:
                    faults.append(clash)
                elif not stage.keep(output.path, seen):
                    stage.add(output.path, seen, output.make())
        except ExtensionError as error:
            faults.append(error.diagnostic)
    return faults


def _found_by_extensions(content: Content) -> Iterator[Diagnostic]:
    for extension in content.extensions:
        try:
            yield from extension.found(content.archive)
        except ExtensionError as error:
            yield error.diagnostic


def _readers_see(archive: Archive, newspaper: Newspaper, shown: tuple[EditionCopy, ...]) -> Archive:
    """What is released, with no more than the files that it names: a picture comes out with its story."""
    files = {file for copy in shown for article in copy.articles for file in files_named_by(article)}
    attachments = {file: attachment for file, attachment in archive.attachments.items() if file in files}
    return Archive(newspaper, shown, attachments)


def _nothing(settings: Settings, content: Content, as_of: datetime) -> Diagnostic:
    place = Place(settings.content.as_posix())
    if not content.archive.editions:
        return Diagnostic(
            "no-articles", "no article in this folder", place, "add a Markdown file with title: and date:"
        )
    timezone = content.archive.newspaper.timezone
    hint = "its stories are drafts or not due yet; build with --drafts to see them"
    waiting = [copy.release(timezone) for copy in content.archive.editions if copy.release(timezone) > as_of]
    if len(waiting) == len(content.archive.editions):
        hint = f"the first edition comes out at {min(waiting):%Y-%m-%d %H:%M %Z}; build with --drafts to see it"
    return Diagnostic("nothing-released", "no edition is released yet", place, hint)


def _errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.sort_key))
