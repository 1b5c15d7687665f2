"""What stands in a register before it is read (登记表的样子): sheets and columns, no values."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.register import reading_of, unpacked
from xinfang_core.codec.columns import match_columns
from xinfang_core.codec.fields import FIELDS, NAMES
from xinfang_core.codec.records import open_listing
from xinfang_core.errors import MisuseError, RecordError
from xinfang_core.vocabulary import Declarations
from xinfang_core.workbook.container import is_workbook
from xinfang_core.workbook.keeping import kept_sheet
from xinfang_core.workbook.opening import opened_workbook
from xinfang_core.workbook.registers import chosen_tab, listing_in_sheet
from xinfang_desk.asking import parsed

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from xinfang_core.codec.options import ReadOptions
    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.rows import Listing
    from xinfang_core.errors import XinfangError

_FIRST_LINES = 20
"""So many lines of a refusal are told; the rest are only counted."""


def look(path: str, words: list[str]) -> Json:
    """What a register looks like, read as the command line says.

    Args:
        path: the file.
        words: the options of reading, as on the command line.

    Returns:
        ``sheets`` and ``columns`` by name, each column with the ``field`` that it feeds and
        whether it is ``ignored``; ``fields`` that there are; ``problem`` where it cannot be
        read so: ``codes``, ``text`` and how many ``more`` lines there are.

    """
    told: Json = {"sheets": [], "columns": [], "fields": _fields(), "problem": None}
    try:
        arguments = parsed(["assess", path, *words])
        columns, options = reading_of(arguments, Declarations())
        told["sheets"] = _sheets(Path(path))
        with _listing(Path(path), columns, options, arguments) as listing:
            told["columns"] = [_column(name, {}, options) for name in listing.names]
            source = match_columns(listing, columns, options).source
            told["columns"] = [_column(name, source, options) for name in listing.names]
    except (MisuseError, RecordError) as error:
        told["problem"] = problem(error)
    return told


def problem(error: XinfangError) -> Json:
    """Why a register cannot be read, its first lines."""
    lines = error.text().split("\n")
    codes = list(dict.fromkeys(one.code for one in error.faults))
    more = max(len(error.faults) - _FIRST_LINES, 0)
    return {"codes": codes, "text": "\n".join(lines[:_FIRST_LINES]), "more": more}


def _fields() -> list[Json]:
    return [{"name": one.name, "title": one.chinese} for one in FIELDS]


def _column(name: str, source: Mapping[str, str], options: ReadOptions) -> Json:
    """A column, and the fields that it feeds: by its own name where nothing else is known."""
    fed = [field for field, column in source.items() if column == name]
    if not source and name in NAMES:
        fed = [NAMES[name].name]
    ignored = name in options.ignored
    return {"name": name, "fields": [] if ignored else fed, "ignored": ignored}


def _sheets(path: Path) -> list[str]:
    """The sheets of a workbook that are shown; of any other file none."""
    if not is_workbook(path):
        return []
    with opened_workbook(path) as opened:
        return [tab.name for tab in opened.shared.tabs if not tab.hidden]


@contextmanager
def _listing(
    path: Path, columns: Mapping[str, str], options: ReadOptions, arguments: argparse.Namespace
) -> Iterator[Listing]:
    """The rows as written, of a file or of a sheet."""
    if not is_workbook(path):
        with open_listing(path, columns, options) as listing:
            yield listing
        return
    with opened_workbook(path) as opened:
        tab, _ = chosen_tab(opened, arguments.sheet)
        with kept_sheet(opened, tab, unpacked) as kept:
            yield listing_in_sheet(kept, columns, options)[0]
