"""The workbook of a policy edition (办法工作簿), from its plan; openpyxl makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.messages import render
from xinfang_core.workbook.policy_looks import LINE, Looks, finish, lines_of
from xinfang_core.workbook.policy_rows import CLAUSES, MORE_CLAUSES, READINGS, Shown
from xinfang_core.workbook.policy_values import TEXT
from xinfang_core.workbook.saving import new_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.workbook import Workbook

    from xinfang_core.workbook.policy_looks import Look
    from xinfang_core.workbook.policy_rows import Plan, PolicyBook

FORM = "xinfang-policy-1"
"""What the cover calls the form of the workbook."""

COVER = ("form", "label", "digest", "title", "notice", "effective")
"""What the cover tells of the edition, in its order."""

_TOLD = ("what", "which", "how", "back")
_WIDTHS = {
    "path": 12, "variant": 22, "rule": 18, "parameter": 13, "place": 24, "value": 20, "unit": 10,
    "clause": 14, "phrase": 28, "misprint": 12, "basis": 12, "note": 44, "id": 16, "locator": 22,
    "text": 56, "encoded_by": 32, "set_aside": 32, "source": 24, "since": 13,
    "name": 22, "title": 40, "reading_of": 16, "confirmed": 18,
}  # fmt: skip
"""Width of each column, in characters of the standard font."""

_COVER = (16, 92)
_LIST = 22
"""Widths of the columns of the cover, and of those of the lists."""


def workbook_of(book: PolicyBook) -> Workbook:
    """The workbook, to be saved."""
    made = new_workbook()
    looks = Looks()
    _cover(made, book, looks)
    lists = _list_ranges(book)
    for plan in book.plans:
        _sheet(made, plan, lists, looks)
    _lists(made, book, looks)
    return made


def headings(plan: Plan) -> Mapping[str, str]:
    """What stands above each column of a sheet."""
    part = {CLAUSES: "clause", READINGS: "reading"}.get(plan.name, "column")
    return {name: render(f"book.{part}.{name}", {}) for name in plan.columns}


def _cover(made: Workbook, book: PolicyBook, looks: Looks) -> None:
    """The first sheet: what this is, what may be changed, how to bring it back."""
    sheet = made.create_sheet(render("book.sheet.cover", {}))
    told = {
        "form": FORM,
        "label": book.label,
        "digest": book.digest,
        "title": book.title,
        "notice": book.notice or render("book.cover.no_notice", {}),
        "effective": book.effective or render("book.cover.undated", {}),
    }
    looks.write(sheet, 1, 1, render("book.cover.heading", {"title": book.title}), "heading")
    for row, name in enumerate(COVER, 3):
        looks.write(sheet, row, 1, render(f"book.cover.{name}", {}), "bold")
        looks.write(sheet, row, 2, told[name], "plain")
    for row, name in enumerate(_TOLD, len(COVER) + 4):
        title, _, text = render(f"book.cover.{name}", {}).partition("\n")
        looks.write(sheet, row, 1, title, "bold")
        looks.write(sheet, row, 2, text, "plain")
        sheet.row_dimensions[row].height = LINE * (lines_of(text, _COVER[1]) + 1)
    for letter, width in zip("AB", _COVER, strict=True):
        sheet.column_dimensions[letter].width = width
    finish(sheet, "portrait")


def _sheet(made: Workbook, plan: Plan, lists: Mapping[tuple[str, ...], str], looks: Looks) -> None:
    """A sheet of rows below the names of its columns."""
    from openpyxl.utils import get_column_letter

    sheet = made.create_sheet(plan.title)
    for column, title in enumerate(headings(plan).values(), 1):
        looks.write(sheet, 1, column, title, "column")
    for number, cells in enumerate(_rows(plan), 2):
        for column, name in enumerate(plan.columns, 1):
            looks.write(sheet, number, column, cells[name].value, _look(name, cells[name]))
        sheet.row_dimensions[number].height = LINE * _lines(cells)
    for column, name in enumerate(plan.columns, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[name]
    _choices(sheet, plan, lists)
    # What a row is about stays in sight.
    first = plan.columns.index("value") + 1 if "value" in plan.columns else 2
    sheet.freeze_panes = f"{get_column_letter(first)}2"
    sheet.print_title_rows = "1:1"
    finish(sheet, "landscape")


def _look(name: str, cell: Shown) -> Look:
    """How a cell of a table looks."""
    if cell.wanted is None:
        return "quiet" if name == "path" else "fixed"
    return "typed" if cell.wanted.form in {"text", "choice"} else "changes"


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


def _lists(made: Workbook, book: PolicyBook, looks: Looks) -> None:
    """The last sheet: every list to choose from in a column of its own."""
    from openpyxl.utils import get_column_letter

    sheet = made.create_sheet(render("book.sheet.lists", {}))
    for column, (words, title) in enumerate(book.lists.items(), 1):
        looks.write(sheet, 1, column, title, "column")
        for row, word in enumerate(words, 2):
            looks.write(sheet, row, column, word, "fixed")
        sheet.column_dimensions[get_column_letter(column)].width = _LIST
    sheet.freeze_panes = "A2"
    finish(sheet, "landscape")
