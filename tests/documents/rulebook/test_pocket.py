"""The pocket calculator: each day is that which the calendar counts; provisional ones say so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from editions import PROXY, edition
from policy_texts import declared_limit, head
from rulebooks import FIRST_DAY, newest, plain, tables_in
from xinfang_core.calendar import last_day, mainland_calendar
from xinfang_core.documents.rulebook.pocket import pocket
from xinfang_core.documents.rulebook.pocket_limits import columns_of, left_out, pocket_limits
from xinfang_core.periods import CalendarDays, Months, WorkingDays
from xinfang_core.policy import lines
from xinfang_core.vocabulary import Absent, Certainty

if TYPE_CHECKING:
    from xinfang_core.documents.blocks import Table
    from xinfang_core.periods import Period

CALENDAR = mainland_calendar()
NATIONAL = newest("national")
DECLARED = (
    head("limit.hand_on", "limit.call_back", "limit.answer")
    + declared_limit(
        "hand_on",
        "转办期限",
        ("accept", "transfer"),
        'limit = { value = 1, unit = "month" }',
        'extension = { value = 2, unit = "month" }',
    )
    + declared_limit(
        "call_back", "回电期限", ("receive", "notify"), 'limit = { value = 4, unit = "hour" }'
    )
    + declared_limit(
        "answer", "答问期限", ("receive", "reply"), 'limit = { value = 2, unit = "working_day" }'
    )
)


def _months(first_day: date = FIRST_DAY) -> list[Table]:
    """The tables of the months, without the one that tells which limit stands where."""
    return tables_in(pocket(NATIONAL.label, [NATIONAL], CALENDAR, first_day))[1:]


def _row(month: Table, begins: str) -> dict[str, str]:
    row = next(row for row in month.rows if plain(row[0]).startswith(begins))
    return {plain(one): plain(cell) for one, cell in zip(month.heads, row, strict=True)}


class TestDays:
    """From the calendar on the wall, and by the counting that all limits share."""

    def test_days_of_late_september_run_over_the_long_holiday(self) -> None:
        row = _row(_months(date(2026, 9, 1))[0], "09-28")
        assert row["1个工作日"] == "09-29"
        assert row["3个工作日"] == "10-08"
        assert row["15日（自然日）"] == "10-13"

    def test_what_no_notice_settles_yet_is_marked_and_has_its_bounds(self) -> None:
        row = _row(_months()[0], "11-02")
        found = last_day(CALENDAR, date(2026, 11, 2), CalendarDays(60))
        assert found is not None
        assert found.certainty is Certainty.provisional
        bounds = f"{found.earliest:%m-%d}～{found.latest:%m-%d}"
        assert row["60日（自然日）"] == f"{found.due:%m-%d}※\n{bounds}"

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            ("09-30", "09-30 三"),
            ("10-01", "10-01 四 国庆节"),
            ("10-10", "10-10 六 补班"),
            ("10-11", "10-11 日 休"),
        ],
    )
    def test_a_day_says_whether_it_is_one_of_rest(self, day: str, said: str) -> None:
        first, second, *_ = _months(date(2026, 9, 1))
        month = first if day.startswith("09") else second
        assert _row(month, day)["起算"] == said

    def test_a_holiday_of_the_next_year_is_an_expected_one(self) -> None:
        assert _row(_months()[2], "01-01")["起算"] == "01-01 五 元旦（预计）"

    @settings(max_examples=6)
    @given(first=st.dates(date(2020, 1, 1), date(2030, 12, 31)), ahead=st.integers(0, 300))
    def test_every_day_is_that_of_the_calendar(self, first: date, ahead: int) -> None:
        day = first + timedelta(days=ahead)
        months = _months(first)
        month = months[(day.year - first.year) * 12 + day.month - first.month]
        row = _row(month, f"{day:%m-%d}")
        for periods in columns_of(pocket_limits(NATIONAL, lines(NATIONAL))):
            found = last_day(CALENDAR, day, *periods)
            cell = row["加".join(one.text() for one in periods)]
            assert found is not None
            assert cell.startswith(f"{found.due:%m-%d}")
            assert ("※" in cell) is (found.certainty is Certainty.provisional)

    def test_the_first_month_begins_with_the_first_day_and_shows_the_others_fold(self) -> None:
        months = _months(date(2026, 11, 20))
        assert len(months) == 12
        assert plain(months[0].rows[0][0]) == "11-20 五"
        assert [bool(one.folded) for one in months] == [False] + [True] * 11
        assert [len(one.rows) for one in months[:3]] == [11, 31, 31]

    def test_days_that_the_calendar_does_not_reach_are_told_so(self) -> None:
        last = CALENDAR.last
        months = _months(last.replace(day=1))
        row = _row(months[0], f"{last:%m-%d}")
        assert row["60日（自然日）"] == "超出日历"
        assert _row(months[1], "01-01")["起算"].startswith("01-01")

    def test_a_day_more_than_a_year_off_has_its_year(self) -> None:
        longer = DECLARED.replace("value = 1, unit", "value = 13, unit")
        found = edition(longer)
        month = tables_in(pocket(found.label, [found], CALENDAR, date(2025, 1, 1)))[1]
        assert _row(month, "01-02")["13个月"] == "2026-02-02"


class TestLimits:
    """Each length of days or months once; what is of one day or by the clock is left out."""

    def test_limits_of_one_length_share_a_column(self) -> None:
        columns = columns_of(pocket_limits(NATIONAL, lines(NATIONAL)))
        assert [one.title for one in columns[CalendarDays(30),]] == [
            "申请复查期限",
            "复查期限",
            "申请复核期限",
            "复核期限",
        ]
        assert list(columns)[:2] == [(WorkingDays(1),), (WorkingDays(3),)]

    def test_an_extension_is_added_before_the_end_is_moved_from_rest(self) -> None:
        found = pocket_limits(NATIONAL, lines(NATIONAL))
        longest = next(one for one in found if len(one.periods) > 1)
        assert longest.title == "办理期限，延长到最多"
        assert longest.periods == (CalendarDays(60), CalendarDays(30))

    @pytest.mark.parametrize(
        ("limit", "more", "added"),
        [
            (Months(2), CalendarDays(30), True),
            (CalendarDays(60), Months(1), True),
            (WorkingDays(60), WorkingDays(30), True),
            (WorkingDays(60), CalendarDays(30), False),
            (CalendarDays(60), Absent.silent, False),
        ],
    )
    def test_an_extension_is_added_where_both_can_be_counted_together(
        self, limit: Period, more: Period | Absent, *, added: bool
    ) -> None:
        handling: Any = NATIONAL.params["handling_deadline"]
        changed = evolve(
            handling,
            limit=evolve(handling.limit, value=limit),
            extension_limit=evolve(handling.extension_limit, value=more),
        )
        found = evolve(NATIONAL, params={"handling_deadline": changed})
        told = [one.periods for one in pocket_limits(found, lines(found))]
        assert told == [(limit,), *([(limit, more)] if added else [])]

    def test_what_a_policy_declares_is_among_them(self) -> None:
        found = edition(DECLARED)
        assert [
            (one.title, one.start, one.periods) for one in pocket_limits(found, lines(found))
        ] == [
            ("转办期限", "受理", (Months(1),)),
            ("转办期限，延长到最多", "受理", (Months(1), Months(2))),
            ("答问期限", "收到", (WorkingDays(2),)),
        ]
        assert left_out(lines(found)) == ("回电期限（4小时）",)

    def test_a_variant_has_columns_of_its_own(self) -> None:
        found = edition(PROXY)
        titles = [one.title for one in pocket_limits(found, lines(found))]
        assert titles[0] == "答复期限（紧急事项）"
        assert titles[4] == "答复期限（紧急事项）（变体：“日”按自然日）"

    def test_limits_of_the_same_day_are_named_below(self) -> None:
        assert left_out(lines(newest("yubei"))) == ("受理期限（当日）",)
