"""What a register lacks (登记缺项): told once with counts, a to-do list for whoever keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.assessment.groups import RULES
from xinfang_core.codec.fields import FIELDS
from xinfang_core.messages import render
from xinfang_core.vocabulary import Declared, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.assessment import Assessment

_NONE: Mapping[str, str] = {}

_CHINESE = {one.name: one.chinese for one in FIELDS}


@frozen
class Lack:
    """Facts that the same cases lack for the same rules.

    Attributes:
        names: the facts, events or silent values, by the names of ``Assessment.missing``.
        rules: what cannot be told without them.
        cases: in how many cases.

    """

    names: tuple[str, ...]
    rules: tuple[str, ...]
    cases: int

    @property
    def is_of_the_policy(self) -> bool:
        """Whether the policy lacks it, not the register."""
        return any("." in name for name in self.names)


@frozen
class Lacking:
    """Counts of what the assessments made so far lack.

    Attributes:
        counts: by what one rule lacks in how many cases.

    """

    counts: dict[tuple[str, tuple[str, ...]], int] = field(factory=dict)

    def add(self, assessment: Assessment) -> None:
        """Count one more case."""
        for lack in assessment.missing.items():
            self.counts[lack] = self.counts.get(lack, 0) + 1

    def lacks(self) -> tuple[Lack, ...]:
        """What is lacking, the most frequent first; rules that lack the same are told as one."""
        together: dict[tuple[tuple[str, ...], int], list[str]] = {}
        for (rule, names), cases in self.counts.items():
            together.setdefault((names, cases), []).append(rule)
        found = (Lack(names, tuple(rules), cases) for (names, cases), rules in together.items())
        return tuple(sorted(found, key=lambda one: (-one.cases, -len(one.rules), one.names)))


def grouped(missing: dict[str, tuple[str, ...]]) -> Iterator[Lack]:
    """What one case lacks; rules that lack the same are told as one."""
    together: dict[tuple[str, ...], list[str]] = {}
    for rule, names in missing.items():
        together.setdefault(names, []).append(rule)
    for names, rules in together.items():
        yield Lack(names, tuple(rules), 1)


def own_names(answer: Assessment) -> dict[str, str]:
    """The official names of what the policy declares, by key: limits, ladders, missing steps."""
    reasons = (one for _, decision in answer.decisions() for one in decision.reasons)
    facts = (fact for one in reasons if one.missing for _, fact in one.facts)
    named = (one for fact in facts for one in (fact if isinstance(fact, tuple) else (fact,)))
    steps = {one.name: one.value for one in named if isinstance(one, Declared)}
    return {**steps, **answer.own_titles}


def rule_title(rule: str, own: Mapping[str, str] = _NONE) -> str:
    """The title of a rule, or the official name of what the policy declares: ``own`` by key."""
    return own.get(rule) or render(f"rule.{rule}", {})


def name_text(name: str, own: Mapping[str, str] = _NONE) -> str:
    """The name of what is missing as an office says it: a header, an act, the title of a rule."""
    place, _, _ = name.rpartition(".")
    if place:
        return rule_title(place.rpartition(".")[2], own)
    if name in own:
        return render("lacking.event", {"event": own[name]})
    if name in EventKind.__members__:
        return render("lacking.event", {"event": EventKind[name]})
    if name in _CHINESE:
        return _CHINESE[name]
    # Of a rule that the policy lacks, what it would have told.
    return rule_title(name) if name in RULES else render(f"lacking.{name}", {})
