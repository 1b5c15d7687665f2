"""Each rule gets the facts that it asks for, and what other rules decided; nothing else decides."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, fields_dict
from hypothesis import given

from assessing import (
    CASES,
    EVERY_RULE,
    FED_BY,
    IN_2025,
    MAINLAND,
    RECENT,
    WRITTEN_WITH,
    assessed,
    with_rules,
)
from checks import codes, day, present, rated, recorded
from strategies import FEWER
from xinfang_core.assessment import RULES, assess
from xinfang_core.assessment.reaching import RULES_OF_FACT
from xinfang_core.case import Agent, Case
from xinfang_core.policy.pack import pack_of
from xinfang_core.rules.follow_through import incentive
from xinfang_core.rules.kind import reply_kind
from xinfang_core.rules.limits import handling_deadline, notice_deadline, reply_deadline
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    CaseClass,
    CaseStage,
    CaseWeight,
    Conduct,
    DocumentForm,
    EarlierStage,
    Grade,
    HotTopic,
    IntakeChannel,
    Level,
    MandateProof,
    PetitionForm,
    ProxyForm,
    Purpose,
    ReceivingBody,
    ReplyKind,
    Route,
    Settled,
    Sign,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def _needed(rule: str) -> set[str]:
    """The rule with all that it is fed by, directly or through others."""
    found, open_ends = {rule}, [rule]
    while open_ends:
        one = open_ends.pop()
        more = {*FED_BY.get(one, ()), *WRITTEN_WITH.get(one, ())} - found
        found |= more
        open_ends += more
    return found


class TestNoChaining:
    """A rule knows another one's answer only where the assessment hands it over."""

    @FEWER
    @given(CASES, RECENT)
    def test_a_rule_decides_alike_with_and_without_the_rules_that_do_not_feed_it(
        self, case: Case, as_of: date
    ) -> None:
        answer = assess(case, EVERY_RULE, MAINLAND, as_of)
        for rule in RULES:
            few = {name: EVERY_RULE.params(name) for name in _needed(rule)}
            alone = assess(case, pack_of("甲@undated", few), MAINLAND, as_of)
            assert alone.decision(rule) == answer.decision(rule), rule

    @FEWER
    @given(CASES, RECENT)
    def test_an_assessment_is_what_its_rules_say(self, case: Case, as_of: date) -> None:
        answer = assess(case, with_rules(IN_2025, case_class=None), MAINLAND, as_of)
        history = case.history.until(as_of)
        kind = reply_kind.decide(
            case.category,
            urgent=case.urgent,
            needs_investigation=case.needs_investigation,
            consultation=case.consultation,
            params=present(IN_2025.kind.reply_kind),
        )
        assert answer.kind.reply_kind == kind
        assert answer.limits.reply_deadline == reply_deadline.decide(
            kind.outcome, history, as_of, present(IN_2025.limits.reply_deadline), MAINLAND
        )
        assert answer.limits.notice_deadline == notice_deadline.decide(
            history,
            as_of,
            present(IN_2025.limits.notice_deadline),
            MAINLAND,
            received_by=case.received_by,
            contact_unclear=case.contact_unclear,
        )
        assert answer.limits.handling_deadline == handling_deadline.decide(
            case.case_class,
            case.route,
            history,
            as_of,
            present(IN_2025.limits.handling_deadline),
            MAINLAND,
        )
        assert answer.follow_through.incentive == incentive.decide(
            case.agent,
            case.settled,
            present(answer.people.agent_eligibility).outcome,
            history,
            present(IN_2025.follow_through.incentive),
        )

    def test_unclear_contact_leaves_no_limit_for_the_notice(self) -> None:
        case = Case("A-1", recorded(receive="2025-03-03"), contact_unclear=True)
        assert present(assessed(case, "2025-06-30").limits.notice_deadline).outcome is Absent.none


PLAIN = Case(
    "A-1",
    recorded(
        register="2025-03-03",
        receive="2025-03-03",
        sign_mandate="2025-03-03",
        accept="2025-03-04",
        deploy="2025-03-04",
        start="2025-03-04",
    ),
)
APPEAL = evolve(PLAIN, case_class=CaseClass.appeal, route=Route.petition)
VISIT = evolve(
    PLAIN,
    form=PetitionForm.visit,
    people=8,
    competent_level=Level.town,
    visited_level=Level.district,
    same_person=True,
    same_matter=True,
)
BROUGHT_IN_PERSON = recorded(register="2025-03-03", receive="2025-03-03", accept="2025-03-04")
SIMPLE = evolve(
    APPEAL,
    simplified=True,
    superior_assigned=False,
    may_not_support=False,
    multi_department=False,
    joint_signature=False,
    earlier_stage=EarlierStage.never,
)
BEYOND_VILLAGE = evolve(PLAIN, village_can_handle=False)
IN_PROGRESS = evolve(VISIT, earlier_stage=EarlierStage.in_progress)
RE_REVIEWED = evolve(VISIT, earlier_stage=EarlierStage.re_reviewed)
JOINT = evolve(PLAIN, multi_department=True, acceptance_disputed=True)
ASSIGNED = evolve(PLAIN, superior_assigned=True)
AGENT = Agent(AgentCategory.community_volunteer, registered=True, trained=True, is_petitioner=False)
PROXIED = evolve(PLAIN, agent=AGENT, city_level=False, multi_department=False, cross_town=False)
EARNED = evolve(
    PROXIED,
    history=recorded(
        rated("2025-03-05", Grade.satisfied),
        receive="2025-03-03",
        accept="2025-03-03",
        conclude="2025-03-04",
        reply="2025-03-04",
        deliver="2025-03-05",
    ),
)
TRIED: list[tuple[str, Case, object]] = [
    ("category", PLAIN, ReplyKind.urgent),
    ("urgent", PLAIN, True),
    ("social_impact", PLAIN, True),
    ("needs_investigation", PLAIN, True),
    ("consultation", PLAIN, True),
    ("case_class", PLAIN, CaseClass.suggestion),
    ("route", SIMPLE, Route.judicial),
    ("handling_opinion", EARNED, True),
    ("contact_unclear", PLAIN, True),
    ("settled", EARNED, Settled.yes),
    ("purpose", PLAIN, Purpose.disclosure),
    ("form", VISIT, PetitionForm.visit),
    ("received_by", PLAIN, ReceivingBody.body),
    ("people", VISIT, 6),
    ("representatives", VISIT, 6),
    ("group", PLAIN, True),
    ("same_person", VISIT, True),
    ("same_matter", VISIT, True),
    ("same_grounds", RE_REVIEWED, True),
    ("earlier_stage", SIMPLE, EarlierStage.in_progress),
    ("repeats", PLAIN, 1),
    ("earlier_within_limit", IN_PROGRESS, True),
    ("visited_level", VISIT, Level.city),
    ("competent_level", VISIT, Level.village),
    ("not_competent", PLAIN, True),
    ("major", APPEAL, True),
    ("complicated", APPEAL, True),
    ("group_complex", PLAIN, True),
    ("wide_reach", PLAIN, True),
    ("case_weight", APPEAL, CaseWeight.difficult),
    ("case_stage", PLAIN, CaseStage.initial),
    ("document_form", PLAIN, DocumentForm.handling),
    ("intake_channel", PLAIN, IntakeChannel.service_hall),
    ("hot_topic", PLAIN, HotTopic.employment_and_insurance),
    ("village_can_handle", PLAIN, True),
    ("town_can_handle", BEYOND_VILLAGE, True),
    ("city_level", PROXIED, True),
    ("multi_department", SIMPLE, True),
    ("cross_town", PROXIED, True),
    ("policy_bound", PLAIN, True),
    ("resolvable", PLAIN, True),
    ("own_deadline", ASSIGNED, day("2025-03-20")),
    ("simplified", PLAIN, True),
    ("superior_assigned", SIMPLE, True),
    ("may_not_support", SIMPLE, True),
    ("joint_signature", SIMPLE, True),
    ("service_fee", PLAIN, Decimal(0)),
    ("proxy_form", PLAIN, ProxyForm.assigned),
    ("mandate_agents", PLAIN, 3),
    ("subject", PLAIN, Subject.discipline),
    ("acceptance_disputed", JOINT, True),
    ("common_superior", JOINT, True),
    ("signs", PLAIN, (Sign.tendency,)),
    ("conduct", PLAIN, (Conduct.shirking,)),
    ("mandate_proofs", PLAIN, (MandateProof.kinship,)),
    ("agent.category", PROXIED, AgentCategory.civil_servant),
    ("agent.registered", PROXIED, True),
    ("agent.trained", PROXIED, True),
    ("agent.is_petitioner", PROXIED, True),
    ("agent.works_offline", PROXIED, True),
    ("agent.first_contact", PROXIED, True),
]
"""A fact, a case without it, and a value by which every rule that it reaches decides otherwise."""


def _with(case: Case, fact: str, value: object) -> Case:
    """The case with one fact, of its own or of its agent."""
    owner, _, name = fact.rpartition(".")
    changed: Any = {name: value}
    if owner:
        changed = {owner: evolve(present(case.agent), **changed)}
    return evolve(case, **changed)


APART = ("petition", "outside_as")
"""What is no petition has tests of its own: of it nothing national is asked."""


def _facts_of_a_case() -> Iterator[str]:
    """Every fact of a case and its agent; the numbers of both decide nothing."""
    apart = {"case_no", "history", "agent", *APART}
    yield from (name for name in fields_dict(Case) if name not in apart)
    yield from (f"agent.{name}" for name in fields_dict(Agent) if name != "agent_no")


def _key(fact: str) -> str:
    """A fact as records name it."""
    return fact.replace(".", "_")


class TestEveryFact:
    """No fact is asked for in vain, and none reaches a rule that has nothing to do with it."""

    def test_each_of_them_is_tried(self) -> None:
        tried = [fact for fact, *_ in TRIED]
        assert tried == list(_facts_of_a_case())
        assert RULES_OF_FACT.keys() == {*map(_key, tried), *APART}
        # What is no petition has no rule of its own.
        assert {RULES_OF_FACT[fact] for fact in APART} == {"outside"}

    @pytest.mark.parametrize(("fact", "case", "value"), TRIED)
    def test_it_changes_the_decisions_of_the_rules_that_it_reaches_and_no_other(
        self, fact: str, case: Case, value: object
    ) -> None:
        nothing = () if isinstance(value, tuple) else None
        without = assessed(_with(case, fact, nothing), "2025-03-05", EVERY_RULE)
        answer = assessed(_with(case, fact, value), "2025-03-05", EVERY_RULE)
        changed = {name for name in RULES if answer.decision(name) != without.decision(name)}
        assert changed == set(RULES_OF_FACT[_key(fact)].split())

    def test_an_agent_of_whom_nothing_else_is_known_still_stands_for_the_petitioner(self) -> None:
        case = evolve(VISIT, history=BROUGHT_IN_PERSON)
        without = assessed(case, "2025-03-05", EVERY_RULE)
        answer = assessed(evolve(case, agent=Agent()), "2025-03-05", EVERY_RULE)
        changed = [name for name in RULES if answer.decision(name) != without.decision(name)]
        assert changed == [
            "repeat_petition",
            "proxy_route",
            "agent_eligibility",
            "priority",
            "incentive",
        ]

    @pytest.mark.parametrize(
        ("recorded_of_it", "proxied"),
        [
            ({}, False),
            ({"agent": Agent(first_contact=False)}, False),
            ({"agent": Agent(first_contact=True)}, True),
            ({"agent": Agent(AgentCategory.grid_worker, first_contact=False)}, True),
            ({"agent": Agent(agent_no="D-1", first_contact=False)}, True),
            ({"proxy_form": ProxyForm.initiated}, True),
            ({"history": recorded(sign_mandate="2025-03-03")}, True),
            ({"history": recorded(start="2025-03-03")}, True),
        ],
    )
    def test_somebody_acts_for_the_petitioner_where_anything_recorded_says_so(
        self, recorded_of_it: dict[str, Any], *, proxied: bool
    ) -> None:
        case = evolve(VISIT, **{"history": BROUGHT_IN_PERSON, **recorded_of_it})
        answer = assessed(case, "2025-03-05", EVERY_RULE)
        told = codes(present(answer.kind.repeat_petition).reasons)
        assert ("repeat_petition.compared" in told) is proxied

    def test_numbers_decide_nothing(self) -> None:
        answer = assessed(PROXIED, "2025-03-05", EVERY_RULE)
        renamed = evolve(PROXIED, case_no="B-2", agent=evolve(AGENT, agent_no="D-0042"))
        other = assessed(renamed, "2025-03-05", EVERY_RULE)
        assert dict(other.decisions()) == dict(answer.decisions())
        assert other.case_no == "B-2"


class TestCrowd:
    """2022 Arts. 20, 47: too many representatives may be told so, if that is on record."""

    @pytest.mark.parametrize(
        ("representatives", "finding", "guided"),
        [
            (None, ["group_petition.not_chosen"], False),
            (5, [], False),
            (6, ["group_petition.too_many"], True),
        ],
    )
    def test_nobody_is_reproached_for_what_is_not_recorded(
        self,
        representatives: int | None,
        finding: list[str],
        guided: bool,  # noqa: FBT001
    ) -> None:
        came = evolve(VISIT, representatives=representatives)
        answer = assessed(came, "2025-03-10", "national")
        assert codes(present(answer.kind.group_petition).findings) == finding
        outcome = present(answer.follow_through.visit_guidance).outcome
        assert (outcome is not Absent.none) is guided
