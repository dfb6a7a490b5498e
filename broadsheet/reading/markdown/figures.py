"""Pictures of a body: Markdown's images become figures that stand between paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor

from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.picture import Picture
from broadsheet.model.spelling import most_like
from broadsheet.reading.markdown.element import BLOCKS, Element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element as MarkdownElement

    from broadsheet.model.place import Place
    from broadsheet.reading.markdown.sites import Sites
    from broadsheet.reading.markdown.typed import Typed

ATTRIBUTES = (
    *("creator", "credit", "reason", "copyright", "license", "licensor", "acquire"),
    *("date", "location", "source_type", "position", "focus"),
)
"""What `{…}` after a picture may say."""

# Elements in which a figure may stand; anything else holds running text, and the figure follows it.
_FLOW = frozenset({"body", "li", "td", "th", "dd", "dt", "blockquote", "aside", "section", "div", "details"})


class PictureTreeprocessor(Treeprocessor):
    """Turns images into `span`s that bear `token`, which no editor can type: it is made from the whole text."""

    token = ""

    def run(self, root: MarkdownElement) -> None:
        """Keep what is known of each picture in `data-` attributes; `data-unknown` names the rest."""
        for image in root.iter("img"):
            given = dict(image.items())
            image.tag = "span"
            image.attrib.clear()
            image.set("data-picture", self.token)
            for name in ("src", "alt", "title", *ATTRIBUTES):
                image.set(f"data-{name}", str(given.pop(name, None) or ""))
            image.set("data-unknown", " ".join(given))


@dataclass(slots=True)
class _Finds:
    pictures: list[Picture] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def place_figures(
    root: Element,
    *,
    token: str,
    sites: Sites,
    typed: Typed,
) -> tuple[tuple[Picture, ...], list[Diagnostic]]:
    """Move each picture out of the running text to behind it; give the pictures in the order of their figures."""
    finds = _Finds()

    def settle(element: Element, *, linked: bool) -> list[Element]:
        """Give the figures that must leave `element`."""
        children: list[Element | str] = []
        waiting: list[Element] = []
        for child in element.children:
            if isinstance(child, str):
                children.append(child)
                continue
            if child.attributes.get("data-picture") == token:
                waiting.append(_figure(child, finds, sites, typed, linked=linked))
                continue
            for name in [name for name in child.attributes if name.startswith("data-")]:
                del child.attributes[name]
            leaving = settle(child, linked=linked or child.tag == "a")
            kept: list[Element | str] = [] if leaving and not child.text().strip() else [child]
            if element.tag in _FLOW and child.tag in BLOCKS:
                children += [*waiting, *kept, *leaving]
                waiting = []
            else:
                children += kept
                waiting += leaving
        if element.tag in _FLOW:
            children += waiting
            waiting = []
        element.children = children
        return waiting

    settle(root, linked=False)
    return tuple(finds.pictures), finds.diagnostics


def _figure(mark: Element, finds: _Finds, sites: Sites, typed: Typed, *, linked: bool) -> Element:
    words = {name.removeprefix("data-"): _word(value) for name, value in mark.attributes.items()}
    source = words["src"]
    place = sites.target(source)
    excerpt = typed.excerpt(place)
    known = {name: words[name] for name in ATTRIBUTES}
    finds.pictures.append(
        Picture(source, words["alt"], words["title"], **known, place=place, excerpt=excerpt, origins=())
    )
    for name in words["unknown"].split():
        near = most_like(name, ATTRIBUTES)
        hint = f'did you mean "{near}"?' if near else f"a picture may have {', '.join(ATTRIBUTES)}"
        where = _attribute_place(name, place, typed)
        finds.diagnostics.append(
            Diagnostic("unknown-attribute", f'no attribute "{name}" of a picture', where, hint, excerpt),
        )
    if linked:
        message = f'the link around picture "{source}" is left out'
        hint = "put the link into the caption's paragraph or the text"
        finds.diagnostics.append(Diagnostic("linked-picture", message, place, hint, excerpt, Severity.WARNING))
    return Element("figure", {"data-picture": str(len(finds.pictures) - 1)})


def _word(value: str) -> str:
    """Give an attribute's words on one line, without the quotes of a Chinese keyboard around them."""
    value = " ".join(value.split("\n")).strip()
    return value[1:-1] if value.startswith("“") and value.endswith("”") and value.count("“") == 1 else value


def _attribute_place(name: str, picture: Place, typed: Typed) -> Place:
    """Find an attribute on the line of its picture; the picture's own place if it stands elsewhere."""
    column = typed.excerpt(picture).find(name, picture.column - 1)
    return picture if column < 0 else replace(picture, column=column + 1, length=len(name))
