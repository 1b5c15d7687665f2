"""Slips of a host that type checkers have to refuse, each on a line that says so; never run."""

from __future__ import annotations

from datetime import date

from xinfang_core import Agent  # refused: it is in xinfang_core.case
from xinfang_core import Assessment, Case, Deadline, History, PolicyPack, assess
from xinfang_core import asses  # refused: a slip of the pen
from xinfang_core import decode_case, encode_assessment, mainland_calendar, read_records
from xinfang_core.calendar import mainland_notices  # refused: a name of the inside
from xinfang_core.vocabulary import Statuss  # refused


def too_early(answer: Assessment) -> date | None:
    """Each step of narrowing is needed."""
    print(answer.limits.reply_deadline.outcome)  # refused: the policies may lack the rule
    decision = answer.limits.reply_deadline
    if decision is None:
        return None
    print(decision.outcome.due)  # refused: it may be undetermined, or none
    own = answer.limits["sign_for"]
    print(own.outcome.due)  # refused
    return None


def no_day(limit: Deadline) -> int:
    """A limit that has not started has no last day."""
    return limit.due.year  # refused


def misspelt(answer: Assessment, pack: PolicyPack) -> None:
    """Names are known, and answers do not change."""
    print(answer.limits.replay_deadline)  # refused
    print(pack.limits.reply_deadlines)  # refused
    answer.as_of = date(2026, 1, 1)  # refused: frozen
    answer.limits["sign_for"] = None  # refused


def misused(answer: Assessment, pack: PolicyPack, case: Case) -> None:
    """Arguments are of their kind."""
    decode_case("甲-1")  # refused
    encode_assessment(answer, "huge")  # refused
    read_records(3)  # refused
    assess(case, pack, mainland_calendar(), "2026-01-01")  # refused
    assess(case, pack, mainland_calendar())  # refused
    Case("甲-1", History(()), urgent="yes")  # refused
    print(answer.decision("reply_deadline").outcome)  # refused: it may be None
