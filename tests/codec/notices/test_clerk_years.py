"""What a clerk types for the years 2014 to 2026, held against the listed notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chinese_calendar import constants

from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.calendar.plain import is_weekend
from xinfang_core.calendar.statutory import in_lieu_days
from xinfang_core.codec.notices import notice_toml, read_notice_text

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import ArrangedDay, Notice

TYPED = {
    2014: """
元旦：1月1日放假1天
春节：1月31日至2月6日放假，1月26日、2月8日上班
清明节：4月5日放假，4月7日补休
劳动节：5月1日至3日放假，5月4日上班
端午节：6月2日放假，与周末连休
中秋节：9月8日放假，与周末连休
国庆节：10月1日至7日放假，9月28日、10月11日上班
""",
    2015: """
元旦：1月1日至3日放假，1月4日上班
春节：2月18日至24日放假，2月15日、2月28日上班
清明节：4月5日放假，4月6日补休
劳动节：5月1日放假，与周末连休
端午节：6月20日放假，6月22日补休
中秋节：9月27日放假
国庆节：10月1日至7日放假，10月10日上班
""",
    2016: """
元旦：1月1日放假，与周末连休
春节：2月7日至13日放假，2月6日、2月14日上班
清明节：4月4日放假，与周末连休
劳动节：5月1日放假，5月2日补休
端午节：6月9日至11日放假，6月12日上班
中秋节：9月15日至17日放假，9月18日上班
国庆节：10月1日至7日放假，10月8日、9日上班
""",
    2017: """
元旦：1月1日放假，1月2日补休
春节：1月27日至2月2日放假，1月22日、2月4日上班
清明节：4月2日至4日放假，4月1日上班
劳动节：5月1日放假，与周末连休
端午节：5月28日至30日放假，5月27日上班
国庆节、中秋节：10月1日至8日放假，9月30日上班
""",
    2018: """
元旦：1月1日放假，与周末连休
春节：2月15日至21日放假，2月11日、2月24日上班
清明节：4月5日至7日放假，4月8日上班
劳动节：4月29日至5月1日放假，4月28日上班
端午节：6月18日放假，与周末连休
中秋节：9月24日放假，与周末连休
国庆节：10月1日至7日放假，9月29日、30日上班
""",
    2019: """
元旦：2018年12月30日至2019年1月1日放假，2018年12月29日上班
春节：2月4日至10日放假，2月2日、3日上班
清明节：4月5日放假，与周末连休
劳动节：5月1日放假
端午节：6月7日放假，与周末连休
中秋节：9月13日放假，与周末连休
国庆节：10月1日至7日放假，9月29日、10月12日上班
""",
    2020: """
元旦：1月1日放假
春节：1月24日至30日放假，1月19日、2月1日上班
清明节：4月4日至6日放假
劳动节：5月1日至5日放假，4月26日、5月9日上班
端午节：6月25日至27日放假，6月28日上班
国庆节、中秋节：10月1日至8日放假，9月27日、10月10日上班
""",
    2021: """
元旦：1月1日至3日放假
春节：2月11日至17日放假，2月7日、2月20日上班
清明节：4月3日至5日放假
劳动节：5月1日至5日放假，4月25日、5月8日上班
端午节：6月12日至14日放假
中秋节：9月19日至21日放假，9月18日上班
国庆节：10月1日至7日放假，9月26日、10月9日上班
""",
    2022: """
元旦：1月1日至3日放假
春节：1月31日至2月6日放假，1月29日、30日上班
清明节：4月3日至5日放假，4月2日上班
劳动节：4月30日至5月4日放假，4月24日、5月7日上班
端午节：6月3日至5日放假
中秋节：9月10日至12日放假
国庆节：10月1日至7日放假，10月8日、9日上班
""",
    2023: """
元旦：12月31日至1月2日放假
春节：1月21日至27日放假，1月28日、29日上班
清明节：4月5日放假
劳动节：4月29日至5月3日放假，4月23日、5月6日上班
端午节：6月22日至24日放假，6月25日上班
中秋节、国庆节：9月29日至10月6日放假，10月7日、8日上班
""",
    2024: """
元旦：1月1日放假，与周末连休
春节：2月10日至17日放假，2月4日、2月18日上班
清明节：4月4日至6日放假，4月7日上班
劳动节：5月1日至5日放假，4月28日、5月11日上班
端午节：6月10日放假，与周末连休
中秋节：9月15日至17日放假，9月14日上班
国庆节：10月1日至7日放假，9月29日、10月12日上班
""",
    2025: """
元旦：1月1日放假1天，不调休
春节：1月28日至2月4日放假，1月26日、2月8日上班
清明节：4月4日至6日放假
劳动节：5月1日至5日放假，4月27日上班
端午节：5月31日至6月2日放假
国庆节、中秋节：10月1日至8日放假，9月28日、10月11日上班
""",
    2026: """
元旦：1月1日至3日放假，1月4日上班
春节：2月15日至23日放假，2月14日、2月28日上班
清明节：4月4日至6日放假
劳动节：5月1日至5日放假，5月9日上班
端午节：6月19日至21日放假
中秋节：9月25日至27日放假
国庆节：10月1日至7日放假，9月20日、10月10日上班
""",
}
LISTED = {notice.year: notice for notice in mainland_notices() if not notice.amends}
AMENDED = [notice for notice in mainland_notices() if notice.amends]
# chinese_calendar calls 3 February 2022 swapped, the third statutory day of 春节.
WRONG_THERE = {2022}


def read(notice: Notice, holidays: str) -> Notice:
    """The notice with that head and those lines."""
    head = f"文号：{notice.number}\n印发日期：{notice.issued or ''}\n年份：{notice.year}\n"
    more = "调整通知：是\n" if notice.amends else ""
    return read_notice_text(head + more + holidays, f"{notice.year}.txt")


def weekdays_off(notice: Notice) -> set[date]:
    return {one.day for one in notice.days if not one.worked and not is_weekend(one.day)}


def worked(notice: Notice) -> set[date]:
    return {one.day for one in notice.days if one.worked}


def in_lieu(notice: Notice) -> set[date]:
    return {one.day for one in notice.days if one.in_lieu}


@pytest.mark.parametrize("year", TYPED)
class TestEachYearTyped:
    """Five minutes of typing give the days of the State Council's notice."""

    def test_days_off_and_days_worked_are_the_listed_ones(self, year: int) -> None:
        typed = read(LISTED[year], TYPED[year])
        assert weekdays_off(typed) == weekdays_off(LISTED[year])
        assert worked(typed) == worked(LISTED[year])

    def test_days_in_lieu_follow_from_the_statutory_days(self, year: int) -> None:
        typed = read(LISTED[year], TYPED[year])
        assert in_lieu(typed) == in_lieu_days(year, weekdays_off(typed))
        assert in_lieu(typed) == in_lieu(LISTED[year])

    def test_whatever_the_calendar_library_calls_swapped_is_in_lieu(self, year: int) -> None:
        typed = read(LISTED[year], TYPED[year])
        swapped = set(constants.in_lieu_days) & weekdays_off(typed)
        assert len(swapped - in_lieu(typed)) == (year in WRONG_THERE)

    def test_number_and_day_of_issue_are_the_listed_ones(self, year: int) -> None:
        typed = read(LISTED[year], TYPED[year])
        assert (typed.number, typed.issued) == (LISTED[year].number, LISTED[year].issued)


def as_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）"


def as_line(name: str, days: list[ArrangedDay]) -> str:
    """A line in the long manner, with weekdays and numbers of days."""
    spoken = []
    for verb, kind in (("放假调休", False), ("上班", True)):
        of_kind = [one.day for one in days if one.worked is kind]
        dates = "、".join(map(as_date, of_kind))
        if of_kind:
            spoken.append(dates + verb + ("" if kind else f"，共{len(of_kind)}天"))
    return f"{name}：{'。'.join(spoken)}。\n"


@pytest.mark.parametrize("notice", [*LISTED.values(), *AMENDED], ids=lambda one: str(one.issued))
class TestEveryListedNotice:
    """What a listed notice says can be written in either form."""

    def test_as_text(self, notice: Notice) -> None:
        by_name: dict[str, list[ArrangedDay]] = {}
        for one in notice.days:
            by_name.setdefault(one.name, []).append(one)
        again = read(notice, "".join(as_line(*item) for item in by_name.items()))
        wanted = [(one.day, one.worked, one.name) for one in notice.days]
        assert [(one.day, one.worked, one.name) for one in again.days] == wanted
        if notice.amends:
            assert again.days == notice.days

    def test_as_toml(self, notice: Notice) -> None:
        assert read_notice_text(notice_toml(notice), "again.toml") == notice
