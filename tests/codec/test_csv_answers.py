"""One case is one row, readable by any spreadsheet and run by none."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from assessing import NATIONAL, PROXY, appeal
from checks import day, extended, rated, recorded
from strategies import DAYS, cases, packs
from xinfang_core.assessment import RULES, Assessment, assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Agent, Case
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.codec import encode_assessment
from xinfang_core.codec.csv_answers import Column, columns_of, csv_cell, decision_of
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision
from xinfang_core.policy.pack import PARAMS
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    Grade,
    ReplyKind,
    Route,
    Settled,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.codec.csv_answers import Columns
    from xinfang_core.messages import Lang
    from xinfang_core.policy import PolicyPack

CALENDAR = mainland_calendar()
HEAD = ["case_no", "policy", "as_of", "weakest_basis"]
PARTS = ("status", "due", "overdue_working_days")
FULL = Case(
    "甲-1",
    recorded(
        extended("2025-09-29", 30, told=False),
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


def assessed(case: Case, as_of: str = "2025-11-03") -> Assessment:
    """The answer under the web proxy policy."""
    return assess(case, PROXY.in_force(case, day(as_of)), CALENDAR, day(as_of))


def rules_of(*packs: PolicyPack) -> list[tuple[str, object]]:
    """The rules of packs, in the order of the answer, with their parameters."""
    return [(rule, pack.params(rule)) for rule in RULES for pack in packs if pack.params(rule)]


ALL_RULES: list[tuple[str, object]] = [(rule, PARAMS[rule]) for rule in RULES]


def columns(
    *packs: PolicyPack, which: Columns = "limits", labels: Lang = "en"
) -> tuple[Column, ...]:
    """The columns of a run over cases under these packs."""
    return columns_of(rules_of(*packs), which, labels)


def row(answer: Assessment, columns: Iterable[Column]) -> dict[str, str]:
    """One row by its columns, after a way through a CSV file."""
    stream = io.StringIO(newline="")
    found = [*columns]
    rows = ([one.header for one in found], [one.cell(answer) for one in found])
    csv.writer(stream).writerows(rows)
    stream.seek(0)
    (read,) = csv.DictReader(stream)
    return read


def headers(columns: Iterable[Column]) -> list[str]:
    """What stands above them."""
    return [one.header for one in columns]


@pytest.mark.parametrize(
    ("labels", "header", "cell"),
    [
        ("en", "reply_deadline_due", "2025-09-30T10:30:00+08:00"),
        ("zh", "答复期限：届满日", "2025-09-30 10:30"),
    ],
)
def test_a_limit_in_hours_is_told_to_its_moment(labels: Lang, header: str, cell: str) -> None:
    at = datetime(2025, 9, 30, 10, 30, tzinfo=SHANGHAI)
    outcome = Deadline(Status.met, day("2025-09-30"), due_at=at)
    answer = assessed(FULL)
    limits = evolve(answer.limits, reply_deadline=Decision(outcome, ()))
    found = row(
        evolve(answer, limits=limits),
        columns(PROXY.in_force(FULL, date(2025, 11, 3)), labels=labels),
    )
    assert found[header] == cell


class TestColumns:
    """A few: the limits that can run; all of them where they are asked for."""

    def test_the_limits_of_a_policy(self) -> None:
        pack = NATIONAL.on(date(2010, 1, 1))
        limits = (
            *("transfer", "notice", "assigned", "handling"),
            *("review_request", "review", "re_review_request", "re_review"),
        )
        assert headers(columns(pack)) == [
            *HEAD,
            *(f"{rule}_deadline_{part}" for rule in limits for part in PARTS),
            *(f"suggestion_feedback_deadline_{part}" for part in PARTS),
            *("obligations", "findings"),
        ]

    def test_a_limit_that_never_runs_has_no_column(self) -> None:
        # Nobody says how long people have to rate.
        found = headers(columns(PROXY.on(date(2025, 1, 1))))
        assert "evaluation_window_deadline_status" not in found
        every = headers(columns(PROXY.on(date(2025, 1, 1)), which="all"))
        assert "evaluation_window_deadline_status" in every

    def test_a_limit_that_runs_under_one_of_two_editions_has_columns(self) -> None:
        # The text of 2022 has no days for suggestions any more.
        old, new = (NATIONAL.on(date(year, 6, 1)) for year in (2010, 2023))
        assert "suggestion_feedback_deadline_due" not in headers(columns(new))
        found = headers(columns(new, old))
        assert found.count("suggestion_feedback_deadline_due") == 1

    def test_all_of_them(self) -> None:
        pack = NATIONAL.on(date(2010, 1, 1))
        parts = ("status", "due", "certainty", "earliest", "latest", "overdue_working_days")
        found = headers(columns(pack, which="all"))
        assert found[:5] == [*HEAD, "class_handling"]
        place = found.index("handling_deadline_status")
        assert found[place : place + 6] == [f"handling_deadline_{part}" for part in parts]
        assert found[-4:] == ["obligations", "findings", "reasons", "made_by"]

    def test_what_no_policy_bounds_has_columns(self) -> None:
        # A promise sets its own day.
        assert "promised_deadline_due" in headers(columns_of([("promised_deadline", object())]))

    def test_in_chinese(self) -> None:
        found = headers(columns(NATIONAL.on(date(2010, 1, 1)), labels="zh"))
        assert found[:7] == [
            *("信访件编号", "办法", "评估日", "最弱依据"),
            *("转送交办期限：状态", "转送交办期限：届满日", "转送交办期限：逾期工作日"),
        ]
        assert found[-2:] == ["待办", "问题"]
        every = headers(columns(NATIONAL.on(date(2010, 1, 1)), which="all", labels="zh"))
        assert "分类办理" in every
        assert every[-2:] == ["理由", "来历编号"]


class TestRows:
    """Where each limit stands; what is owed and out of order in words."""

    def test_a_case(self) -> None:
        found = row(assessed(FULL), columns(PROXY.in_force(FULL, date(2025, 11, 3))))
        assert found["case_no"] == "甲-1"
        assert found["as_of"] == "2025-11-03"
        assert found["reply_deadline_status"] == "late"
        assert found["reply_deadline_due"] == "2025-09-28"
        assert found["reply_deadline_overdue_working_days"] == "6"
        assert found["handling_deadline_overdue_working_days"] == ""
        assert "违规：2025-09-29 批准延期，未告知信访人延期理由" in found["findings"]

    def test_the_same_in_chinese(self) -> None:
        answer = assessed(FULL)
        pack = PROXY.in_force(FULL, date(2025, 11, 3))
        found = row(answer, columns(pack, labels="zh"))
        assert found["答复期限：状态"] == "逾期完成"
        assert found["答复期限：届满日"] == "2025-09-28"
        assert found["答复期限：逾期工作日"] == "6"
        assert found["办理期限：逾期工作日"] == ""
        every = row(answer, columns(pack, which="all", labels="zh"))
        assert every["答复类别"] == "咨询类事项"
        assert every["评价期限：状态"] == "无法确定"
        assert every["答复期限：确定程度"] == "已确定"

    def test_all_that_is_told(self) -> None:
        answer = assessed(FULL)
        found = row(answer, columns(PROXY.in_force(FULL, date(2025, 11, 3)), which="all"))
        assert found["reply_kind"] == "consultation"
        assert "自受理之日 2025-09-22 的次日起算 ← 网上信访代理工作经验材料" in found["reasons"]
        assert found["reasons"].count("；") >= 5
        made_by: Any = encode_assessment(answer)["made_by"]
        assert found["made_by"] == made_by["id"]

    def test_what_is_owed_stands_in_words(self) -> None:
        case = Case("1", recorded(accept="2025-09-22"), category=ReplyKind.urgent)
        answer = assessed(case)
        found = row(answer, columns(PROXY.in_force(case, date(2025, 11, 3))))
        assert found["obligations"] == "；".join(one.text() for one in answer.obligations)
        assert found["obligations"].count("；") == len(answer.obligations) - 1

    def test_lists_and_objects_are_cells(self) -> None:
        assert csv_cell(["petitioner", "agent"]) == "petitioner、agent"
        assert csv_cell([{"kind": "town", "lacking": 2, "note": None}, {"kind": "village"}]) == (
            "town 2、village"
        )
        assert csv_cell([]) == csv_cell(None) == ""
        assert csv_cell(["=1+1"]) == "'=1+1"

    @pytest.mark.parametrize("labels", ["en", "zh"])
    def test_what_does_not_apply_is_an_empty_cell(self, labels: Lang) -> None:
        pack = NATIONAL.on(date(2025, 1, 1))
        answer = assess(Case("1"), pack, CALENDAR, date(2025, 1, 1))
        found = columns_of(ALL_RULES, "all", labels)
        cells = {one.header: one.cell(answer) for one in found}
        names = {
            "en": ("reply_kind", "reply_deadline_status", "incentive"),
            "zh": ("答复类别", "答复期限：状态", "代理奖励"),
        }
        assert [cells[name] for name in names[labels]] == ["", "", ""]

    @pytest.mark.parametrize("sign", [*"=+-@\t\r\uff1d\uff0b\uff0d\uff20"])
    def test_no_cell_is_run_as_a_formula(self, sign: str) -> None:
        found = row(assessed(Case(f"{sign}1+1")), columns(PROXY.on(date(2025, 1, 1))))
        assert found["case_no"] == f"'{sign}1+1"

    def test_a_sign_within_a_cell_stays(self) -> None:
        found = row(assessed(Case("1=1+1-@")), columns(PROXY.on(date(2025, 1, 1))))
        assert found["case_no"] == "1=1+1-@"

    def test_no_number_of_an_agent_leaves_the_library(self) -> None:
        found = row(assessed(FULL), columns(PROXY.in_force(FULL, date(2025, 11, 3)), which="all"))
        assert "D-0042" not in "".join(found.values())

    @settings(max_examples=40)
    @given(case=cases(), pack=packs(), as_of=DAYS)
    def test_every_row_has_every_column_and_the_answers_of_the_wire(
        self, case: Case, pack: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, pack, CALENDAR, as_of)
        found = columns_of(ALL_RULES, "all")
        cells, shown = row(answer, found), encode_assessment(answer, "full")
        assert list(cells) == headers(found)
        groups: Any = [shown[name] for name in ("kind", "people", "limits", "follow_through")]
        for rule, decision in (pair for group in groups for pair in group.items()):
            told = decision or {}
            if rule.endswith("_deadline"):
                assert cells[f"{rule}_status"] == (told.get("status") or "")
                assert cells[f"{rule}_due"] == (told.get("due") or "")
            else:
                assert cells[rule] == csv_cell(told.get("outcome"))

    @settings(max_examples=40)
    @given(case=cases(), pack=packs(), as_of=DAYS)
    def test_in_chinese_every_row_has_every_column_too(
        self, case: Case, pack: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, pack, CALENDAR, as_of)
        english, chinese = (columns_of(ALL_RULES, "all", lang) for lang in ("en", "zh"))
        assert len({*headers(chinese)}) == len(english)
        for one, other in zip(english, chinese, strict=True):
            # An empty list is told in words.
            assert not one.cell(answer) or other.cell(answer)


def test_a_limit_that_only_another_edition_declares_leaves_its_cells_empty() -> None:
    answer = assessed(appeal(receive="2025-03-03"), "2025-03-10")
    assert decision_of(answer, "sign_for_receipt") is None
    assert decision_of(answer, "transfer_deadline") is answer.limits.transfer_deadline
