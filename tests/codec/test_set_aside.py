"""One bad row refuses a file, or is set aside and told while the others are answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_files import complaints, saved
from xinfang_core.case import Case
from xinfang_core.codec import ReadOptions, Records, RefusedRow, read_records
from xinfang_core.codec.problems import error_json
from xinfang_core.errors import Fault, MisuseError, RecordError

if TYPE_CHECKING:
    from pathlib import Path

SKIP = ReadOptions(skip_bad=True)
TABLE = (
    "case_no,received_at,replied_at\n"
    "1,2025-01-01,\n"
    "2,2025-02-30,\n"
    ",,\n"
    "3,2025-01-02\n"
    ",2025-01-02,\n"
    "4,2025-01-02,2025-01-01\n"
    "5,2025-01-01,\n"
)


def numbers(records: Records) -> list[str]:
    """Cases and refused rows by their numbers, in the order of the file."""
    return [
        f"{one.number}!{one.case_no}" if isinstance(one, RefusedRow) else one.case_no
        for one in records.in_order()
    ]


class TestTables:
    """A row is set aside for its form, for a value, for what it lacks, for a contradiction."""

    def test_the_good_rows_are_read_and_the_bad_ones_are_listed(self, tmp_path: Path) -> None:
        records = read_records(saved(tmp_path, TABLE), options=SKIP)
        assert [case.case_no for case in records.cases] == ["1", "5"]
        assert numbers(records) == ["1", "2!2", "3!", "4!", "5!4", "5"]
        assert [(row.line, [one.code for one in row.faults]) for row in records.refused] == [
            (3, ["moment.impossible"]),
            (5, ["row.other_length"]),
            (6, ["record.no_case_no"]),
            (7, ["case.before_receipt"]),
        ]

    def test_unless_it_is_asked_for_every_fault_refuses_the_file(self, tmp_path: Path) -> None:
        found = [line.partition(": ")[0] for line in complaints(tmp_path, TABLE)]
        assert found == ["3:2", "5", "6:1", "7:3"]

    @pytest.mark.parametrize(
        "text",
        [
            'case_no,received_at\n1,2025-01-01\n2,"2025\n',
            "case_no,case_no\n1,2\n",
            "received_at\n2025-01-01\n",
        ],
    )
    def test_what_hides_rows_or_columns_is_never_set_aside(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(RecordError):
            read_records(saved(tmp_path, text), options=SKIP)

    @given(bad=st.lists(st.booleans(), max_size=8))
    def test_every_row_is_read_or_refused_in_its_place(
        self, tmp_path_factory: pytest.TempPathFactory, bad: list[bool]
    ) -> None:
        rows = "".join(f"{index},{'x' if one else ''}\n" for index, one in enumerate(bad))
        path = saved(tmp_path_factory.getbasetemp(), f"case_no,received_at\n{rows}")
        records = read_records(path, options=SKIP)
        assert len(records.cases) + len(records.refused) == len(bad)
        assert [isinstance(one, RefusedRow) for one in records.in_order()] == bad
        assert [one.case_no for one in records.in_order()] == [str(at) for at in range(len(bad))]


class TestJson:
    """A record is set aside by its place in the list, or by its line."""

    def test_a_list(self, tmp_path: Path) -> None:
        text = (
            '[{"case_no": "1"}, 3, {"case_no": "2", "case_no": "3"}, {"case_no": "4"},'
            ' {"case_no": 5, "urgent": "?"}]'
        )
        records = read_records(saved(tmp_path, text, "r.json"), options=SKIP)
        assert numbers(records) == ["1", "2!", "3!3", "4", "5!5"]
        assert [one.path for row in records.refused for one in row.faults] == [
            "[1]",
            "[2]",
            "[4].urgent",
        ]

    def test_lines(self, tmp_path: Path) -> None:
        text = '{"case_no": "1"}\n\n{bad\n[]\n{"case_no": "2"}\n'
        records = read_records(saved(tmp_path, text, "r.jsonl"), options=SKIP)
        assert numbers(records) == ["1", "2!", "3!", "2"]
        assert [row.line for row in records.refused] == [3, 4]

    def test_not_one_good_line(self, tmp_path: Path) -> None:
        records = read_records(saved(tmp_path, "{bad\n[]\n", "r.jsonl"), options=SKIP)
        assert numbers(records) == ["1!", "2!"]
        assert records.cases == ()

    def test_a_slip_outside_the_records_refuses_the_file(self, tmp_path: Path) -> None:
        text = '{"x": NaN, "cases": [{"case_no": "1"}]}'
        with pytest.raises(RecordError) as caught:
            read_records(saved(tmp_path, text, "r.json"), options=SKIP)
        assert caught.value.text() == "r.json: x: NaN 不是数"


class TestOnTheWire:
    """In place of an answer stands what is wrong, with the number of the row and of the case."""

    def test_an_error_object(self) -> None:
        fault = Fault("record.no_case_no", (), "r.csv", 6, 1, "case_no")
        told = error_json(RecordError(fault), line=6, row=4, case_no="")
        assert {**told, "error": told["error"]["errors"]} == {  # type: ignore[index]
            "error": [
                {
                    "pointer": "/case_no",
                    "code": "record.no_case_no",
                    "file": "r.csv",
                    "line": 6,
                    "column": 1,
                    "path": "case_no",
                    "facts": {},
                    "wanted": None,
                    "hint": None,
                    "text": {
                        "zh": "r.csv:6:1: case_no: 缺少信访件编号",
                        "en": "r.csv:6:1: case_no: the case number is missing",
                    },
                }
            ],
            "line": 6,
            "row": 4,
            "case_no": None,
        }

    def test_the_number_of_the_case_is_told_where_it_can_be_read(self) -> None:
        told = error_json(RecordError(), line=0, row=4, case_no="甲-4")
        assert (told["line"], told["row"], told["case_no"]) == (None, 4, "甲-4")


class TestWhere:
    """A path may be text; the list of records may stand below other keys."""

    def test_a_path_as_text(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "case_no\n1\n")
        assert read_records(str(path)).cases == (Case("1"),)

    def test_a_list_below_some_keys(self, tmp_path: Path) -> None:
        text = json.dumps({"code": 0, "data": {"total": 1, "records": [{"case_no": "1"}]}})
        path = saved(tmp_path, text, "r.json")
        found = read_records(path, options=ReadOptions(records_at="data.records"))
        assert found.cases == (Case("1"),)
        assert complaints(tmp_path, text, "r.json") == [
            "cases 处没有记录的列表；data.records 处有，请用 --records-at data.records"
        ]

    def test_a_fault_below_some_keys_is_told_with_them(self, tmp_path: Path) -> None:
        text = json.dumps({"data": {"records": [{"case_no": "1", "urgent": 1}]}})
        (line,) = complaints(tmp_path, text, "r.json", records_at="data.records")
        assert line.startswith("data.records[0].urgent: ")

    @pytest.mark.parametrize("at", ["data", "data.record", "data.records.x", "x", "."])
    def test_no_list_below_these_keys(self, tmp_path: Path, at: str) -> None:
        text = json.dumps({"data": {"records": [{"case_no": "1"}]}})
        assert complaints(tmp_path, text, "r.json", records_at=at) == [
            f"{at} 处没有记录的列表；data.records 处有，请用 --records-at data.records"
        ]

    @pytest.mark.parametrize("text", ['{"a": {"b": {"c": {"d": [{}]}}}}', '{"a": [1]}', "3"])
    def test_a_list_that_is_too_deep_or_holds_no_records_is_not_proposed(
        self, tmp_path: Path, text: str
    ) -> None:
        assert complaints(tmp_path, text, "r.json") == ["须为记录的列表，或者含有 cases 列表的对象"]

    @pytest.mark.parametrize("name", ["r.csv", "r.jsonl"])
    def test_other_files_have_no_keys(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(MisuseError) as caught:
            read_records(saved(tmp_path, "1", name), options=ReadOptions(records_at="data"))
        assert caught.value.text() == f"{name}: --records-at 只用于 .json 文件"
