"""``xinfang export tables``: files for a database, all of them or none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from command import notice_file, run
from table_loading import exported
from xinfang_core.calendar import mainland_calendar
from xinfang_core.exporting import DIALECTS

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("export", "tables", "--policy", "online-proxy")


def _rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript((folder / "xf_sqlite.sql").read_text("utf-8"))
        rows: list[tuple[object, ...]] = base.execute(query).fetchall()
    return rows


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_files_of_each_dialect(
    dialect: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "folder"
    ran = run(capsys, *TABLES, "--dialect", dialect, "--output", str(folder))
    assert (ran.code, ran.err) == (0, "")
    found = {path.name: path.read_bytes().decode() for path in folder.iterdir()}
    assert found == exported(mainland_calendar(), dialect, "online-proxy")
    assert all(name in ran.out for name in found)


def test_files_of_the_same_name_are_replaced_and_others_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "xf_sqlite.sql").write_text("old", "utf-8")
    (tmp_path / "mine.sql").write_text("mine", "utf-8")
    to = ("--dialect", "sqlite", "--output", str(tmp_path))
    assert run(capsys, *TABLES, *to).code == 0
    assert run(capsys, *TABLES, *to, "--known-on", "2025-06-30").code == 0
    assert _rows(tmp_path, "SELECT known_on FROM xf_calendar") == [("2025-06-30",)]
    assert (tmp_path / "mine.sql").read_text("utf-8") == "mine"


def test_where_one_file_cannot_be_written_none_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "xf_sqlite_query.sql").mkdir()
    ran = run(capsys, *TABLES, "--dialect", "sqlite", "--output", str(tmp_path))
    assert ran.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["xf_sqlite_query.sql"]


def test_a_file_in_place_of_the_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ran = run(capsys, *TABLES, "--dialect", "csv", "--output", str(tmp_path / "file"))
    assert ran.code == 2
    assert str(tmp_path / "file") in ran.err


def test_several_policies_and_a_day_that_pins_the_editions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pinned = ("--policy", "jiuyuan@2020-01-01", "--policy", "national@2004-01-01")
    to = ("--dialect", "sqlite", "--output", str(tmp_path))
    assert run(capsys, "export", "tables", *pinned, *to).code == 0
    labels = "SELECT edition_label FROM xf_edition"
    assert _rows(tmp_path, labels) == [("jiuyuan@undated",), ("national@2005-05-01",)]
    assert run(capsys, *TABLES, "--policy", "qiaocheng", *to).code == 0
    assert len(_rows(tmp_path, labels)) == 4


def test_the_calendar_is_that_of_the_place_and_of_imported_notices(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = str(tmp_path / "notices")
    assert run(capsys, "calendar", "import", notice_file(tmp_path), "--notices", imported).code == 0
    to = ("--dialect", "sqlite", "--output", str(tmp_path / "out"), "--region", "450000")
    assert run(capsys, *TABLES, *to, "--notices", imported).code == 0
    (row,) = _rows(tmp_path / "out", "SELECT region, settled_through FROM xf_calendar")
    assert row == ("450000", str(date(2027, 12, 28)))
    told = "SELECT meta_value FROM xf_meta WHERE meta_name = 'imported_notice_1'"
    assert "国办发明电〔2026〕9号" in str(_rows(tmp_path / "out", told))


def test_an_unknown_dialect_names_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, *TABLES, "--dialect", "oracle", "--output", str(tmp_path))
    assert ran.code == 2
    assert "postgres" in ran.err
