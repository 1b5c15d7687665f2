"""Plain values: terms by their English key, dates as ISO, money as a number."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

import pytest
from attrs import frozen

from xinfang_core.codec.plain import plain
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.vocabulary import Absent, Grade, Level, ReplyKind, Role, Settled


@frozen
class Lack:
    """An outcome as a rule may define its own."""

    level: Level
    lacking: tuple[Role, ...] = ()
    until: date | None = None
    _found: int = 3


class Pair(NamedTuple):
    """The same as a named tuple."""

    role: Role
    day: date


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (ReplyKind.urgent, "urgent"),
        (Absent.none, "none"),
        (date(2025, 9, 30), "2025-09-30"),
        (datetime(2025, 9, 30, 8, 5), "2025-09-30T08:05:00"),  # noqa: DTZ001
        (Decimal(20), 20),
        (Decimal("10.50"), 10.5),
        (WorkingDays(5), {"count": 5, "unit": "working_day"}),
        (CalendarDays(15), {"count": 15, "unit": "calendar_day"}),
        (Months(1), {"count": 1, "unit": "month"}),
        ((Settled.yes, (Grade.unrated, 3)), ["yes", ["unrated", 3]]),
        ({Role.agent: Decimal(3)}, {"agent": 3}),
        (SameDay(), {"count": 1, "unit": "same_day"}),
        (
            Lack(Level.town, (Role.agent,)),
            {"level": "town", "lacking": ["agent"], "until": None},
        ),
        (Pair(Role.agent, date(2025, 1, 2)), {"role": "agent", "day": "2025-01-02"}),
        ((Pair(Role.agent, date(2025, 1, 2)),), [{"role": "agent", "day": "2025-01-02"}]),
        ("文字", "文字"),
        (3, 3),
        (True, True),
        (None, None),
    ],
)
def test_a_value(value: object, shown: object) -> None:
    """Nothing but JSON is left, and nothing else changes."""
    assert plain(value) == shown
    assert type(plain(value)) is type(shown)
