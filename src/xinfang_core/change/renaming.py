"""What is called otherwise in the newer edition (更名), so that it is seen to be the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from xinfang_core.change.pairing import paired
from xinfang_core.policy.listing import lines, own_titles
from xinfang_core.policy.pack import DECLARED, is_declared
from xinfang_core.vocabulary import Declared, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from xinfang_core.policy import Clause, Edition, Line, Variant
    from xinfang_core.sources import Citation

    Item = TypeVar("Item")
    Pairs = tuple[tuple[Item | None, Item | None], ...]

NAME = "name"
"""The value that is the official name of what a policy declares."""


@frozen
class Renaming:
    """What is the same in both editions under two names (更名对照).

    Attributes:
        rules: pairs of rules by name; None where the other edition has no such rule.
        variants: pairs of variants.
        clauses: pairs of clauses.
        keys: by the old key of what is declared its new one, where it is another.
        names: by a variant's old name its new one, where it is another.
        places: by an old place in the source the new one, where a clause has only moved.
        old_title: title of the old source.
        new_title: title of the new source.

    """

    rules: Pairs[str]
    variants: Pairs[Variant]
    clauses: Pairs[Clause]
    keys: Mapping[str, str]
    names: Mapping[str, str]
    places: Mapping[tuple[str, str], tuple[str, str]]
    old_title: str
    new_title: str

    def rule(self, name: str) -> str:
        """What the newer edition calls a rule of the older one, or a parameter of one."""
        section, *rest = name.split(".")
        if not rest or section not in DECLARED:
            return name
        key, *parameter = rest
        return ".".join((section, self.keys.get(key, key), *parameter))

    def value(self, value: object) -> object:
        """A value, or a key of a table, as the newer edition calls it."""
        if isinstance(value, (Declared, ReplyKind)) and value.name in self.keys:
            key = self.keys[value.name]
            return ReplyKind.__members__.get(key) or Declared(key, value.value)
        return value

    def citation(self, citation: Citation) -> Citation:
        """A citation of the older edition as the newer one would write it."""
        return _cited(citation, self.old_title, self.places)

    def own(self, citation: Citation) -> Citation:
        """A citation of the newer edition, where its own source needs no name."""
        return _cited(citation, self.new_title, {})


def _cited(
    citation: Citation, title: str, places: Mapping[tuple[str, str], tuple[str, str]]
) -> Citation:
    source = "" if citation.source == title else citation.source
    source, clause = places.get((source, citation.clause), (source, citation.clause))
    return evolve(citation, source=source, clause=clause)


def renaming(old: Edition, new: Edition) -> Renaming:
    """What is the same in both editions, whatever it is called there."""
    rules = _paired_rules(old, new)
    variants = _paired_variants(old, new)
    clauses = _paired_clauses(old, new)
    return Renaming(
        rules,
        variants,
        clauses,
        {_key(one): _key(other) for one, other in rules if one and other and one != other},
        {
            one.name: other.name
            for one, other in variants
            if one and other and one.name != other.name
        },
        _moved(clauses),
        old.title,
        new.title,
    )


def _key(rule: str) -> str:
    return rule.partition(".")[2]


def _paired_rules(old: Edition, new: Edition) -> Pairs[str]:
    """The rules, and what is declared: by key, else by official name, else by what it says."""
    titles = {(0, rule): title for rule, title in own_titles(old.params).items()}
    titles |= {(1, rule): title for rule, title in own_titles(new.params).items()}
    said = {(0, rule): found for rule, found in _said(lines(old)).items()}
    said |= {(1, rule): found for rule, found in _said(lines(new)).items()}
    before, after = [(0, rule) for rule in old.params], [(1, rule) for rule in new.params]

    def title(rule: tuple[int, str]) -> Hashable:
        return (_section(rule[1]), titles[rule]) if rule in titles else None

    def content(rule: tuple[int, str]) -> Hashable:
        return (_section(rule[1]), said[rule]) if rule in titles and rule in said else None

    pairs = paired(before, after, lambda rule: rule[1], title, content)
    return tuple((one and one[1], other and other[1]) for one, other in pairs)


def _section(rule: str) -> str:
    return rule.partition(".")[0]


def _said(found: Iterable[Line]) -> Mapping[str, Hashable]:
    """By what is declared all that it says but its name, where it says more."""
    said = defaultdict(list)
    for line in found:
        if is_declared(line.rule) and not line.variant and line.parameter != NAME:
            said[line.rule].append((line.parameter, line.keys, line.value))
    return {rule: tuple(values) for rule, values in said.items()}


def _paired_variants(old: Edition, new: Edition) -> Pairs[Variant]:
    """The variants: by name, else by title, else by what they replace."""
    said = {(0, name): found for name, found in _replaced(old).items()}
    said |= {(1, name): found for name, found in _replaced(new).items()}
    before = [(0, one) for one in old.variants.values()]
    after = [(1, one) for one in new.variants.values()]
    pairs = paired(
        before,
        after,
        lambda found: found[1].name,
        lambda found: found[1].title,
        lambda found: said.get((found[0], found[1].name)),
    )
    return tuple((one and one[1], other and other[1]) for one, other in pairs)


def _replaced(edition: Edition) -> Mapping[str, Hashable]:
    """By variant all values that it replaces."""
    said = defaultdict(list)
    for line in lines(edition):
        if line.variant:
            said[line.variant].append((line.rule, line.parameter, line.keys, line.value))
    return {name: tuple(values) for name, values in said.items()}


def _paired_clauses(old: Edition, new: Edition) -> Pairs[Clause]:
    """The clauses: by all that is said of them, else by their words, else by their id."""
    return paired(
        old.clauses,
        new.clauses,
        lambda one: (one.clause_id, one.source, one.locator, one.text),
        lambda one: (one.source, one.locator, one.text),
        lambda one: one.text or None,
        lambda one: one.clause_id,
    )


def _moved(clauses: Pairs[Clause]) -> Mapping[tuple[str, str], tuple[str, str]]:
    """The places of clauses that say the same elsewhere, where all that stood there does."""
    went = defaultdict(set)
    for one, other in clauses:
        if one:
            kept = other if other and other.text == one.text else one
            went[one.source, one.locator].add((kept.source, kept.locator))
    return {
        place: next(iter(found))
        for place, found in went.items()
        if len(found) == 1 and found != {place}
    }
