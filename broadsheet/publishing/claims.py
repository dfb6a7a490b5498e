"""Addresses that two parts of the site may both want: those of old aliases, of extensions, and of editions.

An edition's own addresses stand below its own, and are held against one another where they are made. What is looked at
here is what can stand anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.addresses import Claims
from broadsheet.model.address import HOME, output_path
from broadsheet.model.content_path import is_article
from broadsheet.publishing.attachments import below
from broadsheet.publishing.copy import head_of
from broadsheet.publishing.stage import outputs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.edition_order import Alias
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.reading.head import Head


class Heads:
    """The heads of articles by file, as diagnostics name them, read when they are asked for."""

    def __init__(self, bench: Bench) -> None:
        """Read them with these tools."""
        self._bench = bench

    def get(self, file: str, /) -> Head | None:
        """An article's head, None for what is no article."""
        return head_of(self._bench, below(file, self._bench.context.shown)) if is_article(file) else None


def clashes(
    plans: Sequence[EditionPlan], wanted: Iterable[tuple[str, str]], site: Iterable[str], bench: Bench, ledger: Ledger
) -> Iterator[Diagnostic]:
    """Every address that is claimed twice, for the one that must give way.

    `wanted` are addresses that can stand anywhere, with the files that want them: aliases and extensions' outputs.
    `site` are those of pages and files that belong to no edition.
    """
    shown = bench.context.shown
    claims = Claims(Heads(bench))
    roots = {plan.ref.address: plan for plan in plans}
    for plan in plans:
        if found := claims.claim(plan.ref.address, f"{shown}/{plan.file}" if plan.file else ""):
            yield found
    anywhere = sorted(wanted, key=lambda row: (row[1], row[0]))
    if not anywhere:
        return
    for address in site:
        claims.claim(address, "")
    for root in sorted({root for address, _ in anywhere for root in _roots(address) if root in roots}):
        own = dict(_addresses(roots[root], ledger, shown))
        # What the edition has at its own stories' old addresses is claimed below.
        old = {output_path(address) for address, file in anywhere if file in own.values()}
        for address, owner in own.items():
            if output_path(address) not in old and address != root:
                claims.claim(address, owner)
    for address, file in anywhere:
        if found := claims.claim(address, file):
            yield found


def _addresses(plan: EditionPlan, ledger: Ledger, shown: str) -> Iterator[tuple[str, str]]:
    """The addresses below an edition's own, each with its article's file, as diagnostics name it, or ""."""
    words = "SELECT address, file FROM files WHERE edition = ? AND address IS NOT NULL"
    owners = {address: f"{shown}/{file}" for address, file in ledger.rows(words, (plan.key.name,))}
    for (text,) in ledger.rows("SELECT outputs FROM units WHERE unit = ?", (f"edition {plan.key.name}",)):
        for path in outputs_of(text):
            address = f"/{path.removesuffix('index.html')}"
            if address.startswith(plan.ref.address):
                yield address, owners.get(address, "")


class Addresses:
    """What the site has, for links that name a page of it; outputs are looked up where they are recorded."""

    def __init__(self, plans: Iterable[EditionPlan], aliases: Iterable[Alias], ledger: Ledger) -> None:
        """Take the editions that readers see, and their stories' old addresses."""
        self._ledger = ledger
        # What editions have outside their own folders.
        self._elsewhere = {output_path(HOME), *(output_path(alias.old) for alias in aliases)}
        self._roots = {plan.ref.address: f"edition {plan.key.name}" for plan in plans}
        self._units: dict[str, frozenset[str]] = {}

    def there(self, address: str) -> bool:
        """Whether a page or a file answers for an address."""
        path = output_path(address)
        units = [self._roots[root] for root in _roots(address) if root in self._roots]
        return path in self._elsewhere or any(path in self._outputs(unit) for unit in (*units, ""))

    def known(self) -> Iterator[str]:
        """All addresses."""
        for (text,) in self._ledger.stream("SELECT outputs FROM units"):
            yield from (f"/{path.removesuffix('index.html')}" for path in outputs_of(text))

    def _outputs(self, unit: str) -> frozenset[str]:
        """The outputs of an edition, or of all units that are none for ""."""
        if unit not in self._units:
            words = "SELECT outputs FROM units WHERE unit = ?"
            if not unit:
                words = "SELECT outputs FROM units WHERE unit NOT LIKE 'edition %' OR unit = ?"
            rows = self._ledger.rows(words, (unit,))
            self._units[unit] = frozenset(path for (text,) in rows for path in outputs_of(text))
        return self._units[unit]


def _roots(address: str) -> Iterator[str]:
    """The addresses of editions that one may stand below: `/2025/04/16-evening/x/` below `/2025/04/16-evening/`."""
    parts = address.strip("/").split("/")
    if len(parts) >= 3:
        yield f"/{'/'.join(parts[:3])}/"
