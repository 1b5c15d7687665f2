"""What belongs together in two versions of a list (对应): by what is the same, the surest first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    Item = TypeVar("Item")
    Key = TypeVar("Key", bound=Hashable)


def paired(
    old: Sequence[Item], new: Sequence[Item], *same: Callable[[Item], Hashable]
) -> tuple[tuple[Item | None, Item | None], ...]:
    """Each item of both lists once, with what it is in the other; None where it is nothing there.

    Args:
        old: the older list.
        new: the newer list.
        same: what two items have alike that are one, the surest sign first; of several that look
            alike the first is the first. A sign that is None tells nothing.

    Returns:
        The pairs in the order of ``new``; what only ``old`` has stands behind what it followed.

    """
    met: dict[int, int] = {}
    for sign in same:
        left = defaultdict(list)
        taken = set(met.values())
        for place, item in enumerate(old):
            if place not in taken and (key := sign(item)) is not None:
                left[key].append(place)
        for place, item in enumerate(new):
            found = left.get(sign(item)) if place not in met else None
            if found:
                met[place] = found.pop(0)
    return tuple(_in_order(old, new, met))


def _in_order(
    old: Sequence[Item], new: Sequence[Item], met: dict[int, int]
) -> Iterator[tuple[Item | None, Item | None]]:
    """The pairs, where ``met`` tells of a place in ``new`` the place in ``old``."""
    follows = _followers(range(len(old)), set(met.values()))
    yield from ((old[place], None) for place in follows[None])
    for place, item in enumerate(new):
        before = met.get(place)
        if before is None:
            yield None, item
            continue
        yield old[before], item
        yield from ((old[gone], None) for gone in follows[before])


def _followers(places: Iterable[int], kept: set[int]) -> dict[int | None, list[int]]:
    """By the last kept place before them the places that are gone."""
    follows: dict[int | None, list[int]] = defaultdict(list)
    last = None
    for place in places:
        if place in kept:
            last = place
        else:
            follows[last].append(place)
    return follows


def merged(old: Iterable[Key], new: Iterable[Key]) -> tuple[Key, ...]:
    """The keys of both, each once, in the order that ``paired`` has."""
    pairs = paired((*old,), (*new,), lambda key: key)
    return tuple(before if after is None else after for before, after in pairs)  # type: ignore[misc]
