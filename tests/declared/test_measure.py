"""What share of the matters of a period is so, by a rate that a policy declares itself?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS, assert_explained, codes, day, rated, recorded
from xinfang_core.case import Event
from xinfang_core.declared.measure import Counted, Filter, Params, Rate, decide, span
from xinfang_core.sources import Citation, CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Cycle,
    Declared,
    EventKind,
    Grade,
    LimitName,
    MatterFact,
    PetitionForm,
    ReplyKind,
    Role,
    Rounding,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from random import Random

T = TypeVar("T")
CITED = Citation("示例县办法", "第一条", "", Basis.assumed, "示例")
SIGN = LimitName(Declared("sign", "签收时限"))
DUE = (Status.met, Status.late, Status.overdue)


def said(value: T | Absent) -> Sourced[T]:
    """A value with a citation."""
    return Sourced(value, CITED)


def listed(*values: T) -> CitedList[T]:
    """A list with a citation."""
    return CitedList(tuple(said(one) for one in values), CITED)


SIGNED = Params(
    name=said("签收率"),
    dated_by=said(EventKind.assign),
    period=said(Cycle.month),
    limit=said(SIGN),
    below=Filter(status=listed(*DUE)),
    above=Filter(status=listed(Status.met)),
    floor=said(Decimal(90)),
    places=said(1),
    rounding=said(Rounding.half_up),
)
"""Of what was due how much was signed for in time: at least 90 %."""


def case(status: Status | Absent | None, on: str = "2025-11-03", **facts: Any) -> Counted:  # noqa: ANN401
    """A case sent on a day, where its limit stands so."""
    return Counted(recorded(assign=on), limits={"sign": status}, **facts)


NOVEMBER, LATER = day("2025-11-15"), day("2026-01-31")
MET, LATE, OPEN = case(Status.met), case(Status.late), case(Status.open)
UNKNOWN = case(None)


def counted(*cases: Counted, params: Params = SIGNED, as_of: date = LATER) -> Rate:
    """The rate of November."""
    decision = decide(cases, NOVEMBER, as_of, params)
    assert_explained(decision)
    assert isinstance(decision.outcome, Rate)
    return decision.outcome


def found(*cases: Counted, params: Params = SIGNED, as_of: date = LATER) -> list[str]:
    """What is out of order about the rate of November."""
    return codes(decide(cases, NOVEMBER, as_of, params).findings)


class TestCounting:
    """Over the line stand those of the matters under it that are so too."""

    def test_a_month_by_hand(self) -> None:
        # Nine in time and one late are due, one is not due yet: 9 of 10.
        rate = counted(*[MET] * 9, LATE, OPEN)
        assert (rate.above, rate.below, rate.unknown) == (9, 10, 0)
        assert rate.percent == Decimal("90.0")
        assert rate.lowest == rate.highest == Fraction(9, 10)
        assert rate.text() == "90.0%（9÷10）"

    def test_a_matter_of_another_month_does_not_count(self) -> None:
        rate = counted(MET, case(Status.late, "2025-10-31"), case(Status.late, "2025-12-01"))
        assert (rate.above, rate.below) == (1, 1)

    def test_a_matter_that_was_never_sent_does_not_count(self) -> None:
        assert counted(MET, Counted(recorded(), limits={"sign": Status.late})).below == 1

    def test_a_matter_without_such_a_limit_does_not_count(self) -> None:
        rate = counted(MET, case(Absent.none))
        assert (rate.below, rate.unknown) == (1, 0)

    def test_where_a_limit_cannot_be_told_is_not_known(self) -> None:
        # Met or late: it is due all the same, and may have been in time.
        unclear = case(Status.undetermined)
        assert counted(MET, unclear) == counted(MET, UNKNOWN)
        assert counted(MET, unclear).unknown == 1
        (reason,) = (
            one
            for one in decide([MET, unclear], NOVEMBER, LATER, SIGNED).reasons
            if one.code == "measure.unknown"
        )
        assert reason.missing == ("sign",)

    def test_nothing_under_the_line_is_no_rate_of_0(self) -> None:
        decision = decide([OPEN], NOVEMBER, LATER, SIGNED)
        assert decision.outcome is Absent.none
        assert "分母为0" in decision.explain()

    def test_without_a_denominator_every_matter_of_the_period_counts(self) -> None:
        assert counted(MET, LATE, OPEN, params=evolve(SIGNED, below=None)).below == 3

    def test_a_source_that_does_not_round_gives_the_counts_alone(self) -> None:
        for params in (
            evolve(SIGNED, places=None),
            evolve(SIGNED, rounding=None),
            evolve(SIGNED, places=said(Absent.silent)),
        ):
            rate = counted(MET, MET, LATE, params=params)
            assert rate.percent is None
            assert rate.text() == "2÷3，办法未写取舍"

    @pytest.mark.parametrize("lang", LANGS)
    def test_the_text_says_how_many_cannot_be_told(self, lang: Any) -> None:  # noqa: ANN401
        assert "1" in counted(*[MET] * 2, UNKNOWN).text(lang)
        assert counted(*[MET] * 2, UNKNOWN).text() == "100.0%（2÷2）；另有 1 件不能认定"


class TestEachFact:
    """Steps and flags have to be so all of them; of a kind, form, grade or status one."""

    def _is_over(self, above: Filter, one: Counted, **more: Any) -> bool | None:  # noqa: ANN401
        params = evolve(SIGNED, below=None, above=above, limit=said(SIGN), **more)
        rate = counted(one, params=params)
        return None if rate.unknown else rate.above == 1

    def test_steps_have_to_be_recorded_all_of_them(self) -> None:
        both = Filter(happened=listed(EventKind.conclude, EventKind.revisit))
        done = recorded(assign="2025-11-03", conclude="2025-11-04")
        seen = recorded(assign="2025-11-03", conclude="2025-11-04", revisit="2025-11-05")
        assert self._is_over(both, Counted(done)) is False
        assert self._is_over(both, Counted(seen)) is True

    def test_flags_have_to_be_yes_all_of_them(self) -> None:
        both = Filter(flags=listed(MatterFact.major, MatterFact.repeated))
        for repeated in (True, False, None):
            flags = {MatterFact.major: True, MatterFact.repeated: repeated}
            assert self._is_over(both, evolve(MET, flags=flags)) is repeated
        flags = {MatterFact.major: None, MatterFact.repeated: False}
        assert self._is_over(both, evolve(MET, flags=flags)) is False

    def test_of_kinds_and_forms_one_has_to_be_so(self) -> None:
        kinds = Filter(kind=listed(ReplyKind.urgent, Declared("help")))
        assert self._is_over(kinds, evolve(MET, kind=Declared("help"))) is True
        assert self._is_over(kinds, evolve(MET, kind=ReplyKind.general)) is False
        assert self._is_over(kinds, MET) is None
        forms = Filter(form=listed(PetitionForm.network))
        assert self._is_over(forms, evolve(MET, form=PetitionForm.network)) is True
        assert self._is_over(forms, MET) is None

    def test_the_grade_given_last_counts_of_whom_the_policy_names(self) -> None:
        pleased = Filter(grade=listed(Grade.satisfied))
        sent = Event(EventKind.assign, day("2025-11-03"))
        first = rated("2025-11-04", Grade.dissatisfied, Role.handling_body)
        then = rated("2025-11-05", Grade.satisfied, Role.handling_body)
        other = rated("2025-11-06", Grade.dissatisfied, Role.agent)
        one = Counted(recorded(sent, first, then, other))
        assert self._is_over(pleased, one, rated=said(Role.handling_body)) is True
        assert self._is_over(pleased, one) is False

    def test_no_grade_is_unrated(self) -> None:
        assert self._is_over(Filter(grade=listed(Grade.unrated)), MET) is True


class TestWhatCannotBeTold:
    """It is never counted as fulfilled; how many there are is told, and what is lacking."""

    def test_it_stands_neither_over_nor_under_the_line(self) -> None:
        rate = counted(MET, MET, LATE, UNKNOWN)
        assert (rate.above, rate.below, rate.unknown) == (2, 3, 1)
        assert (rate.lowest, rate.highest) == (Fraction(2, 4), Fraction(3, 4))

    def test_what_surely_stands_under_the_line_stays_there(self) -> None:
        params = evolve(SIGNED, below=None)
        rate = counted(MET, UNKNOWN, params=params)
        assert (rate.above, rate.below, rate.unknown) == (1, 2, 1)
        assert (rate.lowest, rate.highest) == (Fraction(1, 2), Fraction(1))

    def test_what_surely_would_not_stand_over_the_line_can_only_lower_it(self) -> None:
        params = evolve(SIGNED, above=Filter(happened=listed(EventKind.revisit)))
        seen = evolve(MET, history=recorded(assign="2025-11-03", revisit="2025-11-05"))
        rate = counted(seen, MET, UNKNOWN, evolve(seen, limits={}), params=params)
        assert (rate.above, rate.below, rate.unknown) == (1, 2, 2)
        assert (rate.lowest, rate.highest) == (Fraction(1, 3), Fraction(2, 3))

    def test_the_reason_names_what_is_lacking_and_the_range(self) -> None:
        decision = decide([MET, UNKNOWN], NOVEMBER, LATER, SIGNED)
        lacking = next(one for one in decision.reasons if one.code == "measure.unknown")
        assert lacking.missing == ("sign",)
        assert "50.00% 至 100.00%" in decision.explain()

    def test_a_repeat_that_is_not_known_is_told_by_its_rule(self) -> None:
        params = evolve(SIGNED, below=None, above=Filter(flags=listed(MatterFact.repeated)))
        decision = decide([MET], NOVEMBER, LATER, params)
        lacking = next(one for one in decision.reasons if one.code == "measure.unknown")
        assert lacking.missing == ("repeat_petition",)

    def test_where_nothing_surely_stands_under_the_line_there_is_no_rate(self) -> None:
        decision = decide([UNKNOWN], NOVEMBER, LATER, SIGNED)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == ("sign",)

    @pytest.mark.parametrize(
        "silent",
        [
            {"dated_by": said(Absent.silent)},
            {"limit": said(Absent.silent)},
            {"period": said(Absent.silent)},
            {"above": Filter(status=CitedList((), CITED, Absent.silent))},
        ],
    )
    def test_where_the_source_does_not_say_what_counts_there_is_no_rate(
        self, silent: dict[str, Any]
    ) -> None:
        decision = decide([MET], NOVEMBER, LATER, evolve(SIGNED, **silent))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestBounds:
    """A rate below its floor is out of order, once the period is over."""

    def test_just_the_floor_is_enough(self) -> None:
        assert found(*[MET] * 9, LATE) == []

    def test_less_is_missed(self) -> None:
        assert found(*[MET] * 8, LATE) == ["measure.floor_missed"]

    def test_it_is_compared_before_it_is_rounded(self) -> None:
        # 1799 of 2000 is 89.95 %, which rounds to 90.0.
        assert counted(*[MET] * 1799, *[LATE] * 201).percent == Decimal("90.0")
        assert found(*[MET] * 1799, *[LATE] * 201) == ["measure.floor_missed"]

    def test_what_cannot_be_told_may_make_it_good(self) -> None:
        assert found(*[MET] * 8, LATE, UNKNOWN) == ["measure.floor_unclear"]
        assert found(*[MET] * 9, UNKNOWN) == []
        assert found(*[MET] * 4, LATE, UNKNOWN) == ["measure.floor_missed"]

    def test_before_the_period_is_over_nothing_is_missed(self) -> None:
        assert found(MET, LATE, as_of=day("2025-11-29")) == []
        assert found(MET, LATE, as_of=day("2025-11-30")) == ["measure.floor_missed"]
        decision = decide([MET, LATE], NOVEMBER, day("2025-11-29"), SIGNED)
        assert "尚未结束" in decision.explain()

    def test_a_ceiling_is_the_same_from_above(self) -> None:
        params = evolve(SIGNED, floor=None, ceiling=said(Decimal(50)))
        assert found(MET, LATE, params=params) == []
        assert found(MET, MET, LATE, params=params) == ["measure.ceiling_missed"]
        assert found(MET, LATE, UNKNOWN, params=params) == ["measure.ceiling_unclear"]

    def test_a_source_that_names_no_number_asks_for_none(self) -> None:
        assert found(LATE, params=evolve(SIGNED, floor=said(Absent.silent))) == []


class TestPeriods:
    """Months, quarters and years; an accounting year begins with any month."""

    @pytest.mark.parametrize(
        ("on", "cycle", "begins", "first", "last"),
        [
            ("2025-11-15", Cycle.month, 1, "2025-11-01", "2025-11-30"),
            ("2024-02-29", Cycle.month, 1, "2024-02-01", "2024-02-29"),
            ("2025-12-31", Cycle.quarter, 1, "2025-10-01", "2025-12-31"),
            ("2026-01-01", Cycle.quarter, 11, "2025-11-01", "2026-01-31"),
            ("2025-06-01", Cycle.year, 1, "2025-01-01", "2025-12-31"),
            ("2025-10-31", Cycle.year, 11, "2024-11-01", "2025-10-31"),
            ("2025-11-01", Cycle.year, 11, "2025-11-01", "2026-10-31"),
        ],
    )
    def test_by_hand(self, on: str, cycle: Cycle, begins: int, first: str, last: str) -> None:
        assert span(day(on), cycle, begins) == (day(first), day(last))

    @given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(Cycle), st.integers(1, 12))
    def test_a_day_lies_in_its_period_and_every_day_of_it_has_the_same(
        self, on: date, cycle: Cycle, begins: int
    ) -> None:
        period = span(on, cycle, begins)
        assert period.first <= on <= period.last
        assert span(period.first, cycle, begins) == span(period.last, cycle, begins) == period

    def test_an_accounting_year_from_november(self) -> None:
        params = evolve(SIGNED, period=said(Cycle.year), first_month=said(11))
        rate = counted(MET, case(Status.late, "2025-10-31"), params=params)
        assert (rate.first, rate.last) == (day("2025-11-01"), day("2026-10-31"))
        assert rate.below == 1


STATUSES = st.sampled_from((*Status, Absent.none, None)).filter(
    lambda one: one is not Status.undetermined
)
GRADES = st.sampled_from(Grade)


@st.composite
def any_case(draw: st.DrawFn) -> Counted:
    """A case of November or about then, of which more or less is known."""
    on = draw(st.dates(date(2025, 10, 25), date(2025, 12, 5)))
    events = [Event(EventKind.assign, on)]
    if draw(st.booleans()):
        events.append(Event(EventKind.conclude, on))
    if draw(st.booleans()):
        events.append(Event(EventKind.evaluate, on, grade=draw(GRADES), target=Role.handling_body))
    return Counted(
        recorded(*events),
        draw(st.sampled_from((None, *ReplyKind))),
        draw(st.sampled_from((None, *PetitionForm))),
        {"sign": draw(STATUSES)},
        draw(st.dictionaries(st.sampled_from(MatterFact), st.sampled_from((True, False, None)))),
    )


def _some(terms: Any) -> st.SearchStrategy[CitedList[Any] | None]:  # noqa: ANN401
    lists = st.lists(st.sampled_from(tuple(terms)), min_size=1, max_size=3, unique=True)
    return st.none() | lists.map(lambda found: listed(*found))


FILTERS = st.builds(
    Filter,
    _some((EventKind.conclude, EventKind.evaluate)),
    _some((Status.met, Status.late, Status.open)),
    _some(ReplyKind),
    _some(PetitionForm),
    _some(Grade),
    _some(MatterFact),
)
RATES = st.builds(
    lambda above, below, cycle, floor, ceiling: evolve(
        SIGNED,
        above=above,
        below=below,
        period=said(cycle),
        floor=None if floor is None else said(Decimal(floor)),
        ceiling=None if ceiling is None else said(Decimal(ceiling)),
    ),
    FILTERS,
    st.none() | FILTERS,
    st.sampled_from(Cycle),
    st.none() | st.integers(0, 100),
    st.none() | st.integers(0, 100),
)
"""Rates of any filters, sensible or not."""


class TestWhateverIsDeclared:
    """What holds for every rate, of every collection."""

    @given(RATES, st.lists(any_case(), max_size=8), st.randoms(use_true_random=False))
    def test_the_order_of_the_cases_is_irrelevant(
        self, params: Params, cases: list[Counted], chance: Random
    ) -> None:
        mixed = list(cases)
        chance.shuffle(mixed)
        assert decide(mixed, NOVEMBER, LATER, params) == decide(cases, NOVEMBER, LATER, params)

    @given(RATES, st.lists(any_case(), max_size=8), st.dates(date(2025, 11, 1)))
    def test_it_explains_itself_and_keeps_to_its_counts(
        self, params: Params, cases: list[Counted], as_of: date
    ) -> None:
        decision = decide(cases, NOVEMBER, as_of, params)
        assert_explained(decision)
        rate = decision.outcome
        if isinstance(rate, Rate):
            assert 0 <= rate.above <= rate.below
            assert rate.below + rate.unknown <= len(cases) * 2
            assert 0 <= rate.lowest <= Fraction(rate.above, rate.below) <= rate.highest <= 1
            assert rate.unknown or rate.lowest == rate.highest

    @given(RATES, st.lists(any_case(), max_size=6), any_case())
    def test_one_more_over_the_line_never_lowers_it(
        self, params: Params, cases: list[Counted], more: Counted
    ) -> None:
        alone = decide([more], NOVEMBER, LATER, params).outcome
        rate = decide(cases, NOVEMBER, LATER, params).outcome
        if isinstance(rate, Rate) and isinstance(alone, Rate) and alone.above:
            then = decide([*cases, more], NOVEMBER, LATER, params).outcome
            assert isinstance(then, Rate)
            assert Fraction(then.above, then.below) >= Fraction(rate.above, rate.below)
            assert then.lowest >= rate.lowest
            assert then.highest >= rate.highest

    @given(RATES, st.lists(any_case(), min_size=1, max_size=6), any_case())
    def test_knowing_more_never_leaves_the_range(
        self, params: Params, cases: list[Counted], told: Counted
    ) -> None:
        blank = evolve(told, kind=None, form=None, limits={}, flags={})
        before = decide([*cases, blank], NOVEMBER, LATER, params).outcome
        after = decide([*cases, told], NOVEMBER, LATER, params).outcome
        if isinstance(before, Rate) and isinstance(after, Rate):
            assert before.lowest <= after.lowest <= after.highest <= before.highest

    @given(RATES, st.lists(any_case(), max_size=6), any_case())
    def test_what_cannot_be_told_never_stands_over_the_line(
        self, params: Params, cases: list[Counted], told: Counted
    ) -> None:
        blank = evolve(told, kind=None, form=None, limits={}, flags={})
        rate, then = (
            decide(found, NOVEMBER, LATER, params).outcome for found in (cases, [*cases, blank])
        )
        if isinstance(rate, Rate) and isinstance(then, Rate) and then.unknown > rate.unknown:
            assert then.above == rate.above
