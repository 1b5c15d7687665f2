"""The fields of a letter as a table (字段表): to be read, or filled in and given back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xinfang_core.documents.letters.given_reading import NAME
from xinfang_core.messages import render
from xinfang_core.workbook.saving import new_workbook, put, saved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.documents.letters.form import Field, Form

HEADS: Final = ("字段", "名称", "必填", "由谁填", "给谁看", "内容", "说明")
"""The columns, as they are read back."""

_READERS, _WORDS = 5, 6

_WIDTHS: Final = (22, 18, 8, 12, 24, 60, 100)
_LONGEST_TITLE: Final = 31


def field_rows(form: Form) -> Iterator[tuple[str, ...]]:
    """A row for each field: what the office fills in first, in the order of the form."""
    for own in (True, False):
        for field in form.fields:
            if (field.giver == "host") is own:
                yield _row(field, form)


def _row(field: Field, form: Form) -> tuple[str, ...]:
    required = render("letter.required" if field.required else "letter.optional", {})
    giver = render(f"letter.giver.{field.giver}", {})
    return field.name, field.title, required, giver, "", "", note_of(field, form)


def note_of(field: Field, form: Form) -> str:
    """What to write, and in which manner."""
    manners = (
        ("letter.is_list", field.is_list and field.giver == "host"),
        ("letter.is_free", field.is_free),
        ("letter.is_omitted", field.is_omitted),
    )
    facts = {"audiences": form.audiences}
    told = [field.note, *(render(code, facts) for code, holds in manners if holds)]
    return "；".join(filter(None, told))


def field_objects(form: Form) -> list[dict[str, object]]:
    """The same for programs."""
    return [
        {
            NAME: field.name,
            "title": field.title,
            "required": field.required,
            "giver": field.giver,
            "list": field.is_list,
            "free": field.is_free,
            "date": field.is_date,
            "phone": field.is_phone,
            "note": field.note,
        }
        for field in form.fields
    ]


def _closed(field: Field) -> tuple[int, ...]:
    """The columns that nobody fills in for a field: they are grey."""
    if field.giver != "host":
        return _READERS, _WORDS
    return () if field.is_free else (_READERS,)


def field_book(form: Form) -> bytes:
    """The same as a workbook to be filled in.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    book = new_workbook()
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(form.kind.text()[:_LONGEST_TITLE])
    closed = {one.name: _closed(one) for one in form.fields}
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate((HEADS, *field_rows(form)), 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            put(cell, text or None)
            cell.alignment = wrapped
            # What is written there stays text: a date, or a long number.
            cell.number_format = "@"
            if number == 1:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
            elif column in closed[row[0]]:
                cell.fill = PatternFill("solid", fgColor="E4E4E4")
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "C2"
    return saved(book)
