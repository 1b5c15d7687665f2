"""The letters as a ledger (台账): what the library itself says of their replies."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hosting import AS_OF, LETTERS
from xinfang_core import Deadline, assess, load_policy, mainland_calendar, read_records
from xinfang_core.vocabulary import EventKind

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.case import Case


@cache
def letters() -> tuple[Case, ...]:
    """The letters; they were accepted when they were received."""
    return read_records(LETTERS, {"accepted_at": "received_at"}).cases


@cache
def petitions() -> str:
    """The letters as a host has them in its own database, as a page about tables assumes it."""
    names = "case_no varchar(40) NOT NULL, received_on date, accepted_on date, category varchar(40)"
    rows = ",\n".join(
        f"('{one.case_no}', '{day}', '{one.history.day(EventKind.accept)}', '{one.category.name}')"
        for one in letters()
        if (day := one.history.day(EventKind.receive)) and one.category
    )
    return f"CREATE TABLE petition ({names});\nINSERT INTO petition VALUES\n{rows};\n"


@cache
def by_library() -> list[tuple[str, str, str]]:
    """Of each letter its number, the due date of the reply, and where it stands."""
    policy, calendar, day = (
        load_policy("online-proxy"),
        mainland_calendar(),
        date.fromisoformat(AS_OF),
    )
    found = []
    for case in letters():
        decision = assess(case, policy.in_force(case, day), calendar, day).limits.reply_deadline
        assert decision
        assert isinstance(decision.outcome, Deadline)
        found.append((case.case_no, str(decision.outcome.due), decision.outcome.status.name))
    return found


def months_by_library() -> Counter[tuple[str, str]]:
    """So many letters were received in a month and stand so."""
    months = (str(case.history.day(EventKind.receive))[:7] for case in letters())
    return Counter((month, one[2]) for month, one in zip(months, by_library(), strict=True))


def rows_of(path: Path) -> list[dict[str, str]]:
    """A table that an example wrote."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [*csv.DictReader(stream)]
