"""What is counted: the calendar, the days to begin with, and a table written by hand.

The table is the least that can be done in Python for a right answer: two list reads. It is
built from chinese_calendar, not from our calendar, so that comparing answers means something.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from chinese_calendar import constants

from xinfang_core.calendar import ArrangedDay, Notice, mainland_calendar

DAY = timedelta(days=1)
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
BEFORE = FIRST.toordinal() - 1
DAYS = tuple(map(date.fromordinal, range(BEFORE + 1, LAST.toordinal() + 1)))

_MISSED = date(2005, 12, 31)
"""Worked by 国办发明电〔2005〕35号, which chinese_calendar lacks."""


def _worked(day: date) -> bool:
    if day in constants.workdays or day == _MISSED:
        return True
    return day.isoweekday() <= 5 and day not in constants.holidays  # noqa: PLR2004 (Friday)


WORKED = [date.min, *filter(_worked, DAYS)]
"""The k-th working day, from 1."""

OFF = [day for day in DAYS if not _worked(day)]
"""Every day of rest, weekends too, for peers that cannot be told of worked weekends."""

RANK = [0]
"""Working days from the first day through each, beginning with the day before it."""
for _day in DAYS:
    RANK.append(RANK[-1] + _worked(_day))


def bare_add(start: date, count: int) -> date:
    """The ``count``-th working day after ``start``, nothing checked."""
    return WORKED[RANK[start.toordinal() - BEFORE] + count]


def bare_count(after: date, through: date) -> int:
    """The working days after ``after`` and through ``through``, nothing checked."""
    return RANK[through.toordinal() - BEFORE] - RANK[after.toordinal() - BEFORE]


def bare_on_or_after(day: date) -> date:
    """The first working day from ``day`` on, nothing checked."""
    return WORKED[RANK[day.toordinal() - BEFORE - 1] + 1]


CALENDAR = mainland_calendar()
COUNTS = (1, 5, 15, 30, 250)
MIDDLE = 15

_random = Random(20261121)
_begin, _end = date(2018, 1, 1).toordinal(), date(2021, 12, 31).toordinal()
STARTS = [date.fromordinal(_random.randint(_begin, _end)) for _ in range(400)]
SPANS = [(start, start + timedelta(_random.choice((7, 30, 90, 365)))) for start in STARTS]

OPEN_STARTS = [date(2026, 12, 9) + timedelta(_random.randrange(20)) for _ in range(400)]
"""From here 15 working days end past the last settled day."""


def pairs(count: int) -> list[tuple[date, int]]:
    """Each start with ``count``."""
    return [(start, count) for start in STARTS]


_HOLIDAYS = (
    ("元旦", date(2027, 1, 1), 3),
    ("春节", date(2027, 2, 5), 8),
    ("清明节", date(2027, 4, 3), 3),
    ("劳动节", date(2027, 5, 1), 5),
    ("端午节", date(2027, 6, 9), 1),
    ("中秋节", date(2027, 9, 15), 1),
    ("国庆节", date(2027, 10, 1), 7),
)
_MAKE_UP = (date(2027, 1, 31), date(2027, 2, 14), date(2027, 4, 25), date(2027, 5, 8))


def invented_notice() -> Notice:
    """A notice for 2027 as one could look: nobody issued it, it is here to be timed."""
    off = (
        ArrangedDay(begin + number * DAY, worked=False, name=name)
        for name, begin, length in _HOLIDAYS
        for number in range(length)
    )
    worked = (ArrangedDay(day, worked=True, name="调休") for day in _MAKE_UP)
    return Notice("样例", 2027, date(2026, 12, 20), (*off, *worked))
