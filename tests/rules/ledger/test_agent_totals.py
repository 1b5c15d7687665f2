"""What does each agent earn in a month and in a quarter?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS, assert_explained, codes, day, present
from strategies import DAYS
from strategies_params import params as any_params
from xinfang_core.decision import Decision, Reason
from xinfang_core.policy import load_policy
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.rules.ledger.agent_totals import Earning, Params, Total, Totals, totals
from xinfang_core.vocabulary import Absent, AwardKind, AwardLevel, Basis, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).ledger.agent_totals)
CITED = (Reason("incentive.cap", (("cap", Absent.none),), PROXY.monthly_cap.citation),)
RECORD: Decision[Award] = Decision(Award(AwardKind.appraisal), CITED)
UNKNOWN: Decision[Award] = Decision(Undetermined.undetermined, CITED)
AWARDS = (
    st.integers(0, 40).map(lambda yuan: _money(str(yuan)))
    | st.just(RECORD)
    | st.just(UNKNOWN)
    | st.just(Decision(Absent.none, CITED))
)
EARNINGS = st.lists(
    st.builds(Earning, st.sampled_from(("", "甲", "乙")), DAYS, AWARDS), max_size=12
)


def _money(yuan: str) -> Decision[Award]:
    return Decision(Award(AwardKind.money, AwardLevel.completed, Decimal(yuan)), CITED)


def _capped(value: Decimal | Absent) -> Params:
    return Params(evolve(PROXY.monthly_cap, value=value))


def _totals(earnings: Iterable[Earning], params: Params = PROXY) -> Totals:
    decision = totals(earnings, params)
    assert_explained(decision)
    assert isinstance(decision.outcome, Totals)
    return decision.outcome


class TestMonthsAndQuarters:
    """Online-proxy 17: awards are for each case; they are added up by agent, month and quarter."""

    def test_a_quarter_of_two_agents(self) -> None:
        found = _totals(
            (
                Earning("乙", day("2025-03-31"), _money("20")),
                Earning("甲", day("2025-01-02"), _money("10")),
                Earning("甲", day("2025-01-31"), _money("15")),
                Earning("甲", day("2025-02-01"), _money("20")),
                Earning("甲", day("2025-04-01"), _money("10")),
            )
        )
        assert found.months == (
            Total("乙", 2025, 3, 1, Decimal(20), Decimal(20)),
            Total("甲", 2025, 1, 2, Decimal(25), Decimal(25)),
            Total("甲", 2025, 2, 1, Decimal(20), Decimal(20)),
            Total("甲", 2025, 4, 1, Decimal(10), Decimal(10)),
        )
        assert found.quarters == (
            Total("乙", 2025, 1, 1, Decimal(20), Decimal(20)),
            Total("甲", 2025, 1, 3, Decimal(45), Decimal(45)),
            Total("甲", 2025, 2, 1, Decimal(10), Decimal(10)),
        )
        assert [found.text(lang) for lang in LANGS] == [
            "4 人月，共应发 75 元",
            "4 agents’ months, 75 yuan",
        ]

    def test_december_and_january_are_two_quarters(self) -> None:
        days = ("2025-12-31", "2026-01-01")
        found = _totals(Earning("甲", day(on), _money("10")) for on in days)
        assert [(one.year, one.period) for one in found.quarters] == [(2025, 4), (2026, 1)]

    def test_records_and_undetermined_cases_are_counted_apart_and_never_paid(self) -> None:
        on = day("2025-05-06")
        found = _totals(Earning("甲", on, award) for award in (RECORD, UNKNOWN, RECORD))
        (month,) = found.months
        assert (month.cases, month.appraisals, month.undetermined) == (0, 2, 1)
        assert month.payable == 0

    def test_whose_number_is_not_recorded_belongs_to_nobody(self) -> None:
        decision = totals((Earning("", day("2025-05-06"), _money("20")),), PROXY)
        assert decision.outcome == Totals((), ())
        (finding,) = decision.findings
        assert dict(finding.reason.facts) == {"count": 1}

    def test_where_no_award_arises_there_is_nothing_to_add_up(self) -> None:
        # Who petitions in person is no agent: neither a month nor a missing number.
        none: Decision[Award] = Decision(Absent.none, CITED)
        earnings = [Earning(number, day("2025-05-06"), none) for number in ("甲", "")]
        decision = totals(earnings, PROXY)
        assert decision.outcome == Totals((), ())
        assert decision.findings == ()

    def test_no_number_of_an_agent_stands_in_a_repr(self) -> None:
        earning = Earning("D-0042", day("2025-05-06"), _money("20"))
        assert "D-0042" not in f"{earning!r} {_totals((earning,))!r}"


class TestCap:
    """The source names no monthly cap; a policy may set one, or be silent."""

    def test_there_is_none_as_shipped(self) -> None:
        assert PROXY.monthly_cap.value is Absent.none
        assert PROXY.monthly_cap.citation.basis is Basis.assumed

    def test_what_a_cap_cuts_off_does_not_move_to_another_month(self) -> None:
        earnings = [Earning("甲", day(on), _money("20")) for on in ("2025-01-02", "2025-01-03")]
        earnings.append(Earning("甲", day("2025-02-03"), _money("20")))
        found = _totals(earnings, _capped(Decimal(30)))
        assert [one.payable for one in found.months] == [30, 20]
        assert [one.earned for one in found.months] == [40, 20]
        assert [one.payable for one in found.quarters] == [50]

    def test_a_silent_cap_leaves_it_open(self) -> None:
        decision = totals((), _capped(Absent.silent))
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestProperties:
    """Nothing is lost, nothing is paid twice, and the order of the record does not matter."""

    @given(EARNINGS, any_params(Params))
    def test_total(self, earnings: list[Earning], params: Params) -> None:
        decision = totals(earnings, params)
        assert_explained(decision)
        silent = params.monthly_cap.value is Absent.silent
        assert (decision.outcome is Undetermined.undetermined) is silent

    @given(EARNINGS)
    def test_every_case_is_counted_once(self, earnings: list[Earning]) -> None:
        found = _totals(earnings)
        counts = [one for one in earnings if one.award.outcome is not Absent.none]
        known = [one for one in counts if one.agent_no]
        for rows in (found.months, found.quarters):
            counted = sum(one.cases + one.appraisals + one.undetermined for one in rows)
            assert counted == len(known)
            money = [one.award.outcome for one in known]
            paid = sum(one.amount for one in money if isinstance(one, Award))
            assert sum(one.payable for one in rows) == paid

    @given(EARNINGS, st.randoms(use_true_random=False))
    def test_order_does_not_matter(self, earnings: list[Earning], random: object) -> None:
        shuffled = sorted(earnings, key=lambda _: random.random())  # type: ignore[attr-defined]
        assert _totals(shuffled) == _totals(earnings)

    @pytest.mark.parametrize("cap", [0, 15, 30])
    @given(earnings=EARNINGS)
    def test_a_cap_never_raises_anything(self, earnings: list[Earning], cap: int) -> None:
        for one in _totals(earnings, _capped(Decimal(cap))).months:
            assert one.payable == min(one.earned, cap)
