"""The folders that `serve` watches, also when they are taken away, laid anew or come later."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from broadsheet.publishing import disk
from broadsheet.publishing.look import Changes

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterable

    from watchdog.observers.api import ObservedWatch

LOOKS = {"opened", "closed_no_write"}
"""Events of a file that somebody only looked at."""


class Watch:
    """Sets `changed` whenever something happens below the folders that isn't below `ours`, which builds write to."""

    def __init__(self, content: Path, others: Iterable[Path], changed: threading.Event, ours: Iterable[Path]) -> None:
        """Begin to watch the content folder and `others`."""
        self._changed = changed
        self._note = _Note(content.resolve(), changed, {folder.resolve() for folder in ours})
        self._folders = [folder.resolve() for folder in (content, *others)]
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
                self._watched[folder] = (number, self._observer.schedule(self._note, str(folder), recursive=True))
            self._note.lose_count()

    def take(self) -> Changes | None:
        """The folders of the content folder in which a file changed since this was asked last; None if all must do."""
        return self._note.take()

    def stop(self) -> None:
        """End watching."""
        self._observer.stop()


class _Note(FileSystemEventHandler):
    """Notes where something changed; what changed is for the build to find out. What builds write is no news."""

    def __init__(self, content: Path, changed: threading.Event, ours: set[Path]) -> None:
        self._content = content
        self._changed = changed
        self._ours = ours
        self._lock = Lock()
        self._folders: set[str] | None = set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change that is not a mere look at a file."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        paths = [path for path in paths if not self._ours & {path, *path.parents} and not self._is_hidden(path)]
        if event.event_type in LOOKS or not paths:
            return
        if event.is_directory and event.event_type != "modified":
            # What is in a folder that comes or goes may have come or gone without a word.
            self.lose_count()
            return
        with self._lock:
            for path in paths:
                if self._folders is not None and not event.is_directory and path.is_relative_to(self._content):
                    folder = path.parent.relative_to(self._content).as_posix()
                    self._folders.add("" if folder == "." else folder)
        self._changed.set()

    def _is_hidden(self, path: Path) -> bool:
        """Whether a file or its folder is none of the paper: an editor's scratch file, a repository."""
        within = path.relative_to(self._content) if path.is_relative_to(self._content) else Path(path.name)
        return any(part.startswith(".") for part in within.parts)

    def lose_count(self) -> None:
        """Note that anything may have changed."""
        with self._lock:
            self._folders = None
        self._changed.set()

    def take(self) -> Changes | None:
        """As Watch says."""
        with self._lock:
            folders, self._folders = self._folders, set()
        return None if folders is None else Changes(tuple(sorted(folders)))
