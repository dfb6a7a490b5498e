"""署名: who made a story, as printed and as people with roles.

`grammar` reads a byline's text, `chinese` and `english` are its two grammars over the tables in `roles`, `names`,
`words` and `marks`; `printed` sets a front matter list as a byline; `body` finds the bylines that sit in the copy,
`opening` gives the copy without them.
"""

from broadsheet.reading.byline.body import FoundByline, dateline_of, find_bylines, is_contact, may_hold_byline
from broadsheet.reading.byline.credits import is_picture_credit
from broadsheet.reading.byline.grammar import parse_byline
from broadsheet.reading.byline.names import is_surely_name
from broadsheet.reading.byline.opening import copy_of
from broadsheet.reading.byline.printed import byline_of

__all__ = [
    "FoundByline",
    "byline_of",
    "copy_of",
    "dateline_of",
    "find_bylines",
    "is_contact",
    "is_picture_credit",
    "is_surely_name",
    "may_hold_byline",
    "parse_byline",
]
