"""Links in the copy lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.checking.rules import closest, did_you_mean
from broadsheet.model.content_path import beside
from broadsheet.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from broadsheet.model.article import Article
    from broadsheet.model.body import BodyLink


@dataclass(frozen=True, slots=True)
class Target:
    """A story that links may lead to: whether readers see it, and the ids that its headings have."""

    released: bool
    fragments: Collection[str]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round an article, by the paths of files.

    `stories` are those that links may lead to, `attachments` other files that are published, `broken` files that could
    not be read, of which nothing is said; `there` says whether a file exists, `beside` lists the names in a folder.
    """

    stories: Mapping[str, Target]
    attachments: Collection[str]
    broken: Collection[str]
    there: Callable[[str], bool]
    beside: Callable[[str], Iterable[str]]


def check_links(article: Article, around: Around) -> Iterator[Diagnostic]:
    """The faults of an article's links to files."""
    for link in article.body.links:
        path, _, fragment = unquote(link.target).partition("#")
        if path.startswith("/"):
            continue
        named = beside(article.file, path)
        story = around.stories.get(named)
        if named in around.broken or named in around.attachments:
            continue
        if story is None:
            yield _no_story(link, path, named, around)
        elif not story.released:
            hint = "the words stay, without the link, until it is"
            yield _at(link, "unreleased-link", f'"{path}" is not released yet', hint, Severity.WARNING)
        elif fragment and fragment not in story.fragments:
            known = story.fragments
            hint = did_you_mean(fragment, known) or ("" if known else "it has no headings; link to the story")
            yield _at(link, "missing-fragment", f'"{path}" has no heading "{fragment}"', hint)


def check_addresses(
    links: Iterable[BodyLink], there: Callable[[str], bool], known: Callable[[], Iterable[str]]
) -> Iterator[Diagnostic]:
    """The faults of links to pages of the site; `there` says whether it has an address, `known` lists all."""
    for link in links:
        path = unquote(link.target).partition("#")[0].partition("?")[0]
        if path.startswith("/") and not there(path) and not there(f"{path}/"):
            guess = closest(path, known())
            hint = f'did you mean "{guess}"?' if guess else "link to a story by its file: [words](story.md)"
            yield _at(link, "dead-link", f'no page "{path}" on this site', hint)


def _no_story(link: BodyLink, path: str, named: str, around: Around) -> Diagnostic:
    if around.there(named):
        hint = "a story links to other stories, pictures and documents such as PDF; the rest stays here"
        return _at(link, "unpublished-kind", f'"{path}" is of a kind that is not published', hint)
    folder, _, name = named.rpartition("/")
    guess = closest(name, (other for other in around.beside(folder) if not other.endswith(".yaml")))
    typed = path.rpartition("/")
    hint = f'did you mean "{typed[0]}{typed[1]}{guess}"?' if guess else "name the file as seen from this one"
    return _at(link, "dead-link", f'no file "{path}"', hint)


def _at(link: BodyLink, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code, message, link.place, hint, link.excerpt, severity)
