"""The workbook of a policy edition (办法工作簿), from its plan; openpyxl makes it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from xinfang_core.messages import render
from xinfang_core.workbook.policy_rows import CLAUSES, MORE_CLAUSES, READINGS, Shown
from xinfang_core.workbook.policy_values import TEXT
from xinfang_core.workbook.saving import new_workbook, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from openpyxl.workbook import Workbook

    from xinfang_core.workbook.cells import Value
    from xinfang_core.workbook.policy_rows import Plan, PolicyBook

FORM = "xinfang-policy-1"
"""What the cover calls the form of the workbook."""

COVER = ("form", "label", "digest", "title", "effective")
"""What the cover tells of the edition, in its order."""

_TOLD = ("what", "which", "how", "back")
_CHANGES, _FIXED, _HEAD = "FFF7D6", "F2F2F2", "D9E5F3"
_WIDTHS = {
    "path": 12, "variant": 22, "rule": 18, "parameter": 13, "place": 24, "value": 20, "unit": 10,
    "clause": 14, "phrase": 28, "misprint": 12, "basis": 12, "note": 44, "id": 16, "locator": 22,
    "text": 56, "encoded_by": 32, "set_aside": 32, "source": 24, "since": 13,
    "name": 22, "title": 40, "reading_of": 16, "confirmed": 18,
}  # fmt: skip
"""Width of each column, in characters of the standard font."""

_COVER = (16, 92)
_SIZE, _SMALL, _LINE = 11, 8, 16
"""Sizes of the letters, and the height of a line, in points."""

_MARGIN = 0.4
"""In inches."""


def workbook_of(book: PolicyBook) -> Workbook:
    """The workbook, to be saved."""
    made = new_workbook()
    _cover(made, book)
    lists = _list_ranges(book)
    for plan in book.plans:
        _sheet(made, plan, lists)
    _lists(made, book)
    return made


def headings(plan: Plan) -> Mapping[str, str]:
    """What stands above each column of a sheet."""
    part = {CLAUSES: "clause", READINGS: "reading"}.get(plan.name, "column")
    return {name: render(f"book.{part}.{name}", {}) for name in plan.columns}


def _cover(made: Workbook, book: PolicyBook) -> None:
    """The first sheet: what this is, what may be changed, how to bring it back."""
    sheet = made.create_sheet(render("book.sheet.cover", {}))
    told = {
        "form": FORM,
        "label": book.label,
        "digest": book.digest,
        "title": book.title,
        "effective": book.effective or render("book.cover.undated", {}),
    }
    _heading(_write(sheet, 1, 1, render("book.cover.heading", {"title": book.title})))
    for row, name in enumerate(COVER, 3):
        _write(sheet, row, 1, render(f"book.cover.{name}", {}), bold=True)
        _write(sheet, row, 2, told[name])
    for row, name in enumerate(_TOLD, len(COVER) + 4):
        title, _, text = render(f"book.cover.{name}", {}).partition("\n")
        _write(sheet, row, 1, title, bold=True)
        _write(sheet, row, 2, text)
        sheet.row_dimensions[row].height = _LINE * lines_of(text, _COVER[1]) + _LINE
    for letter, width in zip("AB", _COVER, strict=True):
        sheet.column_dimensions[letter].width = width
    _finish(sheet, "portrait")


def _heading(cell: Any) -> None:  # noqa: ANN401 - a cell of openpyxl
    from openpyxl.styles import Alignment, Font

    cell.alignment = Alignment(vertical="top")
    cell.font = Font(name="宋体", bold=True, size=16)


def _sheet(made: Workbook, plan: Plan, lists: Mapping[tuple[str, ...], str]) -> None:
    """A sheet of rows below the names of its columns."""
    from openpyxl.utils import get_column_letter

    sheet = made.create_sheet(plan.title)
    _head(sheet, headings(plan).values())
    for number, cells in enumerate(_rows(plan), 2):
        for column, name in enumerate(plan.columns, 1):
            _put(sheet, number, column, cells[name])
        if "path" in cells:
            _quiet(sheet.cell(number, 1))
        sheet.row_dimensions[number].height = _LINE * _lines(cells)
    for column, name in enumerate(plan.columns, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[name]
    _choices(sheet, plan, lists)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    _finish(sheet, "landscape")


def _lines(cells: Mapping[str, Shown]) -> int:
    """The lines of a row; what is for the program alone is in one."""
    told = ((name, cell.value) for name, cell in cells.items() if name != "path")
    return max(lines_of(str(value or ""), _WIDTHS[name]) for name, value in told)


def _rows(plan: Plan) -> Iterator[Mapping[str, Shown]]:
    """The rows of a sheet; that of the clauses has empty ones for new clauses."""
    yield from (row.cells for row in plan.rows)
    if plan.name == CLAUSES:
        empty = {name: Shown(None, TEXT) for name in plan.columns} | {"since": Shown(None)}
        yield from [empty] * MORE_CLAUSES


def _head(sheet: Any, names: Iterable[str]) -> None:  # noqa: ANN401 - a worksheet
    from openpyxl.styles import PatternFill

    for column, name in enumerate(names, 1):
        _write(sheet, 1, column, name, bold=True).fill = PatternFill("solid", fgColor=_HEAD)


def _put(sheet: Any, row: int, column: int, shown: Shown) -> None:  # noqa: ANN401 - a worksheet
    """Write a cell of a table: what may be changed is yellow and not locked."""
    from openpyxl.styles import Border, PatternFill, Protection, Side

    cell = _write(sheet, row, column, shown.value)
    line = Side(style="thin", color="BFBFBF")
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.fill = PatternFill("solid", fgColor=_CHANGES if shown.wanted else _FIXED)
    cell.protection = Protection(locked=shown.wanted is None)
    if shown.wanted is not None and shown.wanted.form in ("text", "choice"):
        # Otherwise a clause 3-1 that is typed in would become a day.
        cell.number_format = "@"


def _write(
    sheet: Any,  # noqa: ANN401 - a worksheet
    row: int,
    column: int,
    value: Value | None,
    *,
    bold: bool = False,
) -> Any:  # noqa: ANN401 - a cell of openpyxl
    """Write a cell; text is never a formula."""
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(row, column)
    put(cell, value)
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    cell.font = Font(name="宋体", bold=bold, size=_SIZE)
    return cell


def _quiet(cell: Any) -> None:  # noqa: ANN401 - a cell of openpyxl
    """Let a cell that is for the program keep out of the way."""
    from openpyxl.styles import Alignment, Font

    cell.alignment = Alignment(vertical="top")
    cell.font = Font(name="宋体", size=_SMALL, color="808080")


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of ``width`` characters; a Chinese one is two."""
    told = (
        sum(2 if east_asian_width(one) in "WFA" else 1 for one in part) for part in text.split("\n")
    )
    return sum(max(1, ceil(part / (width - 1))) for part in told)


def _choices(sheet: Any, plan: Plan, lists: Mapping[tuple[str, ...], str]) -> None:  # noqa: ANN401
    """Let what is chosen from a list be chosen, clauses by their ids."""
    from openpyxl.worksheet.datavalidation import DataValidation

    made: dict[str, DataValidation] = {}
    for number, row in enumerate(plan.rows, 2):
        for column, name in enumerate(plan.columns, 1):
            source = _source(name, row.cells[name], lists)
            if not source:
                continue
            if source not in made:
                made[source] = DataValidation("list", formula1=source, allow_blank=True)
                made[source].error = render("book.choose", {})
                made[source].showErrorMessage = True
                sheet.add_data_validation(made[source])
            made[source].add(sheet.cell(number, column))


def _source(name: str, cell: Shown, lists: Mapping[tuple[str, ...], str]) -> str:
    """Where the list of a cell stands; empty where it has none."""
    if cell.wanted is None:
        return ""
    return lists["clause",] if name == "clause" else lists.get(cell.wanted.words, "")


def _list_ranges(book: PolicyBook) -> Mapping[tuple[str, ...], str]:
    """The place of each list to choose from."""
    from openpyxl.utils import get_column_letter

    lists, clauses = render("book.sheet.lists", {}), render("book.sheet.clauses", {})
    found: dict[tuple[str, ...], str] = {}
    for column, words in enumerate(book.lists, 1):
        letter = get_column_letter(column)
        found[words] = f"'{lists}'!${letter}$2:${letter}${len(words) + 1}"
    last = len(book.plans[0].rows) + MORE_CLAUSES + 1
    return {**found, ("clause",): f"'{clauses}'!$A$2:$A${last}"}


def _lists(made: Workbook, book: PolicyBook) -> None:
    """The last sheet: every list to choose from in a column of its own."""
    from openpyxl.utils import get_column_letter

    sheet = made.create_sheet(render("book.sheet.lists", {}))
    _head(sheet, book.lists.values())
    for column, words in enumerate(book.lists, 1):
        for row, word in enumerate(words, 2):
            _put(sheet, row, column, Shown(word))
        sheet.column_dimensions[get_column_letter(column)].width = 22
    sheet.freeze_panes = "A2"
    _finish(sheet, "landscape")


def _finish(sheet: Any, orientation: str) -> None:  # noqa: ANN401
    """Protect a sheet, without a password, and let it print well."""
    sheet.protection.sheet = True
    # What is False here may be done all the same.
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.autoFilter = False
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.oddFooter.center.text = render("book.page", {})
