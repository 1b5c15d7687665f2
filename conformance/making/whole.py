"""Whole answers (整份答案): the twelve stories on two days, and matters hardly known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from xinfang_core.policy import policy_ids

Json = dict[str, Any]
STORIES = Path(__file__).resolve().parents[2] / "examples" / "stories"

_DAYS = {
    "gongshu": ("2026-05-10", "2026-06-16"),
    "gongshu-wrong": ("2025-11-29", "2025-12-27"),
    "jiuyuan": ("2025-10-12", "2025-12-16"),
    "jiuyuan-wrong": ("2025-11-03", "2026-01-06"),
    "national": ("2025-12-10", "2026-05-11"),
    "national-wrong": ("2026-01-20", "2026-05-12"),
    "online-proxy": ("2026-03-01", "2026-04-14"),
    "online-proxy-wrong": ("2025-10-10", "2026-01-05"),
    "qiaocheng": ("2025-10-29", "2026-03-24"),
    "qiaocheng-wrong": ("2026-03-17", "2026-05-21"),
    "yubei": ("2026-02-13", "2026-03-17"),
    "yubei-wrong": ("2025-10-12", "2025-12-16"),
}
_EDITIONS = ("2005-05-01", "2022-05-01")


def stories() -> dict[str, list[Json]]:
    """The requests about the stories, by policy."""
    found: dict[str, list[Json]] = {}
    for name, days in sorted(_DAYS.items()):
        (case,) = json.loads((STORIES / f"{name}.json").read_text("utf-8"))
        policy = name.removesuffix("-wrong")
        requests = ({"case": case, "policy": policy, "as_of": day} for day in days)
        found.setdefault(policy, []).extend(requests)
    return found


def whole_requests() -> dict[str, list[Json]]:
    """The requests whose whole answers are held, by policy."""
    found = stories()
    for policy in policy_ids():
        nothing: Json = {"case": {"case_no": "1", "events": []}, "as_of": "2025-10-20"}
        received = [
            {"kind": "receive", "at": "2025-09-28"},
            {"kind": "register", "at": "2025-09-28"},
        ]
        some = {**nothing, "case": {"case_no": "1", "events": received}, "policy": policy}
        pinned = [{**nothing, "policy": f"{policy}@{day}"} for day in _EDITIONS]
        found[policy] += [*pinned, some, {**some, "allow_assumed": False}]
    return found
