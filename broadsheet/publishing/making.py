"""The steps of a build that has something to do.

Each does only what the ledger doesn't know to be right already: files are read (sources), editions planned (plan) and
made (edition_work), months indexed and made (month_work), then what belongs to the site as a whole (site_work) and the
search (search_pages). Every step hands out orders and takes in results one by one, so that memory holds an edition at
a time, and of all others a small row each.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

from broadsheet.checking.editions import check_labels
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.moment import in_zone
from broadsheet.model.newspaper import Newspaper
from broadsheet.model.place import Place
from broadsheet.model.seal import is_seal
from broadsheet.planning.site_jobs import site_of
from broadsheet.publishing import clock
from broadsheet.publishing.attachments import attach, published
from broadsheet.publishing.context import Context, settle
from broadsheet.publishing.copy import head_of, read_file
from broadsheet.publishing.editions_step import EditionsStep
from broadsheet.publishing.extensions import ExtensionError, load_extensions
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.forms import UNIT
from broadsheet.publishing.house import read_assets, read_layouts, read_template
from broadsheet.publishing.imprint import make_imprint, unread
from broadsheet.publishing.look import look
from broadsheet.publishing.months_step import MonthsStep
from broadsheet.publishing.picture_cache import PictureCache
from broadsheet.publishing.pictures_step import PicturesStep
from broadsheet.publishing.plan import plan_editions, planned, sections_of
from broadsheet.publishing.proofs import at_level
from broadsheet.publishing.search_pages import SearchStep
from broadsheet.publishing.shelf import shelf_of
from broadsheet.publishing.site_work import SiteStep, stage_assets
from broadsheet.publishing.sources import ContentFolder, folder_plan, is_plan, read_changes, text_of
from broadsheet.publishing.tools import Tools
from broadsheet.reading.edition import read_edition
from broadsheet.reading.newspaper import read_newspaper
from broadsheet.reading.seal import read_seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from broadsheet.model.archive import Attachment
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.crew import Crew
    from broadsheet.publishing.ledger import Ledger
    from broadsheet.publishing.look import Changes
    from broadsheet.publishing.plan import EditionPlan
    from broadsheet.publishing.progress import Progress
    from broadsheet.publishing.settings import Settings
    from broadsheet.publishing.sources import Touched
    from broadsheet.publishing.stage import Stage

MOST_COMPILED = 500
"""Compiled layouts that are kept; past that, those of the day are compiled once more."""
Span = tuple["datetime", "datetime | None"]
"""From when to when (None for ever) readers see the same."""


class Making:
    """One build."""

    def __init__(self, settings: Settings, stage: Stage, ledger: Ledger, crew: Crew, progress: Progress) -> None:
        """Take what a build is made with."""
        self._settings = settings
        self._stage = stage
        self._ledger = ledger
        self._crew = crew
        self._progress = progress
        self._content = shelf_of(settings.content)
        self._shown = settings.content_shown
        self._assets = read_assets(settings.assets)
        self._masthead: tuple[Attachment, bytes] | None = None
        self.newspaper = Newspaper()

    def make(self, changes: Changes, at_fault: frozenset[str]) -> tuple[tuple[Diagnostic, ...], Span]:
        """Stage what must be made; all diagnostics in order, and how long what was made will hold."""
        told: list[Diagnostic] = []
        self.newspaper = self._read_newspaper(told)
        self._progress.begin("read")
        plans, touched = self._plan(changes, told)
        as_of = self._as_of()
        drafts = self._settings.drafts
        out = [plan for plan in plans if plan.is_out(as_of, drafts=drafts)]
        since, until = self._span(plans, as_of)
        context, layout_faults = self._context(out, touched, since, told)
        told += layout_faults
        packed, bench = settle(context)
        self._ledger.keep_fact("compiled", pickle.dumps((fingerprint(), context.compiled)))
        told += self._broken(bench, touched)
        told += self._told_of_labels(plans, bench, touched)
        if any(fault.severity is Severity.ERROR for fault in layout_faults):
            return self._in_order(told), (since, until)
        tools = Tools(
            context, packed, bench, self._stage, self._ledger, self._crew, self._progress, self._settings.prints
        )
        editions, months = EditionsStep(tools), MonthsStep(tools)
        told += editions.make(plans, out, at_fault)
        imprint = make_imprint(bench, editions.elsewhere.stories, told)
        if not self._errors(told):
            self._progress.begin("pictures")
            editions.note_pictures("imprint", imprint.pictures)
            told += PicturesStep(tools, PictureCache(self._settings.picture_cache)).make(at_fault)
        told += unread(bench, self._ledger)
        if not self._errors(told) and not out:
            told.append(_nothing(self._shown, plans, as_of))
        if not self._errors(told):
            self._progress.begin("months")
            told += months.make(out, at_fault)
        if not self._errors(told):
            self._progress.begin("site")
            findings = list(editions.findings())
            stage_assets(self._stage, self._assets.values(), self._masthead)
            told += SiteStep(tools).make(out, findings, months, imprint, at_fault)
            if lacking := self._forms(tools, out, at_fault):
                told += lacking
                until = since  # the next build tries again
        if self._settings.indexes and not self._errors(told):
            self._progress.begin("search")
            entries = [entry for _, found in findings for entry in found.documents] if self._settings.search else []
            SearchStep(tools).make(entries, out, self._ledger.folder("grams"), at_fault)
        return self._in_order(told), (since, until)

    def _read_newspaper(self, told: list[Diagnostic]) -> Newspaper:
        newspaper = Newspaper()
        if "newspaper.yaml" in self._content.names(""):
            source = text_of(self._content, self._shown, "newspaper.yaml")
            if isinstance(source, Diagnostic):
                told.append(source)
            else:
                newspaper, found = read_newspaper(source)
                told += found
        if self._settings.base_url:
            newspaper = replace(newspaper, url=self._settings.base_url)
        return newspaper

    def _plan(self, changes: Changes, told: list[Diagnostic]) -> tuple[list[EditionPlan], Touched]:
        """Read what changed, and plan the editions that it touches."""
        timezone = self.newspaper.timezone
        read_with = fingerprint(timezone)
        if self._ledger.fact("read_with") != read_with:
            self._ledger.forget()
            self._ledger.keep_fact("read_with", read_with)
            changes = look(self._content, self._ledger)
        folder = ContentFolder(self._settings.content_sent, self._shown, timezone)
        touched = read_changes(changes, self._ledger, self._crew, folder, self._progress)
        told += plan_editions(touched.editions, self._ledger, timezone, self._shown)
        return planned(self._ledger), touched

    def _as_of(self) -> datetime:
        timezone = self.newspaper.timezone
        return in_zone(self._settings.as_of or clock.now(timezone), timezone)

    def _told_of_labels(self, plans: Iterable[EditionPlan], bench: Bench, touched: Touched) -> Iterator[Diagnostic]:
        """What is odd in the labels of editions; nothing where an edition.yaml, which may explain it, can't be read."""
        if any(is_plan(file) for file in touched.broken):
            return
        heads = {plan.key: head_of(bench, plan.lone) for plan in plans if plan.lone}
        places = {key: head.place_of("edition") for key, head in heads.items() if head}
        yield from check_labels([(plan.key, places.get(plan.key)) for plan in plans])

    def _context(
        self, out: Sequence[EditionPlan], touched: Touched, since: datetime, told: list[Diagnostic]
    ) -> tuple[Context, list[Diagnostic]]:
        """What the jobs share, and the faults of layouts and extensions, which keep all pages back."""
        settings = self._settings
        sources, faults = read_layouts(settings.layouts)
        extensions, extension_faults = load_extensions(self.newspaper.extensions, self._content, self._shown)
        told += extension_faults
        sections = self.newspaper.sections or sections_of(out, since, drafts=settings.drafts)
        if "masthead.svg" in self._content.names(""):
            drawn = f"{self._shown}/masthead.svg"
            if title := attach(self._content, self._shown, [drawn], told).get(drawn):
                self._masthead = title, published(self._content, self._shown, title)
        site = site_of(
            self.newspaper,
            sections,
            title=settings.title,
            masthead=self._masthead[0] if self._masthead else None,
            has_search=settings.search,
        )
        context = Context(
            content=settings.content_sent,
            shown=self._shown,
            stage=self._stage.folder.resolve() if self._crew.shares_disk else None,
            newspaper=self.newspaper,
            sections=sections,
            site=site,
            as_of=since,
            drafts=settings.drafts,
            layouts=sources,
            layouts_shown=settings.layouts.as_posix(),
            compiled=self._compiled(),
            assets={name: asset.address for name, asset in self._assets.items()},
            extensions=tuple(extension.name for extension in extensions),
            versions=tuple((extension.name, extension.version) for extension in extensions),
            syntax=tuple((extension.name, extension.version) for extension in extensions if extension.markdown),
            broken=frozenset(f"{self._shown}/{file}" for file in touched.broken),
            remembers=settings.remembers,
            thorough=settings.thorough,
        )
        return self._printing(context, told), list(faults)

    def _forms(self, tools: Tools, out: Sequence[EditionPlan], at_fault: frozenset[str]) -> list[Diagnostic]:
        """Make the forms that newspaper.yaml asks for; what is wrong with them."""
        admin = self.newspaper.admin if self._settings.forms else None
        if admin is None:
            self._stage.drop(UNIT)
            return []
        # Imported here: only a paper that has them pays for it.
        from broadsheet.publishing.forms.site import FormsStep  # noqa: PLC0415 - as said

        place = Place(f"{self._shown}/newspaper.yaml", admin.line)
        return FormsStep(tools).make(admin, out, self._settings.program_cache, at_fault, place)

    def _printing(self, context: Context, told: list[Diagnostic]) -> Context:
        """The context with what the printed page is set with; a font that isn't there is told."""
        if not self._settings.printing:
            return context
        # Imported here: the fonts' library takes a tenth of a second that a build without print saves.
        from broadsheet.publishing.typefaces import typefaces  # noqa: PLC0415 - as said

        newspaper = self.newspaper
        faces, found = typefaces(newspaper.paper, newspaper.language, self._settings.content_sent, self._shown)
        told += found
        return replace(
            context,
            print_template=read_template(self._settings.layouts),
            faces=faces,
            drawn_title=self._masthead[1] if self._masthead else b"",
        )

    def _compiled(self) -> dict[str, bytes]:
        """The layouts that an earlier build by the same version of the package and its libraries compiled."""
        kept = self._ledger.fact("compiled")
        version, compiled = pickle.loads(kept) if kept else ("", {})  # noqa: S301 - made by the last build
        return compiled if version == fingerprint() and len(compiled) < MOST_COMPILED else {}

    def _broken(self, bench: Bench, touched: Touched) -> Iterator[Diagnostic]:
        """What is wrong with files that belong to no edition, because they can't be read."""
        timezone = self.newspaper.timezone
        for file in sorted(touched.broken):
            if is_plan(file):
                source = text_of(self._content, self._shown, file)
                yield from (source,) if isinstance(source, Diagnostic) else read_edition(source, timezone)[1]
            elif is_seal(file):
                source = text_of(self._content, self._shown, file)
                found = source if isinstance(source, Diagnostic) else read_seal(source)
                yield from (found,) if isinstance(found, Diagnostic) else ()
            else:
                folder = file.rpartition("/")[0]
                try:
                    yield from read_file(bench, file, *folder_plan(self._content, self._shown, folder, timezone))[1]
                except ExtensionError as error:
                    yield error.diagnostic

    def _errors(self, told: Iterable[Diagnostic]) -> bool:
        return any(found.severity is Severity.ERROR for found in at_level(told, self.newspaper))

    def _in_order(self, told: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """At the levels that the paper gives them, sorted, each once."""
        found = dict.fromkeys(at_level(told, self.newspaper))
        return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))

    def _span(self, plans: Iterable[EditionPlan], as_of: datetime) -> Span:
        """From the last moment at which something came out, or from the beginning, to the next one."""
        turns = [turn for plan in plans for turn in plan.turns()]
        coming = [turn for turn in turns if turn > as_of]
        gone = [turn for turn in turns if turn <= as_of]
        return max(gone, default=as_of), min(coming, default=None)


def _nothing(shown: str, plans: Sequence[EditionPlan], as_of: datetime) -> Diagnostic:
    place = Place(shown)
    if not plans:
        return Diagnostic(
            "no-articles", "no article in this folder", place, "add a Markdown file with title: and date:"
        )
    hint = "its stories are drafts or not due yet; build with --drafts to see them"
    waiting = [plan.release for plan in plans if plan.release > as_of]
    if len(waiting) == len(plans):
        hint = f"the first edition comes out at {min(waiting):%Y-%m-%d %H:%M %Z}; build with --drafts to see it"
    return Diagnostic("nothing-released", "no edition is released yet", place, hint)
