"""Which rules two packs judge by other values (涉及的规则), however these are cited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import asdict, has

from xinfang_core.assessment import RULES
from xinfang_core.sources import Bands, CitedList, Sourced, Table

if TYPE_CHECKING:
    from xinfang_core.policy import PolicyPack


def touched_rules(old: PolicyPack, new: PolicyPack) -> frozenset[str]:
    """The names of the rules about one case whose values differ, what is declared by its key."""
    before, after = _params(old), _params(new)
    return frozenset(
        rule
        for rule in before.keys() | after.keys()
        if bare(before.get(rule)) != bare(after.get(rule))
    )


def _params(pack: PolicyPack) -> dict[str, object]:
    own = {**pack.declared_limits, **pack.ladders}
    found = {rule: pack.params(rule) for rule in RULES}
    return {**found, **{one.name: params for one, params in own.items()}}


def bare(found: Any) -> object:  # noqa: ANN401 - any parameters
    """What parameters say, without where it is written."""
    if isinstance(found, Sourced):
        return found.value
    if isinstance(found, CitedList):
        return found.values, found.absent
    if isinstance(found, Bands):
        return found.starts, tuple(map(bare, found.values))
    if isinstance(found, Table):
        return bare(found.cells)
    if isinstance(found, Mapping):
        return {key: bare(one) for key, one in found.items()}
    return bare(asdict(found, recurse=False)) if has(type(found)) else found
