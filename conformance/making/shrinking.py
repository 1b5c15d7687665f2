"""The same with less (精简): a request without what it does not need to show what it shows."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = dict[str, Any]
_KEPT = {"case", "policy", "as_of"}


def shrunk(request: Json, shows: Callable[[Json], bool]) -> Json:
    """The smallest request found that still shows it."""
    while True:
        smaller = next((one for one in _smaller(request) if shows(one)), None)
        if smaller is None:
            return request
        request = smaller


def _smaller(request: Json) -> Iterator[Json]:
    """What is a bit less, each in a copy."""
    for key in sorted(set(request) - _KEPT):
        yield {name: one for name, one in request.items() if name != key}
    case = request["case"]
    events = case["events"]
    for place in range(len(events)):
        yield _with(request, {**case, "events": [*events[:place], *events[place + 1 :]]})
    for name in sorted(set(case) - {"case_no", "events"}):
        yield _with(request, {key: one for key, one in case.items() if key != name})
    for place, event in enumerate(events):
        for name in sorted(set(event) - {"kind", "at"}):
            fewer = {key: one for key, one in event.items() if key != name}
            yield _with(request, {**case, "events": [*events[:place], fewer, *events[place + 1 :]]})
    for name, value in case.items():
        if isinstance(value, list) and name != "events":
            for one in value:
                yield _with(request, {**case, name: [other for other in value if other != one]})
        if type(value) is int and value > 1:
            yield _with(request, {**case, name: value - 1})


def _with(request: Json, case: Json) -> Json:
    kept = {name: one for name, one in case.items() if one != [] or name == "events"}
    return {**deepcopy(request), "case": deepcopy(kept)}
