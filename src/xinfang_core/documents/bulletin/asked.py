"""What a bulletin is asked about (通报的口径): which policy, which cases, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from attrs import field, frozen

from xinfang_core.assessment import assess
from xinfang_core.vocabulary import Audience, EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.policy import Policy, PolicyPack


By = Literal["town", "body", "agent"]
"""By what cases are put together (分组): town or street, handling body, agent."""

GROUPS: Final[tuple[By, ...]] = get_args(By)

DATED_BY: Final = (
    EventKind.register,
    EventKind.receive,
    EventKind.accept,
    EventKind.transfer,
    EventKind.assign,
    EventKind.conclude,
    EventKind.reply,
)
"""The events of which the day can put a case into a period."""

USUAL: Final = (EventKind.register, EventKind.receive)
"""By these a case is put into a period where nothing else is said: the first that is recorded."""


@frozen
class Least:
    """The smallest count that is published (公布的最小件数), and what it rests on.

    Attributes:
        count: smaller counts are not published, 0 excepted.
        told: where it is from, in words.

    """

    count: int
    told: str


@frozen
class Asked:
    """What is asked of a register.

    Attributes:
        policy: the policy, under the chosen reading.
        pinned: the day that picks the versions for all cases; None: each case's own.
        calendar: the working days.
        allow_assumed: whether assumed values may be used.
        dated_by: the events of which the first recorded one puts a case into a period.
        by: by what the cases are put together.
        audience: who reads it: ``superior`` or ``public``.
        least: the smallest count that is published.
        ledger: whether every case is listed.
        reading: the title of the chosen reading.
        other_readings: the policy under each other reading of the same words, by its title.

    """

    policy: Policy
    pinned: date | None
    calendar: WorkCalendar
    least: Least
    allow_assumed: bool = True
    dated_by: tuple[EventKind, ...] = USUAL
    by: tuple[By, ...] = ()
    audience: Audience = Audience.superior
    ledger: bool = False
    reading: str = ""
    other_readings: Mapping[str, Policy] = field(factory=dict, hash=False)

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it."""
        return self.audience is Audience.public

    def day_of(self, case: Case) -> date | None:
        """The day that puts a case into a period; None where none is recorded."""
        return next(filter(None, map(case.history.day, self.dated_by)), None)

    def pack(self, case: Case, as_of: date, policy: Policy | None = None) -> PolicyPack:
        """The parameters for a case."""
        chosen = policy or self.policy
        return chosen.on(self.pinned) if self.pinned else chosen.in_force(case, as_of)

    def ledger_pack(self, day: date) -> PolicyPack:
        """The parameters by which rates are made, those in force at the end of the period."""
        return self.policy.on(self.pinned or day)

    def assessed(self, case: Case, as_of: date, policy: Policy | None = None) -> Assessment:
        """The assessment of a case."""
        pack = self.pack(case, as_of, policy)
        return assess(case, pack, self.calendar, as_of, allow_assumed=self.allow_assumed)
