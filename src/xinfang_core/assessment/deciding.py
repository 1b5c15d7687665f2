"""The one place where rules meet (评估)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.assessment.answer import Assessment
from xinfang_core.assessment.groups import GROUPS, OWN, RULES
from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.assessment.obligations import find_obligations
from xinfang_core.context import Context, is_assumed
from xinfang_core.decision import Decision, Finding, Reason, RuleName
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.outside import Outside, judge
from xinfang_core.rules.follow_through import Own, decide_follow_through
from xinfang_core.rules.kind import decide_kind
from xinfang_core.rules.limits import decide_limits
from xinfang_core.rules.people import decide_people
from xinfang_core.vocabulary import Absent
from xinfang_core.workflow import not_yet_known, out_of_order

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.assessment.groups import Groups
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.policy import PolicyPack
    from xinfang_core.vocabulary import Role


def assess(
    case: Case,
    policy: PolicyPack,
    calendar: WorkCalendar,
    as_of: date,
    *,
    allow_assumed: bool = True,
) -> Assessment:
    """All decisions about ``case`` on the day ``as_of``.

    Args:
        case: the facts; events after ``as_of`` are not known yet.
        policy: the parameters in force for the case.
        calendar: the working days.
        as_of: the day asked about.
        allow_assumed: whether values may be used that the source does not give; where not,
            a decision that needs one is undetermined and names it.

    Raises:
        MisuseError: ``as_of`` is an instant instead of a date.

    """
    if isinstance(as_of, datetime):
        raise MisuseError(Fault("assess.not_a_date", (("found", repr(as_of)),), path="as_of"))
    context = Context(case, case.history.until(as_of), calendar, as_of, allow_assumed)
    declared = None
    if case.outside_as or policy.outside_as:
        declared = judge(
            case.outside_as,
            policy.outside_as,
            policy.outside,
            petition=case.petition,
            allow_assumed=allow_assumed,
        )
    asked = policy.own if isinstance(declared, Reason) else policy
    groups = told = _decided(context, asked, policy.rated)
    outside = None
    if isinstance(declared, Reason):
        outside = _switched_off(policy, declared, groups)
        groups = _with_switched_off(groups, outside, None)
        told = _with_switched_off(groups, outside, Decision(Absent.none, (declared,)))
    in_vain = (declared,) if isinstance(declared, Finding) else ()
    findings = in_vain + _findings(context, asked, groups)
    owed = find_obligations(groups, findings, context, asked.own_duties)
    made_by = MadeBy(policy.marks, policy.variant, calendar, as_of, allow_assumed)
    return Assessment(case.case_no, policy.label, as_of, *told, owed, findings, made_by, outside)


def _decided(context: Context, policy: PolicyPack, rated: Collection[Role | Absent]) -> Groups:
    """What the rules of the policies say."""
    kind = decide_kind(context, policy.kind, policy.listed)
    people = decide_people(context, policy.people, kind)
    limits = decide_limits(context, policy.limits, kind, people, rated, policy.declared_limits)
    own = Own(policy.ladders, policy.own_bodies)
    follow_through = decide_follow_through(
        context, policy.follow_through, kind, people, limits, policy.local, own
    )
    return kind, people, limits, follow_through


def _switched_off(policy: PolicyPack, why: Reason, groups: Groups) -> Outside:
    """Which national rules do not apply, and why."""
    off = tuple(rule for rule in RULES if rule in policy.national)
    decided = {name: one for group in groups for name, one in vars(group).items() if one}
    lacks = ((rule, decided[rule].missing) for rule in off if rule in decided)
    return Outside(why, tuple(map(RuleName, off)), tuple(one for one in lacks if one[1]))


def _with_switched_off(groups: Groups, outside: Outside, decision: Decision[Any] | None) -> Groups:
    """The decisions, with the same one in the place of each that is switched off."""
    off = {one.rule for one in outside.rules}
    given = [
        dict.fromkeys((rule for rule in rules if rule in off), decision)
        for rules in GROUPS.values()
    ]
    kind, people, limits, follow_through = groups
    return (
        evolve(kind, **given[0]),
        evolve(people, **given[1]),
        evolve(limits, **given[2]),
        evolve(follow_through, **given[3]),
    )


def _findings(context: Context, policy: PolicyPack, groups: Groups) -> tuple[Finding, ...]:
    """What is out of order: in the picking of editions, in the steps, in each decision."""
    steps = out_of_order(context.history, policy.flow, accepted=policy.accepts)
    found = [*policy.findings, *steps]
    if context.history is not context.case.history:
        found += not_yet_known(context.case.history, context.as_of)
    if not context.allow_assumed:
        found = [one for one in found if not is_assumed(one)]
    for group in groups:
        decided = vars(group)
        for decision in decided.values():
            # What the policy declares itself is a mapping of its own, nearly always empty.
            if type(decision) is Decision and decision.findings:
                found += decision.findings
        for decision in decided.get(OWN, {}).values():
            found += decision.findings
    return tuple(found)
