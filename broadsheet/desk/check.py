"""`check`: a build that publishes nothing, and a look at the site that it would have published."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.checking.site import check_site
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.press import make
from broadsheet.publishing.proofs import at_level
from broadsheet.publishing.stage import Stage

if TYPE_CHECKING:
    from broadsheet.publishing.press import Edited
    from broadsheet.publishing.settings import Settings


def check_paper(settings: Settings) -> Edited:
    """Every diagnostic of a build and of the built site; the output and the cache stay as they are."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
        scratch = Path(folder)
        with Ledger(scratch, scratch / "public") as ledger:
            stage = Stage(scratch, scratch / "public", ledger)
            edited = make(replace(settings, cache=scratch), stage)
            if edited.sound:
                pages = {path: stage.text(path).decode() for path in stage.paths() if path.endswith(".html")}
                found = check_site(pages, set(stage.paths()), edited.newspaper.url)
                edited = replace(edited, diagnostics=(*edited.diagnostics, *at_level(found, edited.newspaper)))
    return edited
