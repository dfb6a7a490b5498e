"""What all jobs of a build share: settings, layouts, and where to read and to write."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from broadsheet.publishing.extensions import load_extensions
from broadsheet.publishing.shelf import shelf_of
from broadsheet.rendering.layouts import Layouts

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping
    from datetime import datetime
    from pathlib import Path

    from markdown.extensions import Extension

    from broadsheet.model.newspaper import Newspaper, Section
    from broadsheet.planning.views import Site
    from broadsheet.publishing.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Context:
    """A build, as its jobs see it; it is pickled once and goes along with every order.

    `shown` is how diagnostics name the content folder, `layouts_shown` that of the layouts. `stage` is None where jobs
    don't share the disk. `compiled` are layouts that are compiled already, see rendering/compiled.py. `versions` are
    the extensions' names and versions, `syntax` those of them that add Markdown. `broken` are article files and
    edition.yaml files, as diagnostics name them, that could not be read. `thorough` is as in Settings.
    """

    content: Path | str
    shown: str
    stage: Path | None
    newspaper: Newspaper
    sections: tuple[Section, ...]
    site: Site
    as_of: datetime
    drafts: bool
    layouts: Mapping[str, str]
    layouts_shown: str
    assets: Mapping[str, str]
    compiled: MutableMapping[str, bytes]
    extensions: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    syntax: tuple[tuple[str, str], ...]
    broken: frozenset[str]
    thorough: bool

    def pack(self) -> bytes:
        """The context as it is sent."""
        return pickle.dumps(self)


class Bench:
    """A context with the tools that are made from it, kept by each process for the orders to come."""

    def __init__(self, context: Context) -> None:
        """Lay out the tools."""
        self.context = context
        self.content: Shelf = shelf_of(context.content)
        self.layouts = Layouts(
            context.layouts,
            assets=context.assets,
            base=context.newspaper.base,
            shown=context.layouts_shown,
            compiled=context.compiled,
        )
        self.section_slugs = {section.name: section.slug for section in context.sections}

        self.extensions = load_extensions(context.extensions, self.content, context.shown)[0]
        self._syntax: tuple[Extension, ...] | None = None

    def syntax(self) -> tuple[Extension, ...]:
        """The paper's own Markdown extensions, the same for every article. Raises ExtensionError."""
        if self._syntax is None:
            self._syntax = tuple(syntax for extension in self.extensions for syntax in extension.syntax())
        return self._syntax


@lru_cache(maxsize=1)
def bench_of(packed: bytes) -> Bench:
    """The bench of a packed context."""
    return Bench(pickle.loads(packed))  # noqa: S301 - made by this very build
