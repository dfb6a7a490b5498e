"""The step of a build that makes its editions: which ones, with what, and what came of it."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from broadsheet.model.content_path import is_article
from broadsheet.model.edition import EditionKey
from broadsheet.publishing.attachments import below, known_attachments
from broadsheet.publishing.edition_order import EditionMade, EditionOrder, Findings, OutsideStory, Wanted
from broadsheet.publishing.edition_work import make_editions
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.plan import digests_of, files_of, moment_text
from broadsheet.publishing.tools import Step
from broadsheet.rendering.layout_error import LayoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.pictures import Copies
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.print_records import PrintRecord
    from broadsheet.publishing.tools import Tools

LAYOUTS = ("article.html", "edition.html", "page.html")
UNPRINTED = " but for its printed pages"
"""What marks an edition that is still to be printed."""
Row = tuple["EditionPlan", "EditionPlan | None", "EditionPlan | None", bool, str]
"""An edition to make, with its neighbours, whether it is the newest, and what it is made from."""
PRINTED = 40
"""How many times as long an article takes that is printed, too."""
CHUNK = 60
"""Articles that a worker is handed at once, in whole editions: about 0.1 s of work."""


class EditionsStep(Step):
    """Makes the editions that changed."""

    def __init__(self, tools: Tools) -> None:
        """Begin with nothing made."""
        super().__init__(tools)
        self._out: dict[str, EditionPlan] = {}
        self._prints_most = tools.prints if tools.context.prints else None

    def make(
        self, plans: Sequence[EditionPlan], out: Sequence[EditionPlan], at_fault: frozenset[str]
    ) -> list[Diagnostic]:
        """Make those of `plans` that changed (readers see `out`); what was found now, and in the others before."""
        self._progress.begin("editions")
        self._out = {plan.key.name: plan for plan in out}
        try:
            shared = self._shared()
        except LayoutError as error:
            return [error.diagnostic]
        self._stage.drop_others("edition ", [plan.key.name for plan in plans])
        self._drop_others(plans)
        self._forget_attachments()
        found: list[Diagnostic] = []
        done = 0
        orders = self._in_time(list(self._changed(plans, out, shared, at_fault)))
        total = sum(plan.count for plan, *_ in orders)
        self._progress.reach(0, total)
        waiting: Iterable[EditionOrder] = (self._order(*row) for row in orders)
        while True:
            again: list[EditionOrder] = []
            for results in self._crew.map(make_editions, _chunks(waiting, self._weight), weigh=self._weight):
                for made in results:
                    if isinstance(made, Wanted):
                        again.append(self._answered(made))
                    else:
                        self._note(made)
                        found += made.findings.diagnostics
                        done += made.articles
                self._progress.reach(done, total)
            if not again:
                break
            waiting = again
        return found + self.replayed({plan.key.name for plan, *_ in orders})

    def findings(self) -> Iterator[tuple[str, Findings]]:
        """What the site as a whole must know of each edition, by its name."""
        for name, made in self._ledger.stream("SELECT edition, made FROM editions WHERE made IS NOT NULL"):
            yield name, pickle.loads(made)  # noqa: S301 - made by this build or the last

    def replayed(self, made: set[str]) -> list[Diagnostic]:
        """What was found in editions that were not made now."""
        return [found for name, findings in self.findings() if name not in made for found in findings.diagnostics]

    def _shared(self) -> str:
        """The digest of what every edition sees."""
        context = self._context
        newspaper = replace(context.newspaper, imprint="", imprint_line=1, staff=(), checks=(), policies=())
        return fingerprint(
            repr((context.site, context.sections, newspaper, context.versions, context.drafts, context.shown)),
            repr(sorted(context.assets.items())),
            repr(sorted(context.broken)),
            repr((context.print_template, context.faces)),
            *(self._bench.layouts.closure(layout) for layout in LAYOUTS),
        )

    def _changed(
        self, plans: Sequence[EditionPlan], out: Sequence[EditionPlan], shared: str, at_fault: frozenset[str]
    ) -> Iterator[Row]:
        """Editions to make, or only to print."""
        before = {b.key: a for a, b in pairwise(out)}
        after = {a.key: b for a, b in pairwise(out)}
        named, sought = self._named(), self._sought()
        known = dict(self._ledger.rows("SELECT unit, made_from FROM units WHERE unit LIKE 'edition %'"))
        moment = self._context.as_of
        for plan in plans:
            name = plan.key.name
            is_out = name in self._out
            previous, following = before.get(plan.key), after.get(plan.key)
            newest = is_out and plan is out[-1]
            around = (previous and previous.ref, following and following.ref)
            state = (is_out, plan.release <= moment, plan.shown(moment), around, newest)
            made_from = fingerprint(shared, plan.sources, repr(state), named.get(name, ""), sought.get(name, ""))
            if known.get(f"edition {name}") == made_from + UNPRINTED and f"edition {name}" not in at_fault:
                yield plan, previous, following, newest, made_from + UNPRINTED
            elif known.get(f"edition {name}") != made_from or f"edition {name}" in at_fault:
                yield plan, previous, following, newest, made_from

    def _in_time(self, rows: Sequence[Row]) -> list[Row]:
        """Of editions to make, those that are made now: the newest are printed; the others are, if they must."""
        most = len(rows) if self._prints_most is None else self._prints_most
        made = []
        for number, (plan, previous, following, newest, made_from) in enumerate(reversed(rows)):
            if number < most:
                made.append((plan, previous, following, newest, made_from.removesuffix(UNPRINTED)))
            elif not made_from.endswith(UNPRINTED):
                made.append((plan, previous, following, newest, made_from + UNPRINTED))
        return made[::-1]

    def _order(
        self,
        plan: EditionPlan,
        previous: EditionPlan | None,
        following: EditionPlan | None,
        newest: bool,  # noqa: FBT001 - a row of _changed
        made_from: str,
    ) -> EditionOrder:
        name = plan.key.name
        named = [file for (file,) in self._ledger.rows("SELECT file FROM named WHERE edition = ?", (name,))]
        return EditionOrder(
            context=self._packed,
            key=plan.key,
            plan=plan.file,
            files=files_of(self._ledger, name),
            is_out=name in self._out,
            neighbours=(previous.ref if previous else None, following.ref if following else None),
            newest=newest,
            made_from=made_from,
            known=self._stage.known(f"edition {name}"),
            outside=self.outside(filter(is_article, named)),
            attachments=known_attachments(self._ledger, name),
            prints=self._prints(name),
            hasty=made_from.endswith(UNPRINTED),
            seal=plan.seal,
            digests=digests_of(self._ledger, name) if plan.seal else {},
            is_due=plan.release <= self._context.as_of,
        )

    def _prints(self, name: str) -> tuple[PrintRecord, ...]:
        """An edition's pages as they were printed the last time."""
        rows = self._ledger.rows("SELECT record FROM prints WHERE edition = ? ORDER BY page", (name,))
        return tuple(pickle.loads(record) for (record,) in rows)  # noqa: S301 - made by this build or the last

    def _answered(self, wanted: Wanted) -> EditionOrder:
        """The order again, with what was asked for."""
        order = wanted.order
        elsewhere: dict[str, tuple[EditionKey, ...]] = dict(order.elsewhere)
        for slug in wanted.slugs:
            rows = self._ledger.rows("SELECT edition FROM files WHERE slug = ? ORDER BY edition", (slug,))
            elsewhere[slug] = tuple(EditionKey.named(name) for (name,) in rows)
        outside = {**order.outside, **self.outside(wanted.files)}
        return replace(order, outside=outside, elsewhere=elsewhere)

    def outside(self, files: Iterable[str]) -> dict[str, OutsideStory | None]:
        """Stories of other editions, by file; None for what is no story."""
        found: dict[str, OutsideStory | None] = {}
        for file in files:
            rows = self._ledger.rows("SELECT address, shown_from, edition FROM files WHERE file = ?", (file,))
            found[file] = OutsideStory(rows[0][0], self._is_shown(*rows[0][1:])) if rows and rows[0][0] else None
        return found

    def _is_shown(self, shown_from: str | None, edition: str | None) -> bool:
        if edition not in self._out:
            return False
        return self._context.drafts or (shown_from is not None and shown_from <= moment_text(self._context.as_of))

    def _named(self) -> dict[str, str]:
        """For each edition whose copy names other files, a digest of how these are."""
        words = (
            "SELECT named.edition, named.file, files.digest, files.address, files.shown_from, files.edition"
            " FROM named LEFT JOIN files USING (file) ORDER BY named.edition, named.file"
        )
        digests: dict[str, str] = {}
        for edition, rows in groupby(self._ledger.stream(words), key=lambda row: row[0]):
            digest = sha256()
            for _, file, of_file, address, shown_from, other in rows:
                state = (file, of_file, address, self._is_shown(shown_from, other))
                digest.update(repr(state).encode("utf-8", "surrogatepass"))
            digests[edition] = digest.hexdigest()
        return digests

    def _sought(self) -> dict[str, str]:
        """For each edition whose grids name stories that it doesn't have, the editions that do, as one text."""
        words = (
            "SELECT sought.edition, sought.slug, files.edition FROM sought LEFT JOIN files USING (slug)"
            " ORDER BY sought.edition, sought.slug, files.edition"
        )
        return {edition: repr([*rows]) for edition, rows in groupby(self._ledger.stream(words), key=lambda row: row[0])}

    def _note(self, made: EditionMade) -> None:
        name = made.key.name
        self._stage.add(f"edition {name}", made.made_from, made.tray)
        self._ledger.write(
            "UPDATE editions SET made = ?, entry = ?, entry_digest = ? WHERE edition = ?",
            [(pickle.dumps(made.findings), made.entry, made.entry_digest, name)],
        )
        shown = self._context.shown
        for attachment in made.attached:
            file = below(attachment.path, shown)
            words = "INSERT OR REPLACE INTO attachments SELECT file, digest, ? FROM files WHERE file = ?"
            self._ledger.write(words, [(pickle.dumps(attachment), file)])
        self.note_pictures(name, made.pictures)
        self._ledger.write("DELETE FROM prints WHERE edition = ?", [(name,)])
        prints = ((name, record.page, pickle.dumps(record)) for record in made.prints)
        self._ledger.write("INSERT INTO prints VALUES (?, ?, ?)", prints)
        for table, rows in (("named", made.named), ("sought", made.sought)):
            self._ledger.write(f"DELETE FROM {table} WHERE edition = ?", [(name,)])  # noqa: S608 - our own words
            self._ledger.write(f"INSERT INTO {table} VALUES (?, ?)", ((name, row) for row in rows))  # noqa: S608 - as above

    def note_pictures(self, edition: str, pictures: Iterable[Copies]) -> None:
        """Note the copies of pictures that an edition, or the imprint, needs."""
        rows = {copies.renditions.name: pickle.dumps(copies) for copies in pictures}
        self._ledger.write("INSERT OR REPLACE INTO pictures VALUES (?, ?)", rows.items())
        self._ledger.write("DELETE FROM shown WHERE edition = ?", [(edition,)])
        self._ledger.write("INSERT INTO shown VALUES (?, ?)", ((edition, name) for name in rows))

    def _drop_others(self, plans: Iterable[EditionPlan]) -> None:
        known = {plan.key.name for plan in plans}
        for table in ("named", "sought", "shown", "prints"):
            gone = {name for (name,) in self._ledger.rows(f"SELECT DISTINCT edition FROM {table}")} - known  # noqa: S608 - as above
            self._ledger.write(f"DELETE FROM {table} WHERE edition = ?", ((name,) for name in gone))  # noqa: S608 - as above

    def _weight(self, orders: Sequence[EditionOrder]) -> int:
        """How much work some editions are, in articles; printing one takes as long as many."""
        since = self._context.newspaper.printed_since if self._context.prints else date.max
        return sum(len(order.files) * (PRINTED if order.key.date >= since else 1) for order in orders)

    def _forget_attachments(self) -> None:
        """Forget files that are gone, and all of them where another version of this program looked at them."""
        looked_with = fingerprint()
        if self._ledger.fact("attachments_by") != looked_with:
            self._ledger.write("DELETE FROM attachments", [()])
            self._ledger.keep_fact("attachments_by", looked_with)
        self._ledger.write("DELETE FROM attachments WHERE file NOT IN (SELECT file FROM files)", [()])


def _chunks(
    orders: Iterable[EditionOrder], weigh: Callable[[Sequence[EditionOrder]], int]
) -> Iterator[tuple[EditionOrder, ...]]:
    chunk: list[EditionOrder] = []
    for order in orders:
        chunk.append(order)
        if weigh(chunk) >= CHUNK:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)
