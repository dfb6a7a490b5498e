"""`serve`: build, serve on this machine only, watch, rebuild, and reload the open page.

The paper that is served has this machine's address in it, so it stands in a folder of its own with a ledger of its own,
`serve/` in the cache folder: what `build` made for the readers stays as it is.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadsheet.desk.machine import FAILURES, machine_fault
from broadsheet.desk.report import as_text
from broadsheet.desk.server import Server
from broadsheet.desk.watch import Watch
from broadsheet.publishing import disk
from broadsheet.publishing.press import build

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadsheet.publishing.press import Edited
    from broadsheet.publishing.settings import Settings

QUIET = 0.08
"""Seconds without a change before a build begins: editors save in several steps, a checkout changes many files."""
LOOK = 1.0
"""Seconds after which it is looked whether the folders are still those that are watched."""


def serve_paper(settings: Settings, port: int, tell: Callable[[Edited], None]) -> None:
    """Serve until interrupted. `tell` gets every build's outcome. Raises OSError where the port can't be had."""
    own = settings.cache / "serve"
    content = Path(settings.content)
    server = Server(own / "public", port)
    inside = replace(
        settings, output=own / "public", cache=own, pictures=settings.picture_cache, base_url=server.address
    )
    changed = threading.Event()
    ours = (settings.cache, Path(settings.output))
    watch = Watch((content, settings.layouts, settings.assets), changed, ours)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        click.echo(f"serving {server.address}/  (Ctrl-C stops)", err=True)
        changed.clear()
        _build(inside, own / "public", server, tell)
        while True:
            if not changed.wait(LOOK):
                watch.renew()
                continue
            while changed.is_set():
                changed.clear()
                changed.wait(QUIET)
            _build(inside, own / "public", server, tell)
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        watch.stop()
        server.shutdown()
        server.server_close()


def _build(settings: Settings, public: Path, server: Server, tell: Callable[[Edited], None]) -> None:
    """A build whose failure doesn't end the serving: the disk may have room again at the next one."""
    try:
        edited = build(settings)
    except FAILURES as error:
        server.notice = as_text([machine_fault(error)])
        click.echo(server.notice, err=True, nl=False)
        return
    tell(edited)
    server.notice = as_text(edited.diagnostics)
    if edited.published:
        anything = bool(edited.published.made or edited.published.removed)
    else:
        # A fault keeps the old paper in the window; where there is none, the window shows the fault.
        anything = disk.stat(public / "404.html") is None
    if anything:
        server.reload()
