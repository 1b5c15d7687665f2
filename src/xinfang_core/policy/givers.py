"""Which file gives a value, where files are laid one over the other (取值由哪个文件写明)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.policy.listing import lines
from xinfang_core.sources import Bands, CitedList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.policy.edition import Edition
    from xinfang_core.policy.listing import Line
    from xinfang_core.policy.location import Location


def givers(edition: Edition) -> dict[Line, Edition]:
    """Every value with the edition whose own file gives it, where files fill in one another."""
    found = dict.fromkeys(lines(edition), edition)
    below = edition.over
    while below is not None:
        found.update((line, below) for line in lines(below) if line in found)
        below = below.over
    return found


def refuse_given(location: Location, value: object, base: Edition) -> None:
    """That a parameter is given already, and by which file."""
    (giver, *_) = _givers(location, base).values()
    code = "fill.given_before" if giver.over else "fill.given"
    location.refuse(code, *_told(giver), ("value", _plain(value)))


def refuse_given_cells(location: Location, keys: Iterable[object], base: Edition) -> None:
    """That cells of a table are given already, and by which files."""
    found = _givers(location, base)
    by_file: dict[str, tuple[Edition, list[object]]] = {}
    for key in keys:
        giver = found[key if isinstance(key, tuple) else (key,)]
        by_file.setdefault(giver.own_label, (giver, []))[1].append(key)
    for giver, given in by_file.values():
        code = "fill.given_cells_before" if giver.over else "fill.given_cells"
        location.refuse(code, *_told(giver), ("keys", tuple(given)))


def _givers(location: Location, base: Edition) -> dict[tuple[object, ...], Edition]:
    """The editions whose files give a parameter, by the keys of its values."""
    return {
        line.keys: giver
        for line, giver in givers(base).items()
        if f"{line.rule}.{line.parameter}" == location.parameter and not line.variant
    }


def _told(giver: Edition) -> tuple[tuple[str, object], ...]:
    """What a message tells of the file that gives a value."""
    policy = ("policy", giver.own_label)
    return (policy, ("file", giver.file)) if giver.over else (policy,)


def _plain(value: Any) -> object:  # noqa: ANN401 - any shape but a table
    """What a parameter says, for a message."""
    if isinstance(value, Bands):
        return tuple(band.value for band in value.values)
    if isinstance(value, CitedList):
        return value.values or value.absent
    return value.value
