"""Attribute lists (`{credit="新华社"}`), read only where they are certainly meant as such."""

from __future__ import annotations

import re

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.preprocessors import Preprocessor

_ITEM = r"""(?:[#.][\w-]+|[A-Za-z][\w-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=}]+))"""
_LIST = rf"\{{:?[ ]*({_ITEM}(?:[ ]+{_ITEM})*)[ ]*\}}"

_TYPESET_TITLE = re.compile(r"(\]\([^\s()“”]+[ ]+)“([^”\"\n]*)”(?=[ ]*\))")
_PICTURE_LIST = re.compile(r"(?<=\))\{[^}\n]*\}")
_TYPESET_VALUE = re.compile(r"=“([^”\"\n]*)”")


class AttributeLists(AttrListTreeprocessor):
    """Python-Markdown's attribute lists, strict: words in braces that are no attributes stay in the copy."""

    HEADER_RE = re.compile(rf"(?<=[ ]){_LIST}[ ]*$")  # type: ignore[misc]  # the stubs say final, the library doesn't
    BLOCK_RE = re.compile(rf"\n[ ]*{_LIST}[ ]*$")  # type: ignore[misc]  # as above
    INLINE_RE = re.compile(rf"^{_LIST}")  # type: ignore[misc]  # as above


class TypesetQuotes(Preprocessor):
    """Takes “ ” for the quotes of a caption or an attribute: a Chinese keyboard types them."""

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines with straight quotes where Markdown looks for them."""
        return [self._straighten(line) if "“" in line and "](" in line else line for line in lines]

    @staticmethod
    def _straighten(line: str) -> str:
        line = _TYPESET_TITLE.sub(r'\1"\2"', line)
        return _PICTURE_LIST.sub(lambda match: _TYPESET_VALUE.sub(r'="\1"', match[0]), line)
