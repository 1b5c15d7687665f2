"""Something that happened to a case (事件)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.converters import optional

from xinfang_core.case.moments import day_of, shanghai_time
from xinfang_core.case.types import fact_types, settle_types
from xinfang_core.errors import Fault, InvalidFactError
from xinfang_core.vocabulary import (
    EventKind,
    FeedbackMode,
    Grade,
    Role,
    Step,
    SupervisionStep,
    SuspensionCause,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

BELONGS: dict[str, frozenset[Step]] = {
    "extension": frozenset({EventKind.extend}),
    "reason_told": frozenset({EventKind.extend}),
    "grade": frozenset({EventKind.evaluate}),
    "target": frozenset({EventKind.evaluate}),
    "until": frozenset({EventKind.promise, EventKind.plan}),
    "cause": frozenset({EventKind.suspend}),
    "step": frozenset({EventKind.supervise}),
    "mode": frozenset({EventKind.inform}),
    "amount": frozenset({EventKind.pay_award}),
}
"""For a detail, the kinds of events that it belongs to."""

NEEDED: dict[Step, tuple[str, ...]] = {
    EventKind.extend: ("extension",),
    EventKind.evaluate: ("grade", "target"),
    EventKind.promise: ("until",),
    EventKind.suspend: ("cause",),
    EventKind.inform: ("mode",),
    EventKind.pay_award: ("amount",),
}
"""The details that an event of the kind says nothing without; a plan may lack its dates."""


@frozen
class Event:
    """Something that happened to a case (事件).

    Attributes:
        kind: what happened; a step that the policy declares among them.
        at: date or instant; with a zone it is converted to Asia/Shanghai, without one it is
            taken as Shanghai time.
        extension: for ``extend`` (延期): how many days were granted (延长天数): working
            days on top of working days, else calendar days, on top of months too.
        reason_told: for ``extend``: whether the petitioner was told the reason.
        grade: for ``evaluate`` (评价): the grade given.
        target: for ``evaluate``: who was rated.
        until: for ``promise`` (承诺) and ``plan`` (方案): the day by which it will be
            done; an instant is converted as ``at`` is.
        cause: for ``suspend`` (暂停计时): why the limit does not run.
        step: for ``supervise`` (督办): which step was taken.
        mode: for ``inform`` (告知办理结果): how the result was made known.
        amount: for ``pay_award`` (发放奖励): yuan paid to the agent.

    Raises:
        InvalidFactError: details that do not belong to the kind, or lack where it needs them.

    """

    kind: Step
    at: date = field(converter=shanghai_time)
    extension: int | None = None
    reason_told: bool | None = None
    grade: Grade | None = None
    target: Role | None = None
    until: date | None = field(default=None, converter=optional(shanghai_time))
    cause: SuspensionCause | None = None
    step: SupervisionStep | None = None
    mode: FeedbackMode | None = None
    amount: Decimal | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        wrong = tuple(settle_types(self, _TYPES))
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
        for name, kinds in BELONGS.items():
            if getattr(self, name) is not None and self.kind not in kinds:
                yield "event.foreign_detail", name
        for name in NEEDED.get(self.kind, ()):
            if getattr(self, name) is None:
                yield "event.missing_detail", name
        if self.extension is not None and self.extension < 1:
            yield "event.extension_not_positive", "extension"
        if self.amount is not None and not (self.amount.is_finite() and self.amount > 0):
            yield "event.amount_not_positive", "amount"

    @cached_property
    def day(self) -> date:
        """The date on which it happened, in Shanghai."""
        return day_of(self.at)


def is_before(first: Event, second: Event) -> bool:
    """Whether ``first`` certainly came before ``second``: by the clock where both have one."""
    if isinstance(first.at, datetime) and isinstance(second.at, datetime):
        return first.at < second.at
    return first.day < second.day


_TYPES, _ = fact_types(Event)
