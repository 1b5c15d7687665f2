"""Where a value is written, and how firmly (依据)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

from xinfang_core.vocabulary import Absent, Basis

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from xinfang_core.messages import Lang

__all__ = ["Bands", "Citation", "CitedList", "Sourced", "Table"]

Value = TypeVar("Value", covariant=True)
Key = TypeVar("Key", bound="Hashable")


@frozen(cache_hash=True)
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
    """A value with its citation (取值); ``silent`` or ``none`` may stand in its place.

    Attributes:
        value: the value.
        citation: where it is written, and how firmly.
        name: where it stands in its policy, as ``rule.parameter``; empty outside of one.

    """

    value: Value | Absent
    citation: Citation
    name: str = field(default="", eq=False)


@frozen
class Table(Generic[Key, Value]):
    """A complete table: one sourced value for every combination of its keys.

    Completeness is checked where the table is read; a look-up therefore never fails.
    """

    cells: Mapping[Key, Sourced[Value]] = field(hash=False)

    def __getitem__(self, key: Key) -> Sourced[Value]:
        return self.cells[key]


@frozen
class Bands(Generic[Value]):
    """A value by thresholds on one measure (分档), the first of which is its least value.

    Order and completeness are checked where the bands are read; a look-up never fails.

    Attributes:
        starts: the thresholds, ascending; the first one is the least the measure can be.
        values: for each threshold the value from there up to the next.

    """

    starts: tuple[int, ...]
    values: tuple[Sourced[Value], ...]

    def __getitem__(self, measure: int) -> Sourced[Value]:
        return self.values[max(bisect_right(self.starts, measure), 1) - 1]


@frozen
class CitedList(Generic[Value]):
    """An ordered list of steps or items by name, each with its citation (阶梯、清单).

    Attributes:
        steps: the steps in the source's order; empty where there are none or none are told.
        absent: ``none`` or ``silent`` where the source has no list or does not give it.
        citation: of the list as a whole.
        name: where it stands in its policy, as ``rule.parameter``; empty outside of one.

    """

    steps: tuple[Sourced[Value], ...]
    citation: Citation
    absent: Absent | None = None
    name: str = field(default="", eq=False)
    values: tuple[Value | Absent, ...] = field(init=False, eq=False, repr=False)

    @values.default
    def _plain(self) -> tuple[Value | Absent, ...]:
        return tuple(step.value for step in self.steps)

    def __contains__(self, value: object) -> bool:
        return value in self.values

    def cited(self, value: object) -> Citation:
        """The citation of a step; of the list as a whole where it is no step of it."""
        if value in self.values:
            return self.steps[self.values.index(value)].citation
        return self.citation


_FIRMEST_FIRST = {basis: place for place, basis in enumerate(Basis)}


def is_weaker(one: Citation, other: Citation | None) -> bool:
    """Whether a citation is less firm than another one, or than none."""
    return other is None or _FIRMEST_FIRST[one.basis] > _FIRMEST_FIRST[other.basis]


def weakest(citations: Iterable[Citation]) -> Citation | None:
    """The citation with the weakest basis, the first of equals; None where there is none."""
    found: Citation | None = None
    for one in citations:
        if is_weaker(one, found):
            found = one
    return found
