"""署名: who made a story, as printed and as people with roles.

`grammar` reads a byline's text, `chinese` and `english` are its two grammars over the tables in `roles` and
`names`; `printed` sets a front matter list as a byline; `body` finds the byline that sits in the copy.
"""

from broadsheet.reading.byline.body import FoundByline, dateline_of, find_byline
from broadsheet.reading.byline.credits import is_picture_credit
from broadsheet.reading.byline.grammar import parse_byline
from broadsheet.reading.byline.printed import byline_of

__all__ = [
    "FoundByline",
    "byline_of",
    "dateline_of",
    "find_byline",
    "is_picture_credit",
    "parse_byline",
]
