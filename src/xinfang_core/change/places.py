"""Where in a policy file a value is written (取值的位置), and what is handed down to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_origin

from attrs import field, frozen

from xinfang_core.change.shapes import Shape, columns_of, parameters_of, shape_of
from xinfang_core.change.values import english_key
from xinfang_core.policy.citations import PARTS
from xinfang_core.policy.pack import DECLARED, PARAMS, is_declared
from xinfang_core.policy.values import INHERITED, absent_value
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.sources import Bands, Table
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.change.edits import Edit
    from xinfang_core.toml_reader import Path

LISTS = ("cells", "bands", "steps")
"""The keys under which the rows of a table, of bands, of a list stand."""


_OF_SILENT = ("clause", "note")
"""What an element hands down to a value of which it only says that it is silent."""


@frozen
class Place:
    """A value as it is written (取值的位置).

    Attributes:
        path: the names and numbers that lead to it.
        written: what stands there: a table, or the bare value.
        above: what is handed down to it, by part.
        kind: the type of the value.

    """

    path: Path
    written: object
    above: Mapping[str, object] = field(hash=False)
    kind: Any = field(hash=False)

    @property
    def own(self) -> Mapping[str, object]:
        """The parts that are written there."""
        return self.written if isinstance(self.written, dict) else {"value": self.written}

    @property
    def is_step(self) -> bool:
        """Whether it is one of a list."""
        return isinstance(self.path[-1], int) and self.path[-2] not in {"cells", "bands"}

    def part(self, name: str) -> object:
        """A part, its own or handed down; None where there is none."""
        if self.written == Absent.silent.name and name in PARTS and name not in _OF_SILENT:
            return None
        return self.own.get(name, self.above.get(name))


def place_of(data: Mapping[str, Any], edit: Edit) -> Place:
    """Where the value of an edit is written.

    Args:
        data: the policy file.
        edit: what is to be changed.

    Raises:
        RefusedError: there is no such value; says which there are.

    """
    shape = _shape(data, edit)
    path, written, above = _walked(data, edit, shape)
    rows = _rows(written)
    if rows is None:
        if shape.rest and (not _is_absent(written) or "value" in edit.parts):
            code = "change.silent_whole" if _is_absent(written) else "change.one_value"
            raise RefusedError(code, ("found", shape.rest))
        return Place(path, written, above, shape.value_kind)
    name, listed = rows
    if isinstance(written, dict):
        above = {**above, **{part: written[part] for part in INHERITED if part in written}}
        path = (*path, name)
    number = _row(data, edit, shape, name, listed)
    return Place((*path, number), listed[number], above, shape.value_kind)


def columns_at(data: Mapping[str, Any], edit: Edit) -> dict[str, Any]:
    """What picks one of several values where an edit points to: the columns, each with its kind.

    Empty where there is only one value; where one ``silent`` stands for all, as if they were there.

    Raises:
        RefusedError: there is no such parameter.

    """
    shape = _shape(data, edit)
    _, written, _ = _walked(data, edit, shape)
    rows = _rows(written)
    if rows is not None:
        return _columns(data, edit, shape, rows[0])
    shapes = [get_origin(kind) for kind in shape.kinds] if _is_absent(written) else []
    if Bands in shapes:
        return _columns(data, edit, shape, "bands")
    return _columns(data, edit, shape, "cells") if Table in shapes else {}


def _shape(data: Mapping[str, Any], edit: Edit) -> Shape:
    """The shape of the parameter that an edit points to; ``data`` says which rules there are."""
    known = parameters_of(edit.rule)
    if not known:
        raise unknown_name("change.no_rule", edit.rule, _rules(data))
    if edit.parameter not in known:
        raise unknown_name(
            "change.no_parameter",
            f"{edit.rule}.{edit.parameter}",
            [f"{edit.rule}.{name}" for name in known],
        )
    return shape_of(known[edit.parameter], edit.keys)


def _rules(data: Mapping[str, Any]) -> Iterator[str]:
    """The rules that a file gives, and what it declares, as paths begin with them."""
    yield from (name for name in data if name in PARAMS)
    yield from (f"{name}.{key}" for name in DECLARED for key in data.get(name, {}))


def _walked(
    data: Mapping[str, Any], edit: Edit, shape: Shape
) -> tuple[Path, object, dict[str, object]]:
    """The way to a parameter, what is written there, and what is handed down to it."""
    of_variant = ("variant", edit.variant) if edit.variant else ()
    element = (*of_variant, *edit.rule.split("."))
    node: Any = data
    path: Path = ()
    above: dict[str, object] = {}
    for key in (*element, edit.parameter, *shape.names):
        if is_declared(edit.rule) and len(path) >= len(element):
            above |= {part: node[part] for part in PARTS if part in node}
        if key not in node:
            known = [".".join(map(str, (*path, one))) for one in node]
            raise unknown_name("change.not_given", ".".join(map(str, (*path, key))), known)
        node, path = node[key], (*path, key)
    return path, node, above


def _rows(written: object) -> tuple[str, list[Any]] | None:
    """The rows of a table, of bands or of a list, and what they are called; None of one value."""
    if isinstance(written, list):
        return "steps", written
    if not isinstance(written, dict):
        return None
    return next(((name, written[name]) for name in LISTS if name in written), None)


def _is_absent(written: object) -> bool:
    """Whether there is one word of absence, which may stand for all rows: they are cited alike."""
    found = written.get("value") if isinstance(written, dict) else written
    return absent_value(found) is not None


def _columns(data: Mapping[str, Any], edit: Edit, shape: Shape, rows: str) -> dict[str, Any]:
    """What picks a row: the columns of a table, the threshold of a band, a step's number."""
    if rows == "bands":
        return {"from": int}
    if rows == "steps":
        return {"step": shape.value_kind}
    return columns_of(edit.rule, shape, _by(data, edit))


def _by(data: Mapping[str, Any], edit: Edit) -> Iterator[str]:
    """What a declared table depends on: a variant's own word, or that of the default reading."""
    section, _, key = edit.rule.partition(".")
    default = data.get(section, {}).get(key, {})
    varied = data.get("variant", {}).get(edit.variant, {}).get(section, {}).get(key, {})
    found = varied.get("by", default.get("by", []))
    for one in found.get("steps", []) if isinstance(found, dict) else found:
        yield one["value"] if isinstance(one, dict) else one


def _row(data: Mapping[str, Any], edit: Edit, shape: Shape, name: str, rows: list[Any]) -> int:
    """The number of the row that the keys pick, counted from 0."""
    columns = _columns(data, edit, shape, name)
    given = [_key(one, kind, data) for one, kind in zip(shape.rest, columns.values(), strict=False)]
    # A step is told by its place too, whatever a policy calls what it declares.
    place = " ".join(shape.rest)
    if len(shape.rest) == len(columns):
        for number, row in enumerate(rows):
            keys = [_key(_cell(row, column), kind, data) for column, kind in columns.items()]
            if keys == given or (name == "steps" and place == str(number + 1)):
                return number
    known = tuple(" ".join(f"{column}={_cell(row, column)}" for column in columns) for row in rows)
    if not shape.rest:
        raise RefusedError("change.which_row", ("known", known))
    raise RefusedError("change.no_row", ("found", place), ("known", known))


def _cell(row: Any, column: str) -> object:  # noqa: ANN401 - a row, or the bare name of a step
    """What a row says in a column; of a step the step itself."""
    if not isinstance(row, dict):
        return row
    return row.get("value" if column == "step" and "step" not in row else column)


def _key(name: object, kind: Any, data: Mapping[str, Any]) -> str:  # noqa: ANN401 - any annotation
    return english_key(str(name), kind, data)
