"""Which step of a ladder has a matter reached that a policy declares itself? (自定阶梯).

Source: whatever document a policy restates. Its steps are steps of the policy, recorded like any
other; what moves a matter up is declared for each of them: working days left before the last day
of a limit, working days past it, how often something happened, the last rating. Any of the first
three is enough; a rating that is asked for has to be there as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from xinfang_core.case.event import is_before
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Facts, Finding, Reason, RuleName, silence
from xinfang_core.obligation import Duty
from xinfang_core.quantities import Times
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Declared,
    EventKind,
    Grade,
    Role,
    Severity,
    Status,
    Step,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Event, History

REACHED = Citation(
    source="",
    clause="自定阶梯的认定",
    phrase="",
    basis=Basis.interpreted,
    note="取已达到的最高一级；期限完成以后不再因其剩余、逾期升级；次数以登记的记录计，所列环节各自计数，有一个达到即可",
)
"""The highest step that is reached counts, and a limit that is met moves nobody up."""

RATED = Citation(
    source="",
    clause="自定阶梯所依的评价",
    phrase="",
    basis=Basis.interpreted,
    note="看对该对象最近一次评价；同时以次数为据的，评价须不早于最后一次所计环节；没有评价的不认定",
)
"""A rating counts that was given to the same body, and not before what is counted."""


@frozen
class Params:
    """What a policy declares of one ladder.

    Attributes:
        name: its official name.
        steps: the steps, lowest first.
        taken_by: who takes them.
        taken_about: about whom.
        limit: the limit that moves it, by its key or the name of its rule; None where none does.
        left: by a step the working days left, from which on it is reached.
        overdue: by a step the working days past the last day, from which on it is reached.
        counted: what is counted, each on its own.
        times: by a step how often one of them has to have happened.
        rated: by a step the last rating that it wants besides.

    """

    name: Sourced[str]
    steps: CitedList[Step]
    taken_by: Sourced[Role]
    taken_about: Sourced[Role]
    limit: Sourced[str] | None = None
    left: Table[Step, int] | None = None
    overdue: Table[Step, int] | None = None
    counted: CitedList[Step] | None = None
    times: Table[Step, Times] | None = None
    rated: Table[Step, Grade] | None = None

    @property
    def named(self) -> tuple[Step, ...]:
        """The steps by name."""
        return tuple(one for one in self.steps.values if not isinstance(one, Absent))

    @property
    def tables(self) -> dict[str, Table[Step, int] | Table[Step, Grade]]:
        """What is said of the steps, by its name."""
        found = {
            "left": self.left,
            "overdue": self.overdue,
            "times": self.times,
            "rated": self.rated,
        }
        return {name: table for name, table in found.items() if table is not None}


class Watched(NamedTuple):
    """A limit that moves a ladder.

    Attributes:
        name: what it is called.
        decision: where it stands; None where the policies in force lack it.

    """

    name: RuleName | Declared
    decision: Decision[Deadline] | None

    @property
    def key(self) -> str:
        """Its key, or the name of its rule."""
        return self.name.name if isinstance(self.name, Declared) else self.name.rule


class _Facts(NamedTuple):
    """What is known of a case: ``past`` counts working days from the last day of the limit."""

    history: History
    watched: Watched | None
    past: int | None
    rests: bool


class _Verdict(NamedTuple):
    """Whether a step is reached; None where that is not known. Why, either way."""

    holds: bool | None
    reasons: tuple[Reason, ...] = ()


def decide(
    watched: Watched | None,
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
) -> Decision[Step]:
    """The highest step that a matter has reached; ``none`` below the first one.

    Args:
        watched: the limit that the ladder names; None where it names none.
        history: the events known on ``as_of``; a step on record was taken.
        as_of: the day asked about.
        params: the ladder as it is declared.
        calendar: the working days.

    """
    facts = _Facts(history, watched, *_standing(watched, as_of, calendar))
    for step in reversed(params.named):
        verdict = _verdict(step, facts, params)
        if verdict.holds is None:
            return Decision(Undetermined.undetermined, verdict.reasons)
        if verdict.holds:
            reasons = (*verdict.reasons, _HIGHEST)
            return Decision(step, reasons, tuple(_open_still(step, history, params)))
    below = Reason("own_ladder.none", (("step", params.named[0]),), params.steps.citation)
    return Decision(Absent.none, (below,))


def apply(context: Context, params: Params, watched: Watched | None) -> Decision[Step]:
    """The answer about the case of ``context``."""
    return decide(watched, context.history, context.as_of, params, context.calendar)


def _standing(
    watched: Watched | None, as_of: date, calendar: WorkCalendar
) -> tuple[int | None, bool]:
    """Working days past the last day, fewer than 0 before it; and whether the limit rests."""
    if watched is None or watched.decision is None:
        return None, False
    outcome = watched.decision.outcome
    if outcome is Absent.none:
        return None, True
    if not isinstance(outcome, Deadline) or outcome.status is Status.undetermined:
        return None, False
    if outcome.status is Status.overdue:
        return outcome.overdue_working_days, False
    if outcome.status is not Status.open or outcome.due is None:
        return None, True
    left = calendar.find_between(as_of, outcome.due)
    return None if left is None else -left, False


def _verdict(step: Step, facts: _Facts, params: Params) -> _Verdict:
    """Whether a step is reached: by one of the numbers, and with the rating it wants."""
    numbers = (*_by_days(step, facts, params), *_by_times(step, facts, params))
    wanted = [_any(numbers)] if numbers else []
    return _all((*wanted, *_by_rating(step, facts, params)))


def _any(found: tuple[_Verdict, ...]) -> _Verdict:
    """One of them is enough; where none is, one that is not known leaves it open."""
    by_weight = (True, None, False)
    return min(found, key=lambda one: by_weight.index(one.holds))


def _all(found: tuple[_Verdict, ...]) -> _Verdict:
    """Each of them is needed."""
    by_weight = (False, None, True)
    weakest = min(found, key=lambda one: by_weight.index(one.holds), default=_NO)
    if not weakest.holds:
        return weakest
    return _Verdict(holds=True, reasons=tuple(why for one in found for why in one.reasons))


def _by_days(step: Step, facts: _Facts, params: Params) -> Iterator[_Verdict]:
    """By the working days before the last day of the limit, and after it."""
    for code, table, sign in (("left", params.left, -1), ("overdue", params.overdue, 1)):
        cell = table.cells.get(step) if table else None
        if cell is None or facts.watched is None:
            continue
        if isinstance(cell.value, Absent):
            yield _Verdict(None, (silence(cell),))
        elif facts.past is None:
            yield _NO if facts.rests else _unknown(step, facts.watched)
        else:
            found: Facts = (("limit", facts.watched.name), ("found", sign * facts.past))
            told = (*found, ("wanted", cell.value), ("step", step))
            passed = code == "left" and facts.past > 0
            reason = Reason(
                "own_ladder.passed" if passed else f"own_ladder.{code}", told, cell.citation
            )
            reached = facts.past >= sign * cell.value
            yield _Verdict(holds=reached, reasons=(reason,))


def _unknown(step: Step, watched: Watched) -> _Verdict:
    """That nobody knows where the limit stands."""
    facts = (("limit", watched.name), ("step", step))
    return _Verdict(None, (Reason("own_ladder.limit_unknown", facts, REACHED, (watched.key,)),))


def _by_times(step: Step, facts: _Facts, params: Params) -> Iterator[_Verdict]:
    """By how often each of what is counted has happened."""
    cell = params.times.cells.get(step) if params.times else None
    if cell is None:
        return
    if isinstance(cell.value, Absent):
        yield _Verdict(None, (silence(cell),))
        return
    for event in _counted(params):
        found = len(facts.history.all(event))
        told: Facts = (("event", event), ("found", found), ("wanted", cell.value), ("step", step))
        reason = Reason("own_ladder.times", told, cell.citation)
        yield _Verdict(holds=found >= cell.value, reasons=(reason,))


def _counted(params: Params) -> tuple[Step, ...]:
    """What is counted."""
    found = params.counted.values if params.counted else ()
    return tuple(one for one in found if not isinstance(one, Absent))


def _by_rating(step: Step, facts: _Facts, params: Params) -> Iterator[_Verdict]:
    """By the last rating of the body, where the step wants one."""
    cell = params.rated.cells.get(step) if params.rated else None
    if cell is None:
        return
    if isinstance(cell.value, Absent):
        yield _Verdict(None, (silence(cell),))
        return
    last = _last_rating(facts.history, params)
    told = (("grade", cell.value), ("step", step))
    reasons = (
        Reason("own_ladder.rated", told, cell.citation),
        Reason("own_ladder.rating", (), RATED),
    )
    yield _Verdict(holds=last is not None and last.grade is cell.value, reasons=reasons)


def _last_rating(history: History, params: Params) -> Event | None:
    """The last rating of the body; none where what is counted came after it."""
    ratings = [
        one for one in history.all(EventKind.evaluate) if one.target is params.taken_about.value
    ]
    counted = [one for kind in _counted(params) for one in history.all(kind)]
    if not ratings or any(is_before(ratings[-1], one) for one in counted):
        return None
    return ratings[-1]


def _open_still(step: Step, history: History, params: Params) -> Iterator[Finding]:
    """That the step which was reached is not on record, nor a higher one."""
    steps = params.named
    if any(history.all(one) for one in steps[steps.index(step) :]):
        return
    by, about = params.taken_by.value, params.taken_about.value
    known = isinstance(by, Role) and isinstance(about, Role)
    duty = Duty(step, by, about) if known else None  # type: ignore[arg-type]
    reason = Reason("ladder.not_taken", (("step", step),), params.steps.cited(step))
    yield Finding(Severity.notice, reason, duty)


_NO = _Verdict(holds=False)
_HIGHEST = Reason("own_ladder.highest", (), REACHED)
