"""Exported tables in a database, and what the library says of the same periods."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from xinfang_core.calendar import last_day
from xinfang_core.exporting import DIALECTS, table_files
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.policy import Clause, load_policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.calendar import LastDay, WorkCalendar
    from xinfang_core.periods import Period
    from xinfang_core.policy import Edition

FIRST, LAST = date(2004, 1, 1), date(2027, 12, 31)
"""The days from which every period is counted."""

COUNTS = (1, 3, 5, 15, 30, 60, 90)
UNITS: dict[str, type[WorkingDays | CalendarDays | Months]] = {
    "working_day": WorkingDays,
    "calendar_day": CalendarDays,
    "month": Months,
}
PAGE = Path(__file__).parent.parent / "docs" / "how-to" / "database-tables.md"

Told = dict[tuple[str, str, str], tuple[str, ...]]
"""By start, count and unit the last day: due, certainty, earliest, latest, unrolled."""


def editions(*policies: str) -> tuple[Edition, ...]:
    """The editions of shipped policies, and those beneath them."""
    found = [load_policy(one) for one in policies]
    return tuple(one for policy in found for one in (*policy.editions, *policy.national))


def exported(calendar: WorkCalendar, dialect: str, *policies: str) -> Mapping[str, str]:
    """The files of an export."""
    return table_files(editions(*policies), calendar, DIALECTS[dialect])


@contextmanager
def sqlite_of(files: Mapping[str, str]) -> Iterator[sqlite3.Connection]:
    """A SQLite database with the tables loaded."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(files["xf_sqlite.sql"])
        yield base


def last_days_query(counts: Iterable[int]) -> str:
    """Asks for the last days of all periods with these counts, from every day.

    A join makes them all at once, where the planner takes it the right way round.
    """
    listed = " UNION ALL ".join(f"SELECT {count} AS amount" for count in counts)
    return f"""
        SELECT d.start_day, d.amount, d.unit, d.due, d.certainty, d.earliest, d.latest, d.unrolled
        FROM xf_day s CROSS JOIN ({listed}) w CROSS JOIN xf_unit u
        JOIN xf_due d ON d.start_day = s.the_date AND d.amount = w.amount AND d.unit = u.unit
        WHERE s.the_date BETWEEN '{FIRST}' AND '{LAST}';
    """  # noqa: S608 - numbers of our own


def bounds_query(counts: Iterable[int]) -> str:
    """The same by the function of PostgreSQL, whose planner takes the join the wrong way round."""
    listed = ", ".join(f"({count})" for count in counts)
    return f"""
        SELECT s.the_date, w.amount, u.unit, d.due, d.certainty, d.earliest, d.latest, d.unrolled
        FROM xf_day s CROSS JOIN (VALUES {listed}) w (amount) CROSS JOIN xf_unit u
        CROSS JOIN LATERAL xf_last_day_bounds(s.the_date, w.amount, u.unit) d
        WHERE s.the_date BETWEEN '{FIRST}' AND '{LAST}';
    """  # noqa: S608 - the same


def by_period(rows: Iterable[Iterable[Any]]) -> Told:
    """What a database answered to ``last_days_query``."""
    texts = (tuple(map(str, row)) for row in rows)
    return {(start, count, unit): tuple(told) for start, count, unit, *told in texts}


def by_library(calendar: WorkCalendar, counts: Iterable[int]) -> Told:
    """The same by ``last_day``, from the first day through the last one."""
    periods: list[tuple[str, Period]] = [
        (unit, kind(count)) for unit, kind in UNITS.items() for count in counts
    ]
    periods.append(("same_day", SameDay()))
    told: Told = {}
    for number in range((LAST - FIRST).days + 1):
        start = FIRST + timedelta(days=number)
        for unit, period in periods:
            if last := last_day(calendar, start, period):
                told[str(start), str(period.count), unit] = as_told(last)
    return told


def as_told(last: LastDay) -> tuple[str, ...]:
    """A last day in the columns of the view."""
    bounds = str(last.earliest), str(last.latest)
    return str(last.due), last.certainty.name, *bounds, str(last.unrolled)


THORNS = (
    "O'Brien；\"第一条\"，''两个''",
    "\\' OR 1=1; DROP TABLE xf_day; --",
    "'); DELETE FROM xf_day; --",
    "一行\n\\q\n.quit\nDELIMITER //\n另一行\r\n-- 第三行",
    "$xf$ :start_day %s {table} ? /* */ # `x` \t 😀𠮷",
)
"""Texts that a careless file would run, or spoil."""

SPOILED = "断\0开\x1b[2J\x7f"
"""Control characters, which databases refuse."""


def thorny(edition: Edition) -> tuple[Edition, ...]:
    """An edition with clauses of such texts."""
    texts = (*THORNS, SPOILED)
    clauses = (Clause(str(number), text, text) for number, text in enumerate(texts))
    return (evolve(edition, clauses=tuple(clauses)),)


def shown_text() -> list[str]:
    """The bytes of the texts as they are to arrive, in hex and in order."""
    texts = (*THORNS, "断\ufffd开\ufffd[2J\ufffd")
    return sorted(one.replace("\r\n", "\n").encode().hex() for one in texts)


def shown_query(title: str) -> str:
    """A query that the page about the tables shows under this title."""
    found = re.search(rf'```sql title="{title}"\n(.*?)```', PAGE.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]
