"""The search index of a build: a bundle is made again only when something in it changed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from broadsheet.publishing import disk
from broadsheet.publishing.attachments import known_attachments
from broadsheet.publishing.bundle_work import BundleOrder, make_bundle, spare_of
from broadsheet.publishing.gram_directory import drawers_orders, make_drawers
from broadsheet.publishing.history import EACH_BUILD
from broadsheet.publishing.plan import files_of
from broadsheet.publishing.search_index import RELEASE
from broadsheet.publishing.tools import Step
from broadsheet.rendering.search.bundles import plan_bundles, write_directory
from broadsheet.rendering.search.grams import plan_shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.rendering.search.bundles import Bundle, EditionEntry
    from broadsheet.rendering.search.grams import Shelf


class SearchStep(Step):
    """Makes `/pagefind/`: the bundles that changed, and their directories."""

    def make(
        self, entries: Iterable[EditionEntry], out: Sequence[EditionPlan], cache: Path, at_fault: frozenset[str]
    ) -> None:
        """Index the documents that `entries` tell of, of the editions that readers see (`out`).

        The lists of grams, which no reader asks for, are kept in the folder `cache`. Raises SearchIndexError and
        OSError.
        """
        entries = list(entries)
        bundles = plan_bundles(entries, release=RELEASE)
        kind, parts = self._stage.history.kind("bundle", {}), _parts(bundles, entries)
        known = dict(self._ledger.rows("SELECT unit, made_from FROM units WHERE substr(unit, 1, 7) = 'bundle '"))
        grams = {bundle.name: cache / bundle.digest for bundle in bundles}
        waiting = [
            bundle
            for bundle in bundles
            if known.get(_unit(bundle)) != kind.made_from(parts[bundle.name])
            or _unit(bundle) in at_fault
            or not disk.stat(grams[bundle.name])
        ]
        total = sum(bundle.count for bundle in waiting)
        self._progress.reach(0, total)
        done = 0
        for made in self._crew.map(make_bundle, self._orders(waiting, out), weigh=lambda order: order.bundle.count):
            unit = _unit(made.bundle)
            why = kind.made(unit, parts[made.bundle.name], is_at_fault=unit in at_fault)
            self._stage.add(unit, why, made.tray)
            disk.write(grams[made.bundle.name], made.grams)
            self._progress.reach(done := done + made.bundle.count, total)
        shutil.rmtree(spare_of(self._stage.folder), ignore_errors=True)
        self._stage.drop_others("bundle ", (bundle.name for bundle in bundles))
        shelves = plan_shelves(bundles)
        digests = {bundle.name: bundle.digest for bundle in bundles}
        for shelf in shelves:
            self._make_shelf(shelf, grams, digests, at_fault)
        self._stage.drop_others("grams ", (str(shelf.number) for shelf in shelves))
        tray = self._stage.tray("bundles")
        if bundles:
            tray.put("pagefind/bundles.json", write_directory(bundles, shelves).encode())
        self._stage.add("bundles", EACH_BUILD, tray)
        for name in disk.names(cache):
            if name not in {bundle.digest for bundle in bundles}:
                disk.remove(cache / name, cache)

    def _orders(self, bundles: Iterable[Bundle], out: Sequence[EditionPlan]) -> Iterator[BundleOrder]:
        plans = {plan.key: plan for plan in out}
        for bundle in bundles:
            keys = dict.fromkeys(part.key for part in bundle.parts)
            yield BundleOrder(
                context=self._packed,
                bundle=bundle,
                editions={key: (plans[key].file, files_of(self._ledger, key.name)) for key in keys},
                attachments={f: a for key in keys for f, a in known_attachments(self._ledger, key.name).items()},
                known=self._stage.known(_unit(bundle)),
                at_once=max(2, self._crew.workers // 2),
            )

    def _make_shelf(
        self, shelf: Shelf, grams: Mapping[str, Path], digests: Mapping[str, str], at_fault: frozenset[str]
    ) -> None:
        unit, kind = f"grams {shelf.number}", self._stage.history.kind("grams", {})
        parts = {f"the bundle {name}": digests[name] for name in shelf.bundles}
        known = self._ledger.rows("SELECT made_from FROM units WHERE unit = ?", (unit,))
        if known == [(kind.made_from(parts),)] and unit not in at_fault:
            return
        tray = self._stage.tray(unit)
        lists = [grams[name].resolve() for name in shelf.bundles]
        orders = drawers_orders(shelf, lists, self._stage.folder.resolve(), tray.known)
        if self._crew.shares_disk:
            made = self._crew.map(make_drawers, orders, weigh=lambda order: order.files)
        else:
            made = map(make_drawers, orders)
        for part in made:
            tray.outputs |= part.outputs
            tray.made += part.made
        self._stage.add(unit, kind.made(unit, parts, is_at_fault=unit in at_fault), tray)


def _unit(bundle: Bundle) -> str:
    return f"bundle {bundle.name}"


def _parts(bundles: Iterable[Bundle], entries: Iterable[EditionEntry]) -> dict[str, dict[str, str]]:
    """What each bundle is made from, by its name."""
    digests = {(entry.language, entry.key): entry.digest for entry in entries}
    return {
        bundle.name: {
            f"the stories of {part.key.name}": f"{digests[bundle.language, part.key]} {part.start} {part.stop}"
            for part in bundle.parts
        }
        for bundle in bundles
    }
