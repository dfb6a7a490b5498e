"""What HTML an article may hold, and what is said of the rest.

`kept_value` is the one door for attributes: nh3 asks it for every attribute it would keep, and the report of what was
left out asks it too. Classes are the newspaper's own few: an editor's class can't break the layout. Styles, scripts,
frames, forms, SVG and everything not listed here go; the text inside an element that goes stays, but for `script` and
`style`.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import nh3

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.reading.markdown.figures import ATTRIBUTES
from broadsheet.reading.markdown.links import SCHEMES, bad_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadsheet.reading.markdown.sites import Sites
    from broadsheet.reading.markdown.typed import Typed

ELEMENTS = frozenset(
    [
        "p",
        "br",
        "em",
        "strong",
        "b",
        "i",
        "u",
        "s",
        "del",
        "ins",
        "sub",
        "sup",
        "mark",
        "small",
        "ruby",
        "rt",
        "rp",
        "abbr",
        "cite",
        "q",
        "time",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "aside",
        "section",
        "div",
        "span",
        "figure",
        "figcaption",
        "details",
        "summary",
        "code",
        "pre",
        "kbd",
    ],
)
CLASSES = frozenset(
    [
        "align-left",
        "align-center",
        "align-right",
        "box",
        "box-note",
        "box-contact",
        "box-quote",
        "box-background",
        "box-title",
        "footnote",
        "footnote-ref",
        "footnote-backref",
    ],
)
_EVERYWHERE = frozenset({"lang", "dir", "title", "id", "class"})
_PICTURE = frozenset(f"data-{name}" for name in ("picture", "src", "alt", "title", "unknown", *ATTRIBUTES))
_CELL = frozenset({"colspan", "rowspan", "align"})
_ATTRIBUTES = {element: set(_EVERYWHERE) for element in ELEMENTS}
for _element, _names in {
    "a": {"href"},
    "td": _CELL,
    "th": _CELL | {"scope"},
    "time": {"datetime"},
    "ol": {"start"},
    "span": _PICTURE,
}.items():
    _ATTRIBUTES[_element] |= _names

_VALUES = {
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "id": re.compile(r".*\S.*"),
    "colspan": re.compile(r"[1-9][0-9]{0,2}"),
    "rowspan": re.compile(r"[1-9][0-9]{0,2}"),
    "align": re.compile(r"left|center|right"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "start": re.compile(r"-?[0-9]{1,6}"),
    "datetime": re.compile(
        r"[0-9]{4}-[01][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9:]{5})?)?"
    ),
}


def kept_value(element: str, attribute: str, value: str) -> str | None:
    """Give what stays of an attribute's value; None if nothing does."""
    if attribute not in _ATTRIBUTES.get(element, ()):
        return None
    if attribute == "class":
        return " ".join(name for name in value.split() if name in CLASSES) or None
    pattern = _VALUES.get(attribute)
    return value if pattern is None or pattern.fullmatch(value) else None


# Without one of these a text has neither HTML nor attributes nor links.
_MAY_HOLD = re.compile(r"[<{\]]")

_DECLARATION = re.compile(r"<!--|<[!?]")

# Any tag but the commonest, bare.
_WORTH_A_LOOK = re.compile(r"<(?!/?(?:p|strong|em|h[1-6]|ul|ol|li|br|hr|blockquote|t[rhd]|table|thead|tbody)(?: /)?>)")

_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    attributes=_ATTRIBUTES,
    attribute_filter=kept_value,
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def sanitise(chunks: Sequence[str]) -> str:
    """Give well-formed HTML of the allow-list only; a tag left open in one chunk ends with it."""
    return "".join(_CLEANER.clean(_without_declarations(chunk)) for chunk in chunks)


def report_removed(chunks: Sequence[str], *, token: str, sites: Sites, typed: Typed) -> list[Diagnostic]:
    """Say what `sanitise` leaves out; `token` marks the pictures that Markdown made."""
    diagnostics: list[Diagnostic] = []
    if not _MAY_HOLD.search(typed.text):
        return diagnostics
    for chunk in chunks:
        if not _WORTH_A_LOOK.search(chunk):
            continue
        inspector = _Inspector(token, sites, typed)
        inspector.feed(_without_declarations(chunk))
        inspector.close()
        diagnostics += inspector.diagnostics
    return diagnostics


def _without_declarations(chunk: str) -> str:
    """Give a chunk whose `<!…>`, `<?…>` and unclosed comments are text: a reader of HTML would drop the words."""
    if "<!" not in chunk and "<?" not in chunk:
        return chunk
    last_end = chunk.rfind("-->")
    return _DECLARATION.sub(
        lambda match: match[0] if match[0] == "<!--" and match.start() < last_end else f"&lt;{match[0][1:]}",
        chunk,
    )


class _Inspector(HTMLParser):
    """Reads tags as they come and notes those that the sanitiser won't let through."""

    def __init__(self, token: str, sites: Sites, typed: Typed) -> None:
        super().__init__()
        self.diagnostics: list[Diagnostic] = []
        self._token = token
        self._sites = sites
        self._typed = typed

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self._note(
                "raw-picture",
                "a picture in HTML carries no credit",
                'write ![what it shows](picture.jpg "caption"){credit="who made it"}',
                rf"(<{tag})\b",
                Severity.ERROR,
            )
            return
        if tag not in ELEMENTS:
            self._note(
                "html-removed",
                f"<{tag}> may not stand in an article and is left out",
                "write it in Markdown",
                rf"(<{re.escape(tag)})(?![A-Za-z0-9-])",
            )
            return
        if ("data-picture", self._token) in attrs:
            return
        for name, value in attrs:
            self._look_at(tag, name, value or "")

    handle_startendtag = handle_starttag

    def _look_at(self, tag: str, name: str, value: str) -> None:
        if name == "href" and tag == "a":
            problem = bad_link(value)
            if problem is not None:
                place = self._sites.target(value)
                excerpt = self._typed.excerpt(place)
                self.diagnostics.append(Diagnostic(problem.code, problem.message, place, problem.hint, excerpt))
        elif name in _PICTURE or self._is_cut(tag, name, value):
            what = f'class "{value}"' if name == "class" else f'attribute "{name}"'
            pattern = rf"(\.{re.escape(value)}|class)" if name == "class" else rf"({re.escape(name)})\s*="
            self._note(
                "html-removed", f"{what} of <{tag}> is left out", "delete it, an article may not set it", pattern
            )

    @staticmethod
    def _is_cut(tag: str, name: str, value: str) -> bool:
        if tag == "code" and name == "class" and value.startswith("language-"):
            return False  # a fence's language, which Markdown itself wrote
        return kept_value(tag, name, value) != (" ".join(value.split()) if name == "class" else value)

    def _note(
        self,
        code: str,
        message: str,
        hint: str,
        pattern: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        place = self._sites.markup(pattern)
        self.diagnostics.append(Diagnostic(code, message, place, hint, self._typed.excerpt(place), severity))
