"""What does the agent earn for this case?"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, award_of, codes, day, present, rated, recorded
from strategies import DETAILS, agents, histories, incentive_params
from strategies_awards import RESULTS, earned_histories, is_no_better, rising_params
from xinfang_core.case import Agent, Event, History
from xinfang_core.payments import KEPT
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.incentive import (
    FIT_TO_SERVE,
    LATEST_RATING,
    OWN_MATTER,
    TAKEN_BACK,
    Award,
    Params,
    decide,
)
from xinfang_core.sources import Sourced, Table
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
    from collections.abc import Callable, Iterable

    from xinfang_core.decision import Decision

POLICY = load_policy("online-proxy")
PROXY = present(POLICY.on(day("2025-01-01")).follow_through.incentive)
READINGS = [
    present(POLICY.with_variant(name).on(day("2025-01-01")).follow_through.incentive)
    for name in (None, *POLICY.editions[0].variants)
]
"""The shipped policy as it stands, and under each of its variants."""
SUM = present(POLICY.with_variant("sum").on(day("2025-01-01")).follow_through.incentive)
BASE_PLUS_BONUS = present(
    POLICY.with_variant("base_plus_bonus").on(day("2025-01-01")).follow_through.incentive
)
OF_THE_BODY = present(
    POLICY.with_variant("handling_body_rating").on(day("2025-01-01")).follow_through.incentive
)
LEVELS = list(AwardLevel)
COUNTED: dict[object, Callable[[AwardLevel], Iterable[AwardLevel]]] = {
    AwardScheme.highest_level: lambda level: {level},
    AwardScheme.sum: lambda level: {
        one for one in LEVELS if LEVELS.index(one) <= LEVELS.index(level)
    },
    AwardScheme.base_plus_bonus: lambda level: {AwardLevel.completed, level},
}
"""The levels that count, by scheme."""
VOLUNTEER = Agent(AgentCategory.community_volunteer, is_petitioner=False)
FIT = Eligibility.eligible
DELIVERED = Event(EventKind.deliver, day("2025-03-10"))
PUBLIC = (
    AgentCategory.civil_servant,
    AgentCategory.public_institution_staff,
    AgentCategory.village_committee_cadre,
    AgentCategory.graduate_village_official,
)
PAID = (
    AgentCategory.residents_group_leader,
    AgentCategory.community_volunteer,
    AgentCategory.deputy_or_member,
    AgentCategory.property_manager,
    AgentCategory.public_spirited_resident,
)


def _decide(
    grade: Grade | None = None,
    settled: Settled | None = Settled.no,
    *,
    agent: Agent | None = VOLUNTEER,
    params: Params = PROXY,
    fit: Eligibility | Undetermined | Absent = FIT,
) -> Decision[Award]:
    """A delivered case with one rating of the agent, or none."""
    ratings = () if grade is None else (rated("2025-03-12", grade),)
    decision = decide(agent, settled, fit, recorded(DELIVERED, *ratings), params)
    assert_explained(decision)
    return decision


def _paid(on: str, yuan: int) -> Event:
    """A payment of the award."""
    return Event(EventKind.pay_award, day(on), amount=Decimal(yuan))


def _rated_last(
    history: History, settled: Settled | None, grade: Grade, params: Params
) -> Decision[Award]:
    """A volunteer's award where this is the last rating of the agent."""
    later = history.events[-1].day + timedelta(1)
    rating = Event(EventKind.evaluate, later, grade=grade, target=Role.agent)
    decision = decide(VOLUNTEER, settled, FIT, History((*history.events, rating)), params)
    assert_explained(decision)
    return decision


def _yuan(amount: Sourced[Decimal]) -> Decimal:
    """The amount of a level; none is no money."""
    assert amount.value is not Absent.silent
    return amount.value if isinstance(amount.value, Decimal) else Decimal(0)


def _capped(value: Decimal | Absent) -> Params:
    return evolve(PROXY, cap=evolve(PROXY.cap, value=value))


class TestAmounts:
    """Online-proxy, second part, third measure: 10, 15 or 20 yuan for a case.

    10 for a case proxied with success, 15 where it is rated basically satisfied or better, 20
    where the petitioner ends complaint and petition and is satisfied; the highest one counts.
    """

    @pytest.mark.parametrize(
        ("settled", "grade", "level", "yuan"),
        [
            ("yes", "satisfied", "resolved", 20),
            ("yes", "basically_satisfied", "accepted", 15),
            ("yes", "dissatisfied", "completed", 10),
            ("yes", "unrated", "completed", 10),
            ("no", "satisfied", "accepted", 15),
            ("no", "basically_satisfied", "accepted", 15),
            ("no", "dissatisfied", "completed", 10),
            ("no", "unrated", "completed", 10),
        ],
    )
    def test_all_eight_cells(self, settled: str, grade: str, level: str, yuan: int) -> None:
        decision = _decide(Grade[grade], Settled[settled])
        money = Award(AwardKind.money, AwardLevel[level], Decimal(yuan))
        assert decision.outcome == money
        assert isinstance(award_of(decision).amount, Decimal)

    def test_the_answer_names_every_value_it_rests_on(self) -> None:
        decision = _decide(Grade.satisfied, Settled.yes)
        rests_on = [(reason.code, reason.citation) for reason in decision.reasons]
        category = AgentCategory.community_volunteer
        assert rests_on == [
            ("incentive.eligible", PROXY.recognition[category].citation),
            ("incentive.earned", PROXY.earned_by.citation),
            ("incentive.rated", PROXY.rating_of.citation),
            ("incentive.level", PROXY.level[Settled.yes, Grade.satisfied].citation),
            ("incentive.scheme", PROXY.scheme.citation),
            ("incentive.amount", PROXY.amount[AwardLevel.resolved].citation),
            ("incentive.cap", PROXY.cap.citation),
        ]
        facts = [dict(reason.facts) for reason in decision.reasons]
        assert facts == [
            {"category": category},
            {"event": EventKind.deliver},
            {"target": Role.agent, "grade": Grade.satisfied},
            {"settled": Settled.yes, "grade": Grade.satisfied, "level": AwardLevel.resolved},
            {"scheme": AwardScheme.highest_level},
            {"level": AwardLevel.resolved, "amount": Decimal(20)},
            {"cap": Absent.none},
        ]

    def test_one_award_a_case_however_many_ratings_and_deliveries(self) -> None:
        history = recorded(
            DELIVERED,
            Event(EventKind.deliver, day("2025-03-11")),
            rated("2025-03-12", Grade.satisfied),
            rated("2025-03-13", Grade.satisfied),
        )
        assert award_of(decide(VOLUNTEER, Settled.yes, FIT, history, PROXY)).amount == 20


class TestUnsettled:
    """Nobody is paid by a record that is missing: only the least of the award is certain."""

    LACKING = ("settled",)

    @pytest.mark.parametrize(
        ("params", "least", "most"), [(PROXY, 15, 20), (SUM, 25, 45), (BASE_PLUS_BONUS, 25, 30)]
    )
    def test_the_least_is_told_and_what_would_settle_it(
        self, params: Params, least: int, most: int
    ) -> None:
        decision = _decide(Grade.satisfied, None, params=params)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == self.LACKING
        reason = decision.reasons[-1]
        assert (reason.code, reason.missing) == ("incentive.at_least", self.LACKING)
        assert dict(reason.facts) == {"least": least, "most": most}
        assert reason.citation == PROXY.level[Settled.no, Grade.satisfied].citation

    @pytest.mark.parametrize(
        ("grade", "yuan"), [("basically_satisfied", 15), ("dissatisfied", 10), ("unrated", 10)]
    )
    def test_where_the_amount_does_not_hang_on_it_it_is_paid(self, grade: str, yuan: int) -> None:
        decision = _decide(Grade[grade], None)
        assert decision.outcome == _decide(Grade[grade], Settled.no).outcome
        assert award_of(decision).amount == yuan
        assert "incentive.settled_either" in codes(decision.reasons)
        assert "incentive.level" not in codes(decision.reasons)

    def test_a_cap_may_make_both_the_same(self) -> None:
        decision = _decide(Grade.satisfied, None, params=_capped(Decimal(15)))
        assert award_of(decision) == Award(AwardKind.money, AwardLevel.accepted, Decimal(15))

    def test_money_paid_all_the_same_is_a_warning(self) -> None:
        history = recorded(DELIVERED, rated("2025-03-12", Grade.satisfied), _paid("2025-03-20", 15))
        (finding,) = decide(VOLUNTEER, None, FIT, history, PROXY).findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "incentive.paid_undetermined"

    @pytest.mark.parametrize("missing", Settled)
    def test_a_level_that_is_silent_is_named(self, missing: Settled) -> None:
        silent = evolve(PROXY.level[missing, Grade.unrated], value=Absent.silent)
        cells = {**PROXY.level.cells, (missing, Grade.unrated): silent}
        decision = _decide(Grade.unrated, None, params=evolve(PROXY, level=Table(cells)))
        assert codes(decision.reasons) == ["value.silent"]

    @given(st.sampled_from(Grade), earned_histories(), rising_params())
    def test_what_is_certain_is_what_either_record_would_earn(
        self, grade: Grade, history: History, params: Params
    ) -> None:
        either = [award_of(_rated_last(history, one, grade, params)).amount for one in Settled]
        unsaid = _rated_last(history, None, grade, params)
        if min(either) == max(either):
            assert award_of(unsaid).amount == min(either)
        else:
            assert dict(unsaid.reasons[-1].facts) == {"least": min(either), "most": max(either)}
            assert unsaid.missing == self.LACKING


class TestRating:
    """The policy says whose rating counts, the agent's as shipped; the latest one of several.

    None is ``unrated``.
    """

    def test_no_rating_earns_the_lowest_level(self) -> None:
        decision = _decide(None, Settled.yes)
        assert award_of(decision).amount == 10
        (reason,) = [one for one in decision.reasons if one.code == "incentive.rated"]
        assert dict(reason.facts) == {"target": Role.agent, "grade": Grade.unrated}

    @pytest.mark.parametrize("target", [role for role in Role if role is not Role.agent])
    def test_ratings_of_others_do_not_count(self, target: Role) -> None:
        history = recorded(DELIVERED, rated("2025-03-12", Grade.satisfied, target))
        assert award_of(decide(VOLUNTEER, Settled.yes, FIT, history, PROXY)).amount == 10

    @pytest.mark.parametrize(
        ("first", "second", "yuan"),
        [("dissatisfied", "satisfied", 20), ("satisfied", "unrated", 10)],
    )
    def test_the_latest_rating_counts(self, first: str, second: str, yuan: int) -> None:
        history = recorded(
            DELIVERED,
            rated("2025-03-13", Grade[second]),
            rated("2025-03-12", Grade[first]),
            rated("2025-03-14", Grade.basically_satisfied, Role.handling_body),
        )
        assert award_of(decide(VOLUNTEER, Settled.yes, FIT, history, PROXY)).amount == yuan

    def test_the_reading_says_that_it_is_one(self) -> None:
        assert LATEST_RATING.basis is Basis.interpreted
        assert LATEST_RATING.note

    def test_of_several_ratings_the_answer_says_that_the_latest_counts(self) -> None:
        ratings = (rated("2025-03-12", Grade.satisfied), rated("2025-03-13", Grade.satisfied))
        for many, cited in ((ratings[:1], False), (ratings, True)):
            decision = decide(VOLUNTEER, Settled.yes, FIT, recorded(DELIVERED, *many), PROXY)
            assert (LATEST_RATING in [one.citation for one in decision.reasons]) is cited

    @pytest.mark.parametrize(("params", "yuan"), [(PROXY, 10), (OF_THE_BODY, 20)])
    def test_the_choice_is_the_policys_and_the_other_one_a_variant(
        self, params: Params, yuan: int
    ) -> None:
        history = recorded(
            DELIVERED,
            rated("2025-03-12", Grade.dissatisfied),
            rated("2025-03-12", Grade.satisfied, Role.handling_body),
        )
        decision = decide(VOLUNTEER, Settled.yes, FIT, history, params)
        assert award_of(decision).amount == yuan
        assert params.rating_of.citation in [one.citation for one in decision.reasons]
        assert params.rating_of.citation.basis is Basis.interpreted


class TestEligibility:
    """Money is for those who are not public employees; for them the work enters the appraisal."""

    @pytest.mark.parametrize("category", PUBLIC)
    def test_public_employees_get_an_appraisal_record_and_no_money(
        self, category: AgentCategory
    ) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, agent=Agent(category))
        assert decision.outcome == Award(AwardKind.appraisal, None, Decimal(0))
        (reason,) = decision.reasons
        assert reason.code == "incentive.appraisal"
        assert reason.citation == PROXY.recognition[category].citation
        assert dict(reason.facts) == {"category": category}

    @pytest.mark.parametrize("category", PUBLIC)
    def test_so_it_is_before_the_delivery(self, category: AgentCategory) -> None:
        decision = decide(Agent(category), None, FIT, History(), PROXY)
        assert award_of(decision).kind is AwardKind.appraisal

    @pytest.mark.parametrize("category", PAID)
    def test_the_others_that_are_named_are_paid(self, category: AgentCategory) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, agent=Agent(category))
        assert award_of(decision) == Award(AwardKind.money, AwardLevel.resolved, Decimal(20))

    @pytest.mark.parametrize("category", [one for one in AgentCategory if one not in PUBLIC + PAID])
    def test_who_is_not_named_is_neither_paid_nor_refused(self, category: AgentCategory) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, agent=Agent(category))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    @pytest.mark.parametrize(
        ("category", "basis"),
        [
            ("civil_servant", "stated"),
            ("public_institution_staff", "stated"),
            ("village_committee_cadre", "assumed"),
            ("graduate_village_official", "assumed"),
            ("residents_group_leader", "interpreted"),
            ("community_volunteer", "interpreted"),
            ("deputy_or_member", "assumed"),
            ("property_manager", "interpreted"),
            ("public_spirited_resident", "interpreted"),
        ],
    )
    def test_how_firmly_each_category_is_placed(self, category: str, basis: str) -> None:
        cell = PROXY.recognition[AgentCategory[category]]
        assert cell.citation.basis is Basis[basis]


class TestOwnMatter:
    """Introduction: an agent petitions for others, so who petitions in person earns nothing.

    The source ties the award to the success of the proxy, and not to the register or training.
    """

    OWN = evolve(VOLUNTEER, is_petitioner=True)
    EARNED = (DELIVERED, rated("2025-03-12", Grade.satisfied))

    @pytest.mark.parametrize("category", [None, *AgentCategory])
    def test_no_award_arises_neither_money_nor_a_record(
        self, category: AgentCategory | None
    ) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, agent=evolve(self.OWN, category=category))
        assert decision.outcome is Absent.none
        assert decision.findings == ()
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("incentive.own_matter", OWN_MATTER)

    def test_money_paid_all_the_same_is_a_violation(self) -> None:
        history = recorded(*self.EARNED, _paid("2025-03-20", 10), _paid("2025-03-21", 5))
        decision = decide(self.OWN, Settled.yes, FIT, history, PROXY)
        assert_explained(decision)
        assert decision.outcome is Absent.none
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert (finding.reason.code, finding.reason.citation) == (
            "incentive.paid_petitioner",
            OWN_MATTER,
        )
        assert dict(finding.reason.facts) == {"paid": Decimal(15)}

    def test_what_is_not_recorded_is_read_as_no_and_said(self) -> None:
        unsaid = evolve(VOLUNTEER, is_petitioner=None)
        decision = _decide(Grade.satisfied, Settled.yes, agent=unsaid)
        known = _decide(Grade.satisfied, Settled.yes)
        assert decision.outcome == known.outcome
        (more,) = set(decision.reasons) - set(known.reasons)
        assert (more.code, more.citation) == ("incentive.own_matter_not_recorded", OWN_MATTER)
        assert decision.basis is known.basis

    def test_the_reading_says_that_it_is_one(self) -> None:
        assert OWN_MATTER.basis is Basis.interpreted
        assert OWN_MATTER.note

    @given(agents(), st.none() | st.sampled_from(Settled), histories(), incentive_params())
    def test_under_no_policy_is_there_money_for_it(
        self, agent: Agent, settled: Settled | None, history: History, params: Params
    ) -> None:
        decision = decide(evolve(agent, is_petitioner=True), settled, FIT, history, params)
        assert_explained(decision)
        assert decision.outcome is Absent.none
        assert bool(decision.findings) is bool(history.all(EventKind.pay_award))


class TestUnfitAgents:
    """Third part, second measure: who is not fit to serve is not paid until that is mended."""

    @pytest.mark.parametrize("category", PAID)
    def test_payment_waits(self, category: AgentCategory) -> None:
        unfit = Eligibility.not_eligible
        decision = _decide(Grade.satisfied, Settled.yes, agent=Agent(category), fit=unfit)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == ("agent_eligibility",)
        assert decision.reasons[-1].citation is FIT_TO_SERVE
        assert FIT_TO_SERVE.basis is Basis.interpreted

    def test_money_paid_all_the_same_is_a_warning(self) -> None:
        history = recorded(DELIVERED, _paid("2025-03-20", 10))
        (finding,) = decide(
            VOLUNTEER, Settled.no, Eligibility.not_eligible, history, PROXY
        ).findings
        assert finding.reason.code == "incentive.paid_undetermined"

    def test_an_appraisal_record_is_no_payment(self) -> None:
        agent = Agent(AgentCategory.civil_servant)
        decision = _decide(agent=agent, fit=Eligibility.not_eligible)
        assert award_of(decision).kind is AwardKind.appraisal

    @pytest.mark.parametrize("unknown", [Undetermined.undetermined, Absent.none])
    def test_what_is_not_known_of_the_agent_holds_nothing_back(
        self, unknown: Undetermined | Absent
    ) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, fit=unknown)
        assert decision == _decide(Grade.satisfied, Settled.yes)

    @given(agents(), st.none() | st.sampled_from(Settled), histories(), incentive_params())
    def test_under_no_policy_is_money_due_to_who_is_not_fit(
        self, agent: Agent, settled: Settled | None, history: History, params: Params
    ) -> None:
        decision = decide(agent, settled, Eligibility.not_eligible, history, params)
        assert_explained(decision)
        assert not isinstance(decision.outcome, Award) or decision.outcome.amount == 0


class TestBetterNeverEarnsLess:
    """Online-proxy, second part, third measure: the amounts rise with the result.

    Success, then a rating of at least basically satisfied, then an end of complaint and petition
    with a satisfied petitioner. Where nobody rated, the success alone counts: that is no better
    than any rating from basically satisfied upwards, and the source holds it neither above nor
    below dissatisfied.
    """

    @given(
        rising_params(),
        earned_histories(),
        st.sampled_from(RESULTS),
        st.sampled_from(RESULTS),
    )
    def test_under_any_policy_whose_amounts_rise_with_the_level(
        self,
        params: Params,
        history: History,
        one: tuple[Settled, Grade],
        other: tuple[Settled, Grade],
    ) -> None:
        earned = {
            result: award_of(_rated_last(history, *result, params)).amount
            for result in (one, other)
        }
        if is_no_better(one, other):
            assert earned[one] <= earned[other]
        if is_no_better(other, one):
            assert earned[other] <= earned[one]

    @pytest.mark.parametrize("params", READINGS)
    def test_as_shipped_and_under_every_variant(self, params: Params) -> None:
        earned = {
            (settled, grade): award_of(_decide(grade, settled, params=params)).amount
            for settled, grade in RESULTS
        }
        worse = [pair for pair in product(RESULTS, RESULTS) if is_no_better(*pair)]
        assert all(earned[one] <= earned[other] for one, other in worse)
        assert len(worse) > len(RESULTS)

    @pytest.mark.parametrize("params", READINGS)
    def test_as_shipped_no_rating_and_a_bad_one_earn_the_same(self, params: Params) -> None:
        for settled in Settled:
            unrated = _decide(Grade.unrated, settled, params=params)
            dissatisfied = _decide(Grade.dissatisfied, settled, params=params)
            assert unrated.outcome == dissatisfied.outcome


class TestUnknown:
    """Without an agent, a category or a delivery the award is undetermined and never paid."""

    @pytest.mark.parametrize(
        ("agent", "code"),
        [(None, "incentive.no_agent"), (Agent(), "incentive.no_category")],
    )
    @pytest.mark.parametrize("settled", [None, *Settled])
    def test_no_agent_or_no_category(
        self, agent: Agent | None, code: str, settled: Settled | None
    ) -> None:
        decision = _decide(Grade.satisfied, settled, agent=agent)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == [code]
        assert decision.weakest == PROXY.scheme.citation

    @pytest.mark.parametrize(
        "step",
        [one.name for one in EventKind if one is not EventKind.deliver and one not in DETAILS],
    )
    def test_no_delivery(self, step: str) -> None:
        history = recorded(rated("2025-03-12", Grade.satisfied), **{step: "2025-03-10"})
        decision = decide(VOLUNTEER, Settled.yes, FIT, history, PROXY)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        (reason,) = decision.reasons
        assert reason.code == "incentive.not_earned"
        assert reason.citation == PROXY.earned_by.citation
        assert dict(reason.facts) == {"event": EventKind.deliver}

    def test_what_was_delivered_before_the_reply_was_not_the_reply(self) -> None:
        early = recorded(deliver="2025-03-08", reply="2025-03-10")
        (reason,) = decide(VOLUNTEER, Settled.yes, FIT, early, PROXY).reasons
        assert (reason.code, reason.missing) == ("incentive.not_earned", ("deliver",))
        again = recorded(
            Event(EventKind.deliver, day("2025-03-10")), deliver="2025-03-08", reply="2025-03-10"
        )
        assert isinstance(decide(VOLUNTEER, Settled.yes, FIT, again, PROXY).outcome, Award)


class TestCap:
    """The source states no cap; a policy may set one, and may be silent on it."""

    @pytest.mark.parametrize(
        ("cap", "yuan"),
        [("25", "20"), ("20", "20"), ("19.5", "19.5"), ("0", "0")],
    )
    def test_no_more_than_the_cap_is_paid(self, cap: str, yuan: str) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, params=_capped(Decimal(cap)))
        assert award_of(decision).amount == Decimal(yuan)
        assert award_of(decision).level is AwardLevel.resolved
        assert dict(decision.reasons[-1].facts) == {"cap": Decimal(cap)}

    def test_without_a_cap_the_whole_amount_is_paid(self) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, params=_capped(Absent.none))
        assert award_of(decision).amount == 20
        assert decision.reasons[-1].code == "incentive.cap"

    def test_where_the_policy_is_silent_on_a_cap_nothing_is_told(self) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, params=_capped(Absent.silent))
        assert decision.outcome is Undetermined.undetermined
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("value.silent", PROXY.cap.citation)


class TestNone:
    """A level for which there is no amount earns nothing; that is not the same as silence."""

    @pytest.mark.parametrize("cap", [Absent.none, Decimal(25)])
    def test_an_amount_of_none_is_no_money(self, cap: Decimal | Absent) -> None:
        none = evolve(PROXY.amount[AwardLevel.resolved], value=Absent.none)
        cells = {**PROXY.amount.cells, AwardLevel.resolved: none}
        params = evolve(_capped(cap), amount=Table(cells))
        decision = _decide(Grade.satisfied, Settled.yes, params=params)
        assert award_of(decision) == Award(AwardKind.money, AwardLevel.resolved, Decimal(0))
        (reason,) = [one for one in decision.reasons if one.code == "incentive.amount"]
        assert dict(reason.facts)["amount"] is Absent.none


class TestSilence:
    """Any value that the policy is silent on is named, and nothing is paid."""

    @pytest.mark.parametrize("name", ["scheme", "earned_by", "rating_of", "cap"])
    def test_a_silent_value(self, name: str) -> None:
        silent = evolve(getattr(PROXY, name), value=Absent.silent)
        decision = _decide(Grade.satisfied, Settled.yes, params=evolve(PROXY, **{name: silent}))
        assert decision.outcome is Undetermined.undetermined
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("value.silent", silent.citation)

    @pytest.mark.parametrize(
        ("name", "key"),
        [
            ("recognition", AgentCategory.community_volunteer),
            ("level", (Settled.yes, Grade.satisfied)),
            ("amount", AwardLevel.resolved),
        ],
    )
    def test_a_silent_cell(self, name: str, key: object) -> None:
        table = getattr(PROXY, name)
        silent = evolve(table[key], value=Absent.silent)
        replaced: dict[str, Any] = {name: Table({**table.cells, key: silent})}
        params = evolve(PROXY, **replaced)
        decision = _decide(Grade.satisfied, Settled.yes, params=params)
        assert decision.outcome is Undetermined.undetermined
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("value.silent", silent.citation)
        # Other cells are not touched.
        other = _decide(Grade.dissatisfied, Settled.no, params=params)
        assert isinstance(other.outcome, Award) is (name != "recognition")


class TestSchemes:
    """How 10, 15 and 20 combine is a reading: the highest one, their sum, or 10 and one more."""

    @pytest.mark.parametrize(
        ("grade", "highest", "summed", "with_bonus"),
        [("satisfied", 20, 45, 30), ("basically_satisfied", 15, 25, 25), ("unrated", 10, 10, 10)],
    )
    def test_the_three_readings_side_by_side(
        self, grade: str, highest: int, summed: int, with_bonus: int
    ) -> None:
        paid = [
            award_of(_decide(Grade[grade], Settled.yes, params=params)).amount
            for params in (PROXY, SUM, BASE_PLUS_BONUS)
        ]
        assert paid == [highest, summed, with_bonus]

    def test_each_amount_that_counts_is_named(self) -> None:
        decision = _decide(Grade.satisfied, Settled.yes, params=SUM)
        counted = [
            dict(one.facts)["level"] for one in decision.reasons if one.code == "incentive.amount"
        ]
        assert counted == list(AwardLevel)

    def test_the_cap_holds_for_the_sum(self) -> None:
        params = evolve(SUM, cap=evolve(SUM.cap, value=Decimal(40)))
        assert award_of(_decide(Grade.satisfied, Settled.yes, params=params)).amount == 40

    def test_each_variant_says_that_it_is_a_reading_to_be_confirmed(self) -> None:
        for params in (SUM, BASE_PLUS_BONUS):
            assert params.scheme.citation.basis is Basis.interpreted
            assert "请区信访部门确认" in params.scheme.citation.note

    @given(st.sampled_from(Settled), st.sampled_from(Grade))
    def test_no_reading_pays_less_than_the_highest_level(
        self, settled: Settled, grade: Grade
    ) -> None:
        least = award_of(_decide(grade, settled)).amount
        for params in (SUM, BASE_PLUS_BONUS):
            assert award_of(_decide(grade, settled, params=params)).amount >= least


class TestPayment:
    """What was paid is held against what is due: once, that much, and to who may be paid."""

    HISTORY = (DELIVERED, rated("2025-03-12", Grade.satisfied))

    def _found(
        self, *events: Event, agent: Agent = VOLUNTEER, settled: Settled = Settled.yes
    ) -> list[tuple[str, str]]:
        decision = decide(agent, settled, FIT, recorded(*self.HISTORY, *events), PROXY)
        assert_explained(decision)
        return [(one.reason.code, one.severity.name) for one in decision.findings]

    def test_the_amount_that_is_due_is_in_order(self) -> None:
        assert self._found(_paid("2025-03-20", 20)) == []

    def test_too_much_is_a_violation_and_too_little_a_warning(self) -> None:
        assert self._found(_paid("2025-03-20", 30)) == [("incentive.paid_more", "violation")]
        assert self._found(_paid("2025-03-20", 15)) == [("incentive.paid_less", "warning")]

    def test_twice_is_a_violation_even_in_two_parts(self) -> None:
        twice = (_paid("2025-03-20", 10), _paid("2025-03-21", 10))
        assert self._found(*twice) == [("incentive.paid_twice", "violation")]

    @pytest.mark.parametrize("category", PUBLIC)
    def test_money_for_a_public_employee_is_a_violation(self, category: AgentCategory) -> None:
        found = self._found(_paid("2025-03-20", 20), agent=Agent(category))
        assert found == [("incentive.paid_public", "violation")]

    @pytest.mark.parametrize("agent", [Agent(), Agent(AgentCategory.grid_worker)])
    def test_money_before_the_award_is_known_is_a_warning(self, agent: Agent) -> None:
        found = self._found(_paid("2025-03-20", 20), agent=agent)
        assert found == [("incentive.paid_undetermined", "warning")]

    def test_so_is_money_before_the_delivery(self) -> None:
        decision = decide(VOLUNTEER, None, FIT, recorded(_paid("2025-03-01", 20)), PROXY)
        assert codes(decision.findings) == ["incentive.paid_undetermined"]


class TestTakingBack:
    """An award rests on the delivery; a reopened case keeps what was paid before."""

    REFUTED = Event(EventKind.refute_delivery, day("2025-04-01"))

    def test_a_delivery_that_proves_false_earns_nothing(self) -> None:
        decision = decide(VOLUNTEER, Settled.yes, FIT, recorded(DELIVERED, self.REFUTED), PROXY)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert decision.findings == ()
        (reason,) = decision.reasons
        assert (reason.code, reason.citation) == ("incentive.refuted", TAKEN_BACK)

    def test_what_was_paid_for_it_is_taken_back(self) -> None:
        history = recorded(DELIVERED, _paid("2025-03-20", 10), self.REFUTED)
        (finding,) = decide(VOLUNTEER, Settled.no, FIT, history, PROXY).findings
        assert finding.severity is Severity.violation
        assert finding.reason.citation is TAKEN_BACK
        assert dict(finding.reason.facts) == {"paid": Decimal(10)}

    def test_delivering_again_earns_it_after_all(self) -> None:
        again = Event(EventKind.deliver, day("2025-04-02"))
        history = recorded(DELIVERED, _paid("2025-03-20", 10), self.REFUTED, again)
        decision = decide(VOLUNTEER, Settled.no, FIT, history, PROXY)
        assert award_of(decision).amount == 10
        assert decision.findings == ()

    def test_where_something_else_earns_it_the_delivery_does_not_matter(self) -> None:
        params = evolve(PROXY, earned_by=evolve(PROXY.earned_by, value=EventKind.conclude))
        history = recorded(DELIVERED, self.REFUTED, conclude="2025-03-09")
        assert award_of(decide(VOLUNTEER, Settled.no, FIT, history, params)).amount == 10

    def test_reopening_takes_back_nothing(self) -> None:
        history = recorded(
            DELIVERED,
            rated("2025-03-12", Grade.satisfied),
            _paid("2025-03-20", 20),
            rated("2025-06-12", Grade.dissatisfied),
            reopen="2025-04-01",
        )
        decision = decide(VOLUNTEER, Settled.no, FIT, history, PROXY)
        assert award_of(decision).amount == 10
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.citation) == (Severity.notice, KEPT)

    def test_what_is_paid_after_the_reopening_is_held_against_what_is_due_then(self) -> None:
        history = recorded(DELIVERED, _paid("2025-04-20", 20), reopen="2025-04-01")
        decision = decide(VOLUNTEER, Settled.no, FIT, history, PROXY)
        assert codes(decision.findings) == ["incentive.paid_more"]

    def test_the_readings_say_that_they_are_readings(self) -> None:
        for reading in (TAKEN_BACK, KEPT):
            assert reading.basis is Basis.interpreted
            assert reading.note


class TestTotality:
    """Every combination has an answer, and money only where every value is known."""

    @given(
        st.none() | agents(),
        st.none() | st.sampled_from(Settled),
        histories(),
        incentive_params(),
    )
    def test_money_is_the_amount_of_the_level_within_the_cap(
        self, agent: Agent | None, settled: Settled | None, history: History, params: Params
    ) -> None:
        decision = decide(agent, settled, FIT, history, params)
        assert_explained(decision)
        assert bool(decision.findings) <= bool(history.all(EventKind.pay_award))
        if not isinstance(decision.outcome, Award):
            own = agent is not None and agent.is_petitioner
            assert decision.outcome is (Absent.none if own else Undetermined.undetermined)
            return
        recognition = params.recognition[present(present(agent).category)]
        assert decision.outcome.kind is recognition.value
        if decision.outcome.kind is AwardKind.appraisal:
            assert decision.outcome == Award(AwardKind.appraisal)
            return
        whose = params.rating_of.value
        grades = [one.grade for one in history.all(EventKind.evaluate) if one.target is whose]
        cell = (settled or Settled.no, present([Grade.unrated, *grades][-1]))
        level = params.level[cell].value
        assert isinstance(level, AwardLevel)
        earned = sum(_yuan(params.amount[one]) for one in COUNTED[params.scheme.value](level))
        cap = params.cap.value
        assert cap is not Absent.silent
        paid = min(earned, cap) if isinstance(cap, Decimal) else earned
        assert decision.outcome == Award(AwardKind.money, level, Decimal(paid))
        assert params.earned_by.value in {event.kind for event in history.events}

    @given(agents(), st.sampled_from(Settled), histories(), incentive_params())
    def test_no_award_is_more_than_the_cap_and_none_is_less_than_nothing(
        self, agent: Agent, settled: Settled, history: History, params: Params
    ) -> None:
        outcome = decide(agent, settled, FIT, history, params).outcome
        cap = params.cap.value
        most = cap if isinstance(cap, Decimal) else Decimal("Infinity")
        assert not isinstance(outcome, Award) or 0 <= outcome.amount <= most

    @given(st.none() | agents(), histories(), incentive_params(), st.integers(1, 50))
    def test_paying_twice_is_always_a_finding(
        self, agent: Agent | None, history: History, params: Params, yuan: int
    ) -> None:
        on = history.events[-1].day if history.events else day("2025-01-01")
        again = Event(EventKind.pay_award, on, amount=Decimal(yuan))
        twice = History((*history.events, again, again))
        decision = decide(agent, Settled.yes, FIT, twice, params)
        assert_explained(decision)
        (finding,) = decision.findings
        if isinstance(decision.outcome, Award):
            money = decision.outcome.kind is AwardKind.money
            code = "incentive.paid_twice" if money else "incentive.paid_public"
            assert (finding.severity, finding.reason.code) == (Severity.violation, code)

    @given(agents(), st.sampled_from(Settled), histories(), incentive_params())
    def test_a_public_employee_never_gets_money(
        self, agent: Agent, settled: Settled, history: History, params: Params
    ) -> None:
        appraised = Table(
            {
                category: evolve(cell, value=AwardKind.appraisal)
                for category, cell in params.recognition.cells.items()
            }
        )
        decision = decide(agent, settled, FIT, history, evolve(params, recognition=appraised))
        assert not isinstance(decision.outcome, Award) or decision.outcome == Award(
            AwardKind.appraisal
        )
        assert bool(decision.findings) is bool(history.all(EventKind.pay_award))

    @pytest.mark.parametrize("params", READINGS)
    @given(history=histories(), category=st.sampled_from(PUBLIC))
    def test_nor_does_one_as_shipped(
        self, params: Params, history: History, category: AgentCategory
    ) -> None:
        decision = decide(Agent(category), Settled.yes, FIT, history, params)
        assert decision.outcome == Award(AwardKind.appraisal)

    @given(agents(), histories(), incentive_params())
    def test_reopening_never_takes_an_award_back(
        self, agent: Agent, history: History, params: Params
    ) -> None:
        before = decide(agent, Settled.yes, FIT, history, params)
        last = max((event.day for event in history.events), default=day("2025-01-01"))
        reopened = History((*history.events, Event(EventKind.reopen, last)))
        after = decide(agent, Settled.yes, FIT, reopened, params)
        assert after.outcome == before.outcome
        assert len(after.findings) <= len(before.findings)

    @pytest.mark.parametrize("category", [None, *AgentCategory])
    def test_the_shipped_policy_answers_every_case(self, category: AgentCategory | None) -> None:
        for settled, grade in product(Settled, (None, *Grade)):
            decision = _decide(grade, settled, agent=Agent(category))
            assert isinstance(decision.outcome, Award) is (category in PUBLIC + PAID)


def test_the_shipped_amounts_are_cited_one_by_one() -> None:
    cells: dict[AwardLevel, Sourced[Decimal]] = dict(PROXY.amount.cells)
    assert {level.name: cell.citation.phrase for level, cell in cells.items()} == {
        "completed": "奖励10元",
        "accepted": "奖励15元",
        "resolved": "奖励20元",
    }
    assert cells[AwardLevel.accepted].citation.basis is Basis.interpreted
