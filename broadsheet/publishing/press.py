"""A build: copy in, the whole paper out, or diagnostics and the old paper untouched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from broadsheet.checking.addresses import check_addresses
from broadsheet.model.address import alias_address, output_path
from broadsheet.model.archive import released
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place
from broadsheet.planning.paper import address_of, paper_of
from broadsheet.planning.site_jobs import site_jobs, site_of
from broadsheet.publishing import clock, disk
from broadsheet.publishing.content import read_content
from broadsheet.publishing.fingerprint import fingerprint
from broadsheet.publishing.house import read_assets, read_layouts
from broadsheet.publishing.ledger import Ledger
from broadsheet.publishing.proofs import proofread, proofread_links
from broadsheet.publishing.search_pages import stage_search
from broadsheet.publishing.stage import Published, Stage
from broadsheet.reading.body import read_body
from broadsheet.rendering.host_files import headers_file, redirects_file
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.layouts import Layouts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from broadsheet.planning.paper import Paper
    from broadsheet.planning.views import Site
    from broadsheet.publishing.content import Content
    from broadsheet.publishing.house import Asset
    from broadsheet.publishing.settings import Settings


@dataclass(frozen=True, slots=True)
class Edited:
    """A build's outcome: what was found in the copy, and what was published, None if anything kept it back."""

    diagnostics: tuple[Diagnostic, ...]
    published: Published | None = None

    @property
    def sound(self) -> bool:
        """Whether there was no error."""
        return not any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def build(settings: Settings) -> Edited:
    """Build the paper into the output folder. Raises OSError or SearchIndexError where the machine fails."""
    with Ledger(settings.cache, settings.output) as ledger:
        stage = Stage(settings.cache, settings.output, ledger)
        diagnostics = make(settings, stage)
        outcome = Edited(diagnostics)
        return replace(outcome, published=stage.publish()) if outcome.sound else outcome


def make(settings: Settings, stage: Stage) -> tuple[Diagnostic, ...]:
    """Stage every output of the paper that has to be made again; give back all diagnostics, in order."""
    content = read_content(settings.content, settings.content.as_posix(), settings.workers)
    layout_sources, found = read_layouts(settings.layouts)
    diagnostics = [*content.diagnostics, *found, *proofread(content)]
    if _errors(diagnostics):
        return _in_order(diagnostics, content)
    newspaper = content.archive.newspaper
    if settings.base_url:
        newspaper = replace(newspaper, url=settings.base_url.rstrip("/"))
    as_of = settings.as_of or clock.now(newspaper.timezone)
    shown = released(content.archive.editions, newspaper.timezone, as_of, drafts=settings.drafts)
    if not shown:
        return _in_order([*diagnostics, _nothing(settings, content)], content)
    paper = paper_of(replace(content.archive, newspaper=newspaper, editions=shown))
    base = urlsplit(newspaper.url).path
    assets = read_assets(settings.assets)
    site = site_of(
        paper,
        title=settings.content.resolve().parent.name,
        base=base,
        masthead=content.masthead,
        has_search=settings.search,
    )
    addresses = {name: asset.address for name, asset in assets.items()}
    layouts = Layouts(layout_sources, assets=addresses, base=base, shown=settings.layouts.as_posix())
    claims = _stage_pages(stage, paper, site, layouts, repr(sorted(addresses.items())), diagnostics)
    diagnostics += check_addresses(claims)
    diagnostics += proofread_links(content, paper, {address for address, _ in claims})
    if _errors(diagnostics):
        return _in_order(diagnostics, content)
    _stage_files(stage, settings, content, assets)
    _stage_host_files(stage, paper, base)
    if settings.search:
        stage_search(stage, paper, settings.cache / "search")
    return _in_order(diagnostics, content)


def _stage_pages(
    stage: Stage, paper: Paper, site: Site, layouts: Layouts, assets: str, diagnostics: list[Diagnostic]
) -> list[tuple[str, str]]:
    """Render what has changed; (address, owner) of every page. Each layout's first fault is told once."""
    imprint, found = read_body(paper.newspaper.imprint, file="newspaper.yaml", first_line=1)
    diagnostics += found
    shared = fingerprint(repr(site), assets)
    claims = []
    faults: dict[Diagnostic, None] = {}
    for job in site_jobs(paper, imprint.html):
        if job.address == "/search/" and not site.has_search:
            continue
        claims.append((job.address, job.owner))
        path = output_path(job.address)
        try:
            seen = fingerprint(shared, job.layout, layouts.closure(job.layout), repr(job.view))
            if not stage.keep(path, seen):
                stage.add(path, seen, layouts.render(job.layout, site=site, view=job.view).encode())
        except LayoutError as error:
            faults.setdefault(error.diagnostic)
    diagnostics += faults
    return claims


def _stage_files(stage: Stage, settings: Settings, content: Content, assets: Mapping[str, Asset]) -> None:
    """Copy assets and attachments, which are named by their content, so that a file that stands is right."""
    for asset in assets.values():
        if not stage.keep(asset.address.lstrip("/"), asset.digest):
            stage.add(asset.address.lstrip("/"), asset.digest, disk.read(asset.path))
    attachments = [*content.archive.attachments.values(), *([content.masthead] if content.masthead else [])]
    for address, attachment in {attachment.address: attachment for attachment in attachments}.items():
        if not stage.keep(address.lstrip("/"), attachment.digest):
            path = settings.content / attachment.path.removeprefix(f"{settings.content.as_posix()}/")
            stage.add(address.lstrip("/"), attachment.digest, disk.read(path))


def _stage_host_files(stage: Stage, paper: Paper, base: str) -> None:
    articles = [article for edition in paper.editions for article in edition.copy.articles]
    moved = [(alias_address(alias), address_of(article)) for article in articles for alias in article.aliases]
    for path, text in (("_headers", headers_file(base)), ("_redirects", redirects_file(moved, base))):
        if text and not stage.keep(path, fingerprint(text)):
            stage.add(path, fingerprint(text), text.encode())


def _nothing(settings: Settings, content: Content) -> Diagnostic:
    place = Place(settings.content.as_posix())
    if not content.archive.editions:
        return Diagnostic("no-articles", "no article in this folder", place, "add a Markdown file with title: and date:")
    first = min(copy.release(content.archive.newspaper.timezone) for copy in content.archive.editions)
    hint = f"the first edition comes out at {first:%Y-%m-%d %H:%M %Z}; build with --drafts to see it"
    return Diagnostic("nothing-released", "no edition is released yet", place, hint)


def _errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _in_order(diagnostics: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """Sorted, each once, at the level that newspaper.yaml's `checks` give its code."""
    levels = dict(content.archive.newspaper.checks)
    leveled = []
    for diagnostic in dict.fromkeys(diagnostics):
        level = levels.get(diagnostic.code, "")
        if level != "off":
            leveled.append(replace(diagnostic, severity=Severity(level)) if level else diagnostic)
    return tuple(sorted(leveled, key=lambda diagnostic: diagnostic.sort_key))
