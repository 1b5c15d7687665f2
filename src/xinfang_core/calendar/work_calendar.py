"""The work calendar (工作日历): which days are worked, settled through when, by which notice.

A table answers: ``worked[rank[day] + n]`` is the n-th working day after ``day``, at the same
cost for one day and for 250. The obvious slow loop is the oracle of the tests.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate, compress, islice
from typing import TYPE_CHECKING, NoReturn

from attrs import field, frozen

from xinfang_core.calendar.days import check_date, describe_arranged, describe_ordinary
from xinfang_core.calendar.notice import SETTLED_DAY, SETTLED_MONTH, ArrangedDay, Notice
from xinfang_core.calendar.notice_order import in_order
from xinfang_core.calendar.statutory import LAST_YEAR, expected_days
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from xinfang_core.calendar.days import CalendarDay

_WEEK = b"\1\1\1\1\1\0\0"
"""The plain week from Monday: 1 is worked."""


@frozen(cache_hash=True)
class WorkCalendar:
    """The working days of one place, as its notices arrange them.

    Past the last notice the calendar goes on as expected: statutory holidays, no worked
    weekends. Two calendars are equal that have the same notices and the same ``known_until``.
    An object never changes and may be shared between threads.

    Attributes:
        notices: the history of notices, see ``in_order``; the table begins on 1 January of
            the first one's year and ends with 2035, or with the last known notice's year.
        known_until: notices and laws published after this day are not known; None: all are.
        first: first day of the table.
        last: last day of the table.
        settled_through: last day that published notices settle, 28 December of the last
            known notice's year; later days are expected, not certain.

    Raises:
        MisuseError: the notices are not one history.

    """

    notices: tuple[Notice, ...] = field(converter=in_order, repr=False)
    known_until: date | None = None
    settled_through: date = field(init=False, eq=False)
    first: date = field(init=False, eq=False)
    last: date = field(init=False, eq=False)
    _arranged: dict[date, tuple[Notice, ArrangedDay]] = field(init=False, eq=False, repr=False)
    _expected: dict[date, str] = field(init=False, eq=False, repr=False)
    # One byte for each day from the first, 1 where worked.
    _flags: bytes = field(init=False, eq=False, repr=False)
    # Working days from the first day through each day, and 0 for the day before the first,
    # where a count may start. Keyed by date: one look-up also refuses instants and days outside.
    _rank: dict[date, int] = field(init=False, eq=False, repr=False)
    # The k-th working day; position 0 is no working day and never an answer.
    _worked: tuple[date, ...] = field(init=False, eq=False, repr=False)

    def _known(self) -> list[Notice]:
        until = self.known_until or date.max
        return [notice for notice in self.notices if (notice.issued or date.min) <= until]

    @settled_through.default
    def _find_settled_through(self) -> date:
        unannounced = self.notices[0].year - 1
        year = max((notice.year for notice in self._known()), default=unannounced)
        return date(year, SETTLED_MONTH, SETTLED_DAY)

    @first.default
    def _find_first(self) -> date:
        return date(self.notices[0].year, 1, 1)

    @last.default
    def _find_last(self) -> date:
        return date(max(self.settled_through.year, LAST_YEAR), 12, 31)

    @_arranged.default
    def _find_arranged(self) -> dict[date, tuple[Notice, ArrangedDay]]:
        # Later notices come later and overwrite.
        return {one.day: (notice, one) for notice in self._known() for one in notice.days}

    @_expected.default
    def _find_expected(self) -> dict[date, str]:
        years = range(self.settled_through.year + 1, self.last.year + 1)
        by_year = [expected_days(year, self.known_until) for year in years]
        return {day: name for days in by_year for day, name in days.items()}

    @_flags.default
    def _find_flags(self) -> bytes:
        first = self.first.toordinal()
        length = self.last.toordinal() - first + 1
        weeks = _WEEK[self.first.weekday() :] + _WEEK * (length // len(_WEEK) + 1)
        flags = bytearray(weeks[:length])
        for day, (_, arranged) in self._arranged.items():
            # The first notice may reach back into the December before the table.
            if day >= self.first:
                flags[day.toordinal() - first] = arranged.worked
        for day in self._expected:
            flags[day.toordinal() - first] = False
        return bytes(flags)

    @_rank.default
    def _find_rank(self) -> dict[date, int]:
        ordinals = range(self.first.toordinal() - 1, self.last.toordinal() + 1)
        ranks = accumulate(self._flags, initial=0)
        return dict(zip(map(date.fromordinal, ordinals), ranks, strict=True))

    @_worked.default
    def _find_worked(self) -> tuple[date, ...]:
        return (date.min, *compress(islice(self._rank, 1, None), self._flags))

    def __reduce__(self) -> tuple[type[WorkCalendar], tuple[tuple[Notice, ...], date | None]]:
        # The table is rebuilt faster than it is read, and the pickle stays small.
        return WorkCalendar, (self.notices, self.known_until)

    def add_working_days(self, start: date, count: int) -> date:
        """The ``count``-th working day (工作日) after ``start``, which is not counted itself.

        From a day of rest the first working day after it is day 1.

        Raises:
            MisuseError: ``start`` is not a plain date, ``count`` is not a whole number of at
                least 1, or the answer lies outside the table.

        """
        try:
            if type(count) is int and count > 0:
                return self._worked[self._rank[start] + count]
        except LookupError:
            check_date(start, "start")
            self._refuse(start, "start")
        raise MisuseError(Fault("calendar.count", (("found", repr(count)),), path="count"))

    def find_working_day(self, start: date, count: int) -> date | None:
        """As ``add_working_days`` for checked arguments; None outside the table."""
        rank = self._rank.get(start)
        if rank is None or rank + count >= len(self._worked):
            return None
        return self._worked[rank + count]

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is worked.

        Raises:
            MisuseError: ``day`` is not a plain date, or lies outside the table.

        """
        rank = self._find(day, "day", self.first)
        return self._worked[rank] == day

    def count_working_days(self, after: date, through: date) -> int:
        """How many working days lie after ``after`` and not after ``through``.

        Raises:
            MisuseError: not plain dates, ``after`` is the later one, or outside the table.

        """
        begin = self._find(after, "after")
        end = self._find(through, "through")
        if after > through:
            facts = (("after", after), ("through", through))
            raise MisuseError(Fault("calendar.reversed", facts, path="through"))
        return end - begin

    def on_or_after(self, day: date) -> date:
        """``day`` itself where it is worked, else the next working day (顺延).

        Raises:
            MisuseError: ``day`` is not a plain date, or the answer lies outside the table.

        """
        if self.is_working_day(day):
            return day
        return self.find_working_day(day, 1) or self._refuse(day, "day")

    def day(self, day: date) -> CalendarDay:
        """What ``day`` is: worked or not, why, for which holiday and by which notice.

        Raises:
            MisuseError: ``day`` is not a plain date, or lies outside the table.

        """
        self._find(day, "day", self.first)
        arranged = self._arranged.get(day)
        if arranged is None:
            return describe_ordinary(day, self._expected.get(day))
        return describe_arranged(*arranged)

    def known_on(self, day: date) -> WorkCalendar:
        """The calendar as it was known at the end of ``day``, without later notices and laws.

        Raises:
            MisuseError: ``day`` is not a plain date.

        """
        check_date(day, "day")
        return WorkCalendar(self.notices, min(day, self.known_until or day))

    def _find(self, day: date, path: str, least: date = date.min) -> int:
        """Rank of ``day``, refused outside the table and before ``least``."""
        rank = self._rank.get(day)
        if rank is None or day < least:
            check_date(day, path)
            self._refuse(day, path)
        return rank

    def _refuse(self, day: date, path: str) -> NoReturn:
        facts = (("day", day), ("first", self.first), ("last", self.last))
        raise MisuseError(Fault("calendar.outside", facts, path=path))
