"""Worked examples under their rules (算例): confirmed ones that come out as they should."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.fields import layout_under
from xinfang_core.examples.asking import VALUE
from xinfang_core.examples.columns import FIXED, GIVEN, is_wanted, label_of
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.running import Bench
from xinfang_core.examples.telling import Answered, Judged, rule_of
from xinfang_core.messages import render
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy.pack import PARAMS
from xinfang_core.vocabulary import MandateState, Status, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.codec.fields import Field
    from xinfang_core.examples.example import Example
    from xinfang_core.policy import Edition, Policy

    Told = Answered | Judged

_MOST = 3
"""Examples under one rule."""

_LONGEST = 160
"""Signs of what is given or answered in an example that is clear at a glance."""

_STEP = 40
"""Signs that make no difference for how long an example is."""

_LATIN = re.compile("[a-z]{2}")

_DULL = (
    *(Undetermined.undetermined.text(), Status.not_started.text()),
    *(render("outcome.none", {}), MandateState.not_needed_yet.text()),
)
"""What answers say that show little; they come last."""

_OUTCOME = "outcome"

_IN_COLUMNS = frozenset({"limit", "ladder"})
"""What a policy declares that is answered of each case."""


@frozen
class Worked:
    """One example in words (算例).

    Attributes:
        key: its id.
        given: the facts.
        answered: what the rule answers.
        note: what it shows.
        clause: what the answer rests on.

    """

    key: str
    given: str
    answered: str
    note: str
    clause: str


def worked_examples(
    examples: Iterable[Example], policy: Policy, edition: Edition, calendar: WorkCalendar
) -> Mapping[str, tuple[Worked, ...]]:
    """By rule the clearest few examples: short ones first, each with another answer.

    An example stands here only if somebody answers for it, it falls under the edition and the
    rules say today what it wants.

    Args:
        examples: as they were read; those of other policies are left out.
        policy: all editions, so that each example finds its own.
        edition: the edition that is told about.
        calendar: the working days; each example takes what it may know.

    """
    bench = Bench(calendar)
    names = layout_under(policy.declared).names
    by_rule: dict[str, list[Example]] = {}
    for one in examples:
        if one.is_confirmed and one.terms.policy == policy.policy_id and one.question != VALUE:
            for rule in _rules_of(one):
                by_rule.setdefault(rule, []).append(one)
    return {
        rule: tuple(_clearest(rule, by_rule[column], policy, edition, bench, names))
        for rule in edition.params
        if (column := _column(rule)) in by_rule
    }


def _column(rule: str) -> str:
    """What the columns of answers call a rule: of a limit or a ladder that is declared its key."""
    section, _, key = rule.partition(".")
    return key if section in _IN_COLUMNS else rule


def _rules_of(one: Example) -> tuple[str, ...]:
    """The rules that an example is about: those it asks, or those of the reasons it wants."""
    if one.question:
        return (one.question,)
    found = dict.fromkeys(map(rule_of, one.wants.cells))
    if found:
        return tuple(found)
    prefixes = (code.partition(".")[0] for code in (*one.wants.codes, *one.wants.not_codes))
    return tuple(dict.fromkeys(prefix for prefix in prefixes if prefix in PARAMS))


def _clearest(
    rule: str,
    candidates: Sequence[Example],
    policy: Policy,
    edition: Edition,
    bench: Bench,
    names: Mapping[str, Field],
) -> Iterator[Worked]:
    """The first examples that are short, each with an answer that the others have not."""
    answers: set[str] = set()
    dull: list[Worked] = []
    for one in sorted(candidates, key=_reading):
        under = policy.with_variant(one.terms.variant)
        if len(answers) == _MOST or bench.edition_of(one, under) != edition.label:
            continue
        found = _worked(rule, one, under, bench, names)
        if found is None or found.answered in answers:
            continue
        if any(word in found.answered for word in _DULL):
            dull.append(found)
            continue
        answers.add(found.answered)
        yield found
    yield from islice(dull, _MOST - len(answers))


def _worked(
    rule: str, one: Example, policy: Policy, bench: Bench, names: Mapping[str, Field]
) -> Worked | None:
    """An example in words; None where it is long, or does not come out as it should."""
    found = bench.told(one, policy)
    if not isinstance(found, (Answered, Judged)):
        return None
    answered, given = _answered(rule, one, found), "；".join(_given(one, policy, names))
    is_clear = answered and len(given) <= _LONGEST and len(answered) <= _LONGEST
    if not is_clear or bench.check(one, policy).verdict is not Verdict.matched:
        return None
    return Worked(one.key, given, answered, one.note, one.clause)


def _reading(one: Example) -> tuple[int, bool, int]:
    """How many rules it is about, whether foreign letters are in it, how much there is to read.

    That is measured in steps, so that the order of the files decides among equals.
    """
    cells = [str(value) for _, value in _facts(one)]
    return len(_rules_of(one)), any(map(_LATIN.search, cells)), sum(map(len, cells)) // _STEP


def _facts(one: Example) -> Iterator[tuple[str, object]]:
    """The cells of what is given, without what every example has and what is wanted."""
    for name, value in one.row.values.items():
        if name not in FIXED and not is_wanted(name):
            yield name, value


def _given(one: Example, policy: Policy, names: Mapping[str, Field]) -> Iterator[str]:
    """What is given, in words: a fact by its Chinese name, what happened as it is written."""
    for name, value in _facts(one):
        yield str(value) if name == EVENTS else f"{_label(name, names)}：{value}"
    if one.terms.variant:
        yield f"{FIXED['variant']}：{policy.variants[one.terms.variant].title}"
    yield f"{FIXED['as_of']}：{one.terms.as_of}"


def _label(name: str, names: Mapping[str, Field]) -> str:
    """What a cell of what is given is called."""
    if not name.startswith(GIVEN):
        return label_of(name, names, {})
    return "·".join(map(_part, name.removeprefix(GIVEN).split(".")))


def _part(name: str) -> str:
    """What a rule calls what it is given; a part of that may have no name but its key."""
    codes = (f"rulebook.given.{name}", f"parameter.{name}")
    return next((render(code, {}) for code in codes if code in CATALOGUE), name)


def _answered(rule: str, one: Example, found: Told) -> str:
    """What is answered, in words: cells of the rule; where there are none, the reasons wanted."""
    if isinstance(found, Judged):
        told = [found.forms(name)[-1] for name in one.wants.cells if name == _OUTCOME]
    else:
        column = _column(rule)
        told = [_cell(name, found) for name in one.wants.cells if rule_of(name) == column]
    told = [words for words in told if words]
    if not told:
        told = [found.codes[code].text() for code in one.wants.codes if code in found.codes]
    if not told and one.wants.not_codes and not one.wants.codes:
        return render("rulebook.nothing_wrong", {})
    return "；".join(told)


def _cell(name: str, found: Answered) -> str:
    """A cell of an answer: of a limit each part with its name."""
    words = found.forms(name)[-1]
    if not words or name not in found.cells:
        return words
    _, _, part = found.cells[name][1].header.partition("：")
    return f"{part}：{words}" if part else words
