"""Workbooks of policies: exported, changed as somebody does it in Excel, and opened again."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from xinfang_core.change.importing import imported
from xinfang_core.errors import RecordError
from xinfang_core.policy.files import policy_of_files, policy_texts
from xinfang_core.workbook.opening import open_workbook
from xinfang_core.workbook.policy_book import workbook_of
from xinfang_core.workbook.policy_rows import book_of
from xinfang_core.workbook.saving import saved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from xinfang_core.change.importing import Imported
    from xinfang_core.errors import Fault
    from xinfang_core.messages import Lang
    from xinfang_core.workbook.cells import Book

TOP = Path(__file__).parents[1]
SHILI = policy_texts(TOP / "docs" / "examples" / "shili")
"""Two editions, the newer one of 2027-03-01; with a variant."""

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
GENERAL = "reply_deadline.limit reply_kind=general"
URGENT = "reply_deadline.limit reply_kind=urgent"
CLAUSES, LIMITS, VARIANTS, READINGS = "条款", "何时办", "变体", "变体确认"


def exported(texts: Mapping[str, str], edition: int = 0) -> bytes:
    """The workbook of an edition, newest first, as a file."""
    return _exported(tuple(texts.items()), edition)


@cache
def _exported(texts: tuple[tuple[str, str], ...], edition: int) -> bytes:
    policy = policy_of_files(dict(texts))
    return saved(workbook_of(book_of(policy, policy.editions[edition])))


def opened(content: bytes, folder: Path) -> Book:
    """A file as it is read."""
    path = folder / "book.xlsx"
    path.write_bytes(content)
    return open_workbook(path)


def changed(content: bytes, folder: Path, change: Callable[[Workbook], None]) -> Book:
    """A workbook as it is read once somebody has changed and saved it."""
    workbook = load_workbook(io.BytesIO(content))
    change(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return opened(stream.getvalue(), folder)


def row_of(sheet: Worksheet, first: object) -> int:
    """The number of the row that begins so."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == first)


def fill(workbook: Workbook, sheet: str, first: object, **cells: Any) -> None:  # noqa: ANN401
    """Fill in cells of a row that begins with ``first``, by the names of their columns."""
    found = workbook[sheet]
    columns = {found.cell(1, column).value: column for column in range(1, found.max_column + 1)}
    row = row_of(found, first)
    for name, value in cells.items():
        found.cell(row, columns[name]).value = value


def add_clause(workbook: Workbook, **cells: Any) -> None:  # noqa: ANN401
    """Fill in the first empty row of the clauses."""
    fill(workbook, CLAUSES, None, **cells)


def cite_notice(workbook: Workbook, **clause: str) -> None:
    """Add the clause of a notice, ``通知2``."""
    cells = {"条款编号": "通知2", "位置": "第二条", "转述": "一般事项10个工作日内答复", **clause}
    identity = cells.pop("条款编号")
    sheet = workbook[CLAUSES]
    sheet.cell(row_of(sheet, None), 1).value = identity
    fill(workbook, CLAUSES, identity, **cells)


TEN_DAYS = {
    "取值": 10,
    "单位": "工作日",
    "条款": "通知2",
    "原文短语": "10个工作日内答复",
    "依据": "原文载明",
    "说明": None,
}


def ten_days(workbook: Workbook) -> None:
    """Carry out the notice: general matters are answered within 10 working days."""
    cite_notice(workbook)
    fill(workbook, LIMITS, GENERAL, **TEN_DAYS)


def brought_back(
    folder: Path, change: Callable[[Workbook], None], texts: Mapping[str, str] = SHILI
) -> Imported:
    """What the workbook of a policy's newest edition makes of it once it is changed."""
    return imported(changed(exported(texts), folder, change), texts)


def refused(
    folder: Path, change: Callable[[Workbook], None], texts: Mapping[str, str] = SHILI
) -> list[tuple[str, str]]:
    """Code and place of each fault of a changed workbook; each says something in words."""
    faults: tuple[Fault, ...] = ()
    try:
        brought_back(folder, change, texts)
    except RecordError as error:
        faults = error.faults
    assert all(fault.text(lang) for fault in faults for lang in LANGUAGES)
    return [(fault.code, fault.place.removeprefix("book.xlsx ")) for fault in faults]
