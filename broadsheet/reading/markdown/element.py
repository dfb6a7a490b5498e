"""A small tree of HTML, read from the sanitiser's well-formed output and written back."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from broadsheet.reading.markdown.typed import without_stray

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset({"br", "hr"})
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "caption",
        "details",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "body",
    ],
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*/?>|([^<]+)')
_ATTRIBUTE = re.compile(r'([^\s"=<>/]+)="([^"]*)"')


@dataclass(slots=True, eq=False)
class Element:
    """An element of a body; compared by identity."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The names in `class`."""
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Element]:
        """Give this element and all below it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if not isinstance(child, str)]

    def text(self) -> str:
        """Give the text of this element and all below it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse(markup: str) -> Element:
    """Read well-formed HTML, as nh3 writes it, into a tree whose root is `body`."""
    root = Element("body")
    open_elements = [root]
    for closing, tag, attributes, text in _TOKEN.findall(markup):
        if text:
            open_elements[-1].children.append(without_stray(html.unescape(text)))
        elif closing:
            open_elements.pop()
        else:
            pairs = {name: without_stray(html.unescape(value)) for name, value in _ATTRIBUTE.findall(attributes)}
            element = Element(tag, pairs)
            open_elements[-1].children.append(element)
            if tag not in VOID:
                open_elements.append(element)
    return root


def serialise(root: Element) -> str:
    """Write the children of `root` as HTML, a line for each."""
    parts: list[str] = []
    for child in root.children:
        _write(child, parts)
        parts.append("\n")
    return "".join(parts)


def depth(markup: str) -> int:
    """Give how deep elements stand in each other in well-formed HTML."""
    level = deepest = 0
    for closing, tag, _, text in _TOKEN.findall(markup):
        if not text and tag not in VOID:
            level += -1 if closing else 1
            deepest = max(deepest, level)
    return deepest


def _write(node: Element | str, parts: list[str]) -> None:
    if isinstance(node, str):
        parts.append(html.escape(node, quote=False))
        return
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in node.attributes.items())
    parts.append(f"<{node.tag}{attributes}>")
    if node.tag == "pre" and node.text().startswith("\n"):
        # An HTML reader drops the first newline in `pre`.
        parts.append("\n")
    for child in node.children:
        _write(child, parts)
    if node.tag not in VOID:
        parts.append(f"</{node.tag}>")
