"""Lines that opt out of a rule, each with its reason and each needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from broadsheet.model.galley import Galley, OptOut


def opted_out(found: Iterable[Diagnostic], galleys: Mapping[str, Galley]) -> Iterator[Diagnostic]:
    """What is left of `found` when lines' opt-outs are heeded, and what is wrong with the opt-outs themselves."""
    used: set[tuple[OptOut, str]] = set()
    for diagnostic in found:
        galley = galleys.get(diagnostic.place.file)
        heeded = [
            opt_out
            for opt_out in (galley.opt_outs if galley else ())
            if diagnostic.code in opt_out.codes and opt_out.first <= diagnostic.place.line <= opt_out.last
        ]
        used.update((opt_out, diagnostic.code) for opt_out in heeded)
        if not heeded:
            yield diagnostic
    for galley in galleys.values():
        for opt_out in galley.opt_outs:
            yield from _told(galley, opt_out, used)


def _told(galley: Galley, opt_out: OptOut, used: set[tuple[OptOut, str]]) -> Iterator[Diagnostic]:
    line = galley.line(opt_out.place.line)
    if opt_out.fault:
        yield Diagnostic("bad-opt-out", opt_out.fault, opt_out.place, opt_out.hint, line, Severity.WARNING)
    for code in opt_out.codes:
        if (opt_out, code) not in used:
            message = f"nothing here is against {code}"
            yield Diagnostic("unused-opt-out", message, opt_out.place, "take it out", line, Severity.WARNING)
