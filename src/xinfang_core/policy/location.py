"""A place in a policy file that is being read, and what is wrong there (读取位置)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from xinfang_core.policy.scalars import strict_converter
from xinfang_core.refusals import RefusedError, shown, unknown_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cattrs import Converter

    from xinfang_core.errors import Fault
    from xinfang_core.toml_reader import Document, Key, Path


@frozen
class Location:
    """One place of one document; all locations of a document share its faults.

    Attributes:
        document: the parsed file with its positions.
        path: the keys that lead here.
        title: the source's title, for citations.
        clauses: locator by clause id.
        sources: the source of a clause that is not from the policy's own source, by its id.
        inherited: where the keys stand that a table hands down to this cell.
        faults: every fault found so far, in the order of reading.
        converter: refuses what is not of the wanted kind.

    """

    document: Document
    path: Path = ()
    title: str = ""
    clauses: Mapping[str, str] = field(factory=dict)
    sources: Mapping[str, str] = field(factory=dict)
    inherited: Mapping[str, Path] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    converter: Converter = field(factory=strict_converter)

    def at(self, key: Key) -> Location:
        """The place one step down; for an inherited key the place that it is inherited from."""
        path = self.inherited.get(str(key), (*self.path, key))
        return evolve(self, path=path, inherited={})

    def refuse(self, code: str, *facts: tuple[str, object], at_value: bool = False) -> None:
        """Note a fault here; what several cells inherit is noted once."""
        fault = self.document.fault(code, self.path, facts, at_value=at_value)
        if fault not in self.faults:
            self.faults.append(fault)

    def scalar(self, found: object, kind: Any) -> Any:  # noqa: ANN401 - any annotation
        """``found`` as one value of ``kind``; None with a fault where it is something else."""
        try:
            return self.converter.structure(found, kind)
        except RefusedError as refused:
            self.refuse(refused.code, *refused.facts, at_value=True)
            return None

    def table(self, found: object) -> dict[str, object] | None:
        """``found`` as a TOML table; None with a fault where it is something else."""
        if isinstance(found, dict):
            return found
        self.refuse("value.not_table", ("found", shown(found)), at_value=True)
        return None

    def items(self, found: object) -> list[tuple[Location, object]]:
        """The items of the list ``found``, each with its place; a fault for all else."""
        if isinstance(found, list):
            return [(self.at(index), item) for index, item in enumerate(found)]
        self.refuse("value.not_list", ("found", shown(found)), at_value=True)
        return []

    def tables(self, found: object) -> list[tuple[Location, dict[str, object]]]:
        """The tables of the list ``found``, each with its place; a fault for all else."""
        tables = [(here, here.table(item)) for here, item in self.items(found)]
        return [(here, table) for here, table in tables if table is not None]

    def check_name(
        self, code: str, found: object, known: Iterable[str], *, at_value: bool = False
    ) -> bool:
        """Whether ``found`` is one of the known names; a fault with the nearest one if not."""
        names = tuple(known)
        if found in names:
            return True
        refused = unknown_name(code, found, names)
        self.refuse(refused.code, *refused.facts, at_value=at_value)
        return False

    def check_keys(self, found: Iterable[str], known: Iterable[str]) -> None:
        """A fault for each key that is not known, with the nearest known one."""
        names = tuple(known)
        for key in found:
            self.at(key).check_name("key.unknown", key, names)

    def required(self, raw: Mapping[str, object], name: str, kind: Any) -> Any:  # noqa: ANN401
        """The value of a key that must be there."""
        if name not in raw:
            self.refuse("key.missing", ("name", name))
            return None
        return self.at(name).scalar(raw[name], kind)
