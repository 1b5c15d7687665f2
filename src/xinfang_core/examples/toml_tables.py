"""Examples from a TOML file (算例 TOML): a table ``[[example]]`` each, its cells as its keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.fields import NAMES
from xinfang_core.codec.rows import Listing, Row
from xinfang_core.errors import Fault, RecordError
from xinfang_core.examples.columns import machine_name
from xinfang_core.examples.comparing import EMPTY
from xinfang_core.refusals import shown
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.toml_reader import Document, Path

EXAMPLE = "example"
"""The name of the tables."""

_NESTED = frozenset({"want", "given"})
_BETWEEN = ("；", "，", "+")
_EQUALS = ("=", "=", ":")


def toml_table(text: str, file: str) -> Listing:
    """The rows of a TOML file of examples; what is empty is a column without a value.

    Args:
        text: the file.
        file: named in faults.

    Raises:
        PolicyDataError: no TOML.
        RecordError: something else than tables ``[[example]]``.

    """
    document = read_toml(text, file)
    found = document.data.get(EXAMPLE)
    if not isinstance(found, list) or len(document.data) > 1:
        other = next((name for name in document.data if name != EXAMPLE), EXAMPLE)
        raise RecordError(document.fault("example.toml", (other,)))
    names: dict[str, None] = {}
    rows = []
    faults: list[Fault] = []
    for index, item in enumerate(found):
        path: Path = (EXAMPLE, index)
        if not isinstance(item, dict):
            facts = (("found", shown(item)),)
            faults.append(document.fault("json.not_object", path, facts))
            continue
        cells = dict(_cells(item))
        names |= dict.fromkeys(cells)
        rows.append(_row(document, cells, path))
    if faults:
        raise RecordError(*faults)
    return Listing(file, tuple(names), tuple(rows), 0)


def _row(document: Document, cells: Mapping[str, object], path: Path) -> Row:
    """One example as a row."""
    index = path[-1]
    line = document.position(path).line
    values = {name: value for name, value in cells.items() if value != ""}
    return Row(values, document.file, int(index) + 1, line, {}, f"{EXAMPLE}[{index}]")


def _cells(item: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """The cells of an example by their columns."""
    for key, found in item.items():
        name = machine_name(before + key, NAMES)
        if isinstance(found, Mapping) and (before or key in _NESTED):
            yield from _cells(found, f"{name}.")
        elif name == EVENTS and isinstance(found, list):
            yield name, [_event(one) for one in found]
        else:
            yield name, cell_text(found)


def _event(found: object) -> object:
    """One event with its values as text."""
    if not isinstance(found, Mapping):
        return found
    return {key: cell_text(value) for key, value in found.items()}


def cell_text(value: object, depth: int = 0) -> str:
    """A value as it would stand in a cell of a table."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    within = min(depth, len(_BETWEEN) - 1)
    if isinstance(value, Mapping):
        parts = (f"{key}{_EQUALS[within]}{cell_text(one, 2)}" for key, one in value.items())
        return _BETWEEN[within].join(parts) or EMPTY
    if isinstance(value, list):
        if any(isinstance(one, Mapping) for one in value):
            return _BETWEEN[within].join(cell_text(one, depth + 1) for one in value)
        return "、".join(map(cell_text, value)) or EMPTY
    return str(value)
