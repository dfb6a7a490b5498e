"""Links in the copy lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from broadsheet.checking.rules import did_you_mean
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
    addresses: Collection[str],
) -> Iterator[Diagnostic]:
    """The faults of an article's links.

    `path_of(file, target)` is the path that a relative target names; `articles` are all by file, `released` the files of
    those that readers see, `attachments` the paths of other files, `addresses` all addresses of the site.
    """
    for link in article.body.links:
        path, _, fragment = unquote(link.target).partition("#")
        if path.startswith("/"):
            path = path.partition("?")[0]
            if path not in addresses and f"{path}/" not in addresses:
                yield _at(link, "dead-link", f'no page "{path}" on this site', did_you_mean(path, addresses))
            continue
        named = path_of(article.file, path)
        other = articles.get(named)
        if other is None:
            if named not in attachments:
                nearest = did_you_mean(named.rpartition("/")[2], [file.rpartition("/")[2] for file in articles])
                yield _at(link, "dead-link", f'no file "{path}"', nearest)
        elif named not in released:
            hint = "the words stay, without the link, until it is"
            yield _at(link, "unreleased-link", f'"{path}" is not released yet', hint, Severity.WARNING)
        elif fragment and fragment not in other.body.fragments:
            hint = did_you_mean(fragment, other.body.fragments)
            yield _at(link, "missing-fragment", f'"{path}" has no heading "{fragment}"', hint)


def _at(link: BodyLink, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(code, message, link.place, hint, link.excerpt, severity)
