"""Extensions: plain Python modules that a paper adds.

`extensions: [weather]` in newspaper.yaml names `weather.py` beside it, or an installed module. A module has

- `VERSION`, a text; when it changes (or the file beside newspaper.yaml does), what the module made is made again;
- `outputs(catalogue, site)`, if it adds files to the site: a room, see rendering/output.py;
- `checks(copy)`, if it adds rules: gives back diagnostics of an edition's copy (model/archive.py), released or not;
- `markdown()`, if it adds syntax: gives back Python-Markdown extensions.

Whatever a module raises is a diagnostic at its own line, never a traceback.
"""

from __future__ import annotations

import importlib
import linecache
import traceback
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.publishing import disk
from broadsheet.rendering.output import Output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown.extensions import Extension as MarkdownExtension

    from broadsheet.model.archive import EditionCopy
    from broadsheet.planning.catalogue import Catalogue
    from broadsheet.planning.views import Site
    from broadsheet.publishing.shelf import Shelf


class ExtensionError(Exception):
    """An extension that can't be used; `diagnostic` says which and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry one diagnostic."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Extension:
    """A loaded module, `file` as diagnostics name it, and what it adds; None for what it doesn't."""

    name: str
    file: str
    version: str
    outputs: Callable[[Catalogue, Site], Iterable[Output]] | None
    checks: Callable[[EditionCopy], Iterable[Diagnostic]] | None
    markdown: Callable[[], list[MarkdownExtension]] | None

    def room(self, catalogue: Catalogue, site: Site) -> list[Output]:
        """Its outputs, each with the extension's version in what it is made from. Raises ExtensionError."""
        given = self.outputs
        if given is None:
            return []
        outputs = self.guarded(lambda: [_sound(output) for output in given(catalogue, site)])
        return [
            Output(output.path, f"{self.version} {output.seen}", partial(self.guarded, output.make))
            for output in outputs
        ]

    def found(self, copy: EditionCopy) -> list[Diagnostic]:
        """What its rules find. Raises ExtensionError."""
        given = self.checks
        return [] if given is None else self.guarded(lambda: [_told(found) for found in given(copy)])

    def syntax(self) -> list[MarkdownExtension]:
        """Its Python-Markdown extensions. Raises ExtensionError."""
        given = self.markdown
        return [] if given is None else self.guarded(lambda: list(given()))

    def guarded(self, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - gives back what the work does
        """What `work` gives back. Raises ExtensionError for anything that it raises."""
        try:
            return work()
        except (Exception, SystemExit) as error:
            raise _failed(self.name, self.file, error) from error


def load_extensions(names: Iterable[str], content: Shelf, shown: str) -> tuple[tuple[Extension, ...], list[Diagnostic]]:
    """The modules that newspaper.yaml, in the folder `content`, names, and a diagnostic for each that can't be used.

    Diagnostics name the folder `shown`.
    """
    loaded, faults = [], []
    for name in names:
        try:
            extension = _load(name, content, shown)
            extension.syntax()
            loaded.append(extension)
        except ExtensionError as error:
            faults.append(error.diagnostic)
    return tuple(loaded), faults


def _load(name: str, content: Shelf, shown: str) -> Extension:
    beside = f"{name}.py" in content.names("")
    file = f"{shown}/{name}.py" if beside else f"{shown}/newspaper.yaml"
    data = content.read(f"{name}.py") if beside else b""
    try:
        module = _module(name, data, file) if beside else importlib.import_module(name)
    except (Exception, SystemExit) as error:  # a module may raise anything while it is read
        raise _failed(name, file, error) from error
    version = getattr(module, "VERSION", None)
    if not isinstance(version, str):
        message, hint = f'the extension "{name}" has no version', 'give it a line VERSION = "1"'
        raise ExtensionError(Diagnostic("extension-failed", message, Place(file, 1), hint))
    # A module beside the articles is seen to change by itself; an installed one says so.
    version += f" {disk.digest(data)}" if beside else ""
    parts = (getattr(module, part, None) for part in ("outputs", "checks", "markdown"))
    return Extension(name, file, version, *parts)


def _module(name: str, data: bytes, file: str) -> ModuleType:
    module = ModuleType(f"broadsheet_extension_{name}")
    module.__file__ = file
    # Not imported: Python would keep a compiled copy among the articles, and miss a change within the same second.
    exec(compile(data, file, "exec"), module.__dict__)  # noqa: S102 - the paper's own code is meant to run
    # A traceback shows the line that failed, also where the folder is on no disk of this machine.
    linecache.cache[file] = (len(data), None, data.decode("utf-8", "replace").splitlines(keepends=True), file)
    return module


def _sound(output: Output) -> Output:
    if not isinstance(output, Output):
        raise TypeError(f"outputs() gives Output values, not {output!r}")
    parts = output.path.split("/")
    if not all(parts) or {".", ".."} & set(parts) or "\\" in output.path:
        raise ValueError(f"{output.path!r} is no path below the output folder")
    return output


def _told(found: Diagnostic) -> Diagnostic:
    if not isinstance(found, Diagnostic):
        raise TypeError(f"checks() gives Diagnostic values, not {found!r}")
    return found


def _failed(name: str, file: str, error: BaseException) -> ExtensionError:
    """The error as a diagnostic at the last line of the extension's own file that was reached."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(f"{name}.py")]
    line = frames[-1].lineno if frames else getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None
    excerpt = (frames[-1].line or "") if frames else ""
    message = f'the extension "{name}" failed: {type(error).__name__}: {error}'
    return ExtensionError(Diagnostic("extension-failed", message, Place(file, line or 0), "", excerpt))
