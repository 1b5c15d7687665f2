"""The clerk's text: every slip is named at its place, with what to write instead."""

from __future__ import annotations

import pytest

from xinfang_core.codec.notices import read_notice_text
from xinfang_core.errors import PolicyDataError

HEAD = "文号：甲1号\n年份：2026\n"


def faults(text: str) -> list[tuple[str, str]]:
    """Place and code of each fault, which all can be said in both languages."""
    with pytest.raises(PolicyDataError) as caught:
        read_notice_text(text, "a.txt")
    assert caught.value.text("en")
    assert caught.value.text("zh")
    return [
        (one.place.removeprefix("a.txt"), one.code.removeprefix("notice_file."))
        for one in caught.value.faults
    ]


def slips(line: str) -> list[tuple[str, str]]:
    """The faults of one line after the head, placed by column."""
    return [(place.removeprefix(":3:"), code) for place, code in faults(f"{HEAD}{line}\n")]


class TestChecks:
    """What is written is held against the calendar and against itself."""

    @pytest.mark.parametrize(
        ("line", "column", "code"),
        [
            ("元旦：1月1日（周五）放假", "8", "weekday"),
            ("元旦：1月1日至2日（周四、周六）放假", "11", "weekday"),
            ("元旦：1月1日至3日放假，共4天", "14", "count"),
            ("元旦：1月1日至3日放假，1月4日上班2天", "20", "count"),
            ("元旦：1月1日至3日放假十十天", "13", "count"),
            ("元旦：1月1日放假，与周末连休，共5天", "17", "count"),
            ("节：2月30日放假", "3", "no_such_day"),
            ("节：13月1日放假", "3", "no_such_day"),
            ("节：0月1日放假", "3", "no_such_day"),
            ("节：2月0日放假", "3", "no_such_day"),
            ("节：9999年12月31日放假，与周末连休，共3天", "3", "no_such_day"),
            ("节：0000年2月1日放假", "3", "no_such_day"),
            ("节：2月28日至30日放假", "9", "no_such_day"),
            ("节：2月20日至18日放假", "9", "reversed"),
            ("节：2月1日至9月1日放假", "8", "range_too_long"),
            ("节：20日放假", "3", "no_month"),
            ("节：2026年20日放假", "3", "no_month"),
            ("节：2月20日放假，28日上班", "11", "no_month"),
            ("元旦：12月31日放假", "4", "december"),
            ("元旦：1月1日放假，12月30日上班", "11", "december"),
            ("节：2月20日至22日放假，其中2月24日调休", "17", "not_among"),
        ],
    )
    def test_what_does_not_fit(self, line: str, column: str, code: str) -> None:
        assert slips(line) == [(column, code)]

    def test_contradictions_are_placed_at_the_date(self) -> None:
        line = "节：2月18日至20日放假，2月19日、2月21日上班，2025年3月1日放假"
        assert slips(line) == [
            ("15", "notice.weekday_worked"),
            ("15", "notice.off_and_worked"),
            ("29", "notice.other_year"),
        ]

    def test_without_a_year_what_does_not_depend_on_it_is_still_checked(self) -> None:
        text = "文号：甲\n节：2月29日（周五）放假9天\n节：2月30日放假\n"
        assert faults(text) == [("", "header_missing"), (":3:3", "no_such_day")]


class TestWording:
    """What is not understood is not guessed."""

    @pytest.mark.parametrize(
        ("line", "column", "code"),
        [
            ("今天休息", "1", "no_colon"),
            ("：1月1日放假", "1", "no_colon"),
            ("春节：", "1", "no_days"),
            ("春节：放假三天", "1", "no_days"),
            ("各单位：请做好安排。", "1", "no_days"),
            ("一、 春节：另行通知", "4", "no_days"),
            ("标提：放假安排", "1", "header_near"),
            ("印发日其：2025年11月4日", "1", "header_near"),
            ("元旦：1月1日至3日", "4", "no_verb"),
            ("元旦：1月1日，1月2日放假", "4", "no_verb"),
            ("元旦：1月1日 2日放假", "4", "no_verb"),
            ("元旦：1月1日。放假，1月2日放假", "4", "no_verb"),
            ("元旦：放假1月1日，1月2日放假", "4", "no_date"),
            ("元旦：1月1日放假，上班", "11", "no_date"),
            ("元旦：1月1日至放假", "4", "no_end"),
            ("元旦：1月1日至，共3天，1月3日放假", "4", "no_end"),
            ("元旦：1月1日起放假", "8", "not_understood"),
            ("元旦：1月1日至3日不放假，1月2日放假", "11", "not_understood"),
            ("元旦：1月1日至2日至3日放假", "11", "not_understood"),
            ("元旦：至1月1日放假", "4", "not_understood"),
            ("元旦：（周四）1月1日放假", "4", "not_understood"),
            ("元旦：1月1日（含1月2日）放假", "8", "not_understood"),
            ("元旦：1月1日（周四放假", "8", "not_understood"),
        ],
    )
    def test_the_first_fault_is_where_it_begins(self, line: str, column: str, code: str) -> None:
        assert slips(line)[0] == (column, code)

    def test_all_slips_of_all_lines_are_named_at_once(self) -> None:
        text = f"{HEAD}元旦：1月1日（周五）放假3天\n\n春节：2月30日放假\n{'长' * 501}\n随便\n"
        assert faults(text) == [
            (":3:8", "weekday"),
            (":3:14", "count"),
            (":5:4", "no_such_day"),
            (":6", "line_too_long"),
            (":7:1", "no_colon"),
        ]

    def test_a_slip_says_what_to_write(self) -> None:
        with pytest.raises(PolicyDataError) as caught:
            read_notice_text(f"{HEAD}元旦：1月1日（周五）放假\n", "a.txt")
        assert (
            caught.value.text() == "a.txt:3:8: 元旦: 2026-01-01 是周四，不是周五，请核对日期和星期"
        )


class TestHead:
    """Each line once, and of its form."""

    @pytest.mark.parametrize(
        ("line", "place", "code"),
        [
            ("年份：二〇二六", ":1:4", "year"),
            ("年份：", ":1:4", "year"),
            ("年份：0026", ":1:4", "year"),
            ("印发日期：十一月", ":1:6", "moment.not_one"),
            ("印发日期：2025年11月31日", ":1:6", "moment.impossible"),
            ("调整通知：对", ":1:6", "not_yes_no"),
            ("适用范围： 全省", ":1:7", "value.unknown_term"),
            ("适用范围：地方", ":1:6", "region_missing"),
            ("适用范围：地方\n地区：广西", ":2:4", "region_code"),
            ("适用范围：地方\n地区：4500", ":2:4", "region_code"),
            ("地区：450000", ":1:4", "region_needless"),
            ("全年完整：是", ":1:6", "whole_year"),
        ],
    )
    def test_each_at_its_place(self, line: str, place: str, code: str) -> None:
        rest = HEAD.replace("年份：2026\n", "") if line.startswith("年份") else HEAD
        assert faults(f"{line}\n{rest}元旦：1月1日放假\n") == [(place, code)]

    def test_a_line_written_twice(self) -> None:
        assert slips("年度：2026\n元旦：1月1日放假") == [("1", "header_twice")]

    def test_nothing_at_all(self) -> None:
        assert faults("# 空\n") == [
            ("", "header_missing"),
            ("", "header_missing"),
            ("", "no_holiday"),
        ]

    def test_no_holiday(self) -> None:
        assert faults(HEAD) == [("", "no_holiday")]

    def test_a_year_whose_statutory_days_are_not_known(self) -> None:
        text = "文号：\n年份：1999\n国庆节：10月4日放假\n"
        assert faults(text) == [(":2:4", "year_not_tabled")]
