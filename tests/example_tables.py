"""Tables of examples for tests: rows as dictionaries, read and run as the command does it."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

from xinfang_core.calendar import mainland_calendar
from xinfang_core.examples.example import Table
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.running import Bench
from xinfang_core.examples.tables import csv_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.examples.example import Example, Examples
    from xinfang_core.examples.results import Result

    Row = Mapping[str, str]

FILE = "table.csv"
DAYS = {"as_of": "2025-10-31", "known_on": "2025-09-01"}
GENERAL = {
    "id": "general",
    **DAYS,
    "category": "general",
    "received_at": "2025-09-24",
    "accepted_at": "2025-09-26",
    "clause": "一、分类代理（一）",
}
"""A general matter of the proxy system, due on 23 October 2025 by the calendar on the wall."""


def csv_text(*rows: Row, labels: Row | None = None) -> str:
    """The rows as a table with labels."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    written = StringIO(newline="")
    table = csv.writer(written)
    table.writerow(names)
    table.writerow([(labels or {}).get(name, f"列：{name}") for name in names])
    table.writerows([row.get(name, "") for name in names] for row in rows)
    return written.getvalue()


def read(*rows: Row, policy: str = "online-proxy", policies: Policies | None = None) -> Examples:
    """The examples of rows."""
    table = Table(csv_table(csv_text(*rows), FILE), policy, FILE)
    return read_examples([table], policies or Policies())


def one(*rows: Row, policy: str = "online-proxy") -> Example:
    """The first example of rows."""
    return next(iter(read(*rows, policy=policy)))


@cache
def bench() -> Bench:
    """What runs them."""
    return Bench(mainland_calendar())


def results(*rows: Row, policy: str = "online-proxy") -> tuple[Result, ...]:
    """How rows come out."""
    policies = Policies()
    return tuple(bench().run(read(*rows, policy=policy, policies=policies), policies.find))


def result(row: Row, policy: str = "online-proxy") -> Result:
    """How one row comes out."""
    return results(row, policy=policy)[0]


def asked(question: str, given: Row, **wants: str) -> dict[str, str]:
    """A row that asks a rule which is not about one case."""
    return {
        "id": question,
        **DAYS,
        "question": question,
        "clause": "原文",
        **{f"given.{name}": text for name, text in given.items()},
        **{f"want.{name.replace('__', '.')}": text for name, text in wants.items()},
    }
