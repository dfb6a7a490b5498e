"""`check`: a build that publishes nothing, and a look at the site that it would have published."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.checking.site import check_site
from broadsheet.desk.mending import mend
from broadsheet.publishing.crew import crew_of
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.look import look
from broadsheet.publishing.press import make
from broadsheet.publishing.progress import Silent
from broadsheet.publishing.proofs import at_level
from broadsheet.publishing.shelf import LocalShelf, shelf_of
from broadsheet.publishing.stage import Stage

if TYPE_CHECKING:
    from broadsheet.desk.mending import Mended
    from broadsheet.publishing.press import Edited
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.settings import Settings


def check_paper(settings: Settings, progress: Progress | None = None) -> Edited:
    """Every diagnostic of a build, of an editor who reads its editions, and of the built site.

    The output stays as it is, and so does the cache but for copies of pictures and the forms' program, which the next
    build needs anyway. Of printed pages, those that a build has set and that have not changed since are not set again.
    """
    progress = progress or Silent()
    built = settings
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
        scratch = Path(folder)
        pictures, programs = settings.picture_cache, settings.program_cache
        settings = replace(
            settings, cache=scratch, pictures=pictures, programs=programs, output=scratch / "public", thorough=True
        )
        with Ledger(scratch, str(settings.output)) as ledger, crew_of(settings, progress) as crew:
            stage = Stage(scratch / "stage", LocalShelf(scratch / "public"), ledger)
            ledger.borrow_prints(built.cache, str(built.output))
            changes = look(shelf_of(settings.content), ledger)
            edited, _ = make(settings, stage, ledger, crew, progress, changes=changes, at_fault=frozenset())
            if edited.sound:
                progress.begin("check")
                found = check_site(frozenset(stage.outputs()), stage.text, edited.newspaper.url)
                edited = replace(edited, diagnostics=(*edited.diagnostics, *at_level(found, edited.newspaper)))
    return edited


def fix_paper(
    settings: Settings, progress: Progress | None = None, *, dry_run: bool = False
) -> tuple[Edited, tuple[Mended, ...]]:
    """Put right what is certain in the content folder, which must be a path; what is left then, and what was mended.

    In a `dry_run` the files stay as they are. Raises OSError where one can't be written.
    """
    edited = check_paper(settings, progress)
    mended = tuple(mend(edited.diagnostics, Path(settings.content), settings.content_shown))
    if dry_run or not mended:
        return edited, mended
    for file in mended:
        file.write()
    return check_paper(settings, progress), mended
