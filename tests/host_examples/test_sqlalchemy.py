"""The example on SQLAlchemy, with a file of SQLite and with PostgreSQL."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from hosting import HOSTS, needs, python

if TYPE_CHECKING:
    from pathlib import Path

    from postgres import Postgres

DAYS = {"received_at": "2025-09-30", "accepted_at": "2025-09-30", "category": "general"}
MET = {"case_no": "甲-1", **DAYS, "replied_at": "2025-10-09"}
OPEN = {"case_no": "甲-2", **DAYS}
NOT_STARTED = {"case_no": "甲-3", "received_at": "2025-09-30"}


class Base(NamedTuple):
    """A database."""

    url: str
    folder: Path

    def store(self, *records: dict[str, str], day: str = "2025-12-01") -> list[str]:
        """Store records; the table afterwards.

        Raises:
            RuntimeError: they were refused.

        """
        text = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records)
        program, told = HOSTS / "sqlalchemy" / "petitions.py", {"DATABASE_URL": self.url}
        ran = python(program, folder=self.folder, text=text, AS_OF=day, **told)
        if ran.returncode:
            raise RuntimeError(ran.stderr)
        return ran.stdout.splitlines()


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Base:
    """An empty database."""
    needs("sqlalchemy")
    if request.param == "sqlite":
        return Base(f"sqlite:///{tmp_path / 'petitions.db'}", tmp_path)
    needs("psycopg")
    server: Postgres = request.getfixturevalue("postgres_server")
    made = server.made(re.sub(r"\W", "_", request.node.name))
    place = f"host={made.host}&port={made.port}&user={made.user}"
    return Base(f"postgresql+psycopg:///{made.database}?{place}", tmp_path)


def test_what_the_session_writes_is_assessed(base: Base) -> None:
    assert base.store(MET, OPEN, NOT_STARTED) == [
        "甲-1\t2025-10-28\tmet",
        "甲-2\t2025-10-28\toverdue",
        "甲-3\tNone\tnot_started",
    ]


def test_facts_that_change_are_assessed_again(base: Base) -> None:
    assert base.store(OPEN, day="2025-10-09") == ["甲-2\t2025-10-28\topen"]
    assert base.store({**OPEN, "category": "urgent"}, day="2025-10-09") == [
        "甲-2\t2025-10-09\topen"
    ]


def test_a_bad_record_undoes_all_that_came_with_it(base: Base) -> None:
    with pytest.raises(RuntimeError, match="received_at"):
        base.store(MET, {**OPEN, "received_at": "2025-02-30"})
    assert base.store() == []
