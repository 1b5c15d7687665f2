"""Finding what the examples of a policy touch (覆盖的认定), by changing one value at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from xinfang_core.assessment import RULES
from xinfang_core.errors import XinfangError
from xinfang_core.examples.altering import HIGHER, LEFT_OUT, LOWER, alterations
from xinfang_core.examples.coverage import Coverage, Item, Kind
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.telling import rule_of
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy import lines
from xinfang_core.vocabulary import Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.examples.altering import Alteration
    from xinfang_core.examples.example import Example
    from xinfang_core.examples.running import Bench
    from xinfang_core.policy import Edition, Policy

_ENOUGH = 2
"""So many examples are looked for that touch a thing: one is alone, two are not."""

_SPOKEN = "text"
"""Begins the last part of a code that is a sentence of its own, no reason."""

Place = tuple[Kind, str, str, tuple[object, ...], str, str]


@frozen
class Covering:
    """The examples of one policy, held against every single change of it (覆盖检验).

    Attributes:
        policy: the policy, under no reading.
        bench: what runs examples.
        held: the examples that come out as wanted, with the label of the edition of each.
        codes: by the code of an exit the examples that leave by it.

    """

    policy: Policy
    bench: Bench
    held: tuple[tuple[Example, str], ...]
    codes: dict[str, list[str]]
    _about: dict[str, tuple[tuple[Example, str], ...]] = field(init=False, repr=False, factory=dict)

    def steps(self) -> tuple[tuple[Edition, Alteration], ...]:
        """What there is to be tried, for whoever shows progress."""
        return tuple((one, step) for one in self.policy.editions for step in alterations(one))

    def coverage(self, steps: Iterable[tuple[Edition, Alteration]]) -> Coverage:
        """What the examples touch.

        Args:
            steps: those of ``steps``, as they come.

        """
        found: dict[tuple[str, Place], Item] = {}
        assumed = {one.label: _assumed(one) for one in self.policy.editions}
        for edition, step in steps:
            place = place_of(step)
            was = found.get((edition.label, place)) or _item(edition, step, assumed[edition.label])
            noticed = self._noticed(edition, step)
            found[edition.label, place] = _with(was, step.way, noticed)
        items = (*found.values(), *self._editions(), *self._exits())
        return Coverage(self.policy.policy_id, items)

    def changed(self, edition: Edition, step: Alteration) -> Policy:
        """The policy with one value of one edition changed."""
        editions = tuple(step.edition if one is edition else one for one in self.policy.editions)
        return evolve(self.policy, editions=editions)

    def _noticed(self, edition: Edition, step: Alteration) -> tuple[str, ...]:
        """The first examples that come out otherwise with the change."""
        changed = self.changed(edition, step)
        readings: dict[str | None, Policy] = {None: changed}
        found: list[str] = []
        for one, label in self._ordered(step.rule):
            variant = one.terms.variant
            if label != edition.label or (step.variant and step.variant != variant):
                continue
            if variant not in readings:
                readings[variant] = changed.with_variant(variant)
            if self._differs(one, readings[variant]):
                found.append(one.key)
                if len(found) == _ENOUGH:
                    break
        return tuple(found)

    def _differs(self, one: Example, policy: Policy) -> bool:
        """Whether an example does not come out as wanted; no answer at all is none."""
        try:
            return self.bench.check(one, policy).verdict is Verdict.mismatched
        except XinfangError:  # such as an extension in another unit than its limit
            return True

    def _ordered(self, rule: str) -> tuple[tuple[Example, str], ...]:
        """The examples, those first that want something of the rule."""
        if rule not in self._about:
            about = rule.rpartition(".")[2]
            ordered = sorted(self.held, key=lambda one: about not in rules_of(one[0]))
            self._about[rule] = tuple(ordered)
        return self._about[rule]

    def _editions(self) -> Iterator[Item]:
        """Each edition, with the first examples that fall under it."""
        for edition in self.policy.editions:
            keys = [one.key for one, label in self.held if label == edition.label]
            yield Item(Kind.edition, edition.label, examples=tuple(keys[:_ENOUGH]))

    def _exits(self) -> Iterator[Item]:
        """The exits of the rules about a case that the policy has."""
        rules = {rule for one in self.policy.editions for rule in one.params} & {*RULES}
        for code in CATALOGUE:
            rule, _, rest = code.partition(".")
            if rule in rules and not rest.startswith(_SPOKEN):
                keys = tuple(self.codes.get(code, ())[:_ENOUGH])
                yield Item(Kind.exit, "", rule, code, examples=keys)


def covering(examples: Iterable[Example], policy: Policy, bench: Bench) -> Covering:
    """The examples of a policy that come out as wanted; the others touch nothing."""
    held: list[tuple[Example, str]] = []
    codes: dict[str, list[str]] = {}
    for one in examples:
        if one.terms.policy != policy.policy_id or not one.is_confirmed:
            continue
        read = policy.with_variant(one.terms.variant)
        if bench.check(one, read).verdict is not Verdict.matched:
            continue
        held.append((one, bench.edition_of(one, read)))
        for code in bench.left_by(one, read):
            codes.setdefault(code, []).append(one.key)
    return Covering(policy, bench, tuple(held), codes)


def rules_of(one: Example) -> frozenset[str]:
    """The rules that an example wants something of."""
    cells = (rule_of(name) for name in one.wants.cells)
    codes = (code.partition(".")[0] for code in (*one.wants.codes, *one.wants.not_codes))
    return frozenset((*cells, *codes, one.question.rpartition(".")[2]))


def place_of(step: Alteration) -> Place:
    """What is changed, and of a threshold to which side."""
    kind = Kind.cell if step.keys else Kind.value
    side = step.way if step.way in {HIGHER, LOWER} else ""
    if side or step.way == LEFT_OUT:
        kind = Kind.threshold if side else Kind.item
    return kind, step.rule, step.parameter, step.keys, step.variant, side


def _item(edition: Edition, step: Alteration, assumed: frozenset[object]) -> Item:
    kind, rule, parameter, keys, variant, side = place_of(step)
    where = (rule, parameter, keys, variant)
    return Item(kind, edition.label, *where, side, (*where, step.was) in assumed, step.was)


def _with(item: Item, way: str, noticed: tuple[str, ...]) -> Item:
    """The item with one more way in which its value was changed."""
    examples = tuple(dict.fromkeys((*item.examples, *noticed)))[:_ENOUGH]
    unnoticed = item.unnoticed if noticed else (*item.unnoticed, way)
    return evolve(item, ways=(*item.ways, way), unnoticed=unnoticed, examples=examples)


def _assumed(edition: Edition) -> frozenset[object]:
    """Where the values stand that the source does not give."""
    found = (one for one in lines(edition) if one.citation.basis is Basis.assumed)
    return frozenset((one.rule, one.parameter, one.keys, one.variant, one.value) for one in found)
