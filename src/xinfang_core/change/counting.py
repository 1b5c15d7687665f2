"""Case by case what another edition changes (逐件对照): counters, never the answers themselves."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field, frozen

from xinfang_core.assessment import RULES
from xinfang_core.assessment.groups import GROUPS, OWN
from xinfang_core.change.impact import Missing, Payment, RuleImpact, Shift
from xinfang_core.change.largest import Largest
from xinfang_core.codec.outcomes import outcome_json
from xinfang_core.deadline import MISSED, Deadline
from xinfang_core.decision import Decision
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, AwardKind, Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.assessment import Assessment

LARGEST = 20
"""So many of the largest moves are named."""

_NOT_ASKED: Final[Decision[Any]] = Decision(Absent.none, ())
"""The answer of a rule that an edition does not have."""

_NOTHING: Final = Decimal(0)
_AWARD: Final = "incentive"
_PLACES: Final = {rule: place for place, rule in enumerate(RULES)}


@define
class Tallied:
    """The counts of one rule so far; see ``RuleImpact``."""

    title: str
    changed: int = 0
    undecided: Counter[str] = field(factory=Counter)
    transitions: Counter[tuple[object, object]] = field(factory=Counter)
    days: Counter[int] = field(factory=Counter)


@frozen
class Counting:
    """The counts of all cases so far.

    Attributes:
        touched: the rules whose values differ between the editions.
        counts: cases by what became of them, as ``Impact`` names it.
        rules: the counts of each rule in which something changed or was not decided.
        missing: by rule and what is missing in how many cases.
        paid: the money under the older and under the newer edition.
        payments: by how many yuan awards differ.
        shifts: the limits that move most.
        awards: the awards that differ most.
        overdue: the cases that are overdue under the newer edition alone.
        late: the cases that are answered late under it alone.

    """

    touched: frozenset[str]
    counts: Counter[str] = field(factory=Counter)
    rules: dict[str, Tallied] = field(factory=dict)
    missing: Counter[tuple[str, tuple[str, ...]]] = field(factory=Counter)
    paid: list[Decimal] = field(factory=lambda: [_NOTHING, _NOTHING])
    payments: Counter[Decimal] = field(factory=Counter)
    shifts: Largest[Shift] = field(factory=lambda: Largest(LARGEST))
    awards: Largest[Payment] = field(factory=lambda: Largest(LARGEST))
    overdue: list[str] = field(factory=list)
    late: list[str] = field(factory=list)

    def add(self, old: Assessment, new: Assessment, *, picked: bool) -> None:
        """Count one more case, judged under both editions."""
        one = _Case(old, new, self.counts["cases"])
        for rule, was, now in _answers(old, new):
            # Most answers are the same object: rules share what does not hang on the case.
            if rule in self.touched or not (was is now or _is_same(rule, was, now)):
                self._add_rule(one, rule, was, now)
        self._add_case(one, picked=picked)

    def _add_rule(
        self, one: _Case, rule: str, was: Decision[object], now: Decision[object]
    ) -> None:
        """Count the answers of a rule, which may be the same."""
        if was.is_undetermined or now.is_undetermined:
            one.undecided = True
            self._add_undecided(one, rule, was, now)
            return
        if rule == _AWARD:
            self._add_award(one, was.outcome, now.outcome)
        if _is_same(rule, was, now):
            return
        one.changed = True
        tallied = self._tallied(one, rule)
        tallied.changed += 1
        terms = _term_of(was.outcome), _term_of(now.outcome)
        if None not in terms and terms[0] is not terms[1]:
            tallied.transitions[terms] += 1
        if isinstance(was.outcome, Deadline) and isinstance(now.outcome, Deadline):
            self._add_shift(one, tallied, was.outcome, now.outcome)
        one.mark(_missed(was.outcome), _missed(now.outcome))

    def _tallied(self, one: _Case, rule: str) -> Tallied:
        found = self.rules.get(rule)
        if found is None:
            found = self.rules[rule] = Tallied(one.title(rule))
        return found

    def _add_undecided(
        self, one: _Case, rule: str, was: Decision[object], now: Decision[object]
    ) -> None:
        """That a rule could not be compared, and what is missing."""
        both = was.is_undetermined and now.is_undetermined
        side = "both" if both else "old" if was.is_undetermined else "new"
        self._tallied(one, rule).undecided[side] += 1
        lacks = _missing(one.old, rule, was) or _missing(one.new, rule, now)
        self.missing[rule, lacks] += 1

    def _add_shift(self, one: _Case, tallied: Tallied, was: Deadline, now: Deadline) -> None:
        if was.due is None or now.due is None or was.ends == now.ends:
            return
        shift = Shift(one.old.case_no, tallied.title, was.due, now.due)
        tallied.days[shift.days] += 1
        self.counts["shifts"] += 1
        self.shifts.add(abs(shift.days), self.counts["shifts"], shift)

    def _add_award(self, one: _Case, was: object, now: object) -> None:
        """What is paid under both editions."""
        payment = Payment(one.old.case_no, _money(was), _money(now))
        self.paid[0] += payment.old
        self.paid[1] += payment.new
        if payment.more:
            self.payments[payment.more] += 1
            self.awards.add(abs(payment.more), one.place, payment)

    def _add_case(self, one: _Case, *, picked: bool) -> None:
        """Count what became of the case as a whole."""
        became = "changed" if one.changed else "undecided" if one.undecided else "unchanged"
        counts = self.counts
        counts["cases"] += 1
        counts[became] += 1
        counts["picked"] += picked
        counts["picked_changed"] += picked and one.changed
        counts["relieved"] += one.relieved
        if Status.overdue in one.missed:
            self.overdue.append(one.old.case_no)
        elif one.missed:
            self.late.append(one.old.case_no)

    def rule_impacts(self) -> Iterator[RuleImpact]:
        """The rules in which something changed or was not decided, as assessments tell them."""
        for rule in sorted(self.rules, key=_told_order):
            found = self.rules[rule]
            undecided = found.undecided
            yield RuleImpact(
                rule,
                found.title,
                self.counts["cases"] - undecided.total(),
                found.changed,
                undecided["old"],
                undecided["new"],
                undecided["both"],
                dict(found.transitions.most_common()),
                dict(sorted(found.days.items())),
            )

    def lacks(self) -> Iterator[Missing]:
        """Why answers could not be compared, most cases first."""
        found = sorted(self.missing.items(), key=lambda one: (-one[1], one[0]))
        for (rule, names), cases in found:
            yield Missing(self.rules[rule].title, names, cases)


@define
class _Case:
    """One case while its answers are compared."""

    old: Assessment
    new: Assessment
    place: int
    changed: bool = False
    undecided: bool = False
    missed: set[Status] = field(factory=set)
    relieved: bool = False

    def title(self, rule: str) -> str:
        """The title of a rule, or the official name of what either edition declares."""
        declared = {**self.old.own_titles, **self.new.own_titles}
        return declared.get(rule) or self.new.title(rule)

    def mark(self, was: Status | None, now: Status | None) -> None:
        """A limit that is missed under one edition alone."""
        if now and not was:
            self.missed.add(now)
        self.relieved = self.relieved or bool(was and not now)


def _answers(
    old: Assessment, new: Assessment
) -> Iterator[tuple[str, Decision[object], Decision[object]]]:
    """Each rule with its answers under both editions, of which one may lack it."""
    for group in GROUPS:
        before, after = vars(getattr(old, group)), vars(getattr(new, group))
        for rule, was in before.items():
            now = after[rule]
            if rule == OWN:
                for own in {**was, **now}:
                    yield own.name, was.get(own, _NOT_ASKED), now.get(own, _NOT_ASKED)
            elif was is not None or now is not None:
                yield rule, was or _NOT_ASKED, now or _NOT_ASKED


def _missing(answer: Assessment, rule: str, decision: Decision[object]) -> tuple[str, ...]:
    """What a rule lacks; what another one lacks instead of that rule's name."""
    lacks = decision.missing
    # To resolve names takes a look at every decision.
    return answer.missing.get(rule, ()) if not _PLACES.keys().isdisjoint(lacks) else lacks


def _is_same(rule: str, was: Decision[object], now: Decision[object]) -> bool:
    """Whether two answers are the same, whatever they rest on."""
    one, other = was.outcome, now.outcome
    if one is other or one == other or (_is_idle(one) and _is_idle(other)):
        return True
    if isinstance(one, (Deadline, Term)) or type(one) is not type(other):
        return False
    return outcome_json(rule, was) == outcome_json(rule, now)


def _is_idle(outcome: object) -> bool:
    """Whether nothing runs: there is no such limit for the case, or it has not begun."""
    if isinstance(outcome, Deadline):
        return outcome.status is Status.not_started
    return outcome is Absent.none


def _term_of(outcome: object) -> Term | None:
    """Where a limit stands, or an answer of a closed list; None of any other answer."""
    if isinstance(outcome, Deadline):
        return outcome.status
    return outcome if isinstance(outcome, Term) else None


def _missed(outcome: object) -> Status | None:
    """How a limit is missed; None where it is not, or is no limit."""
    status = outcome.status if isinstance(outcome, Deadline) else None
    return status if status in MISSED else None


def _money(outcome: object) -> Decimal:
    if isinstance(outcome, Award) and outcome.kind is AwardKind.money:
        return outcome.amount
    return _NOTHING


def _told_order(rule: str) -> tuple[int, str]:
    """The place of a rule among the answers; what a policy declares stands last, by its key."""
    return _PLACES.get(rule, len(_PLACES)), rule
