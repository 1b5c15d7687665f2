"""The joins that the documentation shows, on the real letters: due dates as the library's."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from command import LETTERS
from table_loading import exported, shown_query, sqlite_of
from xinfang_core import assess, load_policy, mainland_calendar, read_records
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from mariadb import MariaDb
    from postgres import Postgres
    from xinfang_core.case import Case

TITLES = {"reply": "reply_deadline", "handling": "handling_deadline"}


@cache
def _letters() -> tuple[Case, ...]:
    return read_records(LETTERS, {"accepted_at": "received_at"}).cases


@cache
def _petitions() -> str:
    """The letters as a host has them in its own database."""
    names = "case_no varchar(40) NOT NULL, received_on date, accepted_on date, category varchar(40)"
    rows = ",\n".join(
        f"('{one.case_no}', '{day}', '{one.history.day(EventKind.accept)}', '{one.category.name}')"
        for one in _letters()
        if (day := one.history.day(EventKind.receive)) and one.category
    )
    return f"CREATE TABLE petition ({names});\nINSERT INTO petition VALUES\n{rows};\n"


@cache
def _by_library(title: str) -> list[tuple[str, str]]:
    """Every letter with its due date."""
    policy, calendar = load_policy("online-proxy"), mainland_calendar()
    told = []
    for case in _letters():
        limits = assess(case, policy.in_force(case), calendar, as_of=date(2020, 1, 31)).limits
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
        base.executescript(_petitions())
        rows = [[str(cell) for cell in row] for row in base.execute(shown_query(title))]
    assert _due(rows) == _by_library(title)


def test_due_dates_of_the_letters_in_postgresql(postgres_server: Postgres) -> None:
    server = postgres_server.made("letters")
    server.psql(exported(mainland_calendar(), "postgres", "online-proxy")["xf_postgres.sql"])
    server.psql(_petitions())
    for title in TITLES:
        assert _due(server.psql(shown_query(title))) == _by_library(title)
    assert _due(server.psql(shown_query("bounds"))) == _by_library("reply")


def test_due_dates_of_the_letters_in_mariadb(mariadb_server: MariaDb) -> None:
    server = mariadb_server.made("letters")
    server.mysql(exported(mainland_calendar(), "mysql", "online-proxy")["xf_mysql.sql"])
    server.mysql(_petitions())
    for title in TITLES:
        assert _due(server.mysql(shown_query(title))) == _by_library(title)


def test_another_reading_is_another_name_in_the_query() -> None:
    policy = load_policy("online-proxy").with_variant("calendar_days")
    query = shown_query("reply").replace("'default'", "'calendar_days'")
    with sqlite_of(exported(mainland_calendar(), "sqlite", "online-proxy")) as base:
        base.executescript(_petitions())
        found = {row[0]: str(row[3]) for row in base.execute(query)}
    for case in _letters()[::50]:
        answer = assess(case, policy.in_force(case), mainland_calendar(), as_of=date(2020, 1, 31))
        outcome = answer.limits.reply_deadline.outcome  # type: ignore[union-attr]
        assert found[case.case_no] == str(outcome.due)  # type: ignore[union-attr]
