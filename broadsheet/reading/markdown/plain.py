"""Copy of plain paragraphs and crossheads, with plain links: most of a newspaper, set without Markdown."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from broadsheet.model.body import Body, Crosshead
from broadsheet.reading.markdown.crossheads import Outline, crosshead_words
from broadsheet.reading.markdown.fragments import Fragments, slug
from broadsheet.reading.markdown.limits import DEEPEST, LONGEST_MARKUP, MOST_SIGNS
from broadsheet.reading.markdown.paragraphs import block_text, opening_of
from broadsheet.reading.markdown.plain_links import may_mislead, set_links, without_links
from broadsheet.reading.markdown.soft_breaks import join_lines
from broadsheet.reading.markdown.typed import STRAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.model.body import BodyLink

# All but what can mean something to Markdown, and what is no clean text: a doubt is markup. The characters of most
# copy come first, in a class that is tried three times as fast.
_UNMARKED = re.compile(
    r"(?:[\n ,.0-9A-Za-z\u2010-\u2027\u2e80-\ud7ff]++"
    rf"|[^*_`\[\]<>&\\{{}}|\t\x02\x03\u0085\u2028\u2029{STRAY}])*+"
)
# As above, at the head of a line.
_MARKED_LINE = re.compile("\n[ \u3000]*(?:[-+=~:]|!!!|[0-9]{1,3}[.)] )")
_CROSSHEAD = re.compile("\n {0,3}(#{1,6})([ \u3000][^\n]*)(?=\n|\\Z)")
_HASH_LINE = re.compile("\n[ \u3000]*#")
_NUMBERED_LINE = re.compile("\n[ \u3000]*[0-9]{1,9}[.)](?:[ \n]|\\Z)")
_PARAGRAPH_END = re.compile("\n(?:[ \u3000]*\n)+|\n(?=[ ]*\u3000)")


PlainBlock: TypeAlias = tuple[int, str]
"""A paragraph (level 0) or a crosshead (the level typed, 1 to 6), and its text on one line; a link stands as typed."""


def read_plain(text: str) -> list[PlainBlock] | None:
    """Give the blocks of plain copy, none of them empty, the same that Markdown would give.

    None where there may be markup, and where `text` is not clean (see `typed`).
    """
    linked = "](" in text
    words = without_links(text) if linked else text
    if not _UNMARKED.fullmatch(words) or "  \n" in text or "///" in text or not unicodedata.is_normalized("NFC", text):
        return None
    if _MARKED_LINE.search(f"\n{words}") or (linked and may_mislead(text)):
        return None
    lines = f"\n{text}"
    blocks = _paragraphs(lines) if "#" not in text else _paragraphs_and_crossheads(lines)
    if blocks is None or not (linked or any(level for level, _ in blocks)):
        return blocks
    return None if _nears_limit(lines) or any(level and "[" in words for level, words in blocks) else blocks


def set_plain(blocks: Sequence[PlainBlock], links: tuple[BodyLink, ...]) -> Body:
    """Give the body of plain blocks that hold these links, in order."""
    fragments, outline = Fragments(), Outline()
    html: list[str] = []
    texts: list[str] = []
    running: list[str] = []
    crossheads: list[Crosshead] = []
    number = 0
    for level, text in blocks:
        linked = "](" in text
        words = block_text(without_links(text) if linked else text)
        texts.append(words)
        if level:
            tag, name = outline.tag(level), fragments.give(slug(words))
            html.append(f'<{tag} id="{name}">{text}</{tag}>\n')
            crossheads.append(Crosshead(name, words))
            continue
        running.append(words)
        copy, number = set_links(text, number) if linked else (text, number)
        html.append(f"<p>{copy}</p>\n")
    return Body(
        html="".join(html),
        paragraphs=tuple(texts),
        opening=opening_of(running, texts),
        links=links,
        crossheads=tuple(crossheads),
        fragments=tuple(crosshead.fragment for crosshead in crossheads),
    )


def _paragraphs(lines: str) -> list[PlainBlock]:
    # Markdown drops every kind of space before a paragraph.
    texts = [join_lines(block.lstrip()) for block in _PARAGRAPH_END.split(lines)]
    return [(0, text) for text in texts if text]


def _paragraphs_and_crossheads(lines: str) -> list[PlainBlock] | None:
    """Give the blocks in order; None where a line may be another kind of heading."""
    blocks: list[PlainBlock] = []
    parts = _CROSSHEAD.split(lines)
    for copy, signs, header in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
        if _HASH_LINE.search(copy):
            return None
        blocks += _paragraphs(copy)
        if words := join_lines(crosshead_words(header)):
            blocks.append((len(signs), words))
    return blocks


def _nears_limit(lines: str) -> bool:
    """Whether copy with markup might be refused for its length or depth, which is not for this module to say."""
    return (
        len(lines) > LONGEST_MARKUP
        or lines.count("(") > DEEPEST
        or lines.count("~") > MOST_SIGNS
        or _NUMBERED_LINE.search(lines) is not None
    )
