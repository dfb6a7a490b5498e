"""Page numbers as newspapers print them: `5`, `001`, `A05`, `T3`."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=4096)
def page_key(number: str) -> tuple[str, int, str]:
    """What makes two page numbers the same, and puts them in order: letters, number, rest.

    `001` is `1` and `a5` is `A05`; a number without letters stands before the lettered ones.
    """
    found = re.match(r"([^\d]*)(\d*)(.*)\Z", number.strip().casefold(), re.DOTALL)
    letters, digits, rest = found.groups() if found else ("", "", "")
    return letters.strip(), int(digits or 0), rest.strip()
