"""HTML, as it was copied from a site, to lines: headings, bold, links, pictures with their captions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from broadsheet.reading.importing.lines import Copy, Line, Run, line_of, sized

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
    )
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "head"))
_OUTSIDE = frozenset(("nav", "footer", "form", "button", "select"))
_BYLINE = re.compile(r"(?:^|[-_ ])(?:byline|author|writer|reporter|zuozhe)(?:$|[-_ ])", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[-_ ])(?:caption|credit|wp-caption-text|tushuo|tuzhu)(?:$|[-_ ])", re.IGNORECASE)
_DECK = {
    "kicker": re.compile(r"(?:^|[-_ ])(?:kicker|eyebrow|overline|intro-?title|yinti)(?:$|[-_ ])", re.IGNORECASE),
    "subtitle": re.compile(
        r"(?:^|[-_ ])(?:sub-?(?:title|head(?:line|ing)?)?|deck|dek|standfirst|futi)(?:$|[-_ ])", re.IGNORECASE
    ),
    "title": re.compile(r"(?:^|[-_ ])(?:(?:main-?)?title|headline|biaoti|zhuti)(?:$|[-_ ])", re.IGNORECASE),
}
_FOUNDER = {
    "founder-introtitle": "kicker",
    "founder-title": "title",
    "founder-subtitle": "subtitle",
    "founder-author": "byline",
}
"""What the digital editions of most Chinese dailies, of one maker, have for the parts of a story."""
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(px|pt|em|rem|%)", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_USUAL = 16.0
"""Pixels of a browser's type, where nothing says."""
_FONT = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SAFE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def web_copy(text: str) -> Copy:
    """The lines of an HTML text; with a `main` or one `article` in it, what stands outside of these is no copy."""
    soup = BeautifulSoup(text, "lxml")
    lines = _Lines()
    if soup.title:
        lines.outside = True
        lines.walk(soup.title)
        lines.end()
    articles = soup.find_all("article")
    lines.inside = soup.find("main") or (articles[0] if len(articles) == 1 else None)
    lines.outside = lines.inside is not None
    lines.walk(soup.body or soup)
    lines.end()
    return Copy(sized(lines.copy, _USUAL), lines.changed, tuple(lines.rest))


@dataclass(slots=True)
class _Lines:
    """Takes lines down as the tree is walked; what stands in `runs` is the line that is being set."""

    copy: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    changed: Counter[str] = field(default_factory=Counter)
    runs: list[Run] = field(default_factory=list)
    above: list[Tag] = field(default_factory=list)
    inside: Tag | None = None
    outside: bool = False
    sizes: Counter[float] = field(default_factory=Counter)
    broken: bool = False

    def walk(self, tag: Tag) -> None:
        """Take down all that is in a tag."""
        self.above.append(tag)
        for child in tag.children:
            if isinstance(child, Tag):
                self._tag(child)
            elif isinstance(child, NavigableString) and not isinstance(child, Comment | PreformattedString):
                self.sizes[self._size()] += len(child.strip())
                self.runs.append(
                    Run(str(child), self._is_within("b", "strong"), self._is_within("i", "em"), self._link())
                )
        self.above.pop()

    def _tag(self, tag: Tag) -> None:
        if tag.name in _UNSEEN:
            return
        before = self.outside
        if tag is self.inside:
            self.end()
            self.outside = False
        if tag.name in _OUTSIDE:
            self.end()
            self.outside = True
        if tag.name == "br":
            self.end()
            self.broken = True
        elif tag.name == "img":
            self._picture(tag)
        elif tag.name in _BLOCKS and not (tag.name in {"td", "th"} and self._is_within("tr")):
            self.end()
            self.broken = False
            self.walk(tag)
            self.above.append(tag)
            self.end()
            self.above.pop()
        else:
            # Cells of a row stand on one line, apart.
            self.runs.append(Run(" "))
            self.walk(tag) if tag.name in {"td", "th"} else self._inline(tag)
        if self.outside != before:
            self.end()
            self.outside = before

    def _inline(self, tag: Tag) -> None:
        self.runs.pop()
        self.walk(tag)

    def end(self) -> None:
        """End the line that is being set."""
        runs, self.runs = self.runs, []
        sizes, self.sizes = self.sizes, Counter()
        words = [run for run in runs if run.text.strip()]
        line = line_of(runs, self.changed, self._setting(bold=bool(words) and all(run.strong for run in words)))
        if line.text:
            line = replace(line, size=sizes.most_common(1)[0][0])
            self.broken = False
            (self.rest if self.outside else self.copy).append(line)

    def _setting(self, *, bold: bool) -> Line:
        """The line's setting, but for its words."""
        heading = next((tag for tag in reversed(self.above) if re.fullmatch("h[1-6]", tag.name)), None)
        names = " ".join(" ".join(tag.get_attribute_list("class")) for tag in self.above[-2:] if tag.has_attr("class"))
        style = " ".join(str(tag.get("style", "")) for tag in self.above[-2:])
        centred = (
            bool(_CENTRED.search(style))
            or self._is_within("center")
            or any(t.get("align") == "center" for t in self.above[-2:])
        )
        role = ""
        if self._is_within("figcaption") or _CAPTION.search(names):
            role = "caption"
        elif _BYLINE.search(names) and sum(len(run.text) for run in self.runs) < 80:
            role = "byline"
        elif self._is_within("li"):
            role = "item"
        elif self._is_row():
            role = "row"
        elif sum(len(run.text) for run in self.runs) < 80:
            role = self._deck_role(names)
        return Line(
            "",
            len(self.copy) + len(self.rest) + 1,
            blank=0 if self.broken else 1,
            level=int(heading.name[1]) if heading else 0,
            bold=(bold or bool(_BOLD.search(style))) and not heading,
            centred=centred,
            role=role,
        )

    def _deck_role(self, names: str) -> str:
        """The part of a headline that markup calls the line, or its byline."""
        made = next((_FOUNDER[tag.name] for tag in self.above if tag.name in _FOUNDER), "")
        return made or next((role for role, called in _DECK.items() if called.search(names)), "")

    def _is_row(self) -> bool:
        """Whether the line is the row of a table, and not of one that only sets the page."""
        row = next((tag for tag in reversed(self.above) if tag.name == "tr"), None)
        return (
            row is not None
            and sum(bool(cell.get_text(strip=True)) for cell in row.find_all(["td", "th"], recursive=False)) > 1
        )

    def _size(self) -> float:
        """The type's size in pixels, where a tag above says it."""
        for tag in reversed(self.above):
            if found := _SIZE.search(str(tag.get("style", ""))):
                return float(found[1]) * _PIXELS[found[2].lower()]
            if tag.name == "font" and (size := _FONT.get(str(tag.get("size", "")))):
                return size
        return 0.0

    def _picture(self, tag: Tag) -> None:
        self.end()
        source = str(tag.get("src") or tag.get("data-src") or "")
        name = "" if source.startswith("data:") else re.split(r"[?#]", source)[0].rstrip("/").rpartition("/")[2]
        number = len(self.copy) + len(self.rest) + 1
        line = Line("", number, blank=1, picture=name or f"picture-{number}", alt=str(tag.get("alt") or ""))
        if not self.outside:
            self.copy.append(line)

    def _is_within(self, *names: str) -> bool:
        return any(tag.name in names for tag in self.above)

    def _link(self) -> str:
        """The address that the words lead to, if it means anything elsewhere."""
        link = next((str(tag.get("href", "")) for tag in reversed(self.above) if tag.name == "a"), "")
        return link.strip() if _SAFE.match(link.strip()) else ""


def visible_text(text: str) -> str:
    """All that a reader of the HTML could see, title included, in order."""
    soup = BeautifulSoup(text, "lxml")
    title = soup.title.get_text() if soup.title else ""
    return title + "".join(_seen(soup.body or soup))


def _seen(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, Tag) and child.name not in _UNSEEN:
            yield from _seen(child)
        elif isinstance(child, NavigableString) and not isinstance(child, Comment | PreformattedString):
            yield str(child)
