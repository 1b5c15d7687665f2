"""Which rules a case can fall under (可能适用的规则), by which the columns of answers follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.assessment import RULES
from xinfang_core.codec.outcomes import OWN_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.policy import Policy

_OWN = (OWN_LIMIT, "ladder.")
"""What the limits and ladders begin with that a policy declares itself."""


def applicable_rules(policy: Policy, pinned: date | None) -> Iterator[tuple[str, object]]:
    """Every rule that a case can fall under, of each edition with its parameters.

    Args:
        policy: the policy under its reading.
        pinned: the day that picks the editions for all cases; None: each case's own.

    """
    if pinned:
        pack = policy.on(pinned)
        known = [{rule: pack.params(rule) for rule in RULES if pack.params(rule)}]
        for section, own in zip(_OWN, (pack.declared_limits, pack.ladders), strict=True):
            known[0] |= {f"{section}{one.name}": params for one, params in own.items()}
    else:
        # What a policy says of no petition matters leaves no national column anything to say.
        off = all(one.outside_as for one in policy.editions)
        editions = (*policy.editions, *(() if off else policy.national))
        known = [{**one.with_variant(policy.variant).params} for one in editions]
    named = dict.fromkeys(rule for params in known for rule in params)
    for rule in (*RULES, *(one for one in named if one.startswith(_OWN))):
        name = rule.rpartition(".")[2]
        yield from ((name, params[rule]) for params in known if rule in params)
