"""The editions that there are, from the heads of their files: a small row each, made anew only where a file changed."""

from __future__ import annotations

import pickle
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from broadsheet.model.address import slugify
from broadsheet.model.archive import publication_order, release_of
from broadsheet.model.content_path import is_article
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.edition import EditionKey
from broadsheet.model.newspaper import Section
from broadsheet.model.page_number import page_key
from broadsheet.model.place import Place
from broadsheet.model.seal import is_seal
from broadsheet.planning.paper import edition_ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadsheet.model.edition import EditionFile
    from broadsheet.planning.views import EditionRef
    from broadsheet.publishing.ledger import Ledger


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """An edition before its copy is read.

    `file` is its edition.yaml below the content folder, "" for none; `sources` is the digest of all its files, `count`
    how many articles it has. `always` of them are shown as soon as it is out, others from `moments` on, sorted; drafts
    never. `sections` are the sections that its articles name, in the order of its pages, each with the moment from
    which it is shown ("" for always, None for drafts). `lone` is the file of its only article, if that gives it a
    label that no edition.yaml knows, else "".
    """

    key: EditionKey
    ref: EditionRef
    release: datetime
    file: str
    sources: str
    count: int
    always: int
    moments: tuple[str, ...]
    sections: tuple[tuple[str, str | None], ...]
    lone: str
    seal: str

    def is_out(self, as_of: datetime, *, drafts: bool) -> bool:
        """Whether readers see it: it is released, and has a released article or an edition.yaml."""
        shown = self.count if drafts else self.shown(as_of)
        return (drafts or self.release <= as_of) and bool(self.file or shown)

    def shown(self, as_of: datetime) -> int:
        """How many of its articles are released."""
        return self.always + bisect_right(self.moments, moment_text(as_of))

    def turns(self) -> Iterator[datetime]:
        """The moments at which what readers see of it changes."""
        yield self.release
        yield from map(datetime.fromisoformat, self.moments)


def plan_editions(names: Iterable[str], ledger: Ledger, timezone: str, shown: str) -> list[Diagnostic]:
    """Plan some editions anew from what the ledger knows of their files; diagnostics of what they have twice.

    `shown` is how diagnostics name the content folder.
    """
    diagnostics: list[Diagnostic] = []
    for name in sorted(names):
        words = "SELECT file, digest, shown_from, section, page, plan FROM files WHERE edition = ? ORDER BY file"
        rows = ledger.rows(words, (name,))
        if not rows:
            ledger.write("DELETE FROM editions WHERE edition = ?", [(name,)])
            continue
        described: list[tuple[str, EditionFile]] = [
            (row[0], pickle.loads(row[5]))  # noqa: S301 - made by this build or the last
            for row in rows
            if row[5]
        ]
        seals = [row[0] for row in rows if is_seal(row[0])]
        diagnostics += _described_twice(described)
        diagnostics += _sealed_twice(name, seals, shown)
        plan = _plan(EditionKey.named(name), described[0] if described else None, rows, timezone)
        words = (
            "INSERT INTO editions (edition, plan) VALUES (?, ?)"
            " ON CONFLICT (edition) DO UPDATE SET plan = excluded.plan"
        )
        ledger.write(words, [(name, pickle.dumps(plan))])
    return diagnostics


def planned(ledger: Ledger) -> list[EditionPlan]:
    """All editions in the order of publication."""
    rows = ledger.rows("SELECT plan FROM editions")
    plans: list[EditionPlan] = [pickle.loads(row) for (row,) in rows]  # noqa: S301 - made by this build or the last
    return sorted(plans, key=lambda plan: publication_order(plan.key, plan.release))


def sections_of(plans: Sequence[EditionPlan], as_of: datetime, *, drafts: bool) -> tuple[Section, ...]:
    """Where the paper lists no sections: those that articles name, in the order of the newest edition's pages.

    `plans` are of the editions that are out, oldest first.
    """
    now = moment_text(as_of)
    names = dict.fromkeys(
        name
        for plan in reversed(plans)
        for name, moment in plan.sections
        if drafts or (moment is not None and moment <= now)
    )
    return tuple(Section(name, slugify(name)) for name in names)


def files_of(ledger: Ledger, name: str) -> tuple[str, ...]:
    """The article files of an edition, sorted."""
    rows = ledger.rows("SELECT file FROM files WHERE edition = ? ORDER BY file", (name,))
    return tuple(file for (file,) in rows if is_article(file))


def digests_of(ledger: Ledger, name: str) -> dict[str, str]:
    """The digests of an edition's files, by file."""
    return dict(ledger.rows("SELECT file, digest FROM files WHERE edition = ? ORDER BY file", (name,)))


def _plan(
    key: EditionKey, described: tuple[str, EditionFile] | None, rows: Sequence[tuple[Any, ...]], timezone: str
) -> EditionPlan:
    """The plan of an edition; `rows` are its files with digest, moment, section and page."""
    file, plan = described or ("", None)
    articles = [row for row in rows if is_article(row[0])]
    listed = {page_key(page.number): number for number, page in enumerate(plan.pages)} if plan else {}
    in_order = sorted(articles, key=lambda row: (listed.get(page_key(row[4]), len(listed)), page_key(row[4])))
    sources = "\n".join(f"{row[0]} {row[1]}" for row in rows)
    return EditionPlan(
        key=key,
        ref=edition_ref(key, plan),
        release=release_of(key, plan, timezone),
        file=file,
        sources=sha256(sources.encode("utf-8", "surrogatepass")).hexdigest(),
        count=len(articles),
        always=sum(row[2] == "" for row in articles),
        moments=tuple(sorted(row[2] for row in articles if row[2])),
        sections=tuple(dict.fromkeys((row[3], row[2]) for row in in_order if row[3])),
        lone=articles[0][0] if plan is None and len(articles) == 1 and key.label else "",
        seal=next((row[0] for row in rows if is_seal(row[0])), ""),
    )


def _described_twice(plans: Sequence[tuple[str, EditionFile]]) -> Iterator[Diagnostic]:
    for _, plan in plans[1:]:
        other = plans[0][1].place
        message = f"the edition of {plan.key.date} is described twice"
        hint = f"{other.file}:{other.line} does it, too; give one a label, or keep one"
        yield Diagnostic("duplicate-edition", message, plan.place, hint, plan.excerpt)


def _sealed_twice(name: str, files: Sequence[str], shown: str) -> Iterator[Diagnostic]:
    for file in files[1:]:
        message = f"the edition {name} has two records of what was published"
        hint = f"{shown}/{files[0]} is one, too; keep the one that was committed first"
        yield Diagnostic("duplicate-record", message, Place(f"{shown}/{file}"), hint)


def moment_text(moment: datetime) -> str:
    """A moment as the ledger keeps it, so that texts compare as moments do."""
    return moment.astimezone(UTC).isoformat()
