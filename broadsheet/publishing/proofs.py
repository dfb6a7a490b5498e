"""Every rule over an edition's copy."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from broadsheet.checking.facsimiles import check_areas, check_facsimile, missing_page_file
from broadsheet.checking.links import Around, check_links
from broadsheet.checking.pages import check_pages
from broadsheet.checking.pictures import check_pictures
from broadsheet.checking.sections import check_section
from broadsheet.model.codes import ASKED, CODES, RULES
from broadsheet.model.content_path import beside, is_article, stem
from broadsheet.model.diagnostic import Severity
from broadsheet.reading.picture_kinds import PICTURES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from broadsheet.checking.links import Target
    from broadsheet.checking.pages import Standing
    from broadsheet.model.archive import Attachment, EditionCopy
    from broadsheet.model.article import Article
    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.model.edition import EditionKey
    from broadsheet.model.newspaper import Newspaper
    from broadsheet.planning.placement import PlacedEdition
    from broadsheet.publishing.context import Bench


def at_level(found: Iterable[Diagnostic], newspaper: Newspaper) -> Iterator[Diagnostic]:
    """Diagnostics at the level that newspaper.yaml's `checks` give their codes; those that are off are left out.

    Only rules have a level: copy that can't be read stays an error, whatever `checks` say.
    """
    levels = dict(newspaper.checks)
    for diagnostic in found:
        level = levels.get(diagnostic.code, "off" if diagnostic.code in ASKED else diagnostic.severity)
        if diagnostic.severity is Severity.ERROR and diagnostic.code in CODES and diagnostic.code not in RULES:
            level = Severity.ERROR
        if level != "off":
            yield replace(diagnostic, severity=Severity(level))


@dataclass(frozen=True)
class Desk:
    """What the rules look at besides an edition: the files around its articles, named as diagnostics name them.

    `stories` are those that links may lead to, `attachments` other files that are published.
    """

    bench: Bench
    stories: Mapping[str, Target] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    folders: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def around(self) -> Around:
        """What stands round every article."""
        broken = self.bench.context.broken
        return Around(self.stories, self.attachments.keys(), broken, there=self.there, beside=self.names)

    def there(self, file: str) -> bool:
        """Whether a file is in the content folder."""
        folder, _, name = file.rpartition("/")
        return name in self.names(folder)

    def names(self, folder: str) -> frozenset[str]:
        """Names of the files in a folder, which is looked into once."""
        if folder not in self.folders:
            shown = self.bench.context.shown
            path = f"{folder}/".removeprefix(f"{shown}/").strip("/")
            inside = f"{folder}/".startswith(f"{shown}/") and not any(p.startswith(".") for p in path.split("/"))
            self.folders[folder] = frozenset(self.bench.content.names(path) if inside else ())
        return self.folders[folder]


def proofread(
    edition: PlacedEdition, desk: Desk, editions_of: Mapping[str, Sequence[EditionKey]]
) -> Iterator[Diagnostic]:
    """The faults of an edition's sections, pictures, pages and links to files.

    `edition` is all there is of it, released or not; `editions_of` are the editions that have a story of a slug. What
    touches a file that could not be read is passed over.
    """
    context = desk.bench.context
    copy = edition.copy
    for article in copy.articles:
        yield from check_section(article, context.newspaper)
        yield from _proofread_pictures(article, desk)
        yield from check_links(article, desk.around)
    if not any(f"{article.file.rpartition('/')[0]}/edition.yaml" in context.broken for article in copy.articles):
        standing = [(page.page, page.articles) for page in edition.pages]
        broken = {stem(file) for file in context.broken}
        yield from check_pages(copy, standing, broken, editions_of)
        yield from _proofread_facsimiles(copy, standing, desk, broken)


def _proofread_facsimiles(
    copy: EditionCopy, standing: Sequence[Standing], desk: Desk, broken: Collection[str]
) -> Iterator[Diagnostic]:
    slugs = [article.slug for article in copy.articles]
    for page, articles in standing:
        if page.facsimile is None:
            continue
        file = page.facsimile.file
        own = desk.attachments.get(file)
        if not desk.there(file):
            yield missing_page_file(page.facsimile, desk.names(file.rpartition("/")[0]))
        else:
            yield from check_facsimile(page.facsimile, own, PICTURES)
        here = [article.slug for article in articles]
        yield from check_areas(page.facsimile, own, [*here, *slugs], broken)


def _proofread_pictures(article: Article, desk: Desk) -> Iterator[Diagnostic]:
    def near() -> list[str]:
        # In the article's folder, and in those that its pictures are said to be in.
        pictures = (*article.pictures, *article.body.pictures)
        folders = {"", *("".join(picture.src.rpartition("/")[:2]) for picture in pictures)}
        names = (f"{folder}{name}" for folder in folders for name in desk.names(beside(article.file, folder)))
        return [name for name in sorted(names) if not (is_article(name) or name.endswith(".yaml"))]

    yield from check_pictures(article, lambda src: desk.there(beside(article.file, src)), near, PICTURES)
