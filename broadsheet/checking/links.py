"""Links in the copy lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.checking.rules import closest, did_you_mean
from broadsheet.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from broadsheet.model.article import Article
    from broadsheet.model.body import BodyLink


def check_links(
    article: Article,
    *,
    path_of: Callable[[str, str], str],
    articles: Mapping[str, Article],
    released: Collection[str],
    attachments: Collection[str],
    present: Collection[str],
    broken: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """The faults of an article's links to files.

    `path_of(file, target)` is the path that a relative target names; `articles` are all by file, `released` the files
    of those that readers see, `attachments` the paths of other files that are published, `present` all files there are
    and `broken` those that could not be read, of which nothing is said here.
    """
    for link in article.body.links:
        path, _, fragment = unquote(link.target).partition("#")
        if path.startswith("/"):
            continue
        named = path_of(article.file, path)
        other = articles.get(named)
        if named in broken or named in attachments:
            continue
        if other is None:
            yield _no_story(link, path, named, present)
        elif named not in released:
            hint = "the words stay, without the link, until it is"
            yield _at(link, "unreleased-link", f'"{path}" is not released yet', hint, Severity.WARNING)
        elif fragment and fragment not in other.body.fragments:
            known = other.body.fragments
            hint = did_you_mean(fragment, known) or ("" if known else "it has no headings; link to the story")
            yield _at(link, "missing-fragment", f'"{path}" has no heading "{fragment}"', hint)


def check_addresses_of(article: Article, addresses: Collection[str]) -> Iterator[Diagnostic]:
    """The faults of an article's links to pages of the site; `addresses` are all that it has."""
    for link in article.body.links:
        path = unquote(link.target).partition("#")[0].partition("?")[0]
        if path.startswith("/") and path not in addresses and f"{path}/" not in addresses:
            guess = closest(path, addresses)
            hint = f'did you mean "{guess}"?' if guess else "link to a story by its file: [words](story.md)"
            yield _at(link, "dead-link", f'no page "{path}" on this site', hint)


def _no_story(link: BodyLink, path: str, named: str, present: Collection[str]) -> Diagnostic:
    if named in present:
        hint = "a story links to other stories, pictures and documents such as PDF; the rest stays here"
        return _at(link, "unpublished-kind", f'"{path}" is of a kind that is not published', hint)
    folder = named.rpartition("/")[0]
    beside = {file.rpartition("/")[2]: file for file in present if file.rpartition("/")[0] == folder}
    guess = closest(named.rpartition("/")[2], (name for name in beside if not name.endswith(".yaml")))
    typed = path.rpartition("/")
    hint = f'did you mean "{typed[0]}{typed[1]}{guess}"?' if guess else "name the file as seen from this one"
    return _at(link, "dead-link", f'no file "{path}"', hint)


def _at(link: BodyLink, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code, message, link.place, hint, link.excerpt, severity)
