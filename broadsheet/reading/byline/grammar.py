"""One byline's text read as people: the door to both grammars."""

from __future__ import annotations

import re
from functools import lru_cache

from broadsheet.model.byline import Byline
from broadsheet.reading.byline.chinese import chinese_people
from broadsheet.reading.byline.english import english_people
from broadsheet.reading.byline.names import HAN

# Forty names with their roles; the time to read a byline may grow with the square of its length.
_LONGEST = 400
_HAN = re.compile(HAN)
# C0 and C1 controls but tab and line ends, and the invisible marks that copy and paste brings along.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


# A reporter signs many stories; so large a table holds a newspaper's staff, with all who sign together.
@lru_cache(maxsize=4096)
def parse_byline(text: str, *, running: bool = False) -> Byline:
    """Give the byline `text`, kept as printed, with the people it names in order.

    White space around the text is trimmed and control characters are dropped; nothing else changes. A person's
    span in the kept text reads as the name, white space aside: papers set a name of two characters as 苗　娜,
    the person is 苗娜. Text that no grammar reads whole has no people, nor has one of over 400 characters. With
    `running`, for text found in a story's copy, names without a role and words that are hardly names (记者 连线)
    are not taken for people.
    """
    kept = _INVISIBLE.sub("", text).strip()
    if len(kept) > _LONGEST:
        return Byline(kept)
    read = chinese_people if _HAN.search(kept) else english_people
    return Byline(kept, read(kept, running=running))
