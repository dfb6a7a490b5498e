"""Files that look like articles or settings and have a name that nobody reads."""

from __future__ import annotations

from broadsheet.model.content_path import is_article, misspelt
from broadsheet.model.diagnostic import Diagnostic, Severity
from broadsheet.model.place import Place
from broadsheet.model.seal import is_seal
from broadsheet.model.spelling import most_like

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdx", ".md.txt")
SETTINGS = (".yaml", ".yml", ".json", ".toml", ".yaml.txt", ".yml.txt")
RECORD = "a record of what was published is named sealed-2025-04-16.json"
RENAME = "its name is not UTF-8; give it another"
FRONT_MATTER = ("---", "+++")
"""How a text begins that means to be an article."""


def may_be_article(file: str) -> bool:
    """Whether only a file's text tells if it means to be an article."""
    return file.casefold().endswith(".txt")


def check_unread(file: str, content: str, text: str = "") -> Diagnostic | None:
    """A warning for a file of the content folder `content` that is left unread by its name alone.

    `text` is how the file begins, "" where a story links to it or its name says enough.
    """
    name = file.rpartition("/")[2]
    low = name.casefold()
    best = ""
    ending = next((ending for ending in reversed(MARKDOWN) if low.endswith(ending)), "")
    if ending or (may_be_article(file) and text.lstrip("\ufeff \t\r\n").startswith(FRONT_MATTER)):
        best = f"{name[: -len(ending or '.txt')]}.md"
    ending = next((ending for ending in reversed(SETTINGS) if low.endswith(ending)), "")
    if ending and file != f"{content}/newspaper.yaml" and name != "edition.yaml":
        found = most_like(low.removesuffix(ending), ("newspaper", "edition"), 0.85)
        best = f"{found}.yaml" if found else best
    record = low.startswith("sealed") and ".json" in low and not is_seal(file)
    if is_article(file) or not (best or record or misspelt(file)):
        return None
    hint = RECORD if record else f'did you mean "{best}"?' if best else RENAME
    if best == name:
        hint = f"settings are read from {content}/newspaper.yaml only"
    return Diagnostic("unread-file", "nobody reads a file of this name", Place(file), hint, "", Severity.WARNING)
