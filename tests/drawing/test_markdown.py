"""A period as a table for a file note: right to read, and safe to paste."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.calendar import DayKind, DayLine, day_table, mainland_calendar
from xinfang_core.drawing import day_table_markdown
from xinfang_core.periods import CalendarDays, SameDay, WorkingDays

CALENDAR = mainland_calendar()
START = date(2025, 9, 30)
CELL = re.compile(r"(?<!\\)(?:\\\\)*\|")
"""A bar that divides cells: no backslash before it, or only pairs of them."""


def line(
    code: str = "day_table.not_counted",
    name: str = "",
    notice: str = "",
    awaits: int | None = None,
    region: str = "",
    awaits_region: str = "",
    suspended: str = "",
) -> DayLine:
    return DayLine(
        day=date(2025, 10, 1),
        counted=False,
        running=3,
        kind=DayKind.holiday,
        name=name,
        notice=notice,
        awaits=awaits,
        code=code,
        statutory=True,
        region=region,
        awaits_region=awaits_region,
        suspended=suspended,
    )


def last_row(*days: DayLine) -> str:
    return day_table_markdown(START, days).splitlines()[-1]


class TestRows:
    """The start first, then a row for each day."""

    def test_over_a_weekend_that_is_worked(self) -> None:
        start = date(2026, 9, 18)
        assert day_table_markdown(
            start, day_table(CALENDAR, start, WorkingDays(2))
        ).splitlines() == [
            "| 日期 | 星期 | 计否 | 累计 | 说明 | 依据 |",
            "| --- | --- | --- | ---: | --- | --- |",
            "| 2026-09-18 | 周五 | 起算日 | 0 | 起算日，不计入 |  |",
            "| 2026-09-19 | 周六 | 不计 | 0 | 周末 |  |",
            "| 2026-09-20 | 周日 | 计 | 1 | 国庆节调休上班 | 国办发明电〔2025〕7号 |",
            "| 2026-09-21 | 周一 | 计 | 2 | 工作日 |  |",
        ]

    def test_in_english(self) -> None:
        days = day_table(CALENDAR, date(2026, 9, 18), WorkingDays(1))
        assert day_table_markdown(date(2026, 9, 18), days, "en").splitlines()[2:] == [
            "| 2026-09-18 | Fri | start | 0 | the day of the event, not counted |  |",
            "| 2026-09-19 | Sat | not counted | 0 | weekend |  |",
            "| 2026-09-20 | Sun | counted | 1 | worked for 国庆节 | 国办发明电〔2025〕7号 |",
        ]

    def test_a_last_day_of_rest_rolls_over(self) -> None:
        start = date(2025, 9, 30)
        rows = day_table_markdown(start, day_table(CALENDAR, start, CalendarDays(60))).splitlines()
        assert rows[-4:] == [
            "| 2025-11-28 | 周五 | 计 | 59 | 工作日 |  |",
            "| 2025-11-29 | 周六 | 计 | 60 | 末日为周末，顺延 |  |",
            "| 2025-11-30 | 周日 | 顺延 | 60 | 周末 |  |",
            "| 2025-12-01 | 周一 | 顺延 | 60 | 顺延至本日届满 |  |",
        ]

    def test_a_day_on_which_the_clock_stands_still_says_so(self) -> None:
        assert last_row(line("day_table.suspended")) == (
            "| 2025-10-01 | 周三 | 中止 | 3 | 中止计算 |  |"
        )

    def test_and_why_where_it_is_known(self) -> None:
        assert last_row(line("day_table.suspended", suspended="鉴定")) == (
            "| 2025-10-01 | 周三 | 中止 | 3 | 中止计算：鉴定 |  |"
        )

    def test_a_provisional_day_names_the_notice_awaited(self) -> None:
        start = date(2026, 12, 30)
        row = day_table_markdown(start, day_table(CALENDAR, start, WorkingDays(1))).splitlines()[-1]
        assert row.endswith("| 2027年放假通知未公布，暂定 |")

    def test_a_notice_of_a_region_names_the_region(self) -> None:
        told = line(name="三月三", notice="桂政办电〔2025〕1号", region="450000")
        assert last_row(told).endswith("| 三月三放假 | 桂政办电〔2025〕1号，地区 450000 |")

    def test_a_region_whose_days_are_not_listed_is_awaited(self) -> None:
        assert last_row(line(awaits=2026, awaits_region="450000")).endswith(
            "| 地区 450000 2026年放假安排未录入齐全，暂定 |"
        )

    def test_of_the_same_day_the_start_is_the_only_row(self) -> None:
        rows = day_table_markdown(START, day_table(CALENDAR, START, SameDay())).splitlines()
        assert rows[2:] == ["| 2025-09-30 | 周二 | 计 | 1 | 工作日 |  |"]

    def test_without_days_only_the_start_stands_there(self) -> None:
        assert last_row() == "| 2025-09-30 | 周二 | 起算日 | 0 | 起算日，不计入 |  |"


class TestForeignText:
    """Names and numbers are text, whatever they contain."""

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("a|b", r"a\|b"),
            (r"a\|b", r"a\\\|b"),
            ("a\nb\r\n\u2028c", "a b c"),
            ("<b>&", "&lt;b&gt;&amp;"),
            ("*_`[x]", r"\*\_\`\[x\]"),
            ("a\x00\u202eb", "a b"),
        ],
    )
    def test_is_escaped(self, name: str, shown: str) -> None:
        assert last_row(line(name=name)).endswith(f"| {shown}放假 |  |")
        assert last_row(line(notice=name)).endswith(f"| {shown} |")

    @given(st.text(), st.text())
    def test_never_makes_another_row_or_cell(self, name: str, notice: str) -> None:
        rows = day_table_markdown(START, [line(name=name, notice=notice)]).splitlines()
        assert len(rows) == 4
        assert {len(CELL.findall(row)) for row in rows} == {7}
