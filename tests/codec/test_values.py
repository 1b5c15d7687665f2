"""Lists, amounts, counts and days in a record: strict, and the same in a table and in JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_files import cases_in, complaints
from xinfang_core.codec.reading import reader
from xinfang_core.vocabulary import Conduct, Sign

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.case import Case

NOT_YUAN = "须为不带单位的金额，最多两位小数（如 12.50，单位为元），实际为 {}"


def cell(folder: Path, name: str, text: str) -> Case:
    """The case of a table of one cell."""
    (case,) = cases_in(folder, f'case_no,{name}\n1,"{text}"\n')
    return case


def value(folder: Path, name: str, found: object) -> Case:
    """The case of a JSON record of one value."""
    (case,) = cases_in(folder, json.dumps([{"case_no": "1", name: found}]), "r.json")
    return case


class TestLists:
    """Items stand between ； or 、, by either name; a 、 within a term separates nothing."""

    @pytest.mark.parametrize(
        ("text", "signs"),
        [
            ("集体访苗头", (Sign.group_visit,)),
            ("group_visit；repeat_visit", (Sign.group_visit, Sign.repeat_visit)),
            ("group_visit; repeat_visit ;", (Sign.group_visit, Sign.repeat_visit)),
            (" 重复访苗头 、 集体访苗头 ", (Sign.repeat_visit, Sign.group_visit)),
            ("苗头性、倾向性问题", (Sign.tendency,)),
            ("行动性、极端性问题、苗头性、倾向性问题", (Sign.action, Sign.tendency)),
            ("苗头性、倾向性问题；越级访苗头", (Sign.tendency, Sign.skip_level_visit)),
            (
                "集体访苗头、tendency、行动性、极端性问题",
                (*(Sign.group_visit, Sign.tendency), Sign.action),
            ),
            ("；", ()),
        ],
    )
    def test_a_cell(self, tmp_path: Path, text: str, signs: tuple[Sign, ...]) -> None:
        assert cell(tmp_path, "signs", text).signs == signs
        assert value(tmp_path, "苗头", text).signs == signs

    @given(found=st.lists(st.sampled_from(Conduct), max_size=4), mark=st.sampled_from("、；;"))
    def test_any_list_is_read_as_it_is_written(self, found: list[Conduct], mark: str) -> None:
        read = reader(Conduct, many=True)
        for names in ([one.name for one in found], [str(one.value) for one in found]):
            assert read.cell(mark.join(names)) == tuple(found)
            assert read.value(names) == tuple(found)

    @pytest.mark.parametrize(
        ("found", "wanted"),
        [
            ([], ()),
            (["group_visit", "苗头性、倾向性问题"], (Sign.group_visit, Sign.tendency)),
        ],
    )
    def test_a_json_list(self, tmp_path: Path, found: list[str], wanted: tuple[Sign, ...]) -> None:
        assert value(tmp_path, "signs", found).signs == wanted

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("集体访苗头、闹访", "“闹访”不是可用的取值，可用：group_visit、集体访苗头、"),
            ("集体访", "“集体访”不是可用的取值，是否为“集体访苗头”？可用：group_visit、"),
            ("集体访苗头、、", "“”不是可用的取值，可用："),
            ("group_vist；闹访", "“group_vist”不是可用的取值，是否为“group_visit”？"),
        ],
    )
    def test_an_unknown_item(self, tmp_path: Path, text: str, wanted: str) -> None:
        (line,) = complaints(tmp_path, f"case_no,signs\n1,{text}\n")
        assert line.startswith(f"2:2: signs: {wanted}")

    @pytest.mark.parametrize(
        ("found", "wanted"),
        [
            (True, "须为列表，实际为 true"),
            ({"group_visit": True}, "须为列表，实际为 {'group_visit': True}"),
            (["group_visit", 3], "“3”不是可用的取值，可用："),
            (["闹访"], "“闹访”不是可用的取值，可用："),
            ([["group_visit"]], "“['group_visit']”不是可用的取值，"),
        ],
    )
    def test_no_json_list_of_terms(self, tmp_path: Path, found: object, wanted: str) -> None:
        text = json.dumps([{"case_no": "1", "signs": found}])
        (line,) = complaints(tmp_path, text, "r.json")
        assert line.startswith(f"[0].signs: {wanted}")


class TestAmounts:
    """Yuan and fen, exactly as written; no unit, no separators, no binary fractions."""

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("0", "0"),
            (" 12.5 ", "12.5"),
            ("12.50", "12.50"),
            ("999999999999.99", "999999999999.99"),
        ],
    )
    def test_a_cell(self, tmp_path: Path, text: str, amount: str) -> None:
        assert cell(tmp_path, "代办收费", text).service_fee == Decimal(amount)

    @given(fen=st.integers(0, 10**14 - 1))
    def test_any_amount_is_exact(self, fen: int) -> None:
        amount = Decimal(fen) / 100
        read = reader(Decimal)
        assert read.cell(f"{amount:f}") == read.value(float(amount)) == amount

    def test_a_whole_number_of_json(self, tmp_path: Path) -> None:
        assert value(tmp_path, "service_fee", 20).service_fee == Decimal(20)

    @pytest.mark.parametrize(
        "text",
        ["12元", "¥12", "1,200", "12.345", "-1", "+1", "1e3", ".5", "5.", "一百", "NaN", "９"],  # noqa: RUF001
    )
    def test_no_amount(self, tmp_path: Path, text: str) -> None:
        (line,) = complaints(tmp_path, f'case_no,service_fee\n1,"{text}"\n')
        assert line == "2:2: service_fee: " + NOT_YUAN.format(f'"{text}"')

    @pytest.mark.parametrize("found", [True, -1, 0.001, 1e20, 10**12, [1], "免费"])
    def test_no_amount_of_json(self, tmp_path: Path, found: object) -> None:
        text = json.dumps([{"case_no": "1", "service_fee": found}])
        (line,) = complaints(tmp_path, text, "r.json")
        assert line.startswith(f"[0].service_fee: {NOT_YUAN.format('')}")


class TestDays:
    """A last day is a day: the time of an instant is left out, its zone is not."""

    def test_an_instant_is_its_day_in_shanghai(self, tmp_path: Path) -> None:
        case = cell(tmp_path, "own_deadline", "2025-11-15T17:30Z")
        assert case.own_deadline == date(2025, 11, 16)

    @pytest.mark.parametrize(("order", "month", "day"), [("dmy", 7, 9), ("mdy", 9, 7)])
    def test_the_order_that_is_said_holds_for_every_date(
        self, tmp_path: Path, order: str, month: int, day: int
    ) -> None:
        event = {"kind": "promise", "at": "09-07-2026", "until": "09-07-2026 16:00"}
        record = {
            "case_no": "1",
            "own_deadline": "09-07-2026",
            "received_at": "09-07-2026",
            "events": [event],
        }
        (case,) = cases_in(tmp_path, json.dumps([record]), "r.json", date_order=order)
        received, promised = case.history.events
        said = {case.own_deadline, received.day, promised.day, promised.until}
        assert said == {date(2026, month, day)}


class TestTogether:
    """What tells of an event needs its day; what an event needs is asked for."""

    @pytest.mark.parametrize(
        ("columns", "cells", "wanted"),
        [
            ("promised_at", "2025-01-02", "promised_at: 有“作出承诺日期”而无“承诺办结日期”"),
            ("promised_until", "2025-01-02", "promised_until: 有“承诺办结日期”而无“作出承诺日期”"),
            ("方案完成日期", "2025-01-02", "方案完成日期: 有“方案完成日期”而无“制定方案日期”"),
            ("informed_at", "2025-01-02", "informed_at: 有“结果告知日期”而无“反馈方式”"),
            ("奖励发放金额", "20", "奖励发放金额: 有“奖励发放金额”而无“奖励发放日期”"),
            (
                "信访工作人员满意度",
                "满意",
                "信访工作人员满意度: 有“信访工作人员满意度”而无“评价日期”",
            ),
        ],
    )
    def test_one_without_the_other(
        self, tmp_path: Path, columns: str, cells: str, wanted: str
    ) -> None:
        assert complaints(tmp_path, f"case_no,{columns}\n1,{cells}\n") == [f"2:2: {wanted}"]

    def test_a_plan_may_lack_its_day(self, tmp_path: Path) -> None:
        (event,) = cell(tmp_path, "planned_at", "2025-01-02").history.events
        assert event.until is None

    def test_nothing_is_paid_by_nothing(self, tmp_path: Path) -> None:
        text = "case_no,奖励发放日期,奖励发放金额\n1,2025-01-02,0\n"
        assert complaints(tmp_path, text) == ["2:3: 奖励发放金额: 发放奖励的金额须为正数"]

    def test_a_fact_that_is_wanted_is_named_though_it_has_no_column(self, tmp_path: Path) -> None:
        (line,) = complaints(tmp_path, "case_no,petition\n1,否\n")
        assert line.startswith("2: outside_as: 标为不属信访事项的")

    def test_counts_that_contradict_each_other(self, tmp_path: Path) -> None:
        text = "case_no,信访人数,代表人数,集体访标志\n1,1,3,是\n2,0,,\n"
        assert [line.partition(": ")[0] for line in complaints(tmp_path, text)] == [
            "2:2",
            "2:3",
            "3:2",
        ]
