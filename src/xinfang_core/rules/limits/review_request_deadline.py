"""Until when may the petitioner ask for a review? (申请复查期限).

Source, 2022 regulation (信访工作条例) Art. 35, 2005 regulation (信访条例) Art. 34: who does not
accept the handling opinion may ask the next higher body for a review within 30 days of receipt of
the written answer. In the 2022 regulation that opinion is the one of Art. 31(六), so suggestions,
accusations and the other five routes have no such limit; the 2005 regulation has it for all. This
is the petitioner's right: without a recorded delivery it has not begun to run out, and nothing
shortens it.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.case.standing import delivered_day
from xinfang_core.context import Context
from xinfang_core.deadline import Clock, Deadline, idle, judge_right, undetermined
from xinfang_core.decision import Decision, Reason, led_by, outcome_as, silence
from xinfang_core.periods import Period
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    CaseClass,
    EventKind,
    HandlingScope,
    Route,
)

if TYPE_CHECKING:
    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import History
    from xinfang_core.rules.kind import Kind

RECEIPT = Citation(
    source="",
    clause="送达之日为收到书面答复之日",
    phrase="",
    basis=Basis.interpreted,
    note="以答复之后的送达记录认定收到；早于答复的、查实未送达的、重新办理后尚未再送达的，不起算",
)
"""Only a delivery that stands shows that the petitioner got the answer."""

OPINION_ONLY = Citation(
    source="",
    clause="复查针对处理意见",
    phrase="",
    basis=Basis.interpreted,
    note="第三十五条的复查针对依第三十一条第六项出具的处理意见；其他事项没有这一期限。已出具处理意见书的，不论类别和途径都可以申请",
)
"""A review is asked for against a handling opinion; where none is given there is no such limit."""

_RECEIVED = Reason("review_request_deadline.receipt", (), RECEIPT)
# Looking a member up costs as much as a reason.
_REOPEN, _REQUEST = EventKind.reopen, EventKind.request_review


@frozen
class Params:
    """What the regulation says about asking for a review.

    Attributes:
        scope: which matters end with an opinion that can be reviewed.
        start: the event that the limit counts from, itself not counted.
        limit: the period.

    """

    scope: Sourced[HandlingScope]
    start: Sourced[EventKind]
    limit: Sourced[Period]

    @cached_property
    def idle(self) -> Decision[Deadline]:
        """The answer while the limit has not started."""
        return led_by(_RECEIVED, idle(self.start, self.limit))


def decide(
    history: History,
    as_of: date,
    params: Params,
    calendar: WorkCalendar,
    *,
    case_class: CaseClass | None = None,
    route: Route | None = None,
    handling_opinion: bool | None = None,
) -> Decision[Deadline]:
    """Where the petitioner's right to ask for a review stands.

    Args:
        history: the events known on ``as_of``.
        as_of: the day asked about.
        params: the regulation's scope, start event and limit.
        calendar: the working days.
        case_class: suggestion, accusation or appeal; None where not recorded.
        route: for an appeal, its route by Art. 31; None where not recorded.
        handling_opinion: whether a handling opinion was issued.

    """
    open_question = None
    if params.scope.value is not HandlingScope.all_matters and not handling_opinion:
        open_question = _open_question(case_class, route, params)
        if open_question is not None and not open_question.is_undetermined:
            return open_question
    started = delivered_day(history, params.start.value)
    if started is None:
        return params.idle
    if open_question is not None:
        return open_question
    clock = Clock(params.start, params.limit, started)
    return led_by(_RECEIVED, judge_right(clock, _asked(history), as_of, calendar))


def apply(context: Context, params: Params, kind: Kind) -> Decision[Deadline]:
    """The answer about the case of ``context``."""
    case = context.case
    return decide(
        context.history,
        context.as_of,
        params,
        context.calendar,
        case_class=outcome_as(kind.case_class, CaseClass) or case.case_class,
        route=case.route,
        handling_opinion=case.handling_opinion,
    )


def _open_question(
    case_class: CaseClass | None, route: Route | None, params: Params
) -> Decision[Deadline] | None:
    """The answer where no opinion is given, or that cannot be told; None where one is."""
    if isinstance(params.scope.value, Absent):
        return undetermined(silence(params.scope))
    if case_class is None:
        return _NO_CLASS
    if case_class is not CaseClass.appeal:
        facts = (("case_class", case_class),)
        elsewhere = Reason("review_request_deadline.other_class", facts, OPINION_ONLY)
        return Decision(Absent.none, (elsewhere,))
    if route is None:
        return _NO_ROUTE
    if route is Route.petition:
        return None
    own = Reason("review_request_deadline.other_route", (("route", route),), OPINION_ONLY)
    return Decision(Absent.none, (own,))


_NO_CLASS = undetermined(
    Reason("review_request_deadline.class_unknown", (), OPINION_ONLY, ("case_class",))
)
_NO_ROUTE = undetermined(
    Reason("review_request_deadline.route_unknown", (), OPINION_ONLY, ("route",))
)


def _asked(history: History) -> date | None:
    """The day of the first request; after a reopening, of the first one since."""
    reopened = history.all(_REOPEN)
    if not reopened:
        return history.day(_REQUEST)
    requests = history.all(_REQUEST)
    return next((one.day for one in requests if one.day >= reopened[-1].day), None)
