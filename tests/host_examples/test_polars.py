"""The example in polars, run without a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hosting import HOSTS, needs, python
from ledgers import by_library, months_by_library, rows_of

if TYPE_CHECKING:
    from pathlib import Path


def test_due_dates_and_statuses_are_those_of_the_library(tmp_path: Path) -> None:
    needs("polars")
    ran = python(HOSTS / "polars" / "ledger.py", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    rows = rows_of(tmp_path / "ledger.csv")
    assert [(one["case_no"], one["due"], one["status"]) for one in rows] == by_library()
    counted = {
        (one["month"], one["status"]): int(one["len"]) for one in rows_of(tmp_path / "by_month.csv")
    }
    assert counted == months_by_library()
