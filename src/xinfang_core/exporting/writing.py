"""Tables as text (写出): SQL statements that can be run again, or CSV.

Every text is quoted, with quotes doubled and nothing else changed but line ends, which clients
change otherwise, and control characters, which databases refuse. An empty text is null, since
some databases know no other.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

from xinfang_core.exporting.due_view import VIEW, VIEW_TEXT
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.exporting.dialects import Dialect
    from xinfang_core.exporting.table import Cell, Table

_ROWS = 500
"""Rows of one INSERT; databases bound the length of a statement."""

_LINE_END = re.compile("\r\n?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def load_text(tables: tuple[Table, ...], dialect: Dialect) -> str:
    """The file that makes the tables, or takes those that are there, and fills them anew."""
    parts = (
        render("export.head", {"dialect": dialect.name}),
        render(f"export.note.{dialect.name}", {}),
        dialect.opening,
        *(_created(one, dialect) for one in tables),
        dialect.emptying,
        *(f"DELETE FROM {one.name};" for one in reversed(tables)),  # noqa: S608 - our own names
        *(text for one in tables for text in _inserted(one, dialect)),
        dialect.loaded,
        _view(dialect),
        dialect.functions,
        dialect.closing,
    )
    return _joined(parts)


def schema_text(tables: tuple[Table, ...], dialect: Dialect) -> str:
    """The empty tables and the view alone."""
    made = (_created(one, dialect, "CREATE TABLE") for one in tables)
    return _joined((render("export.schema", {}), *made, _view(dialect)))


def drop_text(tables: tuple[Table, ...], dialect: Dialect) -> str:
    """What takes all of it away."""
    gone = (f"DROP TABLE IF EXISTS {one.name};" for one in reversed(tables))
    return _joined((dialect.dropping, f"DROP VIEW IF EXISTS {VIEW};", *gone))


def csv_text(table: Table) -> str:
    """The rows as CSV, with the names of the columns; nothing stands for null."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([one.name for one in table.columns])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return stream.getvalue()


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part) + "\n"


def _view(dialect: Dialect) -> str:
    return f"{_described(VIEW)}{dialect.view} {VIEW} AS\n{VIEW_TEXT};"


def _described(name: str) -> str:
    return f"\n-- {name}：{render(f'export.table.{name}', {})}\n"


def _created(table: Table, dialect: Dialect, how: str = "CREATE TABLE IF NOT EXISTS") -> str:
    lines = [
        f"{one.name} {dialect.types[one.kind]}{' NOT NULL' if one.required else ''}"
        for one in table.columns
    ]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += (f"UNIQUE ({', '.join(names)})" for names in table.unique)
    for parent, names in table.parents:
        shared = ", ".join(names)
        lines.append(f"FOREIGN KEY ({shared}) REFERENCES {parent} ({shared})")
    body = ",\n  ".join(lines)
    return f"{_described(table.name)}{how} {table.name} (\n  {body}\n){dialect.table_end};"


def _inserted(table: Table, dialect: Dialect) -> Iterator[str]:
    names = ", ".join(one.name for one in table.columns)
    for start in range(0, len(table.rows), _ROWS):
        rows = table.rows[start : start + _ROWS]
        body = ",\n".join(
            f"({', '.join([_literal(cell, dialect) for cell in row])})" for row in rows
        )
        yield f"INSERT INTO {table.name} ({names}) VALUES\n{body};"


def _literal(cell: Cell, dialect: Dialect) -> str:
    if isinstance(cell, bool):
        return dialect.truths[cell]
    plain = _plain(cell)
    if plain is None:
        return "NULL"
    if isinstance(cell, (str, date)):
        return "'" + plain.replace("'", "''") + "'"
    return plain


def _plain(cell: Cell) -> str | None:
    """The cell as text that no database refuses; None for null."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, str):
        return _CONTROL.sub("\ufffd", _LINE_END.sub("\n", cell))
    return str(cell)
