"""The content model of HTML, mended where an editor's own tags break it; the words stay."""

from __future__ import annotations

from broadsheet.reading.markdown.element import BLOCKS, HEADINGS, Element

_PHRASING = HEADINGS | {"p", "summary", "pre"}
_ITEMS = {"ul": frozenset({"li"}), "ol": frozenset({"li"}), "dl": frozenset({"dt", "dd", "div"})}
# An element that means something only inside another: (where, what it is elsewhere).
_AT_HOME = {
    "li": (frozenset({"ul", "ol"}), "div"),
    "dt": (frozenset({"dl", "div"}), "div"),
    "dd": (frozenset({"dl", "div"}), "div"),
    "rt": (frozenset({"ruby"}), "span"),
    "rp": (frozenset({"ruby"}), "span"),
    "summary": (frozenset({"details"}), "div"),
    "figcaption": (frozenset({"figure"}), "div"),
}


def mend_structure(root: Element) -> bool:
    """Make the tree one that an HTML checker accepts inside an article.

    Blocks leave inline elements and headings (the outer element goes, or the inner one); items stand in lists, and
    lists hold items; what lacks the part that makes it (`ruby` with no reading, `time` with no date) is a `span`.
    Text that stands in no block becomes a paragraph. Tells whether there are blocks below `root`.
    """
    holds_blocks = False
    children: list[Element | str] = []
    for child in root.children:
        if isinstance(child, str):
            children.append(child)
            continue
        blocks_below = mend_structure(child)
        home = _AT_HOME.get(child.tag)
        if home is not None and root.tag not in home[0]:
            child.tag = home[1]
        inline_around_block = child.tag not in BLOCKS and blocks_below
        holds_blocks = holds_blocks or blocks_below or child.tag in BLOCKS
        block_in_phrasing = child.tag in BLOCKS and (root.tag in _PHRASING)
        if inline_around_block or block_in_phrasing:
            children += child.children
        else:
            children.append(_complete(child))
    root.children = _as_paragraphs(children) if root.tag == "body" else _as_items(root.tag, children)
    return holds_blocks


def _complete(element: Element) -> Element:
    below = {child.tag for child in element.children if isinstance(child, Element)}
    bare_time = element.tag == "time" and "datetime" not in element.attributes
    if bare_time or (element.tag == "ruby" and "rt" not in below):
        element.tag = "span"
    if element.tag == "details" and not (element.children and _first_tag(element) == "summary"):
        element.tag = "div"
    if element.tag == "dl" and _first_tag(element) not in ("dt", "div"):
        element.tag = "div"
        for item in element.children:
            if isinstance(item, Element):
                item.tag = "div"
    return element


def _first_tag(element: Element) -> str:
    return next((child.tag for child in element.children if isinstance(child, Element)), "")


def _as_paragraphs(children: list[Element | str]) -> list[Element | str]:
    """Give the children of the body, those that are no blocks in paragraphs."""
    blocks: list[Element | str] = []
    loose: list[Element | str] = []
    for child in [*children, Element("hr")]:
        if isinstance(child, str) or child.tag not in BLOCKS:
            loose.append(child)
            continue
        if any(isinstance(node, Element) or node.strip() for node in loose):
            blocks.append(Element("p", {}, loose))
        loose = []
        blocks.append(child)
    return blocks[:-1]


def _as_items(tag: str, children: list[Element | str]) -> list[Element | str]:
    """Give the children of a list, each as an item."""
    allowed = _ITEMS.get(tag)
    if allowed is None:
        return children
    wrapper = "dd" if tag == "dl" else "li"
    items: list[Element | str] = []
    for child in children:
        if isinstance(child, Element):
            items.append(child if child.tag in allowed else Element(wrapper, {}, [child]))
        elif child.strip():
            items.append(Element(wrapper, {}, [child]))
    return items
