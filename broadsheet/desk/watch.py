"""The folders that `serve` watches, also when they are taken away, laid anew or come later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from broadsheet.publishing import disk

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterable

    from watchdog.observers.api import ObservedWatch


class Watch:
    """Sets `changed` whenever something happens below `folders` that isn't below `ours`, which builds write to."""

    def __init__(self, folders: Iterable[Path], changed: threading.Event, ours: Iterable[Path]) -> None:
        """Begin to watch."""
        self._changed = changed
        self._flag = _Flag(changed, {folder.resolve() for folder in ours})
        self._folders = [folder.resolve() for folder in folders]
        self._watched: dict[Path, tuple[int, ObservedWatch]] = {}
        self._observer = Observer()
        self.renew()
        self._observer.start()

    def renew(self) -> None:
        """Watch what stands at the folders' paths now: a watch follows the folder that it began with, not the path."""
        for folder in self._folders:
            number = disk.folder_number(folder)
            known, watch = self._watched.get(folder, (0, None))
            if number == known:
                continue
            if watch is not None:
                self._observer.unschedule(watch)
                del self._watched[folder]
            if number:
                self._watched[folder] = (number, self._observer.schedule(self._flag, str(folder), recursive=True))
            self._changed.set()

    def stop(self) -> None:
        """End watching."""
        self._observer.stop()


class _Flag(FileSystemEventHandler):
    """Says that something changed; what changed is for the build to find out. What builds write is no news."""

    def __init__(self, changed: threading.Event, ours: set[Path]) -> None:
        self._changed = changed
        self._ours = ours

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change that is not a mere look at a file."""
        path = Path(str(event.src_path))
        if event.event_type not in {"opened", "closed_no_write"} and not self._ours & {path, *path.parents}:
            self._changed.set()
