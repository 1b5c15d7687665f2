"""What does the agent earn for this case? (代理奖励).

Source: the online-proxy system (网上信访代理), second part, third measure. Agents who are not
public employees get an award instead of a subsidy: 10 yuan for a case proxied with success, 15
where the petitioner rates it at least basically satisfied, 20 where the petitioner ends complaint
and petition and is satisfied. For public employees the work enters the yearly appraisal. The
source does not say how the amounts combine, what counts as success, or whether there is a cap;
each way of combining them is a scheme; whose rating is meant it leaves open as well. An agent acts
for somebody else (introduction), so that who petitions in person earns nothing; newcomers serve
once they are trained (third part, second measure), so that payment waits where the agent is found
not to be fit to serve. Where the amount hangs on something that is not recorded, only the least
of it is certain, and nothing is paid yet. What was paid is compared with what is due: nothing to
a public employee, once for a case, and not where the delivery proves not to have happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, outcome_of, silence
from xinfang_core.obligation import Duty, Owed
from xinfang_core.payments import nothing_due, other_than_due
from xinfang_core.quantities import Yuan
from xinfang_core.sources import Citation, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    AwardScheme,
    Basis,
    Eligibility,
    EventKind,
    Grade,
    Role,
    Settled,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.case import Agent, History
    from xinfang_core.decision import Facts
    from xinfang_core.rules.people import People

LATEST_RATING = Citation(
    source="",
    clause="奖励所依的评价",
    phrase="",
    basis=Basis.interpreted,
    note="同一对象几次评价的，取最近一次；同时有几次的，取较低的",
)
"""Of several ratings the latest one counts."""

FIT_TO_SERVE = Citation(
    source="",
    clause="代理员不合条件的奖励",
    phrase="",
    basis=Basis.interpreted,
    note="原文未写代理员不合条件时奖励如何处理；上岗以合格为前提，故暂缓发放，不予取消，待信访部门纠正或者核实；未记录的不暂缓",
)
"""Payment waits for an agent who is found not to be fit to serve; the award is not lost."""

TAKEN_BACK = Citation(
    source="",
    clause="查实未送达的奖励",
    phrase="",
    basis=Basis.interpreted,
    note="奖励以代理成功为前提；查实未送达且未重新送达的，不发奖励，已发的收回；重新送达的照发",
)
"""An award rests on the delivery: it goes where the delivery did not happen."""

OWN_MATTER = Citation(
    source="",
    clause="本人信访与奖励",
    phrase="",
    basis=Basis.interpreted,
    note="奖励给代他人信访的代理员；代理员即信访人本人的不属代理，不发奖励，诉求照常办理；未记录的视为不是本人",
)
"""Who petitions in person proxies nobody; where that is not recorded it is read as no."""


@frozen
class Params:
    """What a policy pays, to whom, for what.

    Attributes:
        scheme: how the levels of one case combine.
        earned_by: the event that makes the proxy a success.
        rating_of: whose rating counts.
        recognition: money or an appraisal record, for each category of agents.
        level: the level reached, for each combination of settled and grade.
        amount: yuan for each level.
        cap: the most for one case in yuan; ``none`` where there is no cap.

    """

    scheme: Sourced[AwardScheme]
    earned_by: Sourced[EventKind]
    rating_of: Sourced[Role]
    recognition: Table[AgentCategory, AwardKind]
    level: Table[tuple[Settled, Grade], AwardLevel]
    amount: Table[AwardLevel, Yuan]
    cap: Sourced[Yuan]

    @cached_property
    def unknown(self) -> tuple[Reason, Reason]:
        """That no agent is recorded; that one is, without a category."""
        cited = self.scheme.citation
        lacking = ("agent_category",)
        return (
            Reason("incentive.no_agent", (), cited, lacking),
            Reason("incentive.no_category", (), cited, lacking),
        )

    @cached_property
    def recognised(self) -> dict[AgentCategory, Reason]:
        """How an agent of the category is recognised, where that is told."""
        return {
            category: Reason(_RECOGNISED[found.value], (("category", category),), found.citation)
            for category, found in self.recognition.cells.items()
            if not isinstance(found.value, Absent)
        }

    @cached_property
    def earned(self) -> Reason:
        """That the proxy was a success."""
        facts = (("event", self.earned_by.value),)
        return Reason("incentive.earned", facts, self.earned_by.citation)

    @cached_property
    def awards(self) -> dict[tuple[Settled | None, Grade], tuple[Award | None, tuple[Reason, ...]]]:
        """The award for everything that may be recorded once it is earned, see ``_award``."""
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


# What the generated constructor does, at half its cost; looking a member up costs as much.
_new = tuple.__new__
_APPRAISAL, _UNRATED = AwardKind.appraisal, Grade.unrated
_DELIVER, _EVALUATE, _REPLY = EventKind.deliver, EventKind.evaluate, EventKind.reply
_REFUTE, _NOT_FIT = EventKind.refute_delivery, Eligibility.not_eligible
_NOTHING = Decimal(0)
_RECORD = Award(AwardKind.appraisal)
_RECOGNISED = {_APPRAISAL: "incentive.appraisal", AwardKind.money: "incentive.eligible"}
_REFUTED = Reason("incentive.refuted", (), TAKEN_BACK, ("deliver",))
_WAITS = Reason("incentive.not_fit", (), FIT_TO_SERVE, ("agent_eligibility",))
_OWN = Reason("incentive.own_matter", (), OWN_MATTER)
_NOT_SAID = Reason("incentive.own_matter_not_recorded", (), OWN_MATTER)
_LATEST = Reason("incentive.latest_rating", (), LATEST_RATING)
_LEVELS = tuple(AwardLevel)


def decide(
    agent: Agent | None,
    settled: Settled | None,
    eligibility: Eligibility | Undetermined | Absent,
    history: History,
    params: Params,
) -> Decision[Award]:
    """The award for the case; undetermined, never paid, where something needed is not recorded.

    Args:
        agent: who acted for the petitioner.
        settled: whether complaint and petition have ended; where that is not recorded and the
            amount hangs on it, the least that is certain is told.
        eligibility: the outcome of ``agent_eligibility``; payment waits for who is not fit.
        history: the events known on the day asked about.
        params: the policy's tables.

    Returns:
        The award, with findings where something else was paid than what is due; ``none`` where
        the agent is the petitioner: nothing is missing that could bring an award about.

    """
    if agent is None:
        return _undetermined((params.unknown[0],), history, params)
    own = agent.is_petitioner
    if own:
        found = nothing_due("incentive.paid_petitioner", history, OWN_MATTER)
        return Decision(Absent.none, (_OWN,), found)
    if agent.category is None:
        return _undetermined((params.unknown[1],), history, params)
    recognition = params.recognition[agent.category]
    if isinstance(recognition.value, Absent):
        return _undetermined((silence(recognition),), history, params)
    reason = params.recognised[agent.category]
    if recognition.value is _APPRAISAL:
        found = nothing_due("incentive.paid_public", history, recognition.citation)
        return Decision(_RECORD, (reason,), found)
    if eligibility is _NOT_FIT:
        return _undetermined((reason, _WAITS), history, params)
    known = (reason, _NOT_SAID) if own is None else (reason,)
    return _earned(known, settled, history, params)


def apply(context: Context, params: Params, people: People) -> Decision[Award]:
    """The answer about the case of ``context``."""
    case, fit = context.case, outcome_of(people.agent_eligibility)
    return decide(case.agent, case.settled, fit, context.history, params)


def owed(outcome: Award) -> Iterator[Owed]:
    """The payment, unless one is on record."""
    if outcome.amount:
        yield Owed(_PAY_AWARD)


_PAY_AWARD = Duty(EventKind.pay_award, Role.petition_office, Role.agent, once=True)


def _earned(
    known: tuple[Reason, ...], settled: Settled | None, history: History, params: Params
) -> Decision[Award]:
    """The award of an agent who may be paid."""
    event, whose = params.earned_by.value, params.rating_of.value
    if isinstance(event, Absent) or isinstance(whose, Absent):
        silent = params.earned_by if isinstance(event, Absent) else params.rating_of
        return _undetermined((silence(silent),), history, params)
    if not _has_happened(event, history):
        facts, cited = (("event", event),), params.earned_by.citation
        missing = Reason("incentive.not_earned", facts, cited, (event.name,))
        return _undetermined((missing,), history, params)
    if event is _DELIVER and _is_refuted(history):
        found = nothing_due("incentive.take_back", history, TAKEN_BACK)
        return Decision(Undetermined.undetermined, (_REFUTED,), found)
    ratings = [one.grade or _UNRATED for one in history.all(_EVALUATE) if one.target is whose]
    award, reasons = params.awards[settled, ratings[-1] if ratings else _UNRATED]
    if len(ratings) > 1:
        known = (*known, _LATEST)
    if award is None:
        return _undetermined(reasons, history, params)
    found = other_than_due(award.amount, history, params.scheme.citation)
    return _new(Decision, (award, (*known, *reasons), found))


def _has_happened(event: EventKind, history: History) -> bool:
    """Whether the proxy was a success; what was delivered before the reply was not the reply."""
    happened = history.all(event)
    replied = history.day(_REPLY) if event is _DELIVER and happened else None
    return bool(happened) and (replied is None or happened[-1].day >= replied)


def _is_refuted(history: History) -> bool:
    """Whether the last delivery was found not to have happened."""
    refuted = history.all(_REFUTE)
    if not refuted:
        return False
    latest = [event for event in history.events if event.kind in {_DELIVER, _REFUTE}]
    return latest[-1].kind is _REFUTE


def _award(
    settled: Settled | None, grade: Grade, params: Params
) -> tuple[Award | None, tuple[Reason, ...]]:
    """The award for what is recorded, and why; no award where a value is silent, which is why."""
    if settled is not None:
        return _reached(settled, grade, params)
    ended, going_on = (_reached(one, grade, params) for one in Settled)
    if ended[0] is None or going_on[0] is None:
        return ended if ended[0] is None else going_on
    least, most = sorted((ended[0].amount, going_on[0].amount))
    level = params.level[Settled.no, grade].citation
    counted = (params.earned, _rated(grade, params))
    if least < most:
        between = (("least", least), ("most", most))
        return None, (*counted, Reason("incentive.at_least", between, level, ("settled",)))
    either = Reason("incentive.settled_either", (("grade", grade),), level)
    return going_on[0], (*counted, either, *going_on[1][len(counted) + 1 :])


def _reached(
    settled: Settled, grade: Grade, params: Params
) -> tuple[Award | None, tuple[Reason, ...]]:
    """The award for a result, and why."""
    level = params.level[settled, grade]
    if isinstance(level.value, Absent):
        return None, (silence(level),)
    facts = (("settled", settled), ("grade", grade), ("level", level.value))
    reached = Reason("incentive.level", facts, level.citation)
    return _paid(level.value, [params.earned, _rated(grade, params), reached], params)


def _rated(grade: Grade, params: Params) -> Reason:
    """The rating that counts."""
    whose = params.rating_of
    facts = (("target", whose.value), ("grade", grade))
    return Reason("incentive.rated", facts, whose.citation)


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


def _undetermined(reasons: tuple[Reason, ...], history: History, params: Params) -> Decision[Award]:
    """No award for now; money that was paid all the same is a finding."""
    code, cited = "incentive.paid_undetermined", params.scheme.citation
    found = nothing_due(code, history, cited, Severity.warning)
    return Decision(Undetermined.undetermined, reasons, found)
