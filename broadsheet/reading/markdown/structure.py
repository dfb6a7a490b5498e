"""The content model of HTML, mended where an editor's own tags break it; the words stay."""

from __future__ import annotations

from broadsheet.reading.markdown.element import BLOCKS, HEADINGS, Element

_PHRASING = HEADINGS | {"p", "summary", "pre"}
_LISTS = {"ul": ("li",), "ol": ("li",), "dl": ("dd", "dt")}
# An element that means something only inside others, and what it is elsewhere.
_AT_HOME = {
    "li": (("ul", "ol"), "div"),
    "dt": (("dl",), "div"),
    "dd": (("dl",), "div"),
    "rt": (("ruby",), "span"),
    "rp": (("ruby",), "span"),
    "summary": (("details",), "div"),
    "figcaption": (("figure",), "div"),
}


def mend_structure(root: Element) -> bool:
    """Make the tree one that an HTML checker accepts inside an article; tell whether there are blocks below `root`.

    Blocks leave inline elements and headings (the outer element goes, or the inner one); items stand in lists, and
    lists hold items; what lacks the part that makes it (`ruby` with no reading, `time` with no date) is a `span`.
    Text that stands in no block becomes a paragraph.
    """
    holds_blocks = False
    children: list[Element | str] = []
    for child in _without_groups(root) if root.tag == "dl" else root.children:
        if isinstance(child, str):
            children.append(child)
            continue
        blocks_below = mend_structure(child)
        homes, elsewhere = _AT_HOME.get(child.tag, ((root.tag,), ""))
        if root.tag not in homes:
            child.tag = elsewhere
        holds_blocks = holds_blocks or blocks_below or child.tag in BLOCKS
        if child.tag not in BLOCKS and blocks_below:
            children += child.children
        else:
            _complete(child)
            children.append(child)
    if root.tag == "body":
        children = _as_paragraphs(children)
    elif root.tag in _PHRASING and holds_blocks:
        children = _without_blocks(children)
    elif root.tag in _LISTS:
        children = _as_items(children, _LISTS[root.tag])
    root.children = children
    return holds_blocks


def _without_groups(terms: Element) -> list[Element | str]:
    """Give the children of a `dl`, out of the `div`s that may group them."""
    children: list[Element | str] = []
    for child in terms.children:
        children += child.children if isinstance(child, Element) and child.tag == "div" else [child]
    return children


def _complete(element: Element) -> None:
    """Make an element that lacks the part that makes it a plain one."""
    parts = [child for child in element.children if isinstance(child, Element)]
    tags = [part.tag for part in parts]
    if (element.tag == "time" and "datetime" not in element.attributes) or (element.tag == "ruby" and "rt" not in tags):
        element.tag = "span"
        for part in parts:
            part.tag = "span" if part.tag == "rp" else part.tag
    if element.tag == "details":
        summaries = [part for part in parts if part.tag == "summary"]
        for summary in summaries[1:]:
            summary.tag = "div"
        rest = [child for child in element.children if child not in summaries[:1]]
        element.children = [*summaries[:1], *rest]
        element.tag = "details" if summaries else "div"
    if element.tag == "dl" and (tags[:1] != ["dt"] or tags[-1:] != ["dd"]):
        element.tag = "div"
        for part in parts:
            part.tag = "div"


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


def _without_blocks(children: list[Element | str]) -> list[Element | str]:
    """Give running text for what may hold nothing else: the children of blocks in their places."""
    running: list[Element | str] = []
    for child in children:
        if isinstance(child, str) or child.tag not in BLOCKS:
            running.append(child)
        else:
            running += [" ", *_without_blocks(child.children), " "]
    return running


def _as_items(children: list[Element | str], items: tuple[str, ...]) -> list[Element | str]:
    """Give the children of a list, each as an item."""
    result: list[Element | str] = []
    for child in children:
        if isinstance(child, Element):
            result.append(child if child.tag in items else Element(items[0], {}, [child]))
        elif child.strip():
            result.append(Element(items[0], {}, [child]))
    return result
