"""The view counts as ``last_day`` does: every day, count and unit, bounds and all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from table_loading import as_told, by_library, by_period, exported, last_days_query, sqlite_of
from xinfang_core.calendar import WorkCalendar, last_day, mainland_calendar
from xinfang_core.exporting import DIALECTS, table_files
from xinfang_core.periods import LONGEST, period
from xinfang_core.vocabulary import Unit

if TYPE_CHECKING:
    import sqlite3

FEW = (1, 15, 60)
"""``benchmarks/compare_tables.py`` compares many more."""

ONE = """
    SELECT due, certainty, earliest, latest, unrolled FROM xf_due
    WHERE start_day = ? AND amount = ? AND unit = ?
"""


def _one(base: sqlite3.Connection, start: date, count: int, unit: str) -> tuple[str, ...] | None:
    rows: list[tuple[str, ...]] = base.execute(ONE, (str(start), count, unit)).fetchall()
    assert len(rows) <= 1
    return rows[0] if rows else None


@pytest.mark.parametrize(
    "calendar",
    [
        mainland_calendar(),
        mainland_calendar().known_on(date(2019, 6, 30)),
        mainland_calendar("450000").known_on(date(2025, 10, 30)),
    ],
    ids=["all known", "as known in 2019", "a region whose years are not all told"],
)
def test_every_due_date_from_2004_to_2027_is_that_of_the_library(calendar: WorkCalendar) -> None:
    with sqlite_of(exported(calendar, "sqlite", "national")) as base:
        found = by_period(base.execute(last_days_query(FEW)))
    assert found == by_library(calendar, FEW)


@given(st.data())
def test_on_any_calendar_the_view_says_what_the_library_says(data: st.DataObject) -> None:
    calendar = data.draw(work_calendars(regional=data.draw(st.booleans())))
    near = calendar.settled_through
    # Around the horizon, around the years of regions, and at the edges of the table.
    starts = st.dates(calendar.first, calendar.last) | st.dates(
        max(calendar.first, near - timedelta(days=60)), near + timedelta(days=60)
    )
    units = st.sampled_from([Unit.working_day, Unit.calendar_day, Unit.month])
    asked = st.tuples(starts, st.integers(1, 12) | st.integers(1, 400), units)
    periods = data.draw(st.lists(asked, min_size=20, max_size=40))
    with sqlite_of(table_files((), calendar, DIALECTS["sqlite"])) as base:
        for start, count, unit in periods:
            last = last_day(calendar, start, period(count, unit))  # type: ignore[arg-type]
            assert _one(base, start, count, unit.name) == (as_told(last) if last else None)


def test_a_count_or_unit_that_the_library_refuses_has_no_row() -> None:
    start = date(2004, 1, 5)
    with sqlite_of(exported(mainland_calendar(), "sqlite", "national")) as base:
        assert _one(base, start, LONGEST, "working_day")
        assert _one(base, start, LONGEST, "calendar_day")
        assert _one(base, start, 1, "same_day")
        for count, unit in (
            *((LONGEST + 1, "calendar_day"), (0, "working_day"), (-1, "calendar_day")),
            *((2, "same_day"), (5, "day"), (5, "hour"), (LONGEST, "month")),
        ):
            assert _one(base, start, count, unit) is None
        assert _one(base, date(2003, 12, 31), 1, "working_day") is None


def test_the_query_of_its_own_file_asks_for_one_last_day() -> None:
    files = exported(mainland_calendar(), "sqlite", "national")
    asked = {"start_day": "2026-01-31", "amount": 1, "unit": "month"}
    with sqlite_of(files) as base:
        rows = base.execute(files["xf_sqlite_query.sql"], asked).fetchall()
    assert rows == [("2026-02-28", "settled", "2026-02-28", "2026-02-28", "2026-02-28")]
