"""Is every site manned on every day, and a leader at the centre? (值班).

Source, Jiuyuan (九原“红色代办”): first part, each station and point has somebody at hand every day;
second part, every day one member of the bureau's leadership serves at the district centre. Which
days “every day” means, is data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.calendar.checks import check_order
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import People
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, Level, RosterDays, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.messages import Lang

__all__ = ["Roster", "Shift", "find_unmanned"]

DAY = timedelta(days=1)


@frozen
class Params:
    """What a policy says about who is on duty.

    Attributes:
        days: on which days.
        leaders: members of the leadership at a site of each level.
        staff: people at hand at a site of each level, leaders among them.

    """

    days: Sourced[RosterDays]
    leaders: Table[Level, People]
    staff: Table[Level, People]


@frozen
class Shift:
    """Who was on duty at a site on a day (值班记录): numbers, no names.

    Attributes:
        day: the day.
        staff: how many were there, leaders among them.
        leaders: how many of them are members of the leadership.

    """

    day: date
    staff: int = 1
    leaders: int = 0


@frozen
class Roster:
    """How a site was manned (值班情况).

    Attributes:
        days: how many days were looked at.
        without_staff: the days without enough people.
        without_leader: the days without enough leaders.

    """

    days: int
    without_staff: tuple[date, ...]
    without_leader: tuple[date, ...]

    def text(self, lang: Lang = "zh") -> str:
        """How many days, and how many of them lack somebody."""
        facts = {
            "days": self.days,
            "staff": len(self.without_staff),
            "leader": len(self.without_leader),
        }
        return messages.render("roster.text", facts, lang)


def find_unmanned(
    level: Level,
    shifts: Iterable[Shift],
    first: date,
    last: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Roster]:
    """The days from ``first`` through ``last`` on which a site lacked somebody.

    Args:
        level: the level of the site.
        shifts: its duty record; a day that is not there was not manned, and several records
            of one day are added up.
        first: the first day looked at.
        last: the last one.
        params: who has to be there, on which days.
        calendar: the working days.

    Raises:
        MisuseError: ``first`` is the later one.

    """
    check_order(first, last)
    leaders, staff, days = params.leaders[level], params.staff[level], params.days
    if isinstance(days.value, Absent):
        return Decision(Undetermined.undetermined, (silence(days),))
    if isinstance(leaders.value, Absent) and isinstance(staff.value, Absent):
        return Decision(Undetermined.undetermined, (silence(staff),))
    if first < calendar.first or last > calendar.last:
        outside = Reason("duty_roster.outside_calendar", (), days.citation)
        return Decision(Undetermined.undetermined, (outside,))
    return _looked_at(tuple(_days(first, last, days.value, calendar)), shifts, level, params)


def _days(first: date, last: date, kind: RosterDays, calendar: WorkCalendar) -> Iterator[date]:
    """The days on which somebody has to be there; unsettled days as they are expected."""
    day = first
    while day <= last:
        if kind is RosterDays.every_day or calendar.find_on_or_after(day) == day:
            yield day
        day += DAY


def _looked_at(
    days: tuple[date, ...], shifts: Iterable[Shift], level: Level, params: Params
) -> Decision[Roster]:
    """The answer, by what the record holds for each of the days."""
    leaders, staff = params.leaders[level], params.staff[level]
    present: dict[date, int] = {}
    leading: dict[date, int] = {}
    for shift in shifts:
        present[shift.day] = present.get(shift.day, 0) + shift.staff
        leading[shift.day] = leading.get(shift.day, 0) + shift.leaders
    found = Roster(len(days), _short(days, present, staff), _short(days, leading, leaders))
    facts = (("level", level), ("days", params.days.value), ("count", len(days)))
    reasons = (
        Reason("duty_roster.days", facts, params.days.citation),
        *_asked("duty_roster.staff_asked", staff),
        *_asked("duty_roster.leaders_asked", leaders),
    )
    findings = (
        *_lacking("duty_roster.without_staff", found.without_staff, staff),
        *_lacking("duty_roster.without_leader", found.without_leader, leaders),
    )
    return Decision(found, reasons, findings)


def _short(
    days: tuple[date, ...], present: Mapping[date, int], wanted: Sourced[int]
) -> tuple[date, ...]:
    """The days on which fewer were present than the policy wants; none where it wants none."""
    least = wanted.value
    if isinstance(least, Absent):
        return ()
    return tuple(day for day in days if present.get(day, 0) < least)


def _asked(code: str, wanted: Sourced[int]) -> tuple[Reason, ...]:
    """How many the policy wants, where it wants any."""
    if isinstance(wanted.value, Absent):
        return ()
    return (Reason(code, (("count", wanted.value),), wanted.citation),)


def _lacking(code: str, days: tuple[date, ...], wanted: Sourced[int]) -> tuple[Finding, ...]:
    """The finding that names the days, where there are any."""
    if not days:
        return ()
    return (Finding(Severity.violation, Reason(code, (("days", days),), wanted.citation)),)
