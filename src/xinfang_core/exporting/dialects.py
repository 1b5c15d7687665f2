"""What the databases do differently (方言), all of it: types, how a load is wrapped, functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.exporting.table import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Dialect:
    """How one database wants to be spoken to.

    Attributes:
        name: its name on the command line.
        types: the type of a column by its kind.
        truths: how false and true are written.
        opening: statements before the tables are made.
        emptying: statements before their old rows go.
        loaded: statements after the new rows are there.
        view: how a view is made that may be there already.
        functions: statements that make the functions.
        closing: statements at the end.
        table_end: what stands after the columns of a table.
        dropping: how the functions are taken away.

    """

    name: str
    types: Mapping[Kind, str] = field(hash=False)
    truths: tuple[str, str] = ("0", "1")
    opening: str = ""
    emptying: str = ""
    loaded: str = ""
    view: str = "CREATE VIEW"
    functions: str = ""
    closing: str = ""
    table_end: str = ""
    dropping: str = ""


def _types(*names: str) -> Mapping[Kind, str]:
    return dict(zip(Kind, names, strict=True))


# Each begins with what makes a quote the only sign to be doubled, whatever the session has.
POSTGRES = Dialect(
    "postgres",
    _types("date", "integer", "numeric", "boolean", "text", "text"),
    truths=("false", "true"),
    opening="""\
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL client_min_messages = warning;
SET LOCAL standard_conforming_strings = on;""",
    # Else the planner knows nothing of the new rows, and takes the long way round.
    loaded="ANALYZE xf_day, xf_unit, xf_calendar, xf_edition, xf_value, xf_limit;",
    view="CREATE OR REPLACE VIEW",
    # The offset keeps the planner from making all rows of the view first; the function itself is
    # merged into the query, at a tenth of the cost of a call.
    # They read tables, so they are stable and not immutable.
    functions="""\
CREATE OR REPLACE FUNCTION xf_last_day_bounds(start_day date, amount integer, unit text)
RETURNS TABLE (due date, certainty text, earliest date, latest date, unrolled date)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $xf$
  SELECT d.due, d.certainty, d.earliest, d.latest, d.unrolled FROM xf_due d
  WHERE d.start_day = $1 AND d.amount = $2 AND d.unit = $3 OFFSET 0
$xf$;
CREATE OR REPLACE FUNCTION xf_last_day(start_day date, amount integer, unit text) RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE AS $xf$
  SELECT d.due FROM xf_due d WHERE d.start_day = $1 AND d.amount = $2 AND d.unit = $3
$xf$;""",
    closing="COMMIT;",
    dropping="""\
DROP FUNCTION IF EXISTS xf_last_day(date, integer, text);
DROP FUNCTION IF EXISTS xf_last_day_bounds(date, integer, text);""",
)

MYSQL = Dialect(
    "mysql",
    _types("DATE", "INT", "DECIMAL(30, 6)", "BOOLEAN", "VARCHAR(255)", "TEXT"),
    opening="""\
SET NAMES utf8mb4;
SET @xf_sql_mode = @@SESSION.sql_mode;
SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES';""",
    emptying="START TRANSACTION;",
    loaded="COMMIT;",
    view="CREATE OR REPLACE VIEW",
    # With RETURN (SELECT …) MariaDB 10.11 ends where a query uses the function and the view.
    functions="""\
DROP FUNCTION IF EXISTS xf_last_day;
DELIMITER //
CREATE FUNCTION xf_last_day(from_day DATE, how_many INT, which_unit VARCHAR(255)) RETURNS DATE
READS SQL DATA
BEGIN
  DECLARE found_day DATE;
  SELECT d.due INTO found_day FROM xf_due d
  WHERE d.start_day = from_day AND d.amount = how_many AND d.unit = which_unit;
  RETURN found_day;
END//
DELIMITER ;""",
    closing="SET SESSION sql_mode = @xf_sql_mode;",
    table_end=" ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
    dropping="DROP FUNCTION IF EXISTS xf_last_day;",
)

SQLITE = Dialect(
    "sqlite",
    _types("TEXT", "INTEGER", "NUMERIC", "INTEGER", "TEXT", "TEXT"),
    opening="BEGIN;",
    view="DROP VIEW IF EXISTS xf_due;\nCREATE VIEW",
    closing="COMMIT;",
)

CSV = Dialect(
    "csv", _types("DATE", "INTEGER", "DECIMAL(30, 6)", "SMALLINT", "VARCHAR(255)", "TEXT")
)

DIALECTS: Mapping[str, Dialect] = {one.name: one for one in (POSTGRES, MYSQL, SQLITE, CSV)}
"""By name; ``csv`` writes the tables as CSV files, for databases that are not among the others."""
