"""Footnotes as a section of their own, with ways back that have a name."""

from __future__ import annotations

from broadsheet.reading.markdown.element import Element


def set_footnotes(root: Element) -> None:
    """Turn the notes at the end into `<section role="doc-endnotes">`, marks and ways back into links with roles.

    A way back is named by its arrow and the note's number, which need no language.
    """
    for index, notes in enumerate(root.children):
        if isinstance(notes, Element) and notes.tag == "div" and "footnote" in notes.classes:
            root.children[index] = _section(notes)
    for link in root.walk():
        if link.tag == "a" and "footnote-ref" in link.classes:
            link.attributes["role"] = "doc-noteref"


def _section(notes: Element) -> Element:
    children = [child for child in notes.children if not (isinstance(child, Element) and child.tag == "hr")]
    section = Element("section", {"class": "footnotes", "role": "doc-endnotes"}, children)
    for items in (child for child in children if isinstance(child, Element)):
        for number, item in enumerate((child for child in items.children if isinstance(child, Element)), 1):
            for link in item.walk():
                if link.tag == "a" and "footnote-backref" in link.classes:
                    link.attributes.pop("title", None)
                    link.attributes |= {"role": "doc-backlink", "aria-label": f"↩ {number}"}
    return section
