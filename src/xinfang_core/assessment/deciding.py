"""The one place where rules meet (评估)."""

from __future__ import annotations

from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from xinfang_core.assessment.answer import Assessment, assembled
from xinfang_core.assessment.asked import Asked, is_assumed, without_assumed
from xinfang_core.assessment.consequences import what_follows
from xinfang_core.assessment.decided import RULES, Decided
from xinfang_core.assessment.kind import what_it_is
from xinfang_core.assessment.limits import by_when
from xinfang_core.assessment.owed import what_is_owed
from xinfang_core.assessment.people import who_does_it
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.workflow import out_of_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.decision import Decision, Finding
    from xinfang_core.policy import PolicyPack


def assess(
    case: Case,
    policy: PolicyPack,
    calendar: WorkCalendar,
    as_of: date,
    *,
    allow_assumed: bool = True,
) -> Assessment:
    """All decisions about ``case`` on the day ``as_of``.

    Args:
        case: the facts; events after ``as_of`` are not known yet.
        policy: the parameters in force for the case.
        calendar: the working days.
        as_of: the day asked about.
        allow_assumed: whether values may be used that the source does not give; where not,
            a decision that needs one is undetermined and names it.

    Raises:
        MisuseError: ``as_of`` is an instant instead of a date.

    """
    if isinstance(as_of, datetime):
        raise MisuseError(Fault("assess.not_a_date", (("found", repr(as_of)),), path="as_of"))
    history = case.history.until(as_of)
    asked = Asked(case, history, policy, calendar, as_of, allow_assumed)
    every = dict(_NOTHING)
    decided = cast("Decided", every)
    what_it_is(asked, decided)
    who_does_it(asked, decided)
    by_when(asked, decided)
    what_follows(asked, decided)
    if not allow_assumed:
        every = {rule: one and without_assumed(one) for rule, one in every.items()}
    found = [*policy.findings, *out_of_order(history, policy.flow)]
    if not allow_assumed:
        found = [one for one in found if not is_assumed(one)]
    for more in map(_FINDINGS, filter(None, every.values())):
        found += more
    owed = what_is_owed(every, found, history, as_of)
    return assembled(case.case_no, policy.label, as_of, owed, tuple(found), every)


_FINDINGS: Callable[[Decision[object]], tuple[Finding, ...]] = attrgetter("findings")
_NOTHING: dict[str, Decision[object] | None] = dict.fromkeys(RULES)
"""Every rule in order, undecided: a rule that the policy lacks stays so."""
