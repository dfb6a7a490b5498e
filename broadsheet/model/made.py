"""When a picture was made, as the standards write it and as people do."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import takewhile

_DAYS = (
    re.compile(r"(\d{4})(?:(\d{2})(\d{2})?)?", re.ASCII),
    re.compile(r"(\d{4})[-:/.年](?:(\d{1,2})(?:[-:/.月](?:(\d{1,2})日?)?)?)?", re.ASCII),
)
_TIME = re.compile(r"(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?", re.ASCII)


def made_at(typed: str) -> str:
    """A day, with its time if it is given, as ISO 8601 has it: `2025-04-15T10:20:30+08:00`, `2025-04-15`, `2025-04`.

    Takes ISO 8601, `2025年4月15日`, EXIF's `2025:04:15 10:20:30` and IIM's `20250415 102030+0800`; gives "" for what is
    no day, and the day alone with what is no time.
    """
    day, _, time = typed.strip().replace("T", " ", 1).partition(" ")
    found = next(filter(None, (pattern.fullmatch(day) for pattern in _DAYS)), None)
    if not found:
        return ""
    # A camera without a clock writes zeros, a picture desk that knows the year alone, too.
    parts = [part.zfill(2) for part in takewhile(lambda part: part and int(part), found.groups())]
    if not parts or not _is_day("-".join((*parts, "01", "01")[:3])):
        return ""
    clock = _TIME.fullmatch(time.strip())
    iso = "-".join(parts)
    return f"{iso}T{_clock(clock)}" if clock and len(parts) == 3 and _is_time(clock) else iso


def _clock(found: re.Match[str]) -> str:
    hours, minutes, seconds, zone = found.groups()
    zone = f"{zone[:3]}:{zone[-2:]}" if zone and zone != "Z" else zone or ""
    return f"{hours}:{minutes}" + (f":{seconds}" if seconds else "") + zone


def _is_time(found: re.Match[str]) -> bool:
    return _is_day(f"2025-01-01T{_clock(found)}")


def _is_day(iso: str) -> bool:
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return True
