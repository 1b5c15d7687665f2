"""The other side of a threshold (临界的另一边): one less, where that decides otherwise."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from making.marks import Mark, Marking

Json = dict[str, Any]


def other_sides(rule: str, requests: list[Json], marking: Marking) -> list[Json]:
    """Requests like these with a number one less, which the rule decides otherwise.

    The numbers of small requests are as small as can be for what they show.
    """
    found: dict[tuple[str, int], Json] = {}
    for request in requests:
        here = _shown(rule, request, marking)
        for name, value, less in _one_less(request):
            if (name, value) not in found and _shown(rule, less, marking) not in {here, None}:
                found[name, value] = less
    return list(found.values())


def _shown(rule: str, request: Json, marking: Marking) -> frozenset[Mark] | None:
    marked = marking.marked(request)
    return frozenset(one for one in marked.marks if one[1] == rule) if marked else None


def _one_less(request: Json) -> Iterator[tuple[str, int, Json]]:
    for name, value in request["case"].items():
        if type(value) is int and value > 1:
            less = deepcopy(request)
            less["case"][name] = value - 1
            yield name, value, less
    for place, event in enumerate(request["case"]["events"]):
        if event.get("extension", 1) > 1:
            less = deepcopy(request)
            less["case"]["events"][place]["extension"] -= 1
            yield "extension", event["extension"], less
