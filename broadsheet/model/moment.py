"""Moments as editors type them: by the clock on the wall, which some nights shows a time twice or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


def in_zone(moment: datetime, zone: str) -> datetime:
    """A moment with its distance from UTC; one typed without is by the clock of a zone.

    Of a time that the clock shows twice it is the second, and of one that it leaves out as long after the change as it
    would have been: what is to come out then is never out too early. Python compares two times of one ZoneInfo by their
    figures alone, which is wrong on such nights; those with their distance are compared as they are.
    """
    if moment.tzinfo is None:
        both = (moment.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
        moment = max(both, key=lambda one: one.astimezone(UTC))
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), fold=0)


def midnight(day: date, zone: str) -> datetime:
    """The moment at which a day begins in a zone, with its distance from UTC."""
    begins = datetime.combine(day, time(), ZoneInfo(zone))
    return begins.replace(tzinfo=timezone(begins.utcoffset() or timedelta()))
