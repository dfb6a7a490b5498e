"""The head of an ordinary article at a glance: front matter of a few plain texts, of which nothing can be wrong.

A paper of a million articles is planned from their heads. Most begin with lines like `title: 甲` and `date: 2025-04-16`
and nothing that YAML or a field's type would look at twice: those are read here by one pattern, any other by
`read_head`, and the two never differ.
"""

from __future__ import annotations

import re
from datetime import MINYEAR, date
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.model.address import safe_slug
from broadsheet.model.content_path import stem
from broadsheet.model.edition import EditionKey
from broadsheet.model.page_number import page_number

if TYPE_CHECKING:
    from broadsheet.model.edition import EditionFile

_LETTER = "0-9A-Za-z\u4e00-\u9fff"
_PLAIN = f"[{_LETTER}](?:[{_LETTER}，。、《》？！ -]*[{_LETTER}，。、《》？！])?"
_KEYS = "title|kicker|subtitle|date|section|column|genre|page|byline|dateline|source|summary"
_LINE = re.compile(f"({_KEYS}): ({_PLAIN})\n")
_PAGE = re.compile("[A-Z]?[0-9]{1,3}")
_LONGEST_NAME = 180  # bytes, as field_types has it
_MATTER = re.compile(rb"---\n((?:[a-z]+: [^\n]+\n)+)---\n")


class Glance(NamedTuple):
    """What planning needs of an article, as its Head has it; it is no draft, and is shown as soon as its edition is."""

    edition: EditionKey
    slug: str
    section: str
    page: str


def glance(file: str, data: bytes, folder: EditionFile | None) -> Glance | None:
    """The head of the article in a file with these bytes; None where only `read_head` can say.

    `folder` is what an edition.yaml in the same folder says. What follows the front matter is not looked at.
    """
    found = _MATTER.match(data)
    try:
        matter = found[1].decode() if found else ""
    except UnicodeDecodeError:
        return None
    fields: dict[str, str] = {}
    at = 0
    for line in _LINE.finditer(matter):
        if line.start() != at or line[1] in fields:
            return None
        fields[line[1]] = line[2]
        at = line.end()
    section, page = fields.get("section", ""), fields.get("page", "")
    whole = found is not None and at == len(matter) and "title" in fields
    if not whole or len(section.encode()) > _LONGEST_NAME or (page and not _PAGE.fullmatch(page)):
        return None
    key = _edition(fields.get("date", ""), folder)
    return Glance(key, safe_slug(stem(file)), section, page_number(page)) if key else None


def _edition(typed: str, folder: EditionFile | None) -> EditionKey | None:
    if not typed:
        return folder.key if folder else None
    try:
        day = date.fromisoformat(typed) if len(typed) == 10 else None
    except ValueError:
        return None
    if day is None or day.year == MINYEAR or (folder and folder.key.date != day):
        return None
    return EditionKey(day, folder.key.label if folder else "")
