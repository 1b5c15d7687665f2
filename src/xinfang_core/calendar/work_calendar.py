"""The work calendar (工作日历): which days are worked, settled through when, by which notice.

A table answers: ``worked[rank[day] + n]`` is the n-th working day after ``day``, at the same
cost for one day and for 250. The obvious slow loop is the oracle of the tests.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NoReturn

from attrs import field, frozen

from xinfang_core.calendar.checks import check_count, check_date, check_order
from xinfang_core.calendar.plain import DAY, unrolled_day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.periods import CalendarDays, Months

if TYPE_CHECKING:
    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.notice import ArrangedDay, Notice
    from xinfang_core.calendar.provenance import Provenance


@frozen(cache_hash=True)
class WorkCalendar:
    """The working days of one place, as its notices arrange them.

    Past the last notice the calendar goes on as expected: statutory holidays, no worked
    weekends. What returns a bare date or number answers from settled days alone and refuses
    the rest; ``last_day``, ``count_days`` and ``day`` answer for every day, and say how
    certain the answer is. (The ``find_`` methods are the bare table, for those who look at
    ``settled_through`` themselves.) Two calendars are equal that have the same notices and the same
    ``known_until``. An object never changes and may be shared between threads.

    Attributes:
        notices: the history of notices, see ``in_order``; the table begins on 1 January of
            the first one's year and goes on for nine years after the last one's.
        known_until: notices and laws published after this day are not known; None: all are.
        first: first day of the table.
        last: last day of the table.
        settled_through: last day that published national notices settle, 28 December of the
            last known notice's year; later days are expected, not certain.
        unlisted: year and code of a region whose own days of that year no notice tells in
            full; answers that touch the year are provisional.

    Raises:
        MisuseError: the notices are not one history.

    """

    notices: tuple[Notice, ...] = field(repr=False)
    known_until: date | None = None
    settled_through: date = field(init=False, eq=False)
    first: date = field(init=False, eq=False)
    last: date = field(init=False, eq=False)
    unlisted: tuple[tuple[int, str], ...] = field(init=False, eq=False)
    _arranged: dict[date, tuple[Notice, ArrangedDay]] = field(init=False, eq=False, repr=False)
    _expected: dict[date, str] = field(init=False, eq=False, repr=False)
    # Ordinal of the day before the first, where a count may start.
    _before: int = field(init=False, eq=False, repr=False)
    # The k-th working day; position 0 is no working day and never an answer.
    _worked: list[date] = field(init=False, eq=False, repr=False)
    # Working days from the first day through each day, beginning with the day before the first.
    _rank: list[int] = field(init=False, eq=False, repr=False)
    _size: int = field(init=False, eq=False, repr=False)
    # Rank of the last settled day, and ranks up to it; 0 where a region's days are not all told.
    _sure: int = field(init=False, eq=False, repr=False)
    _sure_size: int = field(init=False, eq=False, repr=False)
    # Year times twelve of the first month, and for each month the rank of the day before it.
    _first_month: int = field(init=False, eq=False, repr=False)
    _months: list[int] = field(init=False, eq=False, repr=False)
    _provenance: Provenance | None = field(init=False, eq=False, repr=False, default=None)

    def __attrs_post_init__(self) -> None:
        # What builds is loaded when the first calendar is built: hosts notice start-up.
        from xinfang_core.calendar.table import build

        for name, value in build(self.notices, self.known_until).items():
            object.__setattr__(self, name, value)

    def __reduce__(self) -> tuple[type[WorkCalendar], tuple[tuple[Notice, ...], date | None]]:
        # The table is rebuilt faster than it is read, and the pickle stays small.
        return WorkCalendar, (self.notices, self.known_until)

    def add_working_days(self, start: date, count: int) -> date:
        """The ``count``-th working day (工作日) after ``start``, which is not counted itself.

        From a day of rest the first working day after it is day 1.

        Raises:
            MisuseError: no plain date, a count that is not a whole number of at least 1, or an
                answer that is not settled or lies outside the table.

        """
        if type(start) is date and type(count) is int:
            index = start.toordinal() - self._before
            if 0 <= index < self._size:
                rank = self._rank[index]
                position = rank + count
                if rank < position <= self._sure:
                    return self._worked[position]
        check_count(count)
        check_date(start, "start")
        return self._settled(start, self.find_working_day(start, count))

    def add_calendar_days(self, start: date, count: int) -> date:
        """The last of ``count`` calendar days (自然日) after ``start``; rest moves it on (顺延).

        Raises:
            MisuseError: as ``add_working_days``.

        """
        if type(start) is date and type(count) is int and count > 0:
            index = start.toordinal() - self._before + count - 1
            if 0 <= index < self._size:
                position = self._rank[index] + 1
                if position <= self._sure:
                    return self._worked[position]
        check_count(count)
        check_date(start, "start")
        return self._rolled(start, unrolled_day(start, CalendarDays, count))

    def add_months(self, start: date, count: int) -> date:
        """The last day of ``count`` months (个月) after ``start``; rest moves it on (顺延).

        Raises:
            MisuseError: as ``add_working_days``.

        """
        if type(start) is date and type(count) is int and count > 0:
            month = start.year * 12 + start.month - 1 + count - self._first_month
            months = self._months
            if 0 <= month < len(months) - 1:
                index, last = months[month] + start.day - 1, months[month + 1] - 1
                # A call of ``min`` costs as much as all the rest.
                position = self._rank[index if index < last else last] + 1  # noqa: FURB136
                if position <= self._sure:
                    return self._worked[position]
        check_date(start, "start")
        check_count(count)
        return self._rolled(start, unrolled_day(start, Months, count))

    def settled_working_day(self, start: date, count: int) -> date | None:
        """As ``add_working_days`` for a plain date and a count from 1; None where it refuses."""
        index = start.toordinal() - self._before
        if 0 <= index < self._size:
            position = self._rank[index] + count
            if position <= self._sure:
                return self._worked[position]
        return None

    def find_rank(self, day: date) -> int | None:
        """Working days from the first day of the table through ``day``; None outside it."""
        index = day.toordinal() - self._before
        return self._rank[index] if 0 <= index < self._size else None

    def find_working_day(self, start: date, count: int) -> date | None:
        """The settled or expected ``count``-th working day after ``start``; None outside."""
        rank = self.find_rank(start)
        if rank is None or rank + count >= len(self._worked):
            return None
        return self._worked[rank + count]

    def find_on_or_after(self, day: date | None) -> date | None:
        """The settled or expected working day on or after ``day``; None outside the table."""
        index = day.toordinal() - self._before - 1 if day else -1
        if not 0 <= index < self._size or self._rank[index] + 1 >= len(self._worked):
            return None
        return self._worked[self._rank[index] + 1]

    def find_between(self, after: date, through: date) -> int | None:
        """The settled or expected working days after one day and through another."""
        begin, end = self.find_rank(after), self.find_rank(through)
        return None if begin is None or end is None else end - begin

    def find_unlisted(self, after: date, through: date) -> tuple[int, str] | None:
        """The first year after one day and through another that a region has not told in full."""
        first = (after + DAY).year
        for year, region in self.unlisted:
            if first <= year <= through.year:
                return year, region
        return None

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is worked.

        Raises:
            MisuseError: ``day`` is not a plain date, is not settled, or lies outside the table.

        """
        rank = self._find(day, "day", self.first)
        self._settled(day - DAY, day)
        return self._worked[rank] == day

    def count_working_days(self, after: date, through: date) -> int:
        """How many working days lie after ``after`` and not after ``through``.

        Raises:
            MisuseError: as ``is_working_day``, or ``after`` is the later one.

        """
        if type(after) is date and type(through) is date:
            before, rank = self._before, self._rank
            begin, end = after.toordinal() - before, through.toordinal() - before
            if 0 <= begin <= end < self._sure_size:
                return rank[end] - rank[begin]
        counted = self._find(through, "through") - self._find(after, "after")
        check_order(after, through)
        self._settled(after, through)
        return counted

    def on_or_after(self, day: date) -> date:
        """``day`` itself where it is worked, else the next working day (顺延).

        Raises:
            MisuseError: as ``is_working_day``.

        """
        self._find(day, "day", self.first)
        return self._settled(day - DAY, self.find_on_or_after(day))

    def day(self, day: date) -> CalendarDay:
        """What ``day`` is: worked or not, why, for which holiday and by which notice.

        Raises:
            MisuseError: no plain date, or outside the table.

        """
        from xinfang_core.calendar.days import CalendarDay, kind_of
        from xinfang_core.calendar.statutory import statutory_days

        rank = self._find(day, "day", self.first)
        notice, arranged = self._arranged.get(day, (None, None))
        worked, expected = self._worked[rank] == day, self._expected.get(day)
        by_law = dict(statutory_days(day.year, self.known_until)).get(day, "")
        name = arranged.name if arranged else expected or ("" if worked else by_law)
        settled = day <= self.settled_through and not self.find_unlisted(day - DAY, day)
        kind = kind_of(day, arranged, expected)
        return CalendarDay(day, worked, kind, name, notice, bool(by_law), settled)

    @property
    def provenance(self) -> Provenance:
        """What made the calendar, to be kept beside its answers; found once, when first asked."""
        # A cached property would slow every other attribute of a class with slots.
        found = self._provenance
        if found is None:
            from xinfang_core.calendar.provenance import find_provenance

            reach = self.first, self.last, self.settled_through
            found = find_provenance(self.notices, self.known_until, reach, self.unlisted, self.day)
            object.__setattr__(self, "_provenance", found)
        return found

    def known_on(self, day: date) -> WorkCalendar:
        """The calendar as it was known at the end of ``day``, without later notices and laws."""
        check_date(day, "day")
        return WorkCalendar(self.notices, min(day, self.known_until or day))

    def with_notice(self, *notices: Notice) -> WorkCalendar:
        """The calendar with further notices: of the next year, a region or the host's office.

        Raises:
            MisuseError: the notices do not fit those that are there.

        """
        return WorkCalendar((*self.notices, *notices), self.known_until)

    def _find(self, day: date, path: str, least: date = date.min) -> int:
        """Rank of ``day``, refused outside the table and before ``least``."""
        check_date(day, path)
        rank = self.find_rank(day)
        if rank is None or day < least:
            self._refuse(day, path)
        return rank

    def _rolled(self, start: date, unrolled: date | None) -> date:
        """The settled working day on or after ``unrolled``; only that far days are looked at."""
        answer = self.find_on_or_after(unrolled)
        if answer is None or unrolled is None:
            self._refuse(start, "start")
        return self._settled(unrolled - DAY, answer)

    def _settled(self, start: date, answer: date | None) -> date:
        """``answer``, refused outside the table and where no notice settles it yet."""
        if answer is None:
            self._refuse(start, "start")
        if answer > self.settled_through or self.find_unlisted(start, answer):
            facts = (("day", answer), ("settled", self.settled_through))
            raise MisuseError(Fault("calendar.unsettled", facts))
        return answer

    def _refuse(self, day: date, path: str) -> NoReturn:
        facts = (("day", day), ("first", self.first), ("last", self.last))
        raise MisuseError(Fault("calendar.outside", facts, path=path))


def mainland_calendar(region: str = "") -> WorkCalendar:
    """The work calendar (工作日历) of the mainland, or of one of its regions.

    The notices are read once in a process; hosts keep the object all the same.

    Args:
        region: code by GB/T 2260 of a region with holidays of its own, such as 450000 for
            广西, see ``regions``; empty for the national calendar.

    Raises:
        UnknownNameError: no notices of that region come with the library; a host gives them
            to ``WorkCalendar.with_notice``.

    """
    from xinfang_core.calendar.mainland import mainland_notices, region_notices

    return WorkCalendar((*mainland_notices(), *(region_notices(region) if region else ())))
