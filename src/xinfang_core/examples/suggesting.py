"""Rows for what no example touches (补充算例): facts are found, what is right is left to people.

Facts of the examples that there are get changed, a few at a time, until a row would notice the
change of a value, or leaves a rule by the exit. Chance makes them, from a seed: the same examples
give the same rows.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.csv_answers import decision_of
from xinfang_core.codec.fields import CASE_NO, layout_under
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.plain import plain
from xinfang_core.codec.rows import Listing, Row
from xinfang_core.errors import XinfangError
from xinfang_core.examples.asking import VALUE
from xinfang_core.examples.columns import CODES, GIVEN, OUTCOME, UNCONFIRMED, UNIT, WANT, is_wanted
from xinfang_core.examples.coverage import Kind
from xinfang_core.examples.covering import place_of
from xinfang_core.examples.example import Table
from xinfang_core.examples.reading import row_reader
from xinfang_core.examples.telling import Answered, rule_of
from xinfang_core.policy.pack import GROUP_OF
from xinfang_core.refusals import RefusedError
from xinfang_core.vocabulary import EventKind, Settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from xinfang_core.case import Case
    from xinfang_core.codec.fields import Field
    from xinfang_core.examples.altering import Alteration
    from xinfang_core.examples.coverage import Item
    from xinfang_core.examples.covering import Covering
    from xinfang_core.examples.example import Example
    from xinfang_core.examples.policies import Policies
    from xinfang_core.policy import Edition, Policy

    Cells = dict[str, str]
    Told = Callable[[Example, Case], tuple[str, ...]]
    """The columns of wants in which an example tells what is looked for; none where it does not."""

TRIES = 2000
"""So many rows are made up."""

_ALIKE = 12
"""Of rows that leave a rule by the same exits so many are tried."""

_FEW_DAYS = (-3, -1, -1, 0, 1, 1, 2, 3, 5, 7, 10, 15, 16, 30, 31, 60)
_COUNTS = ("0", "1", "2", "3", "4", "5", "6", "10", "30")
_YUAN = ("10", "15", "20", "100")
_TRUTHS = ("是", "否")
_KEPT = frozenset({"policy", "variant", "as_of", "known_on", "allow_assumed", EVENTS})
_NEEDED = frozenset({"variant", "as_of", "known_on"})
_PARTS_TOLD = 2
"""Of a limit its status and its last day are asked for."""

_NEVER = frozenset({CASE_NO.name, "agent_no"})


@frozen
class Suggestion:
    """A row that would touch something, for somebody to say what is right (补充算例).

    Attributes:
        item: what it would touch.
        values: by column what stands in it.
        wanted: the columns of wants that would tell; they are left empty.

    """

    item: Item
    values: Mapping[str, str] = field(hash=False)
    wanted: tuple[str, ...]


@frozen
class _Candidate:
    """A row that was made up, and what is answered to it."""

    values: Cells
    answered: Answered


@frozen
class Suggesting:
    """What makes up rows from the examples of a policy (补例).

    Attributes:
        covering: the examples, and what runs them.
        policies: those that rows name.
        tries: how many rows are made up.
        columns: every fact that a row may have, by its column.
        read: what reads a row.

    """

    covering: Covering
    policies: Policies
    tries: int = TRIES
    columns: Mapping[str, Field] = field(init=False, repr=False)
    read: Callable[[Row], Example | None] = field(init=False, repr=False)
    _made: dict[tuple[str, str], tuple[_Candidate, ...]] = field(
        init=False, repr=False, factory=dict
    )
    _about: dict[tuple[str, ...], tuple[_Candidate, ...]] = field(
        init=False, repr=False, factory=dict
    )

    @columns.default
    def _facts(self) -> Mapping[str, Field]:
        names = layout_under(self.covering.policy.declared).names
        return {one.name: one for one in names.values() if one.name not in _NEVER}

    @read.default
    def _reader(self) -> Callable[[Row], Example | None]:
        names = ("id", *sorted(_KEPT), *self.columns)
        policy = self.covering.policy.policy_id
        return row_reader(Table(Listing("", names, (), 1), policy), self.policies)

    def suggest(self, item: Item) -> Suggestion | None:
        """A row that would touch ``item``; None where none was found."""
        told = self._exit(item) if item.kind is Kind.exit else self._difference(item)
        for one in self._candidates(item):
            if self._tells(told, one.values):
                small = self._shrunk(told, one.values)
                return Suggestion(item, small, self._tells(told, small))
        return None

    def _candidates(self, item: Item) -> tuple[_Candidate, ...]:
        """The rows that may touch it: of those that leave its rule alike a few are enough."""
        made = self._corpus(item.edition, item.variant)
        if item.kind is Kind.exit:
            return tuple(one for one in made if item.parameter in one.answered.codes)[:1]
        key = (item.edition, item.variant, item.rule)
        if key not in self._about:
            alike: dict[tuple[str, ...], list[_Candidate]] = {}
            for one in made:
                alike.setdefault(_left_by(one.answered, item.rule), []).append(one)
            self._about[key] = tuple(one for rows in alike.values() for one in rows[:_ALIKE])
        return self._about[key]

    def _corpus(self, edition: str, variant: str) -> tuple[_Candidate, ...]:
        """Rows made up from the examples of an edition and a reading, once for all items."""
        key = (edition, variant)
        if key not in self._made:
            random = Random(f"{edition} {variant}")  # noqa: S311 - no secret
            self._made[key] = tuple(self._made_up(self._bases(edition, variant), random))
        return self._made[key]

    def _made_up(self, bases: tuple[Cells, ...], random: Random) -> Iterator[_Candidate]:
        for number in range(self.tries if bases else 0):
            # Each example as it is stands among them.
            values = bases[number] if number < len(bases) else random.choice(bases)
            values = values if number < len(bases) else self._changed(values, random)
            row = self._row(values)
            if row and row.case:
                policy = _read_as(self.covering.policy, row)
                yield _Candidate(values, self.covering.bench.assessed(row, row.case, policy))

    def _bases(self, edition: str, variant: str) -> tuple[Cells, ...]:
        """The examples to begin from."""
        return tuple(
            _facts_of(one)
            for one, label in self.covering.held
            if one.case
            and (not edition or label == edition)
            and (not variant or one.terms.variant == variant)
        )

    def _row(self, values: Cells) -> Example | None:
        return self.read(Row({"id": "0", **values}, "", 1))

    def _tells(self, told: Told, values: Cells) -> tuple[str, ...]:
        """The columns that tell what is looked for; none where the row does not touch it."""
        row = self._row(values)
        return told(row, row.case) if row and row.case else ()

    def _shrunk(self, told: Told, values: Cells) -> Cells:
        """The same without what it can do without."""
        found = values
        for name in sorted(values.keys() - _NEEDED):
            less = {one: value for one, value in found.items() if one != name}
            found = less if self._tells(told, less) else found
        return found

    def _changed(self, values: Cells, random: Random) -> Cells:
        """The cells of a row with a few of them changed."""
        found = dict(values)
        for _ in range(random.choice((1, 1, 2, 3))):
            name = random.choice((*self.columns, *found, "as_of", EVENTS))
            if name == EVENTS:
                found[EVENTS] = _with_event(found, random)
            elif name == "as_of" or (name in found and name in self.columns):
                found = _moved(found, name, random)
            if name in self.columns and name not in found:
                found[name] = _any_value(self.columns[name], found, random)
        return {name: value for name, value in found.items() if value}

    def _exit(self, item: Item) -> Told:
        """What tells the column of the rule, where a row leaves it by the exit."""

        def told(one: Example, _: Case) -> tuple[str, ...]:
            policy = _read_as(self.covering.policy, one)
            if item.parameter not in self.covering.bench.told(one, policy).codes:
                return ()
            names = self.covering.bench.cells(policy)
            own = (f"{WANT}{name}" for name in names if rule_of(name) == item.rule)
            return (CODES, *islice(own, _PARTS_TOLD))

        return told

    def _difference(self, item: Item) -> Told:
        """What tells the columns in which an answer differs once the value is changed."""
        changed = [self.covering.changed(*step) for step in self._steps(item)]

        def told(one: Example, case: Case) -> tuple[str, ...]:
            found = (self._differs(one, case, policy) for policy in changed)
            return next(filter(None, found), ())

        return told

    def _steps(self, item: Item) -> Iterator[tuple[Edition, Alteration]]:
        """The changes of the value that nobody notices."""
        for edition, step in self.covering.steps():
            where = (item.kind, item.rule, item.parameter, item.keys, item.variant, item.side)
            unnoticed = step.way in item.unnoticed
            if edition.label == item.edition and place_of(step) == where and unnoticed:
                yield edition, step

    def _differs(self, one: Example, case: Case, policy: Policy) -> tuple[str, ...]:
        """The columns of answers in which the row differs under another policy."""
        bench, base = self.covering.bench, _read_as(self.covering.policy, one)
        was = bench.assessed(one, case, base)
        try:
            now = bench.assessed(one, case, _read_as(policy, one))
        except XinfangError:  # such as an extension in another unit than its limit
            return ()
        if was.answer == now.answer:
            return ()
        names = bench.cells(base)
        return tuple(f"{WANT}{name}" for name in names if was.forms(name) != now.forms(name))


def _left_by(answered: Answered, rule: str) -> tuple[str, ...]:
    """How a rule is left, whatever the days; of one that decides nothing what is out of order."""
    decision = decision_of(answered.answer, rule.rpartition(".")[2])
    if decision is None:
        return tuple(one.reason.code for one in answered.answer.findings)
    facts = (value for one in decision.reasons for _, value in one.facts)
    named = (str(one) for one in facts if not isinstance(one, (date, int, Decimal)))
    return (*(one.code for one in decision.reasons), *named)


def _read_as(policy: Policy, one: Example) -> Policy:
    return policy.with_variant(one.terms.variant)


def suggest_value(item: Item) -> Suggestion | None:
    """A row that asks what the policy itself says; None of what is no value."""
    if item.kind in {Kind.exit, Kind.edition}:
        return None
    keys = " ".join(str(plain(key)) for key in item.keys if item.kind is not Kind.item)
    path = f"{item.rule}.{item.parameter} {keys}".strip()
    day = item.edition.partition("@")[2]
    variant = {"variant": item.variant} if item.variant else {}
    dates = dict.fromkeys(("as_of", "known_on"), day if day[:1].isdigit() else _ANY_DAY)
    values = {**variant, **dates, "question": VALUE, f"{GIVEN}path": path}
    wanted = (OUTCOME, UNIT) if isinstance(item.was, (int, Decimal)) else (OUTCOME,)
    return Suggestion(item, values, wanted)


def is_about_cases(item: Item) -> bool:
    """Whether a case may touch it at all."""
    return GROUP_OF.get(item.rule) not in _APART


_APART = frozenset({"papers", "ledger", "station"})
_ANY_DAY = "2026-01-01"
"""Of an undated edition any day will do."""


def _facts_of(one: Example) -> Cells:
    """The cells of an example that are given; nothing that is wanted."""
    values = one.row.values.items()
    return {
        name: str(value)
        for name, value in values
        if not is_wanted(name) and name not in _SAID and str(value).strip()
    }


_SAID = frozenset({"id", "question", "clause", "source", "note", UNCONFIRMED})
"""What a row says about itself."""


def _moved(found: Cells, name: str, random: Random) -> Cells:
    """The cells with a day moved a little, or a fact left out."""
    day = _day(found.get(name, ""))
    if day is not None:
        moved = day + timedelta(random.choice(_FEW_DAYS))
        return {**found, name: moved.isoformat()}
    return {key: value for key, value in found.items() if key != name or name in _KEPT}


def _with_event(found: Cells, random: Random) -> str:
    """The events with one more that needs no details."""
    kind = random.choice([one for one in EventKind if one not in _DETAILED])
    event = f"{_near(found, random)} {kind.value}"
    return "；".join(filter(None, (found.get(EVENTS, ""), event)))


_DETAILED = frozenset(
    {
        EventKind.extend,
        EventKind.evaluate,
        EventKind.promise,
        EventKind.suspend,
        EventKind.inform,
        EventKind.pay_award,
    }
)
"""Events that say nothing without details."""


def _any_value(one: Field, found: Cells, random: Random) -> str:
    """Something that a column may say."""
    if one.fact == "at" or one.kind is date:
        return _near(found, random)
    if one.kind in _SAMPLES:
        return random.choice(_SAMPLES[one.kind])
    return str(random.choice([*one.kind]).value)


_SAMPLES: dict[Any, tuple[str, ...]] = {
    bool: _TRUTHS,
    Settled: _TRUTHS,
    int: _COUNTS,
    Decimal: _YUAN,
    str: ("1",),
}


def _near(found: Cells, random: Random) -> str:
    """A day near one of the row's."""
    days = [day for value in found.values() if (day := _day(value))]
    return (random.choice(days) + timedelta(random.choice(_FEW_DAYS))).isoformat()


def _day(text: str) -> date | None:
    try:
        return read_day(text)
    except RefusedError:
        return None
