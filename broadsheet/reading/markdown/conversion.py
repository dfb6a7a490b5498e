"""The one Markdown converter of a process, set up for newspaper copy."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.serializers import to_html_string

from broadsheet.reading.markdown.attributes import AttributeLists, TypesetQuotes
from broadsheet.reading.markdown.blocks import register_blocks
from broadsheet.reading.markdown.cjk_emphasis import register_inline
from broadsheet.reading.markdown.figures import PictureTreeprocessor
from broadsheet.reading.markdown.indents import IndentPreprocessor
from broadsheet.reading.markdown.tags import escape_stray

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# The sign without which an inline rule finds nothing.
_SIGNS = {
    "`": "backtick",
    "\\": "backslash_break escape",
    "[": "footnote reference link image_link image_reference short_reference short_image_ref",
    "<": "autolink automail html",
    "&": "entity",
    "*": "times strong emphasis",
    "_": "word_strong word_emphasis",
}

# Building a converter takes longer than an article does, and it can't be shared between threads.
_kept = threading.local()


def convert(text: str, token: str, extensions: tuple[Extension, ...] = ()) -> tuple[str, ...] | None:
    """Give the HTML of `text`, a chunk for each block, not sanitised; None if it nests deeper than Python goes.

    `token`, which the text must not hold, marks its pictures and the ends of its blocks. `extensions` are the paper's
    own, of Python-Markdown's kind; a converter is kept for each choice of them. Nothing of one text is left for the
    next.
    """
    kept: dict[tuple[Extension, ...], NewspaperMarkdown] = _kept.__dict__.setdefault("converters", {})
    # Kept again only when all went well: an interrupted converter may be in any state.
    converter = kept.pop(extensions, None) or NewspaperMarkdown(extensions)
    try:
        chunks = converter.convert_afresh(text, token)
    except RecursionError:
        return None
    kept[extensions] = converter
    return chunks


class NewspaperMarkdown(Markdown):
    """Python-Markdown with the newspaper's rules."""

    def __init__(self, extensions: tuple[Extension, ...] = ()) -> None:
        """Set up the newspaper's extensions, then the paper's own."""
        self.pictures = PictureTreeprocessor()
        super().__init__(
            extensions=[
                TableExtension(use_align_attribute=True),
                FootnoteExtension(BACKLINK_TITLE="", BACKLINK_TEXT="↩", PLACE_MARKER="\x02\x03"),
                AttrListExtension(),
                DefListExtension(),
                SaneListExtension(),
                FencedCodeExtension(),
                NewspaperExtension(self.pictures),
                *extensions,
            ],
        )
        if extensions:
            # Which signs their rules look for is not known: no text is plain.
            self.treeprocessors.deregister("plain_text")
        named = ((name, sign) for sign, names in _SIGNS.items() for name in names.split())
        self._signs = {self.inlinePatterns[name]: sign for name, sign in named if name in self.inlinePatterns}

    def convert_afresh(self, text: str, token: str) -> tuple[str, ...]:
        """Give the HTML of `text` block by block; whatever an earlier text left is cleared first."""
        self.reset()
        self.pictures.token = token
        end = f"<!--{token}-->"
        text = escape_stray(text)
        # Each rule is tried on each piece of text: those whose sign is nowhere are left out, for half of the time.
        rules = tuple(rule for rule in self.inlinePatterns if self._signs.get(rule, "") in text)
        self.treeprocessors["inline"].inlinePatterns = rules  # type: ignore[attr-defined]  # typed as the base class

        def serialise_blocks(root: Element) -> str:
            # Python-Markdown cuts the root's own tags off what it is given here.
            blocks = (to_html_string(block) for block in root)
            return f"<{self.doc_tag}>{end.join(blocks)}</{self.doc_tag}>"

        self.serializer = serialise_blocks
        return tuple(self.convert(text).split(end))


class NewspaperExtension(Extension):
    """The newspaper's own rules, in the places of Python-Markdown's."""

    def __init__(self, pictures: PictureTreeprocessor) -> None:
        """Take the step that marks pictures, whose token changes with each text."""
        super().__init__()
        self._pictures = pictures

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the rules; the figures are their order."""
        register_blocks(md)
        register_inline(md)
        # Code is out of the way (25), raw HTML is not yet (20).
        md.preprocessors.register(IndentPreprocessor(md), "indents", 24)
        md.preprocessors.register(TypesetQuotes(md), "typeset_quotes", 23)
        md.treeprocessors.register(AttributeLists(md), "attr_list", 8)
        # After attributes are set (8) and escapes undone (0).
        md.treeprocessors.register(self._pictures, "pictures", -10)
