"""The job of an edition: its files in, its pages on a tray out. It knows nothing but what its order holds."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.checking.addresses import Claims
from broadsheet.checking.links import Target
from broadsheet.model.address import alias_address, output_path
from broadsheet.model.archive import released
from broadsheet.model.content_path import beside, files_named_by, is_article
from broadsheet.model.described import described_copy
from broadsheet.planning.cards import cards_of
from broadsheet.planning.catalogue import entry_of, pack
from broadsheet.planning.edition_jobs import edition_jobs
from broadsheet.planning.paper import Paper, address_of
from broadsheet.planning.pictures import all_copies
from broadsheet.planning.placement import place
from broadsheet.planning.printed_view import PrintedEdition
from broadsheet.publishing.attachments import attach, below, published
from broadsheet.publishing.context import bench_of
from broadsheet.publishing.copy import fragments_of, read_copy
from broadsheet.publishing.edition_order import Alias, EditionMade, EditionOrder, Findings, Wanted
from broadsheet.publishing.extensions import ExtensionError
from broadsheet.publishing.printing import print_edition
from broadsheet.publishing.proofs import Desk, proofread
from broadsheet.publishing.sealed_edition import check_sealed
from broadsheet.publishing.stage import Tray
from broadsheet.rendering.layout_error import LayoutError
from broadsheet.rendering.search.edition import edition_entries
from broadsheet.rendering.search.story import search_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from broadsheet.model.archive import Attachment, EditionCopy
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.facsimile import Facsimile
    from broadsheet.planning.job import Job
    from broadsheet.publishing.context import Bench


def make_editions(orders: Sequence[EditionOrder]) -> list[EditionMade | Wanted]:
    """Make some editions."""
    return [make_edition(order) for order in orders]


def make_edition(order: EditionOrder) -> EditionMade | Wanted:
    """Read, check and render an edition. Raises OSError where the disk fails."""
    bench = bench_of(order.context)
    context = bench.context
    copy, diagnostics = read_copy(bench, order.key, order.plan, order.files)
    wanted = _wanted(order, copy, context.shown)
    if wanted:
        return wanted
    desk = Desk(bench)
    named = {file: None for article in copy.articles for file in files_named_by(article)}
    facsimiles = copy.file.facsimiles if copy.file else ()
    named |= dict.fromkeys(facsimile.file for facsimile in facsimiles)
    attached = attach(bench.content, context.shown, filter(desk.there, named), diagnostics, order.attachments)
    copy = described_copy(copy, {file: a.picture for file, a in attached.items() if a.picture})
    faulty = {diagnostic.place.file for diagnostic in diagnostics}
    diagnostics = list(_at_pages(diagnostics, facsimiles))
    fresh = tuple(attached[file] for file in attached.keys() - order.attachments.keys() - faulty)
    seen = released(copy, context.as_of, drafts=context.drafts) if order.is_out else replace(copy, articles=())
    desk = replace(desk, stories=_targets(order, copy, seen, bench), attachments=attached)
    whole = place(copy, context.sections)
    diagnostics += proofread(whole, desk, order.elsewhere)
    sealed = check_sealed(bench, order, whole, attached)
    diagnostics += sealed.diagnostics
    diagnostics += _found_by_extensions(bench, copy)
    if context.thorough:
        from broadsheet.publishing.desk_proofs import read_as_editor  # noqa: PLC0415 - a build does without

        diagnostics += read_as_editor(bench, copy, whole, attached)
    tray = Tray(context.stage, order.known)
    links = tuple(link for article in copy.articles for link in article.body.links if link.target.startswith("/"))
    outside = (below(file, context.shown) for file in (*named, *_outside(copy)))
    findings = Findings(tuple(dict.fromkeys(diagnostics)), links=links, promises=sealed.promises)
    named_files = tuple(dict.fromkeys(outside))
    made = EditionMade(
        order.key,
        tray,
        findings,
        named_files,
        tuple(order.elsewhere),
        len(order.files),
        attached=tuple(sorted(fresh, key=lambda attachment: attachment.path)),
    )
    if not order.is_out:
        return made
    paper = Paper(
        context.newspaper,
        context.sections,
        attached,
        {article.file: address_of(article) for article in seen.articles}
        | {f"{context.shown}/{f}": story.address for f, story in order.outside.items() if story and story.released},
        context.as_of if context.drafts else None,
        sealed.corrected,
    )
    edition = whole if len(seen.articles) == len(copy.articles) else place(seen, context.sections)
    cards = cards_of(paper, edition)
    printed = print_edition(
        bench, paper, edition, cards, tray=tray, known=order.prints, hasty=order.hasty, threads=order.threads
    )
    diagnostics += printed.diagnostics
    jobs = edition_jobs(
        paper, edition, cards, order.neighbours, newest=order.newest, printed=PrintedEdition(printed.pages, printed.pdf)
    )
    diagnostics += _render(bench, jobs, Claims({article.file: article for article in seen.articles}), tray)
    _put_files(bench, seen, attached, tray)
    entry = entry_of(paper, edition, cards)
    aliases = (Alias(alias_address(old), address_of(a), a.file) for a in seen.articles for old in a.aliases)
    documents = search_documents(paper, edition) if context.site.has_search else ()
    found = Findings(
        tuple(dict.fromkeys(diagnostics)),
        tuple(aliases),
        links,
        sealed.promises,
        edition_entries(documents, context.newspaper.language),
    )
    packed = pack(entry)
    site = context.newspaper.url
    pictures = {c.renditions.name: c for article in seen.articles for c in all_copies(article, attached, site)}
    pictures |= {record.copies.renditions.name: record.copies for record in printed.records if record.copies}
    return replace(
        made,
        findings=found,
        entry=packed,
        entry_digest=sha256(packed).hexdigest(),
        pictures=tuple(pictures.values()),
        prints=printed.records,
    )


def _put_files(bench: Bench, seen: EditionCopy, attached: Mapping[str, Attachment], tray: Tray) -> None:
    """Put on the tray what readers get as it is of the files that stories name: documents and drawings."""
    for file in dict.fromkeys(file for article in seen.articles for file in files_named_by(article)):
        attachment = attached.get(file)
        if attachment and not attachment.is_photo and not tray.keep(attachment.address.lstrip("/"), attachment.digest):
            tray.put(attachment.address.lstrip("/"), published(bench.content, bench.context.shown, attachment))


def _render(bench: Bench, jobs: Iterable[Job], claims: Claims, tray: Tray) -> Iterator[Diagnostic]:
    """Put the edition's pages on its tray; the faults of addresses and of layouts."""
    for job in jobs:
        clash = claims.claim(job.address, job.owner)
        if clash:
            yield clash
            continue
        try:
            page = bench.page(job)
        except LayoutError as error:
            yield error.diagnostic
        else:
            tray.put(output_path(job.address), page)


def _at_pages(diagnostics: Iterable[Diagnostic], facsimiles: Sequence[Facsimile]) -> Iterator[Diagnostic]:
    """What is wrong with pages' own files as wholes, told where edition.yaml names them."""
    named = {facsimile.file: facsimile for facsimile in facsimiles}
    for told in diagnostics:
        facsimile = named.get(told.place.file)
        if facsimile is None:
            yield told
        else:
            message = f'"{facsimile.src}": {told.message}'
            yield replace(told, message=message, place=facsimile.place, excerpt=facsimile.excerpt)


def _wanted(order: EditionOrder, copy: EditionCopy, shown: str) -> Wanted | None:
    files = [below(file, shown) for file in _outside(copy)]
    pages = copy.file.pages if copy.file else ()
    slugs = {slot.slug for page in pages if page.grid for slot in page.grid.slots}
    slugs -= {article.slug for article in copy.articles}
    files = [file for file in files if file not in order.outside]
    missing = sorted(slugs - order.elsewhere.keys())
    return Wanted(order, tuple(files), tuple(missing)) if files or missing else None


def _outside(copy: EditionCopy) -> dict[str, None]:
    """The Markdown files of other editions that the copy links to."""
    own = {article.file for article in copy.articles}
    targets = (
        beside(article.file, unquote(link.target.partition("#")[0]))
        for article in copy.articles
        for link in article.body.links
        if not link.target.startswith("/")
    )
    return {target: None for target in targets if is_article(target) and target not in own}


def _targets(order: EditionOrder, copy: EditionCopy, seen: EditionCopy, bench: Bench) -> dict[str, Target]:
    """The stories that links may lead to: the edition's own, and those of others that are known."""
    out = {article.file for article in seen.articles}
    targets = {a.file: Target(a.file in out, a.body.fragments) for a in copy.articles}
    for file, story in order.outside.items():
        if story:
            name = f"{bench.context.shown}/{file}"
            targets[name] = Target(story.released, fragments_of(bench, file))
    return targets


def _found_by_extensions(bench: Bench, copy: EditionCopy) -> Iterator[Diagnostic]:
    """What the rules of the paper's own extensions find."""
    for extension in bench.extensions:
        try:
            yield from extension.found(copy)
        except ExtensionError as error:
            yield error.diagnostic
