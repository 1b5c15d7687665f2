"""Where a value is written, and how firmly (依据)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

from xinfang_core.vocabulary import Absent, Basis

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from xinfang_core.messages import Lang

Value = TypeVar("Value", covariant=True)
Key = TypeVar("Key", bound="Hashable")


@frozen
class Citation:
    """The sentence an answer rests on (引用).

    Attributes:
        source: title of the source, such as 信访条例; empty for a reading made in code
            that holds whatever the source.
        clause: locator inside the source, such as 第二十三条第二款.
        phrase: the few words that carry the value; empty where nothing can be quoted.
        basis: stated, interpreted or assumed.
        note: which reading and why, or who should confirm; needed unless stated.

    """

    source: str
    clause: str
    phrase: str
    basis: Basis
    note: str = ""

    def text(self, lang: Lang = "zh") -> str:
        """Source, clause, phrase and basis on one line, without the note."""
        quoted = f"“{self.phrase}”" if self.phrase else ""
        place = " ".join(part for part in (self.source, self.clause) if part)
        return f"{place}{quoted}〔{self.basis.text(lang)}〕"


@frozen
class Sourced(Generic[Value]):
    """A value with its citation; ``silent`` or ``none`` may stand in its place."""

    value: Value | Absent
    citation: Citation


@frozen
class Table(Generic[Key, Value]):
    """A complete table: one sourced value for every combination of its keys.

    Completeness is checked where the table is read; a look-up therefore never fails.
    """

    cells: Mapping[Key, Sourced[Value]] = field(hash=False)

    def __getitem__(self, key: Key) -> Sourced[Value]:
        return self.cells[key]


_FIRMEST_FIRST = tuple(Basis)


def weakest(citations: Iterable[Citation]) -> Citation | None:
    """The citation with the weakest basis, the first of equals; None where there is none."""
    return max(citations, key=lambda item: _FIRMEST_FIRST.index(item.basis), default=None)
