"""Emphasis among Han characters, and breaks of lines: what Python-Markdown's inline rules lack.

CommonMark's flanking rules leave `**真，**她` unset (commonmark-spec #650). Python-Markdown sets it, but its pairing of
signs drops words where signs cross (`上*下**“*丌`). Here a pair is simply the nearest two signs of one kind, the first
not before white space, the second not behind it; what is left alone stays as typed. `_` is none inside a word, a `*`
between two figures is a times sign, and a backslash at the end of a line is a break.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import SimpleTagInlineProcessor, SimpleTextInlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown


# No one emphasises more than a page; the bound keeps lone signs from being sought through a whole paragraph each.
_STRONG = r"(?<!\*)(\*\*)(?=\*?[^\s*])(.{1,5000}?)(?<!\s)\*\*(?!\*)"
_EMPHASIS = r"(?<!\*)(\*)(?![\s*])([^*]{1,5000})(?<!\s)\*(?!\*)"
_WORD_STRONG = r"(?<![\w_])(__)(?=_?[^\s_])(.{1,5000}?)(?<!\s)__(?![\w_])"
_WORD_EMPHASIS = r"(?<![\w_])(_)(?![\s_])(.{1,5000}?)(?<![\s_])_(?![\w_])"


def register_inline(md: Markdown) -> None:
    """Add the newspaper's inline rules to Python-Markdown's."""
    md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
    md.inlinePatterns.register(SimpleTextInlineProcessor(r"(?<=[0-9０-９])(\*)(?=[0-9０-９])"), "times", 65)
    md.inlinePatterns.deregister("em_strong")
    # Strong first: what is emphasised inside it comes later in this order, and what stands around it too.
    md.inlinePatterns.register(SimpleTagInlineProcessor(_STRONG, "strong"), "strong", 60)
    md.inlinePatterns.register(SimpleTagInlineProcessor(_WORD_STRONG, "strong"), "word_strong", 59)
    md.inlinePatterns.register(SimpleTagInlineProcessor(_EMPHASIS, "em"), "emphasis", 58)
    md.inlinePatterns.register(SimpleTagInlineProcessor(_WORD_EMPHASIS, "em"), "word_emphasis", 57)
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
