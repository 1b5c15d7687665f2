"""``xinfang assess --format xlsx``: the answers in a copy of the workbook (结论写回工作簿)."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from xinfang_core.cli.output import opened_bytes, tell
from xinfang_core.codec import RefusedRow
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.codec.urgent import soon_after
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.workbook.answer_cells import (
    Styled,
    answer_cells,
    header_cells,
    text_cell,
    widths,
)
from xinfang_core.workbook.answering import Target, warnings, write_answers
from xinfang_core.workbook.fresh import numbered
from xinfang_core.workbook.opening import opened_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.case import Case
    from xinfang_core.cli.assess import Run
    from xinfang_core.cli.register import Chosen
    from xinfang_core.codec.csv_answers import Column
    from xinfang_core.workbook.answer_sheet import NewCells

_WIDE = 50


def write_book(path: str | None, one: Run, chosen: Chosen) -> None:
    """Write the answers of a run into a workbook.

    Args:
        path: the file.
        one: the run.
        chosen: the register; where it is one of a workbook, its copy is written.

    Raises:
        MisuseError: no file is named, or openpyxl is not installed.
        RecordError: the workbook has no room, or cannot be changed.

    """
    if path is None:
        raise MisuseError(Fault("workbook.needs_output", path="--output"))
    number, *columns = _in_order(columns_of(_own_first(one), one.columns, one.labels))
    headers, wide = header_cells(columns), widths(columns)
    if chosen.register.refused:
        headers, wide = (*headers, Styled(render("column.refused", {}), "header")), (*wide, _WIDE)
    with _target(chosen, number.header) as (target, lines):
        for fault in warnings(target):
            tell(fault.text())
        rows = iter(one.tracked_rows(_rows(one, columns, lines), chosen.register))
        with opened_bytes(path) as stream:
            write_answers(target, headers, wide, rows, stream)


def _own_first(one: Run) -> list[tuple[str, object]]:
    """The rules of a run, those of the policy itself before the national ones beneath it."""
    own = {rule.rpartition(".")[2] for each in one.policy.editions for rule in each.params}
    return sorted(one.rules(), key=lambda rule: rule[0] not in own)


def _in_order(columns: Iterable[Column]) -> list[Column]:
    """The columns as people read them: what is owed and out of order before each limit."""
    first = {part: place for place, part in enumerate(_READ_FIRST)}
    return sorted(columns, key=lambda one: first.get(one.part, len(first)))


_READ_FIRST = ("case_no", "obligations", "findings", "policy", "as_of", "weakest_basis")


def _rows(
    one: Run, columns: Sequence[Column], lines: Iterable[tuple[int, Case | RefusedRow]]
) -> Iterator[NewCells]:
    """What stands in the new columns of each row: an answer, or why there is none."""
    soon = soon_after(one.as_of, one.text.soon, one.calendar)
    nothing = (Styled(""),) * len(columns)
    for line, case in lines:
        if isinstance(case, RefusedRow):
            told = "；".join(map(_in_its_row, case.faults))
            yield line, (*nothing, text_cell(told, "unknown"))
        else:
            yield line, tuple(answer_cells(columns, one.answer(case), soon))


def _in_its_row(fault: Fault) -> str:
    """A fault as it is told beside its row: the file need not be named."""
    place = fault.place.removeprefix(fault.file).removeprefix(":")
    told = fault._replace(file="", line=0, column=0).text()
    return f"{place}: {told}" if place else told


@contextmanager
def _target(
    chosen: Chosen, header: str
) -> Iterator[tuple[Target, Iterable[tuple[int, Case | RefusedRow]]]]:
    """The sheet that gets the answers, and the row of each case."""
    register = chosen.register
    if chosen.in_sheet is None:
        with _fresh(chosen, header) as target:
            yield target, enumerate(register, 2)
        return
    found = chosen.in_sheet
    where = (found.opened, found.tab, found.header_row, found.places, found.width, found.last_row)
    yield Target(*where), ((row.line, case) for row, case in register.rows())


@contextmanager
def _fresh(chosen: Chosen, header: str) -> Iterator[Target]:
    """A workbook with nothing but the numbers of the cases."""
    register = chosen.register
    content = numbered(render("workbook.answers", {}), header, (one.case_no for one in register))
    with TemporaryDirectory(prefix="xinfang.") as folder:
        path = Path(folder, "answers.xlsx")
        path.write_bytes(content)
        with opened_workbook(path) as opened:
            last = 1 + register.count + register.refused
            yield Target(opened, opened.shared.tabs[0], 1, {header: 1}, 1, last)
