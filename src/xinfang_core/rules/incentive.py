"""What does the agent earn for this case? (代理奖励).

Source: the online-proxy system (网上信访代理), second part, third measure. Agents who are not
public employees get an award instead of a subsidy: 10 yuan for a case proxied with success, 15
where the petitioner rates it at least basically satisfied, 20 where the petitioner ends complaint
and petition and is satisfied. For public employees the work enters the yearly appraisal. The
source does not say how the amounts combine, what counts as success, or whether there is a cap;
each way of combining them is a scheme. What was paid is compared with what is due: nothing to a
public employee, once for a case, and not where the delivery proves not to have happened.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case import is_before
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import Yuan
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    AwardScheme,
    Basis,
    EventKind,
    Grade,
    Role,
    Settled,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Agent, Event, History
    from xinfang_core.decision import Facts

AGENT_RATING = Citation(
    source="",
    clause="奖励所依的评价",
    phrase="",
    basis=Basis.interpreted,
    note="原文“信访人评价”未指明评价对象；奖励给代理员，故取对代理员的最近一次评价，同时有几次的取较低的；未记录的按未评价",
)
"""The rating that counts is the latest one of the agent; none recorded is ``unrated``."""

TAKEN_BACK = Citation(
    source="",
    clause="查实未送达的奖励",
    phrase="",
    basis=Basis.interpreted,
    note="奖励以代理成功为前提；查实未送达且未重新送达的，不发奖励，已发的收回；重新送达的照发",
)
"""An award rests on the delivery: it goes where the delivery did not happen."""

KEPT = Citation(
    source="",
    clause="重新办理与已发奖励",
    phrase="",
    basis=Basis.interpreted,
    note="重新办理不是代理员的过错，不收回此前已发的奖励；尚未发放的按最近一次评价计算",
)
"""Reopening a case never takes back what was paid before."""


@frozen
class Params:
    """What a policy pays, to whom, for what.

    Attributes:
        scheme: how the levels of one case combine.
        earned_by: the event that makes the proxy a success.
        recognition: money or an appraisal record, for each category of agents.
        level: the level reached, for each combination of settled and grade.
        amount: yuan for each level.
        cap: the most for one case in yuan; ``none`` where there is no cap.

    """

    scheme: Sourced[AwardScheme]
    earned_by: Sourced[EventKind]
    recognition: Table[AgentCategory, AwardKind]
    level: Table[tuple[Settled, Grade], AwardLevel]
    amount: Table[AwardLevel, Yuan]
    cap: Sourced[Yuan]

    @cached_property
    def eligible(self) -> dict[AgentCategory, Reason]:
        """That an agent of the category may be paid."""
        return {
            category: Reason("incentive.eligible", (("category", category),), found.citation)
            for category, found in self.recognition.cells.items()
        }

    @cached_property
    def earned(self) -> Reason:
        """That the proxy was a success."""
        facts = (("event", self.earned_by.value),)
        return Reason("incentive.earned", facts, self.earned_by.citation)

    @cached_property
    def awards(self) -> dict[tuple[Settled | None, Grade], tuple[Award | None, tuple[Reason, ...]]]:
        """The award for everything that may be recorded, see ``_award``."""
        return {
            (settled, grade): _award(settled, grade, self)
            for settled in (None, *Settled)
            for grade in Grade
        }


@frozen
class Award:
    """The recognition of one case.

    Attributes:
        kind: money, or a record for the yearly appraisal.
        level: the level reached; None for an appraisal record.
        amount: yuan; 0 for an appraisal record.

    """

    kind: AwardKind
    level: AwardLevel | None = None
    amount: Decimal = Decimal(0)


# Looking a member up costs as much as a reason.
_APPRAISAL, _UNRATED, _AGENT = AwardKind.appraisal, Grade.unrated, Role.agent
_DELIVER, _EVALUATE = EventKind.deliver, EventKind.evaluate
_REFUTE, _PAY = EventKind.refute_delivery, EventKind.pay_award
_NO, _NOTHING = Settled.no, Decimal(0)
_RECORD = Award(AwardKind.appraisal)
_NO_AGENT, _NO_CATEGORY = "incentive.no_agent", "incentive.no_category"
_REFUTED = Reason("incentive.refuted", (), TAKEN_BACK)
_RATED = {grade: Reason("incentive.rated", (("grade", grade),), AGENT_RATING) for grade in Grade}
_LEVELS = tuple(AwardLevel)


def decide(
    agent: Agent | None, settled: Settled | None, history: History, params: Params
) -> Decision[Award]:
    """The award for the case; undetermined, never paid, where something needed is not recorded.

    Args:
        agent: who acted for the petitioner.
        settled: whether complaint and petition have ended; None is read as no, with a reason.
        history: the events known on the day asked about.
        params: the policy's tables.

    Returns:
        The award, with findings where something else was paid than what is due.

    """
    if agent is None or agent.category is None:
        reason = Reason(_NO_CATEGORY if agent else _NO_AGENT, (), params.scheme.citation)
        return _undetermined(reason, history, params)
    recognition = params.recognition[agent.category]
    if isinstance(recognition.value, Absent):
        return _undetermined(silence(recognition), history, params)
    if recognition.value is _APPRAISAL:
        facts = (("category", agent.category),)
        reason = Reason("incentive.appraisal", facts, recognition.citation)
        findings = _paid_to_public_employee(history, recognition.citation)
        return Decision(_RECORD, (reason,), findings)
    return _earned(params.eligible[agent.category], settled, history, params)


def _earned(
    eligible: Reason, settled: Settled | None, history: History, params: Params
) -> Decision[Award]:
    """The award of an agent who may be paid."""
    event = params.earned_by.value
    if isinstance(event, Absent):
        return _undetermined(silence(params.earned_by), history, params)
    if history.day(event) is None:
        missing = Reason("incentive.not_earned", (("event", event),), params.earned_by.citation)
        return _undetermined(missing, history, params)
    if event is _DELIVER and _is_refuted(history):
        return _undetermined(_REFUTED, history, params)
    award, reasons = params.awards[settled, _grade(history)]
    if award is None:
        return _undetermined(reasons[0], history, params)
    findings = _paid_otherwise(award.amount, history, params)
    return Decision(award, (eligible, params.earned, *reasons), findings)


def _is_refuted(history: History) -> bool:
    """Whether the last delivery was found not to have happened."""
    refuted = history.all(_REFUTE)
    if not refuted:
        return False
    latest = [event for event in history.events if event.kind in {_DELIVER, _REFUTE}]
    return latest[-1].kind is _REFUTE


def _grade(history: History) -> Grade:
    """The latest rating of the agent."""
    for event in reversed(history.all(_EVALUATE)):
        if event.target is _AGENT:
            return event.grade or _UNRATED
    return _UNRATED


def _award(
    settled: Settled | None, grade: Grade, params: Params
) -> tuple[Award | None, tuple[Reason, ...]]:
    """The award for what is recorded, and why; no award where a value is silent, which is why."""
    level = params.level[settled or _NO, grade]
    if isinstance(level.value, Absent):
        return None, (silence(level),)
    reached = (("settled", settled or _NO), ("grade", grade), ("level", level.value))
    reasons = [_RATED[grade], Reason("incentive.level", reached, level.citation)]
    if settled is None:
        reasons.append(Reason("incentive.settled_not_recorded", (), level.citation))
    return _paid(level.value, reasons, params)


def _paid(
    level: AwardLevel, reasons: list[Reason], params: Params
) -> tuple[Award | None, tuple[Reason, ...]]:
    """The amounts that the scheme counts for the level, within the cap."""
    scheme, cap = params.scheme, params.cap
    if isinstance(scheme.value, Absent):
        return None, (silence(scheme),)
    reasons.append(Reason("incentive.scheme", (("scheme", scheme.value),), scheme.citation))
    earned = _NOTHING
    for counted in _counted(scheme.value, level):
        amount = params.amount[counted]
        if amount.value is Absent.silent:
            return None, (silence(amount),)
        facts: Facts = (("level", counted), ("amount", amount.value))
        reasons.append(Reason("incentive.amount", facts, amount.citation))
        # An amount of none is no money.
        earned += _NOTHING if isinstance(amount.value, Absent) else amount.value
    if cap.value is Absent.silent:
        return None, (silence(cap),)
    reasons.append(Reason("incentive.cap", (("cap", cap.value),), cap.citation))
    # A cap of none is no cap.
    due = earned if isinstance(cap.value, Absent) else min(earned, cap.value)
    return Award(AwardKind.money, level, due), tuple(reasons)


def _counted(scheme: AwardScheme, level: AwardLevel) -> tuple[AwardLevel, ...]:
    """The levels whose amounts add up: the one reached, all up to it, or the first one and it."""
    if scheme is AwardScheme.highest_level or level is _LEVELS[0]:
        return (level,)
    if scheme is AwardScheme.base_plus_bonus:
        return (_LEVELS[0], level)
    return _LEVELS[: _LEVELS.index(level) + 1]


def _undetermined(reason: Reason, history: History, params: Params) -> Decision[Award]:
    """No award for now; money that was paid all the same is a finding."""
    payments = history.all(_PAY)
    if not payments:
        return Decision(Undetermined.undetermined, (reason,))
    facts = (("paid", _total(payments)),)
    if reason is _REFUTED:
        found = Finding(Severity.violation, Reason("incentive.take_back", facts, TAKEN_BACK))
    else:
        early = Reason("incentive.paid_undetermined", facts, params.scheme.citation)
        found = Finding(Severity.warning, early)
    return Decision(Undetermined.undetermined, (reason,), (found,))


def _paid_to_public_employee(history: History, citation: Citation) -> tuple[Finding, ...]:
    payments = history.all(_PAY)
    if not payments:
        return ()
    facts = (("paid", _total(payments)),)
    return (Finding(Severity.violation, Reason("incentive.paid_public", facts, citation)),)


def _paid_otherwise(due: Decimal, history: History, params: Params) -> tuple[Finding, ...]:
    """That the award was paid twice, or another amount than what is due."""
    payments = history.all(_PAY)
    if not payments:
        return ()
    paid, cited = _total(payments), params.scheme.citation
    facts = (("paid", paid), ("due", due), ("times", len(payments)))
    if len(payments) > 1:
        return (Finding(Severity.violation, Reason("incentive.paid_twice", facts, cited)),)
    if paid < due:
        return (Finding(Severity.warning, Reason("incentive.paid_less", facts, cited)),)
    if paid == due:
        return ()
    reopened = history.all(EventKind.reopen)
    if reopened and not is_before(reopened[-1], payments[0]):
        return (Finding(Severity.notice, Reason("incentive.kept", facts, KEPT)),)
    return (Finding(Severity.violation, Reason("incentive.paid_more", facts, cited)),)


def _total(payments: tuple[Event, ...]) -> Decimal:
    return sum((event.amount for event in payments if event.amount), _NOTHING)
