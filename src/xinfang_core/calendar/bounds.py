"""Between which days a last day lies while a notice is awaited (暂定期限的上下界).

The margins were tested on the notices of 2014 to 2026, each year as known before its notice:
the earliest day was never late, the latest never early.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.ending import LastDay
from xinfang_core.calendar.notice import Scope, notice_year
from xinfang_core.calendar.plain import (
    DAY,
    add_days,
    add_weekdays,
    days_between,
    is_weekend,
    unrolled_day,
    weekdays_between,
)
from xinfang_core.calendar.suspension import advance, in_sequence
from xinfang_core.periods import SameDay, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.periods import Period

CAUTION = 2
"""Working days by which ``earliest`` counts short: a notice may declare a weekend worked."""

STANDSTILL_CAUTION = 1
"""One more where a clock stands still past the horizon: the standstill may swallow the rest that
was swapped for a worked weekend, and leave the weekend to count."""

STANDSTILL_ALLOWANCE = 2
"""The same for ``latest`` of working days: the worked weekends may be swallowed, the rest left."""

REGION_CAUTION = 2
"""The same again for a region: its swaps come on top of the national ones."""

ALLOWANCE = 3
"""Working days by which ``latest`` lies past the expected day."""

REGION_ALLOWANCE = 4
"""The same again for a region; the regional holidays listed never took more than 3."""


def bounded_last_day(
    calendar: WorkCalendar,
    start: date,
    unit: type[Period],
    count: int,
    suspensions: Iterable[Suspension],
) -> LastDay | None:
    """The last day, settled or not, of a clock that may have stood still; see ``last_day``.

    Raises:
        MisuseError: suspensions that end before they begin, or overlap.

    """
    ordered = in_sequence(suspensions)
    if unit is SameDay:
        known = calendar.first <= start <= calendar.last
        return LastDay(start, Certainty.settled, start, start, start) if known else None
    if unit is WorkingDays:
        return _counted(calendar, start, count, ordered)
    unrolled = unrolled_day(start, unit, count)
    if ordered and unrolled is not None:
        unrolled = advance(add_days, days_between, start, (unrolled - start).days, ordered)
    if unrolled is None or not calendar.first <= unrolled <= calendar.last:
        return None
    return _rolled(calendar, unrolled, ordered)


def _counted(
    calendar: WorkCalendar, start: date, count: int, suspensions: tuple[Suspension, ...]
) -> LastDay | None:
    """The end of ``count`` working days."""
    add, between = calendar.find_working_day, calendar.find_between
    due = advance(add, between, start, count, suspensions)
    if due is None:
        return None
    gap = calendar.find_unlisted(start, due)
    if due <= sure_through(calendar, gap):
        return LastDay(due, Certainty.settled, due, due, due)
    earliest = _earliest(calendar, start, count, suspensions, gap)
    allowance = STANDSTILL_ALLOWANCE * _stands_still(calendar, suspensions)
    return _provisional(calendar, start, (earliest, due, due), gap, suspensions, allowance)


def _rolled(
    calendar: WorkCalendar, unrolled: date, suspensions: tuple[Suspension, ...]
) -> LastDay | None:
    """The end of calendar days or months, moved on from days of rest and of standstill."""
    due = calendar.find_on_or_after(unrolled)
    for one in suspensions:
        if due and one.begin <= due and (one.end is None or due < one.end):
            due = calendar.find_on_or_after(one.end)
    if due is None:
        return None
    gap = calendar.find_unlisted(unrolled - DAY, due)
    sure = sure_through(calendar, gap)
    if due <= sure:
        return LastDay(due, Certainty.settled, due, due, unrolled)
    days = max(unrolled, sure + DAY), due, unrolled
    return _provisional(calendar, unrolled - DAY, days, gap, suspensions)


def _provisional(
    calendar: WorkCalendar,
    after: date,
    days: tuple[date | None, date, date],
    gap: tuple[int, str] | None,
    suspensions: tuple[Suspension, ...],
    allowance: int = 0,
) -> LastDay | None:
    """The interval; ``days`` are the earliest, the expected and the unrolled one.

    Only days after ``after`` are looked at.
    """
    earliest, due, unrolled = days
    allowance += margins(calendar, gap)[1]
    latest = advance(calendar.find_working_day, calendar.find_between, due, allowance, suspensions)
    if earliest is None or latest is None:
        return None
    year, region = _awaited(calendar, after, due, gap, suspensions)
    return LastDay(due, Certainty.provisional, earliest, latest, unrolled, year, region)


def _awaited(
    calendar: WorkCalendar,
    after: date,
    due: date,
    gap: tuple[int, str] | None,
    suspensions: tuple[Suspension, ...],
) -> tuple[int, str]:
    """Year and region of the first notice that may change a day on which the clock runs."""
    horizon = calendar.settled_through
    if gap and due <= horizon:
        return gap
    year = notice_year(advance(add_days, days_between, max(after, horizon), 1, suspensions) or due)
    return gap if gap and gap[0] < year else (year, "")


def margins(calendar: WorkCalendar, gap: tuple[int, str] | None) -> tuple[int, int]:
    """Working days by which more may be worked than is expected of weekdays, and fewer."""
    caution, allowance = CAUTION + _own_weekends(calendar), ALLOWANCE
    if gap is None:
        return caution, allowance
    return caution + REGION_CAUTION, allowance + REGION_ALLOWANCE


def _own_weekends(calendar: WorkCalendar) -> int:
    """Weekend days past the horizon that a region or the office is known to work."""
    if calendar.notices[-1].scope is Scope.national:  # the others would come after it
        return 0
    until, horizon = calendar.known_until, calendar.settled_through
    own = (one for one in calendar.notices if one.scope is not Scope.national)
    days = (day for notice in own if notice.known_by(until) for day in notice.days)
    return sum(one.worked and one.day > horizon and is_weekend(one.day) for one in days)


def _stands_still(calendar: WorkCalendar, suspensions: tuple[Suspension, ...]) -> bool:
    """Whether a clock stands still on a day that no notice settles."""
    horizon = calendar.settled_through
    return any(one.end is None or one.end > horizon for one in suspensions)


def sure_through(calendar: WorkCalendar, gap: tuple[int, str] | None) -> date:
    """The last day that all notices settle, of the nation and of the region with a ``gap``."""
    settled = calendar.settled_through
    return min(settled, date(gap[0] - 1, 12, 31)) if gap else settled


def _earliest(
    calendar: WorkCalendar,
    start: date,
    count: int,
    suspensions: tuple[Suspension, ...],
    gap: tuple[int, str] | None,
) -> date | None:
    """The day before which the ``count``-th working day after ``start`` cannot fall.

    Past the horizon only weekends are known to be days of rest, and not even all of them. In a
    region that has not told its own days, the days that the calendar shows may be worked.
    """
    horizon = calendar.settled_through
    caution, _ = margins(calendar, gap)
    caution += STANDSTILL_CAUTION * _stands_still(calendar, suspensions)
    begin = max(start, horizon)
    left = count - running_days(calendar, start, begin, suspensions) - caution
    if left > 0:
        earliest = advance(add_weekdays, weekdays_between, begin, left, suspensions)
    else:
        # While the clock stands still nothing ends, so the first day is one on which it runs.
        earliest = advance(add_days, days_between, begin, 1, suspensions)
    if gap is None:
        return earliest
    begin = max(start, sure_through(calendar, gap))
    left = count - running_days(calendar, start, begin, suspensions) - REGION_CAUTION
    if begin >= horizon:
        return earliest
    if left <= 0:
        return advance(add_days, days_between, begin, 1, suspensions)
    add, between = calendar.find_working_day, calendar.find_between
    shown = advance(add, between, begin, left, suspensions)
    return min(shown, earliest or shown) if shown and shown > horizon else shown


def running_days(
    calendar: WorkCalendar, after: date, through: date, suspensions: tuple[Suspension, ...]
) -> int:
    """The working days after one day and through another on which the clock runs."""
    days = calendar.find_between(after, through) or 0
    for one in suspensions:
        begin = max(one.begin, after + DAY)
        end = through if one.end is None else min(one.end - DAY, through)
        if begin <= end:
            days -= calendar.find_between(begin - DAY, end) or 0
    return days
