"""A host's program, and what type checkers know at each place of it; nothing here is run."""
# pyright: strict

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, assert_never, assert_type

from xinfang_core import (
    Absent,
    Assessment,
    Basis,
    Case,
    Deadline,
    Decision,
    Event,
    EventKind,
    History,
    PolicyPack,
    RecordError,
    Status,
    Undetermined,
    UnknownNameError,
    XinfangError,
    assess,
    decode_case,
    decode_error,
    encode_assessment,
    last_day,
    load_policy,
    mainland_calendar,
    may_follow,
    read_policy,
    read_records,
    recheck,
)
from xinfang_core.assessment import Award, Limits
from xinfang_core.calendar import LastDay
from xinfang_core.codec import Decoded
from xinfang_core.errors import Fault
from xinfang_core.periods import Period, WorkingDays
from xinfang_core.rechecking import Moved
from xinfang_core.rules.ledger import indicators
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Indicator, Step


def with_keys_of_the_host(sent: dict[str, object]) -> dict[str, object]:
    """What is none of ours is carried through where that is asked for."""
    assert_type(decode_case(sent), Case)
    assert_type(decode_case(sent, extra="refuse"), Case)
    decoded = assert_type(decode_case(sent, extra="keep"), Decoded)
    return {**decoded.extra, "case_no": assert_type(decoded.case.case_no, str)}


def from_record_to_answer(sent: dict[str, object]) -> dict[str, object]:
    """All that a host does with one matter."""
    case = decode_case(sent)
    assert_type(case, Case)
    policy = read_policy("policies/own") if case.urgent else load_policy("national")
    as_of = date(2026, 1, 1)
    answer = assess(case, policy.in_force(case, as_of), mainland_calendar(), as_of=as_of)
    assert_type(answer, Assessment)
    assert_type(answer.limits, Limits)
    assert_type(may_follow(case.history, policy.in_force(case, as_of).flow), tuple[Step, ...])
    return encode_assessment(answer, "full")


def due_of(answer: Assessment) -> date | None:
    """A decision narrows in three steps: is there the rule, is there a limit, is there a day."""
    decision = answer.limits.reply_deadline
    assert_type(decision, Decision[Deadline] | None)
    if decision is None:
        return None
    assert_type(decision.outcome, Deadline | Undetermined | Absent)
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        assert_type(outcome.due, date | None)
        assert_type(outcome.status, Status)
        return outcome.due
    assert_type(outcome, Undetermined | Absent)
    return None


def told(outcome: Deadline | Undetermined | Absent) -> str:
    """All three are told apart, and a checker sees that nothing is left out."""
    match outcome:
        case Deadline(status=Status.overdue, due=due):
            assert_type(due, date | None)
            return f"overdue since {due}"
        case Deadline():
            return outcome.status.text()
        case Undetermined.undetermined:
            assert_type(outcome, Literal[Undetermined.undetermined])
            return "not known"
        case Absent():
            return "no limit"
        case _:
            assert_never(outcome)


def own_limit(answer: Assessment) -> Deadline | None:
    """What a policy declares itself is asked for by its key, and is never None."""
    decision = answer.limits["sign_for"]
    assert_type(decision, Decision[Deadline])
    assert_type(answer.follow_through["cards"], Decision[Step])
    assert_type("sign_for" in answer.limits, bool)
    return decision.outcome if isinstance(decision.outcome, Deadline) else None


def by_name(answer: Assessment, rule: str) -> str:
    """By the name of any rule the outcome may be any of them."""
    try:
        decision = answer.decision(rule)
    except UnknownNameError as error:
        return error.text("en")
    assert_type(decision, Decision[object] | None)
    return decision.explain() if decision else ""


def paid(answer: Assessment) -> Decimal:
    """An outcome with fields of its own."""
    decision = answer.follow_through.incentive
    assert_type(decision, Decision[Award] | None)
    if decision is None or not isinstance(decision.outcome, Award):
        return Decimal(0)
    return decision.outcome.amount


def why(answer: Assessment) -> Iterator[tuple[str, Basis, str]]:
    """Reasons and what they rest on."""
    for rule, decision in answer.decisions():
        for reason in decision.reasons:
            assert_type(reason.citation, Citation | None)
            yield rule, decision.basis, reason.text("zh")


def limit_of(pack: PolicyPack) -> Period | None:
    """A value of a policy may be none or silent, which are told apart by type."""
    params = pack.limits.handling_deadline
    if params is None:
        return None
    assert_type(params.limit, Sourced[Period])
    return None if isinstance(params.limit.value, Absent) else params.limit.value


def counted(pack: PolicyPack) -> object:
    """What a host asks itself, with the values of the policy."""
    if pack.ledger.indicators is None:
        return None
    answer = indicators.rate(Indicator.conclusion, None, pack.ledger.indicators)
    assert_type(answer, Decision[indicators.Rate])
    return answer.outcome


def one_period() -> date | None:
    """A period alone needs no case."""
    last = last_day(mainland_calendar(), date(2026, 9, 28), WorkingDays(5))
    assert_type(last, LastDay | None)
    return last.due if last else None  # None past the last day that the calendar reckons with


def faults_of(path: str) -> tuple[Fault, ...]:
    """Errors keep all their faults, also those that another process wrote."""
    try:
        records = read_records(path, {"accepted_at": "received_at"})
    except RecordError as error:
        assert_type(error.faults, tuple[Fault, ...])
        return error.faults
    assert_type(records.cases, tuple[Case, ...])
    assert_type(decode_error({"type": "…"}), XinfangError)
    policy, calendar = load_policy("national"), mainland_calendar()
    assert_type(
        recheck(records.cases, policy, calendar, calendar, date(2026, 1, 1)), Iterator[Moved]
    )
    return ()


def case_of() -> Case:
    """Facts are typed, so that a slip is seen before it runs."""
    return Case("甲-1", History([Event(EventKind.receive, date(2026, 1, 1))]), urgent=True)
