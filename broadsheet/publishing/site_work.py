"""The step of a build that makes what belongs to the site as a whole: its house's pages, feeds, maps and files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from broadsheet.checking.links import check_addresses
from broadsheet.model.address import HOME, output_path
from broadsheet.planning.archive_jobs import months_of, year_jobs
from broadsheet.planning.catalogue import NEWEST, Catalogue, unpack
from broadsheet.planning.listing_jobs import empty_listing_jobs
from broadsheet.planning.site_jobs import house_jobs
from broadsheet.publishing import disk
from broadsheet.publishing.claims import Addresses, clashes
from broadsheet.publishing.extensions import ExtensionError
from broadsheet.publishing.fingerprint import brief
from broadsheet.publishing.history import EACH_BUILD
from broadsheet.publishing.rooms import ROOMS
from broadsheet.publishing.seen import seen_by
from broadsheet.publishing.tools import Step
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.sitemap import map_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadsheet.model.archive import Attachment
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.catalogue import EditionEntry
    from broadsheet.planning.job import Job
    from broadsheet.publishing.edition_order import Findings
    from broadsheet.publishing.house import Asset
    from broadsheet.publishing.imprint import Imprint
    from broadsheet.publishing.months_step import MonthsStep
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.stage import Stage
    from broadsheet.rendering.output import Room


class SiteStep(Step):
    """Makes the site's own pages and files: a few dozen, whose size does not grow with the archive."""

    def make(
        self,
        out: Sequence[EditionPlan],
        findings: Sequence[tuple[str, Findings]],
        months: MonthsStep,
        imprint: Imprint,
        at_fault: frozenset[str],
    ) -> list[Diagnostic]:
        """Make them for the editions that readers see (`out`, oldest first); what is wrong with addresses and links."""
        aliases = [alias for _, found in findings for alias in found.aliases]
        catalogue = Catalogue(
            newspaper=self._context.newspaper,
            sections=self._context.sections,
            editions=tuple(plan.ref for plan in out),
            entries=partial(self._entries, out),
            newest=lambda name: months.newest(name, NEWEST),
            corrections=tuple(entry for index in months.indexes.values() for entry in index.corrections),
            maps=tuple(
                (path, index.changed)
                for month, index in months.indexes.items()
                for path in map_paths(month, index.addresses)
            ),
            moved=tuple((alias.old, alias.new) for alias in aliases),
        )
        signed = {row.slug for index in months.indexes.values() for row in index.listings if row.kind == "byline"}
        jobs = list(self._jobs(catalogue, imprint, months, signed))
        told = self._pages(jobs, imprint, at_fault)
        files, found = self._rooms(catalogue, at_fault)
        told += found
        if not told:
            site = [HOME, *(job.address for job in jobs), *months.addresses]
            site += [f"/{path}" for path, owner in files if not owner]
            site += [f"/{path}" for path, _ in catalogue.maps]
            wanted = [(alias.old, alias.file) for alias in aliases]
            wanted += [(f"/{path}", owner) for path, owner in files if owner]
            told += clashes(out, wanted, site, self._bench, self._ledger)
        links = [link for _, found in findings for link in found.links] + list(imprint.links)
        promises = [promise for _, found in findings for promise in found.promises]
        if links or promises:
            addresses = Addresses(out, aliases, self._ledger)
            told += check_addresses(links, addresses.there, addresses.known)
            told += (promise.broken for promise in promises if not addresses.there(promise.address))
        return told

    def _jobs(self, catalogue: Catalogue, imprint: Imprint, months: MonthsStep, signed: set[str]) -> Iterator[Job]:
        language = catalogue.newspaper.language
        yield from house_jobs(catalogue, imprint.html, signed, has_search=self._context.site.has_search)
        yield from year_jobs(months_of(catalogue.editions), language)
        filled = {row.slug for index in months.indexes.values() for row in index.listings if row.kind == "section"}
        empty = ((section.name, section.slug) for section in catalogue.sections if section.slug not in filled)
        yield from empty_listing_jobs(empty, language)

    def _pages(self, jobs: Sequence[Job], imprint: Imprint, at_fault: frozenset[str]) -> list[Diagnostic]:
        """Stage the pages, with what the imprint shows, if anything on them changed; what is wrong with layouts."""
        try:
            kind = self._stage.history.kind("site", seen_by(self._bench, {job.layout for job in jobs}))
        except LayoutError as error:
            return [error.diagnostic]
        parts = {f"what {job.address} shows": brief(repr(job)) for job in jobs}
        parts["the files that the imprint shows"] = brief(repr(sorted(imprint.files)))
        if self._made_from("site") == kind.made_from(parts) and "site" not in at_fault:
            return []
        tray = self._stage.tray("site")
        told: dict[Diagnostic, None] = {}
        for job in jobs:
            try:
                page = self._bench.page(job)
            except LayoutError as error:
                told.setdefault(error.diagnostic)
            else:
                tray.put(output_path(job.address), page)
        for path, data in imprint.files.items():
            tray.put(path, data)
        self._stage.add("site", kind.made("site", parts, is_at_fault="site" in at_fault), tray)
        return list(told)

    def _rooms(self, catalogue: Catalogue, at_fault: frozenset[str]) -> tuple[list[tuple[str, str]], list[Diagnostic]]:
        """Make the rooms' outputs that changed; all, with their extensions' files, and what is wrong with these."""
        rooms: list[tuple[str, Room]] = [("", room) for room in ROOMS]
        rooms += [(extension.file, extension.room) for extension in self._bench.extensions]
        kind = self._stage.history.kind("room", {})
        files: list[tuple[str, str]] = []
        told: list[Diagnostic] = []
        for owner, room in rooms:
            try:
                for output in room(catalogue, self._context.site):
                    unit = f"room {output.path}"
                    files.append((output.path, owner))
                    parts = {"what it shows": brief(output.seen)}
                    if unit in at_fault or self._made_from(unit) != kind.made_from(parts):
                        tray = self._stage.tray(unit)
                        tray.put(output.path, output.make())
                        self._stage.add(unit, kind.made(unit, parts, is_at_fault=unit in at_fault), tray)
            except ExtensionError as error:
                told.append(error.diagnostic)
        self._stage.drop_others("room ", (path for path, _ in files))
        return files, told

    def _entries(self, out: Sequence[EditionPlan]) -> Iterator[EditionEntry]:
        for plan in reversed(out):
            ((entry,),) = self._ledger.rows("SELECT entry FROM editions WHERE edition = ?", (plan.key.name,))
            yield unpack(entry)


def stage_assets(stage: Stage, assets: Iterable[Asset], masthead: tuple[Attachment, bytes] | None) -> None:
    """Stage the assets and the drawn title, which are named by their content."""
    tray = stage.tray("assets")
    for asset in assets:
        path = asset.address.lstrip("/")
        if not tray.keep(path, asset.digest):
            tray.put(path, disk.read(asset.path))
    if masthead:
        tray.put(masthead[0].address.lstrip("/"), masthead[1])
    stage.add("assets", EACH_BUILD, tray)
