"""A petition case (信访事项): facts, and a history of dated events; nothing computed.

No fact that a rule uses is a name, a number or an address of a person.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    EventKind,
    Grade,
    ReplyKind,
    Role,
    Route,
    Settled,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# China keeps one time without summer time since 1991-09-15, long before the first calendar day.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")

_ORDER = {kind: position for position, kind in enumerate(EventKind)}
_GRADES = {
    grade: position
    for position, grade in enumerate(
        (None, Grade.unrated, Grade.satisfied, Grade.basically_satisfied, Grade.dissatisfied)
    )
}
_TARGETS = {role: position for position, role in enumerate((None, *Role))}
_TOLD = {told: position for position, told in enumerate((None, True, False))}
_NEVER_BEFORE_RECEIPT = frozenset(EventKind) - {EventKind.receive, EventKind.register}


def shanghai_time(at: date) -> date:
    """A date or naive instant as it is; an instant with a zone as the clock of Shanghai."""
    if isinstance(at, datetime) and at.tzinfo is not None:
        return at.astimezone(SHANGHAI).replace(tzinfo=None)
    return at


def day_of(at: date) -> date:
    """The date of a date or instant."""
    return at.date() if isinstance(at, datetime) else at


def _wrong_types(owner: object, wanted: Mapping[str, type]) -> Iterator[Fault]:
    """Facts of another type than declared; nothing is converted silently, "否" is not False."""
    for name, kind in wanted.items():
        value = getattr(owner, name)
        if value is not None and not isinstance(value, kind):
            facts = (("name", name), ("wanted", kind.__name__), ("found", type(value).__name__))
            yield Fault("case.wrong_type", facts, path=name)


_EVENT_TYPES = {
    "kind": EventKind,
    "at": date,
    "reason_told": bool,
    "grade": Grade,
    "target": Role,
}


@frozen
class Event:
    """Something that happened to a case (事件).

    Attributes:
        kind: what happened.
        at: date or instant; with a zone it is converted to Asia/Shanghai, without one it is
            taken as Shanghai time.
        extension: for ``extend`` (延期): how much was granted, in the unit of the limit.
        reason_told: for ``extend``: whether the petitioner was told the reason.
        grade: for ``evaluate`` (评价): the grade given.
        target: for ``evaluate``: who was rated.

    Raises:
        InvalidFactError: details that do not belong to the kind, or lack where it needs them.

    """

    kind: EventKind
    at: date = field(converter=shanghai_time)
    extension: int | None = None
    reason_told: bool | None = None
    grade: Grade | None = None
    target: Role | None = None

    def __attrs_post_init__(self) -> None:
        wrong = tuple(_wrong_types(self, _EVENT_TYPES))
        if wrong:
            raise InvalidFactError(*wrong)
        faults = [
            Fault(code, (("event", self.kind), ("name", name)), path=name)
            for code, name in self._misplaced()
        ]
        if faults:
            raise InvalidFactError(*faults)

    def _misplaced(self) -> Iterator[tuple[str, str]]:
        """Details that are missing for this kind of event or foreign to it."""
        belongs = {
            "extension": EventKind.extend,
            "reason_told": EventKind.extend,
            "grade": EventKind.evaluate,
            "target": EventKind.evaluate,
        }
        for name, kind in belongs.items():
            present = getattr(self, name) is not None
            if present and self.kind is not kind:
                yield "event.foreign_detail", name
            if not present and self.kind is kind and name != "reason_told":
                yield "event.missing_detail", name
        if self.extension is not None and (type(self.extension) is not int or self.extension < 1):
            yield "event.extension_not_positive", "extension"

    @property
    def day(self) -> date:
        """The date on which it happened, in Shanghai."""
        return day_of(self.at)


def _moment(event: Event) -> tuple[date, str, int, tuple[int, ...]]:
    """Sort key: the day, the time where known, then the usual order of a day's events.

    Of two ratings at one moment the lower one is taken as the later. The other details only
    make the order complete, so that it never depends on how the events were recorded.
    """
    time = event.at.time().isoformat() if isinstance(event.at, datetime) else ""
    grade, target, told = _GRADES[event.grade], _TARGETS[event.target], _TOLD[event.reason_told]
    return event.day, time, _ORDER[event.kind], (grade, target, event.extension or 0, told)


def _in_order(events: Iterable[object]) -> tuple[Event, ...]:
    kept = tuple(events)
    facts = (("name", "events"), ("wanted", Event.__name__))
    faults = [
        Fault("case.wrong_type", (*facts, ("found", type(one).__name__)), path=f"events[{index}]")
        for index, one in enumerate(kept)
        if not isinstance(one, Event)
    ]
    if faults:
        raise InvalidFactError(*faults)
    return tuple(sorted((one for one in kept if isinstance(one, Event)), key=_moment))


def is_before(first: Event, second: Event) -> bool:
    """Whether ``first`` certainly came before ``second``: by the clock where both have one."""
    if isinstance(first.at, datetime) and isinstance(second.at, datetime):
        return first.at < second.at
    return first.day < second.day


@frozen
class History:
    """The events of a case in order of time (经过), however they were recorded."""

    events: tuple[Event, ...] = field(default=(), converter=_in_order)

    def first(self, kind: EventKind) -> Event | None:
        """The first event of the kind."""
        return next((event for event in self.events if event.kind is kind), None)

    def day(self, kind: EventKind) -> date | None:
        """The day of the first event of the kind."""
        event = self.first(kind)
        return event.day if event else None

    def all(self, kind: EventKind) -> tuple[Event, ...]:
        """Every event of the kind, oldest first."""
        return tuple(event for event in self.events if event.kind is kind)

    def until(self, day: date) -> History:
        """What is known at the end of ``day``: later events have not happened yet."""
        if not self.events or self.events[-1].day <= day:
            return self
        return History(tuple(event for event in self.events if event.day <= day))


@frozen
class Agent:
    """The agent (代理员) of a case.

    Attributes:
        category: what kind of person serves; None where not recorded.
        agent_no: the register's number, for totals per agent; kept out of ``repr``.

    """

    category: AgentCategory | None = None
    agent_no: str = field(default="", repr=False)


_CASE_TYPES = {
    "case_no": str,
    "history": History,
    "category": ReplyKind,
    "urgent": bool,
    "needs_investigation": bool,
    "consultation": bool,
    "case_class": CaseClass,
    "route": Route,
    "contact_unclear": bool,
    "settled": Settled,
    "agent": Agent,
}


@frozen
class Case:
    """A petition case as recorded (信访事项). None always means: not recorded.

    Attributes:
        case_no: the number of the case (信访件编号).
        history: what happened, when.
        category: the reply kind as recorded by the host (事项类别).
        urgent: whether the matter is urgent (紧急).
        needs_investigation: whether it takes investigation or coordination (需要调查、协调).
        consultation: whether it only asks something (咨询).
        case_class: suggestion, accusation or appeal (建议意见、检举控告、申诉求决).
        route: for an appeal, its route by Art. 31 (办理途径).
        contact_unclear: whether the petitioner's name or address is unclear (姓名、住址不清).
        settled: whether complaint and petition have ended (息诉息访).
        agent: who acts for the petitioner (代理员).

    Raises:
        InvalidFactError: facts that contradict each other, all at once.

    """

    case_no: str
    history: History = field(default=History())
    category: ReplyKind | None = None
    urgent: bool | None = None
    needs_investigation: bool | None = None
    consultation: bool | None = None
    case_class: CaseClass | None = None
    route: Route | None = None
    contact_unclear: bool | None = None
    settled: Settled | None = None
    agent: Agent | None = None

    def __attrs_post_init__(self) -> None:
        faults = tuple(_wrong_types(self, _CASE_TYPES)) or tuple(self._contradictions())
        if faults:
            raise InvalidFactError(*faults)

    def _contradictions(self) -> Iterator[Fault]:
        received = self.history.first(EventKind.receive)
        if received is not None:
            for event in self.history.events:
                if event.kind in _NEVER_BEFORE_RECEIPT and is_before(event, received):
                    facts = (("event", event.kind), ("at", event.at), ("received", received.at))
                    yield Fault("case.before_receipt", facts, path=event.kind.name)
        if self.route is not None and self.case_class not in {None, CaseClass.appeal}:
            mixed = (("case_class", self.case_class), ("route", self.route))
            yield Fault("case.route_without_appeal", mixed, path="route")
