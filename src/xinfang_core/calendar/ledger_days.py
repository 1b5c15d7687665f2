"""A period day by day (逐日计算表): each day counted or not, why, and by which notice."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.calendar.counting import last_day
from xinfang_core.periods import WorkingDays

if TYPE_CHECKING:
    from xinfang_core.calendar.days import CalendarDay, DayKind
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang
    from xinfang_core.periods import Period


@frozen
class LedgerDay:
    """One line of the ledger.

    Attributes:
        day: the date.
        counted: whether it counts towards the period.
        running: days counted so far, this one included.
        kind: what the day is.
        name: holiday it belongs to; empty on ordinary days.
        notice: number of the notice that arranged it (文号); empty where none, or not found.
        awaits: year of the notice that may still change the day; None where settled.
        code: stable name of the line; its words are in the catalogue.

    """

    day: date
    counted: bool
    running: int
    kind: DayKind
    name: str
    notice: str
    awaits: int | None
    code: str

    def text(self, lang: Lang = "zh") -> str:
        """Such as ``2025-10-01 周三 不计：国庆节放假（国办发明电〔2024〕12号）``."""
        weekdays = messages.render("ledger.weekdays", {}, lang).split()
        facts = {
            "day": self.day,
            "weekday": weekdays[self.day.weekday()],
            "running": self.running,
            "why": messages.render(f"day.{self.kind.name}", {"name": self.name}, lang),
            "source": self._source(lang),
        }
        return messages.render(self.code, facts, lang)

    def _source(self, lang: Lang) -> str:
        """In brackets: the notice that arranged the day, or the one still awaited."""
        if self.awaits is not None:
            return messages.render("ledger.awaits", {"year": self.awaits}, lang)
        if self.notice:
            return messages.render("ledger.notice", {"notice": self.notice}, lang)
        return ""


def ledger(calendar: WorkCalendar, start: date, *periods: Period) -> tuple[LedgerDay, ...]:
    """Each day from the day after ``start`` through the last day of ``periods``.

    Of calendar days and months all days are counted; those after the unrolled last day are
    rolled over. Empty where ``last_day`` is undetermined, or a day lies before the calendar.

    Raises:
        MisuseError: as ``last_day``.

    """
    end = last_day(calendar, start, *periods)
    following = start.toordinal() + 1
    if end is None or following < calendar.first.toordinal():
        return ()
    ordinals = range(following, end.due.toordinal() + 1)
    days = [calendar.day(date.fromordinal(ordinal)) for ordinal in ordinals]
    working = isinstance(periods[0], WorkingDays)
    counted = [one.worked if working else one.day <= end.unrolled for one in days]
    codes = [_working_code(one) if working else _rolled_code(one, end.unrolled) for one in days]
    lines = zip(days, counted, accumulate(map(int, counted)), codes, strict=True)
    return tuple(_line(calendar.settled_through, *line) for line in lines)


def _working_code(one: CalendarDay) -> str:
    return f"ledger.{one.kind.name}" if one.worked else "ledger.not_counted"


def _rolled_code(one: CalendarDay, unrolled: date) -> str:
    if one.day < unrolled or (one.day == unrolled and one.worked):
        return "ledger.calendar_day"
    if one.day == unrolled:
        return "ledger.last_rests"
    return "ledger.rolled_to" if one.worked else "ledger.rolled_over"


def _line(settled: date, one: CalendarDay, counted: bool, running: int, code: str) -> LedgerDay:  # noqa: FBT001
    return LedgerDay(
        day=one.day,
        counted=counted,
        running=running,
        kind=one.kind,
        name=one.name,
        notice=one.notice.number if one.notice else "",
        awaits=None if one.day <= settled else settled.year + 1,
        code=code,
    )
