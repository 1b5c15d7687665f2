"""What a policy says anything about (办法所用): its rules, and the steps and facts it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import fields, frozen, has

from xinfang_core.assessment import RULES
from xinfang_core.assessment.reaching import RULES_OF_FACT
from xinfang_core.codec.lacking import rule_title
from xinfang_core.declared.kind import OwnKind
from xinfang_core.declared.limit import Params as Limit
from xinfang_core.periods import Hours, Minutes, WorkingHours
from xinfang_core.policy.versions import pick
from xinfang_core.vocabulary import Declared, Dimension, EventKind, MatterFlag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.policy import Policy
    from xinfang_core.policy.edition import Edition
    from xinfang_core.vocabulary import Step

_OWN: Final = ("limit", "ladder", "kind")
"""What a policy declares itself that is answered of one case."""

_FACTS_OF: Final = {
    Dimension.kind: "category",
    Dimension.level: "competent_level",
    Dimension.channel: "intake_channel",
}
"""The fact behind what a declared limit depends on, where it has another name."""


@frozen
class Used:
    """What a policy uses of one case.

    Attributes:
        params: by the name of each rule, or ``SECTION.KEY``, its values in each edition.
        steps: the steps that it lists or names.
        timed: the steps that a limit in hours counts from or is met by.
        facts: by the name of a fact that it names itself the titles of what depends on it.

    """

    params: Mapping[str, tuple[object, ...]]
    steps: frozenset[Step]
    timed: frozenset[Step]
    facts: Mapping[str, tuple[str, ...]]


def used_by(policy: Policy, day: date | None) -> Used:
    """What a policy uses, national rules beside it; of all editions without a day."""
    params: dict[str, tuple[object, ...]] = {}
    for edition in _editions(policy, day):
        for rule, values in edition.params.items():
            if rule in _KNOWN or rule.partition(".")[0] in _OWN:
                params[rule] = (*params.get(rule, ()), values)
    every = [(rule, one) for rule, found in params.items() for one in found]
    limits = [one for _, one in every if isinstance(one, Limit)]
    timed = {step for one in limits if _is_by_clock(one) for step in _ends(one)}
    return Used(
        params=params,
        steps=frozenset(step for rule, one in every if rule != "workflow" for step in within(one)),
        timed=frozenset(timed),
        facts=_facts(every),
    )


_KNOWN: Final = {*RULES, "workflow", "outside"}


def _editions(policy: Policy, day: date | None) -> list[Edition]:
    """The editions that may decide: those in force on a day, or all; the national ones first."""
    # What a policy says of no petition matters leaves no national rule anything to say.
    off = all(one.outside_as for one in policy.editions)
    layers = [policy.editions] if off else [policy.national, policy.editions]
    if day is None:
        return [one for layer in layers for one in layer]
    picked = (pick(layer, None, day)[0] for layer in layers)
    return [one for one in picked if one is not None]


def _facts(every: list[tuple[str, object]]) -> dict[str, tuple[str, ...]]:
    """The facts that the policy names itself, in kinds and in what its limits depend on."""
    found: dict[str, tuple[str, ...]] = {}

    def add(fact: str, title: str) -> None:
        found[fact] = tuple(dict.fromkeys((*found.get(fact, ()), title)))

    for _, one in every:
        if isinstance(one, OwnKind):
            add("category", rule_title("reply_kind"))
            if one.flag is not None and isinstance(one.flag.value, MatterFlag):
                add(one.flag.value.name, str(one.name.value))
        elif isinstance(one, Limit):
            for dimension in one.dimensions:
                for fact in _behind(dimension):
                    add(fact, str(one.name.value))
    return found


def _behind(dimension: Dimension) -> tuple[str, ...]:
    """The facts by which a dimension is told."""
    if dimension is Dimension.work_kind:
        return tuple(name for name, rules in RULES_OF_FACT.items() if "work_kind" in rules.split())
    return (_FACTS_OF.get(dimension, dimension.name),)


def _is_by_clock(limit: Limit) -> bool:
    return any(isinstance(one, (Hours, Minutes, WorkingHours)) for one in _leaves(limit.limit))


def _ends(limit: Limit) -> Iterator[Step]:
    """The steps between which a limit runs."""
    for one in (limit.start.value, limit.met_by.value):
        if isinstance(one, (EventKind, Declared)):
            yield one


def within(params: object) -> Iterator[Step]:
    """Every step that the values of a rule name."""
    for one in _leaves(params):
        if isinstance(one, (EventKind, Declared)):
            yield one


def _leaves(value: Any) -> Iterator[object]:  # noqa: ANN401 - whatever a policy file can hold
    """What values are made of, through tables, lists and citations."""
    if isinstance(value, Mapping):
        for key, cell in value.items():
            yield from _leaves(key)
            yield from _leaves(cell)
    elif isinstance(value, tuple):
        for one in value:
            yield from _leaves(one)
    elif has(type(value)) and not isinstance(value, (Declared, Hours, Minutes, WorkingHours)):
        for one in fields(type(value)):
            yield from _leaves(getattr(value, one.name))
    else:
        yield value
