"""The targets of the calendar's speed, each a ratio of two calls.

``calendar_speed.py`` prints them, and ``.ci/check_speed.py`` holds every change to twice them.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dateutil.relativedelta import relativedelta
from measuring import Job, Samples, ratio
from peers import ADDERS, CHINESE_ADD, COUNTERS, NUMPY_ADD, NUMPY_COUNT, load
from workload import (
    CALENDAR,
    MIDDLE,
    OPEN_STARTS,
    SPANS,
    STARTS,
    bare_add,
    bare_count,
    invented_notice,
    pairs,
)

from xinfang_core.calendar import WorkCalendar, last_day
from xinfang_core.periods import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Container

    from xinfang_core.calendar import LastDay, Notice


class Gate(NamedTuple):
    """One target: the time of ``over`` divided by that of ``under``.

    Attributes:
        title: what is compared.
        over: the job above the line.
        under: the job below it.
        limit: the target.
        least: whether the ratio must reach the target; otherwise it must not exceed it.

    """

    title: str
    over: str
    under: str
    limit: float
    least: bool = False

    def found(self, samples: Samples) -> float:
        """The ratio as measured."""
        return ratio(samples, self.over, self.under)

    def slips(self, found: float, slack: float = 1.0) -> bool:
        """Whether ``found`` misses the target by more than the factor ``slack``."""
        return found < self.limit / slack if self.least else found > self.limit * slack

    def target(self) -> str:
        """The target as read."""
        return f"{'>=' if self.least else '<='} {self.limit:,g}"


GATES = (
    Gate("add_working_days / bare table", "add 15", "bare", 2),
    Gate("numpy busday_offset / add_working_days", NUMPY_ADD, "add 15", 20, least=True),
    Gate("chinese_calendar / add_working_days", CHINESE_ADD, "add 15", 2500, least=True),
    Gate("add_working_days: n=250 / n=1", "add 250", "add 1", 1.15),
    Gate("numpy busday_offset / last_day, settled", NUMPY_ADD, "last_day", 6, least=True),
    Gate("  the same with WorkingDays(n) made inside", NUMPY_ADD, "last_day made", 4, least=True),
    Gate("last_day, settled / bare table", "last_day", "bare", 7.4),
    Gate("last_day, provisional / bare table", "last_day open", "bare", 150),
    Gate("numpy busday_count / count_working_days", NUMPY_COUNT, "count", 30, least=True),
    Gate("count_working_days / bare count", "count", "bare count", 1.5),
    Gate("add_calendar_days / d + timedelta(n)", "add days", "timedelta", 1),
    Gate("d + relativedelta(months=n) / add_months", "relativedelta", "add months", 12, least=True),
    Gate("with_notice, a rebuild / bare table", "rebuild", "bare", 30_000),
)
"""7.4 and 1.5 say "6 x numpy" and "30 x numpy" where numpy is missing: it was measured at 44
and 45 times the bare table. 150 and 30 000 are 10 microseconds and 2 ms by a table of 67 ns."""


def _made(start: date, count: int) -> LastDay | None:
    return last_day(CALENDAR, start, WorkingDays(count))


def _plus_days(start: date, count: int) -> date:
    return start + timedelta(count)


def _plus_months(start: date, count: int) -> date:
    return start + relativedelta(months=count)


def _rebuild(notice: Notice, _unused: None) -> WorkCalendar:
    return CALENDAR.with_notice(notice)


def jobs() -> dict[str, Job]:
    """What the gates compare, in order; without what needs numpy."""
    period, middle, months = WorkingDays(MIDDLE), pairs(MIDDLE), pairs(2)
    answer, add = partial(last_day, CALENDAR), CALENDAR.add_working_days
    return {
        "bare": Job(bare_add, middle),
        "add 1": Job(add, pairs(1)),
        "add 15": Job(add, middle),
        "add 250": Job(add, pairs(250)),
        "last_day": Job(answer, [(start, period) for start in STARTS]),
        "last_day made": Job(_made, middle),
        "last_day open": Job(answer, [(start, period) for start in OPEN_STARTS]),
        "bare count": Job(bare_count, SPANS),
        "count": Job(CALENDAR.count_working_days, SPANS),
        "timedelta": Job(_plus_days, middle),
        "add days": Job(CALENDAR.add_calendar_days, middle),
        "relativedelta": Job(_plus_months, months),
        "add months": Job(CALENDAR.add_months, months),
        CHINESE_ADD: Job(load(ADDERS[-1:])[CHINESE_ADD], middle),
        "rebuild": Job(_rebuild, [(invented_notice(), None)]),
    }


def numpy_jobs() -> dict[str, Job]:
    """What needs numpy; nothing where it is not installed."""
    wanted = [maker for maker in (*ADDERS, *COUNTERS) if maker[0] in (NUMPY_ADD, NUMPY_COUNT)]
    found = load(wanted, quiet=True)  # what is missing was said before
    return {
        name: Job(call, pairs(MIDDLE) if name == NUMPY_ADD else SPANS)
        for name, call in found.items()
    }


def measurable(names: Container[str]) -> list[Gate]:
    """The gates that compare nothing but ``names``."""
    return [gate for gate in GATES if gate.over in names and gate.under in names]
