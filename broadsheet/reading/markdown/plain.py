"""Copy without any markup: most of a newspaper, set without Markdown."""

from __future__ import annotations

import re

from broadsheet.reading.markdown.element import Element

# Whatever can mean something to Markdown: signs anywhere, or at the head of a line. A doubt is markup.
_MARKUP = re.compile(
    r"[*_`\[\]<>&\\{}|\x02\x03]"
    r"|(?m:^[ \t\u3000]*(?:[-+#=~:]|!!!|[0-9]{1,3}[.)][ \t]))"
    r"|  \n"
    r"|\t"
    r"|///",
)
_PARAGRAPH_END = re.compile("\n(?:[ \u3000]*\n)+|\n(?=[ ]*\u3000)")


def read_plain(text: str) -> Element | None:
    """Give a tree of paragraphs, the same that Markdown would give; None where there may be markup."""
    if _MARKUP.search(text):
        return None
    root = Element("body")
    for paragraph in _PARAGRAPH_END.split(text):
        if paragraph.strip():
            root.children.append(Element("p", {}, [paragraph]))
    return root
