"""Copy with markup: by way of Markdown, the sanitiser and a tree of elements."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from broadsheet.model.body import Body
from broadsheet.reading.markdown.boxes import report_boxes, set_boxes
from broadsheet.reading.markdown.conversion import convert
from broadsheet.reading.markdown.crossheads import set_crossheads
from broadsheet.reading.markdown.element import Element, depth, parse, serialise
from broadsheet.reading.markdown.figures import place_figures
from broadsheet.reading.markdown.footnotes import report_footnotes, set_footnotes
from broadsheet.reading.markdown.fragments import name_fragments
from broadsheet.reading.markdown.limits import over_limit, too_deep
from broadsheet.reading.markdown.links import resolve_links
from broadsheet.reading.markdown.paragraphs import opening_paragraphs, plain_paragraphs
from broadsheet.reading.markdown.sanitise import report_removed, sanitise
from broadsheet.reading.markdown.sites import Sites
from broadsheet.reading.markdown.soft_breaks import set_soft_breaks
from broadsheet.reading.markdown.structure import mend_structure
from broadsheet.reading.markdown.tables import set_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown.extensions import Extension

    from broadsheet.model.diagnostic import Diagnostic
    from broadsheet.reading.markdown.plain import PlainBlock
    from broadsheet.reading.markdown.typed import Typed

_DEEPEST_TREE = 200


def set_marked(typed: Typed, extensions: tuple[Extension, ...]) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Give the body of any copy, and what is wrong with it; an empty one where it is too long or too deep."""
    reason = over_limit(typed)
    if reason is not None:
        return Body(), (reason,)
    # An editor can't type this: whatever is typed changes it.
    token = hashlib.sha256(typed.text.encode()).hexdigest()
    chunks = convert(typed.text, token, extensions)
    safe = "" if chunks is None else sanitise(chunks)
    if chunks is None or depth(safe) > _DEEPEST_TREE:
        return Body(), (too_deep(typed, 0, "lists, quotes or signs of emphasis"),)
    sites = Sites(typed)
    diagnostics = [
        *report_boxes(typed),
        *report_footnotes(typed),
        *report_removed(chunks, token=token, sites=sites, typed=typed),
    ]
    return _set(parse(safe), typed, sites, token, diagnostics)


def set_boxed(blocks: Sequence[PlainBlock], typed: Typed) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Give the body of plain blocks of which some are boxes by their first words (编者按：)."""
    elements = (Element(f"h{level}" if level else "p", {}, [text]) for level, text in blocks)
    return _set(Element("body", {}, [*elements]), typed, Sites(typed), "", [])


def _set(
    root: Element,
    typed: Typed,
    sites: Sites,
    token: str,
    diagnostics: list[Diagnostic],
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Set a tree as newspaper copy.

    The order matters: figures leave the text before its breaks are set, headings have names before links look for them.
    """
    mend_structure(root)
    pictures, picture_diagnostics = place_figures(root, token=token, sites=sites, typed=typed)
    set_soft_breaks(root)
    fragments = name_fragments(root)
    set_boxes(root, fragments)
    set_footnotes(root, fragments)
    crossheads = set_crossheads(root, fragments)
    set_tables(root)
    links, link_diagnostics = resolve_links(root, fragments=fragments.names, sites=sites, typed=typed)
    body = Body(
        html=serialise(root),
        paragraphs=plain_paragraphs(root),
        opening=opening_paragraphs(root),
        links=links,
        pictures=pictures,
        crossheads=crossheads,
        fragments=tuple(element.attributes["id"] for element in root.walk() if "id" in element.attributes),
    )
    found = [*diagnostics, *picture_diagnostics, *link_diagnostics]
    return body, tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
