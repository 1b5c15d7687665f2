"""Where does a limit stand that a policy declares itself? (自定期限).

Source: whatever document a policy restates. Districts count from their own steps, by their own
kinds of matters, and owe to their own offices; what they have in common is declared as data: from
which step the limit counts, which act meets it, who owes it to whom, how long it is, whether it
may be extended. All of them are judged by the one judgement of ``deadline``.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, get_args

from attrs import frozen

from xinfang_core.calendar import OfficeHours, last_day
from xinfang_core.case.revocation import REVOKES
from xinfang_core.context import Context
from xinfang_core.deadline import RUNNING, Clock, Deadline, idle, judge, undetermined
from xinfang_core.deadline_extension import granted_days, unless_extended
from xinfang_core.deadline_hours import judge_hours
from xinfang_core.deadline_reasons import OF_OVERDUE
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.periods import AnyPeriod, ClockPeriod, Period, SameDay
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Dimension,
    EventKind,
    Force,
    IntakeChannel,
    Level,
    MatterKind,
    PetitionForm,
    Role,
    Severity,
    Status,
    Step,
    Truth,
    Undetermined,
    WorkKind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case, Event, History

DEPENDS = Citation(
    source="",
    clause="期限按情形分列",
    phrase="",
    basis=Basis.interpreted,
    note="期限按情形不同；属何种情形无法确定的，不取任何一种的期限",
)
"""Where the limit depends on something that is not known, there is none to tell."""

EXTENDS = Citation(
    source="",
    clause="延期所指的期限",
    phrase="",
    basis=Basis.interpreted,
    note="登记的延期未写明属哪项期限的，凡办法写明可以延期的期限都照此延长；须在期限届满前批准",
)
"""A record does not say which limit was extended: each one is that may be."""


@frozen
class Params:
    """What a policy declares of one limit.

    Attributes:
        name: its official name.
        start: the step that the limit counts from, itself not counted.
        met_by: the step that meets it.
        owed_by: who owes it.
        owed_to: to whom.
        limit: the period; a table where it depends on ``by``, ``none`` where a case has none.
        by: what the period depends on, in the order of the table's keys.
        force: whether it binds strictly, in principle, or only a matter that needs the act, which
            nobody is called late for; None: strictly.
        extension: the most that one extension may add, in the unit of the limit; ``silent``: the
            source allows it and does not say how much; None: it has no word on extensions.
        extensions: how often it may be extended; None: no bound is told.
        ended_by: the steps by which a matter leaves the limit behind, such as its return.
        approved_by: who approves an extension, for those who read the policy: no record says who
            did; None where the source does not say.
        office_hours: when the office is open, for a limit in working hours.

    """

    name: Sourced[str]
    start: Sourced[Step]
    met_by: Sourced[Step]
    owed_by: Sourced[Role]
    owed_to: Sourced[Role]
    limit: Sourced[AnyPeriod] | Table[object, AnyPeriod]
    by: CitedList[Dimension] | None = None
    force: Sourced[Force] | None = None
    extension: Sourced[Period] | None = None
    extensions: Sourced[int] | None = None
    ended_by: CitedList[Step] | None = None
    approved_by: Sourced[Role] | None = None
    office_hours: Sourced[OfficeHours] | None = None

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What the period depends on, in the order of the table's keys."""
        found = self.by.values if self.by else ()
        return tuple(one for one in found if isinstance(one, Dimension))

    @property
    def duty(self) -> Duty | None:
        """What the limit obliges whom to do while it is open; None where that is not told."""
        act, debtor, creditor = self.met_by.value, self.owed_by.value, self.owed_to.value
        if isinstance(act, Absent) or isinstance(debtor, Absent) or isinstance(creditor, Absent):
            return None
        if self.force is not None and self.force.value is Force.where_needed:
            return None
        lapses = act not in _TAKEN_BACK and self.start.value not in _TAKEN_BACK
        return Duty(act, debtor, creditor, lapses=lapses)


def decide(
    keys: tuple[object, ...],
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit stands.

    Args:
        keys: what is known of each dimension of ``params.by``; None where it is not.
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the limit as it is declared.
        calendar: the working days.

    """
    if None in keys:
        return _unknown(keys, params)
    limit = params.limit
    if isinstance(limit, Table):
        limit = limit[keys[0] if len(keys) == 1 else keys]
    return in_rounds(
        lambda one, day: _judged(one, day, limit, params, calendar),
        history,
        as_of,
        (params.start.value,),
        anew=params.met_by.value in _TAKEN_BACK,
    )


def apply(
    context: Context, params: Params, kinds: Mapping[Dimension, object]
) -> Decision[Deadline]:
    """The answer about the case of ``context``; ``kinds`` are the outcomes about its kind."""
    keys = tuple(_key(one, context.case, kinds) for one in params.dimensions)
    return decide(keys, context.history, context.as_of, params, context.calendar)


def _key(dimension: Dimension, case: Case, kinds: Mapping[Dimension, object]) -> object:
    """What is known of a case in one dimension; None where it is not known."""
    found = kinds[dimension] if dimension in kinds else getattr(case, _FACTS[dimension.name])
    if type(found) in _NO_ANSWER:
        return None
    return _TRUTHS[found] if type(found) is bool else found


def _unknown(keys: tuple[object, ...], params: Params) -> Decision[Deadline]:
    """The answer where something is not known that the limit depends on."""
    known = zip(params.dimensions, keys, strict=True)
    lacking = tuple(one for one, key in known if key is None)
    names = tuple(_FACTS[one.name] for one in lacking)
    facts = (("names", lacking),)
    return undetermined(Reason("limit.dimension_unknown", facts, DEPENDS, names))


def _judged(
    history: History,
    as_of: date,
    limit: Sourced[Any],
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit stands by the events of one round."""
    clocked = type(limit.value) in _CLOCKED
    judged = _on_the_clock if clocked else _by_days
    decision = judged(history, as_of, limit, params, calendar)
    if params.ended_by:
        decision = _unless_ended(decision, history, params.ended_by)
    return _by_force(decision, params.force) if params.force else decision


def _on_the_clock(
    history: History,
    as_of: date,
    limit: Sourced[ClockPeriod],
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where a limit in hours or minutes stands; nothing extends it."""
    start, met_by = params.start.value, params.met_by
    begun = None if isinstance(start, Absent) else history.first(start)
    if begun is not None and isinstance(met_by.value, Absent):
        return undetermined(silence(met_by))
    done = None if isinstance(met_by.value, Absent) else history.first(met_by.value)
    return judge_hours(params.start, limit, begun, done, as_of, calendar, params.office_hours)


def _by_days(
    history: History, as_of: date, limit: Sourced[Period], params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where a limit in days or months stands."""
    started, most = history.day(params.start.value), params.extension
    if started is None or isinstance(limit.value, Absent):
        return idle(params.start, limit)
    if isinstance(params.met_by.value, Absent):
        return undetermined(silence(params.met_by))
    done, granting = history.day(params.met_by.value), history.all(_EXTEND)
    clock = Clock(params.start, limit, started)
    unbounded = most is not None and most.value is Absent.silent
    if most is None or (unbounded and isinstance(limit.value, SameDay)):
        decision = judge(clock, done, as_of, calendar)
        decision = unless_extended(decision, history, limit, calendar, done or as_of)
    elif most.value is Absent.none:
        decision = judge(clock, done, as_of, calendar)
        decision = _not_provided(decision, granting, most.citation)
    else:
        longer, reasons, findings = _extended(clock, granting, params, most, calendar)
        outcome, told, found = judge(longer, done, as_of, calendar)
        decision = Decision(outcome, (*reasons, *told), (*findings, *found))
    return decision


def _by_force(decision: Decision[Deadline], force: Sourced[Force]) -> Decision[Deadline]:
    """The decision, with the word how strictly the limit binds where it does not bind strictly."""
    outcome = decision.outcome
    if not isinstance(outcome, Deadline) or outcome.due is None:
        return decision
    if force.value is Force.in_principle:
        told = Reason("limit.in_principle", (), force.citation)
        return decision._replace(reasons=(*decision.reasons, told))
    if force.value is Force.where_needed and outcome.status in RUNNING:
        # Nobody is called late for an act that the matter may not have needed.
        return Decision(Absent.none, (Reason("limit.where_needed", (), force.citation),))
    return decision


def _unless_ended(
    decision: Decision[Deadline], history: History, ended_by: CitedList[Step]
) -> Decision[Deadline]:
    """The decision, unless the matter left the limit behind before what meets it was done."""
    outcome = decision.outcome
    if not isinstance(outcome, Deadline) or outcome.status not in RUNNING:
        return decision
    days = ((history.day(step.value), step) for step in ended_by.steps)
    ended = [(day, step) for day, step in days if day is not None]
    if not ended or outcome.due is None:
        return decision
    day, step = min(ended, key=itemgetter(0))
    facts = (("event", step.value), ("at", day), ("due", outcome.due))
    if day <= outcome.due:
        return Decision(Absent.none, (Reason("limit.ended", facts, step.citation),))
    passed = Reason("limit.ended_late", facts, step.citation)
    kept = tuple(one for one in decision.reasons if one.code not in OF_OVERDUE)
    lapsed = outcome._replace(status=Status.lapsed, overdue_working_days=0)
    return Decision(
        lapsed, (*kept, passed), (*decision.findings, Finding(Severity.warning, passed))
    )


def _extended(
    clock: Clock,
    granting: tuple[Event, ...],
    params: Params,
    most: Sourced[Period],
    calendar: WorkCalendar,
) -> tuple[Clock, tuple[Reason, ...], tuple[Finding, ...]]:
    """The limit with what was granted while it ran, why, and what is out of order about it."""
    reasons: tuple[Reason, ...] = ()
    findings: tuple[Finding, ...] = ()
    for event in granting:
        refused = _refused(event, clock, params, calendar)
        if refused is not None:
            findings += (Finding(Severity.violation, refused),)
            continue
        granted, too_long = _granted(event, most, clock)
        clock = clock._replace(extra=(*clock.extra, granted))
        facts = (("at", event.day), ("period", granted))
        reasons += (Reason("limit.extended", facts, most.citation),)
        findings += too_long
    return clock, reasons, findings


def _granted(
    event: Event, most: Sourced[Period], clock: Clock
) -> tuple[Period, tuple[Finding, ...]]:
    """What an extension adds: of a longer one the most; all of it where no bound is told."""
    longest = None if isinstance(most.value, Absent) else most.value
    granted, cut = granted_days(clock, event.extension or 1, longest)
    if not cut:
        return granted, ()
    facts = (("at", event.day), ("found", event.extension), ("most", longest))
    reason = Reason("limit.extension_too_long", facts, most.citation)
    return granted, (Finding(Severity.violation, reason),)


def _refused(event: Event, clock: Clock, params: Params, calendar: WorkCalendar) -> Reason | None:
    """Why an extension does not count; None where it does."""
    bound = params.extensions
    if bound is not None and isinstance(bound.value, int) and len(clock.extra) >= bound.value:
        facts = (("at", event.day), ("most", bound.value))
        return Reason("limit.extended_again", facts, bound.citation)
    # The clock has begun, so it has a day and a period.
    started: Any = clock.started
    period: Any = clock.limit.value
    if event.day < started:
        facts = (("at", event.day), ("start", started))
        return Reason("limit.extension_early", facts, EXTENDS)
    ends = last_day(calendar, started, period, *clock.extra)
    if ends is None or event.day <= ends.latest:
        return None
    late = (("at", event.day), ("due", ends.due))
    return Reason("limit.extension_late", late, EXTENDS)


def _not_provided(
    decision: Decision[Deadline], granting: tuple[Event, ...], citation: Citation
) -> Decision[Deadline]:
    """The decision, with the extensions that the source does not provide for."""
    code = "limit.extension_not_provided"
    found = (Reason(code, (("at", event.day),), citation) for event in granting)
    findings = (Finding(Severity.violation, reason) for reason in found)
    return decision._replace(findings=(*decision.findings, *findings))


_EXTEND: Final = EventKind.extend
# A union is looked through member by member, at twice the cost of counting the days.
_CLOCKED = frozenset(get_args(ClockPeriod))
_TAKEN_BACK = REVOKES[EventKind.reopen]
"""What ends a matter, or comes after its end: such an act, and what such a step asks for, is owed
still when the matter has ended."""
_NO_ANSWER = frozenset({Absent, Undetermined})
_TRUTHS = {True: Truth.yes, False: Truth.no}
_FACTS: Mapping[str, str] = {
    "kind": "reply_kind",
    "work_kind": "work_kind",
    "level": "competent_level",
    "channel": "intake_channel",
    "form": "form",
    "urgent": "urgent",
    "major": "major",
    "complicated": "complicated",
    "superior_assigned": "superior_assigned",
}
"""The fact, or the rule, that tells where a case stands in a dimension."""

KEYS: Mapping[Dimension, object] = {
    Dimension.kind: MatterKind,
    Dimension.work_kind: WorkKind,
    Dimension.level: Level,
    Dimension.channel: IntakeChannel,
    Dimension.form: PetitionForm,
    Dimension.urgent: Truth,
    Dimension.major: Truth,
    Dimension.complicated: Truth,
    Dimension.superior_assigned: Truth,
}
"""What the keys of a table are in each dimension."""
