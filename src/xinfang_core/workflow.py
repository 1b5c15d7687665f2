"""Which event may follow which (流程), by the policies that apply.

A policy lists which events may open a case, what has to come before each other event, which may
come again, and which close the case. National and local steps stand side by side: what has to
come before an event is asked by both, and what either lets come again may. What a recorded history
has out of order are findings; an event that a host is about to record is refused, with what could
come instead.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from xinfang_core import messages
from xinfang_core.case import History
from xinfang_core.case.event import is_before
from xinfang_core.case.revocation import REVOKED_BY, REVOKES
from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.decision import Finding, Reason
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.obligation import Duty
from xinfang_core.sources import Citation, CitedList, Table
from xinfang_core.vocabulary import Absent, Basis, EventKind, Role, Severity, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from xinfang_core.case import Event
    from xinfang_core.decision import Facts
    from xinfang_core.messages import Lang

__all__ = ["Flow", "may_follow", "record"]

REVOCATION = Citation(
    source="",
    clause="重新办理、撤回委托、查实未送达的效果",
    phrase="",
    basis=Basis.interpreted,
    note="重新办理后，办结以后各环节须重来；撤回委托后，须另签委托书方可继续代办；查实未送达的，视为尚未送达",
)
"""What some events take back, so that it has to be done again."""

ALTERNATING = Citation(
    source="",
    clause="暂停与恢复相间",
    phrase="",
    basis=Basis.interpreted,
    note="暂停后未恢复而再次暂停的，视为同一次暂停，自首次起至恢复止",
)
"""What stands still cannot be stopped: a second standstill before the end is the same one."""

_NOTHING: frozenset[Step] = frozenset()
_ACCEPT: Final = EventKind.accept
_OBJECT: Final = EventKind.object
_RENEWING = frozenset({EventKind.reopen, *PASSING_ON})


@frozen
class Params:
    """What a policy says about the order of steps.

    Attributes:
        opening: events that may come first.
        after: for each other event of the policy, the event that has to come before it.
        repeatable: events that may come again.
        closing: events after which nothing follows but a reopening.

    """

    opening: CitedList[Step]
    after: Table[Step, Step]
    repeatable: CitedList[Step]
    closing: CitedList[Step]


RIGHTS = frozenset(
    {
        EventKind.evaluate,
        EventKind.request_review,
        EventKind.request_re_review,
        EventKind.withdraw_mandate,
    }
)
"""What a petitioner may do however a policy closes its own steps."""


class _Step(NamedTuple):
    """All about one kind of event, read off the flow once for all cases.

    Attributes:
        needs: what has to come before it, and where that is written.
        once: whether it may not come again while it stands.
        alternating: whether it and another one take each other back.
        opens_nothing: whether it is out of order in a closed case.
        closes: whether it closes the case.
        revoked: the events that have to be done again after it.

    """

    needs: tuple[tuple[Step, Citation], ...]
    once: bool
    alternating: bool
    opens_nothing: bool
    closes: bool
    revoked: frozenset[Step]


_STRANGE = _Step((), False, False, False, False, _NOTHING)  # noqa: FBT003 - by name above
"""A step that no policy declares: nothing is asked of it."""


@frozen
class Flow:
    """The steps of all policies that apply to a case (流程).

    Attributes:
        needs: for each known event, what has to come before it, and where that is written.
        repeatable: events that may come again: one policy's word is enough, for each lists its
            own steps and none says of another's that they may not.
        closing: events that close the case, each with its citation.
        closed: the events that are out of order then: those of the closing policy itself.

    """

    needs: Mapping[Step, tuple[tuple[Step, Citation], ...]]
    repeatable: frozenset[object]
    closing: Mapping[Step, Citation]
    closed: frozenset[Step] = frozenset()

    @cached_property
    def steps(self) -> Mapping[Step, _Step]:
        """Every kind of event; of one that no policy knows nothing is asked."""
        return {
            kind: _Step(
                needs=self.needs.get(kind, ()),
                once=_is_once(kind, self),
                alternating=_alternates(kind),
                opens_nothing=kind in self.closed and not _reopens(kind, self),
                closes=kind in self.closing,
                revoked=REVOKES.get(kind, _NOTHING),
            )
            for kind in self.known
        }

    @property
    def known(self) -> tuple[Step, ...]:
        """The closed list, then what the policies declare beside it."""
        return tuple(dict.fromkeys((*EventKind, *self.needs)))


def flow_of(policies: tuple[Params, ...]) -> Flow:
    """The steps of several policies side by side; each closes its own steps, and no right."""
    needs: dict[Step, tuple[tuple[Step, Citation], ...]] = {}
    closing: dict[Step, Citation] = {}
    repeatable: set[object] = set()
    closed: set[Step] = set()
    for params in policies:
        own = _own_steps(params)
        repeatable.update(params.repeatable.values)
        for step in params.opening.steps:
            if not isinstance(step.value, Absent):
                needs.setdefault(step.value, ())
        for kind, cell in params.after.cells.items():
            if not isinstance(cell.value, Absent):
                before = needs.get(kind, ())
                known = cell.value in [wanted for wanted, _ in before]
                needs[kind] = before if known else (*before, (cell.value, cell.citation))
        for step in params.closing.steps:
            if not isinstance(step.value, Absent):
                closing[step.value] = step.citation
                closed |= own - RIGHTS
    return Flow(needs, frozenset(repeatable), closing, frozenset(closed))


def _own_steps(params: Params) -> set[Step]:
    """The events that a policy itself lists."""
    opening = {one for one in params.opening.values if not isinstance(one, Absent)}
    after = {kind for kind, one in params.after.cells.items() if type(one.value) is not Absent}
    return opening | after


def out_of_order(history: History, flow: Flow, *, accepted: bool = True) -> tuple[Finding, ...]:
    """What the history has in an unusual order, or lacks; never an error (流程问题).

    Unless it has to be ``accepted``, a matter is not missed that was never accepted.
    """
    wrong = [Finding(Severity.warning, reason) for _, reason in _wrong_steps(history, flow)]
    if accepted and history.first(_ACCEPT) is None:
        wrong += _not_accepted(history, flow)
    return tuple(wrong)


class Later(NamedTuple):
    """An event that is not known yet.

    Attributes:
        event: what happened.
        at: the day.

    """

    event: Step
    at: date

    def text(self, lang: Lang = "zh") -> str:
        """The event and its day."""
        return messages.render("history.event", {"event": self.event, "at": self.at}, lang)


def not_yet_known(history: History, as_of: date) -> tuple[Finding, ...]:
    """That events after ``as_of`` are recorded, which are not known yet (其后的记录).

    A day more than a year after it is named as a likely slip of the keyboard.
    """
    later = tuple(Later(event.kind, event.day) for event in history.events if event.day > as_of)
    if not later:
        return ()
    facts = (("as_of", as_of), ("events", later))
    found = [Finding(Severity.notice, Reason("history.after_as_of", facts))]
    slips = tuple(one for one in later if _is_a_year_after(one.at, as_of))
    if slips:
        facts = (("as_of", as_of), ("events", slips))
        found.append(Finding(Severity.warning, Reason("history.likely_slip", facts)))
    return tuple(found)


def _is_a_year_after(day: date, as_of: date) -> bool:
    """Whether a day is more than a year after another one."""
    return (day.year - 1, day.month, day.day) > (as_of.year, as_of.month, as_of.day)


def may_follow(history: History, flow: Flow) -> tuple[Step, ...]:
    """The events that could come next, in the usual order of a day (可以衔接的环节)."""
    done: set[Step] = set()
    anew: set[Step] = set()
    for event in history.events:
        _take(done, anew, event.kind)
    return tuple(kind for kind in flow.known if _may_come(kind, done, anew, flow))


def record(history: History, event: Event, flow: Flow) -> History:
    """The history with one more event; one that happened earlier is put in its place.

    Raises:
        InvalidFactError: the event is no step of the policies or out of order, or would put a
            recorded one out of order; says what could have come at that place instead.

    """
    longer = History((*history.events, event))
    known = Counter(one for one, _ in _wrong_steps(history, flow))
    wrong = []
    for one, why in _wrong_steps(longer, flow):
        # Two records of one moment may be equal; each stands for itself.
        known[one] -= 1
        if known[one] < 0:
            wrong.append((one, why))
    if event.kind not in flow.needs:
        unknown = Reason("workflow.unknown", (("event", event.kind),))
        wrong.insert(0, (event, unknown))
    if wrong:
        place, reason = wrong[0]
        before = History(longer.events[: longer.events.index(place)])
        facts: Facts = (
            ("event", event.kind),
            ("at", event.day),
            ("why", reason),
            ("known", may_follow(before, flow)),
        )
        code = "workflow.illegal"
        if _is_taken_back_that_day(event, history):
            code = "workflow.illegal_that_day"
        raise InvalidFactError(Fault(code, facts, path=event.kind.name))
    return longer


def _is_taken_back_that_day(event: Event, history: History) -> bool:
    """Whether such an act was taken back on the event's day, so that only times tell the order."""
    takers = (one for by in REVOKED_BY.get(event.kind, ()) for one in history.all(by))
    return any(one.day == event.day for one in takers)


def _take(done: set[Step], anew: set[Step], kind: Step) -> None:
    """What stands done after an event of the kind, and what of it may be done once more."""
    if kind in _RENEWING:
        _renew(done, anew, kind)
    done -= REVOKES.get(kind, _NOTHING)
    done.add(kind)
    anew.discard(kind)


def _renew(done: set[Step], anew: set[Step], kind: Step) -> None:
    """What a reopening, or a passing-on to another body, lets be done once more though it stands.

    Where a matter is passed on, the body that gets it has a receipt of its own.
    """
    if kind is EventKind.reopen or _OBJECT in done - anew:
        anew |= done
    elif EventKind.receive in done:
        anew.add(EventKind.receive)


def _is_once(kind: Step, flow: Flow) -> bool:
    """Whether an event of the kind is out of order while one of it stands.

    What ends a standstill is not: it lacks the standstill then, and that is told.
    """
    if kind not in flow.needs or kind not in flow.repeatable:
        return kind in flow.needs
    ends = any(wanted in REVOKES.get(kind, _NOTHING) for wanted, _ in flow.needs[kind])
    return _alternates(kind) and not ends


def _alternates(kind: Step) -> bool:
    """Whether the event and another one take each other back."""
    return any(kind in REVOKES.get(other, _NOTHING) for other in REVOKES.get(kind, _NOTHING))


def _may_come(kind: Step, done: set[Step], anew: set[Step], flow: Flow) -> bool:
    """Whether an event of the kind could come next."""
    if kind not in flow.needs or (kind in done and kind not in anew and _is_once(kind, flow)):
        return False
    needs = flow.needs[kind]
    closed = kind in flow.closed and not _reopens(kind, flow)
    if closed and any(one in done for one in flow.closing):
        return False
    return all(wanted in done for wanted, _ in needs)


def _reopens(kind: Step, flow: Flow) -> bool:
    """Whether the event may follow one that closes the case: it takes that back, or needs it."""
    revoked = REVOKES.get(kind, _NOTHING)
    return any(one in revoked for one in flow.closing) or any(
        wanted in flow.closing for wanted, _ in flow.needs[kind]
    )


def _wrong_steps(history: History, flow: Flow) -> list[tuple[Event, Reason]]:
    """Each event that is out of order, and why; a step that no policy knows is left alone."""
    steps = flow.steps
    found: list[tuple[Event, Reason]] = []
    done: set[Step] = set()
    anew: set[Step] = set()
    closed: list[Event] = []
    for event in history.events:
        kind = event.kind
        needs, once, alternating, opens_nothing, closes, revoked = steps.get(kind, _STRANGE)
        if kind in _RENEWING:
            _renew(done, anew, kind)
        for wanted, citation in needs:
            if wanted not in done:
                found += _without(event, wanted, citation, history)
        if once and kind in done and kind not in anew:
            found += _again(event, history, alternating=alternating)
        if closed and opens_nothing:
            found += _after(event, closed, history, flow)
        if revoked:
            done -= revoked
        done.add(kind)
        anew.discard(kind)
        if closed:
            closed = [one for one in closed if one.kind in done]
        if closes:
            closed.append(event)
    return found


def _again(event: Event, history: History, *, alternating: bool) -> Iterator[tuple[Event, Reason]]:
    """The reason why a step that stands may not come again."""
    if not _may_be_another_bodys(event, history):
        code, cited = ("still_stands", ALTERNATING) if alternating else ("twice", REVOCATION)
        told = (("event", event.kind), ("at", event.day))
        yield event, Reason(f"workflow.{code}", told, cited)


def _may_be_another_bodys(event: Event, history: History) -> bool:
    """Whether the matter was passed on that day, in no known order with a second record.

    Then the record may be of the body that got the matter; an act, only after an objection.
    """
    kind = event.kind
    if kind is not EventKind.receive and history.first(_OBJECT) is None:
        return False
    records = history.all(kind)
    place = records.index(event)
    near = records[max(place - 1, 0) : place + 1]
    passed = (one for by in PASSING_ON if by is not kind for one in history.all(by))
    return any(_is_open(one, other) for one in passed for other in near)


def _is_open(one: Event, other: Event) -> bool:
    """Whether nobody can tell which of two events came first."""
    return not is_before(one, other) and not is_before(other, one)


def _after(
    event: Event, closed: Sequence[Event], history: History, flow: Flow
) -> Iterator[tuple[Event, Reason]]:
    """The reason why a step comes after the end; on one day their order is left open.

    So it is where that day took back the end: the step may have come after that.
    """
    for end in reversed(closed):
        takers = (one for by in REVOKED_BY.get(end.kind, ()) for one in history.all(by))
        if is_before(end, event) and not any(_is_open(one, event) for one in takers):
            facts: Facts = (("event", event.kind), ("at", event.day), ("closed", end.kind))
            yield event, Reason("workflow.after_closing", facts, flow.closing[end.kind])
            return


def _without(
    event: Event, wanted: Step, citation: Citation, history: History
) -> Iterator[tuple[Event, Reason]]:
    """The reason why a step lacks the one before it; on one day their order is left open."""
    facts: Facts = (("event", event.kind), ("at", event.day), ("wanted", wanted))
    others = history.all(wanted)
    if not others:
        yield event, Reason("workflow.missing", facts, citation)
    elif is_before(event, others[0]):
        later = (*facts, ("other", others[0].day))
        yield event, Reason("workflow.too_early", later, citation)
    elif wanted in REVOKES.get(event.kind, _NOTHING):
        # What ends a standstill ends it once; the next time there is none.
        yield event, Reason("workflow.missing", facts, citation)
    elif all(one.day != event.day for one in others):
        yield event, Reason("workflow.taken_back", facts, REVOCATION)


def _not_accepted(history: History, flow: Flow) -> Iterator[Finding]:
    """That a matter which is not accepted was received and not answered either."""
    received = history.first(EventKind.receive) or history.first(EventKind.register)
    answered = history.first(EventKind.reply) or history.first(EventKind.conclude)
    if received and not answered:
        cited = next((one for _, one in flow.needs.get(_ACCEPT, ())), None)
        facts = (("at", received.day),)
        reason = Reason("workflow.not_accepted", facts, cited)
        yield Finding(Severity.notice, reason, _TO_ACCEPT)


_TO_ACCEPT = Duty(_ACCEPT, Role.handling_body, Role.petitioner, waits=True)
