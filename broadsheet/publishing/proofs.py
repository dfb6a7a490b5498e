"""Every rule over the copy that was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from broadsheet.checking.editions import check_labels
from broadsheet.checking.links import check_addresses_of, check_links
from broadsheet.checking.pages import check_pages
from broadsheet.checking.pictures import check_pictures
from broadsheet.checking.sections import check_section
from broadsheet.model.article import Article
from broadsheet.model.codes import CODES, RULES
from broadsheet.model.content_path import beside, is_article, stem
from broadsheet.model.diagnostic import Severity
from broadsheet.model.edition import EditionKey
from broadsheet.planning.placement import place
from broadsheet.reading.attachment import PICTURES
from broadsheet.reading.body import read_body

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from broadsheet.model.archive import EditionCopy
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.newspaper import Newspaper
    from broadsheet.publishing.content import Content


def at_level(found: Iterable[Diagnostic], newspaper: Newspaper) -> Iterator[Diagnostic]:
    """Diagnostics at the level that newspaper.yaml's `checks` give their codes; those that are off are left out.

    Only rules have a level: copy that can't be read stays an error, whatever `checks` say.
    """
    levels = dict(newspaper.checks)
    for diagnostic in found:
        level = levels.get(diagnostic.code, diagnostic.severity)
        if diagnostic.severity is Severity.ERROR and diagnostic.code in CODES and diagnostic.code not in RULES:
            level = Severity.ERROR
        if level != "off":
            yield replace(diagnostic, severity=Severity(level))


def proofread(content: Content, shown: Iterable[EditionCopy], imprint: Article) -> Iterator[Diagnostic]:
    """The faults of sections, pictures, pages and links to files; `shown` are the editions that readers see.

    What touches a file that could not be read is passed over.
    """
    newspaper = content.archive.newspaper
    present = set(content.files)
    broken = {stem(file) for file in content.broken}
    articles = {article.file: article for copy in content.archive.editions for article in copy.articles}
    editions_of: dict[str, list[EditionKey]] = {}
    for article in articles.values():
        editions_of.setdefault(article.slug, []).append(article.edition)
    released = {article.file for copy in shown for article in copy.articles}
    for copy in content.archive.editions:
        for article in copy.articles:
            yield from check_section(article, newspaper)
            yield from _proofread_pictures(article, present)
        if not any(f"{article.file.rpartition('/')[0]}/edition.yaml" in content.broken for article in copy.articles):
            placed = place(copy, newspaper.sections)
            yield from check_pages(copy, [(page.page, page.articles) for page in placed.pages], broken, editions_of)
    if not any(file.endswith("/edition.yaml") for file in content.broken):
        yield from check_labels(content.archive.editions)
    for article in (*articles.values(), imprint):
        yield from check_links(
            article,
            path_of=beside,
            articles=articles,
            released=released,
            attachments=content.archive.attachments.keys(),
            present=present,
            broken=content.broken,
        )


def _proofread_pictures(article: Article, present: Collection[str]) -> Iterator[Diagnostic]:
    def known(src: str) -> bool:
        return beside(article.file, src) in present

    def near() -> list[str]:
        folder = article.file.rpartition("/")[0] + "/"
        names = (file.removeprefix(folder) for file in present if file.startswith(folder))
        return sorted(name for name in names if not (is_article(name) or name.endswith(".yaml")))

    yield from check_pictures(article, known, near, PICTURES)


def imprint_of(newspaper: Newspaper, shown: str) -> tuple[Article, tuple[Diagnostic, ...]]:
    """The imprint as if it were a story of its own, in newspaper.yaml below the content folder `shown`."""
    file = f"{shown}/newspaper.yaml"
    body, found = read_body(newspaper.imprint, file=file, first_line=newspaper.imprint_line)
    return Article(file, EditionKey(date.min), "", (), body=body), found


def proofread_addresses(content: Content, imprint: Article, addresses: Collection[str]) -> Iterator[Diagnostic]:
    """The faults of links to pages of the site; `addresses` are all that it has."""
    for copy in content.archive.editions:
        for article in copy.articles:
            yield from check_addresses_of(article, addresses)
    yield from check_addresses_of(imprint, addresses)
