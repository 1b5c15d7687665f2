"""Holds the exported tables against the library, day by day (数据库表逐日比对), and times both.

Every day from 2004 to 2027, all units, many counts; the country and a region whose years are not
all told, as known today and as known on some days before. SQLite always, PostgreSQL and MariaDB
where they are installed. The tests compare fewer counts in the same way.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from shutil import which
from time import perf_counter
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mariadb import mariadb
from postgres import postgres
from table_loading import bounds_query, by_library, by_period, exported, last_days_query, sqlite_of
from xinfang_core.calendar import mainland_calendar

if TYPE_CHECKING:
    from collections.abc import Callable

    from table_loading import Told
    from xinfang_core.calendar import WorkCalendar

COUNTS = (*range(1, 16), 20, 30, 45, 60, 90, 120, 180, 250, 365, 400)
CALENDARS = {
    "country": mainland_calendar(),
    "country, known 2019-06-30": mainland_calendar().known_on(date(2019, 6, 30)),
    "country, known 2014-12-31": mainland_calendar().known_on(date(2014, 12, 31)),
    "450000": mainland_calendar("450000"),
    "450000, known 2025-10-30": mainland_calendar("450000").known_on(date(2025, 10, 30)),
    "540100, known 2024-03-01": mainland_calendar("540100").known_on(date(2024, 3, 1)),
}


def _in_sqlite(calendar: WorkCalendar, name: str) -> Told:
    del name
    with sqlite_of(exported(calendar, "sqlite", "online-proxy")) as base:
        return by_period(base.execute(last_days_query(COUNTS)))


def _databases(stack: ExitStack) -> dict[str, Callable[[WorkCalendar, str], Told]]:
    """What there is to ask, each with a database of its own for every calendar."""
    found: dict[str, Callable[[WorkCalendar, str], Told]] = {"SQLite": _in_sqlite}
    if which("psql"):
        postgresql = stack.enter_context(postgres())

        def in_postgres(calendar: WorkCalendar, name: str) -> Told:
            server = postgresql.made(name)
            server.psql(exported(calendar, "postgres", "online-proxy")["xf_postgres.sql"])
            return by_period(server.psql(bounds_query(COUNTS)))

        found["PostgreSQL"] = in_postgres
    if which("mariadb"):
        maria = stack.enter_context(mariadb())

        def in_mariadb(calendar: WorkCalendar, name: str) -> Told:
            server = maria.made(name)
            server.mysql(exported(calendar, "mysql", "online-proxy")["xf_mysql.sql"])
            return by_period(server.mysql(last_days_query(COUNTS)))

        found["MariaDB"] = in_mariadb
    return found


def main() -> int:
    """Compare, print figures; 1 where a single due date differs."""
    different = 0
    with ExitStack() as stack:
        databases = _databases(stack)
        for number, (name, calendar) in enumerate(CALENDARS.items()):
            begun = perf_counter()
            told = by_library(calendar, COUNTS)
            print(f"{name}: {len(told)} last days, library {perf_counter() - begun:.1f} s")
            for database, ask in databases.items():
                begun = perf_counter()
                found = ask(calendar, f"calendar_{number}")
                taken = perf_counter() - begun
                wrong = len({*found.items()} ^ {*told.items()})
                different += wrong
                print(f"  {database}: exported, loaded, asked {taken:.1f} s, {wrong} different")
    return min(different, 1)


if __name__ == "__main__":
    sys.exit(main())
