"""By when must the matter be concluded, extension included? (办理期限).

Source, 2022 regulation (信访工作条例) Art. 34: appeal matters handled by the petition route
(Art. 31 (六)) are concluded within 60 days of acceptance; where circumstances are complex the
head of the body may approve an extension of at most 30 days, and the petitioner is told why.
Suggestions and accusations (Arts. 29, 30) and the other five routes have no day count there.
2005 regulation (信访条例) Art. 33: the same 60 and 30 days, for all matters.

A matter that is reopened and accepted anew has the limit anew; see ``deadline_rounds``.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from xinfang_core.calendar import last_day
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, clock_for, judge, undetermined
from xinfang_core.deadline_extension import granted_days
from xinfang_core.deadline_reasons import REPLY_AS_CONCLUSION
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Finding, Reason, outcome_as, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    Conduct,
    EventKind,
    HandlingScope,
    Role,
    Route,
    Severity,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import LastDay, WorkCalendar
    from xinfang_core.case import Event, History
    from xinfang_core.rules.kind import Kind


DUTY = Duty(EventKind.conclude, Role.handling_body, Role.petitioner, delay=Conduct.overdue)
"""What an open limit obliges whom to do."""

ORIGINAL_LIMIT = Citation(
    source="",
    clause="再次延期以原期限为准",
    phrase="",
    basis=Basis.interpreted,
    note="原文只许在原期限之上延长一段，故每次延期都须在原期限届满前批准；先前的延期不使再次延期的时限推后",
)
"""Every extension adds to the original limit, and is approved before that limit has passed."""


@frozen
class Params:
    """What the regulation says about handling.

    Attributes:
        scope: which matters the limit covers.
        start: the event that the limit counts from, itself not counted.
        limit: the period.
        extension_limit: the most that extensions may add in all, of the same type; ``none``
            where the regulation has no extension.

    """

    scope: Sourced[HandlingScope]
    start: Sourced[EventKind]
    limit: Sourced[Period]
    extension_limit: Sourced[Period]

    @cached_property
    def petition_route(self) -> Reason:
        """That the limit covers an appeal on the petition route."""
        return Reason("handling_deadline.petition_route", (), self.scope.citation)

    @cached_property
    def all_matters(self) -> Reason:
        """That the limit covers every matter."""
        return Reason("handling_deadline.all_matters", (), self.scope.citation)


def decide(
    case_class: CaseClass | None,
    route: Route | None,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the handling limit stands.

    Args:
        case_class: suggestion, accusation or appeal; None where not recorded.
        route: for an appeal, its route by Art. 31; None where not recorded.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's scope, start event, limit and extension.
        calendar: the working days.

    """
    covered = _covered(case_class, route, params)
    if isinstance(covered, Decision):
        return covered
    return in_rounds(
        lambda one, day: _judged(one, day, params, calendar, covered),
        history,
        as_of,
        (params.start.value,),
        anew=True,
    )


def apply(context: Context, params: Params, kind: Kind) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    case = context.case
    which = outcome_as(kind.case_class, CaseClass) or case.case_class
    return decide(which, case.route, context.history, context.as_of, params, context.calendar)


def _judged(
    history: History, as_of: date, params: Params, calendar: WorkCalendar, covered: Reason
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    clock = clock_for(params.start, params.limit, history)
    done, how = _concluded(history)
    cap, granting = params.extension_limit, history.all(_EXTEND)
    if not granting:
        outcome, reasons, _ = judge(clock, done, as_of, calendar)
        return _new(Decision, (outcome, (covered, *how, *reasons), ()))
    in_time, base = _extensions(granting, clock, calendar)
    if in_time and cap.value is Absent.silent:
        return undetermined(silence(cap))
    granted, extended, findings = _granted(in_time, cap, clock)
    decision = judge(clock._replace(extra=granted), done, as_of, calendar)
    late = tuple(
        _late(event, base, cap.citation, again=bool(in_time))
        for event in granting
        if base is not None and event.day > base.earliest
    )
    ignored = (one.reason for one in late if one.reason.citation is ORIGINAL_LIMIT)
    untold = (finding for event in in_time for finding in _untold(event, cap.citation))
    return Decision(
        decision.outcome,
        (covered, *extended, *ignored, *how, *decision.reasons),
        (*untold, *late, *findings, *decision.findings),
    )


def _covered(
    case_class: CaseClass | None, route: Route | None, params: Params
) -> Reason | Decision[Deadline]:
    """The reason why the limit covers the matter, or the answer where it does not."""
    scope, cited = params.scope.value, params.scope.citation
    if isinstance(scope, Absent):
        return undetermined(silence(params.scope))
    if scope is _ALL_MATTERS:
        return params.all_matters
    if case_class is None:
        return undetermined(Reason("handling_deadline.class_unknown", (), cited, ("case_class",)))
    if case_class is not _APPEAL:
        facts = (("case_class", case_class),)
        return Decision(Absent.none, (Reason("handling_deadline.no_day_count", facts, cited),))
    if route is None:
        return undetermined(Reason("handling_deadline.route_unknown", (), cited, ("route",)))
    if route is not _PETITION:
        other = Reason("handling_deadline.other_route", (("route", route),), cited)
        return Decision(Absent.none, (other,))
    return params.petition_route


def _concluded(history: History) -> tuple[date | None, tuple[Reason, ...]]:
    """The day of conclusion; where only a reply is recorded, its day, with the reason."""
    done = history.day(_CONCLUDE)
    replied = history.day(_REPLY) if done is None else None
    if replied is None:
        return done, ()
    facts = (("at", replied),)
    return replied, (Reason("handling_deadline.reply_as_conclusion", facts, REPLY_AS_CONCLUSION),)


def _extensions(
    events: tuple[Event, ...], clock: Clock, calendar: WorkCalendar
) -> tuple[tuple[Event, ...], LastDay | None]:
    """The extensions that may count, and the last day by which they had to be approved."""
    limit, started = clock.limit.value, clock.started
    if started is None or isinstance(limit, Absent):
        return (), None
    base = last_day(calendar, started, limit)
    if base is None:
        return events, None
    return tuple(event for event in events if event.day <= base.latest), base


def _granted(
    in_time: tuple[Event, ...], cap: Sourced[Period], clock: Clock
) -> tuple[tuple[Period, ...], tuple[Reason, ...], tuple[Finding, ...]]:
    """What extensions approved in time add within the cap, why, and what exceeds it."""
    if not in_time:
        return (), (), ()
    if isinstance(cap.value, Absent):
        return (), (), tuple(_not_provided(event, cap.citation) for event in in_time)
    total = sum(event.extension or 0 for event in in_time)
    granted, cut = granted_days(clock, total, cap.value)
    extended = (("at", in_time[0].day), ("period", granted))
    reason = Reason("handling_deadline.extended", extended, cap.citation)
    if not cut:
        return (granted,), (reason,), ()
    facts = (("found", total), ("most", cap.value))
    too_long = Reason("handling_deadline.extension_too_long", facts, cap.citation)
    return (granted,), (reason,), (Finding(Severity.violation, too_long),)


def _not_provided(event: Event, citation: Citation) -> Finding:
    """An extension where the regulation has none."""
    reason = Reason("handling_deadline.extension_not_provided", (("at", event.day),), citation)
    return Finding(Severity.violation, reason)


def _late(event: Event, base: LastDay, citation: Citation, *, again: bool) -> Finding:
    """An extension approved after the limit had passed, or perhaps had."""
    facts = (("at", event.day), ("due", base.due))
    if event.day <= base.latest:
        reason = Reason("handling_deadline.extension_perhaps_late", facts, citation)
        return Finding(Severity.notice, reason)
    if again:
        reason = Reason("handling_deadline.extended_again_late", facts, ORIGINAL_LIMIT)
        return Finding(Severity.violation, reason)
    reason = Reason("handling_deadline.extension_late", facts, citation)
    return Finding(Severity.violation, reason)


def _untold(event: Event, citation: Citation) -> tuple[Finding, ...]:
    """The finding that the petitioner was not told why, or that nobody recorded it."""
    if event.reason_told:
        return ()
    facts = (("at", event.day),)
    if event.reason_told is None:
        reason = Reason("handling_deadline.reason_not_recorded", facts, citation)
        return (Finding(Severity.notice, reason),)
    reason = Reason("handling_deadline.reason_not_told", facts, citation)
    return (Finding(Severity.violation, reason),)


# What the generated constructor does, at half its cost; looking a member up costs as much.
_new = tuple.__new__
_CONCLUDE, _EXTEND, _REPLY = EventKind.conclude, EventKind.extend, EventKind.reply
_ALL_MATTERS: Final = HandlingScope.all_matters
_APPEAL: Final = CaseClass.appeal
_PETITION: Final = Route.petition
