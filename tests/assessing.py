"""What the tests of assessments share: policies, days, cases, and one pack with every rule."""

from __future__ import annotations

from datetime import date
from functools import reduce
from pathlib import Path
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from checks import day, present, recorded
from strategies import cases
from xinfang_core.assessment import RULES, Assessment, assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case, Event
from xinfang_core.deadline import Deadline
from xinfang_core.policy import Policy, PolicyPack, load_policy, policy_ids, read_policy
from xinfang_core.policy.pack import GROUP_OF
from xinfang_core.rules.follow_through.supervision import Supervision
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import CaseClass, Conduct, ReplyKind, Route, Status

EXAMPLES = Path(__file__).parents[1] / "examples"
MAINLAND = mainland_calendar()
POLICIES: dict[str, Policy] = {name: load_policy(name) for name in policy_ids()}
NATIONAL, PROXY = POLICIES["national"], POLICIES["online-proxy"]
LOCAL = tuple(name for name in POLICIES if name != "national")
OLD_AND_NEW = ("2005-05-01", "2022-05-01")
"""The first days of the two national texts."""

READINGS = tuple(
    policy.with_variant(variant)
    for policy in POLICIES.values()
    for variant in (None, *policy.variants)
)
"""Every shipped policy under each of its readings."""

IN_2025 = PROXY.on(day("2025-01-01"))


Holder = TypeVar("Holder", PolicyPack, Assessment)


def with_rules(holder: Holder, **rules: object) -> Holder:
    """The pack or the assessment with these rules in place, each in its group."""
    for rule, found in rules.items():
        name = GROUP_OF[rule]
        holder = evolve(holder, **{name: evolve(getattr(holder, name), **{rule: found})})
    return holder


def _with_rules_of(pack: PolicyPack, other: PolicyPack) -> PolicyPack:
    """The pack, with the rules of another one that it does not have."""
    lacking = [name for name in RULES if pack.params(name) is None]
    declared = {**other.declared_limits, **pack.declared_limits}
    more = {name: other.params(name) for name in lacking}
    return with_rules(evolve(pack, declared_limits=declared), **more)


def _example(name: str, variant: str | None = None) -> Policy:
    """An example of a host's own policy."""
    return read_policy(EXAMPLES / "policies" / name).with_variant(variant)


_SHANDONG, _LADDERS, _LETTERS = (
    _example(*name).on(day("2025-01-01"))
    for name in (("shandong-mandate",), ("gongshu-ladders",), ("jiuyuan-letters", "repeats"))
)
_FILLED_IN = with_rules(
    PolicyPack("every@rule"),
    mandate=_SHANDONG.people.mandate,
    copied_notice=_LADDERS.follow_through.copied_notice,
    exposure=_LADDERS.follow_through.exposure,
    supervision_letters=_LETTERS.follow_through.supervision_letters,
)
EVERY_RULE = evolve(
    reduce(
        _with_rules_of,
        (policy.on(day("2025-01-01")) for policy in (NATIONAL, PROXY, *POLICIES.values())),
        _FILLED_IN,
    ),
    workflow=PROXY.on(day("2025-01-01")).workflow,
)
"""A pack that no place has: every rule there is, from examples and shipped policies."""

SHIPPED = st.sampled_from([one.on(day(first)) for one in READINGS for first in OLD_AND_NEW])
RECENT = st.dates(date(2021, 1, 1), date(2026, 12, 31))
CASES = cases(RECENT)

STATUTORY = tuple(name for name, duty in DUTIES.items() if duty.delay)
"""The limits of the regulation that bind an office."""

FED_BY: dict[str, tuple[str, ...]] = {
    "appeal_route": ("case_class",),
    "class_handling": ("case_class",),
    "confidentiality": ("case_class",),
    "handling_deadline": ("case_class",),
    "review_request_deadline": ("case_class",),
    "reply_deadline": ("reply_kind",),
    "case_stage": ("repeat_petition",),
    "growth_signs": ("group_petition", "skip_level", "repeat_petition"),
    "colour": ("handling_level",),
    "acceptance_deadline": ("colour",),
    "joint_handling": ("case_weight",),
    "self_service": ("case_weight", "repeat_petition"),
    "simplified_transfer_deadline": ("simplified_procedure",),
    "simplified_acceptance_deadline": ("simplified_procedure",),
    "simplified_handling_deadline": ("simplified_procedure",),
    "progress_feedback_deadline": ("work_kind",),
    "resolution_deadline": ("work_kind",),
    "progress_report_deadline": ("work_kind", "resolution_deadline"),
    "visit_guidance": ("skip_level", "group_petition"),
    "feedback_mode": ("group_petition", "case_class"),
    "satisfaction": ("evaluation_window_deadline",),
    "supervision": STATUTORY,
    "suggestion": STATUTORY,
    "supervision_letters": tuple(DUTIES),
    "copied_notice": tuple(DUTIES),
    "exposure": tuple(DUTIES),
    "accountability": tuple(DUTIES),
    "incentive": ("agent_eligibility",),
}
"""Whose outcomes a rule is handed; every other rule stands on facts alone."""

WRITTEN_WITH = {"evaluation_window_deadline": ("satisfaction",)}
"""Whose parameters a rule is handed: whom the petitioner rates stands with the satisfaction."""


def assessed(case: Case, as_of: str, policy: PolicyPack | str = IN_2025) -> Assessment:
    """The assessment of a case by the calendar of the mainland.

    A policy given by its name is the newest one under the national text of 2022.
    """
    if isinstance(policy, str):
        policy = POLICIES[policy].on(day("2025-01-01"))
    return assess(case, policy, MAINLAND, day(as_of))


def triggers_of(answer: Assessment) -> tuple[Conduct, ...]:
    """What calls for supervision."""
    outcome = present(answer.follow_through.supervision).outcome
    assert isinstance(outcome, Supervision)
    return outcome.triggers


def appeal(*details: Event, **days: str) -> Case:
    """A general appeal on the petition route, with events by kind and day."""
    return Case(
        "A-1",
        recorded(*details, **days),
        category=ReplyKind.general,
        case_class=CaseClass.appeal,
        route=Route.petition,
    )


def status(assessment: Assessment, rule: str) -> Status | None:
    """Where the limit of a rule stands; None where the policy has none."""
    decision = assessment.decision(rule)
    outcome = decision.outcome if decision else None
    return outcome.status if isinstance(outcome, Deadline) else None
