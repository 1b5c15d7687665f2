"""The address of each value of a policy (取值的路径), by which edits and people point to it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, get_origin

from attrs import frozen

from xinfang_core.change.shapes import columns_of, parameters_of, shape_of
from xinfang_core.policy.wording import whole_of
from xinfang_core.sources import Bands, CitedList
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.policy.listing import Line


@frozen
class Address:
    """Where a value stands in its policy, in names alone (路径).

    ``rule``, ``parameter``, ``keys`` and ``variant`` are those of an ``Edit`` of the value.

    Attributes:
        rule: the rule, or what is declared as ``SECTION.KEY``.
        parameter: its name there.
        keys: the names under which it has values of its own, then what picks one.
        columns: what each of the last keys is: a table's column, ``from`` or ``step``.
        variant: the variant; empty for the default reading.

    """

    rule: str
    parameter: str
    keys: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    variant: str = ""

    @property
    def path(self) -> str:
        """Rule and parameter, with the names under that, such as ``limit.sign_for.limit``."""
        names = self.keys[: len(self.keys) - len(self.columns)]
        return ".".join((self.rule, self.parameter, *names))

    @property
    def picks(self) -> tuple[str, ...]:
        """What picks one value, each as ``column=key``; empty where there is only one."""
        keys = self.keys[len(self.keys) - len(self.columns) :]
        return tuple(f"{name}={key}" for name, key in zip(self.columns, keys, strict=True))

    def text(self) -> str:
        """Path, picks and variant as the command line takes them."""
        return " ".join(self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of ``text``, of a variant the last of them."""
        of_variant = (f"--variant={self.variant}",) if self.variant else ()
        return (self.path, *self.picks, *of_variant)


def addressed(found: Iterable[Line]) -> Iterator[tuple[Line, Address]]:
    """Each line with its address; the steps of a list are counted from 1.

    Args:
        found: all lines of an edition, in their order.

    """
    known = tuple(found)
    by: dict[tuple[str, str], list[str]] = {}
    for line in known:
        if line.parameter == "by":
            by.setdefault((line.variant, line.rule), []).append(str(_key(line.value)))
    for _, group in groupby(known, whole_of):
        for number, line in enumerate(group, 1):
            depends_on = by.get((line.variant, line.rule)) or by.get(("", line.rule), [])
            yield line, _address(line, number, depends_on)


def _address(line: Line, number: int, by: Iterable[str]) -> Address:
    """The address of a line; ``number`` is that of its step."""
    keys = tuple(_key(key) for key in line.keys)
    shape = shape_of(parameters_of(line.rule)[line.parameter], keys)
    columns: tuple[str, ...] = ()
    if get_origin(shape.kinds[0]) is CitedList and not isinstance(line.value, Absent):
        keys, columns = (*keys, str(number)), ("step",)
    elif get_origin(shape.kinds[0]) is Bands:
        columns = ("from",)
    elif shape.rest:
        columns = tuple(columns_of(line.rule, shape, by))
    return Address(line.rule, line.parameter, keys, columns, line.variant)


def _key(key: object) -> str:
    """A key by its English name; a threshold as its number."""
    return str(getattr(key, "name", key))
