"""A page of copy from elsewhere taken apart: bytes in, stories with a confidence for each decision out.

`decoding` finds a text's encoding; `plain`, `web` and `word` give its lines, cleaned by `lines`; `furniture` takes out
what belongs to the page (folio, page credits, jumps); `setting` tells how the copy was set, `cues` what speaks for a
line being what, and `reading` weighs both along the whole page; `decks` tells kicker, headline and subtitle apart;
`stories` puts the stories together, `manuscript` writes an article file and `remainder` what is left over.
"""

from broadsheet.reading.importing.decoding import NotTextError
from broadsheet.reading.importing.kinds import Read, copy_of_file
from broadsheet.reading.importing.manuscript import Filing, manuscript, pictures_of
from broadsheet.reading.importing.remainder import changes, left_over
from broadsheet.reading.importing.stories import Page, Story, page_of
from broadsheet.reading.importing.words import said, words_for

__all__ = [
    "Filing",
    "NotTextError",
    "Page",
    "Read",
    "Story",
    "changes",
    "copy_of_file",
    "left_over",
    "manuscript",
    "page_of",
    "pictures_of",
    "said",
    "words_for",
]
