"""The step of a build that makes its editions: which ones, with what, and what came of it."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from broadsheet.model.content_path import is_article
from broadsheet.model.edition import EditionKey
from broadsheet.publishing.attachments import below, known_attachments
from broadsheet.publishing.edition_order import EditionMade, EditionOrder, Findings, Wanted
from broadsheet.publishing.edition_work import make_editions
from broadsheet.publishing.elsewhere import ELSEWHERE, FILES, Elsewhere
from broadsheet.publishing.fingerprint import brief, fingerprint
from broadsheet.publishing.history import Made
from broadsheet.publishing.plan import digests_of, files_of
from broadsheet.publishing.seen import seen_by
from broadsheet.publishing.tools import Step
from broadsheet.rendering.layout_error import LayoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.pictures import Copies
    from broadsheet.publishing.history import Kind, Parts
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.print_records import PrintRecord
    from broadsheet.publishing.tools import Tools

LAYOUTS = ("article.html", "edition.html", "page.html")
UNSEEN = ("admin", "imprint", "imprint_line", "staff", "checks", "policies")
"""Settings that no edition's pages show."""
OWN = "its files"
MOST_TOLD = 20
"""Files that are named as why an edition was made."""
UNPRINTED = " but for its printed pages"
"""What marks an edition that is still to be printed."""
Row = tuple["EditionPlan", "EditionPlan | None", "EditionPlan | None", bool, bool]
"""An edition to make, with its neighbours, whether it is the newest, and whether it only is to be printed, or isn't."""
PRINTED = 40
"""How many times as long an article takes that is printed, too."""
CHUNK = 60
"""Articles that a worker is handed at once, in whole editions: about 0.1 s of work."""


class EditionsStep(Step):
    """Makes the editions that changed."""

    def __init__(self, tools: Tools) -> None:
        """Begin with nothing made."""
        super().__init__(tools)
        self._out: set[str] = set()
        self._waiting: dict[str, Parts] = {}
        self._hasty: set[str] = set()
        self._threads = 1
        self.elsewhere = Elsewhere(self._ledger, (), self._context.as_of, drafts=False)
        self._prints_most = tools.prints if tools.context.prints else None

    def make(
        self, plans: Sequence[EditionPlan], out: Sequence[EditionPlan], at_fault: frozenset[str]
    ) -> list[Diagnostic]:
        """Make those of `plans` that changed (readers see `out`); what was found now, and in the others before."""
        self._progress.begin("editions")
        self._out = {plan.key.name for plan in out}
        context = self._context
        self.elsewhere = Elsewhere(self._ledger, self._out, context.as_of, drafts=context.drafts)
        try:
            kind = self._stage.history.kind("edition", self._shared())
        except LayoutError as error:
            return [error.diagnostic]
        self._stage.drop_others("edition ", [plan.key.name for plan in plans])
        self._drop_others(plans)
        self._forget_attachments()
        found: list[Diagnostic] = []
        done = 0
        orders = self._in_time(list(self._changed(plans, out, kind, at_fault)))
        # An edition alone has all cores; of many each has a second one for what it waits for.
        self._threads = min(self._crew.workers, max(2, self._crew.workers // max(1, len(orders))))
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
                        self._note(made, kind, at_fault)
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

    def _shared(self) -> dict[str, str]:
        """What every edition sees. Raises LayoutError."""
        context = self._context
        settings = (field.name for field in fields(context.newspaper) if field.name not in UNSEEN)
        seen = seen_by(self._bench, LAYOUTS, settings)
        seen |= {f"the extension {name}": f"={version}" for name, version in context.versions}
        seen["the option --drafts"] = "=yes" if context.drafts else "=no"
        seen["how the content folder is named"] = f"={context.shown}"
        seen["files that can't be read"] = brief(repr(sorted(context.broken)))
        seen["the printed page's template"] = brief(context.print_template)
        seen["the printed page's fonts"] = brief(repr(context.faces))
        return seen

    def _changed(
        self, plans: Sequence[EditionPlan], out: Sequence[EditionPlan], kind: Kind, at_fault: frozenset[str]
    ) -> Iterator[Row]:
        """Editions to make, or only to print."""
        before = {b.key: a for a, b in pairwise(out)}
        after = {a.key: b for a, b in pairwise(out)}
        elsewhere = self.elsewhere.parts()
        known = dict(self._ledger.rows("SELECT unit, made_from FROM units WHERE unit LIKE 'edition %'"))
        for plan in plans:
            name, unit = plan.key.name, f"edition {plan.key.name}"
            previous, following = before.get(plan.key), after.get(plan.key)
            newest = name in self._out and plan is out[-1]
            parts = self._parts(plan, previous, following, newest=newest) | elsewhere.get(name, {})
            made_from = kind.made_from(parts)
            stands = known.get(unit) if unit not in at_fault else None
            if stands != made_from:
                self._waiting[name] = parts
                yield plan, previous, following, newest, stands == made_from + UNPRINTED

    def _parts(
        self, plan: EditionPlan, previous: EditionPlan | None, following: EditionPlan | None, *, newest: bool
    ) -> dict[str, str]:
        """What an edition is made from besides what all see, and what others have."""
        moment = self._context.as_of
        return {
            OWN: plan.sources,
            "whether its time has come": "=yes" if plan.release <= moment else "=no",
            "whether readers see it": "=yes" if plan.key.name in self._out else "=no",
            "how many of its stories are out": f"={plan.shown(moment)}",
            "whether it is the newest edition": "=yes" if newest else "=no",
            "the edition before it": brief(repr(previous and previous.ref)),
            "the edition after it": brief(repr(following and following.ref)),
        }

    def _why(self, name: str, kind: Kind, *, is_at_fault: bool) -> Made:
        """An edition that was made, with what differed; files of its own, or that it names, each by its name."""

        def details(part: str) -> list[str] | None:
            if part in ELSEWHERE and part not in self._waiting[name]:
                return []  # forgotten with all that was read by another program
            if part == OWN:
                words = "SELECT file, how FROM changes WHERE ? IN (before, now) ORDER BY file"
            elif part == FILES:
                words = "SELECT file, how FROM changes JOIN named USING (file) WHERE named.edition = ? ORDER BY file"
            else:
                return None
            rows = self._ledger.rows(words, (name,))
            if not rows:
                return [f"{part} (all were read anew: it isn't known which)"]
            more = [f"and {len(rows) - MOST_TOLD} more files"] if len(rows) > MOST_TOLD else []
            return [f"{self._context.shown}/{file} ({how})" for file, how in rows[:MOST_TOLD]] + more

        made = kind.made(f"edition {name}", self._waiting[name], details, is_at_fault=is_at_fault)
        return made if made.why else made._replace(why=("its pages were still to be printed",))

    def _in_time(self, rows: Sequence[Row]) -> list[Row]:
        """Of editions to make, those that are made now: the newest are printed; the others are made, if they must."""
        most = len(rows) if self._prints_most is None else self._prints_most
        made = []
        for number, (plan, previous, following, newest, only_printed) in enumerate(reversed(rows)):
            if number < most:
                made.append((plan, previous, following, newest, False))
            elif not only_printed:
                made.append((plan, previous, following, newest, True))
        self._hasty = {plan.key.name for plan, *_, hasty in made if hasty}
        return made[::-1]

    def _order(
        self,
        plan: EditionPlan,
        previous: EditionPlan | None,
        following: EditionPlan | None,
        newest: bool,  # noqa: FBT001 - a row of _changed
        hasty: bool,  # noqa: FBT001 - as above
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
            known=self._stage.known(f"edition {name}"),
            outside=self.elsewhere.stories(filter(is_article, named)),
            attachments=known_attachments(self._ledger, name),
            prints=self._prints(name),
            hasty=hasty,
            threads=self._threads,
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
        outside = {**order.outside, **self.elsewhere.stories(wanted.files)}
        return replace(order, outside=outside, elsewhere=elsewhere)

    def _note(self, made: EditionMade, kind: Kind, at_fault: frozenset[str]) -> None:
        name, unit = made.key.name, f"edition {made.key.name}"
        why = self._why(name, kind, is_at_fault=unit in at_fault)
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
        # What it names is known only now: the next build must find it as it is.
        parts = {part: value for part, value in self._waiting[name].items() if part not in ELSEWHERE}
        parts |= self.elsewhere.parts_of(name)
        made_from = kind.made_from(parts) + (UNPRINTED if name in self._hasty else "")
        self._stage.add(unit, Made(made_from, parts, why.why), made.tray)

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
