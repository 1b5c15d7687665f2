"""The files in real databases: they load, load again, and count as the library does.

PostgreSQL and MariaDB are started for these tests alone. Without them the tests are skipped,
except where ``XINFANG_CI=1`` says that nothing may be.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from table_loading import (
    bounds_query,
    by_library,
    by_period,
    editions,
    exported,
    last_days_query,
    shown_text,
    sqlite_of,
    thorny,
)
from xinfang_core.calendar import mainland_calendar
from xinfang_core.exporting import DIALECTS, table_files

if TYPE_CHECKING:
    from mariadb import MariaDb
    from postgres import Postgres

FEW = (1, 15, 60)
CALENDAR = mainland_calendar("450000").known_on(date(2025, 10, 30))
"""Of a region whose years are not all told, so that every bound is met."""

EACH = """
    SELECT count(*), sum(CASE WHEN xf_last_day(s.the_date, 15, u.unit) = (
        SELECT d.due FROM xf_due d
        WHERE d.start_day = s.the_date AND d.amount = 15 AND d.unit = u.unit
    ) THEN 1 ELSE 0 END)
    FROM xf_day s CROSS JOIN xf_unit u
    WHERE u.unit <> 'same_day' AND s.the_date BETWEEN '2025-01-01' AND '2027-12-31';
"""
ONCE = "SELECT xf_last_day('2026-09-28', 5, 'working_day');"
REFUSED = """
    SELECT coalesce(xf_last_day('2026-09-28', 0, 'working_day'),
        xf_last_day('2026-09-28', 5, 'working day'), xf_last_day('2036-01-01', 1, 'same_day'));
"""


@pytest.fixture(scope="module")
def in_postgres(postgres_server: Postgres) -> Postgres:
    """A database with the tables."""
    server = postgres_server.made("loaded")
    server.psql(exported(CALENDAR, "postgres", "online-proxy")["xf_postgres.sql"])
    return server


@pytest.fixture(scope="module")
def in_mariadb(mariadb_server: MariaDb) -> MariaDb:
    """The same."""
    server = mariadb_server.made("loaded")
    server.mysql(exported(CALENDAR, "mysql", "online-proxy")["xf_mysql.sql"])
    return server


class TestPostgres:
    """What ``psql -f`` makes of the one file."""

    def test_every_due_date_is_that_of_the_library(self, in_postgres: Postgres) -> None:
        assert by_period(in_postgres.psql(bounds_query(FEW))) == by_library(CALENDAR, FEW)

    def test_the_function_says_what_the_view_says(self, in_postgres: Postgres) -> None:
        assert in_postgres.psql(ONCE) == [["2026-10-08"]]
        assert in_postgres.psql(REFUSED) == [[""]]
        bounds = "SELECT due, certainty FROM xf_last_day_bounds('2026-09-28', 5, 'working_day');"
        assert in_postgres.psql(bounds) == [["2026-10-08", "provisional"]]
        ((asked, alike),) = in_postgres.psql(EACH)
        assert asked == alike
        assert int(asked) > 3000

    def test_the_functions_are_stable_since_they_read_tables(self, in_postgres: Postgres) -> None:
        kind = "SELECT provolatile FROM pg_proc WHERE proname LIKE 'xf%';"
        assert in_postgres.psql(kind) == [["s"], ["s"]]

    def test_loading_again_replaces_the_rows_and_keeps_what_rests_on_the_tables(
        self, postgres_server: Postgres
    ) -> None:
        server = postgres_server.made("again")
        older = mainland_calendar().known_on(date(2024, 6, 30))
        server.psql(exported(older, "postgres", "jiuyuan")["xf_postgres.sql"])
        server.psql("CREATE VIEW mine AS SELECT max(due) FROM xf_due WHERE amount = 1;")
        newer = exported(mainland_calendar(), "postgres", "online-proxy")
        for _ in range(2):
            server.psql(newer["xf_postgres.sql"])
        assert server.psql("SELECT settled_through FROM xf_calendar;") == [["2026-12-28"]]
        assert server.psql("SELECT count(*) FROM xf_edition;") == [["3"]]
        assert server.psql("SELECT 1 FROM pg_views WHERE viewname = 'mine';") == [["1"]]

    def test_a_load_that_fails_leaves_the_rows_as_they_were(self, in_postgres: Postgres) -> None:
        spoiled = exported(mainland_calendar(), "postgres", "online-proxy")["xf_postgres.sql"]
        ran = in_postgres.run(text=spoiled.replace("'2035-12-31'", "'2035-12-32'", 1))
        assert ran.returncode
        assert in_postgres.psql("SELECT known_on FROM xf_calendar;") == [["2025-10-30"]]
        assert in_postgres.psql("SELECT count(*) FROM xf_day;") == [["11688"]]

    def test_texts_arrive_as_they_were_and_do_nothing(self, postgres_server: Postgres) -> None:
        server = postgres_server.made("thorns")
        (edition,) = editions("national")[:1]
        files = table_files(thorny(edition), mainland_calendar(), DIALECTS["postgres"])
        server.psql(files["xf_postgres.sql"])
        sent = "SELECT encode(convert_to(restated, 'UTF8'), 'hex') FROM xf_clause ORDER BY 1;"
        assert [row[0] for row in server.psql(sent)] == shown_text()
        server.psql(files["xf_postgres_drop.sql"])
        left = "SELECT count(*) FROM pg_class WHERE relname LIKE 'xf%';"
        assert server.psql(left) == [["0"]]


class TestMariaDb:
    """What ``mysql < file`` makes of it; MySQL itself was not at hand."""

    def test_every_due_date_is_that_of_the_library(self, in_mariadb: MariaDb) -> None:
        assert by_period(in_mariadb.mysql(last_days_query(FEW))) == by_library(CALENDAR, FEW)

    def test_the_function_says_what_the_view_says(self, in_mariadb: MariaDb) -> None:
        assert in_mariadb.mysql(ONCE) == [["2026-10-08"]]
        assert in_mariadb.mysql(REFUSED) == [["NULL"]]
        ((asked, alike),) = in_mariadb.mysql(EACH)
        assert asked == alike
        assert int(asked) > 3000

    def test_a_load_that_fails_leaves_the_rows_as_they_were(self, in_mariadb: MariaDb) -> None:
        newer = exported(mainland_calendar(), "mysql", "online-proxy")["xf_mysql.sql"]
        ran = in_mariadb.run(text=newer.replace("'2035-12-31'", "'2035-12-32'", 1))
        assert ran.returncode
        assert in_mariadb.mysql("SELECT known_on FROM xf_calendar;") == [["2025-10-30"]]
        assert in_mariadb.mysql("SELECT count(*) FROM xf_day;") == [["11688"]]

    def test_texts_arrive_as_they_were_and_do_nothing(self, mariadb_server: MariaDb) -> None:
        server = mariadb_server.made("thorns")
        (edition,) = editions("national")[:1]
        files = table_files(thorny(edition), mainland_calendar(), DIALECTS["mysql"])
        for _ in range(2):
            server.mysql(files["xf_mysql.sql"])
        sent = "SELECT lower(hex(restated)) FROM xf_clause ORDER BY 1;"
        assert [row[0] for row in server.mysql(sent)] == shown_text()
        server.mysql(files["xf_mysql_drop.sql"])
        assert server.mysql("SHOW TABLES;") == []


def test_texts_arrive_in_sqlite_as_they_were_and_do_nothing() -> None:
    (edition,) = editions("national")[:1]
    files = table_files(thorny(edition), mainland_calendar(), DIALECTS["sqlite"])
    with sqlite_of(files) as base:
        base.executescript(files["xf_sqlite.sql"])
        sent = base.execute("SELECT lower(hex(restated)) FROM xf_clause ORDER BY 1").fetchall()
        assert [text for (text,) in sent] == shown_text()
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        base.executescript(files["xf_sqlite_drop.sql"])
        assert base.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
