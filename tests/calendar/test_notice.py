"""Notices as data: what one may say, and what would contradict itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from xinfang_core.calendar import ArrangedDay, Notice
from xinfang_core.errors import MisuseError


def arranged(month: int, day: int, *, worked: bool = False, year: int = 2026) -> ArrangedDay:
    return ArrangedDay(date(year, month, day), worked=worked, name="元旦")


def codes(*days: ArrangedDay) -> list[tuple[str, str]]:
    """What is wrong with a notice for 2026 of these days: place and code."""
    with pytest.raises(MisuseError) as caught:
        Notice("测试1号", 2026, date(2025, 11, 4), days)
    return [(fault.path, fault.code) for fault in caught.value.faults]


class TestWhatANoticeMaySay:
    """A notice arranges the year it is for, and the last three days of the year before."""

    def test_days_from_29_december_before_to_31_december_are_its_own(self) -> None:
        days = (arranged(12, 29, year=2025), arranged(12, 31))
        assert Notice("", 2026, None, days).days == days

    def test_an_earlier_or_later_day_is_not(self) -> None:
        assert codes(arranged(12, 28, year=2025), arranged(1, 1, year=2027)) == [
            ("days[0]", "notice.other_year"),
            ("days[1]", "notice.other_year"),
        ]

    def test_a_day_is_named_once(self) -> None:
        assert codes(arranged(1, 1), arranged(1, 1)) == [("days[1]", "notice.day_twice")]

    def test_a_weekday_is_worked_without_being_told(self) -> None:
        assert codes(arranged(1, 6, worked=True)) == [("days[0]", "notice.weekday_worked")]

    def test_an_amendment_may_give_a_weekday_back_to_work(self) -> None:
        days = (arranged(1, 6, worked=True),)
        assert Notice("", 2026, None, days, amends=True).days == days

    def test_no_day_is_both_worked_and_off_in_lieu(self) -> None:
        saturday = ArrangedDay(date(2026, 1, 10), worked=True, name="元旦", in_lieu=True)
        assert codes(saturday) == [("days[0]", "notice.worked_in_lieu")]

    def test_every_fault_is_named_at_once_in_both_languages(self) -> None:
        with pytest.raises(MisuseError) as caught:
            Notice("", 2026, None, (arranged(1, 6, worked=True), arranged(1, 1, year=2020)))
        assert "2026-01-06 本是工作日" in caught.value.text("zh")
        assert "2020-01-01 is no day of the notice for 2026" in caught.value.text("en")

    def test_an_instant_is_no_day(self) -> None:
        with pytest.raises(MisuseError, match="不含时刻"):
            ArrangedDay(datetime(2026, 1, 1, tzinfo=UTC), worked=False, name="元旦")

    def test_nor_is_it_a_day_of_issue(self) -> None:
        with pytest.raises(MisuseError, match="issued: 须为日期"):
            Notice("", 2026, datetime(2025, 11, 4, tzinfo=UTC), ())

    @pytest.mark.parametrize("year", ["2027", 2027.0, True, 0, 10000, None])
    def test_the_year_is_a_year(self, year: int) -> None:
        with pytest.raises(MisuseError) as caught:
            Notice("", year, None, ())
        assert [(one.path, one.code) for one in caught.value.faults] == [("year", "notice.year")]
