"""The example of an office on Django, with PostgreSQL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from command import notice_file
from hosting import HOSTS, needs, python
from xinfang_core.codec.notices import notice_toml, read_notice

if TYPE_CHECKING:
    from pathlib import Path

    from postgres import Postgres

SAVE = """\
import json, sys
from petitions.models import Petition
for line in sys.stdin:
    petition = Petition(record=json.loads(line))
    petition.full_clean(exclude=["case_no", "due", "status"])
    petition.save()
"""
ROWS = "SELECT case_no, due, status, record ->> 'category' FROM petitions_petition ORDER BY 1;"


def record(case_no: str, accepted: str, **more: str) -> dict[str, str]:
    """A petition of general kind, to be replied to within 15 working days."""
    days = {"received_at": accepted, "accepted_at": accepted}
    return {"case_no": case_no, "category": "general", **days, **more}


class Office(NamedTuple):
    """The example with a database of its own."""

    server: Postgres
    notices: Path
    day: str = "2025-12-01"

    def manage(self, *arguments: str, text: str = "") -> str:
        """What ``manage.py`` prints.

        Raises:
            RuntimeError: it failed.

        """
        told = {
            "PGHOST": self.server.host,
            "PGPORT": str(self.server.port),
            "PGUSER": self.server.user,
            "PGDATABASE": self.server.database,
            "XINFANG_NOTICES": str(self.notices),
            "AS_OF": self.day,
        }
        ran = python("manage.py", *arguments, folder=HOSTS / "django", text=text, **told)
        if ran.returncode:
            raise RuntimeError(ran.stderr)
        return ran.stdout

    def save(self, *records: dict[str, str]) -> None:
        """Save petitions as a form would."""
        lines = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records)
        self.manage("shell", "--no-imports", "-c", SAVE, text=lines)


@pytest.fixture
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Office:
    """An office whose tables were made by the migration."""
    needs("django", "psycopg")  # before a server is started
    server: Postgres = request.getfixturevalue("postgres_server")
    made = Office(server.made(request.node.name), tmp_path)
    made.manage("migrate")
    return made


def test_the_migration_makes_what_the_model_says(office: Office) -> None:
    assert "No changes" in office.manage("makemigrations", "--check", "--dry-run", "-v", "2")


def test_what_is_saved_is_assessed(office: Office) -> None:
    office.save(
        record("甲-1", "2025-09-30", replied_at="2025-10-09"),
        record("甲-2", "2025-09-30"),
        {"case_no": "甲-3", "received_at": "2025-09-30"},
    )
    assert office.server.psql(ROWS) == [
        ["甲-1", "2025-10-28", "met", "general"],
        ["甲-2", "2025-10-28", "overdue", "general"],
        ["甲-3", "", "not_started", ""],
    ]


def test_a_form_says_what_is_wrong_and_nothing_is_saved(office: Office) -> None:
    with pytest.raises(RuntimeError, match="没有这一天或者这一时刻"):
        office.save(record("甲-1", "2025-02-30"))
    assert office.server.psql(ROWS) == []


def test_a_new_notice_moves_due_dates_in_the_night(office: Office) -> None:
    """2027 is not announced: what is due in its first days has a date that may move."""
    waiting = office._replace(day="2026-12-10")
    waiting.save(record("甲-1", "2027-01-18"), record("甲-2", "2026-11-30"))
    waiting.save(record("甲-3", "2026-12-09", replied_at="2026-12-10"))
    late = waiting._replace(day="2027-01-20")
    assert late.manage("recheck", "--old", "2026-11-19") == ""
    before = dict((no, due) for no, due, *_ in late.server.psql(ROWS))  # noqa: C402
    typed = read_notice(notice_file(late.notices))
    (late.notices / "national-2027.toml").write_text(notice_toml(typed), "utf-8")
    told = late.manage("recheck", "--old", "2026-11-19")
    after = {no: (due, status) for no, due, status, _ in late.server.psql(ROWS)}
    (moved,) = (no for no, due in before.items() if after[no][0] != due)
    assert moved == "甲-1"
    assert f"甲-1 答复期限：{before[moved]} 改为 {after[moved][0]}" in told
    assert [status for _, status in after.values()] == ["open", "overdue", "met"]
