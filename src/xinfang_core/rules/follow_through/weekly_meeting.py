"""Does the agent meet the petitioner in every week? (每周见面).

Source, Jiuyuan (九原“红色代办”), third part: from the day of the proxy on, agent and petitioner
meet at least once a week; they keep in touch by telephone besides. What a week is, the source
leaves open: weeks run from the day after the start, or from Monday to Sunday, as the policy
picks; any day of a week will do. A week that has not ended, or that the end of the proxy cuts
short, asks for no meeting; nor does a first week that begins later than on its Monday.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.case.standing import times_of_proxy
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty, Owed
from xinfang_core.quantities import Times
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    MeetingScheme,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import History
    from xinfang_core.messages import Lang

FULL_WEEKS = Citation(
    source="",
    clause="每周见面的计数",
    phrase="",
    basis=Basis.interpreted,
    note=(
        "启动当日不计入；只计完整的周，最后不足一周的不计；电话联系不算见面；"
        "撤回委托的，至撤回之日为止；重新启动、重新办理的，自其次日起另行计周"
    ),
)
"""Only full weeks count, the day of the start does not, and a call is no meeting."""

WEEK = 7


@frozen
class Params:
    """What a policy says about meetings.

    Attributes:
        scheme: what a week is.
        start: the event from whose next day the weeks run.
        end: the event after which no more meetings are asked for.
        contact: the event that counts as a meeting.
        least: how many of them there are in a week at least.

    """

    scheme: Sourced[MeetingScheme]
    start: Sourced[EventKind]
    end: Sourced[EventKind]
    contact: Sourced[EventKind]
    least: Sourced[Times]


@frozen
class Meetings:
    """How meetings stand on a day (见面情况).

    Attributes:
        weeks: the full weeks that have passed.
        missed: those of them without enough meetings.
        next_due: the last day of the first week that still lacks a meeting; None once the
            proxy has ended.

    """

    weeks: int
    missed: int
    next_due: date | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The weeks, those missed, and by when the next meeting is due."""
        facts = {"weeks": self.weeks, "missed": self.missed, "due": self.next_due}
        code = "meetings.text_ended" if self.next_due is None else "meetings.text_due"
        return messages.render(code, facts, lang)


def decide(history: History, as_of: date, params: Params) -> Decision[Meetings]:
    """How many weeks have passed since the start, and how many without a meeting.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about; the week it lies in has not ended.
        params: what a week is, from when to when, and what counts as a meeting.

    """
    start, end, contact = params.start.value, params.end.value, params.contact.value
    scheme, least = params.scheme.value, params.least.value
    if least is Absent.none:
        nothing = Reason("weekly_meeting.none_asked", (), params.least.citation)
        return Decision(Absent.none, (nothing,))
    if isinstance(start, Absent):
        return _silent(params.start)
    started = history.day(start)
    if started is None:
        reason = Reason("weekly_meeting.not_started", (("event", start),), params.start.citation)
        return Decision(Absent.none, (reason,))
    if isinstance(end, Absent) or isinstance(contact, Absent):
        return _silent(params.end if isinstance(end, Absent) else params.contact)
    if isinstance(scheme, Absent) or isinstance(least, Absent):
        return _silent(params.scheme if isinstance(scheme, Absent) else params.least)
    met = [event.day for event in history.all(contact)]
    times = times_of_proxy(history, start, end)
    meetings, gap = _counted(times, as_of, met, scheme, least)
    return _told(meetings, gap, [begun for begun, _ in times], met, params)


def apply(context: Context, params: Params) -> Decision[Meetings]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params)


def owed(outcome: Meetings) -> Iterator[Owed]:
    """The next meeting."""
    if outcome.next_due:
        yield Owed(_MEETING, outcome.next_due)


_MEETING = Duty(EventKind.meet, Role.agent, Role.petitioner)


def _silent(value: Sourced[object]) -> Decision[Meetings]:
    return Decision(Undetermined.undetermined, (silence(value),))


def _first_day(started: int, scheme: MeetingScheme) -> int:
    """The first day of the first full week; days are ordinals, the first of which was a Monday."""
    if scheme is MeetingScheme.calendar_weeks:
        return started + 1 + -started % WEEK
    return started + 1


def _counted(
    times: list[tuple[date, date | None]],
    as_of: date,
    met: list[date],
    scheme: MeetingScheme,
    least: int,
) -> tuple[Meetings, int | None]:
    """The weeks of all times of the proxy, and the first day of the first one missed."""
    weeks, missed, gaps, due = 0, 0, [], None
    for begun, ended in times:
        first = _first_day(begun.toordinal(), scheme)
        found, gap = _of_one_time(first, ended, as_of, met, least)
        weeks, missed, due = weeks + found.weeks, missed + found.missed, found.next_due
        gaps += [] if gap is None else [gap]
    return Meetings(weeks, missed, due), gaps[0] if gaps else None


def _of_one_time(
    first: int, ended: date | None, as_of: date, met: list[date], least: int
) -> tuple[Meetings, int | None]:
    """The weeks that have passed, and the first day of the first one that was missed."""
    through = as_of.toordinal() - 1
    if ended is not None:
        through = min(through, ended.toordinal())
    weeks = max((through - first + 1) // WEEK, 0)
    by_week: dict[int, int] = {}
    for day in met:
        week = (day.toordinal() - first) // WEEK
        by_week[week] = by_week.get(week, 0) + 1
    held = sum(0 <= week < weeks and count >= least for week, count in by_week.items())
    missed = weeks - held if least else 0
    gap = None
    if missed:
        week = next(week for week in range(weeks) if by_week.get(week, 0) < least)
        gap = first + week * WEEK
    due = None
    if ended is None:
        enough = by_week.get(weeks, 0) >= least
        due = date.fromordinal(first + (weeks + enough + 1) * WEEK - 1)
    return Meetings(weeks, missed, due), gap


def _told(
    meetings: Meetings, gap: int | None, starts: list[date], met: list[date], params: Params
) -> Decision[Meetings]:
    """The answer with its reasons and findings."""
    scheme, least = params.scheme, params.least
    passed = (("weeks", meetings.weeks), ("missed", meetings.missed), ("least", least.value))
    reasons = (
        *[_began(start, scheme) for start in starts],
        Reason("weekly_meeting.until", (("event", params.end.value),), params.end.citation),
        Reason("weekly_meeting.counted", passed, least.citation),
        _FULL,
    )
    findings = []
    if gap is not None:
        begin, end = date.fromordinal(gap), date.fromordinal(gap + WEEK - 1)
        facts = (("missed", meetings.missed), ("begin", begin), ("end", end))
        missed = Reason("weekly_meeting.missed", facts, least.citation)
        findings.append(Finding(Severity.violation, missed))
    if met and met[0] < starts[0]:
        before = (("at", met[0]), ("start", starts[0]))
        early = Reason("weekly_meeting.before_start", before, FULL_WEEKS)
        findings.append(Finding(Severity.notice, early))
    return Decision(meetings, reasons, tuple(findings))


def _began(start: date, scheme: Sourced[MeetingScheme]) -> Reason:
    facts = (("start", start), ("scheme", scheme.value))
    return Reason("weekly_meeting.weeks", facts, scheme.citation)


_FULL = Reason("weekly_meeting.full_weeks", (), FULL_WEEKS)
