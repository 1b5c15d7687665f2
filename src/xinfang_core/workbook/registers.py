"""A register in a workbook (Excel 台账), read row by row as one in CSV is.

What Excel makes of a cell without being asked (a date of a code, a number of a date) and what it
shows otherwise than it stores (merged and hidden cells, results of formulas) is told with the
sheet and the cell.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from xinfang_core.codec.columns import is_known, match_columns
from xinfang_core.codec.fields import layout_under
from xinfang_core.codec.records import register_of
from xinfang_core.codec.rows import Listing, header_in
from xinfang_core.codec.source import Again
from xinfang_core.errors import Fault, MisuseError, RecordError, cell_name
from xinfang_core.refusals import unknown_name
from xinfang_core.workbook.keeping import kept_sheet
from xinfang_core.workbook.opening import opened_workbook
from xinfang_core.workbook.sheet_rows import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from xinfang_core.codec import ReadOptions, Register
    from xinfang_core.codec.fields import Field
    from xinfang_core.workbook.grid import Watch
    from xinfang_core.workbook.keeping import KeptRow, KeptSheet
    from xinfang_core.workbook.opening import Opened
    from xinfang_core.workbook.parts import Tab

_BREAK = re.compile(r"\s*[\r\n]+\s*")


@frozen
class InSheet:
    """A register, and where in the workbook it stands.

    Attributes:
        register: its cases.
        opened: the workbook.
        tab: the sheet.
        header_row: the row with the names of the columns.
        places: those names, each with its column.
        width: the last column that holds something or belongs to merged cells.
        last_row: the last row that holds something.

    """

    register: Register
    opened: Opened
    tab: Tab
    header_row: int
    places: Mapping[str, int]
    width: int
    last_row: int


@contextmanager
def open_in_sheet(
    path: Path,
    sheet: str,
    columns: Mapping[str, str],
    options: ReadOptions,
    watch: Watch | None = None,
) -> Iterator[InSheet]:
    """The register of a workbook, for as long as the context lasts.

    Args:
        path: the workbook.
        sheet: the name of the sheet; empty: the one that shows anything.
        columns: the host's column map, as for ``open_register``.
        options: what else is to be said about the file.
        watch: as for ``read_rows``.

    Raises:
        RecordError: no workbook, no such sheet, several to choose from, or every fault of the
            register, each with its cell.
        MisuseError: an option that is not for a workbook.

    """
    if options.records_at:
        raise MisuseError(Fault("options.only_json", (("option", "--records-at"),), path.name))
    with opened_workbook(path) as opened:
        tab, notes = chosen_tab(opened, sheet)
        with kept_sheet(opened, tab, watch) as kept:
            listing, told = listing_in_sheet(kept, columns, options)
            register = register_of(listing, columns, options)
            register = evolve(register, notes=(*notes, *told, *register.notes))
            width = max((kept.width, *(one.right for one in kept.merged)))
            yield InSheet(register, opened, tab, listing.line, listing.places, width, kept.last_row)


def chosen_tab(opened: Opened, name: str) -> tuple[Tab, tuple[Fault, ...]]:
    """The sheet of a name, or the one that shows anything; and what is to be told of it."""
    tabs = opened.shared.tabs
    if name:
        wanted = name.strip().casefold()
        found = [tab for tab in tabs if tab.name.strip().casefold() == wanted]
        if not found:
            refused = unknown_name("workbook.no_sheet", name, (tab.name for tab in tabs))
            raise RecordError(Fault(refused.code, refused.facts, opened.file, path="--sheet"))
        return found[0], ()
    filled = [tab for tab in tabs if next(opened.grid(tab)[1], None)]
    shown = [tab for tab in filled if not tab.hidden]
    if not shown:
        raise RecordError(Fault("file.empty", (), opened.file))
    if len(shown) > 1:
        facts = (("found", tuple(tab.name for tab in shown)),)
        raise RecordError(Fault("workbook.which_sheet", facts, opened.file, path="--sheet"))
    hidden = tuple(tab.name for tab in filled if tab.hidden)
    notes = (Fault("workbook.hidden_sheets", (("found", hidden),), opened.file),) if hidden else ()
    return shown[0], notes


def listing_in_sheet(
    kept: KeptSheet, columns: Mapping[str, str], options: ReadOptions
) -> tuple[Listing, tuple[Fault, ...]]:
    """The records of a sheet, and what was read otherwise than it is shown.

    Raises:
        RecordError: nothing at all, or a header by which no row can be read.

    """
    names = layout_under(options.declared).names
    known = partial(is_known, chosen=columns, names=names)
    table = Again(lambda: ((row.number, _line(row)) for row in kept))
    found = header_in(table, kept.place, known, options.header_row)
    if found is None:
        raise RecordError(Fault("workbook.empty_sheet", (), kept.place))
    start, (top, _) = found
    places = _header(kept, start)
    listing = Listing(kept.place, tuple(places), (), top, places=places, about=kept.last_row - top)
    reading = Reading(kept, start, top, places, _fields(listing, columns, options, names))
    return evolve(listing, rows=Again(reading.rows)), tuple(reading.notes())


def _line(row: KeptRow) -> list[str]:
    """A row as one of a table, with an empty cell where nothing stands."""
    texts = {cell.column: _BREAK.sub("", cell.text) for cell in row.cells}
    return [texts.get(column, "") for column in range(1, max(texts) + 1)]


def _header(kept: KeptSheet, start: int) -> dict[str, int]:
    """The columns by their names; one without a name may stand only where nothing is below it.

    Raises:
        RecordError: a column without a name, or two of one name.

    """
    rows = iter(kept)
    for _ in range(start):
        next(rows)
    header = next(rows)
    named = {cell.column: _BREAK.sub("", cell.text).strip() for cell in header.cells}
    filled = sorted({cell.column for row in rows for cell in row.cells} | {*named})
    places: dict[str, int] = {}
    faults = []
    for column in filled:
        name = named.get(column, "")
        place = (kept.place, header.number, column)
        if not name:
            faults.append(Fault("header.empty", (), *place))
        elif name in places:
            facts = (("found", name), ("first", cell_name(header.number, places[name])))
            faults.append(Fault("workbook.header_twice", facts, *place, name))
        places.setdefault(name, column)
    if faults:
        raise RecordError(*faults)
    return places


def _fields(
    listing: Listing,
    columns: Mapping[str, str],
    options: ReadOptions,
    names: Mapping[str, Field],
) -> dict[str, tuple[Field, ...]]:
    """What each column feeds; nothing where that cannot be told: it is refused soon enough."""
    fed: dict[str, tuple[Field, ...]] = {}
    try:
        source = match_columns(listing, columns, options, names).source
    except RecordError:
        return fed
    for name, column in source.items():
        fed[column] = (*fed.get(column, ()), names[name])
    return fed
