"""What to look at before a sound policy takes force (生效前的提醒).

A file may be well written and still not mean what its writer thinks: a published version edited
in place, a variant carried over from a version whose values it was written against, a value that
changed without a clause of the notice, words that still say the old number, a year of which the
holidays are not known yet. These are findings, not faults: the policy reads and applies.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from xinfang_core.decision import Finding, Reason, RuleName
from xinfang_core.declared import limit as own_limit
from xinfang_core.policy.laxer import beside, in_force_with
from xinfang_core.policy.listing import lines
from xinfang_core.policy.phrases import numbers_in
from xinfang_core.policy.published import recorded_digest
from xinfang_core.policy.repeats import not_since, repeating
from xinfang_core.policy.wording import parameter_title, placed, value_words
from xinfang_core.vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.policy.edition import Edition
    from xinfang_core.policy.listing import Line
    from xinfang_core.policy.versions import Policy

_Place = tuple[str, str, str]
"""A rule, a parameter of it, and the words of a place in that."""

_ONE = {1}
"""Stands in texts that count nothing, such as 另一种."""


def cautions(policy: Policy, settled_through: date) -> tuple[Finding, ...]:
    """What to confirm (warnings) and what to know (notices) about a policy.

    Args:
        policy: a policy that reads without faults.
        settled_through: the last day of which the holidays are published.

    """
    pairs = [*pairwise(policy.editions)]
    unsupported = (one for newer, older in pairs for one in not_since(newer, older))
    to_confirm = [*_edited(policy), *unsupported, *_carried_over(policy.editions)]
    repeated = (one for newer, older in pairs for one in repeating(newer, older))
    return (
        *(Finding(Severity.warning, reason) for reason in to_confirm),
        *(Finding(Severity.notice, reason) for reason in repeated),
        *(Finding(Severity.notice, reason) for reason in _provisional(policy, settled_through)),
        *(Finding(Severity.notice, reason) for reason in _other_starts(policy)),
    )


def _other_starts(policy: Policy) -> Iterator[Reason]:
    """The declared limits that count from another step than the national one for the same act."""
    for edition in policy.editions:
        above = tuple(in_force_with(edition, policy.national))
        for own in edition.params.values():
            if isinstance(own, own_limit.Params):
                rules = (one.rule for one in beside(own, above) if not one.same_start)
                for rule in dict.fromkeys(rules):
                    facts = (("name", own.name.value), ("rule", RuleName(rule)))
                    yield Reason("caution.other_start", facts)


def _edited(policy: Policy) -> Iterator[Reason]:
    """The files that have the label of a published one, and another text."""
    for edition in (*policy.editions, *policy.national):
        for label, digest in zip(edition.label.split("+"), edition.digest.split("+"), strict=True):
            if recorded_digest(label) not in {None, digest}:
                yield Reason("caution.edited", (("label", label), ("digest", digest)))


def _provisional(policy: Policy, settled_through: date) -> Iterator[Reason]:
    """The versions that take force after the last day of which the holidays are known."""
    for edition in policy.editions:
        if edition.effective and edition.effective > settled_through:
            year = edition.effective.year
            facts = (("label", edition.label), ("year", year), ("through", settled_through))
            yield Reason("caution.provisional", facts)


def _carried_over(editions: tuple[Edition, ...]) -> Iterator[Reason]:
    """What variants say as in the version before, though what they depart from has changed.

    A variant is confirmed for one version, by its first day: copied on, it has to be once more.
    """
    for newer, older in pairwise(editions):
        for name, variant in newer.variants.items():
            if name not in older.variants or variant.confirmed == newer.effective:
                continue
            # What another file fills in since copies nothing on.
            if _told_by(newer, name) != _told_by(older, name):
                yield from _kept(newer, older, name)


def _told_by(edition: Edition, name: str) -> str:
    """The label of the file that has a variant, where files fill in one another."""
    while edition.over and name in edition.over.variants:
        edition = edition.over
    return edition.own_label


def _kept(newer: Edition, older: Edition, name: str) -> Iterator[Reason]:
    """Where a variant is as before and the default reading is not."""
    was, now = _values(older, ""), _values(newer, "")
    changed = [place for place in now if place in was and was[place].value != now[place].value]
    before, kept = _values(older, name), _values(newer, name)
    label = (("label", newer.label), ("variant", name), ("day", newer.effective))
    for place in changed:
        if place in kept and place in before and kept[place].value == before[place].value:
            values = {"was": was[place], "now": now[place], "kept": kept[place]}
            said = tuple((key, value_words(line)) for key, line in values.items())
            yield Reason(
                "caution.carried_over", (*label, ("place", _words(now[place], place)), *said)
            )
    rules = {rule for rule, _, _ in changed}
    older_texts = {*_texts(older, name, rules)}
    for text in dict.fromkeys(_texts(newer, name, rules)):
        if text in older_texts and numbers_in(text) - _ONE:
            yield Reason("caution.old_numbers", (*label, ("text", text)))


def _values(edition: Edition, variant: str) -> dict[_Place, Line]:
    """Each value of the default reading, or of a variant, by its place."""
    own = (line for line in lines(edition) if line.variant == variant)
    return {(line.rule, line.parameter, place): line for line, place in placed(own)}


def _texts(edition: Edition, name: str, rules: set[str]) -> Iterator[str]:
    """The title and the notes of a variant, as far as they speak of the rules."""
    own = [line for line in lines(edition) if line.variant == name and line.rule in rules]
    if own:
        yield edition.variants[name].title
    yield from (line.citation.note for line in own)


def _words(line: Line, place: _Place) -> str:
    rule, parameter, where = place
    return " ".join(filter(None, (line.title, parameter_title(rule, parameter), where)))
