"""Boxes: an editor's note (编者按), whom to write to, a quotation set apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadsheet.model.diagnostic import Diagnostic
from broadsheet.model.spelling import most_like
from broadsheet.reading.markdown.element import Element
from broadsheet.reading.markdown.sites import outside_code

if TYPE_CHECKING:
    from broadsheet.reading.markdown.fragments import Fragments
    from broadsheet.reading.markdown.typed import Typed

KINDS: dict[str, tuple[str, ...]] = {
    "note": (
        "编者按", "编者的话", "编后", "编后语", "编辑手记", "记者手记", "采访手记", "编者注",
        "編者按", "編者的話", "編後", "編後語", "編輯手記", "記者手記", "採訪手記", "編者註",
        "Editor's note", "Editors' note", "Editor’s note", "Editors’ note",
        "Reporter's notebook", "Reporter’s notebook",
    ),
    "contact": ("联系方式", "联系我们", "聯絡方式", "聯絡我們", "Contact us"),
    "quote": ("金句", "名言"),
    "background": ("新闻链接", "新闻背景", "相关链接", "新聞背景", "相關連結", "Background"),
}  # fmt: skip
"""The kinds of box, `!!! kind "title"`, and the labels by which a paragraph is one by itself (kind `note` only)
or by which a box may be called (`!!! 编者按`)."""

_BY_LABEL = {label.lower(): kind for kind, labels in KINDS.items() for label in labels}
_LABELS = "|".join(sorted(map(re.escape, KINDS["note"]), key=len, reverse=True))
_LABEL = re.compile(rf"\s*(?:【(?:{_LABELS})】|\[(?:{_LABELS})\]|(?:{_LABELS})(?:\s*[：:]|[ \u3000]))", re.IGNORECASE)
# Most paragraphs are none by their first character.
_LABEL_BEGINS = frozenset("【[").union(*({label[0].lower(), label[0].upper()} for label in KINDS["note"]))
BOX_NAMES = "|".join([r"[A-Za-z][\w-]*", *(re.escape(label) for label in _BY_LABEL if not label.isascii())])
"""A pattern for what may stand behind `!!!`."""
_OPENING = re.compile(rf"^[ >\t]*!!![ ]?({BOX_NAMES})(?=[ ]|$)", re.MULTILINE)


def box_kind(name: str) -> str | None:
    """Give the kind of box that a kind or a label names; None if there is none."""
    return name.lower() if name.lower() in KINDS else _BY_LABEL.get(name.lower())


def begins_box(paragraph: str) -> bool:
    """Whether a paragraph of plain text, with no space before it, is a box by its first words."""
    return paragraph[:1] in _LABEL_BEGINS and _LABEL.match(paragraph) is not None


def report_boxes(typed: Typed) -> list[Diagnostic]:
    """Say which boxes are of no known kind."""
    diagnostics: list[Diagnostic] = []
    if "!!!" not in typed.text:
        return diagnostics
    for match in _OPENING.finditer(outside_code(typed.text)):
        if box_kind(match[1]) is None:
            place = typed.place(match.start(1), len(match[1]))
            near = most_like(match[1].lower(), KINDS, 0.5)
            hint = f'did you mean "{near}"?' if near else f"a box is one of {', '.join(KINDS)}"
            message = f'no kind of box "{match[1]}"'
            diagnostics.append(Diagnostic("unknown-box", message, place, hint, typed.excerpt(place)))
    return diagnostics


def set_boxes(root: Element, fragments: Fragments) -> None:
    """Turn boxes into asides named by their titles, and a paragraph that begins `编者按：` into a note.

    The role `note` keeps an aside from being a landmark, of which a page should have few.
    """
    for element in root.walk():
        if element.tag == "div" and "box" in element.classes:
            element.tag = "aside"
            element.attributes["role"] = "note"
            titles = [
                child for child in element.children if isinstance(child, Element) and "box-title" in child.classes
            ]
            _name(element, titles[:1], fragments)
    for index, child in enumerate(root.children):
        if isinstance(child, Element) and child.tag == "p":
            label = _split_label(child)
            if label is not None:
                box = Element("aside", {"class": "box box-note", "role": "note"}, [child])
                _name(box, [label], fragments)
                root.children[index] = box


def _name(box: Element, labels: list[Element], fragments: Fragments) -> None:
    for label in labels:
        if "id" not in label.attributes:
            label.attributes["id"] = fragments.give("box")
        box.attributes["aria-labelledby"] = label.attributes["id"]


def _split_label(paragraph: Element) -> Element | None:
    """Set the label that a paragraph begins with in a `strong` of its own; None if there is none."""
    first = paragraph.children[0]
    if isinstance(first, Element):
        # A label that the editor has set in bold: `**编者按：**…`, or `**编者按**：…`.
        after = paragraph.children[1] if len(paragraph.children) > 1 else ""
        words = first.text() + (after[:1] if isinstance(after, str) else "")
        match = _LABEL.match(words) if first.tag in ("strong", "b") else None
        if match is None or match.end() < len(first.text()):
            return None
        first.attributes["class"] = "box-label"
        return first
    match = _LABEL.match(first)
    if match is None:
        return None
    label = Element("strong", {"class": "box-label"}, [match[0]])
    paragraph.children[:1] = [label, first[match.end() :]]
    return label
