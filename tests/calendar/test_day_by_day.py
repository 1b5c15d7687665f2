"""A period day by day, as it would be shown to a petitioner."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, work_calendars
from xinfang_core.calendar import WorkCalendar, day_table, last_day, mainland_calendar
from xinfang_core.errors import MisuseError
from xinfang_core.messages.calendar import TEXTS
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.periods import CalendarDays, Months, Period, WorkingDays

CALENDAR = mainland_calendar()


def lines(start: date, *periods: Period, lang: str = "zh") -> list[str]:
    return [
        line.text("zh" if lang == "zh" else "en") for line in day_table(CALENDAR, start, *periods)
    ]


class TestWorkingDays:
    """Each day is counted or not, with the reason and the notice."""

    def test_over_national_day_2025(self) -> None:
        assert lines(date(2025, 9, 30), WorkingDays(1)) == [
            "2025-10-01 周三 不计：国庆节放假（国办发明电〔2024〕12号）",
            "2025-10-02 周四 不计：国庆节放假（国办发明电〔2024〕12号）",
            "2025-10-03 周五 不计：国庆节放假（国办发明电〔2024〕12号）",
            "2025-10-04 周六 不计：国庆节放假（国办发明电〔2024〕12号）",
            "2025-10-05 周日 不计：国庆节放假（国办发明电〔2024〕12号）",
            "2025-10-06 周一 不计：中秋节放假（国办发明电〔2024〕12号）",
            "2025-10-07 周二 不计：国庆节调休放假（国办发明电〔2024〕12号）",
            "2025-10-08 周三 不计：国庆节调休放假（国办发明电〔2024〕12号）",
            "2025-10-09 周四 计：第1个工作日",
        ]

    def test_a_worked_weekend_is_counted_and_says_why(self) -> None:
        assert lines(date(2026, 9, 18), WorkingDays(2)) == [
            "2026-09-19 周六 不计：周末",
            "2026-09-20 周日 计：第1个工作日，国庆节调休上班（国办发明电〔2025〕7号）",
            "2026-09-21 周一 计：第2个工作日",
        ]

    def test_in_english(self) -> None:
        assert lines(date(2026, 9, 18), WorkingDays(1), lang="en") == [
            "2026-09-19 Sat not counted: weekend",
            "2026-09-20 Sun counted: working day 1, worked for 国庆节 (国办发明电〔2025〕7号)",
        ]

    def test_a_notice_without_known_number_is_named_by_its_title(self) -> None:
        guangxi = mainland_calendar("450000")
        days = day_table(guangxi, date(2026, 4, 16), WorkingDays(1))
        assert "（广西2026年“壮族三月三”放假安排）" in days[0].text()
        assert days[0].region == "450000"

    def test_an_unsettled_day_names_the_notice_awaited(self) -> None:
        assert lines(date(2026, 12, 30), WorkingDays(2))[:2] == [
            "2026-12-31 周四 计：第1个工作日（2027年放假通知未公布，暂定）",
            "2027-01-01 周五 不计：预计元旦放假（2027年放假通知未公布，暂定）",
        ]


class TestCalendarDaysAndMonths:
    """All days are counted; the days after a last day of rest are rolled over."""

    def test_a_last_day_of_rest_moves_on(self) -> None:
        assert lines(date(2025, 9, 30), CalendarDays(60))[-4:] == [
            "2025-11-28 周五 计：第59日",
            "2025-11-29 周六 计：第60日，末日为周末，顺延",
            "2025-11-30 周日 顺延：周末",
            "2025-12-01 周一 届满：顺延至本日",
        ]

    def test_a_worked_last_day_stays(self) -> None:
        assert lines(date(2024, 2, 3), CalendarDays(15))[-1] == "2024-02-18 周日 计：第15日"

    def test_a_month_counts_its_days(self) -> None:
        month = day_table(CALENDAR, date(2024, 1, 31), Months(1))
        assert [month[-1].day, month[-1].running] == [date(2024, 2, 29), 29]


class TestShape:
    """As many lines as days from the day after the start to the due day, or none."""

    @given(
        st.data(),
        work_calendars(),
        st.sampled_from([WorkingDays(1), WorkingDays(20), CalendarDays(30), Months(1)]),
    )
    def test_the_last_line_is_the_due_day_and_the_counted_ones_make_the_period(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        start = data.draw(days_in(calendar))
        found, end = day_table(calendar, start, period), last_day(calendar, start, period)
        assert end is not None
        assert len(found) == (end.due - start).days
        assert found[-1].day == end.due
        counted = sum(line.counted for line in found)
        assert counted == found[-1].running
        assert isinstance(period, Months) or counted == period.count
        for line in found:
            assert line.text("zh").encode("gbk")
            assert line.text("en") != line.text("zh")

    @given(
        st.data(), work_calendars(), st.sampled_from([WorkingDays(1), WorkingDays(20), Months(2)])
    )
    def test_what_is_awaited_is_awaited_by_the_first_line_that_may_change(
        self, data: st.DataObject, calendar: WorkCalendar, period: Period
    ) -> None:
        """Of working days every line; of months only those from the unrolled last day on."""
        start = data.draw(days_in(calendar))
        end = last_day(calendar, start, period)
        assert end is not None
        since = start if isinstance(period, WorkingDays) else end.unrolled
        awaited = [line.awaits for line in day_table(calendar, start, period) if line.day >= since]
        assert end.awaits == next((year for year in awaited if year), None)

    @pytest.mark.parametrize("start", [date(2003, 12, 1), date(2003, 12, 20), date(2035, 12, 31)])
    def test_is_empty_outside_the_calendar(self, start: date) -> None:
        assert day_table(CALENDAR, start, CalendarDays(15)) == ()

    def test_periods_of_several_types_are_refused(self) -> None:
        with pytest.raises(MisuseError):
            day_table(CALENDAR, date(2025, 1, 1), WorkingDays(1), Months(1))


class TestWords:
    """The words of the calendar stand in both languages, in characters any desk can print."""

    def test_are_in_the_catalogue_and_printable(self) -> None:
        for code, (chinese, english) in TEXTS.items():
            assert CATALOGUE[code] == (chinese, english)
            assert chinese.encode("gbk")
            assert english.isascii()
