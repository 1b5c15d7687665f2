"""Which column feeds which field (列对应): our names, Chinese headers, or a host's own."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from xinfang_core.codec.fields import FIELDS, NAMES
from xinfang_core.errors import Fault, RecordError
from xinfang_core.policy.scalars import unknown_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

EVENTS = "events"
"""The key under which a JSON record may carry its history."""

# So alike is a slip of the pen, not another column of the host.
_SLIP = 0.85


def read_column_map(text: str, file: str) -> dict[str, str]:
    """A host's column map from TOML: under ``[columns]``, our field = the host's column.

    Raises:
        PolicyDataError: not TOML.
        RecordError: unknown fields, or columns that are no text.

    """
    from xinfang_core.toml_reader import read_toml

    document = read_toml(text, file)
    columns = document.data.get("columns")
    if not isinstance(columns, dict):
        raise RecordError(document.fault("columns.missing", ()))
    faults = []
    for name, column in columns.items():
        if not isinstance(column, str):
            facts = (("found", repr(column)),)
            faults.append(document.fault("value.not_text", ("columns", name), facts))
        elif name not in NAMES:
            refused = unknown_name("columns.unknown_field", name, _field_names())
            faults.append(document.fault(refused.code, ("columns", name), refused.facts))
    if faults:
        raise RecordError(*faults)
    return {NAMES[name].name: column for name, column in columns.items()}


def parse_column(text: str) -> tuple[str, str]:
    """One ``FIELD=COLUMN`` of the command line.

    Raises:
        RecordError: no such field, with the nearest one; or not of that form.

    """
    name, equals, column = (part.strip() for part in text.partition("="))
    if not equals or not column:
        raise RecordError(Fault("columns.bad_form", (("found", text),), path="--column"))
    if name not in NAMES:
        refused = unknown_name("columns.unknown_field", name, _field_names())
        raise RecordError(Fault(refused.code, refused.facts, path="--column"))
    return NAMES[name].name, column


def _field_names() -> tuple[str, ...]:
    return tuple(field.name for field in FIELDS)


def match_columns(
    header: Sequence[str], chosen: Mapping[str, str], file: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The column of each field, and the columns that feed none.

    Args:
        header: the names in the file.
        chosen: the host's map, field to column; it wins over a column's own name.
        file: named in faults.

    Raises:
        RecordError: a chosen column that is not there, a field that two columns claim, a column
            whose name is nearly a field's, no column for the case number.

    """
    faults = []
    source = {}
    for name, column in chosen.items():
        if column in header:
            source[name] = column
        else:
            refused = unknown_name("columns.not_there", column, header)
            faults.append(Fault(refused.code, refused.facts, file, path=name))
    unused = []
    for position, column in enumerate(header, 1):
        field = NAMES.get(column)
        if field is None:
            if column not in chosen.values() and column != EVENTS:
                unused.append(column)
                faults += _slip(column, file, position)
        elif field.name in source and field.name not in chosen:
            facts = (("found", column), ("other", source[field.name]))
            faults.append(Fault("columns.same_field", facts, file, 1, position, column))
        else:
            source.setdefault(field.name, column)
    if "case_no" not in source and not faults:
        faults.append(Fault("columns.no_case_no", (), file))
    if faults:
        raise RecordError(*faults)
    return source, tuple(unused)


def _slip(column: str, file: str, position: int) -> list[Fault]:
    """A fault where an unknown column is nearly a known one: ignoring it would change answers."""
    close = get_close_matches(column, NAMES, n=1, cutoff=_SLIP)
    facts = (("found", column), *(("nearest", name) for name in close))
    return [Fault("columns.slip", facts, file, 1, position, column)] if close else []
