"""Which column feeds which field (列对应): our names, Chinese headers, or a host's own."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from xinfang_core.codec.fields import FIELDS, NAMES
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import shown, unknown_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.codec.rows import Listing
    from xinfang_core.decision import Facts

EVENTS = "events"
"""The key under which a JSON record may carry its history."""

_KNOWN = (*NAMES, EVENTS, "事件")
"""What a slip may have been meant for; 事件 is a key of an event, never of a record."""

# So alike is a slip of the pen, not another column of the host.
_SLIP = 0.85

# A column about somebody is none of ours: 信访人 is no 信访人数, assigned_to no assigned_at.
_SOMEBODY = re.compile(r".*(?:人|_by|_to)|信访人类别")


def read_column_map(text: str, file: str) -> dict[str, str]:
    """A host's column map from TOML: under ``[columns]``, our field = the host's column.

    Raises:
        PolicyDataError: not TOML.
        RecordError: unknown fields, or columns that are no text.

    """
    from xinfang_core.toml_reader import read_toml

    document = read_toml(text, file)
    columns = document.data.get("columns")
    if not isinstance(columns, dict) or len(document.data) > 1:
        other = next((name for name in document.data if name != "columns"), "columns")
        raise RecordError(document.fault("columns.missing", (other,)))
    faults = []
    found: dict[str, str] = {}
    for name, column in columns.items():
        path = ("columns", name)
        if name not in NAMES:
            refused = unknown_name("columns.unknown_field", name, _field_names())
            faults.append(document.fault(refused.code, path, refused.facts))
        elif not isinstance(column, str) or not column.strip():
            facts = (("found", shown(column)),)
            faults.append(document.fault("value.not_text", path, facts, at_value=True))
        elif NAMES[name].name in found:
            same = (("found", name), ("other", NAMES[name].name))
            faults.append(document.fault("columns.same_field", path, same))
        else:
            found[NAMES[name].name] = column.strip()
    if faults:
        raise RecordError(*faults)
    return found


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
    listing: Listing, chosen: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The column of each field, and the columns that feed none.

    Args:
        listing: the file, with the names of its columns.
        chosen: the host's map, field to column; it wins over a column's own name.

    Raises:
        RecordError: a chosen column that is not there, a field that two columns claim, a column
            whose name is nearly a field's, no column for the case number.

    """
    faults = []
    source = {}
    for name, column in chosen.items():
        if column in listing.names:
            source[name] = column
        else:
            refused = unknown_name("columns.not_there", column, listing.names)
            faults.append(Fault(refused.code, refused.facts, listing.file, listing.line, path=name))
    unused = []
    for position, column in enumerate(listing.names, 1):
        field = NAMES.get(column)
        free = column not in chosen.values() and column != EVENTS
        if field is None:
            unused += [column] * free
            faults += _slip(column, listing, position) if free else ()
        elif field.name in chosen:
            unused += [column] * free
        elif field.name in source:
            facts = (("found", column), ("other", source[field.name]))
            faults.append(_at(listing, position, "columns.same_field", facts))
        else:
            source[field.name] = column
    if "case_no" not in source and not faults:
        faults.append(Fault("columns.no_case_no", (), listing.file, listing.line))
    if faults:
        raise RecordError(*faults)
    return source, tuple(unused)


def _at(listing: Listing, position: int, code: str, facts: Facts) -> Fault:
    """A fault about one column; only a table has its header on a line."""
    name = listing.names[position - 1]
    column = position if listing.line else 0
    return Fault(code, facts, listing.file, listing.line, column, name)


def _slip(column: str, listing: Listing, position: int) -> list[Fault]:
    """A fault where an unknown column is nearly a known one: ignoring it would change answers."""
    if _SOMEBODY.fullmatch(column):
        return []
    known = {_plain(name): name for name in _KNOWN}
    close = [known[name] for name in get_close_matches(_plain(column), known, 1, _SLIP)]
    facts = (("found", column), *(("nearest", name) for name in close))
    return [_at(listing, position, "columns.slip", facts)] if close else []


def _plain(name: str) -> str:
    """A name without what people vary: case and underscores, and whether a 日期 is a 时间 or 日."""
    plain = name.casefold().replace("_", "").replace(" ", "")
    for ending in ("日期", "时间", "日"):
        if plain.endswith(ending):
            return plain.removesuffix(ending) + "日期"
    return plain
