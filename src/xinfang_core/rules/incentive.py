"""What does the agent earn for this case? (代理奖励).

Source: the online-proxy system (网上信访代理), second part, third measure. Agents who are not
public employees get an award instead of a subsidy: 10 yuan for a case proxied with success, 15
where the petitioner rates it at least basically satisfied, 20 where the petitioner ends complaint
and petition and is satisfied. For public employees the work enters the yearly appraisal. The
source does not say how the amounts combine, what counts as success, or whether there is a cap.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.decision import Decision, Reason, silence
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
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Agent, History

AGENT_RATING = Citation(
    source="",
    clause="奖励所依的评价",
    phrase="",
    basis=Basis.interpreted,
    note="原文“信访人评价”未指明评价对象；奖励给代理员，故取对代理员的最近一次评价，同时有几次的取较低的；未记录的按未评价",
)
"""The rating that counts is the latest one of the agent; none recorded is ``unrated``."""


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


def decide(
    agent: Agent | None, settled: Settled | None, history: History, params: Params
) -> Decision[Award]:
    """The award for the case; undetermined, never paid, where something needed is not recorded.

    Args:
        agent: who acted for the petitioner.
        settled: whether complaint and petition have ended; None is read as no, with a reason.
        history: the events known on the day asked about.
        params: the policy's tables.

    """
    if agent is None or agent.category is None:
        code = "incentive.no_agent" if agent is None else "incentive.no_category"
        return _undetermined(Reason(code, (), params.scheme.citation))
    recognition = params.recognition[agent.category]
    facts = (("category", agent.category),)
    if isinstance(recognition.value, Absent):
        return _undetermined(silence(recognition))
    if recognition.value is AwardKind.appraisal:
        reason = Reason("incentive.appraisal", facts, recognition.citation)
        return Decision(Award(AwardKind.appraisal), (reason,))
    eligible = Reason("incentive.eligible", facts, recognition.citation)
    return _earned(eligible, settled, history, params)


def _earned(
    eligible: Reason, settled: Settled | None, history: History, params: Params
) -> Decision[Award]:
    """The award of an agent who may be paid."""
    event = params.earned_by.value
    if isinstance(event, Absent):
        return _undetermined(silence(params.earned_by))
    facts = (("event", event),)
    if history.first(event) is None:
        return _undetermined(Reason("incentive.not_earned", facts, params.earned_by.citation))
    earned = Reason("incentive.earned", facts, params.earned_by.citation)
    grade, rated = _grade(history)
    level = params.level[settled or Settled.no, grade]
    if isinstance(level.value, Absent):
        return _undetermined(silence(level))
    reached = (("settled", settled or Settled.no), ("grade", grade), ("level", level.value))
    reasons = [eligible, earned, rated, Reason("incentive.level", reached, level.citation)]
    if settled is None:
        reasons.append(Reason("incentive.settled_not_recorded", (), level.citation))
    return _paid(level.value, reasons, params)


def _grade(history: History) -> tuple[Grade, Reason]:
    """The latest rating of the agent."""
    ratings = [
        event.grade for event in history.all(EventKind.evaluate) if event.target is Role.agent
    ]
    grade = (ratings[-1] if ratings else None) or Grade.unrated
    return grade, Reason("incentive.rated", (("grade", grade),), AGENT_RATING)


def _paid(level: AwardLevel, reasons: list[Reason], params: Params) -> Decision[Award]:
    """The amount of the level, within the cap."""
    amount, cap, scheme = params.amount[level], params.cap, params.scheme
    for needed in (amount, cap, scheme):
        if needed.value is Absent.silent:
            return _undetermined(silence(needed))
    facts = (("level", level), ("amount", amount.value))
    reasons += [
        Reason("incentive.scheme", (("scheme", scheme.value),), scheme.citation),
        Reason("incentive.amount", facts, amount.citation),
        Reason("incentive.cap", (("cap", cap.value),), cap.citation),
    ]
    # An amount of none is no money; a cap of none is no cap.
    paid = Decimal(0) if isinstance(amount.value, Absent) else amount.value
    most = paid if isinstance(cap.value, Absent) else cap.value
    return Decision(Award(AwardKind.money, level, min(paid, most)), tuple(reasons))


def _undetermined(reason: Reason) -> Decision[Award]:
    return Decision(Undetermined.undetermined, (reason,))
