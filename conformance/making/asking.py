"""Requests made up at random, as the contract allows them (随机的请求).

What a case may say is read off the contract itself, so a new fact is asked about by itself.
The same seed makes the same requests; nothing here knows a rule.
"""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from xinfang_core.codec.schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Json = dict[str, Any]

NEWEST = date(2026, 6, 30)
"""Later days are asked about only as they were seen on a day named by ``known_on``: what is
published later must not change the answers of cases that stand."""

_SPANS = (
    (date(2024, 6, 3), 640),
    (date(2025, 8, 1), 130),
    (date(2021, 9, 1), 400),
    (date(2019, 1, 2), 700),
)
_KNOWN_ON = ("2021-10-20", "2024-10-08", "2025-06-01", "2025-10-15")
_FEW_DAYS = (0, 0, 0, 1, 1, 2, 3, 5, 7, 10, 14, 15, 16, 21, 30, 31, 45, 60, 61, 90, 100)
_COUNTS = (1, 1, 2, 3, 4, 5, 6, 8, 12)
_AMOUNTS = ("0", "5", "10", "15", "20", "45")
_NEEDED = {
    "extend": ("extension",),
    "evaluate": ("grade", "target"),
    "promise": ("until",),
    "suspend": ("cause",),
    "inform": ("mode",),
    "pay_award": ("amount",),
}
_MAY_HAVE = {"extend": ("reason_told",), "plan": ("until",), "supervise": ("step",)}


@frozen
class Asking:
    """Makes requests about a policy.

    Attributes:
        policy: its id.
        variants: its readings.
        steps: the events that it declares itself.
        random: where chance comes from.

    """

    policy: str
    variants: tuple[str, ...]
    random: Random
    facts: dict[str, Json] = field(init=False, repr=False)
    kinds: tuple[str, ...] = field(init=False, repr=False)
    details: dict[str, Json] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        facts = deepcopy(_case_schema()["properties"])
        events = facts.pop("events")["items"]["properties"]
        for name in ("case_no", "agent_no"):
            del facts[name]
        object.__setattr__(self, "facts", facts)
        kinds = tuple(one["const"] for one in events["kind"]["anyOf"][0]["oneOf"])
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "details", events)

    def first(self) -> Json:
        """A request about a case of a few facts and events."""
        begin = self._begin()
        case: Json = {"case_no": "1"}
        for name in self.random.sample(sorted(self.facts), self.random.randrange(14)):
            case[name] = self._value(self.facts[name], begin)
        case["events"] = [self._event(begin) for _ in range(self.random.randrange(6))]
        as_of = begin + timedelta(self.random.choice(_FEW_DAYS))
        return {"case": case, "policy": self.policy, "as_of": str(as_of)}

    def changed(self, request: Json, days: tuple[date, ...], other: Json) -> Json:
        """The request with a few things changed.

        Args:
            request: from where to go.
            days: days that mean something to its answer, such as last days of limits.
            other: another request, of which something may be taken over.

        """
        found = deepcopy(request)
        for _ in range(self.random.choice((1, 1, 2, 3, 5))):
            self.random.choice(self.changes)(self, found, days, other)
        return found

    def _fact(self, request: Json, days: tuple[date, ...], _: Json) -> None:
        name = self.random.choice(sorted(self.facts))
        near = self._near(request, days)
        request["case"][name] = self._value(self.facts[name], near)

    def _less(self, request: Json, _: tuple[date, ...], __: Json) -> None:
        names = sorted(set(request["case"]) - {"case_no", "events"})
        if names:
            del request["case"][self.random.choice(names)]

    def _more_events(self, request: Json, days: tuple[date, ...], _: Json) -> None:
        request["case"]["events"].append(self._event(self._near(request, days)))

    def _fewer_events(self, request: Json, _: tuple[date, ...], __: Json) -> None:
        events = request["case"]["events"]
        if events:
            del events[self.random.randrange(len(events))]

    def _moved(self, request: Json, days: tuple[date, ...], _: Json) -> None:
        events = request["case"]["events"]
        if events:
            event = self.random.choice(events)
            event["at"] = str(self._near(request, days))

    def _other_day(self, request: Json, days: tuple[date, ...], _: Json) -> None:
        request["as_of"] = str(self._near(request, days))

    def _taken_over(self, request: Json, _: tuple[date, ...], other: Json) -> None:
        case, found = request["case"], other["case"]
        for name in sorted(set(found) - {"case_no", "events"}):
            if self._often(30):
                case[name] = found[name]
        kept = [deepcopy(one) for one in found["events"] if self._often(50)]
        case["events"] = [*case["events"], *kept][:12]

    def _terms(self, request: Json, _: tuple[date, ...], __: Json) -> None:
        said = self.random.choice(("allow_assumed", "known_on", "variant"))
        if request.pop(said, None) is not None:
            return
        if said == "allow_assumed":
            request[said] = False
        elif said == "known_on":
            request[said] = self.random.choice(_KNOWN_ON)
        elif self.variants:
            request[said] = self.random.choice(self.variants)

    changes: ClassVar[tuple[Callable[[Asking, Json, tuple[date, ...], Json], None], ...]] = (
        *(_fact,) * 4,
        _less,
        *(_more_events,) * 4,
        _fewer_events,
        *(_moved,) * 3,
        *(_other_day,) * 3,
        _taken_over,
        _terms,
    )
    """What may be changed, as often as it is worth it."""

    def _often(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def _near(self, request: Json, days: tuple[date, ...]) -> date:
        """A day that has to do with the request."""
        if days and self._often(50):
            return self.random.choice(days) + timedelta(self.random.choice((0, 0, 1, 1, -1)))
        known = [one["at"][:10] for one in request["case"]["events"]] or [request["as_of"]]
        near = date.fromisoformat(self.random.choice(known))
        return near + timedelta(self.random.choice((1, 1, 1, -1)) * self.random.choice(_FEW_DAYS))

    def _begin(self) -> date:
        begin, length = self.random.choice(_SPANS[:2] if self.policy != "national" else _SPANS)
        return begin + timedelta(self.random.randrange(length))

    def _event(self, near: date) -> Json:
        kind = self.random.choice(self.kinds)
        event: Json = {"kind": kind, "at": str(near + timedelta(self.random.choice(_FEW_DAYS)))}
        names = [*_NEEDED.get(kind, ())]
        names += [one for one in _MAY_HAVE.get(kind, ()) if self._often(70)]
        for name in names:
            event[name] = self._value(self.details[name], near)
        return event

    def _value(self, schema: Json, near: date) -> Any:  # noqa: ANN401 - whatever the contract allows
        kind = schema.get("type")
        if kind == "array":
            terms = [one["const"] for one in schema["items"]["oneOf"]]
            return self.random.sample(terms, self.random.choice((1, 1, 2, min(3, len(terms)))))
        if kind == "boolean":
            return self._often(50)
        if kind == "integer":
            return self.random.choice(_COUNTS) * self.random.choice((1, 1, 1, 10))
        if "anyOf" in schema:
            schema = schema["anyOf"][0]
        if "oneOf" in schema:
            return self.random.choice([one["const"] for one in schema["oneOf"]])
        if "[0-9]{4}" in schema["pattern"]:
            return str(near + timedelta(self.random.choice(_FEW_DAYS)))
        return self.random.choice(_AMOUNTS)


def _case_schema() -> Json:
    found: Json = json.loads(json.dumps(schema_of("request")))["$defs"]["Case"]
    return found
