"""The one place where rules meet (评估)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from xinfang_core.assessment.answer import Assessment
from xinfang_core.assessment.groups import decisions_of
from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.assessment.obligations import find_obligations
from xinfang_core.context import Context, is_assumed
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.rules.follow_through import decide_follow_through
from xinfang_core.rules.kind import decide_kind
from xinfang_core.rules.limits import decide_limits
from xinfang_core.rules.people import decide_people
from xinfang_core.workflow import not_yet_known, out_of_order

if TYPE_CHECKING:
    from xinfang_core.assessment.groups import Groups
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.decision import Finding
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
    context = Context(case, case.history.until(as_of), calendar, as_of, allow_assumed)
    kind = decide_kind(context, policy.kind, policy.listed)
    people = decide_people(context, policy.people, kind)
    limits = decide_limits(
        context, policy.limits, kind, people, policy.rated, policy.declared_limits
    )
    follow_through = decide_follow_through(
        context, policy.follow_through, kind, people, limits, policy.local
    )
    groups = (kind, people, limits, follow_through)
    findings = _findings(context, policy, groups)
    owed = find_obligations(groups, findings, context, policy.own_duties)
    made_by = MadeBy(policy.marks, policy.variant, calendar, as_of, allow_assumed)
    return Assessment(case.case_no, policy.label, as_of, *groups, owed, findings, made_by)


def _findings(context: Context, policy: PolicyPack, groups: Groups) -> tuple[Finding, ...]:
    """What is out of order: in the picking of editions, in the steps, in each decision."""
    found = [*policy.findings, *out_of_order(context.history, policy.flow)]
    if context.history is not context.case.history:
        found += not_yet_known(context.case.history, context.as_of)
    if not context.allow_assumed:
        found = [one for one in found if not is_assumed(one)]
    for _, decision in decisions_of(groups):
        if decision.findings:
            found += decision.findings
    return tuple(found)
