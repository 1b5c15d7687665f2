"""Past cases judged as if under each of two editions (重放)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.assessment import assess
from xinfang_core.change.counting import Counting
from xinfang_core.change.impact import Impact
from xinfang_core.change.touched import touched_rules
from xinfang_core.codec import RefusedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.policy import Edition, Policy, PolicyPack


@frozen
class Chosen:
    """A policy, and the day that picks its editions (选定的办法).

    Attributes:
        policy: all its editions.
        pinned: the day; None for the newest edition.

    """

    policy: Policy
    pinned: date | None = None

    @property
    def since(self) -> date | None:
        """The day from which the chosen edition is in force; None of an undated one."""
        return self.pinned or self.policy.editions[0].effective


@frozen
class Sides:
    """Both editions with all that lies beneath them, and the day asked about.

    Attributes:
        old: the parameters of the older edition.
        new: the parameters of the newer one.
        policy: the policy of the newer one, which picks by the case.
        own_titles: the official names of what either policy declares, by key.
        calendar: the working days.
        as_of: the day asked about.

    """

    old: PolicyPack
    new: PolicyPack
    policy: Policy
    own_titles: Mapping[str, str]
    calendar: WorkCalendar
    as_of: date


def sides_of(old: Chosen, new: Chosen, calendar: WorkCalendar, as_of: date) -> Sides:
    """The packs of two editions.

    A day pins an edition together with the national one, as ``ID@DATE`` does. Without one the
    newest edition is meant, over the national one of the day from which the newer side is in
    force; so two versions of a local policy lie over one national text.
    """
    day = new.since or as_of
    before, after = (
        one.policy.on(one.pinned or _from(one.policy.editions[0], day)) for one in (old, new)
    )
    titles = {**old.policy.own_titles, **new.policy.own_titles}
    return Sides(before, after, new.policy, titles, calendar, as_of)


def _from(edition: Edition, day: date) -> date:
    """The day, or the first one of an edition that is not in force by then."""
    return max(day, edition.effective or day)


def picks(policy: Policy, case: Case, as_of: date, pack: PolicyPack) -> bool:
    """Whether the policy itself would judge the case by the pack's own edition."""
    return _own(policy.in_force(case, as_of)) == _own(pack)


def replay(records: Iterable[Case | RefusedRow], sides: Sides) -> Impact:
    """What the newer edition changes in the answers about many cases, gone through once.

    Args:
        records: the cases, and the rows that could not be read.
        sides: both editions, the calendar and the day asked about.

    """
    counting = Counting(touched_rules(sides.old, sides.new))
    refused: Counter[tuple[str, str]] = Counter()
    calendar, as_of = sides.calendar, sides.as_of
    for one in records:
        if isinstance(one, RefusedRow):
            refused.update({(fault.path, fault.code) for fault in one.faults[:1]})
            continue
        before, after = (assess(one, pack, calendar, as_of) for pack in (sides.old, sides.new))
        counting.add(before, after, picked=picks(sides.policy, one, as_of, sides.new))
    return _impact(sides, counting, refused)


def _own(pack: PolicyPack) -> tuple[str, ...]:
    """The label of the policy's own edition; where none is in force, of what there is instead."""
    return tuple(mark.label for mark in pack.marks[:1])


def _beneath(pack: PolicyPack) -> tuple[str, ...]:
    """The labels of what lies beneath a local edition."""
    return tuple(mark.label for mark in pack.marks[1:])


def _impact(sides: Sides, counting: Counting, refused: Counter[tuple[str, str]]) -> Impact:
    counts = counting.counts
    names = ("cases", "changed", "unchanged", "undecided", "picked", "picked_changed", "relieved")
    return Impact(
        old=sides.old.label,
        new=sides.new.label,
        other_national=_beneath(sides.old) != _beneath(sides.new),
        as_of=sides.as_of,
        **{name: counts[name] for name in names},
        refused=dict(sorted(refused.items())),
        rules=tuple(counting.rule_impacts()),
        missing=tuple(counting.lacks()),
        paid_old=counting.paid[0],
        paid_new=counting.paid[1],
        payments=dict(sorted(counting.payments.items())),
        shifts=counting.shifts.items,
        awards=counting.awards.items,
        overdue=tuple(counting.overdue),
        late=tuple(counting.late),
        own_titles=sides.own_titles,
    )
