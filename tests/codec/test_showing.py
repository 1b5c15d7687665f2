"""A fault names its place; the value of a cell only where it can tell of nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_files import complaints, saved
from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.codec.fields import FIELDS
from xinfang_core.codec.showing import NotShown, is_hidden, without_values
from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from pathlib import Path

PERSON = "张三丰110101199003078515"


def full_width(text: str) -> str:
    """As a Chinese keyboard writes it."""
    return "".join(chr(ord(one) + 0xFEE0) for one in text)


def said(folder: Path, name: str, cell: str) -> str:
    """What is said of a cell, and of no other."""
    (line,) = complaints(folder, f'case_no,{name}\n1,"{cell}"\n', show_values=False)
    return line


class TestCells:
    """Shown is what is short, without a long number, and nearly what is wanted."""

    @pytest.mark.parametrize(
        ("name", "cell"),
        [
            ("received_at", "2025-02-30"),
            ("received_at", "2025-9"),
            ("received_at", "45930"),
            ("received_at", "30/09/2025"),
            ("received_at", "9月30日 下午"),
            ("people", "12345"),
            ("people", "-5"),
            ("service_fee", "12元"),
            ("service_fee", "1,200"),
            ("urgent", "2"),
            ("category", "咨询"),
            ("category", "一般"),
            ("category", "紧急事顶"),
            ("category", "3"),
            ("signs", "集体访"),
            ("proxy_form", "委托代办（书面）"),
        ],
    )
    def test_a_value_that_is_nearly_what_is_wanted(
        self, tmp_path: Path, name: str, cell: str
    ) -> None:
        assert cell in said(tmp_path, name, cell)

    @pytest.mark.parametrize("name", ["received_at", "people", "service_fee", "urgent", "signs"])
    @pytest.mark.parametrize(
        "cell",
        [
            *("张三", "zhang san", "昨天", "东风路12号", PERSON, "110101199003078515"),
            *("13800138000张", full_width("13800138000-"), "138-0013-8000", "010-6512 3456"),
            *("咨询类事项张三丰东风路一百二十号三单元", "1101 0119 9003 0785 15"),
        ],
    )
    def test_anything_else_is_not(self, tmp_path: Path, name: str, cell: str) -> None:
        line = said(tmp_path, name, cell)
        assert cell not in line
        assert line.startswith(f"2:2: {name}: ")
        assert "（未显示）" in line

    @pytest.mark.parametrize("cell", ["张\n三", "\x1b[31m张三"])
    def test_a_case_number_is_never_shown(self, tmp_path: Path, cell: str) -> None:
        (line,) = complaints(tmp_path, f'case_no\n"{cell}"\n', show_values=False)
        assert line == "2:1: case_no: 不能含有换行等控制字符，实际为 （未显示）"

    @given(
        name=st.sampled_from([field.name for field in FIELDS if field.name != "agent_no"]),
        before=st.text(st.characters(exclude_categories=("Cc", "Cs", "Nd")), max_size=4),
    )
    def test_no_long_number_is_repeated_whatever_the_column(
        self, tmp_path_factory: pytest.TempPathFactory, name: str, before: str
    ) -> None:
        text = json.dumps([{"case_no": "1", name: f"{before}110101199003078515"}])
        path = saved(tmp_path_factory.getbasetemp(), text, "r.json")
        for row in read_records(path, options=ReadOptions(skip_bad=True)).refused:
            said = RecordError(*row.faults)
            assert "110101" not in said.text() + said.text("en")


class TestJson:
    """A record or an event that is none is not repeated either."""

    @pytest.mark.parametrize(
        ("record", "shown"),
        [
            ('"张三"', False),
            ('["张三"]', False),
            ("3", True),
            ("null", True),
            ("[]", True),
            ("true", True),
        ],
    )
    def test_what_is_no_record(self, tmp_path: Path, record: str, *, shown: bool) -> None:
        (line,) = complaints(tmp_path, f"[{record}]", "r.json", show_values=False)
        assert line == f"[0]: 每条记录须为对象，实际为 {record if shown else '（未显示）'}"

    def test_what_is_no_event(self, tmp_path: Path) -> None:
        record = {"case_no": "1", "events": ["张三", {"kind": "张三", "at": "张三"}]}
        found = complaints(tmp_path, json.dumps([record]), "r.json", show_values=False)
        assert len(found) == 3
        assert not any("张三" in line for line in found)

    def test_rows_that_are_set_aside(self, tmp_path: Path) -> None:
        path = saved(tmp_path, f"case_no,received_at\n1,{PERSON}\n")
        (row,) = read_records(path, options=ReadOptions(skip_bad=True)).refused
        assert PERSON not in row.faults[0].text()
        asked = ReadOptions(skip_bad=True, show_values=True)
        (row,) = read_records(path, options=asked).refused
        assert PERSON in row.faults[0].text()


class TestFaults:
    """Only what stands in a cell is hidden, never a name of ours or a column."""

    def test_other_faults_stay_as_they_are(self) -> None:
        for fault in (
            Fault("columns.same_field", (("found", PERSON), ("other", "b"))),
            Fault("record.no_case_no"),
        ):
            assert without_values(fault) is fault
            assert not is_hidden(fault)

    def test_the_words_in_both_languages(self) -> None:
        fault = without_values(Fault("value.not_text", (("found", PERSON),), "r.csv", 2))
        assert is_hidden(fault)
        assert fault.text() == "r.csv:2: 须为非空文字，实际为 （未显示）"
        assert fault.text("en") == "r.csv:2: a text is wanted, found (not shown)"
        assert NotShown() == NotShown()
