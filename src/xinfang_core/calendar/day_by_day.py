"""A period day by day (逐日计算表): each day counted or not, why, and by which notice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from xinfang_core import messages
from xinfang_core.calendar.counting import last_day
from xinfang_core.calendar.notice import notice_year
from xinfang_core.calendar.plain import DAY
from xinfang_core.calendar.suspension import suspended
from xinfang_core.periods import SameDay, WorkingDays

if TYPE_CHECKING:
    from xinfang_core.calendar.days import CalendarDay, DayKind
    from xinfang_core.calendar.ending import LastDay
    from xinfang_core.calendar.suspension import Suspension
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang
    from xinfang_core.periods import Period


@frozen
class DayLine:
    """One line of the day table.

    Attributes:
        day: the date.
        counted: whether it counts towards the period.
        running: days counted so far, this one included.
        kind: what the day is.
        name: holiday it belongs to; empty on ordinary days.
        statutory: whether the holiday rules themselves give the day (法定节假日).
        notice: number of the notice that arranged it (文号), its title where no number was
            found; empty where no notice did.
        awaits: year of the notice that may still change the day; None where settled.
        region: code of the region whose notice arranged the day; else empty.
        awaits_region: code of the region whose notice is awaited; empty for the national one.
        code: stable name of the line; its words are in the catalogue.
        suspended: why the clock stood still, where it did and a reason is given.

    """

    day: date
    counted: bool
    running: int
    kind: DayKind
    name: str
    statutory: bool
    notice: str
    awaits: int | None
    region: str
    awaits_region: str
    code: str
    suspended: str = ""

    def text(self, lang: Lang = "zh") -> str:
        """Such as ``2025-10-01 周三 不计：国庆节放假（国办发明电〔2024〕12号）``."""
        weekdays = messages.render("day_table.weekdays", {}, lang).split()
        facts = {
            "day": self.day,
            "weekday": weekdays[self.day.weekday()],
            "running": self.running,
            "why": messages.render(f"day.{self.kind.name}", {"name": self.name}, lang),
            "source": self._source(lang),
            "reason": self.suspended and ("：" if lang == "zh" else ": ") + self.suspended,
        }
        return messages.render(self.code, facts, lang)

    def _source(self, lang: Lang) -> str:
        """In brackets: the notice that arranged the day, or the one still awaited."""
        if self.awaits is not None and self.awaits_region:
            facts = {"year": self.awaits, "region": self.awaits_region}
            return messages.render("day_table.awaits_region", facts, lang)
        if self.awaits is not None:
            return messages.render("day_table.awaits", {"year": self.awaits}, lang)
        if self.notice:
            return messages.render("day_table.notice", {"notice": self.notice}, lang)
        return ""


def day_table(
    calendar: WorkCalendar,
    start: date,
    *periods: Period,
    suspensions: tuple[Suspension, ...] = (),
) -> tuple[DayLine, ...]:
    """Each day from the day after ``start`` through the last day of ``periods``.

    Of calendar days and months all days are counted; those after the unrolled last day are
    rolled over. Of the same day the day itself is the only line. Empty where ``last_day`` is
    undetermined, or a day lies before the calendar.

    Raises:
        MisuseError: as ``last_day``.

    """
    end = last_day(calendar, start, *periods, suspensions=suspensions)
    same = isinstance(periods[0], SameDay)
    begin = start.toordinal() + (not same)
    if end is None or begin < calendar.first.toordinal():
        return ()
    days = [
        calendar.day(date.fromordinal(number)) for number in range(begin, end.due.toordinal() + 1)
    ]
    working = isinstance(periods[0], WorkingDays)
    lines = []
    running = 0
    for one in days:
        still = None if same else suspended(one.day, suspensions)
        counted = still is None and (one.worked if working else one.day <= end.unrolled)
        running += counted
        code = _code(one, end, working=working, still=still is not None)
        line = _line(calendar, one, counted=counted, running=running, code=code)
        lines.append(evolve(line, suspended=still.name) if still else line)
    return tuple(lines)


def _code(one: CalendarDay, end: LastDay, *, working: bool, still: bool) -> str:
    if still:
        return "day_table.suspended"
    if working:
        return f"day_table.{one.kind.name}" if one.worked else "day_table.not_counted"
    if one.day < end.unrolled or one.day == end.unrolled == end.due:
        return "day_table.calendar_day"
    if one.day == end.unrolled:
        return "day_table.last_rests"
    return "day_table.rolled_to" if one.worked else "day_table.rolled_over"


def _line(
    calendar: WorkCalendar, one: CalendarDay, *, counted: bool, running: int, code: str
) -> DayLine:
    awaits, region = _awaited(calendar, one)
    notice = one.notice
    return DayLine(
        day=one.day,
        counted=counted,
        running=running,
        kind=one.kind,
        name=one.name,
        statutory=one.statutory,
        notice=(notice.number or notice.title) if notice else "",
        awaits=awaits,
        region=notice.region if notice else "",
        awaits_region=region,
        code=code,
    )


def _awaited(calendar: WorkCalendar, one: CalendarDay) -> tuple[int | None, str]:
    """Year of the notice that may still change a day, and of which region it is."""
    if one.settled:
        return None, ""
    if one.day > calendar.settled_through:
        return notice_year(one.day), ""
    return calendar.find_unlisted(one.day - DAY, one.day) or (None, "")
