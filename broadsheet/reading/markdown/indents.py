"""Paragraphs set off by ideographic spaces (U+3000), as copy is typed and pasted."""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor

_INDENTED = re.compile("^(?P<prefix>[ >]*)[ \u3000]*\u3000[ \u3000]*")
_BARE_PREFIX = re.compile("^[ >]*$")


class IndentPreprocessor(Preprocessor):
    """Starts a paragraph at each line that is indented by U+3000, and drops the indent: the page's CSS indents."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines anew; quoted and boxed lines keep their `>` and spaces."""
        result: list[str] = []
        for line in lines:
            match = _INDENTED.match(line)
            if match is None:
                result.append(line)
                continue
            prefix = match["prefix"]
            if result and not _BARE_PREFIX.match(result[-1]):
                result.append(prefix.rstrip())
            result.append(prefix + line[match.end() :])
        return result
