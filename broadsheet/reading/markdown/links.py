"""Links of a body: outside addresses stand, places in the body are checked, the rest waits for the whole site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from broadsheet.model.body import BodyLink
from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.spelling import most_like
from broadsheet.reading.markdown.fragments import RESERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from broadsheet.reading.markdown.element import Element
    from broadsheet.reading.markdown.sites import Sites
    from broadsheet.reading.markdown.typed import Typed

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may begin with; every other scheme is unsafe or leads nowhere for a reader."""

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\"<>\\^`{|}]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a target, before its place is known."""

    code: str
    message: str
    hint: str


def bad_link(target: str) -> Problem | None:
    """Say why `target` can't be linked to by anyone; None if it may be."""
    if not target.strip():
        return Problem("empty-link", "a link without a target", "write [words](article.md)")
    scheme = _SCHEME.match(target)
    if scheme is None:
        return None
    name = scheme[1].lower()
    if name not in SCHEMES:
        hint = "link with http:, https:, mailto: or tel:, or to a file of this paper"
        return Problem("unsafe-link", f'a link may not begin with "{scheme[1]}:"', hint)
    if name.startswith("http") and not _has_host(target):
        return Problem("bad-link", f'"{target}" is not a web address', "write https:// and the site's name")
    return None


def resolve_links(
    root: Element,
    *,
    fragments: Mapping[str, str],
    sites: Sites,
    typed: Typed,
) -> tuple[tuple[BodyLink, ...], list[Diagnostic]]:
    """Set each link's `href` for good and give those into the site, in order, with what is wrong.

    `fragments` maps each id as typed to the id it was given. A link that must go keeps its words.
    """
    links: list[BodyLink] = []
    diagnostics: list[Diagnostic] = []
    for element in root.walk():
        if element.tag != "a":
            continue
        target = element.attributes.get("href")
        if target is None or bad_link(target) is not None:
            element.attributes.pop("href", None)
            element.tag = "span"
        elif target.startswith("#"):
            diagnostics += _set_fragment(element, target, fragments, sites, typed)
        elif _SCHEME.match(target) or target.startswith("//"):
            element.attributes["href"] = _address(target)
        else:
            place = sites.target(target)
            element.attributes["href"] = f"broadsheet:link/{len(links)}"
            links.append(BodyLink(target, place, typed.excerpt(place)))
    return tuple(links), diagnostics


def _has_host(target: str) -> bool:
    try:
        host = urlsplit(target.strip()).hostname or ""
        port_is_fine = urlsplit(target.strip()).port is not None or True
    except ValueError:
        return False
    return port_is_fine and re.fullmatch(r"[\w.-]+|[0-9a-f:.]+", host) is not None and host.strip(".-") != ""


def _address(target: str) -> str:
    """Write an address so that every HTML checker reads it."""
    target = _BAD_PERCENT.sub("%25", target.strip())
    return _NOT_IN_ADDRESS.sub(lambda match: quote(match[0]), target)


def _set_fragment(
    element: Element,
    target: str,
    fragments: Mapping[str, str],
    sites: Sites,
    typed: Typed,
) -> list[Diagnostic]:
    wanted = unquote(target[1:])
    found = fragments.get(wanted)
    if found is None and wanted in RESERVED:
        found = wanted
    if found is not None:
        element.attributes["href"] = f"#{found}"
        return []
    del element.attributes["href"]
    element.tag = "span"
    near = most_like(wanted, fragments)
    hint = f'did you mean "#{near}"?' if near else "link to a heading of this article: # and its words"
    place = sites.target(target)
    return [Diagnostic("missing-fragment", f'no place "{target}" in this article', place, hint, typed.excerpt(place))]
