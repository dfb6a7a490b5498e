"""What all jobs of a build share: settings, layouts, and where to read and to write."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from broadsheet.planning.catalogue import unpack
from broadsheet.publishing.extensions import load_extensions
from broadsheet.publishing.kept import Kept
from broadsheet.publishing.shelf import shelf_of
from broadsheet.publishing.stage import work_of
from broadsheet.rendering.layouts import Layouts

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence
    from datetime import datetime

    from markdown.extensions import Extension

    from broadsheet.model.article import Article
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.newspaper import Newspaper, Section
    from broadsheet.model.seal import TypedStory
    from broadsheet.planning.catalogue import EditionEntry
    from broadsheet.planning.job import Job
    from broadsheet.planning.views import Site
    from broadsheet.publishing.shelf import Shelf
    from broadsheet.publishing.typefaces import Typefaces
    from broadsheet.publishing.typesetter import Typesetter

    ArticleRead = tuple[Article | None, Sequence[Diagnostic]]


MOST_ENTRIES = 70
"""Editions of which it is remembered what other pages see: two months of a daily."""


@dataclass(frozen=True, slots=True)
class Context:
    """A build, as its jobs see it; it is pickled once and goes along with every order.

    `shown` is how diagnostics name the content folder, `layouts_shown` that of the layouts. `stage` is None where jobs
    don't share the disk. `compiled` are layouts that are compiled already, see rendering/compiled.py. `versions` are
    the extensions' names and versions, `syntax` those of them that add Markdown. `broken` are article files and
    edition.yaml files, as diagnostics name them, that could not be read. `remembers` says whether a process that makes
    many builds keeps what it read and rendered; `thorough` is as in Settings. `faces` are the fonts of printed pages,
    None for a paper that is not printed; `print_template` is its template and `drawn_title` the masthead's drawing.

    `as_of` is the moment at which what readers see changed last: builds between two such moments have the same context.
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
    remembers: bool = False
    thorough: bool = False
    print_template: str = ""
    faces: Typefaces | None = None
    drawn_title: bytes = b""

    @property
    def prints(self) -> bool:
        """Whether pages are printed."""
        return self.faces is not None

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
        self._typesetters: list[Typesetter] = []
        self._desk: TemporaryDirectory[str] | None = None
        self.articles: Kept[str, object, ArticleRead] | None = Kept() if context.remembers else None
        self.typed: Kept[str, object, TypedStory | None] | None = Kept() if context.remembers else None
        self._entries: Kept[bytes, None, EditionEntry] | None = Kept(MOST_ENTRIES) if context.remembers else None
        self._pages: Kept[str, tuple[str, object], bytes] | None = Kept() if context.remembers else None

    def entry(self, packed: bytes) -> EditionEntry:
        """What other pages see of an edition, from its entry as it is kept."""
        return self._entries.get(packed, None, lambda: unpack(packed)) if self._entries is not None else unpack(packed)

    def page(self, job: Job) -> bytes:
        """The page that a job makes, in UTF-8. Raises LayoutError."""

        def made() -> bytes:
            return self.layouts.render(job.layout, site=self.context.site, view=job.view).encode()

        return self._pages.get(job.address, (job.layout, job.view), made) if self._pages is not None else made()

    def syntax(self) -> tuple[Extension, ...]:
        """The paper's own Markdown extensions, the same for every article. Raises ExtensionError."""
        if self._syntax is None:
            self._syntax = tuple(syntax for extension in self.extensions for syntax in extension.syntax())
        return self._syntax

    @property
    def typesetter(self) -> Typesetter:
        """Who sets the printed pages, at a place of their own below the stage's, which the next build clears."""
        return self.typesetters(1)[0]

    def typesetters(self, count: int) -> Sequence[Typesetter]:
        """So many of them, for as many threads, at the same place; the first is always the same."""
        if self._desk is None or not Path(self._desk.name).is_dir():
            # Imported here: a process in which Typst was at work has threads, and must not be copied (see crew.py).
            from broadsheet.publishing.typesetter import Typesetter  # noqa: PLC0415 - as said

            context = self.context
            if context.faces is None:
                raise ValueError("a paper that is not printed has no typesetter")
            within = work_of(context.stage) if context.stage else None
            self._desk = TemporaryDirectory(prefix="print-", dir=within, ignore_cleanup_errors=True)
            folder = Path(self._desk.name)
            self._typesetters = [Typesetter(context.print_template, context.layouts_shown, context.faces, folder)]
        while len(self._typesetters) < count:
            self._typesetters.append(self._typesetters[0].another())
        return self._typesetters[:count]


_SETTLED: dict[bytes, bytes] = {}
"""The last context that was settled, as it was and as it is sent."""


def settle(context: Context) -> tuple[bytes, Bench]:
    """A context as it is sent, with its layouts compiled, and a bench for this process.

    A process that `remembers` gets the bench that it had, as long as nothing but the copy differs.
    """
    bare = replace(context, compiled={}).pack() if context.remembers else b""
    if bare not in _SETTLED:
        bench = Bench(context)
        bench.layouts.prepare(context.newspaper.language)
        if not context.remembers:
            return context.pack(), bench
        _SETTLED.clear()
        _SETTLED[bare] = context.pack()
    packed = _SETTLED[bare]
    return packed, bench_of(packed)


@lru_cache(maxsize=1)
def bench_of(packed: bytes) -> Bench:
    """The bench of a packed context."""
    return Bench(pickle.loads(packed))  # noqa: S301 - made by this very build
