"""The imprint, as if it were a story of its own in newspaper.yaml, and the other files that only warnings are about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.checking.links import Around, Target, check_links
from broadsheet.checking.unread import check_unread, may_be_article
from broadsheet.model.article import Article
from broadsheet.model.content_path import beside, files_named_by, is_article
from broadsheet.model.described import described_article
from broadsheet.model.edition import EditionKey
from broadsheet.planning.links import with_links
from broadsheet.planning.paper import Paper
from broadsheet.planning.pictures import all_copies
from broadsheet.publishing.attachments import attach, below, published
from broadsheet.publishing.copy import fragments_of
from broadsheet.publishing.proofs import Desk
from broadsheet.reading.body import read_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from broadsheet.model.body import BodyLink
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.pictures import Copies
    from broadsheet.publishing.context import Bench
    from broadsheet.publishing.edition_order import OutsideStory
    from broadsheet.publishing.ledger import Ledger

BEGINNING = 1_000
"""Bytes of a text file that tell whether it begins as an article does."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint's HTML, its links to pages of the site, and what it shows or links to besides.

    `files` are bytes by path below the output folder, `pictures` the copies of pictures.
    """

    html: str = ""
    links: tuple[BodyLink, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: tuple[Copies, ...] = ()


def make_imprint(
    bench: Bench, stories: Callable[[list[str]], Mapping[str, OutsideStory | None]], told: list[Diagnostic]
) -> Imprint:
    """The imprint; `stories` finds those of some files below the content folder. Faults are added to `told`."""
    context = bench.context
    newspaper = context.newspaper
    file = f"{context.shown}/newspaper.yaml"
    body, found = read_body(newspaper.imprint, file=file, first_line=newspaper.imprint_line)
    told += found
    article = Article(file, EditionKey(date.min), "", (), body=body)
    desk = Desk(bench)
    attached = attach(bench.content, context.shown, filter(desk.there, files_named_by(article)), told)
    article = described_article(article, {name: a.picture for name, a in attached.items() if a.picture})
    targets = {beside(file, unquote(link.target.partition("#")[0])) for link in body.links}
    known = stories(sorted(below(target, context.shown) for target in targets if is_article(target)))
    shown = {f"{context.shown}/{name}": story for name, story in known.items() if story}
    around = Around(
        {name: Target(s.released, fragments_of(bench, below(name, context.shown))) for name, s in shown.items()},
        attached.keys(),
        context.broken,
        there=desk.there,
        beside=desk.names,
    )
    told += check_links(article, around)
    paper = Paper(
        newspaper,
        context.sections,
        attached,
        {name: story.address for name, story in shown.items() if story.released},
    )
    links = tuple(link for link in body.links if link.target.startswith("/"))
    whole = (attachment for attachment in attached.values() if not attachment.is_photo)
    files = {a.address.lstrip("/"): published(bench.content, context.shown, a) for a in whole}
    pictures = tuple(all_copies(article, attached, newspaper.url))
    return Imprint(with_links(paper, file, article.body), links, files, pictures)


def unread(bench: Bench, ledger: Ledger) -> Iterator[Diagnostic]:
    """Warnings for files that look like copy and that nobody reads."""
    shown = bench.context.shown
    for (path,) in ledger.rows("SELECT file FROM files WHERE edition IS NULL ORDER BY file"):
        file = f"{shown}/{path}"
        text = ""
        if may_be_article(file) and not ledger.rows("SELECT 1 FROM named WHERE file = ?", (path,)):
            try:
                text = bench.content.read(path)[:BEGINNING].decode("utf-8", "replace")
            except OSError:
                text = ""
        if found := check_unread(file, shown, text):
            yield found
