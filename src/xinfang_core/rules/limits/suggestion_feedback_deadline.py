"""By when must a body answer whether it adopts a suggestion? (建议反馈期限).

Source: 2005 regulation (信访条例) Art. 36: the body that got a suggestion answers in writing
within 30 days, and says why where it does not adopt it. 2022 regulation (信访工作条例) Art. 40:
written feedback on the adoption of any of the three suggestions, without a day count.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge
from xinfang_core.decision import Decision, Finding, Reason
from xinfang_core.obligation import Duty
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Role, Severity

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Event, History

IN_TURN = Citation(
    source="",
    clause="多次建议的反馈",
    phrase="",
    basis=Basis.interpreted,
    note="有几次建议的，反馈按先后逐一对应；看最早一次未反馈的，均已反馈的看最后一次",
)
"""Suggestions are answered in turn; the first one without an answer counts."""

_SEVERAL = Reason("suggestion_feedback_deadline.in_turn", (), IN_TURN)


DUTY = Duty(EventKind.answer_suggestion, Role.handling_body, Role.petition_office)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What the regulation says about the answer.

    Attributes:
        start: the event that the limit counts from, itself not counted.
        limit: the period; ``none`` where the regulation wants an answer but counts no days.

    """

    start: Sourced[EventKind]
    limit: Sourced[Period]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while the limit has not started."""
        return idle(self.start, self.limit)


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the limit stands; an answer still owed without a day count is a finding.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's start event and limit.
        calendar: the working days.

    """
    start = params.start.value
    made = () if isinstance(start, Absent) else history.all(start)
    if not made:
        return params.idle
    answers = history.all(EventKind.answer_suggestion)
    started, done = _pair(made, answers)
    decision = judge(Clock(params.start, params.limit, started), done, as_of, calendar)
    reasons = (_SEVERAL, *decision.reasons) if len(made) > 1 else decision.reasons
    owed = _owed(started, done, params.limit)
    return Decision(decision.outcome, reasons, (*decision.findings, *owed))


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def _pair(made: tuple[Event, ...], answers: tuple[Event, ...]) -> tuple[date, date | None]:
    """The day of the suggestion that counts, and that of its answer."""
    place = min(len(answers), len(made) - 1)
    answered = answers[place].day if place < len(answers) else None
    return made[place].day, answered


def _owed(started: date, done: date | None, limit: Sourced[Period]) -> tuple[Finding, ...]:
    """That an answer is owed where no day says by when."""
    if done is not None or limit.value is not Absent.none:
        return ()
    facts = (("at", started),)
    reason = Reason("suggestion_feedback_deadline.owed", facts, limit.citation)
    return (Finding(Severity.notice, reason),)
