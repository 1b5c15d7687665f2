"""Columns of a host's own: which one feeds which field, by the command line or a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from record_files import cases_in, complaints, saved
from xinfang_core.codec import read_records
from xinfang_core.codec.columns import parse_column, read_column_map
from xinfang_core.codec.fields import FIELDS
from xinfang_core.errors import PolicyDataError, RecordError

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.case import Case

MOST_SHOWN = 40
FIELD_NAMES = "、".join(field.name for field in FIELDS[:MOST_SHOWN]) + "、…"


def days(case: Case) -> dict[str, date]:
    """The days of a case's events."""
    return {event.kind.name: event.day for event in case.history.events}


class TestMatching:
    """A chosen column wins over one that is named like the field; one may feed two fields."""

    def test_one_column_feeds_two_fields(self, tmp_path: Path) -> None:
        text = "case_no,received_at\n1,2025-01-01\n"
        (case,) = cases_in(tmp_path, text, columns={"accepted_at": "received_at"})
        assert days(case) == {"receive": date(2025, 1, 1), "accept": date(2025, 1, 1)}

    def test_a_chosen_column_wins(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "case_no,受理日期,内部受理\n1,2025-01-01,2025-01-02\n")
        records = read_records(path, {"accepted_at": "内部受理"})
        assert days(records.cases[0]) == {"accept": date(2025, 1, 2)}
        assert records.unused == ("受理日期",)

    def test_columns_may_change_places(self, tmp_path: Path) -> None:
        text = "case_no,received_at,accepted_at\n1,2025-01-02,2025-01-01\n"
        chosen = {"received_at": "accepted_at", "accepted_at": "received_at"}
        (case,) = cases_in(tmp_path, text, columns=chosen)
        assert days(case) == {"receive": date(2025, 1, 1), "accept": date(2025, 1, 2)}

    def test_the_case_number_may_have_another_name(self, tmp_path: Path) -> None:
        (case,) = cases_in(tmp_path, "工单号\n1\n", columns={"case_no": "工单号"})
        assert case.case_no == "1"

    def test_keys_of_json_are_matched_too(self, tmp_path: Path) -> None:
        (case,) = cases_in(tmp_path, '[{"工单号": "1"}]', "r.json", {"case_no": "工单号"})
        assert case.case_no == "1"

    def test_a_slip_is_no_slip_where_the_host_names_it(self, tmp_path: Path) -> None:
        text = "case_no,recieved_at\n1,2025-01-01\n"
        (case,) = cases_in(tmp_path, text, columns={"received_at": "recieved_at"})
        assert days(case) == {"receive": date(2025, 1, 1)}

    def test_a_fault_names_the_column_of_the_host(self, tmp_path: Path) -> None:
        text = "case_no,收件\n1,x\n"
        (line,) = complaints(tmp_path, text, columns={"received_at": "收件"})
        assert line.startswith("2:2: 收件: 须为日期或者时刻")

    def test_a_column_that_feeds_two_fields_is_complained_of_once(self, tmp_path: Path) -> None:
        text = "case_no,received_at\n1,2025-02-30\n"
        assert complaints(tmp_path, text, columns={"accepted_at": "received_at"}) == [
            "2:2: received_at: 没有这一天或者这一时刻：“2025-02-30”"
        ]

    @pytest.mark.parametrize(
        ("chosen", "wanted"),
        [
            (
                {"accepted_at": "recieved_at"},
                ["1: accepted_at: 文件中没有列“recieved_at”，是否为“received_at”？"],
            ),
            (
                {"accepted_at": "xyz", "replied_at": "x"},
                [
                    "1: accepted_at: 文件中没有列“xyz”，现有：case_no、received_at",
                    "1: replied_at: 文件中没有列“x”，现有：case_no、received_at",
                ],
            ),
            (
                {"case_no": "编号"},
                ["1: case_no: 文件中没有列“编号”，现有：case_no、received_at"],
            ),
        ],
    )
    def test_a_column_that_is_not_there(
        self, tmp_path: Path, chosen: dict[str, str], wanted: list[str]
    ) -> None:
        text = "case_no,received_at\n1,2025-01-01\n"
        assert complaints(tmp_path, text, columns=chosen) == wanted

    def test_a_long_list_of_columns_is_cut(self, tmp_path: Path) -> None:
        header = ",".join(["case_no", *(f"c{number}" for number in range(500))])
        (line,) = complaints(tmp_path, f"{header}\n", columns={"received_at": "?"})
        assert line.endswith("c37、c38、…")


class TestCommandLine:
    """``FIELD=COLUMN``, the field by either of its names."""

    @pytest.mark.parametrize(
        ("text", "pair"),
        [
            ("accepted_at=received_at", ("accepted_at", "received_at")),
            (" 受理日期 = 收件 日期 ", ("accepted_at", "收件 日期")),
            ("case_no=a=b", ("case_no", "a=b")),
        ],
    )
    def test_a_pair(self, text: str, pair: tuple[str, str]) -> None:
        assert parse_column(text) == pair

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("accepted_at", "须写成 字段=列名，实际为 accepted_at"),
            ("accepted_at=", "须写成 字段=列名，实际为 accepted_at="),
            ("accepted=x", "没有字段“accepted”，是否为“accepted_at”？"),
            ("=x", f"没有字段“”，可用：{FIELD_NAMES}"),
            ("events=x", "没有字段“events”，"),
        ],
    )
    def test_no_pair(self, text: str, wanted: str) -> None:
        with pytest.raises(RecordError) as caught:
            parse_column(text)
        assert caught.value.text().startswith(f"--column: {wanted}")
        assert caught.value.text("en").startswith("--column: ")


class TestFile:
    """A TOML file with one section, ``[columns]``."""

    def test_a_map(self) -> None:
        text = '[columns]\naccepted_at = "received_at"\n答复日期 = " 回复 "\n'.replace(
            "答复日期", '"答复日期"'
        )
        assert read_column_map(text, "c.toml") == {
            "accepted_at": "received_at",
            "replied_at": "回复",
        }

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("", ["c.toml: columns: 列对应文件须有 [columns] 一节，且只有这一节"]),
            ("columns = 3", ["c.toml:1:1: columns: 列对应文件须有 [columns] 一节，且只有这一节"]),
            ("[column]", ["c.toml:1:2: column: 列对应文件须有 [columns] 一节，且只有这一节"]),
            (
                "[columns]\n[more]\n",
                ["c.toml:2:2: more: 列对应文件须有 [columns] 一节，且只有这一节"],
            ),
            (
                (
                    '[columns]\naccepted = "x"\nreplied_at = 3\nreceived_at = " "\n'
                    '"收到日期" = "x"\n"received_at2" = "x"\n'
                ),
                [
                    "c.toml:2:1: columns.accepted: 没有字段“accepted”，是否为“accepted_at”？",
                    "c.toml:3:14: columns.replied_at: 须为非空文字，实际为 3",
                    'c.toml:4:15: columns.received_at: 须为非空文字，实际为 " "',
                    (
                        "c.toml:6:1: columns.received_at2: "
                        "没有字段“received_at2”，是否为“received_at”？"
                    ),
                ],
            ),
            (
                '[columns]\nreceived_at = "x"\n"收到日期" = "y"\n',
                ['c.toml:3:1: columns."收到日期": 列“收到日期”与列“received_at”是同一字段'],
            ),
        ],
    )
    def test_a_spoiled_map(self, text: str, wanted: list[str]) -> None:
        with pytest.raises(RecordError) as caught:
            read_column_map(text, "c.toml")
        assert caught.value.text().splitlines() == wanted
        assert len(caught.value.text("en").splitlines()) == len(wanted)

    def test_what_is_not_toml(self) -> None:
        with pytest.raises(PolicyDataError) as caught:
            read_column_map("case_no,received_at\n", "c.toml")
        assert caught.value.text().startswith("c.toml:1:8: ")
