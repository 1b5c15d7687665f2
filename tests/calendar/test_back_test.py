"""Would the bounds have held? Each year of 2014 to 2026 as known before its notice was out."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from calendar_strategies import DAY
from xinfang_core.calendar import (
    Suspension,
    WorkCalendar,
    count_days,
    earlier_of,
    last_day,
    mainland_calendar,
    time_left,
)
from xinfang_core.calendar.bounds import (
    ALLOWANCE,
    CAUTION,
    STANDSTILL_ALLOWANCE,
    STANDSTILL_CAUTION,
)
from xinfang_core.periods import CalendarDays, Months, Period, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from xinfang_core.calendar import LastDay

FULL = mainland_calendar()
YEARS = range(2014, 2027)
LIMITS: tuple[tuple[Period, ...], ...] = (
    *((WorkingDays(count),) for count in (1, 2, 5, 15, 30, 60)),
    *((CalendarDays(count),) for count in (15, 30, 45, 60, 75, 90)),
    *((Months(count),) for count in (1, 2, 3)),
    # The limits of the 条例 and of an office, extended.
    (WorkingDays(30), WorkingDays(30)),
    (CalendarDays(60), CalendarDays(30)),
)

BLIND_DAYS = 60
BEGINS = (1, 10, 30, 45, 60, 90)
"""Days after the start on which a suspension begins: before the horizon, about it, past it."""

LENGTHS = (1, 7, 15, 30, 60, 90)
"""Days for which the clock stands still."""


class Blind(NamedTuple):
    """A start in a blind window: what was known of the calendar on the eve of the notice."""

    known: WorkCalendar
    start: date


class Answer(NamedTuple):
    """What was answered in a blind window, and the last day that came."""

    start: date
    suspensions: tuple[Suspension, ...]
    answered: LastDay
    came: date


def named(limit: Iterable[Period]) -> str:
    """A limit as the name of a test."""
    return "+".join(period.text("en") for period in limit)


@cache
def windows(step: int) -> tuple[Blind, ...]:
    """Every ``step``-th start of the sixty days before each yearly notice."""
    found = []
    for notice in FULL.notices:
        if notice.amends or notice.issued is None or notice.year not in YEARS:
            continue
        known = FULL.known_on(notice.issued - DAY)
        found += [
            Blind(known, notice.issued - back * DAY) for back in range(0, BLIND_DAYS + 1, step)
        ]
    return tuple(found)


def asked(
    blind: Blind, limit: tuple[Period, ...], suspensions: tuple[Suspension, ...] = ()
) -> Answer:
    """What was answered then, and what came."""
    answered = last_day(blind.known, blind.start, *limit, suspensions=suspensions)
    came = last_day(FULL, blind.start, *limit, suspensions=suspensions)
    assert answered is not None
    assert came is not None
    return Answer(blind.start, suspensions, answered, came.due)


@cache
def blind_answers(limit: tuple[Period, ...]) -> list[Answer]:
    """What was answered for ``limit`` in every blind window."""
    return [asked(blind, limit) for blind in windows(1)]


@cache
def suspended_answers(limit: tuple[Period, ...]) -> list[Answer]:
    """The same for clocks that stood still once; those that stayed settled are left out."""
    answers = []
    for blind, begin, length in product(windows(3), BEGINS, LENGTHS):
        since = blind.start + begin * DAY
        answer = asked(blind, limit, (Suspension(since, since + length * DAY),))
        if answer.answered.certainty is Certainty.provisional:
            answers.append(answer)
        else:
            assert answer.answered.due == answer.came
    return answers


def outside(answers: Iterable[Answer]) -> list[Answer]:
    """The answers whose bounds did not hold."""
    return [one for one in answers if not one.answered.earliest <= one.came <= one.answered.latest]


def widths(answers: Iterable[Answer]) -> list[int]:
    """Calendar days between the bounds of the provisional answers."""
    return [
        (answered.latest - answered.earliest).days
        for _, _, answered, _ in answers
        if answered.certainty is Certainty.provisional
    ]


def told(what: str, days: list[int]) -> None:
    """Print how wide the answers are."""
    mean = sum(days) / max(len(days), 1)
    print(f"{what}: {len(days)} provisional, {mean:.1f} mean, {max(days, default=0)} at most")  # noqa: T201


class TestBounds:
    """While a notice is awaited: earliest was never late, latest never early."""

    @pytest.mark.parametrize("limit", LIMITS, ids=named)
    def test_the_day_that_came_lay_between(self, limit: tuple[Period, ...]) -> None:
        assert outside(blind_answers(limit)) == []

    def test_are_narrow_enough_to_plan_by(self) -> None:
        greatest = 0
        for limit in LIMITS:
            days = widths(blind_answers(limit))
            told(named(limit), days)
            greatest = max(greatest, *days, 0)
            most = 10 if isinstance(limit[0], WorkingDays) else 5
            assert sum(days) <= most * len(days)
        assert greatest == 14

    def test_short_periods_were_never_in_doubt(self) -> None:
        for count in (1, 2, 5):
            assert widths(blind_answers((WorkingDays(count),))) == []

    def test_the_earlier_of_two_lay_between_too(self) -> None:
        for one, two in combinations(LIMITS, 2):
            for first, second in zip(blind_answers(one), blind_answers(two), strict=True):
                found = earlier_of(first.answered, second.answered)
                assert found is not None
                assert found.earliest <= min(first.came, second.came) <= found.latest


class TestSuspended:
    """The same for a clock that stood still once: before, across and past the horizon."""

    @pytest.mark.parametrize("limit", LIMITS, ids=named)
    def test_the_day_that_came_lay_between(self, limit: tuple[Period, ...]) -> None:
        assert outside(suspended_answers(limit)) == []

    def test_are_no_wider_than_the_standstill_makes_them(self) -> None:
        for limit in LIMITS:
            days = widths(suspended_answers(limit))
            told(f"{named(limit)}, suspended", days)
            mean, most = (18, 110) if isinstance(limit[0], WorkingDays) else (5, 11)
            assert sum(days) <= mean * len(days)
            assert max(days) <= most

    def test_stand_on_all_sides_of_the_horizon(self) -> None:
        sides: dict[str, int] = defaultdict(int)
        for blind, begin, length in product(windows(3), BEGINS, LENGTHS):
            since = blind.start + begin * DAY
            until, horizon = since + length * DAY, blind.known.settled_through
            sides["before" if until <= horizon else "past" if since > horizon else "across"] += 1
        assert min(sides["before"], sides["across"], sides["past"]) > 500


class TestCounts:
    """Days counted past the horizon, in blind windows."""

    @staticmethod
    def _counted() -> Iterator[tuple[int, int, int]]:
        """Least, number that came and most, of provisional counts of up to half a year."""
        for (known, start), days in product(windows(6), range(1, 181)):
            found = count_days(known, start, start + days * DAY)
            came = FULL.find_between(start, start + days * DAY)
            assert found is not None
            assert came is not None
            if found.certainty is Certainty.provisional:
                yield found.least, came, found.most
            else:
                assert found.working_days == found.least == found.most == came

    def test_the_number_that_came_lay_between(self) -> None:
        found = list(self._counted())
        assert [one for one in found if not one[0] <= one[1] <= one[2]] == []
        told("working days counted", [most - least for least, _, most in found])
        assert max(most - least for least, _, most in found) <= 13

    def test_the_time_left_lay_between(self) -> None:
        for limit in LIMITS:
            for (known, _), answer in zip(windows(1), blind_answers(limit), strict=True):
                found = time_left(known, answer.answered, answer.start)
                # What is left is counted to the expected day, so that is where it is compared.
                came = FULL.find_between(answer.start, answer.answered.due)
                assert found is not None
                assert came is not None
                assert found.left.least <= came <= found.left.most


class TestMargins:
    """What the margins must be: over every stretch past the horizon, however long its limit.

    The clock may stand still once, for any days. What a bound is short of then is the greatest
    sum of days that turned out otherwise, over the days on which the clock runs.
    """

    @staticmethod
    def _greatest(turned: Iterable[int]) -> tuple[int, int]:
        """The greatest sum from the first day on, whole and with one stretch left out."""
        whole = resumed = held = 0
        greatest = (0, 0)
        for turn in turned:
            held = max(held, whole)
            whole += turn
            resumed = max(resumed, held) + turn
            greatest = max(greatest[0], whole), max(greatest[1], resumed)
        return greatest

    @classmethod
    def _needed(cls) -> tuple[tuple[int, int], tuple[int, int]]:
        """Working days that earliest and latest must allow for, without and with a standstill."""
        early, late = [], []
        for known in {blind.known for blind in windows(1)}:
            horizon = known.settled_through
            through = min(horizon.replace(year=horizon.year + 1), FULL.settled_through)
            days = [horizon + number * DAY for number in range(1, (through - horizon).days + 1)]
            early.append(cls._greatest(FULL.day(day).worked - (day.weekday() < 5) for day in days))
            late.append(cls._greatest(known.day(day).worked - FULL.day(day).worked for day in days))
        return (
            (max(whole for whole, _ in early), max(skipped for _, skipped in early)),
            (max(whole for whole, _ in late), max(skipped for _, skipped in late)),
        )

    def test_the_caution_was_never_too_little(self) -> None:
        (whole, skipped), _ = self._needed()
        assert (whole, skipped) == (1, 3)
        assert whole < CAUTION
        assert skipped == CAUTION + STANDSTILL_CAUTION

    def test_the_allowance_was_needed_in_full(self) -> None:
        _, (whole, skipped) = self._needed()
        assert (whole, skipped) == (3, 5)
        assert (whole, skipped) == (ALLOWANCE, ALLOWANCE + STANDSTILL_ALLOWANCE)
