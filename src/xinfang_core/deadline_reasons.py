"""Why a limit ends when it does (时限理由): the words that every judgement of a limit shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.calendar.bounds import sure_through
from xinfang_core.case.moments import day_of
from xinfang_core.decision import Facts, Reason
from xinfang_core.periods import AnyPeriod, CalendarDays, Months, Period, SameDay, WorkingDays
from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Basis

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import LastDay, OfficeMoment, Suspension, WorkCalendar

COUNTING = Citation(
    source="民法典",
    clause="第二百零一条至第二百零三条",
    phrase="",
    basis=Basis.interpreted,
    note="信访法规未规定期间计算方法，类推适用：当日不计入；末日为休息日的顺延；24时截止",
)
"""How days are counted where the petition rules are silent: by analogy."""

ON_THE_CLOCK = Citation(
    source="民法典",
    clause="第二百零一条第二款",
    phrase="",
    basis=Basis.interpreted,
    note="信访法规未规定小时、分钟的计算方法，类推适用：自该时刻起连续计算，夜间、休息日都计入，不顺延",
)
"""How hours and minutes are counted: by analogy."""

OFFICE_TIME = Citation(
    source="",
    clause="工作小时",
    phrase="",
    basis=Basis.interpreted,
    note="工作小时只计工作日的办公时间；在办公时间以外起算的，自下一次开始办公时计算；恰在下班时届满的不顺延",
)
"""How working hours are counted: while the office is open."""

NO_TIME_OF_DAY = Citation(
    source="",
    clause="只记录日期的事件",
    phrase="",
    basis=Basis.interpreted,
    note="只记录日期的，可以是当日0时至24时的任一时刻；最早、最迟各算一次，结论一致才采用",
)
"""What is recorded as a day only may have happened at any moment of it."""

DAYS_ON_MONTHS = Citation(
    source="",
    clause="按月的期限延长若干天",
    phrase="",
    basis=Basis.interpreted,
    note="登记的延长以天数计；按月的期限先数到月份的对应日，再加延长的自然日，末日为休息日的只顺延一次",
)
"""What is granted on top of months is recorded in days, and counted after them."""

STANDING_STILL = Citation(
    source="",
    clause="暂停计时",
    phrase="",
    basis=Basis.interpreted,
    note="暂停之日起至恢复计时前一日不计入期限，所余天数自恢复之日起接着计算；因何可以暂停由各项时限写明",
)
"""How days are counted around a standstill; for what a limit may stand still its rule cites."""

NO_PAST_DAY = Citation(
    source="",
    clause="已过之日不成期限",
    phrase="",
    basis=Basis.interpreted,
    note="承诺、指定的日期在作出承诺、交办或者起算时已过的，视为误记，不据此认定逾期",
)
"""A day that had passed when it was set is a slip, and makes nobody late."""

REPLY_AS_CONCLUSION = Citation(
    source="",
    clause="以答复认定办结",
    phrase="",
    basis=Basis.interpreted,
    note="答复在办结之后作出；未记录办结日期的，以答复日期认定，只会偏晚",
)
"""A reply follows the conclusion, so its day is never too early to stand for it."""

OF_OVERDUE = frozenset(
    {
        "deadline.overdue",
        "deadline.overdue_at_rest",
        "deadline.expected_count",
        "deadline.expected_count_region",
    }
)
"""The reasons that tell how long a limit is overdue."""

STARTED_AND_COUNTED: dict[type[Period], tuple[str, Reason]] = {
    WorkingDays: ("deadline.started", Reason("counting.working_days", (), COUNTING)),
    CalendarDays: ("deadline.started", Reason("counting.calendar_days", (), COUNTING)),
    Months: ("deadline.started", Reason("counting.months", (), COUNTING)),
    SameDay: ("deadline.started_that_day", Reason("counting.same_day", (), COUNTING)),
}
"""For a type of period, how its start is told, and how its days are counted."""


def on_top(limit: Period, extra: tuple[Period, ...]) -> tuple[Reason, ...]:
    """How the days are counted that were granted on top of months."""
    days = isinstance(limit, Months) and any(isinstance(one, CalendarDays) for one in extra)
    return (Reason("counting.days_on_months", (), DAYS_ON_MONTHS),) if days else ()


def outside(
    started: date, periods: tuple[AnyPeriod, ...], suspensions: tuple[Suspension, ...]
) -> Reason:
    """Why no last day can be told: the clock stands still, or the count leaves the calendar."""
    open_ones = [one.begin for one in suspensions if one.end is None]
    if open_ones:
        return Reason("deadline.stands_still", (("begin", open_ones[0]),), STANDING_STILL)
    facts = (("start", started), ("period", periods))
    return Reason("deadline.outside_calendar", facts, COUNTING)


def stood_still(suspensions: tuple[Suspension, ...]) -> Reason:
    """From when to when the limit did not run."""
    ended = tuple(one.end for one in suspensions if one.end is not None)
    facts = (("begins", tuple(one.begin for one in suspensions)), ("ends", ended))
    return Reason("deadline.stood_still", facts, STANDING_STILL)


def provisional(last: LastDay | OfficeMoment) -> Reason:
    """Between which days the last day lies, and which notice is awaited."""
    earliest, latest = day_of(last.earliest), day_of(last.latest)
    bounds: Facts = (("earliest", earliest), ("latest", latest), ("year", last.awaits))
    if last.region:
        return Reason("deadline.provisional_region", (*bounds, ("region", last.region)))
    return Reason("deadline.provisional", bounds)


def expected_count(calendar: WorkCalendar, due: date, through: date) -> Reason:
    """That days which no notice settles are counted as they are expected to be."""
    gap = calendar.find_unlisted(due, through)
    settled = sure_through(calendar, gap)
    facts: Facts = (("settled", settled), ("year", settled.year + 1))
    if gap and gap[0] <= calendar.settled_through.year:
        return Reason("deadline.expected_count_region", (*facts, ("region", gap[1])))
    return Reason("deadline.expected_count", facts)
