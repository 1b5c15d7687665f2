"""Limits in the words of letters (期限的写法): how long, until when, by which clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.deadline import Deadline
from xinfang_core.documents.letters.material import cited_words, day_words, period_words
from xinfang_core.messages import render
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import Absent, Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.decision import Decision
    from xinfang_core.documents.letters.material import Material
    from xinfang_core.obligation import Duty
    from xinfang_core.periods import Period
    from xinfang_core.sources import Citation, Sourced
    from xinfang_core.vocabulary import Step

_STARTED = ("deadline.started", "deadline.started_that_day")


class Running(NamedTuple):
    """A limit that has begun (已起算的期限).

    Attributes:
        event: what it counts from.
        start: the day of it.
        periods: how long, extensions behind.
        due: its last day in words; a provisional one is told with its bounds.
        citation: where it is written.

    """

    event: Step
    start: date
    periods: tuple[Period, ...]
    due: str
    citation: Citation

    @property
    def facts(self) -> dict[str, object]:
        """Everything in words."""
        return {
            "event": self.event,
            "start": day_words(self.start),
            "period": period_words(self.periods[0]),
            "due": self.due,
            "clause": cited_words(self.citation),
        }


def running(decision: Decision[Deadline] | None) -> Running | None:
    """The limit as it was counted; None where it has not begun, or nothing can be told."""
    outcome = decision.outcome if decision else None
    if decision is None or not isinstance(outcome, Deadline) or outcome.due is None:
        return None
    started = counted = None
    for reason in decision.reasons:
        started = dict(reason.facts) if reason.code in _STARTED else started
        counted = reason if reason.code == "deadline.counted" else counted
    if started is None or counted is None or counted.citation is None:
        return None
    event, start = started["event"], started["start"]
    periods = dict(counted.facts)["period"]
    return Running(event, start, periods, due_words(outcome.due, outcome), counted.citation)  # type: ignore[arg-type]


class Owed(NamedTuple):
    """A limit that obliges somebody and has begun (已起算的履职期限).

    Attributes:
        name: the rule, or the policy's own key.
        duty: what it obliges whom to do.
        decision: where it stands.
        deadline: the same without its reasons.
        due: its last day.

    """

    name: str
    duty: Duty
    decision: Decision[Deadline]
    deadline: Deadline
    due: date


def owed(material: Material) -> Iterator[Owed]:
    """The limits that oblige somebody and have begun, the policy's own ones behind the others."""
    limits = material.assessment.limits
    own = {one.name: duty for one, duty in material.pack.own_duties.items()}
    named = {**vars(limits), **{one.name: found for one, found in limits.declared.items()}}
    for name, decision in named.items():
        duty = DUTIES.get(name) or own.get(name)
        outcome = getattr(decision, "outcome", None)
        if duty is not None and isinstance(outcome, Deadline) and outcome.due is not None:
            yield Owed(name, duty, decision, outcome, outcome.due)


def due_words(due: date, deadline: Deadline) -> str:
    """The last day of a limit; of a provisional one between which days it lies."""
    if deadline.certainty is not Certainty.provisional:
        return day_words(due)
    bounds = {
        "due": day_words(due),
        "earliest": day_words(deadline.earliest or due),
        "latest": day_words(deadline.latest or due),
    }
    return render("letter.provisional", bounds)


def notice_citation(material: Material) -> Citation | None:
    """Where the notice of a matter is written; None where the policy has no such limit.

    What was passed on has a paragraph of its own: 2022 regulation Art. 23(3), 2005 Art. 21(2).
    """
    params = material.pack.limits.notice_deadline
    if params is None or params.passed_on.absent or material.last(*PASSING_ON) is None:
        return None if params is None else params.limit.citation
    place = params.passed_on.citation
    return evolve(params.limit.citation, source=place.source, clause=place.clause)


def cited_at(name: str, limit: Running, material: Material) -> str:
    """By which clause a limit holds in this matter."""
    of_notice = notice_citation(material) if name == "notice_deadline" else None
    return cited_words(of_notice or limit.citation)


def length_of(limit: Sourced[Period] | None) -> tuple[str, str] | None:
    """How long a limit is, and by which clause; None where the policy gives none."""
    if limit is None or isinstance(limit.value, Absent):
        return None
    return period_words(limit.value), cited_words(limit.citation)
