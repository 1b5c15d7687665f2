"""What to expect of a year whose notice is not out yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from chinese_calendar import constants

from xinfang_core.calendar.statutory import (
    FIRST_YEAR,
    LAST_YEAR,
    LUNAR_DAYS,
    expected_days,
    in_lieu_days,
    revision_for,
    statutory_days,
)


def weekdays_off(year: int) -> int:
    return sum(day.weekday() < 5 for day in expected_days(year, None))


class TestTheTableOfFestivals:
    """Spring Festival, Tomb-sweeping, Dragon Boat and Mid-autumn, 2004 to 2060."""

    def test_no_year_is_missing(self) -> None:
        assert list(LUNAR_DAYS) == list(range(2004, 2061))
        assert (FIRST_YEAR, LAST_YEAR) == (2004, 2060)

    @pytest.mark.parametrize("year", range(2008, 2027))
    def test_each_was_a_holiday_of_its_name_in_the_published_years(self, year: int) -> None:
        names = ("Spring Festival", "Tomb-sweeping Day", "Dragon Boat Festival", "Mid-autumn")
        for name, (month, day) in zip(names, LUNAR_DAYS[year], strict=True):
            published = constants.holidays.get(date(year, month, day), "")
            # Mid-autumn 2020 fell on National Day and goes by that name; the Saturday of Dragon
            # Boat 2012 is left out there as a plain weekend.
            odd = (year, month, day) in {(2020, 10, 1), (2012, 6, 23)}
            assert published.startswith(name) or odd

    @pytest.mark.parametrize("year", range(2004, 2008))
    def test_spring_festival_was_a_holiday_before_2008_too(self, year: int) -> None:
        assert constants.holidays[date(year, *LUNAR_DAYS[year][0])] == "Spring Festival"

    @pytest.mark.parametrize("year", range(2004, 2036))
    def test_the_moon_keeps_its_distances(self, year: int) -> None:
        spring, clear, boat, moon = (date(year, *pair) for pair in LUNAR_DAYS[year])
        assert clear in {date(year, 4, 4), date(year, 4, 5)}
        # Whole lunar months of 29 or 30 days lie between, one more in a leap year.
        for days in ((boat - spring).days - 4, (moon - boat).days - 10):
            assert min(days % 29.53, 29.53 - days % 29.53) < 1.6


class TestRevisions:
    """办法: the newest revision in force for the year and promulgated by then."""

    @pytest.mark.parametrize(
        ("year", "number"), [(2004, 270), (2007, 270), (2008, 513), (2014, 644), (2025, 795)]
    )
    def test_each_governs_from_its_first_year(self, year: int, number: int) -> None:
        assert revision_for(year, None).number == f"国务院令第{number}号"

    @pytest.mark.parametrize(
        ("promulgated", "before", "since"),
        [("2007-12-14", 270, 513), ("2013-12-11", 513, 644), ("2024-11-10", 644, 795)],
    )
    def test_nobody_knew_it_the_day_before_it_was_promulgated(
        self, promulgated: str, before: int, since: int
    ) -> None:
        known = date.fromisoformat(promulgated)
        eve = known - timedelta(days=1)
        assert revision_for(known.year + 1, eve).number == f"国务院令第{before}号"
        assert revision_for(known.year + 1, known).number == f"国务院令第{since}号"

    def test_before_the_oldest_the_oldest_stands(self) -> None:
        assert revision_for(2004, date(1990, 1, 1)).number == "国务院令第270号"

    @pytest.mark.parametrize(("year", "days"), [(2007, 10), (2008, 11), (2014, 11), (2025, 13)])
    def test_the_days_of_a_year_are_as_many_as_the_revision_says(
        self, year: int, days: int
    ) -> None:
        assert len(statutory_days(year, None)) == days

    def test_new_years_eve_went_and_came_back(self) -> None:
        eves = {2008: True, 2013: True, 2014: False, 2024: False, 2025: True}
        for year, is_off in eves.items():
            eve = date(year, *LUNAR_DAYS[year][0]) - timedelta(days=1)
            assert ((eve, "春节") in statutory_days(year, None)) is is_off


class TestMakingUp:
    """Art. 6: a statutory day on a weekend is made up for on a working day."""

    def test_in_2027_as_on_the_wall(self) -> None:
        # New Year's Eve to the third day: Friday 5 to Monday 8 February, so two days are owed.
        spring = [day for day, name in expected_days(2027, None).items() if name == "春节"]
        assert sorted(spring) == [date(2027, 2, day) for day in range(5, 11)]

    def test_labour_day_2027_on_saturday_and_sunday_gives_monday_and_tuesday(self) -> None:
        labour = [day for day, name in expected_days(2027, None).items() if name == "劳动节"]
        assert sorted(labour) == [date(2027, 5, day) for day in range(1, 5)]

    def test_two_holidays_on_one_day_are_two_days_off(self) -> None:
        expected = expected_days(2031, None)
        assert expected[date(2031, 10, 1)] == "国庆节"
        assert expected[date(2031, 10, 6)] == "中秋节"

    @pytest.mark.parametrize("year", [2009, 2020])
    def test_so_the_published_years_with_two_on_one_day_did(self, year: int) -> None:
        october = [day for day in constants.holidays if (day.year, day.month) == (year, 10)]
        assert max(october) == date(year, 10, 8)

    @pytest.mark.parametrize("year", range(2008, 2061))
    def test_a_year_has_as_many_weekdays_off_as_statutory_days(self, year: int) -> None:
        assert weekdays_off(year) == len(statutory_days(year, None))


class TestInLieu:
    """调休、补休: the weekdays off that the law does not give itself."""

    def test_of_national_day_2025(self) -> None:
        off = [date(2025, 10, day) for day in range(1, 9)]
        assert in_lieu_days(2025, off) == {date(2025, 10, 7), date(2025, 10, 8)}

    @pytest.mark.parametrize("year", [2003, 2061])
    def test_of_a_year_without_tabled_festivals_none_is_known(self, year: int) -> None:
        assert in_lieu_days(year, [date(year, 10, 4)]) == frozenset()
