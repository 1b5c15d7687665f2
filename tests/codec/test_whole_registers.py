"""What only a register as a whole tells: date columns, rows that are none, repeated numbers."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_files import UNFILLED, cases_in, complaints, saved
from xinfang_core.codec import ReadOptions, Records, RefusedRow, read_records

if TYPE_CHECKING:
    from pathlib import Path

FOOTER = "这一行像是合计、签署或者注释，不是信访件；请删去，或者加 --leave-out-totals"
LEAVE_OUT = ReadOptions(leave_out_totals=True)


def told(records: Records) -> list[str]:
    """What reading a register tells, in Chinese; English says as much."""
    assert not any(UNFILLED.search(note.text("en")) for note in records.notes)
    return [note.text() for note in records.notes]


class TestDateColumns:
    """Where every time of a column is 00:00, a program has written days as instants."""

    def test_the_same_day_is_in_time(self, tmp_path: Path) -> None:
        text = (
            "case_no,received_at,replied_at\n"
            "1,2025-09-22 10:05:11,2025-09-22 00:00:00\n"
            "2,2025-09-23 11:00:00,2025-09-24 00:00:00\n"
            "3,2025-09-24 11:00:00,\n"
        )
        records = read_records(saved(tmp_path, text))
        assert {event.kind.name: event.at for event in records.cases[0].history.events} == {
            "receive": datetime(2025, 9, 22, 10, 5, 11),  # noqa: DTZ001
            "reply": date(2025, 9, 22),
        }
        assert told(records) == ["r.csv: 各行的时刻都是 00:00，按日期读入（不含时刻）：replied_at"]

    def test_one_time_of_the_day_makes_all_of_a_column_instants(self, tmp_path: Path) -> None:
        text = (
            "case_no,received_at,replied_at\n"
            "1,2025-09-22 10:05:11,2025-09-22 00:00:00\n"
            "2,2025-09-23 11:00:00,2025-09-24 00:00:01\n"
        )
        (line,) = complaints(tmp_path, text)
        assert line.startswith("2:3: replied_at: 答复（2025-09-22T00:00:00）早于收到")

    def test_days_among_them_change_nothing(self, tmp_path: Path) -> None:
        text = "case_no,received_at\n1,2025-09-22\n2,2025-09-23 00:00\n"
        records = read_records(saved(tmp_path, text))
        assert [type(case.history.events[0].at) for case in records.cases] == [date, date]
        assert len(told(records)) == 1

    @pytest.mark.parametrize("cells", [("2025-09-22", "2025-09-23"), ("", "")])
    def test_a_column_of_days_is_not_worth_a_word(
        self, tmp_path: Path, cells: tuple[str, str]
    ) -> None:
        text = "case_no,received_at\n1,{}\n2,{}\n".format(*cells)
        assert told(read_records(saved(tmp_path, text))) == []

    def test_a_day_that_a_program_wrote_in_its_own_zone(self, tmp_path: Path) -> None:
        records = [{"case_no": "1", "received_at": "2025-09-21T16:00:00Z"}]
        (case,) = cases_in(tmp_path, json.dumps(records), "r.json")
        assert case.history.events[0].at == date(2025, 9, 22)
        assert type(case.history.events[0].at) is date

    def test_a_column_that_feeds_two_fields_is_told_once(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "case_no,收件\n1,2025-09-22 00:00\n")
        records = read_records(path, {"received_at": "收件", "accepted_at": "收件"})
        assert told(records) == ["r.csv: 各行的时刻都是 00:00，按日期读入（不含时刻）：收件"]

    def test_the_instants_of_a_history_stay_what_they_are(self, tmp_path: Path) -> None:
        events = [{"kind": "receive", "at": "2025-09-22T00:00"}]
        (case,) = cases_in(tmp_path, json.dumps([{"case_no": "1", "events": events}]), "r.json")
        assert case.history.events[0].at == datetime(2025, 9, 22)  # noqa: DTZ001

    @given(hours=st.lists(st.sampled_from(("", " 00:00", " 00:00:00", " 09:30")), min_size=1))
    def test_a_column_is_read_in_one_way(
        self, tmp_path_factory: pytest.TempPathFactory, hours: list[str]
    ) -> None:
        rows = "".join(f"{at},2025-09-22{hour}\n" for at, hour in enumerate(hours))
        path = saved(tmp_path_factory.getbasetemp(), f"case_no,received_at\n{rows}")
        found = [type(case.history.events[0].at) for case in read_records(path).cases]
        timed = " 09:30" in hours
        assert found == [datetime if hour and timed else date for hour in hours]


class TestRowsThatAreNoRecords:
    """Totals, signatures and remarks are refused by row, or left out and told, by choice."""

    @pytest.mark.parametrize(
        "row",
        [
            "合计,,,,3",
            "合计,3件,,,3",
            "合 计：,,,,",
            "合计：3件,,,,",
            "本页小计,,,,3",
            "共 3 件,,,,",
            "共3件，其中逾期1件,,,,",
            "Total,,,,3",
            "填表人：张三,,,,",
            "填表人:张三,,审核人：李四,2025-10-09,",
            "单位负责人（签字）：,,,,",
            "填报日期：2025年10月9日,,,,",
            "注：以上不含匿名件,,,,",
            "注1：以上不含匿名件,,,,",
            "备注：见附件2025-1,,,,",
            "以下空白,,,,",
            "—完—,,,,",
            ",,,,3",
            ",合计,,,3",
        ],
    )
    def test_a_row_below_a_register(self, tmp_path: Path, row: str) -> None:
        text = f"case_no,收到日期,答复日期,科室,人数\n甲-1,2025-09-22,,,1\n{row}\n甲-2,,,,2\n"
        (line,) = complaints(tmp_path, text)
        assert line == f"3: {FOOTER}"
        records = read_records(saved(tmp_path, text), options=LEAVE_OUT)
        assert [case.case_no for case in records.cases] == ["甲-1", "甲-2"]
        assert told(records) == ["r.csv: 像是合计、签署或者注释，没有读：第 3 行"]

    @pytest.mark.parametrize(
        "row",
        [
            "1,,,,",
            "甲-1,,,,",
            "信访〔2025〕3号,,,,3",
            "共建-1,,,,",
            "甲,2025-09-22,,,",
            "甲,,,办公室,",
            "总工会-7,,,,",
            "统计局3号,,,,",
            "A:1,,,,",
        ],
    )
    def test_a_record_that_says_little_is_one(self, tmp_path: Path, row: str) -> None:
        text = f"case_no,收到日期,答复日期,科室,人数\n{row}\n"
        assert len(cases_in(tmp_path, text)) == 1

    def test_a_register_of_numbers_alone_may_hold_any_words(self, tmp_path: Path) -> None:
        assert len(cases_in(tmp_path, "case_no,科室\n甲,\n乙,\n")) == 2

    def test_a_total_before_the_case_number(self, tmp_path: Path) -> None:
        text = "序号,信访件编号,收到日期,人数\n1,甲-1,2025-09-22,1\n合计,1,,1\n"
        assert complaints(tmp_path, text) == [f"3: {FOOTER}"]

    def test_they_are_set_aside_among_other_bad_rows(self, tmp_path: Path) -> None:
        text = "case_no,收到日期\n1,2025-09-22\n2,x\n合计,2\n3,2025-09-22\n"
        found = read_records(saved(tmp_path, text), options=ReadOptions(skip_bad=True))
        assert [row.number for row in found.refused] == [2, 3]
        both = ReadOptions(skip_bad=True, leave_out_totals=True)
        found = read_records(saved(tmp_path, text), options=both)
        order = [
            one.number if isinstance(one, RefusedRow) else one.case_no for one in found.in_order()
        ]
        assert order == ["1", 2, "3"]
        assert found.numbers == (1, 4)

    def test_json_has_no_rows_of_totals(self, tmp_path: Path) -> None:
        (case,) = cases_in(tmp_path, '[{"case_no": "合计", "people": 3}]', "r.json")
        assert case.people == 3


class TestRepeatedNumbers:
    """A number that comes again is told with its rows; each row is a case of its own."""

    def test_each_number_with_its_rows(self, tmp_path: Path) -> None:
        text = "case_no,科室\n甲-1,a\n甲-2,b\n\n甲-1,c\n甲-3,d\n甲-3,e\n甲-1,f\n"
        records = read_records(saved(tmp_path, text))
        assert len(records.cases) == 6
        assert told(records) == [
            "r.csv: 信访件编号“甲-1”不止一行（第 2、5、8 行），各按一件评估",
            "r.csv: 信访件编号“甲-3”不止一行（第 6、7 行），各按一件评估",
        ]

    def test_in_a_list_they_are_counted(self, tmp_path: Path) -> None:
        text = '[{"case_no": "1"}, {"case_no": "2"}, {"case_no": 1}]'
        assert told(read_records(saved(tmp_path, text, "r.json"))) == [
            "r.json: 信访件编号“1”不止一条（第 1、3 条），各按一件评估"
        ]

    def test_very_many_are_counted(self, tmp_path: Path) -> None:
        rows = "".join(f"{number}\n" for number in range(30)) * 2
        found = told(read_records(saved(tmp_path, f"case_no\n{rows}")))
        assert len(found) == 21
        assert found[-1] == "r.csv: 另有 10 个信访件编号重复"
