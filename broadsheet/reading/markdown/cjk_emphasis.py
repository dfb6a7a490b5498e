"""Emphasis among Han characters, and breaks of lines: what Python-Markdown's inline rules lack.

CommonMark's flanking rules leave `**真，**她` unset (commonmark-spec #650); Python-Markdown looks at white space
only and sets it. What is mended here: a `*` between two figures is a times sign, and a backslash at the end of a
line is a break.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import SimpleTextInlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown


def register_inline(md: Markdown) -> None:
    """Add the newspaper's inline rules to Python-Markdown's."""
    md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
    md.inlinePatterns.register(SimpleTextInlineProcessor(r"(?<=[0-9０-９])(\*)(?=[0-9０-９])"), "times", 65)
    md.treeprocessors.register(PlainTextTreeprocessor(md), "plain_text", 21)


class PlainTextTreeprocessor(Treeprocessor):
    """Spares text without inline signs the twenty inline rules: most paragraphs, half of the time."""

    SIGNS = re.compile(r"[*_`\[\]<>&\\\x02]|  \n")

    def run(self, root: Element) -> None:
        """Mark such text as finished."""
        for element in root.iter():
            if element.text and not self.SIGNS.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not self.SIGNS.search(element.tail):
                element.tail = AtomicString(element.tail)
