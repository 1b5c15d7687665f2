"""What a newer edition says otherwise than an older one (办法差异).

A difference is told once: a change of a value together with its citation is one entry, a change of
the citation alone is called that, and what is only called otherwise is neither gone nor new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, fields

from xinfang_core.change.entries import ChangeKind, Difference, Entry, Named, Part, Subject
from xinfang_core.change.pairing import merged
from xinfang_core.change.renaming import renaming
from xinfang_core.change.value_difference import by_variant, section_entries, sections
from xinfang_core.messages import render, words
from xinfang_core.policy import Clause, Variant
from xinfang_core.policy.edition import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xinfang_core.change.renaming import Renaming
    from xinfang_core.change.value_difference import Said
    from xinfang_core.policy import Edition
    from xinfang_core.policy.transition import Transition

_HEAD = ("policy_id", "title", "effective", "notice", "picked_by", "reading", "outside_as")
_TRANSITION = ("open_cases", "switch_on", "text")
_OF_VARIANT = ("name", "title", "reading_of", "confirmed")
_CALLED = frozenset({"clause_id"})
_STANDS = frozenset({"locator", "source"})


def difference(old: Edition, new: Edition) -> Difference:
    """What ``new`` says otherwise than ``old``, in the order of ``new``."""
    return Difference(_named(old), _named(new), tuple(_entries(old, new)))


def _named(edition: Edition) -> Named:
    return Named(edition.policy_id, edition.label, edition.title, edition.digest)


def _entries(old: Edition, new: Edition) -> Iterator[Entry]:
    names = renaming(old, new)
    before, after = sections(old, names, names), sections(new, None, names)
    yield from _head_entries(old, new)
    yield from _clause_entries(names)
    yield from _renamed(names)
    alone = {one.name for pair in names.variants if None in pair for one in pair if one}
    for section in merged(before, after):
        if section[0] not in alone:
            yield from section_entries(section, before.get(section), after.get(section))
    yield from _variant_entries(names, by_variant(before), by_variant(after))


def _head_entries(old: Edition, new: Edition) -> Iterator[Entry]:
    """What the heads say otherwise, and which rules are open to localities."""
    was, now = _head_words(old), _head_words(new)
    for name, after in now.items():
        before = was[name]
        if before != after:
            label = render(f"difference.head.{name}", {})
            part = Part(name, label, before, after)
            yield Entry(ChangeKind.changed, Subject.head, f"policy.{name}", label, "", (part,))


def _head_words(edition: Edition) -> dict[str, str]:
    """What the head says, in words, by the key of each value."""
    told = {name: _words_of(getattr(edition, name)) for name in _HEAD}
    told["effective"] = told["effective"] or render(f"difference.{UNDATED}", {})
    transition = edition.transition
    told |= {f"transition.{name}": _words_of(getattr(transition, name)) for name in _TRANSITION}
    return {**told, "open_rules": _open_words(edition)}


def transition_words(found: Transition) -> str:
    """What becomes of open cases, with the day from which they switch."""
    facts = {"open_cases": found.open_cases, "day": found.switch_on, "text": found.text}
    return render("difference.switches" if found.switch_on else "difference.keeps", facts)


def _open_words(edition: Edition) -> str:
    return "、".join(render(f"rule.{rule}", {}) for rule in sorted(edition.open_rules))


def _clause_entries(names: Renaming) -> Iterator[Entry]:
    """Clauses that are new, gone, or say or carry out something else."""
    for one, other in names.clauses:
        before = _clause_words(_recoded(one, names) if one else None)
        after = _clause_words(other)
        clause = other or one
        if before != after and clause:
            path, title = f"clause.{clause.clause_id}", clause.locator
            kind = _kind_of(before, after, _CALLED, _STANDS)
            parts = _parts_of(_clause_words(one), after)
            yield Entry(kind, Subject.clause, path, title, "", parts)


def _recoded(clause: Clause, names: Renaming) -> Clause:
    """A clause of the older edition, what carries it out called as in the newer one."""
    return evolve(clause, encoded_by=tuple(map(names.rule, clause.encoded_by)))


def _clause_words(clause: Clause | None) -> dict[str, str]:
    if clause is None:
        return {}
    return {one.name: _words_of(getattr(clause, one.name)) for one in fields(Clause)}


def _words_of(value: object) -> str:
    """A value in words; of nothing none."""
    return "" if value in {None, (), ""} else words(value, "zh")


def _kind_of(
    old: Mapping[str, str],
    new: Mapping[str, str],
    called: frozenset[str],
    stands: frozenset[str] = frozenset(),
) -> ChangeKind:
    """Whether something is new, gone, only called otherwise or elsewhere, or says another thing."""
    if not old or not new:
        return ChangeKind.removed if old else ChangeKind.added
    others = {one for one in new if old[one] != new[one]}
    if others <= called:
        return ChangeKind.renamed
    return ChangeKind.moved if others <= called | stands else ChangeKind.changed


def _parts_of(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(
        Part(name, render(f"difference.part.{name}", {}), old.get(name, ""), new.get(name, ""))
        for name in new or old
    )


def _renamed(names: Renaming) -> Iterator[Entry]:
    """What is declared under another key."""
    for one, other in names.rules:
        if one and other and one != other:
            part = Part("key", render("difference.part.key", {}), one, other)
            yield Entry(ChangeKind.renamed, Subject.rule, other, other, "", (part,))


def _variant_entries(
    names: Renaming, old: Mapping[str, list[Said]], new: Mapping[str, list[Said]]
) -> Iterator[Entry]:
    """Variants that are new or gone with all that they replace, or are called otherwise."""
    for one, other in names.variants:
        before, after = map(_variant_words, (one, other))
        variant = other or one
        if before == after or variant is None:
            continue
        said = [] if one and other else (old if one else new)[variant.name]
        values = (_replaced(item, gone=other is None) for item in said)
        yield Entry(
            _kind_of(before, after, frozenset({"name"})),
            Subject.variant,
            f"variant.{variant.name}",
            variant.title,
            "",
            (*_parts_of(before, after), *values),
            tuple(item.line for item in said if one),
            tuple(item.line for item in said if other),
        )


def _replaced(one: Said, *, gone: bool) -> Part:
    """A value that a variant puts in place of the default one."""
    label = " ".join(filter(None, (one.line.title, one.line.parameter, one.place)))
    return Part("value", label, *((one.words, "") if gone else ("", one.words)))


def _variant_words(variant: Variant | None) -> dict[str, str]:
    if variant is None:
        return {}
    return {name: _words_of(getattr(variant, name)) for name in _OF_VARIANT}
