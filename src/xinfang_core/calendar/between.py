"""How many days lie between, how long is left, since when overdue (天数、剩余和逾期)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.calendar.bounds import margins, sure_through
from xinfang_core.calendar.checks import check_count, check_date, check_order
from xinfang_core.calendar.plain import DAY, weekdays_between
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar.ending import LastDay
    from xinfang_core.calendar.work_calendar import WorkCalendar


class DayCount(NamedTuple):
    """The days after one day and through another.

    Attributes:
        calendar_days: all days.
        working_days: those worked (工作日); while provisional, the expected number.
        certainty: settled where published notices cover every day.
        least: the working days are not expected to be fewer.
        most: the working days are not expected to be more.

    """

    calendar_days: int
    working_days: int
    certainty: Certainty
    least: int
    most: int


class TimeLeft(NamedTuple):
    """How long is left until a last day, or since when it has passed.

    Attributes:
        left: the days left, the last day included; none once it has passed. Of a provisional
            last day ``least`` runs to its earliest, ``most`` to its latest.
        overdue: the days past the last day, the day asked about included; none before.
        overdue_since: the day after the last day, once it has surely passed; None before.

    """

    left: DayCount
    overdue: DayCount
    overdue_since: date | None


_NONE = DayCount(0, 0, Certainty.settled, 0, 0)


def count_days(calendar: WorkCalendar, after: date, through: date) -> DayCount | None:
    """The days after ``after`` and through ``through``: the first is not counted, the last is.

    Returns:
        The count, or None where a day lies outside the calendar.

    Raises:
        MisuseError: not plain dates, or ``after`` is the later one.

    """
    check_date(after, "after")
    check_date(through, "through")
    check_order(after, through)
    if after == through:
        return _NONE if calendar.find_rank(after) is not None else None
    days, found = (through - after).days, calendar.find_between(after, through)
    if found is None:
        return None
    gap = calendar.find_unlisted(after, through)
    sure_day = sure_through(calendar, gap)
    if through <= sure_day:
        return DayCount(days, found, Certainty.settled, found, found)
    open_from = max(after, sure_day)
    unsure = calendar.find_between(open_from, through) or 0
    caution, allowance = margins(calendar, gap)
    sure = found - unsure
    weekdays = weekdays_between(open_from, through)
    most = sure + min(weekdays + caution, (through - open_from).days)
    least = sure + max(unsure - allowance, 0)
    return DayCount(days, found, Certainty.provisional, least, most)


def time_left(calendar: WorkCalendar, last: LastDay, as_of: date) -> TimeLeft | None:
    """How long is left on ``as_of``, or since when the last day has passed.

    The last day ends at 24:00, so a limit is overdue from the day after it.

    Returns:
        The days left and past, those of a provisional last day between bounds; None where
        ``as_of`` lies outside the calendar.

    Raises:
        MisuseError: ``as_of`` is not a plain date.

    """
    check_date(as_of, "as_of")
    if not calendar.first - DAY <= as_of <= calendar.last:
        return None
    left = _between(calendar, (as_of, as_of, as_of), (last.earliest, last.due, last.latest))
    overdue = _between(calendar, (last.latest, last.due, last.earliest), (as_of, as_of, as_of))
    return TimeLeft(left, overdue, last.due + DAY if as_of > last.latest else None)


def _between(
    calendar: WorkCalendar, after: tuple[date, date, date], through: tuple[date, date, date]
) -> DayCount:
    """The days between each pair, none where it is reversed: for the least, expected and most."""
    fewest, expected, greatest = (
        count_days(calendar, begin, max(begin, end)) or _NONE
        for begin, end in zip(after, through, strict=True)
    )
    least, most = fewest.least, greatest.most
    sure = least == most and expected.certainty is Certainty.settled
    certainty = Certainty.settled if sure else Certainty.provisional
    return expected._replace(certainty=certainty, least=least, most=most)


def working_day_before(calendar: WorkCalendar, end: date, count: int) -> date | None:
    """The ``count``-th working day before ``end``, which is not counted itself (倒推).

    Returns:
        The day, or None where a day looked at lies outside the calendar or is not settled.

    Raises:
        MisuseError: ``end`` is not a plain date, or ``count`` no whole number of at least 1.

    """
    check_date(end, "end")
    check_count(count)
    if not calendar.first < end <= calendar.settled_through + DAY:
        return None
    rank = calendar.find_rank(end - DAY) or 0
    day = (
        calendar.find_working_day(calendar.first - DAY, rank - count + 1) if rank >= count else None
    )
    if day is None or calendar.find_unlisted(day - DAY, end - DAY):
        return None
    return day
