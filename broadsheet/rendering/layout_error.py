"""What is wrong with a layout, told as every other diagnostic is."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.place import Place
from broadsheet.model.spelling import most_like

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType


_NAMED: Final = re.compile(r"named '(\w+)'")


class LayoutError(Exception):
    """A layout that can't be rendered; `diagnostic` says why and where."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry one diagnostic."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class MisnamedError(Exception):
    """A name that a filter or a global of ours doesn't know: what was asked for, and the names there are."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Say which kind of thing has no such name."""
        super().__init__(f'no {kind} "{name}"')
        self.name = name
        self.hint = nearest(name, known)


class StrictName(StrictUndefined):
    """An undefined name that raises on every use, and says which name was meant.

    Jinja's exception carries one text: the message is its first line, the hint its second, the name its third.
    """

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        found = self._undefined_obj
        if self._undefined_hint:
            return f"{self._undefined_hint}\n\n{name}"
        # Jinja marks "looked up in the context" with a private object of its own, which is no dataclass.
        if is_dataclass(found) and not isinstance(found, type):
            known = [field.name for field in fields(found)]
            return f'{type(found).__name__} has no "{name}"\n{nearest(name, known)}\n{name}'
        return f'no name "{name}"\n{nearest(name, ("site", "view"))}\n{name}'


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint naming the known name closest to a mistyped one, or ""."""
    close = most_like(name, known, 0.5)
    return f'did you mean "{close}"?' if close else ""


def told(problem: Exception, layout: str, sources: Mapping[str, str], shown: str) -> LayoutError:
    """The diagnostic for whatever went wrong while `layout` was read or rendered.

    The file is the one of `sources` where it happened, below the folder `shown`.
    """
    if isinstance(problem, TemplateNotFound) and problem.name == layout:
        place = Place(f"{shown}/{layout}")
        return LayoutError(Diagnostic("layout-missing", f'no layout "{layout}"', place, nearest(layout, sources)))
    code, message, hint, word = _said(problem, sources)
    name, line = _where(problem, layout, shown, sources)
    lines = sources[name].splitlines()
    if not line and word:
        # Found wanting before it was rendered: the first line that has the word.
        line = next((number for number, text in enumerate(lines, 1) if word in text), 0)
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    column = excerpt.find(word) + 1 if word else 0
    place = Place(f"{shown}/{name}", line, column, max(len(word), 1) if column else 1)
    return LayoutError(Diagnostic(code, message, place, hint, excerpt))


def _said(problem: Exception, sources: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Code, message, hint, and the word to point at."""
    if isinstance(problem, TemplateNotFound):
        name = str(problem.name)
        return "layout-missing", f'no layout "{name}"', nearest(name, sources), name
    if isinstance(problem, TemplateSyntaxError):
        # A filter that doesn't exist is found when the layout is compiled: "No filter named 'hreff'."
        named = _NAMED.search(str(problem.message))
        return "layout-syntax", str(problem.message), "", named[1] if named else ""
    if isinstance(problem, UndefinedError):
        message, hint, word = [*str(problem).split("\n"), "", ""][:3]
        return "layout-undefined", message, hint, word
    if isinstance(problem, MisnamedError):
        return "layout-undefined", str(problem), problem.hint, problem.name
    return "layout-failed", f"{type(problem).__name__}: {problem}", "", ""


def _where(problem: Exception, layout: str, shown: str, sources: Mapping[str, str]) -> tuple[str, int]:
    if isinstance(problem, TemplateSyntaxError):
        return problem.name or layout, problem.lineno
    found = (layout, 0)
    trace: TracebackType | None = problem.__traceback__
    while trace is not None:
        # Jinja rewrites the traceback so that a layout's frame has the layout's own file and line.
        name = trace.tb_frame.f_code.co_filename.removeprefix(f"{shown}/")
        if name in sources:
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
