"""An assessment in words: the weakest basis first, then each decision with its reasons."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from assessing import CASES, MAINLAND, RECENT, SHIPPED, appeal, assessed
from checks import LANGS, day, present, rated
from strategies import FEWER
from xinfang_core.assessment import assess
from xinfang_core.assessment.answer import outcome_text
from xinfang_core.case import Agent
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    Grade,
    ReplyKind,
    Settled,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.policy import PolicyPack

AT = datetime(2025, 10, 9, 10, 30, tzinfo=SHANGHAI)


class TestWords:
    """An assessment in words: the weakest basis first, then each decision with its reasons."""

    @pytest.mark.parametrize(
        ("outcome", "chinese", "english"),
        [
            (ReplyKind.urgent, "紧急事项", "urgent"),
            (Undetermined.undetermined, "无法确定", "undetermined"),
            (Absent.none, "不适用", "not applicable"),
            (Deadline(Status.not_started), "未起算", "not started"),
            (
                Deadline(Status.open, day("2025-10-09")),
                "在期，期限至 2025-10-09",
                "open, due on 2025-10-09",
            ),
            (
                Deadline(Status.open, day("2025-10-09"), due_at=AT),
                "在期，期限至 2025-10-09 10:30",
                "open, due on 2025-10-09 10:30",
            ),
            (
                Deadline(Status.overdue, day("2025-10-09"), overdue_working_days=2),
                "逾期未完成，期限至 2025-10-09，逾期 2 个工作日",
                "overdue, due on 2025-10-09, 2 working day(s) past",
            ),
            (
                Deadline(Status.late, day("2025-10-09"), overdue_working_days=0),
                "逾期完成，期限至 2025-10-09，逾期不足 1 个工作日",
                "late, due on 2025-10-09, less than 1 working day past",
            ),
            (
                Award(AwardKind.money, AwardLevel.accepted, Decimal(15)),
                "以奖代补 15 元",
                "money, 15 yuan",
            ),
            (Award(AwardKind.appraisal), "计入年度考核，不发奖金", "appraisal, no money"),
        ],
    )
    def test_each_kind_of_outcome(self, outcome: object, chinese: str, english: str) -> None:
        decision = Decision(outcome, ())
        assert outcome_text(decision) == chinese
        assert outcome_text(decision, "en") == english

    def test_the_weakest_value_stands_in_the_second_line_with_its_note(self) -> None:
        case = evolve(
            appeal(rated("2025-03-20", Grade.satisfied), accept="2025-03-03", deliver="2025-03-19"),
            agent=Agent(AgentCategory.community_volunteer),
            settled=Settled.yes,
        )
        answer = assessed(case, "2025-03-31")
        second = answer.explain().splitlines()[1]
        assumed = present(answer.weakest)
        assert assumed.note
        assert second.startswith("最弱依据：推定")
        assert assumed.text() in second
        assert second.endswith(assumed.note)

    @FEWER
    @given(CASES, SHIPPED, RECENT)
    def test_every_reason_finding_and_obligation_has_its_line(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        lines = answer.explain().splitlines()
        reasons = [one for _, decision in answer.decisions() for one in decision.reasons]
        told = [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]
        assert told == [reason.cited_text() for reason in reasons]
        rules = len(list(answer.decisions()))
        rest = 2 + rules + len(reasons) + len(answer.findings) + len(answer.obligations)
        assert len(lines) == rest

    def test_the_agents_number_is_never_printed(self) -> None:
        agent = Agent(AgentCategory.community_volunteer, agent_no="D-0042")
        answer = assessed(evolve(appeal(accept="2025-03-03"), agent=agent), "2025-03-31")
        assert "D-0042" not in repr(answer)
        assert all("D-0042" not in answer.explain(lang) for lang in LANGS)
