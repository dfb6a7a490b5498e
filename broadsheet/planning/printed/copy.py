"""A story as the typesetter gets it: its body as short blocks, each of runs of one style.

Everything that an article may hold is flattened to blocks that can stand in a narrow column; a paragraph knows where
it may be cut between two lines. Texts reach the typesetter as data, so nothing here is escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Final

from broadsheet.planning.printed.breaks import breaks_of

_STYLES: Final = {"strong": "b", "b": "b", "em": "i", "i": "i", "cite": "i", "code": "m", "kbd": "m", "sup": "^"}
_STYLES_BELOW: Final = {"sub": "_"}
_PARAGRAPHS: Final = frozenset({"p", "dt", "dd", "summary", "figcaption", "caption", "li", "div", "section", "details"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style: letters of `b` bold, `i` emphasis, `m` code, `^` raised, `_` lowered.

    `address` is where it leads, or "".
    """

    text: str
    style: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in a column as one: a paragraph, a crosshead, a table's row, a picture, a rule.

    `kind` is `p`, `flush` (a paragraph without indent), `head`, `item`, `quote`, `row`, `rule` or `figure`.
    `breaks` are the places of a paragraph, in bytes of its UTF-8 text, at which a column may end. `mark` stands
    before an item. `boxed` says that it is part of a box. `cells` are those of a row, `picture` the number of a
    figure among the body's.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    breaks: tuple[int, ...] = ()
    mark: str = ""
    boxed: bool = False
    cells: tuple[tuple[Run, ...], ...] = ()
    picture: int = -1

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs) or " ".join(
            "".join(run.text for run in cell) for cell in self.cells
        )


def blocks_of(html: str, dateline: str = "") -> tuple[Block, ...]:
    """The blocks of a body's sanitised HTML; a dateline (电头) runs in before the first paragraph's words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    blocks = reader.blocks
    if dateline:
        first = next((number for number, block in enumerate(blocks) if block.kind in {"p", "flush"}), None)
        line = Run(f"{dateline}\u3000" if not dateline.isascii() else f"{dateline} ", "b")
        if first is None:
            blocks.insert(0, Block("p", (line,)))
        else:
            blocks[first] = replace(blocks[first], runs=(line, *blocks[first].runs))
    return tuple(with_breaks(block) for block in blocks)


def with_breaks(block: Block) -> Block:
    """A block with the places at which it may be cut."""
    return replace(block, breaks=breaks_of("".join(run.text for run in block.runs)))


def cut(block: Block, offset: int) -> tuple[Block, Block]:
    """A paragraph cut in two at a byte of its text; the second part begins flush."""
    first: list[Run] = []
    second: list[Run] = []
    at = 0
    for run in block.runs:
        data = run.text.encode()
        here = min(max(offset - at, 0), len(data))
        for part, runs in ((data[:here], first), (data[here:], second)):
            if part:
                runs.append(replace(run, text=part.decode()))
        at += len(data)
    kind = "flush" if block.kind == "p" else block.kind
    return with_breaks(replace(block, runs=tuple(first))), with_breaks(
        replace(block, kind=kind, runs=tuple(second), mark="")
    )


class _Reader(HTMLParser):
    """Walks sanitised HTML, whose elements are few and closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._styles: list[str] = []
        self._links: list[str] = []
        self._lists: list[int] = []
        self._cells: list[tuple[Run, ...]] | None = None
        self._mark = ""
        self._kind = "p"
        self._quotes = 0
        self._boxes = 0
        self._silent = 0
        self._verbatim = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self._silent += given.get("class") == "footnote-backref"
            self._links.append(given.get("href") or "")
        elif tag in _STYLES or tag in _STYLES_BELOW:
            self._styles.append(_STYLES.get(tag) or _STYLES_BELOW[tag])
        elif tag == "br":
            self.end_block()
            self._kind = "flush"
        elif tag == "hr":
            self.end_block()
            self.blocks.append(Block("rule"))
        elif tag == "figure" and "data-picture" in given:
            self.end_block()
            self.blocks.append(Block("figure", picture=int(given["data-picture"] or 0), boxed=self._boxes > 0))
        elif tag in {"td", "th"}:
            self._take()
            self._styles += ["b"] if tag == "th" else []
        else:
            self._open(tag, given)

    def _open(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _PARAGRAPHS or tag in _HEADINGS or tag in {"tr", "pre", "ul", "ol", "blockquote", "aside", "table"}:
            self.end_block()
        if tag in _HEADINGS:
            self._kind = "head"
        elif tag == "tr":
            self._cells = []
        elif tag == "ul":
            self._lists.append(-1)
        elif tag == "ol":
            start = given.get("start") or "1"
            self._lists.append(int(start) if start.isdigit() else 1)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            self._mark = "•" if number < 0 else f"{number}."
            self._lists[-1] = number if number < 0 else number + 1
        elif tag == "dt" or given.get("class") == "box-title":
            self._styles.append("b")
            self._kind = "flush"
        else:
            self._quotes += tag == "blockquote"
            self._boxes += tag == "aside"
            if tag == "pre":
                self._verbatim = True
                self._styles.append("m")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._links.pop()
            self._silent = 0
        elif tag in _STYLES or tag in _STYLES_BELOW:
            self._styles.remove(_STYLES.get(tag) or _STYLES_BELOW[tag])
        elif tag in {"td", "th"}:
            if tag == "th":
                self._styles.remove("b")
            if self._cells is not None:
                self._cells.append(self._take())
        elif tag == "tr":
            cells, self._cells = self._cells or [], None
            if any(cells):
                self.blocks.append(Block("row", cells=tuple(cells), boxed=self._boxes > 0))
        elif tag not in {"span", "time", "small", "abbr", "ruby", "rt", "rp", "u", "s", "del", "ins", "mark", "q"}:
            self._shut(tag)

    def _shut(self, tag: str) -> None:
        self.end_block()
        if tag in {"ul", "ol"}:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes -= 1
        elif tag == "aside":
            self._boxes -= 1
        elif tag == "pre":
            self._verbatim = False
        if tag in {"dt", "pre"} or (tag == "p" and self._styles):
            # A box's title and a list's term are bold to their end.
            self._styles.clear()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._verbatim:
            for line in data.splitlines():
                self._runs.append(Run(line or " ", "m"))
                self._kind = "flush"
                self.end_block()
            return
        text = _SPACE.sub(" ", data)
        if not self._runs:
            text = text.lstrip(" ")
        if text:
            self._runs.append(Run(text, "".join(dict.fromkeys(self._styles)), self._links[-1] if self._links else ""))

    def _take(self) -> tuple[Run, ...]:
        runs, self._runs = self._runs, []
        if runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" "))
        return tuple(run for run in runs if run.text)

    def end_block(self) -> None:
        """Make a block of what was read since the last one, if that is anything."""
        runs = self._take()
        kind = self._kind
        if runs and self._cells is None:
            if kind == "p" and self._mark:
                kind = "item"
            elif kind == "p" and (self._quotes or self._lists):
                kind = "quote"
            self.blocks.append(Block(kind, runs, mark=self._mark if kind == "item" else "", boxed=self._boxes > 0))
            self._mark = ""
        if runs or self._kind == "head":
            self._kind = "p"
