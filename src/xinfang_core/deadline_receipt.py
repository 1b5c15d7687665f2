"""Where a limit stands that a body has from its own receipt (自收到之日起的期限)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.case.receipt import Receipt, receipt_of
from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.deadline import (
    MISSED,
    NOT_STARTED,
    Clock,
    Deadline,
    judge,
    undetermined,
    without_limit,
)
from xinfang_core.decision import Decision, Reason, led_by
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, EventKind, Status, Step

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Event, History
    from xinfang_core.periods import Period
    from xinfang_core.vocabulary import ReceivingBody

RECEIPT = Citation(
    source="",
    clause="承办机关收到之日",
    phrase="",
    basis=Basis.interpreted,
    note="承办机关自己的收到日期未记录的，以转送、交办之日认定；几次转送之间或者由谁收到不明的，最早、最迟各算一次，结论一致才采用",
)
"""The body's own receipt counts; where it is not recorded, the passing-on or what bounds it."""

_PASSED_ON = Reason("deadline.passed_on", (), RECEIPT)
_WAITS = Reason("deadline.waits_for_transfer", (), RECEIPT)
_WAITING: Decision[Deadline] = Decision(NOT_STARTED, (_WAITS,))


def find_receipt(
    history: History,
    start: EventKind | Absent,
    received_by: ReceivingBody | None,
    *,
    by_level: bool = False,
) -> Receipt | None:
    """When the matter came to the body; where the source counts from another event, that event.

    Args:
        history: the events of one round.
        start: the event that the source counts from.
        received_by: who received the matter from the petitioner; None where not recorded.
        by_level: whether each passing-on is known to be a level on the way.

    """
    if start is EventKind.receive:
        return receipt_of(history, received_by, by_level=by_level)
    begun = None if isinstance(start, Absent) else history.first(start)
    return None if begun is None else Receipt(begun, begun, passed_on=False)


def judge_receipt(
    receipt: Receipt,
    starts: tuple[Sourced[Step], ...],
    limit: Sourced[Period],
    done: date | None,
    as_of: date,
    calendar: WorkCalendar,
) -> Decision[Deadline]:
    """Where the limit stands, counted from the receipt; of two bounds only what both say.

    Args:
        receipt: when the body got the matter.
        starts: where the source names the receipt, first of all, and each passing-on.
        limit: the period.
        done: the day of the act that meets the limit; None where not done by ``as_of``.
        as_of: the day asked about.
        calendar: the working days.

    """
    first, last, _, missing = receipt
    decision = judge(receipt_clock(first, starts, limit), done, as_of, calendar)
    if not missing:
        return led_by(_PASSED_ON, decision) if first.kind in PASSING_ON else decision
    status = _status(decision)
    if status is None:
        return decision
    if last is None:
        between = Reason("deadline.receipt_open", (("first", first.day),), RECEIPT, missing)
        return led_by(between, decision) if status is Status.met else undetermined(between)
    bounds = (("first", first.day), ("last", last.day))
    between = Reason("deadline.receipt_between", bounds, RECEIPT, missing)
    if status is Status.met or status is Status.open:
        return led_by(between, decision)
    decision = judge(receipt_clock(last, starts, limit), done, as_of, calendar)
    if _status(decision) in MISSED:
        return led_by(between, decision)
    return undetermined(between)


def _status(decision: Decision[Deadline]) -> Status | None:
    """The status of a limit that runs; None where there is none, or its day cannot be told."""
    outcome = decision.outcome
    return outcome.status if isinstance(outcome, Deadline) and outcome.due else None


def waiting(limit: Sourced[Period]) -> Decision[Deadline]:
    """The answer while the petition office has the matter: nobody owes what waits for its act."""
    return without_limit(limit) or _WAITING


def receipt_clock(by: Event, starts: tuple[Sourced[Step], ...], limit: Sourced[Period]) -> Clock:
    """The limit as it runs from what shows the receipt."""
    named = next((one for one in starts if one.value is by.kind), None)
    return Clock(named or Sourced(by.kind, RECEIPT), limit, by.day)
