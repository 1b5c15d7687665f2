"""Worked examples under their rules (算例): confirmed ones that come out as they should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.fields import layout_under
from xinfang_core.examples.asking import VALUE
from xinfang_core.examples.columns import FIXED, GIVEN, label_of
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.running import Bench
from xinfang_core.examples.telling import Answered, Judged, rule_of
from xinfang_core.messages import render
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy.pack import PARAMS

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

_OUTCOME = "outcome"


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
        rule: tuple(_clearest(rule, by_rule[rule], policy, edition, bench, names))
        for rule in edition.params
        if rule in by_rule
    }


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
    for one in sorted(candidates, key=_reading):
        under = policy.with_variant(one.terms.variant)
        if len(answers) == _MOST or bench.edition_of(one, under) != edition.label:
            continue
        found = bench.told(one, under)
        answered = _answered(rule, one, found) if isinstance(found, (Answered, Judged)) else ""
        given = "；".join(_given(one, names))
        clear = answered and len(given) <= _LONGEST and len(answered) <= _LONGEST
        matched = clear and bench.check(one, under).verdict is Verdict.matched
        if matched and answered not in answers:
            answers.add(answered)
            yield Worked(one.key, given, answered, one.note, one.clause)


def _reading(one: Example) -> tuple[int, int]:
    """How many rules an example is about, and how much there is to read of what is given.

    It is measured in steps, so that the order of the files decides among equals.
    """
    return len(_rules_of(one)), sum(len(str(value)) for _, value in _facts(one)) // _STEP


def _facts(one: Example) -> Iterator[tuple[str, object]]:
    """The cells of what is given, without what every example has and what is wanted."""
    for name, value in one.row.values.items():
        if name not in FIXED and not name.startswith("want."):
            yield name, value


def _given(one: Example, names: Mapping[str, Field]) -> Iterator[str]:
    """What is given, in words: a fact by its Chinese name, what happened as it is written."""
    for name, value in _facts(one):
        yield str(value) if name == EVENTS else f"{_label(name, names)}：{value}"
    if one.terms.variant:
        yield f"{FIXED['variant']}：{one.terms.variant}"
    yield f"{FIXED['as_of']}：{one.terms.as_of}"


def _label(name: str, names: Mapping[str, Field]) -> str:
    """What a cell of what is given is called."""
    if not name.startswith(GIVEN):
        return label_of(name, names, {})
    code = f"parameter.{name.removeprefix(GIVEN)}"
    return render(code, {}) if code in CATALOGUE else name.removeprefix(GIVEN)


def _answered(rule: str, one: Example, found: Told) -> str:
    """What is answered, in words: cells of the rule; where there are none, the reasons wanted."""
    if isinstance(found, Judged):
        told = [found.forms(name)[-1] for name in one.wants.cells if name == _OUTCOME]
    else:
        told = [_cell(name, found) for name in one.wants.cells if rule_of(name) == rule]
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
