"""Twelve cases from the first contact to their end, two a policy, as text for a policy officer.

``XINFANG_WRITE_GOLDEN=1 pytest tests/test_stories.py`` writes the texts anew. Whoever changes a
rule reads the diff: which day moved, which sentence, which finding, and whether that is meant.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from assessing import FED_BY, triggers_of
from checks import UNFILLED, assert_speaks, codes, day, deadline_of, present
from xinfang_core.assessment import assess
from xinfang_core.assessment.answer import outcome_text
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import read_records
from xinfang_core.deadline import Deadline
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import (
    Basis,
    Conduct,
    EventKind,
    Severity,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case

STORIES = Path(__file__).parent.parent / "examples" / "stories"
GOLDEN = Path(__file__).parent / "golden" / "stories"
MAINLAND = mainland_calendar()
WEEKDAYS = "一二三四五六日"

ASKED = {
    "national": ("2025-09-29", "2025-12-10", "2026-01-09", "2026-04-21", "2026-05-11"),
    "national-wrong": ("2026-01-05", "2026-01-20", "2026-04-02", "2026-05-07", "2026-05-12"),
    "online-proxy": ("2026-02-15", "2026-03-01", "2026-03-16", "2026-04-14"),
    "online-proxy-wrong": ("2025-10-01", "2025-10-10", "2025-12-04", "2026-01-05"),
    "jiuyuan": ("2025-09-29", "2025-10-12", "2025-11-06", "2025-12-16"),
    "jiuyuan-wrong": ("2025-10-14", "2025-11-03", "2025-12-16", "2026-01-06"),
    "gongshu": ("2026-05-01", "2026-05-10", "2026-05-19", "2026-06-16"),
    "gongshu-wrong": ("2025-10-01", "2025-11-29", "2025-12-16", "2025-12-27"),
    "qiaocheng": ("2025-09-29", "2025-10-29", "2025-12-10", "2026-03-24"),
    "qiaocheng-wrong": ("2026-02-15", "2026-03-17", "2026-03-23", "2026-05-21", "2026-07-13"),
    "yubei": ("2026-01-05", "2026-02-13", "2026-02-26", "2026-03-17"),
    "yubei-wrong": ("2025-10-01", "2025-10-12", "2025-12-06", "2025-12-16"),
}
"""The days asked about, the last of which gets the whole answer."""

FOUND = {
    "national": [],
    "national-wrong": [
        "group_petition.too_many",
        "handling_deadline.reason_not_told",
        "handling_deadline.extension_too_long",
    ],
    "online-proxy": [],
    "online-proxy-wrong": [
        "workflow.too_early",  # delivered before the reply
        "urgent_report.impact_unknown",
        "agent_eligibility.failed",
        "handling_deadline.extension_late",
        "reply_deadline.stretched",
        "follow_up.never",
        "incentive.paid_public",
    ],
    "jiuyuan": [],
    "jiuyuan-wrong": [
        "workflow.too_early",  # written off before the conclusion
        "mandate.missing",
        "first_contact.duty_not_recorded",
        "promised_deadline.put_off",
        "weekly_meeting.missed",
        "follow_up.never",
        "ladder.skipped",
    ],
    "gongshu": [],
    "gongshu-wrong": [
        "workflow.too_early",  # rated before the reply
        "workflow.too_early",  # and before the conclusion
        "workflow.too_early",  # written off before the conclusion
        "case_weight.differs",
        "case_stage.differs",
        "notice_deadline.not_recorded",
        "service_loop.no_revisit",
        "service_loop.service_missing",
        "ladder.skipped",
        "ladder.skipped",
    ],
    # The month passed, and a plan made in time gave it a day of its own.
    "qiaocheng": [],
    "qiaocheng-wrong": [
        "urgent_report.impact_unknown",
        "service_fee.against_promise",
        "resolution_deadline.behind",
        "resolution_deadline.past_own_date",
        "progress_report_deadline.plan_without_date",
        "progress_report_deadline.missed",
        "write_off.too_soon",
    ],
    "yubei": [],
    "yubei-wrong": [
        "document_form.bare",
        "acceptance_deadline.begun_late",
        "promised_deadline.missing",
        "feedback_mode.other_mode",
    ],
}
"""What is out of order on the last day."""

NAMES = tuple(ASKED)
GOOD = tuple(name for name in NAMES if not name.endswith("-wrong"))


def read(name: str, folder: Path = STORIES) -> Case:
    """The case of a story."""
    (case,) = read_records(folder / f"{name}.json").cases
    return case


def assessed(name: str, as_of: date, case: Case | None = None, **ask: bool) -> Assessment:
    """What is answered about a story on a day, by its record of that day, under its policy."""
    case = case or read(name)
    case = evolve(case, history=case.history.until(as_of))
    pack = load_policy(name.removesuffix("-wrong")).in_force(case, as_of)
    return assess(case, pack, MAINLAND, as_of, **ask)


def last_day(name: str) -> date:
    """The last day asked about."""
    return day(ASKED[name][-1])


def text_of(name: str, case: Case | None = None) -> str:
    """A story as a policy officer reads it."""
    answers = [assessed(name, day(one), case) for one in ASKED[name]]
    parts = ["\n".join(_on_one_day(answer)) for answer in answers]
    return "\n\n".join((*parts, f"【全部结论】\n{answers[-1].explain('zh')}\n"))


def _on_one_day(answer: Assessment) -> Iterator[str]:
    """What is owed, which limits run or passed, and what is out of order."""
    as_of = answer.as_of
    worked = "上班" if MAINLAND.is_working_day(as_of) else "休息"
    yield f"【{as_of}】星期{WEEKDAYS[as_of.weekday()]}，{worked}"
    yield from _listed("期限", _limits(answer))
    yield from _listed("待办", (one.text("zh") for one in answer.obligations))
    found = (f"{one.severity.text('zh')}：{one.reason.cited_text('zh')}" for one in answer.findings)
    yield from _listed("问题", found)


def _limits(answer: Assessment) -> Iterator[str]:
    for name, decision in answer.decisions():
        outcome = decision.outcome
        if isinstance(outcome, Deadline) and outcome.status is not Status.not_started:
            yield f"{answer.title(name)}：{outcome_text(decision)}"


def _listed(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = [f"  - {line}" for line in lines]
    yield f"{title}：" if found else f"{title}：无"
    yield from found


@pytest.mark.parametrize("name", NAMES)
def test_the_story_reads_as_it_did(name: str) -> None:
    text = text_of(name)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("XINFANG_WRITE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == text


def test_every_story_has_its_text_and_its_line_in_the_list() -> None:
    assert {file.stem for file in STORIES.glob("*.json")} == set(NAMES)
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(NAMES)
    told = (STORIES / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}.json`" not in told] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_chinese_and_nothing_in_it_is_left_open(name: str) -> None:
    text = (GOLDEN / f"{name}.txt").read_text("utf-8")
    named = (assessed(name, last_day(name)).policy, "examples/policies/jiuyuan-letters")
    assert not UNFILLED.search(text)
    for one in named:
        text = text.replace(one, "")
    assert re.findall(r"[A-Za-z]+", text) == []


@pytest.mark.parametrize("name", GOOD)
def test_a_good_story_breaks_no_duty_and_ends_with_nothing_owed(name: str) -> None:
    answers = [assessed(name, day(one)) for one in ASKED[name]]
    severe = [one for answer in answers for one in answer.findings]
    assert Severity.violation not in {one.severity for one in severe}
    assert answers[-1].obligations == ()


@pytest.mark.parametrize("name", NAMES)
def test_exactly_these_things_are_out_of_order_in_the_end(name: str) -> None:
    findings = assessed(name, last_day(name)).findings
    assert codes(findings) == FOUND[name]
    assert_speaks(one.reason for one in findings)


@pytest.mark.parametrize("name", NAMES)
def test_in_which_order_the_events_were_written_down_changes_nothing(
    name: str, tmp_path: Path
) -> None:
    (record,) = json.loads((STORIES / f"{name}.json").read_text("utf-8"))
    events = record["events"]
    record["events"] = [*events[::-2], *events[-2::-2]]
    (tmp_path / f"{name}.json").write_text(json.dumps([record]), encoding="utf-8")
    assert text_of(name, read(name, tmp_path)) == text_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_who_refuses_assumptions_loses_exactly_what_rests_on_them(name: str) -> None:
    loose = assessed(name, last_day(name))
    strict = assessed(name, last_day(name), allow_assumed=False)
    rests = {
        rule
        for rule, decision in loose.decisions()
        if decision.basis is Basis.assumed and not decision.is_undetermined
    }
    changed = {
        rule
        for rule, decision in loose.decisions()
        if present(strict.decision(rule))[:2] != decision[:2]
    }
    fed = {rule for rule, by in FED_BY.items() if rests & set(by)}
    assert rests <= changed <= rests | fed
    assert {present(strict.decision(rule)).outcome for rule in rests} <= {Undetermined.undetermined}


class TestWhatFollows:
    """What reading the stories brought to light."""

    def test_an_overdue_notice_breaks_the_procedure_and_is_no_overdue_conclusion(self) -> None:
        answer = assessed("jiuyuan-wrong", day("2025-10-30"))
        assert deadline_of(answer.limits.notice_deadline).status is Status.overdue
        assert deadline_of(answer.limits.handling_deadline).status is Status.open
        assert triggers_of(answer) == (Conduct.breach_of_procedure,)

    def test_what_was_done_late_still_calls_for_supervision(self) -> None:
        answer = assessed("jiuyuan-wrong", day("2025-11-03"))
        assert deadline_of(answer.limits.notice_deadline).status is Status.late
        assert triggers_of(answer) == (Conduct.breach_of_procedure,)

    def test_a_plan_made_in_the_month_sets_the_day_and_reports_go_on(self) -> None:
        before, after = (assessed("qiaocheng", day(one)) for one in ("2025-09-29", "2025-10-29"))
        assert deadline_of(before.limits.resolution_deadline).due == day("2025-10-28")
        assert deadline_of(after.limits.resolution_deadline).due == day("2026-03-31")
        assert deadline_of(after.limits.progress_report_deadline).due == day("2025-11-27")

    def test_a_duty_with_a_day_is_not_told_again_without_one(self) -> None:
        answer = assessed("yubei-wrong", day("2025-10-01"))
        assert "workflow.not_accepted" in codes(answer.findings)
        accepting = [one.due for one in answer.obligations if one.duty is EventKind.accept]
        assert accepting == [day("2025-09-30")]

    @pytest.mark.parametrize(
        ("name", "duty", "code"),
        [
            ("yubei-wrong", EventKind.promise, "promised_deadline.missing"),
            ("jiuyuan-wrong", EventKind.sign_mandate, "mandate.missing"),
        ],
    )
    def test_once_concluded_a_promise_or_mandate_is_missing_and_owed_no_more(
        self, name: str, duty: EventKind, code: str
    ) -> None:
        asked = [assessed(name, day(one)) for one in ASKED[name]]
        owed = [duty in {one.duty for one in answer.obligations} for answer in asked]
        assert any(owed)
        assert not owed[-1]
        assert code in codes(asked[-1].findings)
