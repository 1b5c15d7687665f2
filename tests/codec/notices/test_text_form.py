"""The clerk's text: what may be typed or pasted, and what it means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.calendar.notice import Scope
from xinfang_core.codec.notices import read_notice_text
from xinfang_core.errors import PolicyDataError

if TYPE_CHECKING:
    from xinfang_core.calendar import Notice
    from xinfang_core.errors import Fault

HEAD = "文号：甲1号\n年份：2026\n"


def read(text: str) -> Notice:
    return read_notice_text(text, "通知.txt")


def said(line: str, head: str = HEAD) -> str:
    """The days of one holiday line, a worked day with a plus."""
    days = read(f"{head}{line}\n").days
    return " ".join(f"{'+' if one.worked else ''}{one.day:%m-%d}" for one in days)


class TestHead:
    """Lines of name, colon and value, in any order."""

    def test_every_line(self) -> None:
        notice = read(
            "\ufeff# 抄自公报\n\n地区：450000 广西\n标题：题：一\n网址：https://x/#y\n文号：甲1号\n"
            "元旦：1月1日放假\n印发日期：2025年11月4日\n年份：2026年\n适用范围：地方\n"
            "全年完整：是\n调整通知：否\n"
        )
        assert (notice.number, notice.title, notice.link) == ("甲1号", "题：一", "https://x/#y")
        assert (notice.issued, notice.year) == (date(2025, 11, 4), 2026)
        assert (notice.scope, notice.region, notice.whole_year) == (Scope.region, "450000", True)
        assert not notice.amends
        assert [one.name for one in notice.days] == ["元旦"]

    @pytest.mark.parametrize(
        "day", ["2025年11月4日", "2025-11-04", "2025/11/4", "２０２５年１１月４日"]
    )
    def test_the_day_of_issue_in_any_common_form(self, day: str) -> None:
        notice = read(f"{HEAD}印发日期：{day}\n元旦：1月1日放假\n")
        assert notice.issued == date(2025, 11, 4)

    @pytest.mark.parametrize("number", ["", "无"])
    def test_a_number_or_day_of_issue_that_is_not_known(self, number: str) -> None:
        notice = read(f"文 号：{number}\n发布日期：\n年度: 2026\n元旦：1月1日放假\n")
        assert (notice.number, notice.issued) == ("", None)

    def test_the_office_itself(self) -> None:
        notice = read(f"{HEAD}适用范围：本单位\n单位节：3月2日放假\n")
        assert notice.scope is Scope.office
        assert not notice.days[0].in_lieu

    def test_a_region_whose_year_has_no_days_of_its_own(self) -> None:
        notice = read(f"{HEAD}适用范围：地方\n地区：640000（宁夏）\n全年完整：是\n")
        assert notice.days == ()

    def test_names_stay_as_they_are_written(self) -> None:
        notice = read(f"{HEAD}七、国庆节、中秋节：10月1日放假\n八一：8月1日放假\n")
        assert [one.name for one in notice.days] == ["八一", "国庆节、中秋节"]


class TestTypedLines:
    """The short manner."""

    @pytest.mark.parametrize(
        ("line", "days"),
        [
            ("元旦：1月1日至3日放假，1月4日上班", "01-01 01-02 01-03 +01-04"),
            ("元旦:1月1-3日放假,1月4日上班", "01-01 01-02 01-03 +01-04"),
            ("元旦：１月１日～３日放假；１月４日补班", "01-01 01-02 01-03 +01-04"),
            ("元旦：1 月 1 日 —— 1 月 3 日 放假", "01-01 01-02 01-03"),
            ("元旦：1月1号到3号休息", "01-01 01-02 01-03"),
            ("中秋节：9月25、26、27日放假", "09-25 09-26 09-27"),
            ("中秋节：9月25日和9月27日放假", "09-25 09-27"),
            ("中秋节：9月25日至26日、28日放假", "09-25 09-26 09-28"),
            ("中秋节：9月25日放假，与周末连休", "09-25"),
            ("中秋节：9月25日放假，与周末连休，共3天", "09-25"),
            ("中秋节：9月25日放假一天", "09-25"),
            ("中秋节：9月25日至27日共三天放假", "09-25 09-26 09-27"),
            ("春节：2月16日、17日，共两天，放假", "02-16 02-17"),
            ("春节：2月14日、2月28日上班，共2天", "+02-14 +02-28"),
            ("春节：2月16日放假，2月17日至18日放假2天，共3天", "02-16 02-17 02-18"),
        ],
    )
    def test_say_what_they_seem_to(self, line: str, days: str) -> None:
        assert said(line) == days

    def test_days_of_one_holiday_may_stand_in_two_lines(self) -> None:
        notice = read(f"{HEAD}元旦：1月1日至3日放假\n元旦：1月4日上班\n")
        assert [one.in_lieu for one in notice.days] == [False, True, False, False]


class TestPastedLines:
    """The long manner of the State Council's notices."""

    @pytest.mark.parametrize(
        ("line", "days"),
        [
            (
                "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。",
                "01-01 01-02 01-03 +01-04",
            ),
            (
                "（二）春节：2月16日（农历除夕、周一）至17日（农历正月初一、星期二）放假，共2天。",
                "02-16 02-17",
            ),
            ("3. 节：2月20日（星期五）放假1天，不调休。", "02-20"),
            ("十一、节：2月21日（星期六）、22日（星期天）照常上班。", "+02-21 +02-22"),
            ("节：2月21日星期六、22日礼拜日均上班", "+02-21 +02-22"),
            ("节：2月21日至22日（周六、周日）上班。", "+02-21 +02-22"),
            ("节：2月20日放假。鼓励单位在前一天（2月19日）让人休息。", "02-20"),
            ("节：2月20日至21日放假、调休，共2天。", "02-20 02-21"),
            ("节：（全国）2月20日放假", "02-20"),
            (
                "节：2月20日至22日调休放假，共3天。其中2月20日放假，2月21日补休，2月28日上班。",
                "02-20 02-21 02-22 +02-28",
            ),
        ],
    )
    def test_say_what_they_seem_to(self, line: str, days: str) -> None:
        assert said(line) == days


class TestTheTurnOfTheYear:
    """The last days of December go with the New Year after them."""

    @pytest.mark.parametrize(
        "dates",
        [
            "12月31日至1月2日",
            "2025年12月31日至2026年1月2日",
            "2025年12月31日至1月2日",
            "12月31日至2026年1月2日",
        ],
    )
    def test_a_range_over_it(self, dates: str) -> None:
        days = [one.day for one in read(f"{HEAD}元旦：{dates}放假\n").days]
        assert days == [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2)]

    @pytest.mark.parametrize(
        "dates", ["2025年12月30日至31日", "2025年12月30日、31日", "2025年12月30日至12月31日"]
    )
    def test_the_year_is_written_once(self, dates: str) -> None:
        days = [one.day for one in read(f"{HEAD}元旦：{dates}放假\n").days]
        assert days == [date(2025, 12, 30), date(2025, 12, 31)]

    def test_the_year_at_the_end_of_a_range_is_that_of_its_start(self) -> None:
        assert said("节：3月1日至2026年3月2日放假") == "03-01 03-02"

    def test_december_of_the_year_itself(self) -> None:
        assert said("节：12月30日至31日放假") == "12-30 12-31"


class TestAnyText:
    """Whatever is typed, there is a notice or there are located faults."""

    SIGNS = (
        "元旦春节：:，、。；（）()至到-～月日年号天周六日星期放假上班调休共其中与周末连休"
        "0123456789一 #\n"
    )

    @given(st.text(st.sampled_from(SIGNS), max_size=80))
    def test_no_other_error(self, text: str) -> None:
        faults: tuple[Fault, ...] = ()
        try:
            read(f"{HEAD}{text}\n元旦：{text.replace(chr(10), '')}")
        except PolicyDataError as error:
            faults = error.faults
        assert all(fault.line and fault.text("zh") and fault.text("en") for fault in faults)

    @pytest.mark.parametrize(
        "piece", ["1月1日", "（", "1", "周", "鼓励", "至", " ", "和", "与周末"]
    )
    def test_a_long_line_is_read_in_no_time(self, piece: str) -> None:
        line = f"元旦：{piece * (490 // len(piece))}"
        with pytest.raises(PolicyDataError):
            read(HEAD + f"{line}\n" * 100)
