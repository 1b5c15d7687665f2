"""Would the bounds have held? Each year of 2014 to 2026 as known before its notice was out."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from xinfang_core.calendar import last_day, mainland_calendar
from xinfang_core.periods import CalendarDays, Months, Period, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import LastDay

PERIODS: tuple[Period, ...] = (
    *(WorkingDays(count) for count in (1, 2, 5, 15, 30, 60)),
    *(CalendarDays(count) for count in (15, 30, 45, 60, 75, 90)),
    *(Months(count) for count in (1, 2, 3)),
)

BLIND_DAYS = 60


@cache
def blind_answers() -> dict[Period, list[tuple[date, LastDay, date]]]:
    """For each period the starts of the blind windows, what was answered and what came."""
    full = mainland_calendar()
    answers = defaultdict(list)
    for notice in full.notices:
        if notice.amends or notice.issued is None or notice.year < 2014:
            continue
        known = full.known_on(notice.issued - timedelta(days=1))
        for back in range(BLIND_DAYS + 1):
            start = notice.issued - timedelta(days=back)
            for period in PERIODS:
                answered = last_day(known, start, period)
                came = last_day(full, start, period)
                assert answered is not None
                assert came is not None
                answers[period].append((start, answered, came.due))
    return dict(answers)


def widths() -> dict[Period, tuple[int, float, int]]:
    """Provisional answers of each period: how many, mean and greatest width in calendar days."""
    found = {}
    for period, answers in blind_answers().items():
        days = [
            (answered.latest - answered.earliest).days
            for _, answered, _ in answers
            if answered.certainty is Certainty.provisional
        ]
        found[period] = (len(days), sum(days) / max(len(days), 1), max(days, default=0))
    return found


class TestBounds:
    """While a notice is awaited: earliest was never late, latest never early."""

    @pytest.mark.parametrize("period", PERIODS, ids=str)
    def test_the_day_that_came_lay_between(self, period: Period) -> None:
        outside = [
            (start, answered, came)
            for start, answered, came in blind_answers()[period]
            if not answered.earliest <= came <= answered.latest
        ]
        assert outside == []

    def test_are_narrow_enough_to_plan_by(self) -> None:
        greatest = 0
        for period, (answers, mean, most) in widths().items():
            print(f"{period.text('en')}: {answers} provisional, {mean:.1f} mean, {most} at most")  # noqa: T201
            greatest = max(greatest, most)
            assert mean <= (10 if isinstance(period, WorkingDays) else 5)
        assert greatest == 14

    def test_short_periods_were_never_in_doubt(self) -> None:
        for count in (1, 2, 5):
            assert widths()[WorkingDays(count)][0] == 0
