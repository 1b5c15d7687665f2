"""The period of a bulletin, and the one before it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import day
from xinfang_core.documents.bulletin.period import Period, span_name
from xinfang_core.errors import MisuseError

DAYS = st.dates(date(2004, 1, 1), date(2030, 12, 31))


def period(first: str, last: str, as_of: str = "") -> Period:
    return Period(day(first), day(last), day(as_of or last))


class TestName:
    """Whole months, quarters and years are called what they are called."""

    @pytest.mark.parametrize(
        ("first", "last", "name"),
        [
            ("2024-02-01", "2024-02-29", "2024年2月"),
            ("2025-01-01", "2025-03-31", "2025年第一季度"),
            ("2025-10-01", "2025-12-31", "2025年第四季度"),
            ("2025-01-01", "2025-06-30", "2025年上半年"),
            ("2025-07-01", "2025-12-31", "2025年下半年"),
            ("2025-01-01", "2025-12-31", "2025年"),
            ("2025-01-01", "2025-02-28", "2025年1月至2月"),
            ("2025-02-01", "2025-04-30", "2025年2月至4月"),
            ("2024-11-01", "2025-10-31", "2024年11月至2025年10月"),
            ("2025-01-02", "2025-01-31", "2025-01-02 至 2025-01-31"),
            ("2025-01-01", "2025-01-30", "2025-01-01 至 2025-01-30"),
        ],
    )
    def test_it_has_the_name_that_people_use(self, first: str, last: str, name: str) -> None:
        assert period(first, last).text() == span_name(day(first), day(last)) == name

    def test_the_last_day_that_there_is_ends_no_month(self) -> None:
        assert period("9999-12-01", "9999-12-31").months == 0


class TestBefore:
    """The period before is as long, and is asked about with the same delay."""

    @pytest.mark.parametrize(
        ("own", "before"),
        [
            (("2025-03-01", "2025-03-31"), ("2025-02-01", "2025-02-28")),
            (("2025-01-01", "2025-03-31"), ("2024-10-01", "2024-12-31")),
            (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")),
            (("2025-01-11", "2025-01-20"), ("2025-01-01", "2025-01-10")),
        ],
    )
    def test_it_is_the_one_right_before(
        self, own: tuple[str, str], before: tuple[str, str]
    ) -> None:
        found = period(*own).before()
        assert (str(found.first), str(found.last)) == before

    @given(DAYS, st.integers(0, 500), st.integers(0, 90))
    def test_no_day_lies_in_both_or_between(self, first: date, days: int, delay: int) -> None:
        last = first + timedelta(days)
        own = Period(first, last, last + timedelta(delay))
        before = own.before()
        assert before.last + timedelta(1) == own.first
        assert before.months == own.months
        assert before.as_of - before.last == own.as_of - own.last
        if not own.months:
            assert before.last - before.first == own.last - own.first

    @pytest.mark.parametrize("last", ["0001-01-31", "0001-01-05"])
    def test_nothing_comes_before_the_first_days(self, last: str) -> None:
        with pytest.raises(MisuseError, match="没有上一期"):
            period("0001-01-01", last).before()


class TestRefused:
    """A period that cannot be is refused with what to change."""

    def test_it_may_not_end_before_it_begins(self) -> None:
        with pytest.raises(MisuseError, match="早于起日 2025-02-01：请核对 --from 和 --to"):
            period("2025-02-01", "2025-01-31")

    def test_it_may_not_be_asked_about_before_it_ends(self) -> None:
        with pytest.raises(MisuseError, match="--as-of"):
            period("2025-02-01", "2025-02-28", "2025-02-27")

    def test_a_day_that_is_not_recorded_lies_in_none(self) -> None:
        assert not period("2025-02-01", "2025-02-28").has(None)
