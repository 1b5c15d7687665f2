"""More cases (增补案例): those that there are keep their numbers, new ones follow."""

from __future__ import annotations

from typing import Any

from making.cover import Cover, canonical
from making.edges import other_sides
from making.files import ANSWERS
from making.marks import NATIONAL, Mark, Marking, sorted_out
from making.seeds import seeds
from making.whole import stories, whole_requests
from xinfang_core.policy import policy_ids

Json = dict[str, Any]


def with_more(requests: dict[str, Json], tries: int, seed: int) -> dict[str, Json]:
    """The requests, and after them those that show what none of them shows."""
    found = dict(requests)
    marking, known = Marking(), frozenset[Mark]()
    # The national text first: what its cases show, local ones need not show again.
    for policy in (NATIONAL, *(one for one in policy_ids() if one != NATIONAL)):
        taken = [one for name, one in found.items() if name.startswith(f"{policy}/")]
        cover = Cover(
            policy, (*stories()[policy], *seeds().get(policy, ()), *taken), known, seed, marking
        )
        for rule, more in cover.requests(tries, taken).items():
            both = [*more, *other_sides(rule, more, marking)]
            _add(found, policy, rule, sorted(both, key=_plainest))
        _add(found, policy, ANSWERS, whole_requests()[policy])
        if policy == NATIONAL:
            known = frozenset().union(*(marking.marks(one) for one in found.values()))
    return found


def _plainest(request: Json) -> tuple[int, int, str]:
    """The plain ones first: those under special terms and those with much in them are last."""
    return len(request), len(str(request)), canonical(request)


def _add(found: dict[str, Json], policy: str, rule: str, more: list[Json]) -> None:
    """Number those that are new, after those that there are."""
    begin = f"{policy}/{rule}/"
    own = {canonical(one): name for name, one in found.items() if name.startswith(begin)}
    last = max((int(name.rpartition("/")[2]) for name in own.values()), default=0)
    for request in map(sorted_out, more):
        text = canonical(request)
        if text not in own:
            last += 1
            own[text] = f"{begin}{last:03}"
            found[own[text]] = request
