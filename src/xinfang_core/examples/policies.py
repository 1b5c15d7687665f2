"""The policies that examples are judged by (所依办法): those of the run, else those shipped."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from xinfang_core.codec.applicable import applicable_rules
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.policy import Policy, load_policy, policy_ids
from xinfang_core.policy.versions import pick
from xinfang_core.refusals import unknown_declared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOST_KEPT = 64

Chosen = tuple[Policy, date | None]
"""A policy, and the day that pins its editions if there is one."""


def as_always(policy: Policy, day: date) -> Chosen:
    """The policy as if its edition of a day had been in force ever since.

    So examples of any day are judged by it, each over the national edition of its own days. The
    national policy itself is pinned instead: its editions are told apart by those days.
    """
    edition, _ = pick(policy.editions, None, day)
    if edition is None or edition.national:
        return policy, day
    return evolve(policy, editions=(evolve(edition, effective=None),)), None


@frozen
class Policies:
    """Policies by their ids (办法库).

    Attributes:
        own: those that stand in for the shipped ones, or beside them.

    """

    own: Mapping[str, Chosen] = field(factory=dict)
    _found: Callable[[str, str | None], Policy] = field(init=False, eq=False, repr=False)
    _titles: Callable[[str], Mapping[str, str]] = field(init=False, eq=False, repr=False)

    @_found.default
    def _nothing_found(self) -> Callable[[str, str | None], Policy]:
        return lru_cache(_MOST_KEPT)(self._find)

    @_titles.default
    def _no_titles(self) -> Callable[[str], Mapping[str, str]]:
        return lru_cache(_MOST_KEPT)(self._titled)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids that are known."""
        return tuple(dict.fromkeys((*self.own, *policy_ids())))

    def find(self, name: str, variant: str | None = None) -> Policy:
        """The policy of an id under a reading.

        Raises:
            UnknownNameError: no such policy or variant; the nearest name is offered.

        """
        return self._found(name, variant)

    def pinned(self, name: str) -> date | None:
        """The day that pins the editions of a policy of the run, where it was named with one."""
        return self.own[name][1] if name in self.own else None

    def titles(self, name: str) -> Mapping[str, str]:
        """The columns of the answers of a policy, each with its Chinese header."""
        return self._titles(name)

    def _find(self, name: str, variant: str | None) -> Policy:
        if name in self.own:
            return self.own[name][0].with_variant(variant)
        if name not in policy_ids():
            raise unknown_declared("policy.unknown", name, self.names, "policy")
        return load_policy(name).with_variant(variant)

    def _titled(self, name: str) -> Mapping[str, str]:
        rules = tuple(applicable_rules(self.find(name), None))
        keys, headers = (columns_of(rules, "all", labels) for labels in ("en", "zh"))
        return {key.header: title.header for key, title in zip(keys, headers, strict=True)}
