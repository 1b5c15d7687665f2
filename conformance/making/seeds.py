"""Requests to begin from (起点): facts that only count together, which chance hardly finds."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
_DAY = "2025-10-20"
_SAME = {"same_person": True, "same_matter": True}


def seeds() -> dict[str, list[Json]]:
    """By policy; what they need not say, they lose again."""
    return {
        "national": [
            *_with_editions([*_earlier(), *_several_bodies()]),
            *_outside(),
            *_passed_on(),
            *_past_the_calendar(),
        ],
        "online-proxy": [_case("online-proxy", one, _AGENT) for one in _awards()],
        "yubei": [_case("yubei", [_event("inform", mode="notice_board")], case_class="accusation")],
    }


_AGENT = {
    "agent_category": "community_volunteer",
    "agent_registered": True,
    "agent_trained": True,
    "agent_is_petitioner": False,
    "settled": "yes",
}


def _case(policy: str, events: list[Json], facts: Json | None = None, **more: object) -> Json:
    case = {"case_no": "1", **(facts or {}), **more, "events": events}
    return {"case": case, "policy": policy, "as_of": _DAY}


def _event(kind: str, at: str = "2025-10-09", **details: object) -> Json:
    return {"kind": kind, "at": at, **details}


def _with_editions(cases: list[Json]) -> list[Json]:
    return [
        {**_case("national", [], one), "policy": f"national@{day}"} for one in cases for day in _ON
    ]


_ON = ("2005-05-01", "2022-05-01")


def _earlier() -> list[Json]:
    """What keeps a matter out that came before."""
    higher = {"visited_level": "city", "competent_level": "town", "earlier_within_limit": True}
    return [
        {**_SAME, "earlier_stage": "re_reviewed", "same_grounds": True},
        {**_SAME, "earlier_stage": "in_progress", **higher},
        {**_SAME, "earlier_stage": "in_progress", **higher, "form": "visit", "people": 12},
    ]


def _several_bodies() -> list[Json]:
    disputed = {"multi_department": True, "acceptance_disputed": True}
    superior: tuple[Json, ...] = ({}, {"common_superior": True}, {"common_superior": False})
    return [*({**disputed, **one} for one in superior), {**disputed, "acceptance_disputed": False}]


def _outside() -> list[Json]:
    """What is no petition matter, by either text, and for who refuses what is assumed."""
    found = []
    for request in _with_editions(
        [{"petition": False, "outside_as": one} for one in ("consultation", "hotline")]
    ):
        found += [request, {**request, "allow_assumed": False}]
    return found


def _passed_on() -> list[Json]:
    """The simplified procedure: a level has a working day to pass a matter on."""
    received, days = _event("receive", "2025-09-28"), ("2025-09-29", "2025-09-30")
    passed = [_event("transfer", day) for day in days]
    histories = ([received, passed[0]], [received, passed[1]], [received, *passed])
    return [_case("national", one, {"simplified": True}) for one in histories]


def _past_the_calendar() -> list[Json]:
    """Days that no calendar tells of."""
    received = _case("national", [_event("receive", "2025-09-28")])
    late = {**received, "as_of": "2090-01-02", "known_on": "2025-10-15"}
    return [late, _case("national", [_event("assign")], {"own_deadline": "2090-01-02"})]


def _awards() -> list[list[Json]]:
    """What happens to an award once it is earned."""
    earned = [_event("accept", "2025-09-28"), _event("reply"), _event("deliver")]
    rated = [_event("evaluate", "2025-10-10", grade="satisfied", target="agent")]
    again = [_event("evaluate", "2025-10-11", grade="dissatisfied", target="agent")]
    paid = [_event("pay_award", "2025-10-12", amount="5")]
    right = [_event("pay_award", "2025-10-12", amount="20")]
    return [
        [*earned, *rated],
        [*earned, *rated, *again],
        [*earned, *rated, *paid],
        [*earned, *rated, *right, _event("refute_delivery", "2025-10-13")],
        [
            *earned,
            *rated,
            *right,
            _event("reopen", "2025-10-13"),
            *again,
            _event("deliver", "2025-10-14"),
        ],
        [*earned, *right, *right],
    ]
