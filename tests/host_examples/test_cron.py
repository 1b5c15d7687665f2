"""The line of the crontab, in an environment as bare as that of cron."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hosting import HOSTS, LETTERS, TOP

if TYPE_CHECKING:
    from collections.abc import Callable

    Night = Callable[[str], subprocess.CompletedProcess[str]]

HOME = "/opt/xinfang"


@pytest.fixture
def night(tmp_path: Path) -> Night:
    """One night: the line as cron starts it, with the ledger of the letters."""
    commands = str(Path(sys.executable).parent)
    lines = (HOSTS / "cron" / "crontab").read_text("utf-8").splitlines()
    (path,) = (line for line in lines if line.startswith("PATH="))
    (entry,) = (line for line in lines if line[:1].isdecimal())
    shutil.copy(HOSTS / "cron" / "nightly.sh", tmp_path)
    shutil.copy(LETTERS, tmp_path / "ledger.csv")
    told = {
        "PATH": path.removeprefix("PATH=").replace(f"{HOME}/.venv/bin", commands),
        "HOME": str(tmp_path),
        "PYTHONPATH": str(TOP / "src"),
    }

    def run(day: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", "-c", entry.split(maxsplit=5)[5].replace(HOME, str(tmp_path))],
            env={**told, "AS_OF": day},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


def test_a_night_with_overdue_cases_mails_a_summary(night: Night, tmp_path: Path) -> None:
    ran = night("2019-12-31")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("有逾期未完成的，全表见 answers/2019-12-31.csv\n")
    assert "共 1401 件" in ran.stdout
    assert len(ran.stdout.encode()) < 20_000
    table = (tmp_path / "answers" / "2019-12-31.csv").read_text("utf-8-sig")
    assert len([*csv.DictReader(table.splitlines())]) == 1401


def test_a_night_without_them_mails_nothing(night: Night, tmp_path: Path) -> None:
    ran = night("2011-01-01")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert (tmp_path / "answers" / "2011-01-01.csv").exists()


def test_a_ledger_that_cannot_be_read_is_mailed_and_writes_no_table(
    night: Night, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(ledger.read_text("utf-8").replace("2011-10-03", "2011-02-30"), "utf-8")
    ran = night("2020-01-31")
    assert ran.returncode == 2
    assert ran.stdout.startswith("台账或者命令有误，没有评估：\n")
    assert "没有这一天" in ran.stdout
    assert not (tmp_path / "answers" / "2020-01-31.csv").exists()
