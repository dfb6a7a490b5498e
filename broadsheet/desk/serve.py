"""`serve`: build, serve on this machine only, watch, rebuild, and reload the open page."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from broadsheet.desk.server import Server
from broadsheet.publishing.press import build
from broadsheet.publishing.search_index import SearchIndexError

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadsheet.publishing.press import Edited
    from broadsheet.publishing.settings import Settings

QUIET = 0.08
"""Seconds without a change before a build begins: editors save in several steps, a checkout changes many files."""


def serve_paper(settings: Settings, port: int, tell: Callable[[Edited], None]) -> None:
    """Serve until interrupted. `tell` gets every build's outcome. Raises OSError where the port is taken."""
    server = Server(settings.output, port)
    settings = replace(settings, base_url=server.address)
    changed = threading.Event()
    observer = _watch(settings, changed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _build(settings, tell)
        click.echo(f"serving {server.address}/  (Ctrl-C stops)", err=True)
        while True:
            changed.wait()
            while changed.is_set():
                changed.clear()
                changed.wait(QUIET)
            edited = _build(settings, tell)
            if edited and edited.published and (edited.published.made or edited.published.removed):
                server.reload()
    except KeyboardInterrupt:
        click.echo("", err=True)
    finally:
        observer.stop()
        server.shutdown()


def _build(settings: Settings, tell: Callable[[Edited], None]) -> Edited | None:
    """A build whose failure doesn't end the serving: the disk may have room again at the next one."""
    try:
        edited = build(settings)
    except (OSError, SearchIndexError) as error:
        click.echo(f"broadsheet: {error}", err=True)
        return None
    tell(edited)
    return edited


def _watch(settings: Settings, changed: threading.Event) -> Observer:  # type: ignore[valid-type] # watchdog picks the class at run time
    observer = Observer()
    for folder in (settings.content, settings.layouts, settings.assets):
        if folder.is_dir():
            observer.schedule(_Flag(changed), str(folder), recursive=True)
    observer.start()
    return observer


class _Flag(FileSystemEventHandler):
    """Says that something changed; what changed is for the build to find out."""

    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in {"opened", "closed_no_write"}:
            self._changed.set()
