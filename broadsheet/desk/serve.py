"""`serve`: build, serve on this machine only, watch, rebuild, and show in the open page what changed.

The paper that is served has this machine's address in it, so it stands in a folder of its own with a ledger of its own,
`serve/` in the cache folder: what `build` made for the readers stays as it is. The forms at /admin/ are the desk's own,
and write to the content folder.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadsheet.desk.at_work import address_at_work
from broadsheet.desk.faults import faults_of
from broadsheet.desk.forms import Forms
from broadsheet.desk.machine import FAILURES, machine_fault
from broadsheet.desk.report import as_text
from broadsheet.desk.server import Server
from broadsheet.desk.watch import Watch
from broadsheet.model.href import encoded
from broadsheet.publishing import disk
from broadsheet.publishing.look import Changes
from broadsheet.publishing.press import build
from broadsheet.publishing.progress import Silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.publishing.press import Edited
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.settings import Settings

QUIET = 0.03
"""Seconds without a change before a build begins: editors save in several steps, a checkout changes many files."""
IDLE = 1.0
"""Seconds without a change before pages are printed and the search index is made: both take some seconds."""
LOOK = 1.0
"""Seconds after which it is looked whether the folders are still those that are watched."""


def serve_paper(settings: Settings, port: int, editor: str, tell: Callable[[Edited], None]) -> None:
    """Serve until interrupted. `tell` gets every build's outcome. Raises OSError where the port can't be had.

    `editor` is what an address that opens a file in the editor looks like, see `faults_of`.
    """
    own = settings.cache / "serve"
    content = Path(settings.content)
    server = Server(own / "public", port)
    server.forms = Forms.at(content, settings.program_cache, settings.title)
    inside = replace(
        settings,
        output=own / "public",
        cache=own,
        pictures=settings.picture_cache,
        base_url=server.address,
        drafts=True,
        forms=False,
        remembers=True,
    )
    changed = threading.Event()
    ours = (settings.cache, Path(settings.output))
    watch = Watch(content, (settings.layouts, settings.assets), changed, ours)
    desk = _Desk(inside, server, editor, tell)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        click.echo(f"serving {server.address}/  (Ctrl-C stops)", err=True)
        while True:
            if not changed.wait(LOOK):
                watch.renew()
                continue
            while changed.is_set():
                changed.clear()
                changed.wait(QUIET)
            if desk.build(watch.take()) and not changed.wait(IDLE):
                desk.finish(changed)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        watch.stop()
        server.shutdown()
        server.server_close()


class Disturbed(Exception):  # noqa: N818 - nothing is wrong
    """Something changed while pages were printed or the search was brought up to date."""


class _Impatient(Silent):
    """Waits for what nobody else waits for, as long as there is nothing else to do."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def begin(self, stage: str) -> None:
        """A stage begins, in vain if something has changed."""
        del stage
        self.beat()

    def beat(self) -> None:
        """Time goes by; leave off if something has changed."""
        if self._changed.is_set():
            raise Disturbed


class _Desk:
    """One paper at work: what is to be built next, and who is to know."""

    def __init__(self, settings: Settings, server: Server, editor: str, tell: Callable[[Edited], None]) -> None:
        self._settings = settings
        self._public = Path(settings.output)
        self._server = server
        self._editor = editor
        self._tell = tell
        self._seen: Changes | None = None
        self._at_work = ""

    def build(self, news: Changes | None) -> bool:
        """Build what changed, and what an earlier build could not publish, but for the search; whether all is well."""
        self._seen = _together(self._seen, news)
        edited = self._built(Silent(), indexes=False, prints=0)
        if edited is None:
            return False
        self._tell(edited)
        if edited.published:
            self._seen = Changes()
        self._show(edited.diagnostics, published=self._is_news(edited))
        if edited.published:
            self._say_where()
        return edited.published is not None

    def _say_where(self) -> None:
        """Say where the edition stands that is being edited, whenever it is another one."""
        address = address_at_work(self._settings, first=not self._at_work)
        if address and address != self._at_work:
            self._at_work = address
            click.echo(f"editing {self._server.address}{encoded(address)}", err=True)

    def finish(self, changed: threading.Event) -> None:
        """Print and bring the search up to date, until something has `changed`: nobody waits for it as for the page."""
        going_on = True
        with suppress(Disturbed):
            while going_on:
                # One edition at a time: what is done stays done, whenever somebody saves the next file.
                edited = self._built(_Impatient(changed), indexes=True, prints=1)
                going_on = bool(edited and self._is_news(edited))
                if edited and going_on:
                    self._show(edited.diagnostics, published=True)

    def _built(self, progress: Progress, *, indexes: bool, prints: int) -> Edited | None:
        """A build; None where the machine fails, which doesn't end the serving: the disk may have room again."""
        try:
            return build(replace(self._settings, indexes=indexes, prints=prints), progress, seen=self._seen)
        except FAILURES as error:
            fault = machine_fault(error)
            click.echo(as_text([fault]), err=True, nl=False)
            self._seen = None
            self._show([fault], published=False)
            return None

    def _is_news(self, edited: Edited) -> bool:
        if edited.published:
            return bool(edited.published.made or edited.published.removed)
        # A fault keeps the old paper in the window; where there is none, the window shows the fault.
        return disk.stat(self._public / "404.html") is None

    def _show(self, diagnostics: Sequence[Diagnostic], *, published: bool) -> None:
        self._server.notice = as_text(diagnostics)
        self._server.tell(faults_of(diagnostics, self._editor), published=published)


def _together(first: Changes | None, second: Changes | None) -> Changes | None:
    """The changes of both; None where either may be anything."""
    if first is None or second is None:
        return None
    return Changes(tuple(sorted({*first.folders, *second.folders})))
