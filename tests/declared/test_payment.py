"""What is paid under a payment that a policy declares itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, assert_speaks, codes, day
from policy_texts import complaint, written
from xinfang_core.declared.payment import Given, Grounds, Paid, Params, Payable, decide, find_wrong
from xinfang_core.policy import read_policy
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Grade,
    Level,
    PaidBy,
    PaidFor,
    Role,
    Severity,
    Undetermined,
)

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.decision import Decision

CITED = Citation("某区奖补办法", "第三条", "每件15元", Basis.stated)


def _cited(value: object) -> Sourced[Any]:
    return Sourced(value, CITED)


def _params(**values: object) -> Params:
    told: dict[str, Any] = {name: _cited(value) for name, value in values.items()}
    return Params(
        _cited("补助"), _cited(Role.agent), told.pop("paid_for", _cited(PaidFor.matter)), **told
    )


BY_GRADE = evolve(
    _params(),
    by=CitedList((_cited(PaidBy.grade),), CITED),
    amount=Table(
        {
            Grade.satisfied: _cited(Decimal(20)),
            Grade.basically_satisfied: _cited(Decimal(15)),
            Grade.dissatisfied: _cited(Absent.none),
            Grade.unrated: _cited(Absent.silent),
        }
    ),
)
BY_GRADE_AND_LEVEL = evolve(
    _params(),
    by=CitedList((_cited(PaidBy.grade), _cited(PaidBy.level)), CITED),
    amount=Table({(one, other): _cited(Decimal(9)) for one in Grade for other in Level}),
)
YUAN = st.integers(0, 10_000).map(Decimal)


def _due(params: Params, **grounds: Any) -> Decision[Payable]:  # noqa: ANN401
    decision = decide(Grounds(**grounds), params)
    assert_explained(decision)
    assert_speaks(decision.reasons)
    return decision


def _text(params: Params, **grounds: object) -> str:
    due = _due(params, **grounds).outcome
    assert isinstance(due, Payable)
    return due.text()


class TestAmount:
    """So much for each, by what it depends on."""

    def test_a_flat_monthly_allowance(self) -> None:
        allowance = _params(paid_for=PaidFor.month, amount=Decimal(30))
        assert _text(allowance) == "30 元"
        assert _text(allowance, count=12) == "360 元"
        assert codes(_due(allowance, count=12).reasons) == ["payment.amount", "payment.times"]

    @pytest.mark.parametrize(
        ("grade", "due"),
        [
            (Grade.satisfied, Payable(Decimal(20), Decimal(20))),
            (Grade.basically_satisfied, Payable(Decimal(15), Decimal(15))),
            (Grade.dissatisfied, Absent.none),
            (Grade.unrated, Undetermined.undetermined),
        ],
    )
    def test_by_grade(self, grade: Grade, due: object) -> None:
        assert _due(BY_GRADE, grade=grade).outcome == due

    def test_by_two_things(self) -> None:
        grounds = {"grade": Grade.satisfied, "level": Level.town}
        assert _text(BY_GRADE_AND_LEVEL, **grounds) == "9 元"

    @pytest.mark.parametrize(
        ("params", "grounds", "missing"),
        [
            (BY_GRADE, {}, ("grade",)),
            (BY_GRADE_AND_LEVEL, {"grade": Grade.satisfied}, ("level",)),
            (evolve(BY_GRADE, by=CitedList((_cited(PaidBy.kind),), CITED)), {}, ("category",)),
            (_params(amount=Decimal(30)), {"count": None}, ("count",)),
        ],
    )
    def test_nothing_is_paid_where_a_fact_is_missing(
        self, params: Params, grounds: dict[str, object], missing: tuple[str, ...]
    ) -> None:
        decision = _due(params, **grounds)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == missing


class TestBounds:
    """A floor, a cap, or both; with an amount or without."""

    @pytest.mark.parametrize(
        ("values", "text"),
        [
            ({"at_least": Decimal(50000)}, "不低于 50000 元"),
            ({"at_most": Decimal(500)}, "0 元至 500 元"),
            ({"at_least": Decimal(100), "at_most": Decimal(500)}, "100 元至 500 元"),
            ({"at_least": Decimal(100), "amount": Decimal(30)}, "100 元"),
            ({"at_most": Decimal(20), "amount": Decimal(30)}, "20 元"),
            ({"at_most": Decimal(50), "at_least": Decimal(10), "amount": Decimal(30)}, "30 元"),
            ({"at_most": Absent.none, "amount": Decimal(30)}, "30 元"),
        ],
    )
    def test_each_amount_lies_within(self, values: dict[str, object], text: str) -> None:
        assert _text(_params(**values)) == text

    def test_they_hold_for_each_one(self) -> None:
        assert _text(_params(at_least=Decimal(100), at_most=Decimal(500)), count=3) == (
            "300 元至 1500 元"
        )
        assert _text(_params(at_least=Decimal(100)), count=3) == "不低于 300 元"

    def test_a_silent_one_leaves_the_amount_open(self) -> None:
        decision = _due(_params(at_least=Absent.silent, amount=Decimal(30)))
        assert decision.outcome is Undetermined.undetermined

    @given(st.lists(YUAN, min_size=2, max_size=2), YUAN, YUAN, st.integers(0, 9))
    def test_a_higher_amount_and_more_of_them_never_pay_less(
        self, amounts: list[Decimal], floor: Decimal, cap: Decimal, count: int
    ) -> None:
        lower, higher = sorted(amounts)
        bounds = {"at_least": min(floor, cap), "at_most": max(floor, cap)}
        one, other, more = (
            decide(Grounds(count=many), _params(amount=amount, **bounds)).outcome
            for amount, many in ((lower, count), (higher, count), (higher, count + 1))
        )
        assert isinstance(one, Payable)
        assert isinstance(other, Payable)
        assert isinstance(more, Payable)
        assert one.least <= other.least <= more.least


PRIZE = _params(paid_for=PaidFor.award, amount=Decimal(3000), quota=2)


def _given(*amounts: int) -> tuple[Given, ...]:
    return tuple(Given(Decimal(amount)) for amount in amounts)


class TestWhatWasPaid:
    """Payments of one round are held against what is due, and against the quota."""

    @pytest.mark.parametrize(
        ("amounts", "found"),
        [
            ((), []),
            ((3000, 3000), []),
            ((3000, 3000, 3000), ["payment.over_quota"]),
            ((2000, 3000), ["payment.paid_less"]),
            ((3500,), ["payment.paid_more"]),
        ],
    )
    def test_each_payment_and_their_number(
        self, amounts: tuple[int, ...], found: list[str]
    ) -> None:
        decision = find_wrong(_given(*amounts), PRIZE)
        assert_explained(decision)
        assert_speaks([one.reason for one in decision.findings])
        assert codes(decision.findings) == found
        assert decision.outcome == Paid(len(amounts), Decimal(sum(amounts)))

    def test_it_says_how_much_it_was(self) -> None:
        paid = find_wrong(_given(3000, 3000), PRIZE).outcome
        assert isinstance(paid, Paid)
        assert paid.text() == "2 笔，共 6000 元"

    def test_without_an_upper_bound_more_is_no_fault(self) -> None:
        assert not find_wrong(_given(50_000, 90_000), _params(at_least=Decimal(50_000))).findings

    def test_what_is_not_due_at_all(self) -> None:
        given = [Given(Decimal(15), Grounds(grade=Grade.dissatisfied))]
        assert codes(find_wrong(given, BY_GRADE).findings) == ["payment.none_due"]

    def test_where_a_fact_is_missing_nobody_is_reproached(self) -> None:
        (finding,) = find_wrong(_given(15), BY_GRADE).findings
        assert finding.severity is Severity.notice
        assert finding.reason.code == "payment.unknown"

    @pytest.mark.parametrize(
        ("quota", "found"), [(Absent.none, []), (Absent.silent, ["value.silent"])]
    )
    def test_a_quota_that_there_is_not(self, quota: Absent, found: list[str]) -> None:
        params = evolve(PRIZE, quota=_cited(quota))
        assert codes(find_wrong(_given(3000, 3000, 3000), params).findings) == found

    @given(
        st.lists(st.sampled_from((2000, 3000, 4000)), max_size=5).flatmap(
            lambda some: st.tuples(st.just(some), st.permutations(some))
        )
    )
    def test_the_order_of_recording_is_irrelevant(self, both: tuple[list[int], list[int]]) -> None:
        one, other = both
        assert find_wrong(_given(*one), PRIZE) == find_wrong(_given(*other), PRIZE)


FILE = """\
[policy]
id = "mouqu"
title = "某区奖补办法"
effective = "undated"
picked_by = "register"
transition = "自始适用"

[[clause]]
id = "3"
locator = "第三条"
text = "补助"
encoded_by = ["payment.bonus"]

[payment.bonus]
name = "代理补助"
clause = "3"
basis = "stated"
phrase = "补助"
paid_to = "agent"
paid_for = "matter"
by = ["grade"]
at_most = { value = 100, unit = "yuan", phrase = "不超过100元" }

[payment.bonus.amount]
clause = "3"
basis = "stated"
unit = "yuan"
cells = [
  { grade = "satisfied", value = 20, phrase = "20元" },
  { grade = "basically_satisfied", value = 15, phrase = "15元" },
  { grade = "dissatisfied", value = "none" },
  { grade = "unrated", value = "none" },
]
"""
FLOOR = 'at_least = { value = 200, unit = "yuan", phrase = "200元" }'
NO_PRIZE = 'quota = { value = 0, unit = "time", phrase = "0名" }'
TABLE = FILE[FILE.index("[payment.bonus.amount]") :]


class TestReading:
    """What a payment says has to agree; each fault is told where it stands."""

    def test_the_policy_holds_it_by_its_key(self, tmp_path: Path) -> None:
        pack = read_policy(written(tmp_path / "mouqu", undated=FILE)).on(day("2025-01-01"))
        params = pack.payments["bonus"]
        assert _text(params, grade=Grade.satisfied, count=2) == "40 元"

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ('grade = "unrated"', 'grade = "satisfied"', "表中缺少“未评价”（unrated）"),
            ('by = ["grade"]', 'by = ["grades"]', "是否为“grade”？"),
            ('by = ["grade"]\n', "", "amount"),
            (
                TABLE,
                'at_least = { value = 200, unit = "yuan", phrase = "200元" }',
                "下限 200 元高于上限",
            ),
            (
                "at_most = {",
                'quota = { value = 0, unit = "time", phrase = "0名" }\nat_most = {',
                "须从 1 起",
            ),
            ('paid_for = "matter"', 'paid_for = "case"', "不是可用的取值"),
            ('unit = "yuan", phrase = "不超过', 'unit = "person", phrase = "不超过', "yuan"),
        ],
    )
    def test_faults(self, tmp_path: Path, old: str, new: str, told: str) -> None:
        assert FILE.count(old) == 1
        assert told in complaint(written(tmp_path / "mouqu", undated=FILE.replace(old, new)))

    def test_one_without_any_amount(self, tmp_path: Path) -> None:
        text = FILE.replace(TABLE, "").replace(
            'at_most = { value = 100, unit = "yuan", phrase = "不超过100元" }\n', ""
        )
        assert "须写明 amount、at_least、at_most 之一" in complaint(
            written(tmp_path / "mouqu", undated=text)
        )
