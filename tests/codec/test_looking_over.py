"""A register is seen row by row while it is looked over; one record is read by its number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from workbooks import save, sheet_of
from xinfang_core.case import Case
from xinfang_core.codec import ReadOptions, RefusedRow, open_register
from xinfang_core.workbook.registers import open_in_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from xinfang_core.codec.rows import Row

ROWS = [{"case_no": f"甲-{number}", "received_at": "2025-09-01"} for number in range(1, 4)]
TABLE = "\n".join(["case_no,received_at", *(",".join(row.values()) for row in ROWS)]) + "\n"


class Watch:
    """Notes what it sees."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, list[int]]] = []

    def __call__(self, rows: Iterable[Row], about: int) -> Iterator[Row]:
        numbers: list[int] = []
        self.seen.append((about, numbers))
        for row in rows:
            numbers.append(row.number)
            yield row


class TestWatching:
    """The first pass, and about how many rows there are before one is read."""

    @pytest.mark.parametrize(
        ("name", "content", "about"),
        [
            ("r.csv", TABLE.encode(), 5),
            ("r.csv", TABLE.replace("甲", "乙").encode("gb18030"), 5),
            ("r.jsonl", "\n".join(map(json.dumps, ROWS)).encode(), 3),
            ("r.json", json.dumps({"cases": ROWS}).encode(), 3),
        ],
    )
    def test_each_row_of_a_file_is_seen_once(
        self, tmp_path: Path, name: str, content: bytes, about: int
    ) -> None:
        (tmp_path / name).write_bytes(content)
        watch = Watch()
        with open_register(tmp_path / name, options=ReadOptions(watch=watch)) as register:
            assert register.count == 3
            assert [one.case_no for one in register.cases()][2].endswith("-3")
        assert watch.seen == [(about, [1, 2, 3])]

    def test_each_row_of_a_sheet_is_seen_once(self, tmp_path: Path) -> None:
        rows = [list(ROWS[0]), *(list(row.values()) for row in ROWS)]
        path = save(sheet_of(rows), tmp_path / "r.xlsx")
        watch = Watch()
        with open_in_sheet(path, "", {}, ReadOptions(watch=watch)) as found:
            assert found.register.count == 3
        assert watch.seen == [(3, [1, 2, 3])]

    def test_columns_that_turn_out_to_be_days_are_looked_over_again(self, tmp_path: Path) -> None:
        (tmp_path / "r.csv").write_text(TABLE.replace("09-01", "09-01 00:00"), "utf-8")
        watch = Watch()
        with open_register(tmp_path / "r.csv", options=ReadOptions(watch=watch)):
            assert len(watch.seen) == 2

    def test_options_are_equal_whoever_watches(self) -> None:
        assert ReadOptions(watch=Watch()) == ReadOptions()


class TestOneRecord:
    """By its number in the file, as it is read among all others."""

    def test_it_is_the_one_of_that_number(self, tmp_path: Path) -> None:
        # Midnight everywhere: the column is one of days, which a single row does not tell.
        (tmp_path / "r.csv").write_text(TABLE.replace("09-01", "09-01 00:00"), "utf-8")
        with open_register(tmp_path / "r.csv") as register:
            assert [register.at(number) for number in (1, 2, 3)] == [*register]

    def test_a_refused_row_is_told_as_such(self, tmp_path: Path) -> None:
        (tmp_path / "r.csv").write_text(TABLE.replace("甲-2,2025", "甲-2,某年"), "utf-8")
        with open_register(tmp_path / "r.csv", options=ReadOptions(skip_bad=True)) as register:
            found = register.at(2)
            assert isinstance(found, RefusedRow)
            assert found.number == 2
            assert isinstance(register.at(3), Case)

    def test_a_number_beyond_the_last_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "r.csv").write_text(TABLE, "utf-8")
        with open_register(tmp_path / "r.csv") as register:
            assert register.at(4) is None
