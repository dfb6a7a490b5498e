"""What is read of a line of Markdown: its words, without the signs around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.galley import OPAQUE, Passage
from broadsheet.model.script import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLANKED = "\x00"
"""Stands for a character of a comment, which nobody reads: no copy holds it."""
Span = tuple[int, int]
"""A stretch of the file's text."""

# Most lines of copy have none of these, and are read as they stand.
_MARKED = re.compile(r"[*_~`<\[\\&{@=\x00]|://|www\.|mailto:|  $", re.IGNORECASE)
_PLAIN_ADDRESS = r"""[A-Za-z0-9!#$%&'*+,./:;=?@_~()-]"""
_TARGET = r"\((?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”))?\s*\)"
_ATTRIBUTE = r"""(?:[#.][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|[^\s{}"]+))"""
_ATTRIBUTES = rf"\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"
_TOKEN = re.compile(
    rf"""(?P<picture>!\[(?P<alt>[^\[\]\n]*)\](?:\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)
        (?:\s+(?:"(?P<title>[^"\n]*)"|'(?P<title2>[^'\n]*)'|“(?P<title3>[^”\n]*)”))?\s*\)|\[[^\[\]\n]*\])(?:{_ATTRIBUTES})?)
    |(?P<mark>\[\^[^\]\s]+\])
    |(?P<link>\[(?P<words>[^\[\]\n]+)\](?:{_TARGET}|[ ]?\[[^\[\]\n]*\])(?:{_ATTRIBUTES})?)
    |(?P<target>\]{_TARGET})
    |(?P<attributes>{_ATTRIBUTES})
    |(?P<tag></?[A-Za-z][^<>]*>|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>)
    |(?P<escape>\\[!-/:-@\[-`{{-~])
    |(?P<entity>&(?:\#\d+|\#x[0-9a-f]+|[a-z][a-z0-9]*);)
    |(?P<address>(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://|www\.|mailto:){_PLAIN_ADDRESS}+|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
    |(?P<value>(?<![\w-])[\w-]+=(?:"[^"\n]*"|'[^'\n]*'))
    |(?P<sign>\x00+|\*+|~~|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9]))""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL | re.ASCII,
)
_HIDDEN = ("mark", "target", "attributes", "sign")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNREAD = re.compile(r"<(script|style|pre|code|kbd|samp|rt|rp|textarea)\b.*?(?:</\1>|\Z)", re.IGNORECASE | re.DOTALL)
_WIDE_END = re.compile(f"[{HAN}\u3001-\u303f\uff00-\uffef”’]\\Z")
_WIDE_START = re.compile(f"[{HAN}\u3001-\u303f\uff00-\uffef“‘]")


def unread_of(text: str, read: str) -> str:
    """`read`, which is `text` with its code blanked, with that code and unread elements of HTML as OPAQUE.

    Comments are BLANKED.
    """
    if read is not text:
        read = "".join(a if a == b else OPAQUE for a, b in zip(text, read, strict=True))
    if "<" not in read:
        return read
    read = _COMMENT.sub(lambda found: re.sub(r"[^\n]", BLANKED, found[0]), read)
    return _UNREAD.sub(lambda found: re.sub(r"[^\n]", OPAQUE, found[0]), read)


def read_spans(text: str, spans: Iterable[Span], *, running: bool = False) -> Iterator[Passage]:
    """The passages in some lines that belong together: their words, then those of the pictures among them.

    A line break between Han characters is nothing, as on the page; any other is a space.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    pictures: list[Span] = []
    length = 0
    for start, end in spans:
        first = True
        for at, part in _line(text, start, end, pictures):
            if first and parts:
                joined = _WIDE_END.search(parts[-1]) and _WIDE_START.match(part)
                if not joined:
                    pieces.append((length, max(at - 1, 0)))
                    parts.append(" ")
                    length += 1
            first = False
            pieces.append((length, at))
            parts.append(part)
            length += len(part)
    read = "".join(parts)
    if read.strip(f" {OPAQUE}"):
        yield Passage(read, tuple(pieces), running)
    for start, end in pictures:
        if text[start:end].strip():
            yield Passage(text[start:end], ((0, start),))


def _line(text: str, start: int, end: int, pictures: list[Span]) -> Iterator[tuple[int, str]]:
    """(where, what) of each stretch that is read between `start` and `end`."""
    if not _MARKED.search(text, start, end):
        if start < end:
            yield start, text[start:end]
        return
    at = start
    for token in _TOKEN.finditer(text, start, end):
        if token.start() > at:
            yield at, text[at : token.start()]
        at = token.end()
        kind = str(token.lastgroup)
        if token["link"] is not None:
            yield from _line(text, *token.span("words"), pictures)
        elif token["picture"] is not None:
            pictures += [token.span(name) for name in ("alt", "title", "title2", "title3") if token[name]]
            yield token.start(), OPAQUE
        elif kind not in _HIDDEN:
            yield token.start(), OPAQUE
    rest = text[at:end].rstrip(" ") if at else text[at:end]
    if rest:
        yield at, rest
