"""Where a case stands with its limits (一件的时限状态): its worst limit tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from xinfang_core.deadline import Deadline
from xinfang_core.messages import render
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.documents.bulletin.figures import Bunch

WORST_FIRST: Final = (
    Status.overdue,
    Status.late,
    Status.open,
    Status.met,
    Status.undetermined,
    Status.not_started,
)
"""The statuses of a case, the one that counts where it has several limits first."""

MISSED: Final = (Status.overdue, Status.late)
"""The statuses of a limit that was missed, answered by now or not."""

SHOWN: Final = (Status.overdue, Status.late, Status.open, Status.met, None)
"""Where cases stand, as it is told; None: all that stand elsewhere."""


class Limit(NamedTuple):
    """A limit of a case that obliges somebody, as it stands.

    Attributes:
        rule: its rule, or the key of one that the policy declares.
        deadline: where it stands.

    """

    rule: str
    deadline: Deadline


class Missed(NamedTuple):
    """A limit that has passed while what it asks for is still to be done.

    Attributes:
        rule: its rule, or the key of one that the policy declares.
        due: its last day; None where it is not told.
        days: working days since.

    """

    rule: str
    due: date | None
    days: int


def limits_of(answer: Assessment) -> Iterator[Limit]:
    """The limits of a case that oblige somebody; rights of the petitioner do not."""
    limits = answer.limits
    for rule in DUTIES:
        decision = getattr(limits, rule)
        if decision is not None and isinstance(decision.outcome, Deadline):
            yield Limit(rule, decision.outcome)
    for own, declared in limits.declared.items():
        if isinstance(declared.outcome, Deadline):
            yield Limit(own.name, declared.outcome)


def standing_of(limits: tuple[Limit, ...]) -> Status | None:
    """Where the worst of the limits stands; None where no limit says anything."""
    found = {one.deadline.status for one in limits}
    return next((status for status in WORST_FIRST if status in found), None)


def by_standing(bunch: Bunch) -> dict[Status | None, int]:
    """How many cases of a bunch stand where; together they are all of them."""
    counts: dict[Status | None, int] = {one: bunch.standing[one] for one in SHOWN if one}
    return {**counts, None: bunch.cases - sum(counts.values())}


def standing_title(status: Status | None) -> str:
    """Where cases stand, in words."""
    return status.text() if status else render("bulletin.others", {})


def missed_of(limits: tuple[Limit, ...]) -> tuple[Missed, ...]:
    """The limits that are overdue, the longest first."""
    found = (
        Missed(rule, one.due, one.overdue_working_days)
        for rule, one in limits
        if one.status is Status.overdue
    )
    return tuple(sorted(found, key=lambda one: (-one.days, one.rule)))
