"""The account of a case: what stands where, and that nothing of it hangs in the air."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import CASES, MAINLAND, POLICIES, READINGS, RECENT
from checks import UNFILLED, day
from rulebooks import plain
from test_localities import LOCALITIES, WITH_LIMITS, cases_of, expected
from test_stories import ASKED, assessed, read
from xinfang_core.assessment import assess
from xinfang_core.case import Case, Event, History
from xinfang_core.documents.account.account import account
from xinfang_core.documents.account.limits import limits_of
from xinfang_core.documents.blocks import (
    Document,
    Draft,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Table,
)
from xinfang_core.documents.writers.html import html
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.vocabulary import (
    Audience,
    CaseClass,
    EventKind,
    FeedbackMode,
    Grade,
    OutsideAs,
    Role,
    Route,
    SupervisionStep,
    SuspensionCause,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xinfang_core.documents.blocks import Block, Words
    from xinfang_core.policy import Policy

STORIES = [(name, one) for name, days in ASKED.items() for one in days]
NATIONAL = POLICIES["national"]
SUPERVISED = next(iter(SupervisionStep))


def of_story(name: str, asked: str, audience: Audience = Audience.petitioner) -> Draft:
    policy = load_policy(name.removesuffix("-wrong"))
    return account(read(name), assessed(name, day(asked)), policy, audience)


def of_case(
    case: Case,
    asked: str,
    policy: Policy = NATIONAL,
    audience: Audience = Audience.petitioner,
    **ask: bool,
) -> Draft:
    as_of = day(asked)
    answer = assess(case, policy.in_force(case, as_of), MAINLAND, as_of, **ask)
    return account(case, answer, policy, audience)


def appeal(*events: tuple[str, str] | Event) -> Case:
    """An appeal on the petition route, with what happened to it."""
    happened = (
        one if isinstance(one, Event) else Event(EventKind[one[0]], day(one[1])) for one in events
    )
    return Case(
        "信-1",
        History(tuple(happened)),
        case_class=CaseClass.appeal,
        route=Route.petition,
    )


BEGUN = (("receive", "2026-03-01"), ("accept", "2026-03-02"))
LATE = appeal(("receive", "2026-11-30"), ("accept", "2026-12-01"))
"""An appeal whose handling limit ends in a year of which no notice speaks yet."""


def words_of(block: Block) -> Iterator[Words]:
    """Every word that a block says."""
    match block:
        case Heading(words=words) | Paragraph(words=words):
            yield words
        case Items(items=items):
            yield from items
        case Table():
            yield from (block.caption, block.folded, *block.heads)
            yield from (cell for row in block.rows for cell in row)
        case Picture(told=told, instead=instead):
            yield told
            yield from (words for one in instead for words in words_of(one))


def all_words(draft: Draft) -> list[Words]:
    return [draft.title, *(words for block in draft.blocks for words in words_of(block))]


def told(draft: Draft) -> str:
    return "\n".join(map(plain, all_words(draft)))


def part(draft: Draft, anchor: str) -> list[Block]:
    """The blocks under a heading of the first level."""
    found: list[Block] = []
    inside = False
    for block in draft.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.anchor == anchor
        elif inside:
            found.append(block)
    return found


def under(draft: Draft, title: str) -> list[Block]:
    """The blocks under the heading of a limit."""
    found: list[Block] = []
    inside = False
    for block in draft.blocks:
        if isinstance(block, Heading):
            inside = block.level > 1 and block.words == title
        elif inside:
            found.append(block)
    return found


def rows_of(draft: Draft, anchor: str) -> list[tuple[str, ...]]:
    """The rows of the tables of a part, as plain words."""
    tables = [one for one in part(draft, anchor) if isinstance(one, Table)]
    return [tuple(map(plain, row)) for table in tables for row in table.rows]


def assert_whole(draft: Draft) -> None:
    headings = [one for one in draft.blocks if isinstance(one, Heading)]
    anchors = [one.anchor for one in headings]
    assert len(anchors) == len({*anchors})
    links = {
        run.link
        for words in all_words(draft)
        if not isinstance(words, str)
        for run in words
        if run.link
    }
    assert links <= {*anchors}
    numerals = [plain(one.words).partition("、")[0] for one in headings if one.level == 1]
    assert "".join(numerals) == "一二三四五六七八九十"[: len(numerals)]
    (items,) = (one for one in part(draft, "summary") if isinstance(one, Items))
    assert 1 <= len(items.items) <= 10
    for block in draft.blocks:
        if isinstance(block, Table):
            assert all(len(row) == len(block.heads) == len(block.widths) for row in block.rows)


class TestAnyCase:
    """Whatever the case and the policy, the account holds together."""

    @pytest.mark.parametrize(("name", "asked"), STORIES)
    def test_a_story_is_told_in_chinese_with_nothing_left_open(self, name: str, asked: str) -> None:
        draft = of_story(name, asked)
        assert_whole(draft)
        words = told(draft)
        assert not UNFILLED.search(words)
        # What an officer reads in the notes of a policy names its files and its readings.
        foreign = {row[2] for row in rows_of(draft, "citations")}
        foreign |= {mark.label for mark in assessed(name, day(asked)).made_by.editions}
        for one in foreign - {""}:
            words = words.replace(one, "")
        assert re.findall(r"[A-Za-z]+", words) == []

    @given(CASES, st.sampled_from(READINGS), RECENT, st.sampled_from(Audience), st.booleans())
    def test_any_case_under_any_policy_has_an_account(
        self,
        case: Case,
        policy: Policy,
        as_of: date,
        audience: Audience,
        allowed: bool,  # noqa: FBT001
    ) -> None:
        pack = policy.in_force(case, as_of)
        answer = assess(case, pack, MAINLAND, as_of, allow_assumed=allowed)
        draft = account(case, answer, policy, audience)
        assert_whole(draft)
        assert draft == account(case, answer, policy, audience)

    @pytest.mark.parametrize("folder", WITH_LIMITS, ids=lambda one: one.name)
    def test_the_limits_that_a_locality_declares_are_counted_like_all_others(
        self, folder: Path
    ) -> None:
        policy = read_policy(folder)
        cases = cases_of(folder, policy)
        for row in expected(folder):
            draft = of_case(cases[row.case_no], row.as_of, policy)
            assert_whole(draft)
            if row.due:
                key = f"limit-{row.limit.replace('_', '-')}"
                (heading,) = (
                    one for one in draft.blocks if isinstance(one, Heading) and one.anchor == key
                )
                lines = [*map(plain, all_words(draft))]
                assert any(row.due in line for line in lines), (row, heading)

    def test_it_says_what_made_it(self) -> None:
        answer = assessed("online-proxy", day("2026-04-14"))
        made_by = dict(of_story("online-proxy", "2026-04-14").made_by)
        assert made_by["评估日"] == "2026-04-14"
        assert made_by["程序"].startswith("xinfang-core ")
        assert made_by["工作日历的散列"] == MAINLAND.provenance.digest
        for mark in answer.made_by.editions:
            assert made_by[f"{mark.label} 的散列"] == mark.digest
        assert "只用该日以前公布的通知" not in made_by

    def test_it_says_as_of_when_notices_were_known(self) -> None:
        case, as_of = appeal(*BEGUN), day("2026-03-04")
        calendar = MAINLAND.known_on(day("2026-01-05"))
        answer = assess(case, NATIONAL.in_force(case, as_of), calendar, as_of)
        made_by = dict(account(case, answer, NATIONAL, Audience.petitioner).made_by)
        assert made_by["只用该日以前公布的通知"] == "2026-01-05"

    def test_the_same_case_gives_the_same_bytes(self) -> None:
        first, second = (
            html(Document(of_story("yubei-wrong", "2025-12-16"), Audience.petitioner))
            for _ in range(2)
        )
        assert first == second


class TestHead:
    """Which case, by which policy and reading, on which day, how firmly."""

    def rows(self, draft: Draft) -> dict[str, str]:
        table = draft.blocks[0]
        assert isinstance(table, Table)
        return {plain(name): plain(value) for name, value in table.rows}

    def test_the_editions_are_named_by_title_and_label(self) -> None:
        head = self.rows(of_story("online-proxy", "2026-04-14"))
        assert head["办法"] == (
            "网上信访代理工作经验材料（online-proxy@undated）\n信访工作条例（national@2022-05-01）"
        )
        assert head["最弱依据"].startswith("解释")
        assert "地区" not in head
        assert "推定" not in head

    def test_another_reading_is_named(self) -> None:
        policy = POLICIES["online-proxy"].with_variant("calendar_days")
        head = self.rows(of_case(appeal(("receive", "2026-03-02")), "2026-03-03", policy))
        assert "采用另一种理解：" in head["办法"]
        made_by = of_case(appeal(("receive", "2026-03-02")), "2026-03-03", policy).made_by
        assert ("理解", "“日”按自然日") in made_by

    def test_a_region_and_refused_assumptions_are_told(self) -> None:
        from xinfang_core.calendar import region_notices

        case = appeal(("receive", "2026-03-02"))
        as_of = day("2026-03-03")
        calendar = MAINLAND.with_notice(*region_notices("450000"))
        pack = NATIONAL.in_force(case, as_of)
        answer = assess(case, pack, calendar, as_of, allow_assumed=False)
        head = self.rows(account(case, answer, NATIONAL, Audience.petitioner))
        assert head["地区"] == "450000"
        assert head["推定"] == "不采用推定"

    def test_where_nothing_is_decided_there_is_no_basis(self) -> None:
        case = Case("信-1", History((Event(EventKind.receive, day("1999-01-04")),)))
        policy = POLICIES["national"]
        answer = assess(case, policy.on(day("1999-01-01")), MAINLAND, day("1999-01-05"))
        draft = account(case, answer, policy, Audience.petitioner)
        assert self.rows(draft)["最弱依据"] == "没有可用的结论"


class TestReadings:
    """The default reading may favour the office, so that another one stands beside it."""

    def test_a_limit_that_another_reading_moves_is_told_beside(self) -> None:
        policy = load_policy("online-proxy")
        other = policy.with_variant("calendar_days")
        case, as_of = appeal(*BEGUN), day("2026-03-20")
        answer, beside = (
            assess(case, one.in_force(case, as_of), MAINLAND, as_of) for one in (policy, other)
        )
        audience = Audience.petitioner
        draft = account(case, answer, policy, audience, {"“日”按自然日": beside})
        (table,) = [
            one
            for one in part(draft, "limits")
            if isinstance(one, Table) and one.heads[0] == "理解"
        ]
        (row,) = table.rows
        assert row[0] == "“日”按自然日"
        assert row[1] == "答复期限"
        assert row[4:] == ("2026-03-17", "逾期未完成，3 个工作日")

    def test_what_other_readings_leave_as_it_is_is_not_told_twice(self) -> None:
        case, as_of = appeal(*BEGUN), day("2026-03-20")
        answer = assess(case, NATIONAL.in_force(case, as_of), MAINLAND, as_of)
        audience = Audience.petitioner
        alone = account(case, answer, NATIONAL, audience)
        assert account(case, answer, NATIONAL, audience, {"同": answer}) == alone


class TestWhatMattersFirst:
    """Ten lines at most: missed and running limits, what is owed, what is out of order."""

    def lines(self, draft: Draft) -> list[str]:
        (items,) = (one for one in part(draft, "summary") if isinstance(one, Items))
        return [*map(plain, items.items)]

    def test_what_is_overdue_comes_before_what_runs_and_what_was_done_late(self) -> None:
        lines = self.lines(of_story("online-proxy-wrong", "2025-12-04"))
        assert lines[:3] == [
            "答复期限：逾期未完成，期限至 2025-10-09，逾期 41 个工作日",
            "办理期限：逾期未完成，期限至 2025-12-01，逾期 3 个工作日",
            "告知期限：逾期完成，期限至 2025-10-15，逾期 1 个工作日",
        ]
        assert lines[5].endswith("应督办承办单位（另有 1 项，见下文）")
        assert lines[6].startswith("违规：")

    def test_a_provisional_day_is_told_with_its_bounds(self) -> None:
        lines = self.lines(of_case(LATE, "2027-01-04"))
        (line,) = (one for one in lines if one.startswith("办理期限"))
        assert line == "办理期限：在期，期限至 2027-02-01（暂定，2027-01-30 至 2027-02-04）"

    def test_where_nothing_presses_it_says_so(self) -> None:
        lines = self.lines(of_story("national", "2026-05-11"))
        assert lines == ["没有在办或者逾期的期限，没有待办，没有发现问题"]

    def test_a_matter_that_is_no_petition_is_said_to_be_none(self) -> None:
        case = evolve(
            appeal(("receive", "2026-03-02")), petition=False, outside_as=OutsideAs.hotline
        )
        draft = of_case(case, "2026-03-03", POLICIES["qiaocheng"])
        paragraphs = [one for one in part(draft, "summary") if isinstance(one, Paragraph)]
        assert "不属信访事项" in plain(paragraphs[0].words)


class TestWhatHappened:
    """The events in order of time, each with what it says."""

    def test_what_came_later_than_the_day_asked_about_was_not_known(self) -> None:
        draft = of_case(appeal(("accept", "2026-03-02"), ("reply", "2026-04-01")), "2026-03-31")
        assert rows_of(draft, "events") == [
            ("2026-03-02", "受理", ""),
            ("2026-04-01", "答复", "在 2026-03-31 之后，核算时未知"),
        ]

    def test_every_detail_is_told_by_its_name(self) -> None:
        on = day("2026-03-02")
        case = appeal(
            ("accept", "2026-03-02"),
            Event(EventKind.extend, on, extension=30, reason_told=True),
            Event(EventKind.evaluate, on, grade=Grade.satisfied, target=Role.handling_body),
            Event(EventKind.promise, on, until=day("2026-04-01")),
            Event(EventKind.suspend, on, cause=SuspensionCause.hearing),
            Event(EventKind.supervise, on, step=SUPERVISED),
            Event(EventKind.inform, on, mode=FeedbackMode.phone),
        )
        details = {row[1]: row[2] for row in rows_of(of_case(case, "2026-03-03"), "events")}
        assert details["延期"] == "延长 30 日，已告知理由：是"
        assert details["评价"] == "评价：满意，评价对象：承办单位"
        assert details["承诺办结时间"] == "至 2026-04-01"
        assert details[EventKind.suspend.value] == f"因{SuspensionCause.hearing.value}"
        assert details["督办"] == f"措施：{SUPERVISED.value}"
        assert details[EventKind.inform.value] == "方式：电话告知"

    def test_a_case_without_events_has_none(self) -> None:
        (nothing,) = part(of_case(Case("信-1"), "2026-03-03"), "events")
        assert nothing == Paragraph("没有登记任何事项")


class TestEachLimit:
    """How every last day was counted."""

    def test_its_days_stand_one_by_one_and_in_a_picture(self) -> None:
        draft = of_case(appeal(("receive", "2026-03-02"), ("accept", "2026-03-03")), "2026-03-04")
        _, _, ledger, picture = under(draft, "转送交办期限")
        assert isinstance(ledger, Table)
        assert isinstance(picture, Picture)
        assert ledger.rows[0][:4] == ("2026-03-02", "周一", "起算日", "0")
        assert ledger.rows[-1][:4] == ("2026-03-17", "周二", "计", "15")
        assert "2026-03-17" in picture.told
        assert len(picture.instead) == 1

    def test_limits_that_are_counted_alike_show_their_days_once(self) -> None:
        draft = of_story("online-proxy-wrong", "2025-12-04")
        *_, alike = under(draft, "告知期限")
        assert isinstance(alike, Paragraph)
        assert alike.words == (
            Run("逐日计算与此相同："),
            Run("转送交办期限", link="limit-transfer-deadline"),
        )

    def test_a_provisional_last_day_has_its_bounds_and_says_why(self) -> None:
        draft = of_case(LATE, "2027-01-04")
        _, bounds, why, *_ = under(draft, "办理期限")
        assert isinstance(bounds, Paragraph)
        assert plain(bounds.words).startswith("届满日暂定：预计 2027-02-")
        assert isinstance(why, Items)
        assert any("放假安排尚未公布" in plain(one) for one in why.items)
        row = next(one for one in rows_of(draft, "limits") if one[0] == "办理期限")
        assert "（暂定，" in row[3]

    def test_a_day_that_was_set_is_not_counted(self) -> None:
        case = evolve(
            appeal(("receive", "2026-03-02"), ("assign", "2026-03-02")),
            own_deadline=day("2026-04-01"),
            superior_assigned=True,
        )
        draft = of_case(case, "2026-03-04")
        *_, note = under(draft, "交办反馈期限")
        assert isinstance(note, Paragraph)
        assert plain(note.words).startswith("届满日是登记中指定的日期")
        row = next(one for one in rows_of(draft, "limits") if one[0] == "交办反馈期限")
        assert row[1:4] == ("—", "指定日期", "2026-04-01")

    def test_an_extension_is_told_beside_the_limit(self) -> None:
        extension = Event(EventKind.extend, day("2026-04-01"), extension=30, reason_told=True)
        draft = of_case(appeal(*BEGUN, extension), "2026-04-02")
        row = next(one for one in rows_of(draft, "limits") if one[0] == "办理期限")
        assert row[2] == "60日（自然日），另加30日（自然日）"
        days = next(one for one in under(draft, "办理期限") if isinstance(one, Table))
        assert days.rows[-1][3] == "90"

    def test_hours_run_by_the_clock(self) -> None:
        folder = LOCALITIES / "qinglong"
        policy = read_policy(folder)
        draft = of_case(cases_of(folder, policy)["QL-1"], "2025-11-30", policy)
        *_, note = under(draft, "签收时限")
        assert isinstance(note, Paragraph)
        assert plain(note.words).startswith("按时刻计算")
        row = next(one for one in rows_of(draft, "limits") if one[0] == "签收时限")
        assert row[1:4] == ("交办\n2025-11-03 09:00", "2小时", "2025-11-03 11:00")

    def test_hours_from_a_day_alone_end_between_two_days(self) -> None:
        folder = LOCALITIES / "qinglong"
        policy = read_policy(folder)
        case = evolve(
            cases_of(folder, policy)["QL-3"],
            history=History(
                (
                    Event(EventKind.receive, day("2025-11-03")),
                    Event(EventKind.register, day("2025-11-03")),
                    Event(EventKind.assign, day("2025-11-03")),
                )
            ),
        )
        draft = of_case(case, "2025-11-30", policy)
        row = next(one for one in rows_of(draft, "limits") if one[0] == "签收时限")
        assert row[2] == "2小时"
        assert "（暂定，2025-11-03 至 2025-11-04）" in row[3]

    def test_days_on_which_the_clock_stood_still_are_named_with_their_cause(self) -> None:
        case = appeal(
            ("receive", "2026-02-02"),
            ("request_re_review", "2026-03-02"),
            Event(EventKind.suspend, day("2026-03-09"), cause=SuspensionCause.hearing),
            ("resume", "2026-03-16"),
        )
        draft = of_case(case, "2026-03-20")
        days = next(one for one in under(draft, "复核期限") if isinstance(one, Table))
        still = [row for row in days.rows if row[2] == "中止"]
        assert [row[4] for row in still] == ["中止计算：听证"] * len(still)
        assert still


class TestTheRest:
    """What is out of order, what is owed, what else was decided, what cannot be told."""

    def test_the_gravest_findings_come_first_each_with_its_clause(self) -> None:
        rows = rows_of(of_story("online-proxy-wrong", "2025-12-04"), "findings")
        assert [row[0] for row in rows] == ["违规", "违规", "提示", "提示"]
        assert all(row[2] for row in rows)

    def test_a_finding_without_a_source_has_no_clause(self) -> None:
        draft = of_case(appeal(("accept", "2026-03-02"), ("reply", "2026-05-02")), "2026-03-31")
        (later,) = (row for row in rows_of(draft, "findings") if "2026-03-31" in row[1])
        assert later[0] == "提示"
        assert later[2] == ""

    def test_what_is_owed_says_by_whom_and_by_when(self) -> None:
        rows = rows_of(of_story("online-proxy-wrong", "2025-12-04"), "owed")
        assert rows[0][:4] == ("承办单位", "答复信访人", "2025-10-09", "已逾期")
        assert rows[-1][2:4] == ("未定", "")

    def test_what_is_missing_is_named(self) -> None:
        rows = rows_of(of_story("online-proxy-wrong", "2025-12-04"), "unknown")
        assert ("评价期限", "办法未载明评价期限") in [row[:2] for row in rows]
        assert ("重大紧急报告", "未登记可能造成社会影响") in [row[:2] for row in rows]

    def test_what_cannot_be_told_for_no_missing_fact_says_why(self) -> None:
        late = (MAINLAND.last - timedelta(days=3)).isoformat()
        draft = of_case(appeal(("receive", late), ("accept", late)), late)
        rows = [row for row in rows_of(draft, "unknown") if row[0] == "办理期限"]
        assert [row[1] for row in rows] == [""]
        assert "超出工作日历范围" in rows[0][2]

    def test_every_source_is_listed_once_with_its_basis(self) -> None:
        draft = of_story("yubei-wrong", "2025-12-16")
        rows = rows_of(draft, "citations")
        assert len(rows) == len({*rows})
        assert {row[1] for row in rows} <= {"原文载明", "解释", "推定"}


class TestPay:
    """What an agent was paid is no matter of time limits, and is the income of a person."""

    STORY = ("online-proxy-wrong", "2026-01-05")

    def test_a_payment_to_come_is_no_event_to_others(self) -> None:
        policy = load_policy("online-proxy")
        words = told(of_case(read("online-proxy-wrong"), "2025-12-04", policy))
        assert "以后另有记录：送达（2025-12-30）、答复（2025-12-31）" in words
        assert "奖" not in words.replace("代理员的奖励不属期限", "")

    def test_what_is_wrong_with_the_payment_alone_is_not_told(self) -> None:
        payment = Event(EventKind.pay_award, day("2026-03-05"), amount=Decimal(15))
        paid = appeal(("receive", "2026-03-02"), payment)
        for as_of in ("2026-03-03", "2026-03-06"):
            words = told(of_case(paid, as_of))
            assert "奖" not in words.replace("代理员的奖励不属期限", "")

    @pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.superior])
    def test_it_is_left_out_and_said_to_be(self, audience: Audience) -> None:
        words = told(of_story(*self.STORY, audience))
        assert "奖" not in words.replace("代理员的奖励不属期限", "")
        assert f"不列入给{audience.value}的核算单" in words

    def test_the_superior_is_told(self) -> None:
        words = told(of_story(*self.STORY, Audience.superior))
        assert "15 元" in words
        assert "不列入" not in words

    def test_where_there_is_none_nothing_is_said(self) -> None:
        assert "奖励" not in told(of_case(appeal(("receive", "2026-03-02")), "2026-03-03"))


def test_an_answer_without_a_limit_has_no_table_of_limits() -> None:
    draft = of_case(Case("信-1"), "2026-03-03")
    assert not part(draft, "limits")
    assert (
        limits_of(assess(Case("信-1"), NATIONAL.on(day("2026-01-01")), MAINLAND, day("2026-03-03")))
        == ()
    )
