"""Which open cases have new dates because the calendar changed (日历变动后的复核)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import frozen

from xinfang_core import messages
from xinfang_core.assessment import assess
from xinfang_core.calendar.changes import ChangedDay, changed_days
from xinfang_core.calendar.plain import DAY
from xinfang_core.deadline import RUNNING, Deadline
from xinfang_core.decision import RuleName
from xinfang_core.periods import WorkingDays
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.decision import Decision
    from xinfang_core.messages import Lang
    from xinfang_core.policy import Policy
    from xinfang_core.vocabulary import Declared

__all__ = ["Moved", "recheck"]


@frozen
class Moved:
    """A limit of an open case whose last day is another one in the newer calendar.

    Attributes:
        case_no: the case.
        rule: the rule that set the limit.
        before: where it stood by the older calendar.
        after: where it stands by the newer one.
        days: why: the days of the limit that are worked in one calendar and not in the other.
        own: of a limit that the policy declares its name; None for a rule.

    """

    case_no: str
    rule: str
    before: Deadline
    after: Deadline
    days: tuple[ChangedDay, ...]
    own: Declared | None = None

    def text(self, lang: Lang = "zh") -> str:
        """Such as ``甲-1 答复期限：2019-05-06 改为 2019-05-08，因 2019-05-02 …``."""
        facts = {
            "case_no": self.case_no,
            "rule": self.own or RuleName(self.rule),
            "before": self.before.due,
            "after": self.after.due,
            "days": self.days,
            "earliest": self.after.earliest,
            "latest": self.after.latest,
        }
        provisional = self.after.certainty is Certainty.provisional
        code = "recheck.moved_provisional" if provisional else "recheck.moved"
        return messages.render(code, facts, lang)


def recheck(
    cases: Iterable[Case],
    policy: Policy,
    old: WorkCalendar,
    new: WorkCalendar,
    as_of: date,
    *,
    pinned: date | None = None,
) -> Iterator[Moved]:
    """The limits of ``cases``, still open on ``as_of``, whose last day moved.

    Args:
        cases: the facts.
        policy: the policy whose limits are asked about.
        old: the calendar by which the dates were given out, such as ``new.known_on(…)``.
        new: the calendar by which they stand now.
        as_of: the day asked about; what was done by then has no open limit.
        pinned: the day that picks the versions of the policy; None: each case's own.

    Raises:
        MisuseError: ``as_of`` is an instant instead of a date.

    """
    changed = changed_days(old, new)
    for case in cases:
        pack = policy.on(pinned) if pinned else policy.in_force(case, as_of)
        before = _open_limits(assess(case, pack, old, as_of))
        after = _open_limits(assess(case, pack, new, as_of))
        for rule in (name for name in before if name in after):
            yield from _moved(case.case_no, rule, before[rule], after[rule], changed)


class _Open(NamedTuple):
    """A limit that is still open: where it stands, its last day, and the first day looked at."""

    outcome: Deadline
    due: date
    since: date | None
    own: Declared | None


def _open_limits(assessment: Assessment) -> dict[str, _Open]:
    """Each limit that is still open, by its rule."""
    found = {}
    declared = {one.name: one for one in assessment.limits.declared}
    for name, decision in assessment.decisions():
        outcome = decision.outcome
        if isinstance(outcome, Deadline) and outcome.status in RUNNING and outcome.due:
            found[name] = _Open(outcome, outcome.due, _looked_at_from(decision), declared.get(name))
    return found


def _looked_at_from(decision: Decision[object]) -> date | None:
    """The first day that a limit in working days looks at; of others only the last day matters."""
    facts: dict[str, Any] = {
        name: value for reason in decision.reasons for name, value in reason.facts
    }
    return facts["start"] + DAY if isinstance(facts["period"][0], WorkingDays) else None


def _moved(
    case_no: str, rule: str, old: _Open, new: _Open, changed: tuple[ChangedDay, ...]
) -> Iterator[Moved]:
    """The limit, if its last day is another one, and the days that made it so."""
    if old.due == new.due:
        return
    first, last = sorted((old.due, new.due))
    days = tuple(one for one in changed if (new.since or first) <= one.after.day <= last)
    yield Moved(case_no, rule, old.outcome, new.outcome, days, new.own)
