"""One case of a large register by itself (单件摘出), so that its account reads few rows.

A file is written with the head of the register, every row that has the number of the case, and
what else decides how these are read: where the register has times, a column whose times are all
midnight is one of days, so that a row that shows otherwise comes along. All rows are as they were;
whoever reads the file names the case and gets the answer that the whole register gives.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xinfang_core.codec.records import JSON, TABLE, form_of
from xinfang_core.codec.source import source_of
from xinfang_core.workbook.container import is_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDER: Final = Path("/work/alone")
_HEAD: Final = 40
"""Rows from the first on that are kept: titles, the header, some cases that nobody asks for."""

_SMALL: Final = 256 * 1024
"""Bytes of a file that is read as it is."""

_TIME: Final = re.compile(r"\d{1,2}:\d{2}")
_MIDNIGHT: Final = re.compile(r"(?<!\d)0?0:00(:00(\.0+)?)?(?![\d:])")

_ZONED: Final = re.compile(r":\d{2}(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})")
"""A time of another place may be midnight here."""


def single(path: str, case_no: str, folder: str = str(_FOLDER)) -> str:
    """The path of a file of few rows in which a case is answered as in the whole register.

    It is the register itself where that is small, a workbook, or a JSON document.
    """
    register = Path(path)
    form = form_of(register)
    if register.stat().st_size <= _SMALL or form == JSON or is_workbook(register):
        return path
    made = Path(folder, register.name)
    made.parent.mkdir(parents=True, exist_ok=True)
    with source_of(register) as source:

        def rows() -> Iterator[str]:
            lines = source.lines("" if form == TABLE else "\n")
            return _records(lines) if form == TABLE else iter(lines)

        kept = _kept(rows(), case_no)
        wanted = _with_midnight(kept)
        if (wanted and form != TABLE) or any(map(_ZONED.search, kept.values())):
            return path
        chosen = {**kept, **_witnesses(rows(), wanted)}
        text = "".join(_ended(chosen[place]) for place in sorted(chosen))
        made.write_bytes(text.encode(source.encoding))
    return str(made)


def _ended(row: str) -> str:
    """A row with the end of its line, which the last one of a file may lack."""
    return row if row.endswith(("\n", "\r")) else f"{row}\n"


def _records(lines: Iterable[str]) -> Iterator[str]:
    """The rows of a table as written: a row goes on while a quote is open."""
    row, is_open = "", False
    for line in lines:
        row += line
        is_open ^= line.count('"') % 2 == 1
        if not is_open:
            yield row
            row = ""
    if row:
        yield row


def _kept(rows: Iterable[str], case_no: str) -> dict[int, str]:
    """The head, and the rows in which the number stands, by their place."""
    # In a table a quote is doubled, in JSON a sign may be escaped.
    forms = {case_no, case_no.replace('"', '""'), json.dumps(case_no)[1:-1]}
    forms.add(json.dumps(case_no, ensure_ascii=False)[1:-1])
    return {
        place: row
        for place, row in enumerate(rows)
        if place < _HEAD or any(one in row for one in forms)
    }


def _with_midnight(kept: dict[int, str]) -> set[int]:
    """The columns in which one of the rows has the time of midnight."""
    return {
        column
        for row in kept.values()
        for column, cell in enumerate(_cells(row))
        if _MIDNIGHT.search(cell)
    }


def _witnesses(rows: Iterable[str], wanted: set[int]) -> dict[int, str]:
    """For each of the columns the first row that has another time than midnight there."""
    found: dict[int, str] = {}
    left = set(wanted)
    for place, row in enumerate(rows if wanted else ()):
        cells = _cells(row)
        shown = {one for one in left if one < len(cells) and _is_other(cells[one])}
        if shown:
            found[place] = row
            left -= shown
            if not left:
                break
    return found


def _is_other(cell: str) -> bool:
    return bool(_TIME.search(cell)) and not _MIDNIGHT.search(cell)


def _cells(row: str) -> list[str]:
    return next(csv.reader([row]), [])
