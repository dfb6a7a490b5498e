"""Extensions: plain Python modules that a paper adds.

`extensions: [weather]` in newspaper.yaml names `weather.py` beside it, or an installed module. A module has

- `VERSION`, a text; raise it when the module makes something else, and what it made is made again;
- `outputs(paper, site)`, if it adds files to the site: a room, see rendering/output.py;
- `checks(archive)`, if it adds rules: gives back diagnostics;
- `markdown()`, if it adds syntax: gives back Python-Markdown extensions.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import traceback
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import ModuleType

    from markdown.extensions import Extension as MarkdownExtension

    from broadsheet.model.archive import Archive
    from broadsheet.rendering.output import Room


class ExtensionError(Exception):
    """An extension that can't be used; `diagnostic` says which and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry one diagnostic."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Extension:
    """A loaded module: what it adds, None for what it doesn't."""

    name: str
    version: str
    outputs: Room | None
    checks: Callable[[Archive], Iterable[Diagnostic]] | None
    markdown: Callable[[], list[MarkdownExtension]] | None


@cache
def load_extension(name: str, folder: Path) -> Extension:
    """The module `name`, from `folder` if it has such a file. Raises ExtensionError where it can't be used."""
    file = folder / f"{name}.py"
    shown = file.as_posix() if file.is_file() else (folder / "newspaper.yaml").as_posix()
    module = guarded(name, shown, lambda: _module(name, file))
    version = getattr(module, "VERSION", None)
    if not isinstance(version, str):
        message, hint = f'the extension "{name}" has no version', 'give it a line VERSION = "1"'
        raise ExtensionError(Diagnostic("extension-failed", message, Place(shown, 1), hint))
    parts = (getattr(module, part, None) for part in ("outputs", "checks", "markdown"))
    return Extension(name, version, *parts)


def guarded(name: str, shown: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - gives back what the work does
    """What `work` gives back; whatever it raises becomes an ExtensionError at the line of the extension's own file."""
    try:
        return work()
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(f"{name}.py")]
        line = frames[-1].lineno if frames else getattr(error, "lineno", None)
        message = f'the extension "{name}" failed: {type(error).__name__}: {error}'
        place = Place(shown, line or 0)
        excerpt = (frames[-1].line or "") if frames else ""
        raise ExtensionError(Diagnostic("extension-failed", message, place, "", excerpt)) from error


def _module(name: str, file: Path) -> ModuleType:
    if not file.is_file():
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(f"broadsheet_extension_{name}", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} can't be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
