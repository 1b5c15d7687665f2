"""A workbook that LibreOffice saved again says the same, and it opens what we write."""

from __future__ import annotations

import io
import subprocess
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from servers import found
from workbooks import HEAD, save, sheet_of
from xinfang_core.codec.options import ReadOptions
from xinfang_core.workbook.answer_cells import Styled
from xinfang_core.workbook.answering import Target, write_answers
from xinfang_core.workbook.opening import open_workbook
from xinfang_core.workbook.registers import open_in_sheet

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2025, 9, 22)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settings of one LibreOffice, made when it first starts."""
    return tmp_path_factory.mktemp("office")


def resaved(path: Path, profile: Path, form: str = "xlsx") -> Path:
    """The same workbook as LibreOffice saves it."""
    folder = path.parent / "again"
    options = ("--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}")
    asked = (found("soffice"), *options, "--convert-to", form, "--outdir", folder, path)
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    return folder / path.with_suffix(f".{form}").name


def test_a_register_reads_the_same(tmp_path: Path, profile: Path) -> None:
    at = datetime(2025, 9, 22, 8, 5)  # noqa: DTZ001
    page = sheet_of([HEAD, ("甲-1", DAY, at, DAY, None, "紧急事项"), ("0012", DAY, "2025-09-22")])
    page["G2"] = "=1+1"
    page.row_dimensions[3].hidden = True
    path = save(page, tmp_path / "台账.xlsx")
    before, after = open_workbook(path).sheets[0], open_workbook(resaved(path, profile)).sheets[0]
    told = [(cell.address, cell.value) for cell in before if not cell.formula]
    assert [(cell.address, cell.value) for cell in after if not cell.formula] == told
    assert [(cell.value, cell.formula) for cell in after if cell.formula] == [(2, True)]
    assert [row.hidden for row in after.rows] == [False, False, True]


def test_answers_are_opened_and_saved_again(tmp_path: Path, profile: Path) -> None:
    path = save(sheet_of([HEAD, ("甲-1", DAY, DAY)]), tmp_path / "台账.xlsx")
    headers = (Styled("状态", "header"), Styled("届满日", "header"), Styled("问题", "header"))
    cells = (Styled("逾期未完成", "text", "overdue"), Styled(DAY, "date"), Styled("=1+1", "quoted"))
    stream = io.BytesIO()
    with open_in_sheet(resaved(path, profile), "", {}, ReadOptions()) as one:
        target = Target(*(one.opened, one.tab, 1), *(one.places, one.width, one.last_row))
        write_answers(target, headers, (14, 14, 14), iter([(2, cells)]), stream)
    copy = tmp_path / "结果.xlsx"
    copy.write_bytes(stream.getvalue())
    again = resaved(copy, profile)
    last = [cell.value for cell in open_workbook(again).sheets[0].rows[1].cells][-3:]
    assert last == ["逾期未完成", DAY, "=1+1"]
    page = load_workbook(again).worksheets[0]
    assert page["H2"].fill.fgColor.rgb == "FFFFC7CE"
    # Without a screen it forgets what is frozen, whoever wrote the file.
    assert page.auto_filter.ref == "A1:J2"


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_what_it_saves_in_older_forms_is_told(tmp_path: Path, profile: Path, form: str) -> None:
    path = resaved(save(sheet_of([HEAD]), tmp_path / "台账.xlsx"), profile, form)
    with pytest.raises(ValueError, match=r"另存为 \.xlsx"):
        open_workbook(path)
