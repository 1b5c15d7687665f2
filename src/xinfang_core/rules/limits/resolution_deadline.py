"""By when must the matter be resolved? (解决期限).

Source: Qiaocheng (谯城“13710”工作法), the 7 and the second 1: general work that has no date of its
own and can be resolved is resolved within seven days in principle, major problems and some complex
ones within one month in principle. What really cannot be resolved in that month gets a plan with
dates, and the work goes by them. Work that was given a date keeps to that date. “In principle”
(原则上) is a force: it says how grave it is when the limit is missed, not whether there is one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.moments import day_of
from xinfang_core.context import Context
from xinfang_core.deadline import MISSED, Deadline, clock_for, judge, judge_day, undetermined
from xinfang_core.deadline_extension import is_past, unless_extended
from xinfang_core.deadline_reasons import NO_PAST_DAY
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Finding, Reason, outcome_of, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    Force,
    Role,
    Severity,
    Undetermined,
    WorkKind,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.rules.kind import Kind

NEEDS_KIND = Citation(
    source="",
    clause="解决期限按工作类别规定",
    phrase="",
    basis=Basis.interpreted,
    note="一般性工作与重大、复杂问题期限不同；类别无法确定的，不取任何一类的期限",
)
"""The kinds have limits of their own, so without a kind there is none to tell."""

CONCLUSION_AS_RESOLUTION = Citation(
    source="",
    clause="以办结认定解决",
    phrase="",
    basis=Basis.interpreted,
    note="未记录解决日期而已办结的，以办结日期认定落实解决；办结不早于解决，只会偏晚",
)
"""A matter is not concluded before it is resolved, so that day is never too early."""

UNTIL_FOUND_UNRESOLVABLE = Citation(
    source="",
    clause="“可以解决”未记录",
    phrase="",
    basis=Basis.interpreted,
    note="未记录不能解决的，期限照常适用；不能解决须由承办单位记明",
)
"""That a matter cannot be resolved is for the office to say; until then the limit runs."""

BY_PLAN = Citation(
    source="",
    clause="按方案时间节点推进",
    phrase="",
    basis=Basis.interpreted,
    note="一个月届满以前制定载明日期的方案的，以该日为限；届满后制定、没有日期或者日期更早的，仍为一个月；改定的须在原定日期以前",
)
"""A plan with a date, made before the month is over, puts its own day in the month's place."""


DUTY = Duty(EventKind.resolve, Role.handling_body, Role.petitioner)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about resolving matters.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period for each kind; ``none`` for work that has a date of its own.
        force: how strictly the limit of each kind binds.

    """

    start: Sourced[EventKind]
    limit: Table[WorkKind, Period]
    force: Table[WorkKind, Force]


def decide(
    kind: WorkKind | Undetermined | Absent,
    own_deadline: date | None,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    resolvable: bool | None,
) -> Decision[Deadline]:
    """Where the limit to resolve the matter stands.

    Args:
        kind: the outcome of ``work_kind``.
        own_deadline: the day that a superior set for this matter; None where none was set.
        history: the events known on ``as_of``; a ``plan`` says by its ``until`` by when.
        as_of: the day asked about.
        params: the policy's start event, limits and force.
        calendar: the working days.
        resolvable: whether the matter can be resolved; None where not recorded.

    Returns:
        The deadline; ``none`` for general work that cannot be resolved. A limit that was missed
        is a finding, as grave as its force; the day of a plan binds.

    """
    if not isinstance(kind, WorkKind):
        return undetermined(_KIND_UNDETERMINED)
    found = kind
    return in_rounds(
        lambda one, day: _judged(
            found, own_deadline, one, day, params, calendar, resolvable=resolvable
        ),
        history,
        as_of,
        (params.start.value,),
        anew=True,
    )


def apply(context: Context, params: Params, kind: Kind) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        outcome_of(kind.work_kind),
        case.own_deadline,
        context.history,
        context.as_of,
        params,
        context.calendar,
        resolvable=case.resolvable,
    )


def _judged(
    kind: WorkKind,
    own_deadline: date | None,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    resolvable: bool | None,
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    limit = params.limit[kind]
    plan: date | None = None
    done, how = _resolved(history)
    clock = clock_for(params.start, limit, history)
    if clock.started is not None and own_deadline is not None and own_deadline < clock.started:
        past = _past_day(own_deadline, clock.started)
        if kind is WorkKind.dated:
            return undetermined(past)
        own_deadline, how = None, (past, *how)
    if kind is WorkKind.dated and own_deadline is not None:
        why = Reason("resolution_deadline.own_date", (("due", own_deadline),), limit.citation)
        decision = judge_day(own_deadline, why, done, as_of, calendar)
    elif kind is WorkKind.general and resolvable is False:
        unresolvable = Reason("resolution_deadline.unresolvable", (), limit.citation)
        return Decision(Absent.none, (unresolvable,))
    else:
        decision = judge(clock, done, as_of, calendar)
        if kind is WorkKind.major:
            decision, plan = _by_plan(decision, history, done, as_of, calendar)
    unit = None if kind is WorkKind.dated or plan else limit
    decision = unless_extended(decision, history, unit, calendar, done or as_of)
    if kind is WorkKind.general and resolvable is None:
        how = (*how, _NOT_SAID)
    findings = _behind(decision.outcome, params.force[kind], plan)
    beside = None if kind is WorkKind.dated else own_deadline
    if beside is not None and is_past(history, None, beside, calendar, done or as_of):
        findings += _past_own(beside, params.force[WorkKind.dated])
    return Decision(decision.outcome, (*how, *decision.reasons), findings)


def _past_own(own_deadline: date, force: Sourced[Force]) -> tuple[Finding, ...]:
    """That a date of its own passed, which a major problem was given beside its month."""
    return (_missed("resolution_deadline.past_own_date", own_deadline, force),)


def _past_day(own_deadline: date, started: date) -> Reason:
    """That the date of its own had passed before the work began."""
    slip = (("due", own_deadline), ("at", started))
    return Reason("resolution_deadline.own_date_past", slip, NO_PAST_DAY, ("own_deadline",))


_RESOLVE, _CONCLUDE = EventKind.resolve, EventKind.conclude
_KIND_UNDETERMINED = Reason("resolution_deadline.kind_undetermined", (), NEEDS_KIND, ("work_kind",))
_NOT_SAID = Reason("resolution_deadline.resolvable_unknown", (), UNTIL_FOUND_UNRESOLVABLE)
_SEVERITY = {
    Force.where_needed: Severity.notice,
    Force.in_principle: Severity.warning,
    Force.must: Severity.violation,
}


def _resolved(history: History) -> tuple[date | None, tuple[Reason, ...]]:
    """The day of resolution; where only a conclusion is recorded, its day, with the reason."""
    done = history.day(_RESOLVE)
    concluded = history.day(_CONCLUDE) if done is None else None
    if concluded is None:
        return done, ()
    facts = (("at", concluded),)
    reason = Reason("resolution_deadline.by_conclusion", facts, CONCLUSION_AS_RESOLUTION)
    return concluded, (reason,)


def _by_plan(
    month: Decision[Deadline],
    history: History,
    done: date | None,
    as_of: date,
    calendar: WorkCalendar,
) -> tuple[Decision[Deadline], date | None]:
    """Where the limit stands by the plan in force, and the day it was made; else by the month."""
    if not isinstance(month.outcome, Deadline) or month.outcome.latest is None:
        return month, None
    due = last = month.outcome.latest
    made: date | None = None
    for plan in history.all(EventKind.plan):
        if plan.until and plan.day <= due:
            due = max(day_of(plan.until), last)
            made = plan.day if due > last else None
    if made is None:
        return month, None
    why = Reason("resolution_deadline.by_plan", (("at", made), ("due", due)), BY_PLAN)
    planned = judge_day(due, why, done, as_of, calendar)
    # How the month was counted stays told; where the limit stands is told by the plan.
    return planned._replace(reasons=(*month.reasons[:-1], *planned.reasons)), made


def _behind(
    outcome: Deadline | Undetermined | Absent, force: Sourced[Force], plan: date | None
) -> tuple[Finding, ...]:
    """That the limit was missed: as grave as its force, or past the day of the plan made then."""
    if not isinstance(outcome, Deadline) or outcome.status not in MISSED:
        return ()
    if plan is not None:
        facts = (("at", plan), ("due", outcome.due))
        past = Reason("resolution_deadline.past_plan", facts, BY_PLAN)
        return (Finding(Severity.violation, past),)
    return (_missed("resolution_deadline.behind", outcome.due, force),)


def _missed(code: str, due: date | None, force: Sourced[Force]) -> Finding:
    """A limit that was missed; where its force is not told, no more than a notice."""
    if isinstance(force.value, Absent):
        return Finding(Severity.notice, silence(force))
    facts = (("due", due), ("force", force.value))
    return Finding(_SEVERITY[force.value], Reason(code, facts, force.citation))
