"""The report for people: what needs an act, worst first; what the register lacks; accounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assessing import MAINLAND, PROXY
from checks import recorded
from command import ASSESS_LETTERS, LETTERS, register, run
from xinfang_core.assessment import assess
from xinfang_core.case import Agent, Case, Event
from xinfang_core.cli.report import register_lacks
from xinfang_core.codec import read_records
from xinfang_core.codec.lacking import Lacking, name_text
from xinfang_core.codec.urgent import soon_after, urgent
from xinfang_core.vocabulary import EventKind, Severity

if TYPE_CHECKING:
    from xinfang_core.codec.urgent import Urgent

ON = "2019-06-28"
HEADS = ("件号", "应办", "由谁", "期限", "情况")


def listed(out: str) -> list[list[str]]:
    """The rows of the list of cases that need an act."""
    lines = out.splitlines()
    (start,) = (n for n, line in enumerate(lines) if tuple(line.split()) == HEADS)
    rows = [line.split() for line in lines[start + 1 :]]
    return rows[: next(n for n, row in enumerate(rows) if len(row) < 5)]


@cache
def pressing(as_of: date, soon: int = 5) -> tuple[Urgent, ...]:
    """The letters that need an act, worked out one by one."""
    cases = read_records(Path(LETTERS), {"accepted_at": "received_at"}).cases
    last = soon_after(as_of, soon, MAINLAND)
    answers = (assess(case, PROXY.in_force(case, as_of), MAINLAND, as_of) for case in cases)
    found = [one for one in (urgent(answer, MAINLAND, last) for answer in answers) if one]
    return tuple(sorted(found, key=lambda one: one.rank))


class TestRegister:
    """A section chief with 1,401 letters reads what matters first."""

    @pytest.mark.parametrize("as_of", ["2020-01-31", ON])
    def test_the_letters_take_no_more_than_60_lines(
        self, capsys: pytest.CaptureFixture[str], as_of: str
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", as_of)
        assert ran.code == 0
        assert len(ran.out.splitlines()) <= 60

    def test_the_worst_twenty_come_first(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON)
        wanted = pressing(date.fromisoformat(ON))
        assert f"需要处理的共 {len(wanted)} 件，最急的 20 件" in ran.out
        rows = listed(ran.out)
        assert [row[0] for row in rows] == [one.case_no for one in wanted[:20]]
        assert rows[0][1:4] == ["书面告知信访人", "承办单位", "2019-02-01"]
        assert " ".join(rows[0][4:]) == "已逾期 99 个工作日"

    def test_the_list_ends_where_nothing_ends_soon(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--top", "100", "--soon", "0")
        wanted = pressing(date.fromisoformat(ON), soon=0)
        assert [row[0] for row in listed(ran.out)] == [one.case_no for one in wanted]
        assert all(one.obligation and one.obligation.due for one in wanted)
        assert listed(ran.out)[-1][4] == "今日届满"

    def test_top_shortens_the_list(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--top", "3")
        assert len(listed(ran.out)) == 3

    def test_what_ends_at_a_moment_is_listed_with_it(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        rows = "case_no,registered_at,category,assigned_at\n"
        rows += "".join(f"甲-{n},2025-11-03,一般事项,2025-11-03 09:00\n" for n in (1, 2))
        policy = str(Path(LETTERS).parent / "localities" / "qinglong")
        ran = run(
            *(capsys, "assess", register(tmp_path, rows), "--policy", policy),
            *("--as-of", "2025-11-03"),
        )
        (line,) = (line for line in ran.out.splitlines() if line.startswith("甲-1"))
        assert line.split()[3:] == ["2025-11-03", "11:00", "今日届满"]

    def test_a_last_day_that_the_next_notice_may_move_is_provisional(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        rows = "case_no,registered_at,received_at\n甲-1,2026-12-25,2026-12-25\n"
        rows += "甲-2,2025-09-01,2025-09-01\n甲-3,2026-12-25,2026-12-25\n"
        ran = run(
            *(capsys, "assess", register(tmp_path, rows), "--policy", "online-proxy"),
            *("--as-of", "2026-12-26", "--soon", "90"),
        )
        due = {row[0]: row[3] for row in listed(ran.out)}
        assert due["甲-1"] == due["甲-3"]
        assert due["甲-1"].endswith("（暂定）")
        assert "暂定" not in due["甲-2"]

    def test_a_missing_step_of_the_policy_itself_is_told_by_its_name(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = Path(LETTERS).parent / "localities" / "qinglong"
        ran = run(
            *(capsys, "assess", str(folder / "cases.csv"), "--policy", str(folder)),
            *("--as-of", "2025-11-30", "--case", "QL-3"),
        )
        assert "无法判断：签收时限（未记录交办日期、签收日期）" in ran.out

    def test_a_file_has_all_of_them(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        target = tmp_path / "report.txt"
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--output", str(target))
        assert ran.code == 0
        text = target.read_text("utf-8")
        assert len(listed(text)) == len(pressing(date.fromisoformat(ON)))
        assert "--case" not in text

    def test_nothing_to_do_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31")
        assert "没有需要马上处理的件" in ran.out
        assert "■" not in ran.out

    def test_what_every_letter_lacks_is_told_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        out = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31").out
        assert out.count("1401 件均未记录告知日期：告知期限无法判断") == 1
        assert out.count("未记录信访类别") == 1
        (line,) = (line for line in out.splitlines() if line.startswith("办法有"))
        assert line.endswith("待有权机关确认：评价期限")

    def test_nothing_is_said_where_nothing_is_lacking(self) -> None:
        assert not [*register_lacks((), 3, None)]

    def test_more_lacks_than_are_shown_are_counted(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31", "--top", "2").out
        lacks = [line for line in out.splitlines() if "无法判断" in line]
        assert len(lacks) == 2
        assert "另缺" in out


class TestAccounts:
    """The full account of a case comes on request."""

    def test_one_case(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31", "--case", "185986")
        assert ran.out.startswith("■ 185986 ")
        assert ran.out.count("■") == 1
        assert "共 1401 件" not in ran.out

    def test_in_it_come_limits_duties_findings_then_the_rest(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", "2020-01-31", "--case", "185986")
        wanted = (
            "办理期限：逾期完成",
            "应办：",
            "提示：",
            "答复类别：",
            "不适用：",
            "未起算：",
            "无法判断：",
        )
        places = [ran.out.index(f"\n  {head}") for head in wanted]
        assert places == sorted(places)
        assert "  无法判断：分类办理、保密范围（未记录信访类别）\n" in ran.out

    def test_several_cases(self, capsys: pytest.CaptureFixture[str]) -> None:
        both = ("--case", "185986", "--case", "90330")
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, *both)
        assert ran.out.count("■") == 2

    def test_full_tells_all_of_them_and_the_summary(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = register(tmp_path)
        ran = run(
            *(capsys, "assess", file, "--policy", "online-proxy"),
            *("--as-of", "2025-10-20", "--full"),
        )
        assert ran.out.count("■") == 2
        assert "共 2 件" in ran.out

    def test_a_single_case_is_told_at_once(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = register(tmp_path, "case_no,received_at,accepted_at\n甲-1,2025-09-30,2025-09-30\n")
        ran = run(capsys, "assess", file, "--policy", "online-proxy", "--as-of", "2025-10-20")
        assert ran.out.startswith("■ 甲-1 ")
        assert "共 1 件" not in ran.out

    def test_an_unknown_case_is_refused_by_its_number(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--case", "185987")
        assert ran.code == 2
        assert "登记表中没有件号 185987，相近的是 185986" in ran.err
        assert len(ran.err) < 200

    def test_so_is_one_that_is_like_no_other(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--case", "甲")
        assert ran.code == 2
        assert "登记表中没有件号 甲" in ran.err
        assert len(ran.err) < 200

    @pytest.mark.parametrize(
        "option", [("--case", "185986"), ("--full",), ("--top", "3"), ("--soon", "0")]
    )
    def test_other_formats_refuse_the_options_of_the_report(
        self, capsys: pytest.CaptureFixture[str], option: tuple[str, ...]
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, "--as-of", ON, "--format", "csv", *option)
        assert ran.code == 2
        forms = "text、xlsx" if option[0] == "--soon" else "text"
        assert f"{option[0]} 只用于 --format {forms}，不能与 --format csv 同用" in ran.err

    @pytest.mark.parametrize(
        ("option", "words"),
        [
            (("--top", "0"), "至少为 1，实际为 0"),
            (("--top", "-3"), "至少为 1，实际为 -3"),
            (("--soon", "-1"), "须为 0 至"),
        ],
    )
    def test_a_count_that_is_none_is_refused(
        self, capsys: pytest.CaptureFixture[str], option: tuple[str, str], words: str
    ) -> None:
        ran = run(capsys, *ASSESS_LETTERS, *option)
        assert ran.code == 2
        assert words in ran.err


class TestUrgent:
    """Violations first, then the longest overdue, then what ends first, then the number."""

    @staticmethod
    def _urgent(as_of: str, *details: Event, **days: str) -> Urgent | None:
        case = Case(
            "甲", recorded(*details, **days), agent=Agent(is_petitioner=True) if details else None
        )
        day = date.fromisoformat(as_of)
        answer = assess(case, PROXY.in_force(case, day), MAINLAND, day)
        return urgent(answer, MAINLAND, soon_after(day, 5, MAINLAND))

    def test_what_is_owed_first_is_told(self) -> None:
        """Received on 2025-09-01: the notice is due on 2025-09-16, a Tuesday."""
        found = self._urgent("2025-09-10", receive="2025-09-01", register="2025-09-01")
        assert found is not None
        assert (found.due, found.left_working_days) == (date(2025, 9, 16), 4)
        assert found.violation is None

    def test_nothing_is_urgent_before_the_last_five_working_days(self) -> None:
        assert self._urgent("2025-09-08", receive="2025-09-01", register="2025-09-01") is None

    def test_a_violation_is_urgent_though_nothing_ends(self) -> None:
        paid = Event(EventKind.pay_award, date(2025, 9, 2), amount=Decimal(10))
        found = self._urgent("2025-09-02", paid, receive="2025-09-01", register="2025-09-01")
        assert found is not None
        assert found.violation is not None
        assert found.violation.severity is Severity.violation
        assert found.overdue_working_days == 0

    def test_without_working_days_only_what_has_passed_or_ends_today(self) -> None:
        assert soon_after(date(2025, 9, 8), 0, MAINLAND) == date(2025, 9, 8)

    def test_past_the_calendar_nothing_ends_soon(self) -> None:
        assert soon_after(MAINLAND.last, 5, MAINLAND) == MAINLAND.last


class TestLacking:
    """What is missing is named as an office says it, and counted."""

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("case_class", "信访类别"),
            ("agent_trained", "代理员培训合格"),
            ("notify", "告知日期"),
            ("reply_deadline.limit", "答复期限"),
            ("allow_assumed", "推定值（未采用）"),
            ("repeat_petition", "重复信访"),
        ],
    )
    def test_each_name_has_words(self, name: str, words: str) -> None:
        assert name_text(name) == words

    def test_what_a_policy_declares_has_its_official_name(self) -> None:
        own = {"sign": "签收", "answer": "答复时限"}
        assert name_text("sign", own) == "签收日期"
        assert name_text("limit.answer.limit", own) == "答复时限"

    def test_rules_that_lack_the_same_are_told_as_one(self) -> None:
        lacking = Lacking()
        day = date(2025, 9, 10)
        for case in (Case(number, recorded(receive="2025-09-01")) for number in ("甲", "乙")):
            lacking.add(assess(case, PROXY.in_force(case, day), MAINLAND, day))
        (found,) = (one for one in lacking.lacks() if one.names == ("case_class",))
        assert found.cases == 2
        assert {"class_handling", "confidentiality"} <= {*found.rules}
        assert not found.is_of_the_policy
        assert EventKind.notify.name not in {name for one in lacking.lacks() for name in one.names}
