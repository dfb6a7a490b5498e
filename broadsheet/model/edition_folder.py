"""Where an edition's files lie below the content folder: a folder whose path has its date, in the paper's own way.

A pattern is such a path with %Y, %m and %d for the date's parts, and %% for a per cent sign.
"""

from __future__ import annotations

import re
from datetime import date

USUAL = "%Y/%Y-%m-%d"
"""The pattern of a paper that has no edition yet."""
# A date may begin within what looks like another: 2025/2025-04-16.
_DATE = re.compile(r"(?=(?<!\d)(\d{4})([-_./年]?)(\d{2})([-_./月]?)(\d{2})(?!\d))")


def date_of(folder: str) -> date | None:
    """The date that a folder's path ends with, or has last: 2025/2025-04-16, 2025/04/16, 20250416."""
    found = _last_date(folder)
    return found[1] if found else None


def pattern_of(folder: str) -> str:
    """The pattern of a folder's path, USUAL where that has no date."""
    last = _last_date(folder)
    if last is None:
        return USUAL
    found, day = last
    before = folder[: found.start()].replace("%", "%%")
    before = before.replace(f"{day:%Y-%m}", "%Y-%m").replace(f"{day:%Y}", "%Y")
    before = re.sub(rf"(?<![\w%:-]){day:%m}(?=/)", "%m", before)
    return f"{before}%Y{found[2]}%m{found[4]}%d"


def folder_on(pattern: str, day: date) -> str:
    """The folder of a day's edition."""
    parts = {"%Y": f"{day:%Y}", "%m": f"{day:%m}", "%d": f"{day:%d}", "%%": "%"}
    return re.sub("%[Ymd%]", lambda found: parts[found[0]], pattern)


def plainest(folders: list[str]) -> str:
    """Of folders of one date, that of the edition without a label, by the looks of it."""
    return min(folders, key=lambda folder: (folder.count("/"), len(folder), folder))


def _last_date(folder: str) -> tuple[re.Match[str], date] | None:
    for found in reversed(list(_DATE.finditer(folder))):
        try:
            return found, date(int(found[1]), int(found[3]), int(found[5]))
        except ValueError:
            continue
    return None
