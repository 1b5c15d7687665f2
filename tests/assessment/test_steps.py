"""The usual order of steps; what is missing is said, and what follows from it is owed."""

from __future__ import annotations

import pytest
from attrs import evolve

from assessing import appeal, assessed, status
from checks import codes, day, extended
from xinfang_core.errors import InvalidFactError
from xinfang_core.vocabulary import EventKind, ReplyKind, Status


class TestSteps:
    """The usual order of steps; what is missing is said, and what follows from it is owed."""

    def test_without_acceptance_limits_have_not_started_and_acceptance_is_owed(self) -> None:
        case = appeal(register="2025-03-03", receive="2025-03-03", transfer="2025-03-03")
        answer = assessed(case, "2025-03-10")
        assert status(answer, "reply_deadline") is Status.not_started
        assert status(answer, "handling_deadline") is Status.not_started
        assert codes(answer.findings) == ["workflow.not_accepted"]
        owed = [(one.duty, one.due) for one in answer.obligations]
        assert owed == [(EventKind.notify, day("2025-03-18")), (EventKind.accept, None)]

    def test_a_reply_before_acceptance_is_in_time_with_a_finding(self) -> None:
        case = appeal(receive="2025-03-03", reply="2025-03-04", accept="2025-03-05")
        answer = assessed(case, "2025-03-10")
        assert status(answer, "reply_deadline") is Status.met
        assert "workflow.too_early" in codes(answer.findings)

    def test_a_reply_before_the_receipt_is_an_error(self) -> None:
        with pytest.raises(InvalidFactError):
            appeal(receive="2025-03-03", reply="2025-03-02")

    def test_a_conclusion_recorded_after_the_reply_is_the_one_that_counts(self) -> None:
        case = appeal(accept="2025-09-30", reply="2025-11-28", conclude="2025-12-03")
        assert status(assessed(case, "2025-12-02"), "handling_deadline") is Status.met
        assert status(assessed(case, "2025-12-03"), "handling_deadline") is Status.late

    def test_findings_of_rules_come_after_those_of_the_order(self) -> None:
        case = appeal(
            extended("2025-09-26", 30, told=False),
            register="2025-09-26",
            receive="2025-09-26",
            transfer="2025-09-26",
            accept="2025-09-30",
            reply="2025-09-30",
        )
        answer = assessed(evolve(case, category=ReplyKind.urgent), "2025-10-31")
        assert codes(answer.findings) == [
            "workflow.too_early",
            "notice_deadline.not_recorded",
            "handling_deadline.reason_not_told",
            "reply_deadline.stretched",
        ]
