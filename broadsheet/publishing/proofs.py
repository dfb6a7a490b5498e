"""Every rule over the copy that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadsheet.checking.links import check_links
from broadsheet.checking.pages import check_pages
from broadsheet.checking.pictures import check_pictures
from broadsheet.checking.sections import check_section
from broadsheet.planning.cards import beside
from broadsheet.planning.placement import place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.planning.paper import Paper
    from broadsheet.publishing.content import Content


def proofread(content: Content) -> Iterator[Diagnostic]:
    """The faults of sections, pictures and pages. What touches a file that could not be read is passed over."""
    newspaper = content.archive.newspaper
    present = set(content.files)
    broken = {file.rpartition("/")[2].removesuffix(".md") for file in content.broken}
    for copy in content.archive.editions:
        for article in copy.articles:
            yield from check_section(article, newspaper)
            folder = article.file.rpartition("/")[0]
            yield from check_pictures(
                article,
                lambda src, file=article.file: beside(file, src) in present,
                lambda folder=folder: [
                    file.removeprefix(f"{folder}/") for file in content.files if file.startswith(f"{folder}/") and not file.endswith((".md", ".yaml"))
                ],
            )
        placed = place(copy, newspaper.sections)
        yield from check_pages(copy, [(page.page, page.articles) for page in placed.pages], broken)


def proofread_links(content: Content, paper: Paper, addresses: Collection[str]) -> Iterator[Diagnostic]:
    """The faults of links, checked against every address of the site."""
    articles = {article.file: article for copy in content.archive.editions for article in copy.articles}
    for article in articles.values():
        yield from check_links(
            article,
            path_of=beside,
            articles=articles,
            released=paper.by_file.keys(),
            attachments=content.archive.attachments.keys(),
            addresses=addresses,
        )
