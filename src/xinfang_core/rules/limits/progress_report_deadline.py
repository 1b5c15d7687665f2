"""When is the next monthly report due on what could not be resolved? (按月报告).

Source: Qiaocheng (谯城“13710”工作法), the second 1: where a major problem really cannot be resolved
within its month, there is a plan that says how and by when, the work follows the dates of the
plan, and progress is reported every month. The source does not say from when the months count;
that is data. Each last day is counted from that anchor and moved on from rest by itself.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.moments import day_of
from xinfang_core.case.rounds import join_rounds, rounds_of
from xinfang_core.case.standing import effective_day
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, judge, undetermined
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Facts, Finding, Reason, outcome_of, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.series import last_days, nth_period
from xinfang_core.sources import Citation, Sourced, Table, weakest
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Role,
    Severity,
    Status,
    Undetermined,
    WorkKind,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import LastDay, WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.rules.kind import Kind

EACH_TURN = Citation(
    source="",
    clause="按月报告的期次",
    phrase="",
    basis=Basis.interpreted,
    note="自起算日逐月推算，各期末日分别顺延；上期末日之后、本期末日以前报告的算本期，补报不抵上期；最后不足一期的免",
)
"""Each turn asks for a report of its own; a late one counts for the turn it was made in."""

PLAN_IN_FORCE = Citation(
    source="",
    clause="方案的认定",
    phrase="",
    basis=Basis.interpreted,
    note="期限届满未解决的，应有载明时间节点的方案；几次制定方案的，以最近一次为准，首次制定即起算按月报告",
)
"""The latest plan is in force; the first one starts the months."""


DUTY = Duty(EventKind.report, Role.handling_body, Role.petition_office)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about reports.

    Attributes:
        anchor: the event that the turns are counted from, itself not counted.
        every: how long a turn is, for each kind of work.
        ends_by: the event after which no more reports are due.

    """

    anchor: Sourced[EventKind]
    every: Table[WorkKind, Period]
    ends_by: Sourced[EventKind]


def decide(
    kind: WorkKind | Undetermined | Absent,
    resolution: Deadline | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """The next report that is due.

    Args:
        kind: the outcome of ``work_kind``.
        resolution: the outcome of ``resolution_deadline``.
        history: the events known on ``as_of``; a ``plan`` says by its ``until`` by when.
        as_of: the day asked about.
        params: the policy's turns.
        calendar: the working days.

    Returns:
        The deadline of the next report, always open; ``none`` where none is due, because no
        plan was made and the limit to resolve the matter has not passed, or does not run, or the
        turns have ended. Findings: no plan, a plan without dates or past them, turns without a
        report.

    """
    if not isinstance(kind, WorkKind):
        return undetermined(_KIND_UNDETERMINED)
    found, starts = kind, (params.anchor.value,)
    # After a reopening nothing may be on record yet: then the last round has no event.
    last = join_rounds(rounds_of(history), starts, anew=True)[-1].history
    return in_rounds(
        # Of the rounds before the last one the outcome of ``resolution_deadline`` says nothing.
        lambda one, day: _judged(
            found, resolution if one == last else Absent.none, one, day, params, calendar
        ),
        history,
        as_of,
        starts,
        anew=True,
    )


def apply(
    context: Context, params: Params, kind: Kind, resolution_deadline: Decision[Deadline] | None
) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    which, by = outcome_of(kind.work_kind), outcome_of(resolution_deadline)
    return decide(which, by, context.history, context.as_of, params, context.calendar)


def _judged(
    kind: WorkKind,
    resolution: Deadline | Undetermined | Absent,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """The next report that is due by the events of one round."""
    every = params.every[kind]
    plans = history.all(EventKind.plan)
    overdue = isinstance(resolution, Deadline) and resolution.status is Status.overdue
    if not plans and not overdue:
        return _not_asked(resolution)
    for needed in (every, params.anchor, params.ends_by):
        if needed.value is Absent.silent:
            return undetermined(silence(needed))
    anchor, ends_by, period = params.anchor.value, params.ends_by.value, every.value
    if isinstance(anchor, Absent) or isinstance(ends_by, Absent) or isinstance(period, Absent):
        facts = (("kind", kind),)
        nothing = Reason("progress_report_deadline.no_reports", facts, every.citation)
        return Decision(Absent.none, (nothing,))
    ended = history.day(ends_by)
    through = ended or as_of
    at: Facts = (("at", ended),)
    over = Reason("progress_report_deadline.ended", at, params.ends_by.citation)
    by = resolution.due if isinstance(resolution, Deadline) else None
    findings = _plan_findings(history, through, every.citation, by, overdue=overdue)
    clock = Clock(params.anchor, every, history.day(anchor))
    return _next(clock, period, over if ended else None, history, through, calendar, findings)


_KIND_UNDETERMINED = Reason(
    "progress_report_deadline.kind_undetermined", (), PLAN_IN_FORCE, ("work_kind",)
)
_LIMIT_UNDETERMINED = Reason(
    "progress_report_deadline.limit_undetermined", (), PLAN_IN_FORCE, ("resolution_deadline",)
)
_IN_FORCE = Reason("progress_report_deadline.plan_in_force", (), PLAN_IN_FORCE)
_NO_LIMIT = Reason("progress_report_deadline.no_limit")
_NOT_NEEDED = {
    Status.met: Reason("progress_report_deadline.resolved"),
    Status.late: Reason("progress_report_deadline.resolved"),
    Status.open: Reason("progress_report_deadline.not_passed"),
    Status.not_started: Reason("progress_report_deadline.not_begun"),
}
_EACH_TURN = Reason("progress_report_deadline.each_turn", (), EACH_TURN)


_PLAN = Duty(EventKind.plan, Role.handling_body, Role.petition_office)


def _not_asked(resolution: Deadline | Undetermined | Absent) -> Decision[Deadline]:
    """The answer where no plan was made, and no limit to resolve the matter is known to be past."""
    if isinstance(resolution, Absent):
        return Decision(Absent.none, (_NO_LIMIT, _IN_FORCE))
    if isinstance(resolution, Deadline) and resolution.status in _NOT_NEEDED:
        return Decision(Absent.none, (_NOT_NEEDED[resolution.status], _IN_FORCE))
    return undetermined(_LIMIT_UNDETERMINED)


def _plan_findings(
    history: History, through: date, citation: Citation, by: date | None, *, overdue: bool
) -> tuple[Finding, ...]:
    """What is wrong with the plan: none although the limit passed, no date in it, or past it.

    Where the plan's day is the limit to resolve the matter, that limit tells when it was missed.
    """
    plans = history.all(EventKind.plan)
    if not plans:
        missing = Reason("progress_report_deadline.no_plan", (), citation)
        return (Finding(Severity.violation, missing, _PLAN),) * overdue
    latest = plans[-1]
    if latest.until is None:
        made = (("at", latest.day),)
        return _violation(Reason("progress_report_deadline.plan_without_date", made, citation))
    until = day_of(latest.until)
    resolved = effective_day(history, EventKind.resolve)
    done = resolved or effective_day(history, EventKind.conclude) or through
    if until == by or done <= until:
        return ()
    facts = (("at", latest.day), ("until", until))
    return _violation(Reason("progress_report_deadline.past_plan", facts, citation))


def _violation(reason: Reason) -> tuple[Finding, ...]:
    return (Finding(Severity.violation, reason),)


def _next(
    clock: Clock,
    period: Period,
    over: Reason | None,
    history: History,
    through: date,
    calendar: WorkCalendar,
    findings: tuple[Finding, ...],
) -> Decision[Deadline]:
    """The next report, and the turns that passed without one; none where they are ``over``."""
    if clock.started is None:
        return judge(clock, None, through, calendar)._replace(findings=findings)
    turns = last_days(calendar, clock.started, period, through)
    if turns is None:
        return _outside(clock, findings)
    reported = [event.day for event in history.all(EventKind.report)]
    missed, running = _unreported(clock.started, turns, reported, through)
    if missed:
        facts = (("days", missed),)
        rests_on = weakest((clock.limit.citation, clock.start.citation))
        late = Reason("progress_report_deadline.missed", facts, rests_on)
        findings += _violation(late)
    if over is not None:
        return Decision(Absent.none, (over, _EACH_TURN), findings)
    turn = len(turns) if running else len(turns) + 1
    length = nth_period(period, turn)
    if length is None:
        return _outside(clock, findings)
    decision = judge(
        clock._replace(limit=Sourced(length, clock.limit.citation)), None, through, calendar
    )
    told = tuple(_of_turn(one, turn, period) for one in decision.reasons)
    return Decision(decision.outcome, (*told, _EACH_TURN), findings)


def _of_turn(reason: Reason, turn: int, period: Period) -> Reason:
    """What is said of the whole time since the anchor, as said of the turn that ends it."""
    if reason.code != "deadline.counted":
        return reason
    facts = (("turn", turn), ("every", period), ("due", dict(reason.facts)["due"]))
    return Reason("progress_report_deadline.turn", facts, reason.citation)


def _unreported(
    anchor: date, turns: tuple[LastDay, ...], reported: list[date], through: date
) -> tuple[tuple[date, ...], bool]:
    """The last days of past turns without a report, and whether the running one lacks it too."""
    missed: list[date] = []
    before, lacking = anchor, False
    for turn in turns:
        lacking = not any(before < day <= turn.due for day in reported)
        if lacking and turn.latest < through:
            missed.append(turn.due)
        before = turn.due
    return tuple(missed), lacking


def _outside(clock: Clock, findings: tuple[Finding, ...]) -> Decision[Deadline]:
    facts = (("start", clock.started), ("period", clock.limit.value))
    outside = Reason("deadline.outside_calendar", facts, EACH_TURN)
    return undetermined(outside)._replace(findings=findings)
