"""What a newer calendar says otherwise than an older one (日历变动)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.calendar.plain import DAY

if TYPE_CHECKING:
    from xinfang_core.calendar.days import CalendarDay
    from xinfang_core.calendar.work_calendar import WorkCalendar
    from xinfang_core.messages import Lang


@frozen
class ChangedDay:
    """A day that one calendar takes as worked and another as rest.

    Attributes:
        before: the day as the older calendar knows it.
        after: the day as the newer calendar knows it.

    """

    before: CalendarDay
    after: CalendarDay

    def text(self, lang: Lang = "zh") -> str:
        """Such as ``2019-05-02 工作日改为劳动节调休放假（国办发明电〔2019〕3号）``."""
        before, after = (
            messages.render(f"day.{one.kind.name}", {"name": one.name}, lang)
            for one in (self.before, self.after)
        )
        notice = self.after.notice
        number = (notice.number or notice.title) if notice else ""
        source = messages.render("day_table.notice", {"notice": number}, lang) if number else ""
        facts = {"day": self.after.day, "before": before, "after": after, "source": source}
        return messages.render("calendar.changed_day", facts, lang)


def changed_days(old: WorkCalendar, new: WorkCalendar) -> tuple[ChangedDay, ...]:
    """The days that are worked in one calendar and not in the other, where both have them."""
    first, last = max(old.first, new.first), min(old.last, new.last)
    ordinals = range(first.toordinal(), last.toordinal() + 1)
    days = (date.fromordinal(ordinal) for ordinal in ordinals)
    return tuple(
        ChangedDay(old.day(day), new.day(day))
        for day in days
        if old.find_between(day - DAY, day) != new.find_between(day - DAY, day)
    )
