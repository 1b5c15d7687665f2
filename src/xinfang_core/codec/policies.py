"""A policy as it is listed (办法一览): its versions, its readings, the names that it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.plain import plain
from xinfang_core.policy.listing import own_titles
from xinfang_core.policy.pack import DECLARED

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json
    from xinfang_core.policy import Policy


def listed_policy(policy: Policy) -> Json:
    """One policy, the newest edition first."""
    return {
        "id": policy.policy_id,
        "title": policy.editions[0].title,
        "versions": [str(edition.effective or "undated") for edition in policy.editions],
        "variants": {name: item.title for name, item in policy.variants.items()},
        "editions": [
            {
                "label": one.label,
                "title": one.title,
                "effective": plain(one.effective),
                "digest": one.digest,
            }
            for one in policy.editions
        ],
        "declared": _declared(policy),
    }


def _declared(policy: Policy) -> dict[str, dict[str, str]]:
    """By the section of what the policy declares the official names, the newest edition's first."""
    found: dict[str, dict[str, str]] = {section: {} for section in DECLARED}
    for edition in policy.editions:
        for rule, title in own_titles(edition.params).items():
            section, _, key = rule.partition(".")
            found[section].setdefault(key, title)
    return found
