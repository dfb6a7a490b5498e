"""The step of a build that publishes the forms, at `/admin/`, for a paper whose newspaper.yaml asks for them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.edition_folder import USUAL, pattern_of
from broadsheet.publishing import disk
from broadsheet.publishing.fingerprint import brief
from broadsheet.publishing.forms import UNIT
from broadsheet.publishing.forms.program import PACKAGES, ProgramError, program
from broadsheet.publishing.plan import files_of
from broadsheet.publishing.settings import HOUSE
from broadsheet.publishing.tools import Step
from broadsheet.reading.form import form_of
from broadsheet.reading.schema import MODELS
from broadsheet.rendering.forms import backend_of, forms_config, forms_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from broadsheet.model.form_field import FormField
    from broadsheet.model.newspaper import Admin
    from broadsheet.model.place import Place
    from broadsheet.publishing.plan import EditionPlan

OWN = {name: HOUSE / "broadsheet/publishing/forms" / name for name in ("copy.js", "forms.css", "forms.js")}
"""The project's own files of the forms, by their path beside the forms' page."""
NEWEST = 14
"""Editions that the forms lead to at once; others are asked for by their date."""


def forms_of_paper() -> Mapping[str, tuple[FormField, ...]]:
    """What the forms of each kind of file ask for."""
    return {name: form_of(model) for name, model in MODELS.items()}


class FormsStep(Step):
    """Makes the forms of a site; nothing of what readers don't see yet is in them."""

    def make(
        self, admin: Admin, out: Sequence[EditionPlan], cache: Path, at_fault: frozenset[str], place: Place
    ) -> list[Diagnostic]:
        """Make them with the editions that readers see (`out`, oldest first); what is wrong, at `place`.

        Where their program can't be had, the paper comes out with what it had.
        """
        newspaper, site = self._context.newspaper, self._context.site
        known = list(self._known(out[-NEWEST:]))
        config = forms_config(
            forms_of_paper(),
            newspaper,
            backend=backend_of(admin),
            folder=admin.folder,
            pattern=pattern_of(known[-1][2]) if known else USUAL,
            editions=known,
        )
        page = forms_page(newspaper, site.title, base=site.base)
        own = {name: disk.read(path) for name, path in OWN.items()}
        kind = self._stage.history.kind(UNIT, {})
        parts = {"the forms' fields and editions": brief(config), "the forms' page": brief(page)}
        parts |= {f"the forms' {name}": disk.digest(data)[:16] for name, data in own.items()}
        parts["the forms' program"] = brief(repr(PACKAGES))
        if self._made_from(UNIT) == kind.made_from(parts) and UNIT not in at_fault:
            return []
        try:
            files = program(cache)
        except ProgramError as error:
            message = f"the site has no new forms: {error}"
            return [Diagnostic("no-forms", message, place, error.hint, severity=Severity.WARNING)]
        tray = self._stage.tray(UNIT)
        for name, data in {"index.html": page.encode(), "forms.json": config.encode(), **own}.items():
            tray.put(f"admin/{name}", data)
        for name, path in files.items():
            tray.put(f"admin/{name}", disk.read(path))
        self._stage.add(UNIT, kind.made(UNIT, parts, is_at_fault=UNIT in at_fault), tray)
        return []

    def _known(self, out: Sequence[EditionPlan]) -> Iterator[tuple[str, str, str]]:
        """Date, label and folder of editions."""
        for plan in out:
            files = [plan.file] if plan.file else files_of(self._ledger, plan.key.name)
            if files:
                folder = PurePosixPath(files[0]).parent.as_posix()
                yield f"{plan.key.date}", plan.key.label, "" if folder == "." else folder
