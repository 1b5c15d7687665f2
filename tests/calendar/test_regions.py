"""Holidays of the regions: as published, where they are not all told, and as a back-test."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from calendar_strategies import DAY
from xinfang_core.calendar import (
    DayKind,
    Notice,
    WorkCalendar,
    count_days,
    day_table,
    last_day,
    mainland_calendar,
    region_notices,
    regions,
)
from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.errors import UnknownNameError
from xinfang_core.periods import CalendarDays, WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from xinfang_core.periods import Period

NATIONAL = mainland_calendar()
GUANGXI, LHASA, NINGXIA, XINJIANG = map(mainland_calendar, ("450000", "540100", "640000", "650000"))


class TestOnTheWall:
    """Art. 4 of the 办法: holidays of minorities, told by the regions."""

    @pytest.mark.parametrize(
        ("calendar", "off", "worked"),
        [
            (GUANGXI, "2017-03-30 2017-03-31 2017-04-01", "2017-03-29 2017-04-08"),
            (GUANGXI, "2023-04-21 2023-04-22 2023-04-23", "2023-04-24"),
            (XINJIANG, "2016-09-11 2016-09-12 2016-09-13 2016-09-14", "2016-09-10"),
            (XINJIANG, "2014-09-28 2014-10-08 2014-10-11", "2014-10-09"),
            (NINGXIA, "2021-05-13 2021-05-14 2021-07-19 2021-07-20", "2021-05-12 2021-07-21"),
            (NINGXIA, "2024-04-10 2024-04-11 2024-06-17 2024-06-18", "2024-04-09 2024-06-19"),
            (LHASA, "2026-02-15 2026-02-23 2026-02-24 2026-02-26", "2026-02-14 2026-02-28"),
        ],
    )
    def test_the_days_are(self, calendar: WorkCalendar, off: str, worked: str) -> None:
        days = {day: calendar.day(date.fromisoformat(day)) for day in f"{off} {worked}".split()}
        assert [day for day, one in days.items() if one.worked] == worked.split()

    def test_guangxi_2017_turns_the_national_swap(self) -> None:
        assert NATIONAL.is_working_day(date(2017, 4, 1))
        assert not NATIONAL.is_working_day(date(2017, 4, 8))
        swapped = GUANGXI.day(date(2017, 4, 8))
        assert (swapped.kind, swapped.name) == (DayKind.make_up_day, "壮族三月三")
        assert swapped.notice is not None
        assert swapped.notice.region == "450000"

    def test_three_working_days_from_29_march_2017(self) -> None:
        # In Guangxi 30 March to 4 April are off; 5, 6 and 7 April are worked.
        start, period = date(2017, 3, 29), WorkingDays(3)
        at_home, elsewhere = (last_day(one, start, period) for one in (GUANGXI, NATIONAL))
        assert at_home is not None
        assert elsewhere is not None
        assert (at_home.due, at_home.certainty) == (date(2017, 4, 7), Certainty.settled)
        assert elsewhere.due == date(2017, 4, 1)
        four = last_day(GUANGXI, start, WorkingDays(4))
        assert four is not None
        assert four.due == date(2017, 4, 8)

    def test_a_calendar_day_limit_rolls_past_the_holiday(self) -> None:
        # The fifteenth day is Thursday 30 March 2017.
        rolled = last_day(GUANGXI, date(2017, 3, 15), CalendarDays(15))
        assert rolled is not None
        assert (rolled.unrolled, rolled.due) == (date(2017, 3, 30), date(2017, 4, 5))

    def test_the_regions_are_known_by_code_and_name(self) -> None:
        assert regions() == (
            ("450000", "广西"),
            ("540000", "西藏"),
            ("540100", "拉萨"),
            ("640000", "宁夏"),
            ("650000", "新疆"),
        )

    def test_an_unknown_region_is_refused_with_those_there_are(self) -> None:
        with pytest.raises(UnknownNameError, match="450000 广西") as caught:
            mainland_calendar("150000")
        assert [(one.path, one.code) for one in caught.value.faults] == [
            ("region", "calendar.unknown_region")
        ]


class TestUnlistedYears:
    """A year whose regional days are not all told is provisional, never settled."""

    def test_the_region_and_the_year_are_named(self) -> None:
        assert (2025, "450000") in GUANGXI.unlisted
        found = last_day(GUANGXI, date(2025, 3, 25), WorkingDays(5))
        assert found is not None
        assert (found.certainty, found.awaits, found.region) == (
            Certainty.provisional,
            2025,
            "450000",
        )
        assert found.earliest <= found.due <= found.latest
        assert not GUANGXI.day(date(2025, 4, 1)).settled
        assert GUANGXI.day(date(2024, 4, 1)).settled

    @pytest.mark.parametrize("region", [code for code, _ in regions()])
    def test_a_day_is_settled_in_the_years_told_in_full_and_in_no_other(self, region: str) -> None:
        calendar = mainland_calendar(region)
        open_years = {year for year, _ in calendar.unlisted}
        for ordinal in range(date(2004, 1, 1).toordinal(), date(2027, 2, 1).toordinal()):
            day = date.fromordinal(ordinal)
            told = day <= calendar.settled_through and day.year not in open_years
            assert calendar.day(day).settled is told, day

    def test_late_december_of_a_year_without_a_listing_waits_for_it(self) -> None:
        for day in (date(2018, 12, 28), date(2018, 12, 30), date(2018, 12, 31)):
            assert not NINGXIA.day(day).settled
            (line,) = day_table(NINGXIA, day - DAY, CalendarDays(1))[:1]
            assert (line.awaits, line.awaits_region) == (2018, "640000")
        assert NINGXIA.day(date(2019, 1, 1)).settled

    def test_the_day_table_names_them_on_each_day(self) -> None:
        first = day_table(GUANGXI, date(2025, 3, 25), WorkingDays(5))[0]
        assert (first.awaits, first.awaits_region) == (2025, "450000")
        told = first.text().replace(" ", "")
        assert "地区4500002025年放假安排未录入" in told

    def test_past_the_horizon_the_national_notice_is_awaited_first(self) -> None:
        unsettled = day_table(GUANGXI, date(2026, 12, 28), WorkingDays(1))[0]
        assert (unsettled.awaits, unsettled.awaits_region) == (2027, "")
        found = last_day(GUANGXI, date(2026, 12, 28), WorkingDays(20))
        assert found is not None
        assert (found.awaits, found.region) == (2027, "")

    @pytest.mark.parametrize("region", [code for code, _ in regions()])
    def test_no_answer_that_touches_one_is_settled(self, region: str) -> None:
        calendar = mainland_calendar(region)
        open_years = {year for year, _ in calendar.unlisted}
        for ordinal in range(date(2004, 1, 1).toordinal(), date(2027, 3, 1).toordinal(), 11):
            start = date.fromordinal(ordinal)
            for period in (WorkingDays(5), WorkingDays(30), CalendarDays(60)):
                found = last_day(calendar, start, period)
                assert found is not None
                assert start < found.earliest <= found.due <= found.latest
                # What a limit of calendar days rests on is its end alone.
                counted = start + DAY if isinstance(period, WorkingDays) else found.unrolled
                touched = open_years & set(range(counted.year, found.due.year + 1))
                if touched or found.due > calendar.settled_through:
                    assert found.certainty is Certainty.provisional
                    assert found.awaits in {*open_years, 2027}
                else:
                    assert (found.certainty, found.awaits) == (Certainty.settled, None)

    def test_the_day_of_the_event_is_not_counted_and_may_lie_in_one(self) -> None:
        # Ningxia's days of 2018 are not told, those of 2019 are; so from 31 December 2018 all is.
        eve = date(2018, 12, 31)
        assert [year for year, _ in NINGXIA.unlisted if year in {2018, 2019}] == [2018]
        found = last_day(NINGXIA, eve, WorkingDays(30))
        assert found is not None
        assert found.certainty is Certainty.settled
        assert NINGXIA.add_working_days(eve, 30) == found.due
        counted = count_days(NINGXIA, eve, date(2019, 12, 28))
        assert counted is not None
        assert counted.certainty is Certainty.settled
        assert NINGXIA.count_working_days(eve, date(2019, 12, 28)) == counted.working_days


class TestBackTest:
    """Had a region's notice not been listed: the bounds would have held."""

    LIMITS: tuple[Period, ...] = (
        *map(WorkingDays, (1, 5, 15, 30, 60)),
        *map(CalendarDays, (15, 30, 60, 90)),
    )
    LISTED = tuple(
        (code, notice)
        for code, _ in regions()
        for notice in region_notices(code)
        if notice.whole_year
    )

    @pytest.mark.parametrize(
        ("region", "left_out"), LISTED, ids=[f"{code}-{one.year}" for code, one in LISTED]
    )
    def test_the_day_that_came_lay_between(self, region: str, left_out: Notice) -> None:
        full = mainland_calendar(region)
        others = (one for one in region_notices(region) if one != left_out)
        less = WorkCalendar((*mainland_notices(), *others))
        outside, widest = [], 0
        for number in range(366):
            start = date(left_out.year, 1, 1) + number * DAY
            for limit in self.LIMITS:
                answered, came = (last_day(one, start, limit) for one in (less, full))
                assert answered is not None
                assert came is not None
                if (start + DAY).year == left_out.year and isinstance(limit, WorkingDays):
                    assert answered.certainty is Certainty.provisional
                widest = max(widest, (answered.latest - answered.earliest).days)
                if not answered.earliest <= came.due <= answered.latest:
                    outside.append((start, limit, answered, came.due))
        assert outside == []
        assert widest <= 28

    def test_every_listed_year_was_left_out_once(self) -> None:
        years = [(region, notice.year) for region, notice in self.LISTED]
        assert len(years) == len(set(years)) == 29
