"""A page of copy from elsewhere taken apart: bytes in, stories with a confidence for each decision out.

`kinds` tells what a file is and `decoding` its encoding; `plain`, `web` and `word` give its lines, cleaned by `lines`.
`sighting` looks at them: `furniture` takes out what belongs to the page (folio, page credits, jumps), `mending` puts
short texts together that a narrow column broke, `setting` tells how copy was set, and `cues` what is seen of a line.
`weighing` weighs that along the whole page by the rules of `grammar`: what `line_cues` name in a line and `beside_cues`
beside its neighbours, counted along the page by `runs`, and the steps of `transitions`, each with its fitted weights.
`decks` tells kicker, headline and
subtitle apart, `captions` caption and credit. `stories` puts the stories together, `manuscript` writes an article
file, its body by `markdown`, in the `words` of its language, and `remainder` says what is left over.
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
