"""Periods: different meanings, different types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.errors import MisuseError
from xinfang_core.periods import (
    LONGEST,
    AnyPeriod,
    CalendarDays,
    Hours,
    Minutes,
    Months,
    SameDay,
    WorkingDays,
    WorkingHours,
    period,
)
from xinfang_core.vocabulary import Unit

TYPES: tuple[type[AnyPeriod], ...] = (
    WorkingDays,
    CalendarDays,
    Months,
    Hours,
    Minutes,
    WorkingHours,
)
COUNTS = st.integers(1, LONGEST)


@pytest.mark.parametrize("unit", TYPES)
class TestCount:
    """A period is a whole number of its unit; a limit of zero is refused."""

    @pytest.mark.parametrize("count", [0, -1, LONGEST + 1, True, 1.0, "1", None])
    def test_what_is_no_count_is_refused_and_named(
        self, unit: type[AnyPeriod], count: object
    ) -> None:
        with pytest.raises(MisuseError) as caught:
            unit(count)  # type: ignore[arg-type]
        (fault,) = caught.value.faults
        assert (fault.code, fault.path) == ("period.not_positive", "count")
        assert repr(count) in fault.text("zh")
        assert str(LONGEST) in fault.text("en")

    @pytest.mark.parametrize("count", [1, LONGEST])
    def test_the_least_and_the_longest_are_periods(self, unit: type[AnyPeriod], count: int) -> None:
        assert unit(count).count == count


class TestMeaning:
    """5 working days, 5 days and 5 months are three things."""

    @given(COUNTS)
    def test_periods_of_different_units_are_never_equal(self, count: int) -> None:
        assert len({unit(count) for unit in TYPES}) == len(TYPES)

    @given(COUNTS, st.sampled_from([unit for unit in Unit if unit is not Unit.same_day]))
    def test_the_unit_gives_the_type(self, count: int, unit: Unit) -> None:
        types = {
            Unit.working_day: WorkingDays,
            Unit.calendar_day: CalendarDays,
            Unit.month: Months,
            Unit.hour: Hours,
            Unit.minute: Minutes,
            Unit.working_hour: WorkingHours,
        }
        assert period(count, unit) == types[unit](count)

    def test_the_same_day_is_one_day(self) -> None:
        assert period(1, Unit.same_day) == SameDay()
        assert (SameDay().text(), SameDay().text("en")) == ("当日", "the same day")
        for wrong in (0, 2, True):
            with pytest.raises(MisuseError, match="当日只能是 1"):
                SameDay(wrong)

    def test_periods_say_their_unit_in_both_languages(self) -> None:
        assert [unit(5).text() for unit in TYPES] == [
            "5个工作日",
            "5日（自然日）",
            "5个月",
            "5小时",
            "5分钟",
            "5个工作小时",
        ]
        assert [unit(5).text("en") for unit in TYPES] == [
            "5 working day(s)",
            "5 calendar day(s)",
            "5 month(s)",
            "5 hour(s)",
            "5 minute(s)",
            "5 working hour(s)",
        ]

    def test_a_period_cannot_be_changed(self) -> None:
        with pytest.raises(AttributeError):
            WorkingDays(5).count = 6  # type: ignore[misc]
