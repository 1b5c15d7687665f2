"""Is the petitioner kept informed, and is the progress followed? (跟踪反馈).

Source, Jiuyuan (九原“红色代办”), third part: the agent keeps in touch by telephone and reports the
progress in good time; the petition office follows progress and quality of proxied matters at
regular intervals. Neither “in good time” nor “regular” has a number: until a district gives one,
no contact is ever late, but a proxy that ends without any is said to have had none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.calendar import last_day
from xinfang_core.case.standing import times_of_proxy
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Facts, Finding, Reason, silence
from xinfang_core.obligation import Duty, Owed
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, CitedList, Sourced, is_weaker
from xinfang_core.vocabulary import Absent, Basis, EventKind, Role, Severity, Undetermined

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.messages import Lang

ANY_CONTACT = Citation(
    source="",
    clause="跟踪反馈的间隔",
    phrase="",
    basis=Basis.interpreted,
    note="间隔自启动或者最近一次联系、通报、跟踪的次日起算，任何一种均可；撤回委托的，至撤回之日为止，重新启动、重新办理的另行起算",
)
"""An interval runs from the last contact of any kind."""


@frozen
class Params:
    """What a policy says about following up.

    Attributes:
        start: the event from which a proxy is followed.
        end: the event up to which it is.
        acts: the ways of following up.
        interval: the longest time from one to the next.

    """

    start: Sourced[EventKind]
    end: Sourced[EventKind]
    acts: CitedList[EventKind]
    interval: Sourced[Period]

    @cached_property
    def ways(self) -> tuple[EventKind, ...]:
        """The ways of following up that are named."""
        return tuple(act for act in self.acts.values if not isinstance(act, Absent))

    @cached_property
    def span(self) -> tuple[Reason, ...]:
        """From which event to which a proxy is followed, as firmly as the weaker of both."""
        start, end = self.start, self.end
        weaker = end if is_weaker(end.citation, start.citation) else start
        facts = (("start", start.value), ("end", end.value))
        return (Reason("follow_up.span", facts, weaker.citation),)

    @cached_property
    def gaps(self) -> dict[EventKind, Finding]:
        """For a way of following up, that a proxy ended without it."""
        return {act: _gap(act, self.acts.cited(act)) for act in self.ways}


@frozen
class Followed:
    """How a proxy is followed up (跟踪反馈情况).

    Attributes:
        last: the day of the last contact; None where there is none.
        never: the ways of following up that are not on record.
        next_due: by when the next contact is due; None where no interval is set or the
            proxy has ended.

    """

    last: date | None
    never: tuple[EventKind, ...]
    next_due: date | None = None

    def text(self, lang: Lang = "zh") -> str:
        """The last contact, and by when the next one is due."""
        facts = {"last": self.last, "due": self.next_due}
        code = "followed.text_none" if self.last is None else "followed.text_last"
        due = "" if self.next_due is None else "_due"
        return messages.render(code + due, facts, lang)


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Followed]:
    """Whether the proxy is followed up.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: from when to when, how, and at which interval.
        calendar: the working days.

    """
    start, end = params.start.value, params.end.value
    if isinstance(start, Absent) or isinstance(end, Absent):
        silent = params.start if isinstance(start, Absent) else params.end
        return Decision(Undetermined.undetermined, (silence(silent),))
    times = times_of_proxy(history, start, end)
    if not times:
        reason = Reason("follow_up.not_started", (("event", start),), params.start.citation)
        return Decision(Absent.none, (reason,))
    started, ended = times[-1]
    last, never = _contacts(history, params, started)
    facts = (("last", last), ("start", started))
    code = "follow_up.none_yet" if last is None else "follow_up.last"
    told = (*params.span, _new(Reason, (code, facts, params.acts.citation, ())))
    if ended is not None:
        gaps = tuple([params.gaps[act] for act in never])
        return _new(Decision, (Followed(last, never), told, gaps))
    due, reasons = _next(last or started, params.interval, calendar)
    if due is None or as_of <= due:
        return Decision(Followed(last, never, due), (*told, *reasons))
    overdue = Reason("follow_up.overdue", (("due", due),), params.interval.citation)
    late = (Finding(Severity.warning, overdue),)
    return Decision(Followed(last, never, due), (*told, *reasons), late)


def apply(context: Context, params: Params) -> Decision[Followed]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def owed(outcome: Followed) -> Iterator[Owed]:
    """The next report on progress."""
    if outcome.next_due:
        yield Owed(_REPORT, outcome.next_due)


_REPORT = Duty(EventKind.report, Role.agent, Role.petitioner)


def _contacts(
    history: History, params: Params, started: date
) -> tuple[date | None, tuple[EventKind, ...]]:
    """The day of the last contact since the start, and the ways that are not on record."""
    last: date | None = None
    never: list[EventKind] = []
    for act in params.ways:
        events = history.all(act)
        if not events or events[-1].day < started:
            never.append(act)
        else:
            last = events[-1].day if last is None else max(last, events[-1].day)
    return last, tuple(never)


def _next(
    since: date, interval: Sourced[Period], calendar: WorkCalendar
) -> tuple[date | None, tuple[Reason, ...]]:
    """By when the next contact is due, at the latest, and why; None where none can be told."""
    if interval.value is Absent.none:
        return None, (Reason("follow_up.no_interval", (), interval.citation),)
    if isinstance(interval.value, Absent):
        return None, (silence(interval),)
    last = last_day(calendar, since, interval.value)
    facts: Facts = (("since", since), ("period", interval.value))
    if last is None:
        return None, (Reason("follow_up.outside_calendar", facts, interval.citation),)
    facts = (*facts, ("due", last.latest))
    return last.latest, (Reason("follow_up.next", facts, interval.citation), _SINCE_THE_LAST)


_SINCE_THE_LAST = Reason("follow_up.since_the_last", (), ANY_CONTACT)


def _gap(act: EventKind, citation: Citation) -> Finding:
    """That a proxy ended without this way of following up."""
    return Finding(Severity.notice, Reason("follow_up.never", (("act", act),), citation))


# What the generated constructor does, at half its cost.
_new = tuple.__new__
