"""Was the petitioner made to pay for being served?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.people.service_fee import FOR_THE_SERVICE, Params, decide
from xinfang_core.vocabulary import Absent, ServiceCharge, Severity, Undetermined

QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).people.service_fee)
FEES = st.none() | st.decimals(0, 1000, places=2)


class TestFree:
    """Sixth paragraph: the service is free of charge (无偿)."""

    def test_a_fee_for_the_service_is_a_violation(self) -> None:
        decision = decide(Decimal("0.01"), QIAOCHENG)
        assert_explained(decision)
        assert decision.outcome is ServiceCharge.charged
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.citation == QIAOCHENG.charge.citation

    @pytest.mark.parametrize(
        ("fee", "code"),
        [(None, "service_fee.not_recorded"), (Decimal(0), "service_fee.nothing_taken")],
    )
    def test_without_one_it_was_free_and_what_is_not_recorded_is_said(
        self, fee: Decimal | None, code: str
    ) -> None:
        decision = decide(fee, QIAOCHENG)
        assert_explained(decision)
        assert decision.outcome is ServiceCharge.free
        assert decision.findings == ()
        assert (decision.reasons[1].code, decision.reasons[1].citation) == (code, FOR_THE_SERVICE)


class TestOtherPolicies:
    """Only where the policy says free is a fee out of order."""

    def test_where_service_is_charged_for_a_fee_is_no_finding(self) -> None:
        found = Params(evolve(QIAOCHENG.charge, value=ServiceCharge.charged))
        decision = decide(Decimal(10), found)
        assert_explained(decision)
        assert decision.outcome is ServiceCharge.charged
        assert decision.findings == ()

    def test_where_the_source_is_silent_nothing_is_told(self) -> None:
        decision = decide(Decimal(10), Params(evolve(QIAOCHENG.charge, value=Absent.silent)))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    @given(FEES, params(Params))
    def test_every_combination_has_an_answer(self, fee: Decimal | None, found: Params) -> None:
        decision = decide(fee, found)
        assert_explained(decision)
        told = found.charge.value is ServiceCharge.free
        assert bool(decision.findings) is (told and bool(fee))
