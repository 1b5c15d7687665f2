"""A decision that rests on an assumed value is undetermined where the host refuses those."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import (
    CASES,
    EVERY_RULE,
    FED_BY,
    IN_2025,
    MAINLAND,
    RECENT,
    SHIPPED,
    appeal,
    assessed,
    with_rules,
)
from checks import assert_explained, award_of, codes, day, present, rated
from strategies import FEWER, packs
from xinfang_core.assessment import Assessment, assess
from xinfang_core.case import Agent
from xinfang_core.vocabulary import (
    AgentCategory,
    AwardKind,
    Basis,
    Grade,
    ReplyKind,
    Settled,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.decision import Decision, Finding
    from xinfang_core.policy import PolicyPack

ANY = packs() | SHIPPED | st.just(EVERY_RULE)


def _is_fed_alike(rule: str, loose: Assessment, strict: Assessment) -> bool:
    """Whether all that the rule is handed is the same in both."""
    return all(loose.decision(one) == strict.decision(one) for one in FED_BY.get(rule, ()))


def _refused(decision: Decision[object], loose: Decision[object]) -> None:
    """The decision is refused for exactly the assumed values that the other one rests on."""
    assert decision.outcome is Undetermined.undetermined
    assert set(codes(decision.reasons)) == {"value.assumed_refused"}
    assumed = [
        reason.citation
        for reason in loose.reasons
        if reason.citation and reason.citation.basis is Basis.assumed
    ]
    assert [reason.citation for reason in decision.reasons] == assumed
    assert [dict(reason.facts) for reason in decision.reasons] == [
        {"clause": one.clause, "note": one.note} for one in assumed
    ]
    assert decision.findings == ()


def _is_firm(finding: Finding) -> bool:
    """Whether the source gives what a finding rests on."""
    return finding.reason.citation is None or finding.reason.citation.basis is not Basis.assumed


class TestRefusing:
    """Exactly what rests on assumed values is refused; the other decisions go on."""

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_exactly_those_decisions(self, case: Case, policy: PolicyPack, as_of: date) -> None:
        loose = assess(case, policy, MAINLAND, as_of)
        strict = assess(case, policy, MAINLAND, as_of, allow_assumed=False)
        for name, decision in loose.decisions():
            found = present(strict.decision(name))
            assert_explained(found)
            if not _is_fed_alike(name, loose, strict):
                continue
            if decision.basis is Basis.assumed and not decision.is_undetermined:
                _refused(found, decision)
            else:
                assert found[:2] == decision[:2]
                assert found.findings == tuple(filter(_is_firm, decision.findings))

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_nothing_is_decided_on_an_assumed_value(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        strict = assess(case, policy, MAINLAND, as_of, allow_assumed=False)
        assert strict.weakest_basis is not Basis.assumed
        for name, decision in strict.decisions():
            assert decision.basis is not Basis.assumed or decision.is_undetermined, name
        assert all(_is_firm(finding) for finding in strict.findings)
        owed = (one.reason.citation for one in strict.obligations)
        assert all(one is None or one.basis is not Basis.assumed for one in owed)

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_refusing_what_is_not_there_changes_nothing(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        loose = assess(case, policy, MAINLAND, as_of)
        if loose.weakest_basis is not Basis.assumed:
            assert assess(case, policy, MAINLAND, as_of, allow_assumed=False) == loose

    def test_a_rule_that_is_fed_by_a_refused_one_cannot_tell(self) -> None:
        case = evolve(appeal(accept="2025-03-03"), category=None)
        assumed = evolve(
            present(present(IN_2025.kind.reply_kind).default).citation,
            basis=Basis.assumed,
            note="试",
        )
        kind = present(IN_2025.kind.reply_kind)
        policy = with_rules(
            IN_2025, reply_kind=evolve(kind, default=evolve(kind.default, citation=assumed))
        )
        case = evolve(case, urgent=False, needs_investigation=False, consultation=False)
        loose = assessed(case, "2025-03-10", policy)
        assert present(loose.kind.reply_kind).outcome is ReplyKind.general
        strict = assess(case, policy, MAINLAND, day("2025-03-10"), allow_assumed=False)
        assert present(strict.kind.reply_kind).outcome is Undetermined.undetermined
        limit = present(strict.limits.reply_deadline)
        assert codes(limit.reasons) == ["reply_deadline.kind_undetermined"]
        assert limit.outcome.status is Status.undetermined  # type: ignore[union-attr]


class TestShipped:
    """What the award of the online proxy rests on, and what it does not."""

    def test_a_refused_award_leaves_the_limits_as_they_are(self) -> None:
        case = evolve(
            appeal(rated("2025-03-20", Grade.satisfied), accept="2025-03-03", deliver="2025-03-19"),
            agent=Agent(AgentCategory.community_volunteer),
            settled=Settled.yes,
        )
        loose = assessed(case, "2025-03-31")
        assert award_of(loose.follow_through.incentive).amount == Decimal(20)
        assert loose.weakest_basis is Basis.assumed
        strict = assess(case, IN_2025, MAINLAND, day("2025-03-31"), allow_assumed=False)
        refused = present(strict.follow_through.incentive)
        assert refused.outcome is Undetermined.undetermined
        assert (
            present(IN_2025.follow_through.incentive).earned_by.citation.clause in refused.explain()
        )
        assert strict.limits.reply_deadline == loose.limits.reply_deadline
        assert strict.limits.handling_deadline == loose.limits.handling_deadline

    def test_who_is_appraised_by_a_stated_word_is_appraised_anyway(self) -> None:
        case = evolve(appeal(), agent=Agent(AgentCategory.civil_servant))
        strict = assess(case, IN_2025, MAINLAND, day("2025-03-31"), allow_assumed=False)
        assert award_of(strict.follow_through.incentive).kind is AwardKind.appraisal
