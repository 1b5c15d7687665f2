"""Written workbooks: the same bytes each time, and text that stays text."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from workbooks import parts_of, run_program, values_in
from xinfang_core.errors import MisuseError
from xinfang_core.workbook import needing
from xinfang_core.workbook.saving import new_workbook, put, saved

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.workbook.cells import Value

TEXTS = st.text(st.characters(codec=None), min_size=1, max_size=12) | st.sampled_from(
    ["=1+1", "-5", "\uff1dcmd", "\t=1", "_x0007_", "_x005F_x0007_", "a\x07", "\r\n", "1/5", "#N/A"]
)


def written(path: Path, *values: Value | None) -> Path:
    """A workbook with values one below the other."""
    book = new_workbook()
    page = book.create_sheet("一")
    for row, value in enumerate(values, 1):
        put(page.cell(row, 1), value)
    path.write_bytes(saved(book))
    return path


class TestText:
    """Whatever a text begins with, it is no formula."""

    @given(texts=st.lists(TEXTS, min_size=1, max_size=5))
    def test_any_text_is_read_as_it_was_written(
        self, tmp_path_factory: pytest.TempPathFactory, texts: list[str]
    ) -> None:
        path = written(tmp_path_factory.mktemp("w") / "w.xlsx", *texts)
        assert [*values_in(path).values()] == texts
        page = load_workbook(path).worksheets[0]
        assert {page.cell(row, 1).data_type for row in range(1, len(texts) + 1)} == {"s"}

    def test_a_text_like_a_formula_stays_one_when_somebody_edits_it(self, tmp_path: Path) -> None:
        page = load_workbook(written(tmp_path / "w.xlsx", "=1+1", "甲")).worksheets[0]
        assert [page.cell(row, 1).quotePrefix for row in (1, 2)] == [True, False]

    def test_other_values_keep_their_kind(self, tmp_path: Path) -> None:
        values = (3, Decimal("0.3"), True, date(2025, 9, 30), datetime(2025, 9, 30, 8, 5))  # noqa: DTZ001
        found = values_in(written(tmp_path / "w.xlsx", *values, None)).values()
        assert [*found] == [*values]


class TestBytes:
    """Nothing of the clock, the machine or chance is in the file."""

    def test_two_processes_write_the_same(self) -> None:
        program = (
            "import sys; from xinfang_core.workbook.saving import new_workbook, put, saved\n"
            "book = new_workbook()\n"
            "for name in '甲乙丙': put(book.create_sheet(name).cell(1, 1), name)\n"
            "sys.stdout.buffer.write(saved(book))"
        )
        first, other = (
            run_program(program, PYTHONHASHSEED=seed, TZ=zone)
            for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/New_York"))
        )
        assert first == other
        core = parts_of(first)["docProps/core.xml"].decode()
        assert core.count("2000-01-01T00:00:00Z") == 2

    def test_lxml_beside_us_changes_nothing(self) -> None:
        program = (
            "import sys; {}from xinfang_core.workbook.saving import new_workbook, put, saved\n"
            "book = new_workbook()\n"
            "put(book.create_sheet('甲').cell(1, 1), '甲')\n"
            "sys.stdout.buffer.write(saved(book))"
        )
        without = program.format("sys.modules['lxml'] = None; ")
        assert run_program(program.format("")) == run_program(without)

    def test_merged_cells_stand_in_order(self) -> None:
        book = new_workbook()
        page = book.create_sheet("一")
        for row in (40, 9, 120, 2):
            page.merge_cells(f"A{row}:C{row}")
        merged = parts_of(saved(book))["xl/worksheets/sheet1.xml"].decode()
        assert re.findall(r'mergeCell ref="A(\d+)', merged) == ["2", "9", "40", "120"]

    def test_what_tells_of_the_parts_comes_first(self, tmp_path: Path) -> None:
        assert next(iter(parts_of(written(tmp_path / "w.xlsx", 1)))) == "[Content_Types].xml"


def test_without_the_extra_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needing, "find_spec", lambda _: None)
    with pytest.raises(MisuseError, match=r"xinfang-core\[xlsx\]"):
        new_workbook()
