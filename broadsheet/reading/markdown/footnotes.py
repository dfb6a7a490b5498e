"""Footnotes in a place of their own, with ways back that have a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.spelling import most_like
from broadsheet.reading.markdown.element import Element
from broadsheet.reading.markdown.sites import outside_code

if TYPE_CHECKING:
    from broadsheet.reading.markdown.fragments import Fragments
    from broadsheet.reading.markdown.typed import Typed

_MARK = re.compile(r"(?<![\\!])\[\^([^\]\s]+)\](?P<definition>:)?")


def report_footnotes(typed: Typed) -> list[Diagnostic]:
    """Say which marks (`[^1]`) have no note, and so stand in the copy as typed, and which notes have no mark."""
    if "[^" not in typed.text:
        return []
    marks = list(_MARK.finditer(outside_code(typed.text)))
    notes = {mark[1] for mark in marks if mark["definition"]}
    marked = {mark[1] for mark in marks if not mark["definition"]}
    diagnostics: list[Diagnostic] = []
    for mark in marks:
        place = typed.place(mark.start(), len(mark[0].rstrip(":")))
        excerpt = typed.excerpt(place)
        if mark["definition"] and mark[1] not in marked:
            message = f'footnote "{mark[1]}" has no mark in the text'
            hint = f"write [^{mark[1]}] where the note belongs"
            diagnostics.append(Diagnostic("unused-footnote", message, place, hint, excerpt, Severity.WARNING))
        if mark[1] not in notes:
            near = most_like(mark[1], notes)
            hint = f'did you mean "[^{near}]"?' if near else f"write the note in a paragraph of its own: {mark[0]}: …"
            message = f'no footnote "{mark[1]}"'
            diagnostics.append(Diagnostic("missing-footnote", message, place, hint, excerpt, Severity.WARNING))
    return diagnostics


def set_footnotes(root: Element, fragments: Fragments) -> None:
    """Turn the notes at the end into `<div role="doc-endnotes">`, marks and ways back into links with roles.

    A way back is named by its arrow and the note's number, which need no language.
    """
    for index, notes in enumerate(root.children):
        if isinstance(notes, Element) and notes.tag == "div" and "footnote" in notes.classes:
            root.children[index] = _endnotes(notes, fragments)
    for link in root.walk():
        if link.tag == "a" and "footnote-ref" in link.classes:
            link.attributes["role"] = "doc-noteref"


def _endnotes(notes: Element, fragments: Fragments) -> Element:
    children = [child for child in notes.children if not (isinstance(child, Element) and child.tag == "hr")]
    endnotes = Element("div", {"class": "footnotes", "role": "doc-endnotes"}, children)
    for items in (child for child in children if isinstance(child, Element)):
        for number, item in enumerate((child for child in items.children if isinstance(child, Element)), 1):
            ways_back = [link for link in item.walk() if link.tag == "a" and "footnote-backref" in link.classes]
            if ways_back and ways_back[0].attributes["href"][1:] not in fragments.names:
                _drop(item, ways_back)
                continue
            for turn, link in enumerate(ways_back, 1):
                name = f"↩ {number}" if turn == 1 else f"↩ {number}.{turn}"
                link.attributes.pop("title", None)
                link.attributes |= {"role": "doc-backlink", "aria-label": name}
    return endnotes


def _drop(item: Element, links: list[Element]) -> None:
    """Take the ways back to marks that are nowhere out of a note."""
    for element in item.walk():
        children = [child for child in element.children if child not in links]
        element.children = [child.rstrip("\u00a0") if isinstance(child, str) else child for child in children]
