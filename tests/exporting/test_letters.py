"""The joins that the documentation shows, on the real letters: due dates as the library's."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ledgers import letters, petitions
from table_loading import exported, shown_query, sqlite_of
from xinfang_core import assess, load_policy, mainland_calendar

if TYPE_CHECKING:
    from mariadb import MariaDb
    from postgres import Postgres

TITLES = {"reply": "reply_deadline", "handling": "handling_deadline"}


@cache
def _by_library(title: str) -> list[tuple[str, str]]:
    """Every letter with its due date."""
    policy, calendar = load_policy("online-proxy"), mainland_calendar()
    told = []
    for case in letters():
        limits = assess(
            case, policy.in_force(case, date(2020, 1, 31)), calendar, as_of=date(2020, 1, 31)
        ).limits
        decision = getattr(limits, TITLES[title])
        told.append((case.case_no, str(decision.outcome.due)))
    assert len(told) == 1401
    return sorted(told)


def _due(rows: list[list[str]]) -> list[tuple[str, str]]:
    """By the columns of the query: the number of the case, amount, unit, and the due date."""
    return sorted((row[0], row[3]) for row in rows)


@pytest.mark.parametrize("title", TITLES)
def test_due_dates_of_the_letters_in_sqlite(title: str) -> None:
    with sqlite_of(exported(mainland_calendar(), "sqlite", "online-proxy")) as base:
        base.executescript(petitions())
        rows = [[str(cell) for cell in row] for row in base.execute(shown_query(title))]
    assert _due(rows) == _by_library(title)


def test_due_dates_of_the_letters_in_postgresql(postgres_server: Postgres) -> None:
    server = postgres_server.made("letters")
    server.psql(exported(mainland_calendar(), "postgres", "online-proxy")["xf_postgres.sql"])
    server.psql(petitions())
    for title in TITLES:
        assert _due(server.psql(shown_query(title))) == _by_library(title)
    assert _due(server.psql(shown_query("bounds"))) == _by_library("reply")


def test_due_dates_of_the_letters_in_mariadb(mariadb_server: MariaDb) -> None:
    server = mariadb_server.made("letters")
    server.mysql(exported(mainland_calendar(), "mysql", "online-proxy")["xf_mysql.sql"])
    server.mysql(petitions())
    for title in TITLES:
        assert _due(server.mysql(shown_query(title))) == _by_library(title)


def test_another_reading_is_another_name_in_the_query() -> None:
    policy = load_policy("online-proxy").with_variant("calendar_days")
    query = shown_query("reply").replace("'default'", "'calendar_days'")
    with sqlite_of(exported(mainland_calendar(), "sqlite", "online-proxy")) as base:
        base.executescript(petitions())
        found = {row[0]: str(row[3]) for row in base.execute(query)}
    for case in letters()[::50]:
        answer = assess(
            case,
            policy.in_force(case, date(2020, 1, 31)),
            mainland_calendar(),
            as_of=date(2020, 1, 31),
        )
        outcome = answer.limits.reply_deadline.outcome  # type: ignore[union-attr]
        assert found[case.case_no] == str(outcome.due)  # type: ignore[union-attr]
