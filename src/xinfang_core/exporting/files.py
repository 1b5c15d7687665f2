"""The files of an export (导出的文件), by name; all names begin with ``xf_``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from xinfang_core import __version__
from xinfang_core.codec.provenance import CONTRACT
from xinfang_core.exporting.day_tables import day_tables
from xinfang_core.exporting.dialects import CSV, SQLITE
from xinfang_core.exporting.policy_tables import policy_tables
from xinfang_core.exporting.table import Table, columns
from xinfang_core.exporting.writing import csv_text, drop_text, load_text, schema_text
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.exporting.dialects import Dialect
    from xinfang_core.exporting.table import Cell
    from xinfang_core.policy import Edition

LAYOUT = 1
"""Raised where a table's columns change: then the old tables are dropped before the load."""


def table_files(
    editions: Iterable[Edition], calendar: WorkCalendar, dialect: Dialect
) -> Mapping[str, str]:
    """The texts of all files by their names.

    Args:
        editions: the editions of the policies, national ones among them; each is written once.
        calendar: the working days.
        dialect: one of ``DIALECTS``.

    Raises:
        MisuseError: two editions of one label that say different things.

    """
    policies = policy_tables(editions)
    tables = (_meta(policies[0], calendar), *day_tables(calendar), *policies)
    if dialect is CSV:
        return {
            **{f"{one.name}.csv": csv_text(one) for one in tables},
            "xf_tables.sql": schema_text(tables, dialect),
            "xf_drop.sql": drop_text(tables, dialect),
            "xf_query.sql": _query(),
            "xf_README.md": render("export.readme", {"tables": _listed(tables)}),
        }
    files = {
        f"xf_{dialect.name}.sql": load_text(tables, dialect),
        f"xf_{dialect.name}_drop.sql": drop_text(tables, dialect),
    }
    # Where no function can be made a query with parameters stands in for it.
    return {**files, "xf_sqlite_query.sql": _query()} if dialect is SQLITE else files


def _query() -> str:
    return render("export.query", {}) + "\n"


def _listed(tables: Iterable[Table]) -> str:
    return "\n".join(
        f"| `{one.name}.csv` | {len(one.rows)} | {render(f'export.table.{one.name}', {})} |"
        for one in tables
    )


def _meta(editions: Table, calendar: WorkCalendar) -> Table:
    """What made the tables, for whoever finds them in a database."""
    made = calendar.provenance
    rows: Iterator[tuple[Cell, ...]] = chain(
        (
            ("library", f"xinfang-core {__version__}"),
            ("contract", str(CONTRACT)),
            ("layout", str(LAYOUT)),
            ("calendar_digest", made.digest),
            ("calendar_regions", "、".join(made.regions)),
            ("calendar_known_on", str(made.known_on or "")),
            ("calendar_settled_through", str(made.settled_through)),
        ),
        (
            (f"imported_notice_{number}", f"{one.name} {one.year} {one.region} {one.digest}")
            for number, one in enumerate(made.notices, 1)
        ),
        ((f"edition_{row[0]}", f"{row[1]} {row[-1]}") for row in editions.rows),
    )
    return Table("xf_meta", columns("meta_name:word meta_value:text?"), ("meta_name",), tuple(rows))
