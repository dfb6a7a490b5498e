"""Tables that a page with a strict policy and a narrow screen can hold."""

from __future__ import annotations

import re

from broadsheet.reading.markdown.element import Element

_HAN = re.compile("[\u3400-\u9fff]")


def set_tables(root: Element) -> None:
    """Turn alignment into classes, and wrap each table in a region that scrolls by finger and keyboard.

    The region is named by the table's caption or its first row: a name is what a screen reader says of it.
    """
    names: set[str] = set()
    for parent in list(root.walk()):
        for index, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag == "table":
                _set_cells(child)
                parent.children[index] = _wrapped(child, names)


def _set_cells(table: Element) -> None:
    for cell in table.walk():
        align = cell.attributes.pop("align", "")
        if align:
            cell.attributes["class"] = " ".join([*cell.classes, f"align-{align}"])
        if cell.tag == "thead":
            for head in cell.walk():
                if head.tag == "th" and head.text().strip():
                    head.attributes.setdefault("scope", "col")
        if cell.tag == "th" and not cell.text().strip():
            # A heading of nothing is none.
            cell.tag = "td"
            cell.attributes.pop("scope", None)


def _wrapped(table: Element, names: set[str]) -> Element:
    wrapper = Element("div", {"class": "table"}, [table])
    name = _name(table)
    if not name:
        return wrapper
    unique, turn = name, 1
    while unique in names:
        turn += 1
        unique = f"{name} {turn}"
    names.add(unique)
    wrapper.attributes |= {"role": "region", "tabindex": "0", "aria-label": unique}
    return wrapper


def _name(table: Element) -> str:
    for element in table.walk():
        if element.tag == "caption" and element.text().strip():
            return " ".join(element.text().split())
    for row in table.walk():
        if row.tag == "tr":
            cells = [" ".join(cell.text().split()) for cell in row.children if isinstance(cell, Element)]
            if any(cells):
                filled = [cell for cell in cells if cell]
                return ("、" if _HAN.search("".join(filled)) else ", ").join(filled)
    return ""
