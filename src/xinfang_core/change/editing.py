"""A policy file with some of it written differently (改写办法文件).

The file is changed in its places, by the positions of our own reader: comments, order, spacing and
whatever is not changed stay as they are, byte for byte. What a table hands down to a cell, and the
cell is to have otherwise, is written in the cell.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from attrs import Factory, asdict, define

from xinfang_core.change.clause_texts import clause_splices, table_parts
from xinfang_core.change.edits import ClauseEdit, Edit, VariantEdit
from xinfang_core.change.places import Place, place_of
from xinfang_core.change.splicing import Splice, in_table, spliced
from xinfang_core.change.values import english_key, plain_value, toml_value
from xinfang_core.errors import Fault, PolicyDataError
from xinfang_core.policy.values import absent_value
from xinfang_core.refusals import RefusedError, unknown_name
from xinfang_core.toml_reader import read_toml, value_end
from xinfang_core.vocabulary import Basis, Measure, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.toml_reader import Document, Path

ORDER = ("from", "value", "unit", "clause", "phrase", "misprint", "basis", "note")
"""The parts of a value in the order in which they are written."""

_NEEDED = ("from", "value")

_NAMED: Mapping[str, Any] = {"unit": Unit | Measure, "basis": Basis}
"""The parts that are names of closed lists; a value is one where its kind says so."""

_HEADING = ("title", "reading_of", "confirmed")
"""What is said of a variant itself, in the order in which it is written."""

AnyEdit = Edit | ClauseEdit | VariantEdit

_Wanted = dict[str, object]
"""Parts as they are to be written; None takes one out."""


def rewritten(text: str, file: str, edits: Iterable[AnyEdit]) -> str:
    """The file with the edits in it; whether it then reads as a policy is not asked.

    Args:
        text: the whole file.
        file: its name, for faults.
        edits: what is to be changed; of two about one part the later one counts. An edit that
            changes nothing leaves the text as it is.

    Raises:
        PolicyDataError: no TOML, or every edit that leads nowhere.

    """
    document = read_toml(text, file)
    faults: list[Fault] = []
    changes = _Changes()
    for edit in edits:
        try:
            _collect(document, edit, changes)
        except RefusedError as refused:
            path = _element(edit)
            faults.append(document.fault(refused.code, path, refused.facts))
    if faults:
        raise PolicyDataError(*faults)
    return _checked(document, text, changes)


def _element(edit: AnyEdit) -> Path:
    """What an edit is about, by which it is placed where it leads nowhere; a clause never does."""
    if not isinstance(edit, Edit):
        return ("variant",)
    of_variant = ("variant", edit.variant) if edit.variant else ()
    return (*of_variant, *edit.rule.split("."), edit.parameter)


@define
class _Changes:
    """What all edits change: values by their place, clauses and variants by their names."""

    values: dict[Path, tuple[Place, _Wanted]] = Factory(dict)
    clauses: dict[str, _Wanted] = Factory(dict)
    variants: dict[str, _Wanted] = Factory(dict)


def _collect(document: Document, edit: AnyEdit, changes: _Changes) -> None:
    """Add what an edit changes to what the others do."""
    if isinstance(edit, ClauseEdit):
        changes.clauses.setdefault(edit.clause_id, {}).update(_given(edit, "clause_id"))
    elif isinstance(edit, VariantEdit):
        known: Any = document.data.get("variant", {})
        if edit.name not in known:
            raise unknown_name("change.no_variant", edit.name, known)
        changes.variants.setdefault(edit.name, {}).update(_given(edit, "name"))
    else:
        _collect_value(document, edit, changes)


def _given(edit: ClauseEdit | VariantEdit, name: str) -> _Wanted:
    """The parts that an edit gives, without the name of what it is about."""
    parts = asdict(edit, recurse=False)
    return {key: value for key, value in parts.items() if key != name and value is not None}


def _collect_value(document: Document, edit: Edit, changes: _Changes) -> None:
    """Add the parts of one value."""
    place = place_of(document.data, edit)
    _, wanted = changes.values.setdefault(place.path, (place, {}))
    for name, value in edit.parts.items():
        if name not in ORDER or (name == "from" and "from" not in place.own):
            raise RefusedError("change.other_part", ("found", name), ("known", ORDER))
        if name in _NEEDED and (value is None or value == ""):
            raise RefusedError("change.no_value", ("name", name))
        if name == "value" and place.is_step and absent_value(value) is not None:
            raise RefusedError("change.absent_step", ("found", value))
        wanted[name] = _named(document, place, name, plain_value(value))


def _named(document: Document, place: Place, name: str, value: object) -> object:
    """A part as it is to be written, a name by its key."""
    kind = place.kind if name == "value" else _NAMED.get(name, str)
    return english_key(value, kind, document.data) if isinstance(value, str) else value


def _checked(document: Document, text: str, changes: _Changes) -> str:
    """The changed text, which says what was wanted and nothing else.

    Raises:
        PolicyDataError: the file is written in a way that this module does not know.

    """
    expected: Any = deepcopy(document.data)
    splices: list[Splice] = []
    for place, wanted in changes.values.values():
        changed = _changed(document, place, wanted)
        splices += _value_splices(document, place, changed)
        _put(expected, place, changed)
    for name, wanted in changes.variants.items():
        written = table_parts(expected["variant"][name], wanted)
        splices += in_table(document, ("variant", name), written, _HEADING)
    splices += clause_splices(document, expected, changes.clauses)
    found = spliced(text, splices)
    try:
        same = read_toml(found, document.file).data == expected
    except PolicyDataError:
        same = False
    if not same:
        raise PolicyDataError(Fault("change.by_hand", (), document.file))
    return found


def _changed(document: Document, place: Place, wanted: _Wanted) -> _Wanted:
    """The parts that are to be written, of those that are wanted."""
    if not isinstance(place.written, dict) and all(
        (value or None) == _named(document, place, name, place.part(name))
        for name, value in wanted.items()
    ):
        return {}  # one that is silent has not all that would be handed down to a table
    changed: _Wanted = {}
    for name, value in wanted.items():
        above = place.above.get(name)
        if value is None or (value == "" and not above):
            changed |= {name: None} if name in place.own else {}
        elif value != _named(document, place, name, place.own.get(name, above)):
            changed[name] = value
    return changed


def _value_splices(document: Document, place: Place, changed: _Wanted) -> Iterator[Splice]:
    """What writes the parts of one value; a bare value that is told more of becomes a table."""
    written = {
        name: None if value is None else toml_value(value) for name, value in changed.items()
    }
    if isinstance(place.written, dict):
        yield from in_table(document, place.path, written, ORDER)
        return
    start, end = document.values[place.path], value_end(document, place.path)
    value = written.get("value") or document.text[start:end]
    if {*written} <= {"value"}:
        yield from [Splice(start, end, value)] if written else []
        return
    parts = {"value": value, **written}
    pairs = ", ".join(f"{name} = {parts[name]}" for name in ORDER if name in parts)
    yield Splice(start, end, f"{{ {pairs} }}")


def _put(data: Any, place: Place, changed: _Wanted) -> None:  # noqa: ANN401 - tables and lists
    """Change the data as the text is changed."""
    *way, last = place.path
    for key in way:
        data = data[key]
    if not changed:
        return
    if not isinstance(data[last], dict) and {*changed} == {"value"}:
        data[last] = changed["value"]
        return
    own = {**place.own, **changed}
    data[last] = {name: value for name, value in own.items() if value is not None}
