"""The notices of the mainland: which days are worked, since when that was known."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import chinese_calendar
import pytest

from xinfang_core.calendar import DayKind, WorkCalendar, count_days, mainland_calendar
from xinfang_core.calendar.mainland import mainland_notices

if TYPE_CHECKING:
    from collections.abc import Iterator

CALENDAR = mainland_calendar()


def days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


class TestAgainstChineseCalendar:
    """Every day of 2004 to 2026 as published; chinese_calendar has one of them wrong."""

    def test_31_december_2005_alone_differs(self) -> None:
        differing = [
            day
            for day in days(date(2004, 1, 1), date(2026, 12, 31))
            if CALENDAR.day(day).worked != chinese_calendar.is_workday(day)
        ]
        assert differing == [date(2005, 12, 31)]
        assert CALENDAR.is_working_day(date(2005, 12, 31))

    def test_no_holiday_is_without_its_chinese_name(self) -> None:
        names = {arranged.name for notice in CALENDAR.notices for arranged in notice.days}
        assert names == {
            *("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"),
            "抗战胜利70周年纪念日",
        }


class TestWorkingDaysOfAYear:
    """Weekdays less statutory days, but for 2011/2012, 2015 and 2020."""

    @pytest.mark.parametrize(
        ("first", "counts"),
        [
            (2008, (251, 250, 250, 250, 249, 250, 250, 249, 250, 249)),
            (2018, (250, 250, 249, 250, 249, 249, 251, 248, 248)),
        ],
    )
    def test_are_as_in_the_published_tables(self, first: int, counts: tuple[int, ...]) -> None:
        for year, count in enumerate(counts, first):
            eve = date(year - 1, 12, 31)
            found = count_days(CALENDAR, eve, date(year, 12, 31))
            assert found is not None
            assert found.working_days == count


class TestAmendments:
    """A notice that changes a year counts from the day of its issue, not before."""

    @pytest.mark.parametrize(
        ("issued", "changed", "before"),
        [
            (date(2015, 5, 13), [(9, 3), (9, 4), (9, 6)], [True, True, False]),
            (date(2019, 3, 22), [(4, 28), (5, 2), (5, 3), (5, 5)], [False, True, True, False]),
            (date(2020, 1, 26), [(1, 31), (2, 1)], [True, True]),
        ],
    )
    def test_turns_exactly_these_days(
        self, issued: date, changed: list[tuple[int, int]], before: list[bool]
    ) -> None:
        eve, then = (CALENDAR.known_on(issued - timedelta(days=back)) for back in (1, 0))
        year = days(date(issued.year, 1, 1), date(issued.year, 12, 28))
        turned = [day for day in year if eve.is_working_day(day) != then.is_working_day(day)]
        assert [(day.month, day.day) for day in turned] == changed
        assert [eve.is_working_day(day) for day in turned] == before

    def test_labour_day_2019_was_off_before_and_after(self) -> None:
        labour_day = date(2019, 5, 1)
        first, then = (CALENDAR.known_on(date(2019, 3, day)).day(labour_day) for day in (21, 22))
        assert first.notice is not None
        assert then.notice is not None
        assert (first.worked, first.notice.number) == (False, "国办发明电〔2018〕15号")
        assert (then.worked, then.notice.number) == (False, "国办发明电〔2019〕3号")

    def test_the_extension_of_2020_rests_on_its_own_notice(self) -> None:
        saturday = CALENDAR.day(date(2020, 2, 1))
        assert saturday.kind is DayKind.holiday
        assert saturday.notice is not None
        assert saturday.notice.number == "国办发明电〔2020〕1号"


class TestNotices:
    """One a year from 2004 to 2026, each with number, day of issue and link."""

    def test_follow_one_another_with_three_amendments(self) -> None:
        notices = mainland_notices()
        assert [one.year for one in notices if not one.amends] == list(range(2004, 2027))
        assert [one.year for one in notices if one.amends] == [2015, 2019, 2020]

    def test_late_december_goes_with_the_next_year(self) -> None:
        reaching_back = {
            notice.year: [one.day.day for one in notice.days if one.day.year < notice.year]
            for notice in mainland_notices()
            if not notice.amends
        }
        assert {year: found for year, found in reaching_back.items() if found} == {
            2006: [31],
            2007: [30, 31],
            2008: [29, 30, 31],
            2012: [31],
            2019: [29, 30, 31],
            2023: [31],
            2024: [30, 31],
        }

    def test_are_issued_in_the_year_before_under_a_number_of_that_year(self) -> None:
        for notice in mainland_notices():
            year = notice.year if notice.amends else notice.year - 1
            assert notice.issued
            assert notice.issued.year == year
            assert f"〔{year}〕" in notice.number
            assert notice.link.startswith("http")

    def test_settle_2026_through_28_december(self) -> None:
        assert CALENDAR.settled_through == date(2026, 12, 28)
        assert WorkCalendar(mainland_notices()) == CALENDAR


class TestImporting:
    """Hosts notice start-up: the package of days is read when a calendar is built."""

    def test_does_not_import_the_package_of_days(self) -> None:
        code = "import sys, xinfang_core.calendar; print('chinese_calendar' in sys.modules)"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert ran.stdout.strip() == b"False"
