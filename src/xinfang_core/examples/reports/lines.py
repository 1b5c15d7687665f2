"""What is not as wanted, line by line (不符之处)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.errors import SHEET
from xinfang_core.examples.columns import NOT_CODES
from xinfang_core.examples.results import Verdict
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.examples.results import Mismatch, Result

_MOST_REASONS = 8
"""So many reasons are told of one cell."""


def mismatch_lines(results: Iterable[Result]) -> Iterator[str]:
    """Each cell that is not as wanted: its place, both values, and the reasons."""
    for one in results:
        if one.verdict is Verdict.mismatched:
            for wrong in one.mismatches:
                yield place_of(one, wrong.cell)
                yield from (f"  {line}" for line in told(one, wrong))


def place_of(one: Result, cell: str) -> str:
    """Where a cell stands, as people find it: file and row, of a workbook sheet and cell."""
    row = one.example.row
    facts = {"file": row.file, "line": row.line, "cell": cell, "key": one.example.key}
    if row.file.endswith(SHEET):
        return render("check.at_file", {**facts, "file": one.example.place_of(cell)})
    return render("check.at" if row.line else "check.at_file", facts)


def told(one: Result, wrong: Mismatch) -> Iterator[str]:
    """What is wanted and what is answered, what that rests on, and why it is answered so."""
    yield difference(wrong)
    if one.example.clause:
        yield render("check.clause", {"clause": one.example.clause})
    yield from (f"- {reason.cited_text()}" for reason in wrong.reasons[:_MOST_REASONS])


def difference(wrong: Mismatch) -> str:
    """What is wanted and what is answered."""
    wanted, got = sides(wrong)
    return render("check.mismatch", {"wanted": wanted, "got": got})


def sides(wrong: Mismatch) -> tuple[str, str]:
    """What is wanted and what is answered; of a code that must not be there, that it is."""
    if wrong.cell == NOT_CODES:
        return render("check.without", {"code": wrong.wanted}), wrong.got
    return wrong.wanted, wrong.got or render("check.empty", {})
