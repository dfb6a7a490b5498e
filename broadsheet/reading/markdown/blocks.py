"""Blocks as newspaper copy means them: boxes, and headings, lists and rules that no line becomes by accident."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement  # only builds a tree, reads no XML

from markdown.blockprocessors import BlockProcessor, HRProcessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.preprocessors import Preprocessor

from broadsheet.reading.markdown.boxes import BOX_NAMES, box_kind
from broadsheet.reading.markdown.crossheads import crosshead_words

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.blockparser import BlockParser


def register_blocks(md: Markdown) -> None:
    """Put the newspaper's block rules in the place of Python-Markdown's own.

    Indented code and underlined (setext) headings are off: editors indent paragraphs with spaces, and a line of
    `---` or `===` under a text is a rule.
    """
    # Raw HTML is out of the way (20).
    md.preprocessors.register(StandingLines(md), "standing_lines", 19)
    processors = md.parser.blockprocessors
    processors.deregister("code")
    processors.deregister("setextheader")
    processors.register(BoxProcessor(md.parser), "admonition", 105)
    processors.register(CrossheadProcessor(md.parser), "hashheader", 70)
    processors.register(RuleProcessor(md.parser), "hr", 50)
    processors.register(OrderedListProcessor(md.parser), "olist", 40)


class StandingLines(Preprocessor):
    """Sets headings and rules off with blank lines: each is a block of its own, wherever its line stands."""

    LINE = re.compile(r"^[ ]{0,3}(?:#{1,6}(?:[ \u3000]|$)|[-_*=][-_*= ]*$)")

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with blank ones around headings and rules."""
        result: list[str] = []
        for line in lines:
            stands = self.LINE.match(line) and (line.lstrip().startswith("#") or RuleProcessor.SEARCH_RE.match(line))
            result += ["", line, ""] if stands else [line]
        return result


class CrossheadProcessor(BlockProcessor):
    """`## 小标题`: the signs need a space after them, so that `#话题#` stays text."""

    RE = re.compile(r"(?:^|\n)[ ]{0,3}(?P<level>#{1,6})(?P<header>(?:(?=[ \u3000])[^\n]*)?)(?:\n|$)")

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        """Tell whether a line of the block is a heading."""
        return bool(self.RE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set the lines before the heading, the heading, and leave the rest."""
        block = blocks.pop(0)
        match = self.RE.search(block)
        if match is None:  # pragma: no cover - `test` has found it
            return
        before, after = block[: match.start()], block[match.end() :]
        if before:
            self.parser.parseBlocks(parent, [before])
        heading = SubElement(parent, f"h{len(match['level'])}")
        heading.text = crosshead_words(match["header"])
        if after:
            blocks.insert(0, after)


class BoxProcessor(AdmonitionProcessor):
    """`!!! note "编者按"` and what is indented below it."""

    CLASSNAME = "box"
    CLASSNAME_TITLE = "box-title"
    RE = re.compile(rf"(?:^|\n)[ ]{{0,3}}!!![ ]?({BOX_NAMES})(?:[ ]+[\"“「](.*?)[\"”」])?[ ]*(?:\n|$)")

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """Give the class of the kind, and the title if there is one."""
        return f"box-{box_kind(match[1]) or 'note'}", match[2] or None


class RuleProcessor(HRProcessor):
    """A line of three or more `-`, `_`, `*` or `=`."""

    SEARCH_RE = re.compile(r"^[ ]{0,3}(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,}|={3,}[ ]*)$", re.MULTILINE)


class OrderedListProcessor(SaneOListProcessor):
    """`1.` or `1)`: a list starts with one, so that a paragraph that begins `1986. ` stays a paragraph."""

    LAZY_OL = True

    def __init__(self, parser: BlockParser) -> None:
        """Let items be numbered with up to three digits, then a point or a bracket."""
        super().__init__(parser)
        self.RE = re.compile(r"^[ ]{0,3}(?P<number>[0-9]{1,3})[.)][ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([0-9]{1,3}[.)]))[ ]+(.*)")
        self.INDENT_RE = re.compile(r"^[ ]{4,7}((\d{1,3}[.)])|[*+-])[ ]+.*")

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the block starts a list, or goes on with one."""
        match = self.RE.match(block)
        if match is None:
            return False
        goes_on = parent.tag == "ol" or (len(parent) > 0 and parent[-1].tag == "ol")
        return goes_on or int(match["number"]) == 1
