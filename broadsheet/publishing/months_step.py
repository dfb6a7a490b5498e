"""The step of a build that makes its months: their indexes first, since a month's lists lead to their neighbours."""

from __future__ import annotations

import pickle
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.planning.archive_jobs import month_refs, months_of
from broadsheet.planning.listing_jobs import places_of
from broadsheet.publishing.fingerprint import brief, fingerprint
from broadsheet.publishing.month_work import IndexOrder, MonthOrder, index_month, make_month
from broadsheet.publishing.seen import seen_by
from broadsheet.publishing.tools import Step
from broadsheet.rendering.layout_error import LayoutError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.catalogue import Month, MonthIndex, StoryEntry
    from broadsheet.planning.views import MonthRef
    from broadsheet.publishing.history import Kind, Parts
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.tools import Tools

LAYOUTS = ("archive-month.html", "listing.html")


class MonthsStep(Step):
    """Makes the months that changed; afterwards knows what the site as a whole needs of all of them."""

    def __init__(self, tools: Tools) -> None:
        """Begin with nothing made."""
        super().__init__(tools)
        self._editions: dict[Month, list[str]] = {}
        self._asked: tuple[Month, dict[str, tuple[StoryEntry, ...]]] = ((0, 0), {})
        self.indexes: dict[Month, MonthIndex] = {}
        self.addresses: list[str] = []

    def make(self, out: Sequence[EditionPlan], at_fault: frozenset[str]) -> list[Diagnostic]:
        """Make the months of the editions that readers see (`out`, oldest first); what is wrong with their layouts."""
        try:
            kind = self._stage.history.kind("month", seen_by(self._bench, LAYOUTS, ["language"]))
        except LayoutError as error:
            return [error.diagnostic]
        for plan in out:
            self._editions.setdefault((plan.key.date.year, plan.key.date.month), []).append(plan.key.name)
        digests = self._digests()
        self._stage.drop_others("month ", map(_name, self._editions))
        known = dict(self._ledger.rows("SELECT month, digest FROM months"))
        gone = known.keys() - {_name(month) for month in self._editions}
        self._ledger.write("DELETE FROM months WHERE month = ?", ((month,) for month in gone))
        orders = (
            IndexOrder(self._packed, month, digest, self._entries(month))
            for month, digest in digests.items()
            if known.get(_name(month)) != digest
        )
        for done in self._crew.map(index_month, orders, weigh=lambda order: len(order.entries) * 10):
            row = (_name(done.month), done.digest, pickle.dumps(done.index), pickle.dumps(done.newest))
            self._ledger.write("INSERT OR REPLACE INTO months VALUES (?, ?, ?, ?)", [row])
        for name, index in self._ledger.stream("SELECT month, month_index FROM months ORDER BY month"):
            self.indexes[_month(name)] = pickle.loads(index)  # noqa: S301 - made by this build or the last
        return self._make(months_of_plans(out), kind, at_fault)

    def newest(self, section: str, most: int) -> tuple[StoryEntry, ...]:
        """The newest stories of a section, by name, or of the paper for "": `most` of them, if there are so many."""
        slug = self._bench.section_slugs.get(section)
        found: list[StoryEntry] = []
        for month in reversed(self.indexes):
            if slug and not any((row.kind, row.slug) == ("section", slug) for row in self.indexes[month].listings):
                continue
            found += self._newest(month).get(section, ())
            if len(found) >= most:
                break
        return tuple(found[:most])

    def _newest(self, month: Month) -> dict[str, tuple[StoryEntry, ...]]:
        """The newest stories of each section in a month. The last month's are asked for by every section's feed."""
        if self._asked[0] != month:
            ((newest,),) = self._ledger.rows("SELECT newest FROM months WHERE month = ?", (_name(month),))
            self._asked = (month, pickle.loads(newest))  # noqa: S301 - made by this build or the last
        return self._asked[1]

    def _make(self, refs: Mapping[Month, MonthRef], kind: Kind, at_fault: frozenset[str]) -> list[Diagnostic]:
        places = places_of(self.indexes)
        self.addresses = [ref.address for ref in refs.values()]
        for listings in places.values():
            self.addresses += (p.month.address for p in listings.values())
            self.addresses += (p.root for p in listings.values() if p.months)
        before = {b: refs[a] for a, b in pairwise(refs)}
        after = {a: refs[b] for a, b in pairwise(refs)}
        units = dict(self._ledger.rows("SELECT unit, made_from FROM units WHERE unit LIKE 'month %'"))
        packed = self._packed
        entries = dict(self._ledger.rows("SELECT edition, entry_digest FROM editions"))
        waiting: dict[Month, Parts] = {}
        for month, ref in refs.items():
            parts = {f"the edition {name}": entries[name][:16] for name in self._editions[month]}
            parts["how many editions it has"] = f"={ref.count}"
            parts["the months before and after it"] = brief(repr((before.get(month), after.get(month))))
            parts["the months of its lists"] = brief(repr(sorted(places[month].items())))
            unit = f"month {_name(month)}"
            if units.get(unit) != kind.made_from(parts) or unit in at_fault:
                waiting[month] = parts
        # The newest one comes first: it has a page more for every list, and at the end others would wait for it.

        def orders() -> Iterator[MonthOrder]:
            for month in reversed(waiting):
                around = (before.get(month), after.get(month))
                known = self._stage.known(f"month {_name(month)}")
                entries = self._entries(month)
                yield MonthOrder(packed, refs[month], entries, around, places[month], known)

        found: list[Diagnostic] = []
        for number, made in enumerate(self._crew.map(make_month, orders(), weigh=lambda o: len(o.entries) * 20), 1):
            unit = f"month {_name(made.month)}"
            self._stage.add(unit, kind.made(unit, waiting[made.month], is_at_fault=unit in at_fault), made.tray)
            found += made.diagnostics
            self._progress.reach(number, len(waiting))
        return found

    def _digests(self) -> dict[Month, str]:
        """What each month is made of."""
        known = dict(self._ledger.rows("SELECT edition, entry_digest FROM editions"))
        sections = repr(sorted(self._bench.section_slugs.items()))
        return {
            month: fingerprint(sections, *(f"{name} {known[name]}" for name in names))
            for month, names in self._editions.items()
        }

    def _entries(self, month: Month) -> tuple[bytes, ...]:
        words = "SELECT entry FROM editions WHERE edition = ?"
        return tuple(self._ledger.rows(words, (name,))[0][0] for name in self._editions[month])


def months_of_plans(out: Sequence[EditionPlan]) -> dict[Month, MonthRef]:
    """The months of the editions that readers see, oldest first."""
    return month_refs(months_of(plan.ref for plan in out))


def _name(month: Month) -> str:
    return f"{month[0]:04}-{month[1]:02}"


def _month(name: str) -> Month:
    year, month = name.split("-")
    return int(year), int(month)
