"""The calendar as tables: each day as the calendar knows it, by which notice, how certain."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from table_loading import exported, sqlite_of
from xinfang_core import __version__
from xinfang_core.calendar import ArrangedDay, Notice, Scope, WorkCalendar, mainland_calendar
from xinfang_core.exporting import DIALECTS

CLOSED = Notice(
    "", 2026, None, (ArrangedDay(date(2026, 6, 1), worked=False, name="停办"),), scope=Scope.office
)


@pytest.mark.parametrize(
    "calendar",
    [
        mainland_calendar(),
        mainland_calendar("450000"),
        mainland_calendar().known_on(date(2003, 1, 1)),
    ],
    ids=["the country", "a region", "nothing known yet"],
)
def test_each_day_is_what_the_calendar_says_of_it(calendar: WorkCalendar) -> None:
    query = """
        SELECT d.the_date, d.working, d.working_rank, d.kind, d.holiday, d.certainty,
            n.arranged_year, n.doc_number, n.region
        FROM xf_day d LEFT JOIN xf_notice n ON n.notice_no = d.notice_no ORDER BY d.day_no
    """
    with sqlite_of(exported(calendar, "sqlite", "national")) as base:
        rows = base.execute(query).fetchall()
    assert (rows[0][0], rows[-1][0]) == (str(calendar.first), str(calendar.last))
    for row in rows:
        day = calendar.day(date.fromisoformat(row[0]))
        notice = day.notice
        assert row[1:] == (
            *(day.worked, calendar.find_rank(day.day), day.kind.name, day.name or None),
            "settled" if day.settled else "provisional",
            *((notice.year, notice.number or None) if notice else (None, None)),
            (notice.region or None) if notice else None,
        )


def test_what_made_the_tables_is_told() -> None:
    calendar = mainland_calendar("450000").with_notice(CLOSED).known_on(date(2026, 3, 1))
    with sqlite_of(exported(calendar, "sqlite", "national")) as base:
        meta = dict(base.execute("SELECT meta_name, meta_value FROM xf_meta"))
        (whole,) = base.execute("SELECT digest, region, known_on FROM xf_calendar").fetchall()
    made = calendar.provenance
    assert whole == (made.digest, "450000", "2026-03-01")
    assert meta["library"] == f"xinfang-core {__version__}"
    assert (meta["contract"], meta["layout"]) == ("1", "1")
    assert (meta["calendar_digest"], meta["calendar_regions"]) == (made.digest, "450000")
    assert meta["calendar_settled_through"] == "2026-12-28"
    assert meta["imported_notice_1"].split()[0] == "2026"
    assert meta["edition_1"].startswith("national@2022-05-01 ")


def test_the_same_input_is_the_same_bytes_with_plain_line_ends() -> None:
    for dialect in DIALECTS:
        one, other = (exported(mainland_calendar(), dialect, "jiuyuan") for _ in range(2))
        assert one == other
        assert not any("\r" in text for text in one.values())
        assert all(text.endswith("\n") and name.startswith("xf_") for name, text in one.items())


def test_csv_files_hold_what_the_statements_hold() -> None:
    calendar = mainland_calendar()
    files = exported(calendar, "csv", "online-proxy")
    tables = [name.removesuffix(".csv") for name in files if name.endswith(".csv")]
    with sqlite_of(exported(calendar, "sqlite", "online-proxy")) as base:
        for table in tables:
            head, *rows = csv.reader(StringIO(files[f"{table}.csv"]))
            found = base.execute(f"SELECT {', '.join(head)} FROM {table}")  # noqa: S608
            loaded = [tuple("" if cell is None else str(cell) for cell in row) for row in found]
            assert sorted(loaded) == sorted(map(tuple, rows))
            assert f"| `{table}.csv` | {len(rows)} |" in files["xf_README.md"]


def test_the_tables_of_the_csv_files_can_be_made_filled_and_asked_with_plain_sql() -> None:
    files = exported(mainland_calendar(), "csv", "online-proxy")
    with sqlite_of({"xf_sqlite.sql": files["xf_tables.sql"]}) as base:
        base.execute("PRAGMA foreign_keys = on")
        for name, text in files.items():
            if name.endswith(".csv"):
                head, *rows = csv.reader(StringIO(text))
                marks = ", ".join("?" * len(head))
                cells = [[cell or None for cell in row] for row in rows]
                base.executemany(f"INSERT INTO {name[:-4]} VALUES ({marks})", cells)  # noqa: S608
        asked = {"start_day": "2026-12-20", "amount": 15, "unit": "working_day"}
        found = base.execute(files["xf_query.sql"], asked).fetchall()
        assert found == [("2027-01-11", "provisional", "2027-01-06", "2027-01-14", "2027-01-11")]
        base.executescript(files["xf_drop.sql"])
        assert base.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_what_is_none_is_null_and_never_an_empty_text() -> None:
    with sqlite_of(exported(mainland_calendar(), "sqlite", "national")) as base:
        for table in ("xf_notice", "xf_value", "xf_clause", "xf_meta"):
            cells = [cell for row in base.execute(f"SELECT * FROM {table}") for cell in row]  # noqa: S608
            assert cells
            assert "" not in cells
