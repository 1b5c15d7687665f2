"""Dates as a holiday line writes them, and the days they mean (日期的写法)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from xinfang_core.calendar.notice import SETTLED_DAY
from xinfang_core.codec.notices.drafting import EARLIEST_YEAR, LATEST_YEAR, days_through
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from xinfang_core.codec.notices.words import Word

_JANUARY, _DECEMBER = 1, 12
_NEW_YEAR = "元旦"


@frozen
class Written:
    """A date as written.

    Attributes:
        year: None where not written.
        month: None where not written.
        day: day of the month.
        text: the date as written.
        column: where it starts.

    """

    year: int | None
    month: int | None
    day: int
    text: str
    column: int


@define
class Span:
    """A date, or a range once its end is read."""

    start: Written
    end: Written | None = None


@define
class Dates:
    """Gives each written date of one line its year and month.

    Attributes:
        year: the year of the notice.
        name: the holiday.
        found: the day of each date so far, by column.
        at: column of the date that was looked at last.
        before: the date before in the same list, which may lend its year and month.

    """

    year: int
    name: str
    found: dict[int, date] = field(factory=dict)
    at: int = 0
    before: date | None = None

    def days(self, span: Span) -> tuple[date, ...]:
        """The days of a date or range.

        Raises:
            RefusedError: a date that does not exist or lacks its month, or a range that is none.

        """
        start, end = span.start, span.end
        if end is None:
            return (self._day(start),)
        crossing = start.month == _DECEMBER and end.month == _JANUARY
        if start.year is None and (crossing or end.year is not None):
            year = self.year if end.year is None else end.year
            start = evolve(start, year=year - crossing)
        first = self._day(start)
        if end.year is None and end.month is not None:
            end = evolve(end, year=first.year + crossing)
        return days_through(first, self._day(end))

    def _day(self, written: Written) -> date:
        """The day of one date; without a month it is in that of the date before."""
        self.at = written.column
        year, month = self.year if written.year is None else written.year, written.month
        if month is None:
            if self.before is None or written.year is not None:
                raise RefusedError("notice_file.no_month", ("found", written.text))
            year, month = self.before.year, self.before.month
        elif written.year is None and month == _DECEMBER and self._is_doubtful(written.day):
            raise RefusedError("notice_file.december", ("found", written.text))
        day = _existing(year, month, written.day)
        if day is None:
            facts = (("found", written.text), ("year", year))
            raise RefusedError("notice_file.no_such_day", *facts)
        self.before = self.found[written.column] = day
        return day

    def _is_doubtful(self, day: int) -> bool:
        """Late December without a year: New Year's Day may mean that of the year before."""
        return day > SETTLED_DAY and _NEW_YEAR in self.name


def written(word: Word) -> Written:
    """The date of a word."""
    parts = word.parts
    year, month = (None if part is None else int(part) for part in (parts["year"], parts["month"]))
    return Written(year, month, int(parts["day"] or 0), word.text, word.column)


def _existing(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is none; no notice is about another millennium."""
    try:
        return date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None
