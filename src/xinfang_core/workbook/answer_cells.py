"""Answers as cells (结论单元格): dates that sort, and a colour for what is late."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from xinfang_core.codec.csv_answers import FORMULA
from xinfang_core.messages import words
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.csv_answers import Column

Sort = Literal["header", "text", "quoted", "date", "number"]
"""How a cell is shown; ``quoted`` is a text that might be taken for a formula."""

Fill = Literal["", "overdue", "late", "soon", "unknown"]
"""The colour of a cell: red, orange, yellow, grey."""

_FILLS: dict[Status, Fill] = {
    Status.overdue: "overdue",
    Status.lapsed: "overdue",
    Status.late: "late",
    Status.undetermined: "unknown",
}
_STATUSES = {word: status for status in Status for word in (status.name, words(status, "zh"))}
_OF_A_LIMIT = {"status", "due", "certainty", "earliest", "latest", "overdue_working_days"}
_DAYS = {"as_of", "due", "earliest", "latest"}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WIDTHS = {
    "policy": 30,
    "overdue_working_days": 10,
    **dict.fromkeys(("obligations", "findings", "reasons"), 50),
}
_WIDTH = 14
_LONGEST = 32_767
"""Characters of a cell."""


class Styled(NamedTuple):
    """A cell that is written.

    Attributes:
        value: what stands in it; an empty text is no cell.
        sort: how it is shown.
        fill: its colour.

    """

    value: str | int | date
    sort: Sort = "text"
    fill: Fill = ""


def header_cells(columns: Iterable[Column]) -> tuple[Styled, ...]:
    """What stands above the answers."""
    return tuple(Styled(column.header, "header") for column in columns)


def widths(columns: Iterable[Column]) -> tuple[int, ...]:
    """How wide each column is, in characters."""
    return tuple(_WIDTHS.get(column.part, _WIDTH) for column in columns)


def answer_cells(columns: Sequence[Column], answer: Assessment, soon: date) -> Iterator[Styled]:
    """What stands in each column of an answer.

    Args:
        columns: the columns.
        answer: of one case.
        soon: a limit that runs and ends by this day gets a colour.

    """
    texts = [column.cell(answer) for column in columns]
    fill: Fill = ""
    for index, (column, text) in enumerate(zip(columns, texts, strict=True)):
        if column.part == "status":
            fill = _fill(text, _due(columns, texts, index), soon)
        elif column.part not in _OF_A_LIMIT:
            fill = ""
        yield _cell(text, column.part, fill if text else "")


def _due(columns: Sequence[Column], texts: Sequence[str], index: int) -> str:
    """The last day of the limit whose status stands in a column."""
    after = index + 1
    return texts[after] if after < len(columns) and columns[after].part == "due" else ""


def _fill(status: str, due: str, soon: date) -> Fill:
    """The colour of a limit."""
    known = _STATUSES.get(status)
    if known is Status.open:
        return "soon" if due and due[:10] <= soon.isoformat() else ""
    return _FILLS.get(known, "") if known else ""


def _cell(text: str, part: str, fill: Fill) -> Styled:
    if part in _DAYS and _DAY.fullmatch(text):
        return Styled(date.fromisoformat(text), "date", fill)
    if part == "overdue_working_days" and text.isdecimal():
        return Styled(int(text), "number", fill)
    return text_cell(text, fill)


def text_cell(text: str, fill: Fill = "") -> Styled:
    """A text; what CSV keeps from running by an apostrophe is kept so by the workbook itself."""
    plain = text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
    cut = plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
    return Styled(cut, "quoted" if cut.startswith(FORMULA) else "text", fill)
