"""Layouts: a view and a template in, a page of HTML out."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Protocol

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.meta import find_referenced_templates
from markupsafe import Markup

from broadsheet.model.href import based, encoded, typed
from broadsheet.model.source_type import source_type_name
from broadsheet.rendering import dates
from broadsheet.rendering.compiled import Compiled
from broadsheet.rendering.figures import colour_classes, focus_classes, widths_up_to
from broadsheet.rendering.gallery import bands
from broadsheet.rendering.layout_error import LayoutError, MisnamedError, StrictName, told
from broadsheet.rendering.standing import StandingEnvironment
from broadsheet.rendering.strings import match, own_texts, spoken
from broadsheet.rendering.structured_data import structured_data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping, Sequence

    from jinja2 import BytecodeCache, Environment
    from jinja2.runtime import Context

    from broadsheet.planning.views import ArticleView, Figure, MonthRef, Site

__all__ = ["LayoutError", "Layouts"]

# The part that draws a picture in the copy. Every layout may come to it through `with_figures`.
_FIGURE_PART: Final = "parts/figure.html"
_FIGURE: Final = re.compile(r'<figure data-picture="(\d+)"></figure>')


class View(Protocol):
    """Any view of planning/views."""

    @property
    def language(self) -> str:
        """The page's language, BCP 47."""


class Layouts:
    """The layouts of one site, compiled once and rendered many times."""

    def __init__(
        self,
        sources: Mapping[str, str],
        *,
        assets: Mapping[str, str],
        base: str,
        shown: str = "layouts",
        compiled: MutableMapping[str, bytes] | None = None,
    ) -> None:
        """Take templates by name (`article.html`, `parts/card.html`) and assets by file name with their addresses.

        `base` is the path that the site lives under, "" or `/paper`; `shown` the folder that diagnostics name.
        `compiled` is where compiled layouts and closures are looked for and left (see `compiled.py`): for other
        processes, and for later builds by the same version of this package and its libraries.
        """
        self._sources = dict(sources)
        self._assets = dict(assets)
        self._base = base
        self._shown = shown
        self._compiled: MutableMapping[str, bytes] = {} if compiled is None else compiled
        spoken_and_written = (sorted(own_texts().items()), sorted(self._sources.items()))
        self._seen = sha256(repr(spoken_and_written).encode()).hexdigest()
        self._reader = self._mute(None, shortened=False)
        self._environment = cache(self._made)
        # Layouts whose shortened code failed, of pages that are well by Jinja's own.
        self.by_jinja: set[str] = set()
        self._referenced = cache(self._read)
        self._closures: dict[str, dict[str, str]] = {}

    def render(self, name: str, *, site: Site, view: View) -> str:
        """The page that a layout makes of a view. Raises `LayoutError` for anything wrong in the layout."""
        language = match(view.language)
        if name not in self.by_jinja:
            with suppress(Exception):  # as below, where it is told
                return self._environment(language, shortened=True).get_template(name).render(site=site, view=view)
        try:
            page = self._environment(language, shortened=False).get_template(name).render(site=site, view=view)
        except Exception as problem:  # a layout can raise anything, and its author must hear where
            raise self._told(problem, name) from problem
        self.by_jinja.add(name)
        return page

    def prepare(self, language: str) -> None:
        """Compile all layouts for a language now, and leave them in `compiled`; a fault waits until a page is made."""
        environment = self._environment(match(language), shortened=True)
        for name in self._sources:
            with suppress(Exception):  # a layout can raise anything
                environment.get_template(name)

    def closure(self, name: str) -> Mapping[str, str]:
        """Digests of a layout, of all that it extends, includes or imports, and of the strings they speak, by name.

        A layout that picks another by a name known only when it runs depends on all of them. Raises `LayoutError`
        for one that isn't there or can't be read.
        """
        if name not in self._closures:
            known = Compiled(self._compiled, self._seen)
            kept = known.find(f"closure {name}").decode()
            self._closures[name] = json.loads(kept) if kept else self._digests(name)
            known.keep(f"closure {name}", json.dumps(self._closures[name]).encode())
        return self._closures[name]

    def _digests(self, name: str) -> dict[str, str]:
        found = {f"{self._shown}/{part}": self._sources[part] for part in sorted(self._parts(name))}
        found["the site's own words"] = repr(sorted(own_texts().items()))
        return {part: sha256(text.encode()).hexdigest()[:16] for part, text in found.items()}

    def _parts(self, name: str) -> set[str]:
        if name not in self._sources:
            raise self._told(TemplateNotFound(name), name)
        found: set[str] = set()
        waiting = {name, _FIGURE_PART} & self._sources.keys()
        while waiting:
            current = waiting.pop()
            found.add(current)
            for referenced in self._referenced(current):
                if referenced not in self._sources:
                    raise self._told(TemplateNotFound(referenced), current)
                waiting |= {referenced} - found
        return found

    def _read(self, name: str) -> frozenset[str]:
        """The layouts that one names; all of them for one that picks another by a name known only when it runs."""
        try:
            tree = self._reader.parse(self._sources[name], name)
        except TemplateSyntaxError as problem:
            raise self._told(problem, name) from problem
        named = set(find_referenced_templates(tree))
        return frozenset(self._sources if None in named else {each for each in named if each is not None})

    def _told(self, problem: Exception, name: str) -> LayoutError:
        return told(problem, name, self._sources, self._shown)

    def _mute(self, compiled: BytecodeCache | None, *, shortened: bool) -> StandingEnvironment:
        """Jinja's environment before it has a language."""
        return StandingEnvironment(
            loader=FunctionLoader(self._loaded),
            extensions=["jinja2.ext.i18n"],
            undefined=StrictName,
            bytecode_cache=compiled,
            shortened=shortened,
        )

    def _made(self, language: str, *, shortened: bool) -> StandingEnvironment:
        # Jinja works out what it can when it compiles: `'/'|href` is in the code as an address.
        code = Compiled(self._compiled, self._seen, self._base, self._shown, language, f"{shortened=}")
        environment = self._mute(code, shortened=shortened)
        environment.speak(spoken(language))
        environment.filters.update(self._filters(language))
        environment.filters["with_figures"] = partial(_with_figures, environment)
        environment.globals.update(asset=self._asset, weekdays=dates.weekdays(language))
        return environment

    def _loaded(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in self._sources:
            return None
        return self._sources[name], f"{self._shown}/{name}", lambda: True

    def _filters(self, language: str) -> dict[str, Callable[..., object]]:
        return {
            "href": partial(based, base=self._base),
            "fragment": encoded,
            "typed": partial(typed, base=self._base),
            "absolute": _absolute,
            "written_date": partial(dates.written_date, language=language),
            "full_date": partial(dates.full_date, language=language),
            "short_date": partial(dates.short_date, language=language),
            "month_day": partial(dates.month_day, language=language),
            "month_name": partial(dates.month_name, language=language),
            "month_heading": partial(_month_heading, language=language),
            "lunar": partial(dates.lunar, language=language),
            "number": partial(dates.number, language=language),
            "structured_data": self._structured_data,
            "focus": focus_classes,
            "colour": colour_classes,
            "widths": widths_up_to,
            "bands": bands,
            "source_type": source_type_name,
            "with_dateline": _with_dateline,
        }

    @pass_context
    def _structured_data(self, context: Context, view: ArticleView) -> Markup:
        """A story's JSON-LD, for a `<script type="application/ld+json">`."""
        site: Site = context["site"]
        logo = site.masthead.address if site.masthead else self._assets.get("favicon.svg", "")
        return Markup(structured_data(view, site, logo))  # noqa: S704  it escapes what could end the element

    def _asset(self, name: str) -> str:
        if name not in self._assets:
            raise MisnamedError("asset", name, self._assets)
        return based(self._assets[name], self._base)


def _with_figures(environment: Environment, html: str, figures: Sequence[Figure]) -> Markup:
    """A body's sanitised HTML with each placeholder replaced by its figure, drawn by parts/figure.html."""
    if not figures:
        return Markup(html)  # noqa: S704  as below
    draw = vars(environment.get_template(_FIGURE_PART).module)["figure"]  # its macro
    return Markup(  # noqa: S704  the html was sanitised when it was read, and the macro escapes
        _FIGURE.sub(lambda found: str(draw(figures[int(found[1])])), html)
    )


def _with_dateline(html: str, dateline: str) -> Markup:
    """A body's sanitised HTML with its dateline (电头) run in before the first paragraph's words."""
    if not dateline:
        return Markup(html)  # noqa: S704  sanitised when it was read
    line = Markup('<span class="dateline">{}</span> ').format(dateline)
    opened, first, rest = html.partition("<p>")
    if opened.strip() or not first:
        return Markup(f"<p>{line}</p>\n{html}")  # noqa: S704  as above
    return Markup(f"{first}{line}{rest}")  # noqa: S704  as above


@pass_context
def _absolute(context: Context, address: str) -> str:
    """An address on the site with the site's own address before it; the path it lives under is part of that."""
    site: Site = context["site"]
    return site.url + encoded(address) if address.startswith("/") else address


def _month_heading(month: MonthRef, language: str) -> str:
    return dates.month_heading(month.year, month.month, language)
