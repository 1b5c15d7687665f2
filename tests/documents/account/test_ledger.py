"""The days of a period as rows: every day, runs of days, months; and the weeks of a grid."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessing import MAINLAND
from checks import day
from rulebooks import plain
from xinfang_core.calendar import Suspension, day_table
from xinfang_core.documents.account.grid import month_grid
from xinfang_core.documents.account.ledger import EVERY_DAY, RUNS, ledger
from xinfang_core.documents.blocks import Run, Table
from xinfang_core.periods import CalendarDays, Months, Period, SameDay, WorkingDays

STARTS = st.dates(date(2021, 1, 1), date(2026, 6, 30))
PERIODS = st.builds(WorkingDays, st.integers(1, 130)) | st.builds(CalendarDays, st.integers(1, 200))


def table_of(start: date, period: Period, *suspensions: Suspension) -> Table:
    return ledger("期限", start, day_table(MAINLAND, start, period, suspensions=suspensions))


def grid_of(start: date, period: Period, *suspensions: Suspension) -> Table:
    (table,) = month_grid(start, day_table(MAINLAND, start, period, suspensions=suspensions))
    return table


def cell(table: Table, row: int, column: int) -> str:
    return plain(table.rows[row][column])


class TestRows:
    """Short periods day by day, longer ones by runs, the longest by months."""

    def test_every_day_of_a_short_period_has_its_row(self) -> None:
        table = table_of(day("2025-09-30"), WorkingDays(1))
        assert [row[:4] for row in table.rows][:2] == [
            ("2025-09-30", "周二", "起算日", "0"),
            ("2025-10-01", "周三", "不计", "0"),
        ]
        assert table.rows[-1] == ("2025-10-09", "周四", "计", "1", "工作日", "")
        assert table.folded == "期限逐日计算表：2025-09-30 至 2025-10-09，共 9 日"

    def test_of_the_same_day_there_is_one_row(self) -> None:
        assert [row[0] for row in table_of(day("2026-03-02"), SameDay()).rows] == ["2026-03-02"]

    def test_days_that_say_the_same_are_one_row_of_a_longer_period(self) -> None:
        table = table_of(day("2026-03-02"), CalendarDays(60))
        assert table.rows[1] == ("2026-03-03至03-06", "周二至周五", "计", "4", "工作日", "")
        assert table.rows[2][:4] == ("2026-03-07至03-08", "周六至周日", "计", "6")

    def test_a_run_of_a_standstill_is_one_row(self) -> None:
        still = Suspension(day("2024-12-30"), day("2025-01-01"), "听证")
        found = table_of(day("2024-12-02"), WorkingDays(60), still).rows
        assert ("2024-12-30至12-31", "周一至周二", "中止") in [row[:3] for row in found]

    def test_a_period_of_more_than_half_a_year_is_told_by_months(self) -> None:
        table = table_of(day("2025-01-02"), Months(8))
        assert [row[0] for row in table.rows[1:3]] == ["2025年1月", "2025年2月"]
        assert table.rows[2][2:4] == ("计 28 日", "57")
        assert "国办发明电" in str(table.rows[2][5])

    @given(STARTS, PERIODS)
    def test_the_last_row_has_the_whole_count(self, start: date, period: Period) -> None:
        days = day_table(MAINLAND, start, period)
        table = ledger("期限", start, days)
        assert table.rows[-1][3] == str(days[-1].running)

    @given(STARTS, PERIODS.filter(lambda one: one.count <= 120))
    def test_the_rows_cover_every_day_once(self, start: date, period: Period) -> None:
        days = day_table(MAINLAND, start, period)
        seen: list[date] = []
        for row in ledger("期限", start, days).rows:
            first, _, last = str(row[0]).partition("至")
            begin = date.fromisoformat(first)
            end = date.fromisoformat(first[: len(first) - len(last)] + last) if last else begin
            seen += [begin + timedelta(days=one) for one in range((end - begin).days + 1)]
        assert seen == [start, *(line.day for line in days)]

    def test_the_bounds_between_the_forms_are_exact(self) -> None:
        start = day("2026-03-02")
        for count, rows in ((EVERY_DAY, EVERY_DAY + 1), (RUNS, None), (RUNS + 1, None)):
            days = day_table(MAINLAND, start, CalendarDays(count))[:count]
            table = ledger("期限", start, days)
            if rows:
                assert len(table.rows) == rows
            assert str(table.rows[1][0]).endswith("月") == (count > RUNS)


class TestGrid:
    """The month picture where no picture can be drawn: a week a row."""

    def test_each_day_says_what_it_does(self) -> None:
        table = grid_of(day("2025-09-30"), WorkingDays(1))
        assert [cell(table, 0, column) for column in range(8)] == [
            "2025年9月",
            "",
            "30\n起算",
            "10/1休\n不计",
            "2休\n不计",
            "3休\n不计",
            "4休\n不计",
            "5休\n不计",
        ]
        assert cell(table, 1, 0) == "2025年10月"
        assert cell(table, 1, 4) == "9\n届满"
        assert table.rows[1][4] == (Run("9\n届满", strong=True),)

    def test_a_worked_weekend_and_a_standstill_are_marked(self) -> None:
        still = Suspension(day("2025-09-24"), day("2025-09-26"), "听证")
        table = grid_of(day("2025-09-22"), WorkingDays(5), still)
        assert cell(table, 0, 3) == "24\n中止"
        assert cell(table, 0, 7) == "28班\n计3"

    def test_the_year_is_told_where_it_changes(self) -> None:
        table = grid_of(day("2025-12-01"), Months(3))
        assert [cell(table, row, 0) for row in range(len(table.rows))].count("2026年1月") == 1

    def test_days_that_await_a_notice_are_marked(self) -> None:
        table = grid_of(day("2026-12-28"), CalendarDays(10))
        assert "暂" in cell(table, 0, 5)
        assert "暂：暂定" in table.caption
        assert "暂" not in grid_of(day("2026-03-02"), CalendarDays(10)).caption

    def test_of_a_long_period_there_is_none(self) -> None:
        start = day("2025-01-02")
        assert month_grid(start, day_table(MAINLAND, start, Months(8))) == ()

    @given(STARTS, PERIODS.filter(lambda one: one.count <= 120))
    def test_every_day_stands_once_in_its_column(self, start: date, period: Period) -> None:
        days = day_table(MAINLAND, start, period)
        for table in month_grid(start, days):
            cells = [words for row in table.rows for words in row[1:] if words]
            assert len(cells) == len({start, *(line.day for line in days)})
            column = next(place for place, words in enumerate(table.rows[0][1:]) if words)
            assert column == start.weekday()
