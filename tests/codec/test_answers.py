"""Answers on the wire: plain values for JSON, one flat row for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from typing import Any, NamedTuple

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from checks import day, extended, present, rated, recorded
from strategies import DAYS, FEWER, at_least, cases, packs
from xinfang_core.assessment import RULES, Assessment, assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Agent, Case, History
from xinfang_core.codec import assessment_json, csv_header, csv_row, status_of
from xinfang_core.codec.answers import csv_cell, decision_json, field_names, plain
from xinfang_core.decision import Decision, Reason
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.policy import PolicyPack, load_policy
from xinfang_core.policy.pack import PARAMS
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    CaseClass,
    Certainty,
    Grade,
    Level,
    ReplyKind,
    Role,
    Route,
    Settled,
    Status,
    Undetermined,
)

CALENDAR = mainland_calendar()
PROXY = load_policy("online-proxy")
CASE_KEYS = [
    "case_no",
    "policy",
    "as_of",
    "weakest_basis",
    "weakest_citation",
    *RULES,
    "obligations",
    "findings",
]
DEADLINE_KEYS = [
    "outcome",
    "status",
    "due",
    "certainty",
    "earliest",
    "latest",
    "overdue_working_days",
    "basis",
    "reasons",
]
FULL = Case(
    "甲-1",
    recorded(
        extended("2025-09-26", 30, told=False),
        rated("2025-10-14", Grade.satisfied),
        receive="2025-09-22",
        register="2025-09-22",
        accept="2025-09-22",
        notify="2025-09-25",
        reply="2025-10-13",
        deliver="2025-10-13",
    ),
    category=ReplyKind.consultation,
    case_class=CaseClass.appeal,
    route=Route.petition,
    settled=Settled.yes,
    agent=Agent(AgentCategory.community_volunteer, "D-0042"),
)


def answer(case: Case, as_of: str = "2025-11-03", pack: PolicyPack | None = None) -> dict[str, Any]:
    """What the wire says about a case."""
    assessment = assess(case, pack or PROXY.in_force(case), CALENDAR, day(as_of))
    return assessment_json(assessment)


@frozen
class Lack:
    """An outcome as a rule may define its own."""

    level: Level
    lacking: tuple[Role, ...] = ()
    until: date | None = None
    _found: int = 3


class Pair(NamedTuple):
    """The same as a named tuple."""

    role: Role
    day: date


class TestPlain:
    """Terms by their English key, dates as ISO, money as a number; nothing else changes."""

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (ReplyKind.urgent, "urgent"),
            (Absent.none, "none"),
            (date(2025, 9, 30), "2025-09-30"),
            (datetime(2025, 9, 30, 8, 5), "2025-09-30T08:05:00"),  # noqa: DTZ001
            (Decimal(20), 20),
            (Decimal("10.50"), 10.5),
            (WorkingDays(5), {"count": 5, "unit": "working_day"}),
            (CalendarDays(15), {"count": 15, "unit": "calendar_day"}),
            (Months(1), {"count": 1, "unit": "month"}),
            ((Settled.yes, (Grade.unrated, 3)), ["yes", ["unrated", 3]]),
            ({Role.agent: Decimal(3)}, {"agent": 3}),
            (SameDay(), {"count": 1, "unit": "same_day"}),
            (
                Lack(Level.town, (Role.agent,)),
                {"level": "town", "lacking": ["agent"], "until": None},
            ),
            (Pair(Role.agent, date(2025, 1, 2)), {"role": "agent", "day": "2025-01-02"}),
            ((Pair(Role.agent, date(2025, 1, 2)),), [{"role": "agent", "day": "2025-01-02"}]),
            ("文字", "文字"),
            (3, 3),
            (True, True),
            (None, None),
        ],
    )
    def test_a_fact(self, value: object, shown: object) -> None:
        assert plain(value) == shown
        assert type(plain(value)) is type(shown)


class TestOutcomes:
    """An outcome shows itself by its type; no rule needs words of its own on the wire."""

    @pytest.mark.parametrize(
        ("outcome", "shown"),
        [
            (ReplyKind.urgent, {"outcome": "urgent"}),
            (Undetermined.undetermined, {"outcome": "undetermined"}),
            (Absent.none, {"outcome": "none"}),
            ((), {"outcome": []}),
            ((Role.agent, Role.petitioner), {"outcome": ["agent", "petitioner"]}),
            (date(2025, 1, 2), {"outcome": "2025-01-02"}),
            (Decimal("98.6"), {"outcome": 98.6}),
            (WorkingDays(5), {"outcome": {"count": 5, "unit": "working_day"}}),
            (True, {"outcome": True}),
            (
                Lack(Level.town, (Role.agent,)),
                {"outcome": "town", "level": "town", "lacking": ["agent"], "until": None},
            ),
            (
                Pair(Role.agent, date(2025, 1, 2)),
                {"outcome": "agent", "role": "agent", "day": "2025-01-02"},
            ),
            (
                Award(AwardKind.money, AwardLevel.completed, Decimal(10)),
                {"outcome": 10, "kind": "money", "level": "completed", "amount": 10},
            ),
        ],
    )
    def test_an_outcome(self, outcome: object, shown: dict[str, object]) -> None:
        reason = Reason("reply_kind.recorded", (("kind", ReplyKind.urgent),))
        found = decision_json("any_rule", Decision(outcome, (reason,)))
        assert list(found) == [*shown, "basis", "reasons"]
        assert {name: found[name] for name in shown} == shown

    def test_no_outcome_hides_what_every_decision_has(self) -> None:
        taken = {"outcome", "basis", "reasons"}
        for rule in RULES:
            module = import_module(PARAMS[rule].__module__)
            for kind in vars(module).values():
                own = isinstance(kind, type) and kind.__module__ == module.__name__
                assert not own or not taken & set(field_names(kind))


class TestWire:
    """The keys that DESIGN names under "The wire", each rule by its name."""

    def test_the_keys_of_a_case(self) -> None:
        assert list(answer(FULL)) == CASE_KEYS

    def test_the_head(self) -> None:
        shown = answer(FULL)
        weakest = present(_assessed(FULL).weakest)
        assert shown["case_no"] == "甲-1"
        assert shown["policy"] == "online-proxy@undated+national@2022-05-01"
        assert shown["as_of"] == "2025-11-03"
        assert shown["weakest_basis"] == "assumed"
        assert shown["weakest_citation"]["clause"] == weakest.clause
        assert shown["weakest_citation"]["basis"] == weakest.basis.name == "assumed"

    def test_a_deadline_that_was_missed(self) -> None:
        shown = answer(FULL)["reply_deadline"]
        assert list(shown) == DEADLINE_KEYS
        # 22 September 2025 plus 5 working days; 28 September is a worked Sunday.
        assert shown["outcome"] == shown["due"] == shown["earliest"] == shown["latest"]
        assert shown["due"] == "2025-09-28"
        assert shown["status"] == "late"
        assert shown["certainty"] == "settled"
        # 29, 30 September, 9, 10, 11 (a worked Saturday) and 13 October.
        assert shown["overdue_working_days"] == 6
        assert shown["basis"] == "interpreted"
        assert [reason["code"] for reason in shown["reasons"]] == [
            "deadline.started",
            "deadline.counted",
            "counting.working_days",
            "deadline.late",
        ]
        assert shown["reasons"][0] == {
            "code": "deadline.started",
            "facts": {"event": "accept", "start": "2025-09-22"},
            "citation": {
                "source": "网上信访代理工作经验材料",
                "clause": "一、分类代理（一）",
                "phrase": "受理群众诉求后",
                "basis": "stated",
                "note": "",
            },
            "text": "自受理之日 2025-09-22 的次日起算",
        }
        assert shown["reasons"][3]["citation"] is None

    def test_a_kind(self) -> None:
        shown = answer(FULL)["reply_kind"]
        assert list(shown) == ["outcome", "basis", "reasons"]
        assert shown["outcome"] == "consultation"

    def test_an_award(self) -> None:
        shown = answer(FULL)["incentive"]
        assert list(shown) == ["outcome", "kind", "level", "amount", "basis", "reasons"]
        assert (shown["outcome"], shown["amount"]) == (20, 20)
        assert (shown["kind"], shown["level"]) == ("money", "resolved")

    def test_an_appraisal_record_is_worth_nothing(self) -> None:
        case = Case("1", agent=Agent(AgentCategory.civil_servant))
        shown = answer(case)["incentive"]
        assert (shown["outcome"], shown["kind"], shown["level"]) == (0, "appraisal", None)

    def test_an_award_that_cannot_be_told(self) -> None:
        shown = answer(Case("1"))["incentive"]
        assert list(shown) == ["outcome", "basis", "reasons"]
        assert shown["outcome"] == "undetermined"

    def test_a_rule_that_the_policy_lacks(self) -> None:
        pack = load_policy("national").on(date(2025, 1, 1))
        assert answer(FULL, pack=pack)["reply_deadline"] is None

    def test_a_deadline_that_has_not_started(self) -> None:
        shown = answer(Case("1", category=ReplyKind.general))["reply_deadline"]
        assert (shown["outcome"], shown["status"], shown["due"]) == (None, "not_started", None)
        assert shown["overdue_working_days"] == 0

    def test_a_deadline_that_cannot_be_told(self) -> None:
        shown = answer(Case("1", recorded(register="2025-01-01")))["handling_deadline"]
        assert list(shown) == DEADLINE_KEYS
        assert (shown["outcome"], shown["status"]) == ("undetermined", "undetermined")

    def test_a_matter_without_a_limit(self) -> None:
        case = Case("1", recorded(register="2025-01-01"), case_class=CaseClass.suggestion)
        shown = answer(case)["handling_deadline"]
        assert list(shown) == DEADLINE_KEYS
        assert (shown["outcome"], shown["status"], shown["due"]) == ("none", None, None)

    def test_a_provisional_deadline(self) -> None:
        case = Case("1", recorded(accept="2026-12-20"), category=ReplyKind.investigation)
        shown = answer(case, as_of="2026-12-21")["reply_deadline"]
        assert (shown["status"], shown["certainty"]) == ("open", "provisional")
        assert shown["earliest"] < shown["due"] < shown["latest"]

    def test_obligations(self) -> None:
        (owed,) = answer(Case("1", recorded(accept="2025-09-22"), category=ReplyKind.urgent))[
            "obligations"
        ]
        parties = ["duty", "debtor", "level", "creditor"]
        assert list(owed) == [*parties, "due", "overdue", "reason", "text"]
        assert (owed["duty"], owed["debtor"], owed["creditor"], owed["due"]) == (
            "reply",
            "handling_body",
            "petitioner",
            "2025-09-23",
        )
        assert owed["text"] == "承办单位应在 2025-09-23 届满前答复信访人，已逾期"
        assert owed["overdue"] is True
        assert owed["reason"]["code"] == "deadline.overdue"

    def test_what_is_owed_on_its_last_day_is_not_overdue(self) -> None:
        case = Case("1", recorded(accept="2025-09-22"), category=ReplyKind.urgent)
        (owed,) = answer(case, as_of="2025-09-23")["obligations"]
        assert (owed["due"], owed["overdue"]) == ("2025-09-23", False)

    def test_what_is_owed_on_no_day_is_not_overdue(self) -> None:
        case = Case(
            "1",
            recorded(register="2025-09-22", accept="2025-09-22", reply="2025-09-23"),
            case_class=CaseClass.appeal,
            route=Route.petition,
        )
        owed = {one["duty"]: one for one in answer(case)["obligations"]}
        assert (owed["deliver"]["due"], owed["deliver"]["overdue"]) == (None, False)

    def test_findings(self) -> None:
        found = answer(FULL)["findings"]
        assert [(one["severity"], one["code"]) for one in found] == [
            ("violation", "handling_deadline.reason_not_told")
        ]
        assert list(found[0]) == ["severity", "code", "facts", "citation", "text"]

    def test_no_number_of_an_agent_leaves_the_library(self) -> None:
        assert "D-0042" not in json.dumps(answer(FULL), ensure_ascii=False)
        assert "D-0042" not in "".join(csv_row(_assessed(FULL), RULES))

    @at_least(60)
    @given(case=cases(), pack=packs(), as_of=DAYS, assumed=st.booleans())
    def test_every_answer_survives_the_way_through_json(
        self, case: Case, pack: PolicyPack, as_of: date, *, assumed: bool
    ) -> None:
        assessment = assess(case, pack, CALENDAR, as_of, allow_assumed=assumed)
        shown: Any = assessment_json(assessment)
        assert json.loads(json.dumps(shown, allow_nan=False)) == shown
        assert list(shown) == CASE_KEYS
        for rule in RULES:
            decision = assessment.decision(rule)
            assert (shown[rule] is None) is (decision is None)
            if decision is not None and rule.endswith("_deadline"):
                assert list(shown[rule]) == DEADLINE_KEYS
                _check_deadline(shown[rule], status_of(decision))


def _check_deadline(shown: Any, status: str) -> None:  # noqa: ANN401 - plain JSON
    """``outcome`` is the last day, or says why there is none."""
    assert shown["status"] == (None if status == "none" else status)
    if shown["due"] is not None:
        assert shown["outcome"] == shown["due"]
        assert shown["earliest"] <= shown["due"] <= shown["latest"]
        assert shown["certainty"] in Certainty.__members__
    elif status == Status.not_started.name:
        assert shown["outcome"] is None
    else:
        assert shown["outcome"] == status


def _assessed(case: Case, as_of: str = "2025-11-03") -> Assessment:
    return assess(case, PROXY.in_force(case), CALENDAR, day(as_of))


def _row(assessment: Assessment) -> dict[str, str]:
    """One row by its columns, after a way through a CSV file."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows((csv_header(RULES), csv_row(assessment, RULES)))
    stream.seek(0)
    (row,) = csv.DictReader(stream)
    return row


class TestRows:
    """One case is one row, readable by any spreadsheet and run by none."""

    def test_the_columns(self) -> None:
        parts = ("status", "due", "certainty", "earliest", "latest", "overdue_working_days")
        deadlines = ("reply_deadline", "notice_deadline", "handling_deadline")
        assert csv_header(("reply_kind", *deadlines, "incentive")) == [
            *("case_no", "policy", "as_of", "weakest_basis", "reply_kind"),
            *(f"{rule}_{part}" for rule in deadlines for part in parts),
            *("incentive", "findings", "reasons"),
        ]

    def test_only_the_rules_that_are_asked_for(self) -> None:
        rules = ("incentive", "reply_kind")
        assert csv_header(rules)[4:] == ["incentive", "reply_kind", "findings", "reasons"]
        assert csv_row(_assessed(FULL), rules)[4:6] == ["20", "consultation"]

    def test_lists_and_objects_are_cells(self) -> None:
        assert csv_cell(["petitioner", "agent"]) == "petitioner、agent"
        assert csv_cell([{"kind": "town", "lacking": 2, "note": None}, {"kind": "village"}]) == (
            "town 2、village"
        )
        assert csv_cell([]) == csv_cell(None) == ""
        assert csv_cell(["=1+1"]) == "'=1+1"

    def test_a_case(self) -> None:
        row = _row(_assessed(FULL))
        assert row["case_no"] == "甲-1"
        assert row["reply_kind"] == "consultation"
        assert row["reply_deadline_status"] == "late"
        assert row["reply_deadline_due"] == "2025-09-28"
        assert row["reply_deadline_overdue_working_days"] == "6"
        assert row["incentive"] == "20"
        assert row["findings"] == "违规：2025-09-26 批准延期，未告知信访人延期理由"
        assert "自受理之日 2025-09-22 的次日起算 ← 网上信访代理工作经验材料" in row["reasons"]
        assert row["reasons"].count("；") >= 5

    def test_what_does_not_apply_is_an_empty_cell(self) -> None:
        pack = load_policy("national").on(date(2025, 1, 1))
        row = _row(assess(Case("1"), pack, CALENDAR, date(2025, 1, 1)))
        assert row["reply_kind"] == row["reply_deadline_status"] == row["incentive"] == ""

    @pytest.mark.parametrize("sign", [*"=+-@\t\r", *"\uff1d\uff0b\uff0d\uff20"])
    def test_no_cell_is_run_as_a_formula(self, sign: str) -> None:
        assert _row(_assessed(Case(f"{sign}1+1")))["case_no"] == f"'{sign}1+1"

    def test_a_sign_within_a_cell_stays(self) -> None:
        assert _row(_assessed(Case("1=1+1-@")))["case_no"] == "1=1+1-@"

    @FEWER
    @given(case=cases(), pack=packs(), as_of=DAYS)
    def test_every_row_has_every_column_and_the_answers_of_the_wire(
        self, case: Case, pack: PolicyPack, as_of: date
    ) -> None:
        assessment = assess(case, pack, CALENDAR, as_of)
        row, shown = _row(assessment), assessment_json(assessment)
        assert list(row) == csv_header(RULES)
        assert len(csv_row(assessment, RULES)) == len(csv_header(RULES))
        for rule in RULES:
            decision: Any = shown[rule] or {}
            if rule.endswith("_deadline"):
                assert row[f"{rule}_status"] == (decision.get("status") or "")
                assert row[f"{rule}_due"] == (decision.get("due") or "")
            else:
                assert row[rule] == csv_cell(decision.get("outcome"))


def test_a_history_may_be_empty() -> None:
    """A case without any event has an answer too."""
    assert answer(Case("1", History()))["obligations"] == []
    assert isinstance(_assessed(Case("1")).findings[0].reason, Reason)
