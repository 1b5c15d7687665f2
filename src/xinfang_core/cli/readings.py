"""Readings of the same words side by side (同一原文的几种理解)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.policy import Policy


def readings_of(policy: Policy) -> dict[str | None, str]:
    """The titles of the chosen reading and of each other reading of the same words."""
    titles: dict[str | None, str] = {
        name: one.title for name, one in policy.variants.items() if one.reading_of
    }
    default = policy.editions[0].reading or render("summary.default", {})
    chosen = policy.variant
    own: dict[str | None, str] = {chosen: policy.variants[chosen].title} if chosen else {}
    return {None: default, **titles, **own}
