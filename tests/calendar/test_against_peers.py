"""Every published day against three packages that others maintain, and what they expect."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import chinese_calendar
import holidays
import pytest
import QuantLib
from chinese_calendar import constants

from xinfang_core.calendar import DayKind, mainland_calendar
from xinfang_core.calendar.statutory import expected_days, statutory_days

if TYPE_CHECKING:
    from collections.abc import Callable

CALENDAR = mainland_calendar()
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
PUBLISHED = tuple(map(date.fromordinal, range(FIRST.toordinal(), LAST.toordinal() + 1)))
HOLIDAYS = holidays.country_holidays("CN", years=range(2004, 2061), language="en_US")
INTER_BANK = QuantLib.China(QuantLib.China.IB)

SWAPPED = ("observed", "substituted")
"""What ``holidays`` adds to the name of a day off that is not itself statutory."""

BY_NOTICE_ALONE = {date(2015, 9, 3), date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 2)}
"""Days that a notice gave off on its own: the parade of 2015 and the epidemic of 2020."""

MADE_UP_FOR = {
    2004: "01-26 05-04 05-05 10-04 10-05",
    2005: "01-03 05-04 10-04 10-05",
    2006: "01-02 01-03 02-01 10-04",
    2007: "02-21",
    2008: "06-09 09-15",
    2009: "01-28 04-06 10-05 10-06",
    2010: "02-16 02-17 05-03 10-04 10-05",
    2011: "01-03 05-02 10-04 10-05",
    2012: "01-02 01-25 06-22 10-04",
    2013: "02-12 02-13",
    2014: "02-03 02-04 04-07",
    2015: "02-18 04-06 06-22 10-05 10-06",
    2016: "05-02 10-04 10-05",
    2017: "01-02 01-27 01-31 10-05",
    2018: "02-15",
    2020: "01-24 01-28 01-30 04-06 10-05 10-06",
    2021: "02-11 02-15 04-05 05-03 10-04 10-05",
    2022: "01-03 01-31 05-02 09-12 10-04 10-05",
    2023: "01-02 01-25 10-04",
    2024: "02-13 02-14",
    2025: "06-02",
    2026: "04-06 05-04 10-05",
}
"""Days in lieu (补休) of a statutory day on a weekend, by year, which chinese_calendar has not.

It knows only those swapped for a worked weekend, and leaves 除夕 of 2014 to 2024 as statutory.
"""


def swapped(day: date) -> bool:
    """Whether ``holidays`` has ``day`` as a day off that is not itself statutory."""
    return any(mark in HOLIDAYS[day] for mark in SWAPPED)


def worked_by_inter_bank(day: date) -> bool:
    """Whether QuantLib's inter-bank market, which keeps the worked weekends, is open."""
    return bool(INTER_BANK.isBusinessDay(QuantLib.Date(day.day, day.month, day.year)))


class TestWorkedOrNot:
    """Every day from 1 January 2004 to 31 December 2026."""

    @pytest.mark.parametrize(
        ("peer", "first_year", "differing"),
        [
            (HOLIDAYS.is_working_day, 2004, []),
            (chinese_calendar.is_workday, 2004, [date(2005, 12, 31)]),
            (worked_by_inter_bank, 2008, []),
        ],
        ids=["holidays", "chinese_calendar", "QuantLib"],
    )
    def test_as_the_peer_has_it_but_for(
        self, peer: Callable[[date], bool], first_year: int, differing: list[date]
    ) -> None:
        days = [day for day in PUBLISHED if day.year >= first_year]
        assert [day for day in days if CALENDAR.day(day).worked != peer(day)] == differing

    def test_the_peers_know_worked_weekends(self) -> None:
        make_up = [day for day in PUBLISHED if CALENDAR.day(day).kind is DayKind.make_up_day]
        assert len(make_up) == 151
        assert all(map(HOLIDAYS.is_working_day, make_up))
        assert all(worked_by_inter_bank(day) for day in make_up if day.year >= 2008)


class TestStatutoryAndInLieu:
    """法定节假日 and 调休、补休 told apart."""

    def test_in_lieu_as_holidays_has_it(self) -> None:
        theirs = {day for day in PUBLISHED if day in HOLIDAYS and swapped(day)}
        mine = {day for day in PUBLISHED if CALENDAR.day(day).kind is DayKind.in_lieu}
        assert mine == theirs

    def test_statutory_as_holidays_has_it_but_for_days_by_notice_alone(self) -> None:
        theirs = {day for day in PUBLISHED if day in HOLIDAYS and not swapped(day)}
        mine = {day for day in PUBLISHED if CALENDAR.day(day).statutory}
        assert mine | BY_NOTICE_ALONE == theirs
        assert mine.isdisjoint(BY_NOTICE_ALONE)

    def test_chinese_calendar_lacks_the_days_made_up_for(self) -> None:
        made_up_for = {
            date.fromisoformat(f"{year}-{day}")
            for year, days in MADE_UP_FOR.items()
            for day in days.split()
        }
        mine = {day for day in PUBLISHED if CALENDAR.day(day).kind is DayKind.in_lieu}
        assert mine - set(constants.in_lieu_days) == made_up_for

    def test_chinese_calendar_takes_one_statutory_day_as_swapped(self) -> None:
        # 3 February 2022 was the third day of the lunar year, statutory from 2014 to 2024.
        theirs = [day for day in constants.in_lieu_days if day.year <= LAST.year]
        wrong = [day for day in theirs if CALENDAR.day(day).kind is not DayKind.in_lieu]
        assert wrong == [date(2022, 2, 3)]
        assert CALENDAR.day(date(2022, 2, 3)).statutory


class TestYearsToCome:
    """2027 to 2060: the moon and the law, as ``holidays`` reckons them."""

    @pytest.mark.parametrize("year", range(2027, 2061))
    def test_the_statutory_days_are_the_same(self, year: int) -> None:
        theirs = {day for day in HOLIDAYS if day.year == year and not swapped(day)}
        assert {day for day, _ in statutory_days(year, None)} == theirs

    @pytest.mark.parametrize(
        ("name", "called"),
        [
            ("春节", "Chinese New Year"),
            ("清明节", "Tomb-Sweeping Day"),
            ("端午节", "Dragon Boat Festival"),
            ("中秋节", "Mid-Autumn Festival"),
        ],
    )
    def test_the_days_set_by_moon_and_sun_go_by_the_same_name(self, name: str, called: str) -> None:
        years = range(2027, 2061)
        mine = {day for year in years for day, of in statutory_days(year, None) if of == name}
        later = {day for day in HOLIDAYS if day.year in years and not swapped(day)}
        assert mine == {day for day in later if called in HOLIDAYS[day]}

    def test_a_festival_within_national_day_is_owed_here_and_forgotten_there(self) -> None:
        # The notices for 2009 and 2020 gave the day; ``holidays`` expects one day less.
        differing = {
            day
            for year in range(2027, 2061)
            for day in expected_days(year, None).keys() ^ {d for d in HOLIDAYS if d.year == year}
        }
        assert differing == {date(2028, 10, 5), date(2031, 10, 6), date(2058, 10, 4)}
