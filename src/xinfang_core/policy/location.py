"""A place in a TOML file that is being read, and what is wrong there (读取位置)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import Factory, define, evolve, field, frozen

from xinfang_core.errors import PolicyDataError
from xinfang_core.policy.key_names import key_called
from xinfang_core.policy.scalars import read_scalar
from xinfang_core.refusals import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import (
    Declarations,
    EventKind,
    LimitName,
    MatterKind,
    MeasureName,
    ReplyKind,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from xinfang_core.errors import Fault
    from xinfang_core.sources import Citation
    from xinfang_core.toml_reader import Document, Key, Path

MOST_SUGGESTIONS = 20
"""Unknown names of a file for which the nearest known one is looked up; it takes its time."""

DECLARING = ("kind", "event", "limit", "ladder", "measure", "score", "payment", "series")
"""The sections in which a policy declares things, each under its own key."""

_NOTHING: Mapping[str, Path] = {}

_BESIDE: Mapping[Any, Any] = {
    MatterKind: ReplyKind,
    Step: EventKind,
    LimitName: LimitName,
    MeasureName: MeasureName,
}
"""The closed lists beside which a policy may declare names, by what is wanted there."""

_OWN_ALONE = frozenset({LimitName, MeasureName})
"""What is named by the file alone, beside no closed list."""


@define
class Faults:
    """Every fault of a file, in the order of reading; what is found twice is noted once."""

    _found: dict[Fault, None] = field(factory=dict)
    _names: int = 0

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._found)

    def add(self, *faults: Fault) -> None:
        """Note faults."""
        self._found.update(dict.fromkeys(faults))

    def unknown(self, code: str, found: object, known: Iterable[str]) -> RefusedError:
        """The refusal of a name, of the first ones with the nearest known one."""
        self._names += 1
        return unknown_name(code, found, known, suggest=self._names <= MOST_SUGGESTIONS)


@frozen
class TomlFile:
    """A file that is being read.

    Attributes:
        document: the parsed file with its positions.
        title: the source's title, for citations.
        clauses: locator by clause id.
        sources: the source of a clause that is not from the policy's own source, by its id.
        declared: the names that the file declares beside the closed lists.
        faults: every fault found so far.
        citations: those read so far, by their parts as written; many values share one.

    """

    document: Document
    title: str = ""
    clauses: Mapping[str, str] = field(factory=dict)
    sources: Mapping[str, str] = field(factory=dict)
    declared: Declarations = field(factory=Declarations)
    faults: Faults = Factory(Faults)
    citations: dict[tuple[object, ...], Citation] = field(factory=dict)

    def cited(self, clause: str) -> tuple[str, str]:
        """The title of the source and the place in it that a clause's id stands for."""
        return self.sources.get(clause, self.title), self.clauses.get(clause, "")


class Location(NamedTuple):
    """One place of one file.

    Attributes:
        file: the file.
        path: the keys that lead here.
        inherited: where the keys stand that a table hands down to this cell.

    """

    file: TomlFile
    path: Path = ()
    inherited: Mapping[str, Path] = _NOTHING

    @property
    def document(self) -> Document:
        """The parsed file with its positions."""
        return self.file.document

    @property
    def faults(self) -> Faults:
        """Every fault of the file so far."""
        return self.file.faults

    @property
    def parameter(self) -> str:
        """The parameter that it belongs to, as ``rule.parameter``, of whatever variant."""
        path = self.path[2:] if self.path[:1] == ("variant",) else self.path
        return ".".join(map(str, path[: 3 if path[0] in DECLARING else 2]))

    def at(self, key: Key) -> Location:
        """The place one step down; for an inherited key the place that it is inherited from."""
        return Location(self.file, self.inherited.get(str(key)) or (*self.path, key))

    def inheriting(self, inherited: Mapping[str, Path]) -> Location:
        """The same place, to which a table hands down some keys."""
        return Location(self.file, self.path, inherited)

    def citing(
        self, title: str, clauses: Mapping[str, str], sources: Mapping[str, str]
    ) -> Location:
        """The same place, where values are cited by the title and the clauses of the file."""
        file = evolve(self.file, title=title, clauses=clauses, sources=sources, citations={})
        return Location(file, self.path, self.inherited)

    def declaring(self, declared: Declarations) -> Location:
        """The same place, where names may stand that the file declares."""
        return Location(evolve(self.file, declared=declared), self.path, self.inherited)

    def members(self, kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a closed list, or one that is added to
        """Every name that may stand where one of ``kind`` is wanted, in order."""
        terms = _BESIDE.get(kind)
        if terms is None:
            return tuple(kind)
        declared = self.file.declared.names(terms)
        if terms in _OWN_ALONE:
            return declared
        # Kinds of its own stand for the list, steps are added to it.
        return declared if terms is ReplyKind and declared else (*terms, *declared)

    def refuse(self, code: str, *facts: tuple[str, object], at_value: bool = False) -> None:
        """Note a fault here; what several cells inherit is noted once."""
        self.faults.add(self.document.fault(code, self.path, facts, at_value=at_value))

    def raise_faults(self) -> None:
        """Raise what is wrong with the file so far, if anything is, in the order of its lines.

        Raises:
            PolicyDataError: every fault of the file.

        """
        if self.faults:
            places = sorted(self.faults, key=lambda fault: (fault.line, fault.column))
            raise PolicyDataError(*places)

    def scalar(self, found: object, kind: Any) -> Any:  # noqa: ANN401 - any annotation
        """``found`` as one value of ``kind``; None with a fault where it is something else."""
        try:
            return self._read(found, kind)
        except RefusedError as refused:
            self.refuse(refused.code, *refused.facts, at_value=True)
            return None

    def table(self, found: object) -> dict[str, object] | None:
        """``found`` as a TOML table; None with a fault where it is something else."""
        if isinstance(found, dict):
            return found
        self.refuse("value.not_table", ("found", shown(found)), at_value=True)
        return None

    def listed(self, found: object) -> list[object]:
        """``found`` as a list; an empty one with a fault where it is something else."""
        if isinstance(found, list):
            return found
        self.refuse("value.not_list", ("found", shown(found)), at_value=True)
        return []

    def items(self, found: object) -> list[tuple[Location, object]]:
        """The items of the list ``found``, each with its place; a fault for all else."""
        return [(self.at(index), item) for index, item in enumerate(self.listed(found))]

    def tables(self, found: object) -> list[tuple[Location, dict[str, object]]]:
        """The tables of the list ``found``, each with its place; a fault for all else."""
        tables = [(here, here.table(item)) for here, item in self.items(found)]
        return [(here, table) for here, table in tables if table is not None]

    def check_name(
        self, code: str, found: object, known: Collection[str], *, at_value: bool = False
    ) -> bool:
        """Whether ``found`` is one of the known names; a fault with the nearest one if not."""
        if found in known:
            return True
        key = key_called(found) if isinstance(found, str) else None
        if key in known:
            self.refuse("name.chinese", ("found", found), ("wanted", key), at_value=at_value)
            return False
        refused = self.faults.unknown(code, found, known)
        self.refuse(refused.code, *refused.facts, at_value=at_value)
        return False

    def check_keys(self, found: Iterable[str], known: Collection[str]) -> None:
        """A fault for each key that is not known, with the nearest known one."""
        for key in found:
            if key not in known:
                self.at(key).check_name("key.unknown", key, known)

    def required(self, raw: Mapping[str, object], name: str, kind: Any) -> Any:  # noqa: ANN401
        """The value of a key that must be there."""
        if name in raw:
            return self.scalar_at(name, raw[name], kind)
        self.refuse("key.missing", ("name", name))
        return None

    def optional(
        self,
        raw: Mapping[str, object],
        name: str,
        kind: Any,  # noqa: ANN401 - any annotation
        default: Any = None,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """The value of a key that may be there; None with a fault where it is something else."""
        return self.scalar_at(name, raw[name], kind) if name in raw else default

    def scalar_at(self, key: Key, found: object, kind: Any) -> Any:  # noqa: ANN401
        """The same as ``at(key).scalar(found, kind)``; the place is only made for a fault."""
        try:
            return self._read(found, kind)
        except RefusedError:
            return self.at(key).scalar(found, kind)

    def _read(self, found: object, kind: Any) -> Any:  # noqa: ANN401
        """One value; where a policy may declare names, one of those that may stand here."""
        terms = _BESIDE.get(kind)
        if terms is None:
            return read_scalar(found, kind)
        if terms not in _OWN_ALONE and not self.file.declared.names(terms):
            return read_scalar(found, terms)
        known = self.members(kind)
        for one in known:
            if found in (one.name, one.value):
                return one
        raise unknown_name("value.unknown_term", found, (one.name for one in known))
