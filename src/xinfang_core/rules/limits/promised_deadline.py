"""Is a day of completion promised, and is it kept? (承诺办结期限).

Source, Jiuyuan (九原“红色代办”), first part: for each proxied matter a day of completion is
promised, and the matter is concluded within it. The source gives no number of days, so the only
limit is the one promised in the case. It is the proxied matter that has a promise, so that nothing
is promised or owed once the mandate is withdrawn; what was left out until then stays told.
"""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.moments import day_of
from xinfang_core.case.revocation import REVOKES
from xinfang_core.case.standing import since_last
from xinfang_core.context import Context
from xinfang_core.deadline import Deadline, judge_day, undetermined
from xinfang_core.deadline_extension import unless_extended
from xinfang_core.deadline_reasons import NO_PAST_DAY, REPLY_AS_CONCLUSION
from xinfang_core.deadline_rounds import in_rounds
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.obligation import Duty
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Role, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Event, History

EARLIEST_HOLDS = Citation(
    source="",
    clause="承诺办结时间",
    phrase="",
    basis=Basis.interpreted,
    note="承诺的是具体日期，至该日24时，不因休息日顺延；前后几次承诺不一的，以最早的日期为准，后来的不能推迟",
)
"""A promised day is that day, and a later promise does not put it off."""

ENDS_WITH_THE_MANDATE = Citation(
    source="",
    clause="撤回委托后的承诺",
    phrase="",
    basis=Basis.interpreted,
    note="承诺只对代办的事项；撤回委托的，承诺随之终止，此前未作承诺、逾期的仍作为问题列出；重新启动代办的，另行承诺",
)
"""A promise belongs to the proxy, and ends with it."""


DUTY = Duty(EventKind.conclude, Role.handling_body, Role.petitioner)
"""What an open limit obliges whom to do."""


@frozen
class Params:
    """What a policy says about promises.

    Attributes:
        wanted_from: the event from which a promise has to be on record.
        kept_by: the event that keeps it.

    """

    wanted_from: Sourced[EventKind]
    kept_by: Sourced[EventKind]


def decide(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the promise stands.

    Args:
        history: the events known on ``as_of``; a ``promise`` says by its ``until`` what day.
        as_of: the day asked about.
        params: from when a promise is wanted, and what keeps it.
        calendar: the working days, by which days overdue are counted.

    """
    return in_rounds(
        lambda one, day: _judged(one, day, params, calendar),
        history,
        as_of,
        (EventKind.promise,),
        anew=True,
    )


def apply(context: Context, params: Params) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    return decide(context.history, context.as_of, params, context.calendar)


def _judged(
    history: History, as_of: date, params: Params, calendar: WorkCalendar
) -> Decision[Deadline]:
    """Where the promise of one round stands."""
    wanted, kept = params.wanted_from, params.kept_by
    if isinstance(wanted.value, Absent) or isinstance(kept.value, Absent):
        return undetermined(silence(wanted if isinstance(wanted.value, Absent) else kept))
    started, ended = _proxy(wanted.value, history)
    promises = _promises(history, wanted.value)
    if not promises:
        return _without(started, ended, as_of, wanted)
    told = [(event.day, day_of(event.until)) for event in promises if event.until]
    made = [(on, until) for on, until in told if until >= on]
    past = tuple(_past(on, until) for on, until in told if until < on)
    if not made:
        return undetermined(past[-1].reason)._replace(findings=past)
    on, due = min(made, key=itemgetter(1))
    why = Reason("promised_deadline.promised", (("at", on), ("due", due)), EARLIEST_HOLDS)
    done, how = _kept(kept.value, history)
    if ended is not None and (done is None or done > ended):
        return _unkept(due, ended, why, (*past, *_put_off(made)))
    decision = judge_day(due, why, done, as_of, calendar)
    decision = unless_extended(decision, history, None, calendar, done or as_of)
    return Decision(decision.outcome, (*how, *decision.reasons), (*past, *_put_off(made)))


def _proxy(wanted: EventKind, history: History) -> tuple[date | None, date | None]:
    """The day from which a promise is wanted, and the one on which its mandate was withdrawn."""
    if wanted not in REVOKES[_WITHDRAW] or history.day(_WITHDRAW) is None:
        return history.day(wanted), None
    standing = since_last(history, _WITHDRAW, wanted)
    if standing or history.day(wanted) is None:
        return (standing[0].day if standing else None), None
    last = history.all(wanted)[-1].day
    return last, min(one.day for one in history.all(_WITHDRAW) if one.day >= last)


def _promises(history: History, wanted: EventKind) -> tuple[Event, ...]:
    """The promises that count: those under a mandate that was withdrawn are none."""
    if wanted in REVOKES[_WITHDRAW] and since_last(history, _WITHDRAW, wanted):
        return since_last(history, _WITHDRAW, EventKind.promise)
    return history.all(EventKind.promise)


_WITHDRAW = EventKind.withdraw_mandate


def _kept(kept: EventKind, history: History) -> tuple[date | None, tuple[Reason, ...]]:
    """The day on which the promise was kept; where only a reply shows it, with the reason."""
    done = history.day(kept)
    replied = history.day(EventKind.reply) if done is None else None
    if replied is None or kept is not EventKind.conclude:
        return done, ()
    facts = (("at", replied),)
    return replied, (Reason("promised_deadline.by_reply", facts, REPLY_AS_CONCLUSION),)


def _without(
    started: date | None, ended: date | None, as_of: date, wanted: Sourced[EventKind]
) -> Decision[Deadline]:
    """The answer where no day is promised."""
    facts = (("event", wanted.value),)
    if started is None:
        reason = Reason("promised_deadline.not_wanted_yet", facts, wanted.citation)
        return Decision(_NOT_STARTED, (reason,))
    # Nobody breaks a rule that its source does not give.
    assumed = wanted.citation.basis is Basis.assumed
    severity = Severity.warning if assumed else Severity.violation
    if ended is not None:
        left_out = (("begin", started), ("end", ended))
        never = Reason("promised_deadline.never", left_out, wanted.citation)
        found = (Finding(severity, never),) if ended > started else ()
        return Decision(Absent.none, (_withdrawn(ended),), found)
    missing = Reason("promised_deadline.missing", (("at", started), *facts), wanted.citation)
    if as_of <= started:
        return Decision(_NOT_STARTED, (missing,))
    return Decision(_NOT_STARTED, (missing,), (Finding(severity, missing, _PROMISE),))


_PROMISE = Duty(EventKind.promise, Role.agent, Role.petitioner)


def _unkept(due: date, ended: date, why: Reason, found: tuple[Finding, ...]) -> Decision[Deadline]:
    """The answer where the mandate was withdrawn before the promise was kept."""
    if due < ended:
        facts = (("due", due), ("end", ended))
        broken = Reason("promised_deadline.broken", facts, EARLIEST_HOLDS)
        found = (*found, Finding(Severity.warning, broken))
    return Decision(Absent.none, (why, _withdrawn(ended)), found)


def _withdrawn(ended: date) -> Reason:
    return Reason("promised_deadline.withdrawn", (("at", ended),), ENDS_WITH_THE_MANDATE)


_NOT_STARTED = Deadline(Status.not_started)


def _past(on: date, until: date) -> Finding:
    """A promise of a day that had passed when it was made, which is none."""
    facts = (("at", on), ("until", until))
    return Finding(
        Severity.warning, Reason("promised_deadline.past_day", facts, NO_PAST_DAY, ("promise",))
    )


def _put_off(made: list[tuple[date, date]]) -> Iterator[Finding]:
    """Promises of a later day than one that was promised before."""
    earliest = made[0][1]
    for on, until in made[1:]:
        if until > earliest:
            facts = (("at", on), ("until", until), ("due", earliest))
            reason = Reason("promised_deadline.put_off", facts, EARLIEST_HOLDS)
            yield Finding(Severity.warning, reason)
        earliest = min(earliest, until)
