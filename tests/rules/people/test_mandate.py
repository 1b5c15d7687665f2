"""Is there a mandate where there has to be one?"""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present, recorded
from strategies import histories
from strategies_params import params as any_params
from xinfang_core.case import Event, History
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.rules.people.mandate import ANY_PROOF, WITHDRAWAL, Params, decide
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    EventKind,
    MandateProof,
    MandateState,
    ProxyForm,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

EXAMPLE_POLICIES = Path(__file__).parents[3] / "examples" / "policies"
JIUYUAN = present(load_policy("jiuyuan").on(day("2025-01-01")).people.mandate)
SHANDONG = present(
    read_policy(EXAMPLE_POLICIES / "shandong-mandate").on(day("2025-01-01")).people.mandate
)
BEIJING = present(
    read_policy(EXAMPLE_POLICIES / "beijing-mandate").on(day("2025-01-01")).people.mandate
)
ENTRUSTED, INITIATED, ASSIGNED = ProxyForm.entrusted, ProxyForm.initiated, ProxyForm.assigned


def _decide(
    form: ProxyForm | None,
    history: History,
    params: Params = JIUYUAN,
    agents: int | None = None,
    *proofs: MandateProof,
) -> Decision[MandateState]:
    decision = decide(form, agents, proofs, history, params)
    assert_explained(decision)
    return decision


class TestEntrusted:
    """Jiuyuan 18: the mandate is signed, then the proxy starts."""

    def test_before_the_start_none_is_needed_yet(self) -> None:
        decision = _decide(ENTRUSTED, recorded(register="2025-03-03"))
        assert decision.outcome is MandateState.not_needed_yet
        assert decision.findings == ()

    @pytest.mark.parametrize("signed", ["2025-03-03", "2025-03-04"])
    def test_signed_before_the_start_or_on_its_day(self, signed: str) -> None:
        decision = _decide(ENTRUSTED, recorded(sign_mandate=signed, start="2025-03-04"))
        assert decision.outcome is MandateState.signed
        assert decision.findings == ()
        assert decision.reasons[0].citation == JIUYUAN.before[ENTRUSTED].citation

    def test_signed_after_the_start_is_a_warning(self) -> None:
        decision = _decide(ENTRUSTED, recorded(start="2025-03-04", sign_mandate="2025-03-05"))
        assert decision.outcome is MandateState.signed
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert dict(finding.reason.facts) == {"at": day("2025-03-05"), "act": EventKind.start}

    def test_started_without_one_is_a_violation(self) -> None:
        decision = _decide(ENTRUSTED, recorded(start="2025-03-04"))
        assert decision.outcome is MandateState.missing
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert decision.weakest == JIUYUAN.before[ENTRUSTED].citation
        assert decision.basis is Basis.stated


@pytest.mark.parametrize("form", [INITIATED, ASSIGNED])
class TestWithoutThePetitioner:
    """DOMAIN 0.8: initiated or assigned, it is needed before anything is filed in their name."""

    def test_the_start_needs_none(self, form: ProxyForm) -> None:
        decision = _decide(form, recorded(start="2025-03-04"))
        assert decision.outcome is MandateState.not_needed_yet
        assert decision.findings == ()

    def test_filing_needs_one_and_that_is_assumed(self, form: ProxyForm) -> None:
        decision = _decide(form, recorded(start="2025-03-04", file="2025-03-06"))
        assert decision.outcome is MandateState.missing
        assert decision.basis is Basis.assumed

    def test_signed_between_start_and_filing_is_in_time(self, form: ProxyForm) -> None:
        history = recorded(start="2025-03-04", sign_mandate="2025-03-05", file="2025-03-06")
        decision = _decide(form, history)
        assert decision.outcome is MandateState.signed
        assert decision.findings == ()


class TestUnknownForm:
    """Without the form it cannot be told by when a mandate is needed."""

    def test_none_signed(self) -> None:
        decision = _decide(None, recorded(start="2025-03-04"))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["mandate.form_unknown"]

    def test_one_signed_is_there_whatever_the_form(self) -> None:
        decision = _decide(None, recorded(start="2025-03-04", sign_mandate="2025-03-10"))
        assert decision.outcome is MandateState.signed
        assert codes(decision.reasons) == ["mandate.signed_somehow", "mandate.form_unknown"]
        assert decision.findings == ()


class TestWithdrawal:
    """A withdrawal ends the mandate; Beijing Art. 27: the agent does not go on after it."""

    def test_it_ends_the_mandate(self) -> None:
        history = recorded(
            sign_mandate="2025-03-03", start="2025-03-04", withdraw_mandate="2025-03-10"
        )
        decision = _decide(ENTRUSTED, history)
        assert decision.outcome is MandateState.withdrawn
        assert decision.reasons[0].citation == WITHDRAWAL

    def test_another_one_takes_its_place(self) -> None:
        history = recorded(
            Event(EventKind.sign_mandate, day("2025-03-12")),
            sign_mandate="2025-03-03",
            start="2025-03-04",
            withdraw_mandate="2025-03-10",
        )
        decision = _decide(ENTRUSTED, history)
        assert decision.outcome is MandateState.signed
        assert decision.findings == ()

    def test_one_signed_before_the_new_start_is_in_time(self) -> None:
        again = [
            Event(kind, day(on))
            for kind, on in (
                (EventKind.sign_mandate, "2025-05-06"),
                (EventKind.start, "2025-05-07"),
            )
        ]
        days = {"start": "2025-03-04", "withdraw_mandate": "2025-03-10", "file": "2025-03-05"}
        decision = _decide(ENTRUSTED, recorded(*again, sign_mandate="2025-03-03", **days))
        assert decision.outcome is MandateState.signed
        assert dict(decision.reasons[0].facts)["at"] == day("2025-05-06")
        assert decision.findings == ()

    def test_one_signed_after_the_new_start_is_late(self) -> None:
        again = [
            Event(kind, day(on))
            for kind, on in (
                (EventKind.sign_mandate, "2025-05-08"),
                (EventKind.start, "2025-05-07"),
            )
        ]
        days = {"start": "2025-03-04", "withdraw_mandate": "2025-03-10"}
        decision = _decide(ENTRUSTED, recorded(*again, sign_mandate="2025-03-03", **days))
        assert codes(decision.findings) == ["mandate.late"]

    def test_going_on_without_another_one_is_a_violation(self) -> None:
        again = Event(EventKind.start, day("2025-05-07"))
        days = {"sign_mandate": "2025-03-03", "start": "2025-03-04"}
        history = recorded(again, **days, withdraw_mandate="2025-03-10")
        decision = _decide(ENTRUSTED, history)
        assert decision.outcome is MandateState.missing
        assert codes(decision.findings) == ["mandate.missing_again"]
        assert _decide(None, history).outcome is MandateState.withdrawn

    def test_withdrawn_signed_and_started_again_on_one_day(self) -> None:
        again = [
            Event(kind, day("2025-03-10")) for kind in (EventKind.sign_mandate, EventKind.start)
        ]
        days = {"sign_mandate": "2025-03-03", "start": "2025-03-04"}
        history = recorded(*again, **days, withdraw_mandate="2025-03-10")
        decision = _decide(ENTRUSTED, history)
        assert decision.outcome is MandateState.signed
        assert decision.findings == ()

    def test_withdrawn_without_one_on_record_is_withdrawn(self) -> None:
        decision = _decide(None, recorded(withdraw_mandate="2025-03-10"))
        assert decision.outcome is MandateState.withdrawn

    def test_going_on_is_a_finding_only_where_a_policy_says_so(self) -> None:
        history = recorded(
            sign_mandate="2025-03-03",
            start="2025-03-04",
            withdraw_mandate="2025-03-10",
            file="2025-03-11",
        )
        assert _decide(ENTRUSTED, history).findings == ()
        (finding,) = _decide(ENTRUSTED, history, BEIJING).findings
        assert finding.severity is Severity.violation
        assert dict(finding.reason.facts) == {
            "act": EventKind.file,
            "at": day("2025-03-11"),
            "withdrawn": day("2025-03-10"),
        }
        assert finding.reason.citation == BEIJING.ended_acts.cited(EventKind.file)

    def test_what_was_filed_before_or_on_that_day_is_none(self) -> None:
        history = recorded(
            sign_mandate="2025-03-03", file="2025-03-10", withdraw_mandate="2025-03-10"
        )
        assert _decide(ENTRUSTED, history, BEIJING).findings == ()

    def test_what_was_filed_between_two_withdrawals_is_none(self) -> None:
        again = (
            Event(EventKind.sign_mandate, day("2025-03-17")),
            Event(EventKind.withdraw_mandate, day("2025-03-24")),
        )
        days = {"sign_mandate": "2025-03-03", "withdraw_mandate": "2025-03-10"}
        history = recorded(*again, **days, file="2025-03-18")
        assert _decide(ENTRUSTED, history, BEIJING).findings == ()

    def test_a_withdrawal_alone_is_none(self) -> None:
        history = recorded(sign_mandate="2025-03-03", withdraw_mandate="2025-03-10")
        assert _decide(ENTRUSTED, history, BEIJING).findings == ()


class TestContent:
    """Shandong Art. 28: one or two agents, with a proof of kinship or a recommendation."""

    SIGNED = recorded(sign_mandate="2025-03-03", start="2025-03-04")

    @pytest.mark.parametrize(("agents", "found"), [(None, []), (1, []), (2, []), (3, [3])])
    def test_at_most_two_agents(self, agents: int | None, found: list[int]) -> None:
        decision = _decide(ENTRUSTED, self.SIGNED, SHANDONG, agents, MandateProof.kinship)
        assert decision.outcome is MandateState.signed
        assert [dict(one.reason.facts)["found"] for one in decision.findings] == found
        assert all(one.severity is Severity.violation for one in decision.findings)

    @pytest.mark.parametrize("proof", MandateProof)
    def test_one_of_the_proofs_will_do(self, proof: MandateProof) -> None:
        assert _decide(ENTRUSTED, self.SIGNED, SHANDONG, 1, proof).findings == ()

    def test_none_on_record_is_a_notice(self) -> None:
        (finding,) = _decide(ENTRUSTED, self.SIGNED, SHANDONG, 1).findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation == ANY_PROOF

    def test_jiuyuan_is_silent_on_both(self) -> None:
        assert JIUYUAN.most_agents.value is Absent.silent
        assert JIUYUAN.proofs.absent is Absent.silent
        assert _decide(ENTRUSTED, self.SIGNED, JIUYUAN, 9).findings == ()


class TestProperties:
    """Any facts have an answer, and their order on paper does not matter."""

    FORMS = st.none() | st.sampled_from(ProxyForm)
    AGENTS = st.none() | st.integers(1, 9)
    PROOFS = st.frozensets(st.sampled_from(MandateProof))

    @given(FORMS, AGENTS, PROOFS, histories(), any_params(Params))
    def test_total(
        self,
        form: ProxyForm | None,
        agents: int | None,
        proofs: frozenset[MandateProof],
        history: History,
        params: Params,
    ) -> None:
        decision = decide(form, agents, proofs, history, params)
        assert_explained(decision)
        if decision.outcome is MandateState.missing:
            assert history.first(EventKind.sign_mandate) is None

    @given(st.sampled_from(ProxyForm), histories(), any_params(Params))
    def test_signing_first_of_all_leaves_nothing_missing_unless_it_is_withdrawn(
        self, form: ProxyForm, history: History, params: Params
    ) -> None:
        first = Event(EventKind.sign_mandate, day("2003-12-31"))
        kept = (one for one in history.events if one.kind is not EventKind.withdraw_mandate)
        decision = decide(form, 1, (), History((first, *kept)), params)
        assert decision.outcome is not MandateState.missing
        assert "mandate.late" not in codes(decision.findings)

    @pytest.mark.parametrize(
        "order",
        list(permutations(("sign_mandate", "start", "withdraw_mandate"))),
    )
    def test_the_order_of_the_record_does_not_matter(self, order: tuple[str, ...]) -> None:
        days = {
            "sign_mandate": "2025-03-03",
            "start": "2025-03-04",
            "withdraw_mandate": "2025-03-09",
        }
        history = recorded(**{kind: days[kind] for kind in order})
        assert _decide(ENTRUSTED, history).outcome is MandateState.withdrawn
