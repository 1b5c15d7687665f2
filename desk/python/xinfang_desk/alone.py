"""One case of a large register by itself (单件摘出), so that its account reads few rows.

Of a table a file is written with its head, every row that has the number of the case, and what
else decides how these are read: where the register has times, a column whose times are all
midnight is one of days, so that a row that shows otherwise comes along. All rows are as they were.

The cases of a workbook or a JSON document are read once and kept, as long as it is the same one;
the file is then the record of the case. Whoever reads such a file names the case, and gets the
answer that the whole register gives.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.register import chosen_register
from xinfang_core.codec.records import JSON, TABLE, form_of
from xinfang_core.codec.source import source_of
from xinfang_core.workbook.container import is_workbook
from xinfang_desk.asking import arguments_of
from xinfang_desk.forms import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xinfang_core.case import Case

_FOLDER: Final = Path("/work/alone")
_HEAD: Final = 40
"""Rows from the first on that are kept: titles, the header, some cases that nobody asks for."""

_SMALL: Final = 256 * 1024
"""Bytes of a file that is read as it is."""

_PACKED: Final = 10
_MOST_KEPT: Final = 20_000
"""So many cases of one register are kept."""

_TIME: Final = re.compile(r"\d{1,2}:\d{2}")
_MIDNIGHT: Final = re.compile(r"(?<!\d)0?0:00(:00(\.0+)?)?(?![\d:])")

_ZONED: Final = re.compile(r":\d{2}(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})")
"""A time of another place may be midnight here."""


def single(
    path: str, case_no: str, words: Sequence[str], policy: str, folder: str = str(_FOLDER)
) -> dict[str, object]:
    """A file of few rows, and how it is read, by which a case is answered as in the register.

    It is the register itself where that is small, or nothing less answers alike.

    Args:
        path: the register.
        case_no: which case.
        words: how the register is read, as on the command line.
        policy: by which policy, for the names that it declares.
        folder: where the file is written.

    """
    register, made = Path(path), Path(folder, Path(path).name)
    is_book = is_workbook(register)
    # What a workbook holds is packed.
    if register.stat().st_size <= (_SMALL // _PACKED if is_book else _SMALL):
        return {"path": path, "words": words}
    made.parent.mkdir(parents=True, exist_ok=True)
    if form_of(register) == JSON or is_book:
        found = [one for one in _cases(path, tuple(words), policy) if one.case_no == case_no]
        if len(found) != 1:
            return {"path": path, "words": words}
        made = made.with_suffix(".json")
        made.write_text(json.dumps([record_of(found[0])], ensure_ascii=False), encoding="utf-8")
        return {"path": str(made), "words": []}
    text = _few(register, case_no)
    if text is None:
        return {"path": path, "words": words}
    made.write_bytes(text)
    return {"path": str(made), "words": words}


_KEPT: dict[object, tuple[Case, ...]] = {}
"""The cases of the one register that was read last."""


def _cases(path: str, words: tuple[str, ...], policy: str) -> tuple[Case, ...]:
    """The cases of a register, read once; none where they are too many to be kept."""
    state = Path(path).stat()
    key = (path, state.st_size, state.st_mtime_ns, words, policy)
    if key not in _KEPT:
        _KEPT.clear()
        declared = chosen_policy(policy)[0].declared
        arguments = arguments_of((path, *words, "--policy", policy))
        with chosen_register(arguments, declared) as register:
            _KEPT[key] = tuple(register.cases()) if register.count <= _MOST_KEPT else ()
    return _KEPT[key]


def _few(register: Path, case_no: str) -> bytes | None:
    """The rows of a table, or lines of JSON, that have to do with a case; None where all have."""
    form = form_of(register)
    with source_of(register) as source:

        def rows() -> Iterator[str]:
            lines = source.lines("" if form == TABLE else "\n")
            return _records(lines) if form == TABLE else iter(lines)

        kept = _kept(rows(), case_no)
        wanted = _with_midnight(kept)
        if (wanted and form != TABLE) or any(map(_ZONED.search, kept.values())):
            return None
        chosen = {**kept, **_witnesses(rows(), wanted)}
        return "".join(_ended(chosen[place]) for place in sorted(chosen)).encode(source.encoding)


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
