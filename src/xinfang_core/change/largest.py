"""The few largest of many (最大的几件), kept while all go by."""

from __future__ import annotations

from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

if TYPE_CHECKING:
    from decimal import Decimal

Item = TypeVar("Item")


@frozen
class Largest(Generic[Item]):
    """So many items of the greatest size, the first of equals.

    Attributes:
        most: how many are kept.

    """

    most: int
    _kept: list[tuple[int | Decimal, int, Item]] = field(init=False, factory=list)

    def add(self, size: int | Decimal, place: int, item: Item) -> None:
        """One more item, of a size at a place of its own: no two items have the same one."""
        entry = (size, -place, item)
        if len(self._kept) < self.most:
            heappush(self._kept, entry)
        elif entry[:2] > self._kept[0][:2]:
            heapreplace(self._kept, entry)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is kept, the largest first."""
        return tuple(
            item for _, _, item in sorted(self._kept, key=lambda one: one[:2], reverse=True)
        )
