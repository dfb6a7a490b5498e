"""Times by the clock on the wall, on nights when it is put forward or back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from broadsheet.model.moment import in_zone, midnight


@pytest.mark.parametrize(
    ("zone", "typed", "meant"),
    [
        ("Asia/Shanghai", "2025-04-16T05:30", "2025-04-15T21:30"),
        ("Asia/Shanghai", "2025-04-16T05:30Z", "2025-04-16T05:30"),
        ("Asia/Shanghai", "2025-04-16T05:30-04:00", "2025-04-16T09:30"),
        ("Asia/Kolkata", "2025-04-16T05:30", "2025-04-16T00:00"),
        # The clock goes from 02:00 to 03:00: there is no 02:30, and half an hour behind two it is 03:30.
        ("Europe/Berlin", "2025-03-30T01:59", "2025-03-30T00:59"),
        ("Europe/Berlin", "2025-03-30T02:00", "2025-03-30T01:00"),
        ("Europe/Berlin", "2025-03-30T02:30", "2025-03-30T01:30"),
        ("Europe/Berlin", "2025-03-30T03:00", "2025-03-30T01:00"),
        # It goes from 03:00 back to 02:00: of two times that are 02:30 it is the second.
        ("Europe/Berlin", "2025-10-26T01:59", "2025-10-25T23:59"),
        ("Europe/Berlin", "2025-10-26T02:30", "2025-10-26T01:30"),
        ("Europe/Berlin", "2025-10-26T03:00", "2025-10-26T02:00"),
        # A zone that has left out a whole day.
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00"),
    ],
)
def test_a_time_that_is_typed_is_never_too_early(zone: str, typed: str, meant: str) -> None:
    found = in_zone(datetime.fromisoformat(typed), zone)
    assert found.astimezone(UTC) == datetime.fromisoformat(f"{meant}+00:00")
    assert found.replace(tzinfo=None) == datetime.fromisoformat(typed).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("Asia/Shanghai", "2025-04-16", "2025-04-15T16:00"),
        # Days without a midnight begin at one o'clock.
        ("Africa/Cairo", "2025-04-25", "2025-04-24T22:00"),
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00"),
        # A day with two begins at the first.
        ("America/Havana", "2025-11-02", "2025-11-02T04:00"),
    ],
)
def test_a_day_begins_when_it_begins(zone: str, day: str, begins: str) -> None:
    assert midnight(date.fromisoformat(day), zone).astimezone(UTC) == datetime.fromisoformat(f"{begins}+00:00")


def test_moments_of_a_night_with_two_hours_alike_are_in_their_order() -> None:
    """Python compares times of one zone by their figures, which says the opposite."""
    first = in_zone(datetime.fromisoformat("2025-10-26T02:45+02:00"), "Europe/Berlin")
    second = in_zone(datetime.fromisoformat("2025-10-26T02:15"), "Europe/Berlin")
    assert first < second
