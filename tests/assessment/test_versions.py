"""Which text applies: by the day of registration, and what is said where that is not clear."""

from __future__ import annotations

import pytest

from assessing import NATIONAL, PROXY, appeal, assessed, status
from checks import codes, day, present, recorded
from xinfang_core.assessment.answer import outcome_text
from xinfang_core.case import Case
from xinfang_core.vocabulary import CaseClass, Severity, Status


class TestVersions:
    """National texts by the day of registration: 2005-05-01, and 2022-05-01 from that day on."""

    @pytest.mark.parametrize(
        ("registered", "policy", "outcome"),
        [
            ("2022-04-30", "national@2005-05-01", "在期，期限至 2022-06-29"),
            ("2022-05-01", "national@2022-05-01", "不设期限"),
        ],
    )
    def test_a_suggestion_registered_on_the_last_day_of_the_old_text_or_the_first_of_the_new(
        self, registered: str, policy: str, outcome: str
    ) -> None:
        history = recorded(receive="2022-04-30", register=registered, accept="2022-04-30")
        case = Case("A-1", history, case_class=CaseClass.suggestion)
        answer = assessed(case, "2022-05-05", NATIONAL.in_force(case, day("2022-05-05")))
        assert answer.policy == policy
        assert outcome_text(present(answer.limits.handling_deadline)) == outcome
        assert answer.findings == ()

    def test_where_registration_is_not_recorded_the_receipt_picks_with_a_finding(self) -> None:
        case = appeal(receive="2022-04-30", accept="2022-05-05")
        answer = assessed(case, "2022-05-05", NATIONAL.in_force(case, day("2022-05-05")))
        assert answer.policy == "national@2005-05-01"
        by_receipt, not_recorded = answer.findings
        assert by_receipt.reason.code == "version.by_receipt"
        assert not_recorded.reason.code == "transfer_deadline.register_not_recorded"

    def test_before_the_first_text_it_is_a_finding_and_not_an_exception(self) -> None:
        case = appeal(receive="2005-04-29", register="2005-04-30", accept="2005-04-30")
        answer = assessed(case, "2005-05-09", PROXY.in_force(case, day("2005-05-09")))
        assert answer.limits.notice_deadline is answer.limits.handling_deadline is None
        assert status(answer, "reply_deadline") is Status.open
        (finding,) = answer.findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "version.none_in_force"
        assert dict(finding.reason.facts)["first"] == day("2005-05-01")

    def test_findings_about_the_version_come_first(self) -> None:
        case = appeal(receive="2022-05-01")
        answer = assessed(case, "2022-05-09", NATIONAL.in_force(case, day("2022-05-09")))
        assert codes(answer.findings) == ["version.by_receipt", "workflow.not_accepted"]
