"""Values changed by a notice (照通知改): each cites the notice, whose clauses say what they do.

A version is written because of a document. So what it changes has to cite a clause of that, known
by its ``since``; and a clause that carries out a value says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.change.editing import AnyEdit, rewritten
from xinfang_core.change.edits import ClauseEdit, Edit
from xinfang_core.change.places import Place, place_of
from xinfang_core.errors import PolicyDataError
from xinfang_core.messages import render
from xinfang_core.policy.published import recorded_digest
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from xinfang_core.toml_reader import Document

_SAID = ("from", "value", "unit")
"""The parts of a value that are not its citation."""


def amended(text: str, file: str, edits: Iterable[AnyEdit], *, first: bool) -> str:
    """The file with the edits in it, and its clauses with what they now carry out.

    Whether it reads is for the caller to ask, together with the policy's other files.

    Args:
        text: the whole file.
        file: its name.
        edits: what is to be changed.
        first: whether the policy has no earlier edition: then any clause may be cited.

    Raises:
        PolicyDataError: every edit that leads nowhere, every changed value that cites a clause
            which did not come with this edition; a published file, which is not edited.

    """
    wanted = tuple(edits)
    check_unpublished(text, file)
    found = rewritten(text, file, wanted)
    if found == text:
        return text
    after = read_toml(found, file)
    values = [one for one in wanted if isinstance(one, Edit)]
    changes = tuple(_changes(read_toml(text, file), after, values))
    if not first:
        _check_cited(after, changes)
    return rewritten(found, file, _carried_out(after.data, changes))


def check_unpublished(text: str, file: str) -> None:
    """Nothing is changed in a file whose version is published: a change is a new version.

    Raises:
        PolicyDataError: it is published.

    """
    document = read_toml(text, file)
    head: Any = document.data.get("policy", {})
    label = f"{head.get('id')}@{head.get('effective')}"
    if recorded_digest(label) is not None:
        raise PolicyDataError(document.fault("change.published", ("policy",), (("label", label),)))


@frozen
class _Change:
    """A value before and after."""

    edit: Edit
    before: Place
    after: Place

    @property
    def says_otherwise(self) -> bool:
        """Whether more than its citation changes."""
        return any(self.before.part(name) != self.after.part(name) for name in _SAID)

    @property
    def code(self) -> str:
        """The parameter, as a clause names it."""
        return f"{self.edit.rule}.{self.edit.parameter}"


def _changes(before: Document, after: Document, edits: Iterable[Edit]) -> Iterator[_Change]:
    """What the edits changed."""
    for edit in edits:
        was = place_of(before.data, edit)
        now: Any = after.data
        for key in was.path:
            now = now[key]
        if now != was.written:
            yield _Change(edit, was, Place(was.path, now, was.above, was.kind))


def _check_cited(document: Document, changes: Iterable[_Change]) -> None:
    """Every changed value cites a clause that came with this edition.

    Raises:
        PolicyDataError: every one that does not, with the clauses that would do.

    """
    data: Any = document.data
    day = data["policy"]["effective"]
    came = [one["id"] for one in data.get("clause", []) if one.get("since") == day]
    code = "change.not_since" if came else "change.no_clause"
    faults = [
        document.fault(
            code,
            change.before.path,
            (("clause", change.after.part("clause")), ("day", day), ("known", tuple(came))),
        )
        for change in changes
        if change.says_otherwise and change.after.part("clause") not in came
    ]
    if faults:
        raise PolicyDataError(*dict.fromkeys(faults))


def _carried_out(data: Mapping[str, Any], changes: Iterable[_Change]) -> Iterator[ClauseEdit]:
    """What the clauses carry out once other values cite them."""
    clauses = {one["id"]: one for one in data.get("clause", [])}
    for change in changes:
        old, new = (place.part("clause") for place in (change.before, change.after))
        named = clauses.get(new, {}).get("encoded_by", [])
        if new in clauses and not {change.code, change.edit.rule} & {*named}:
            clauses[new]["encoded_by"] = named = [*named, change.code]
            yield ClauseEdit(str(new), encoded_by=tuple(named), set_aside="")
        left = clauses.get(old, {}).get("encoded_by", [])
        if old != new and change.code in left and old not in _cited(data, change.edit):
            clauses[old]["encoded_by"] = left = [one for one in left if one != change.code]
            aside = "" if left else render("change.replaced", {"clause": new})
            yield ClauseEdit(str(old), encoded_by=tuple(left), set_aside=aside)


def _cited(data: Mapping[str, Any], edit: Edit) -> set[object]:
    """The clauses that the parameter of an edit cites, in the default reading and in variants."""
    readings = (data, *data.get("variant", {}).values())
    return {clause for one in readings for clause in _within(one, edit)}


def _within(reading: Mapping[str, Any], edit: Edit) -> Iterator[object]:
    """The clauses cited in one reading; what is declared hands its own down."""
    node: Any = reading
    for key in edit.rule.split("."):
        node = node.get(key, {})
    found = node.get(edit.parameter)
    if found and "clause" in node and not (isinstance(found, dict) and "clause" in found):
        yield node["clause"]
    yield from _clauses(found)


def _clauses(node: object) -> Iterator[object]:
    """Every clause that is named in a value."""
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "clause")
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from _clauses(one)
