"""Tables of examples: machine names, labels, then a row each."""

from __future__ import annotations

import pytest

from example_tables import FILE, GENERAL, csv_text, one, read
from xinfang_core.codec.fields import NAMES
from xinfang_core.errors import RecordError
from xinfang_core.examples.columns import label_of, machine_name, plain_header
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.tables import csv_table


def faults(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(RecordError) as error:
        csv_table(text, FILE)
    return [(one.code, one.line, one.column) for one in error.value.faults]


class TestNames:
    """The first row has the names that programs know."""

    def test_facts_and_fixed_columns_may_be_called_in_chinese(self) -> None:
        row = {
            "编号": "a",
            "评估日": "2025-10-31",
            "所知日": "2025-09-01",
            "事项类别": "一般信访事项",
            "受理日期": "2025-09-26",
        }
        assert one(row).case == one({**GENERAL, "id": "a", "received_at": "", "clause": ""}).case

    def test_a_column_stands_once_under_either_name(self) -> None:
        assert faults("id,编号\n编号,编号\na,b\n") == [("columns.same_field", 1, 2)]

    def test_blanks_around_a_name_and_full_width_are_slips(self) -> None:
        text = csv_text({" id": "a", "as_of ": "b", "\uff4bnown_on": "c", "信访人数": "1"})
        assert faults(text) == [
            ("example.spelling", 1, 1),
            ("example.spelling", 1, 2),
            ("example.spelling", 1, 3),
        ]

    def test_full_width_marks_belong_to_chinese_names(self) -> None:
        assert csv_table("id,登记（一）\n编号,无\n", FILE).names == ("id", "登记（一）")

    def test_an_unknown_column_is_told_with_the_nearest_one(self) -> None:
        with pytest.raises(RecordError) as error:
            read({**GENERAL, "want.incentve": ""})
        (fault,) = error.value.faults
        assert (fault.code, fault.line, fault.column) == ("example.unknown_column_near", 1, 8)
        assert "want.incentive" in fault.text()

    def test_one_that_is_like_none_is_told_with_what_there_is(self) -> None:
        with pytest.raises(RecordError) as error:
            read({**GENERAL, "zzzzzzzzzzzzzzz": ""})
        assert error.value.faults[0].code == "example.unknown_column"


class TestLabels:
    """The second row has the names that people know."""

    @pytest.mark.parametrize(
        "text", ["id,as_of\n", "id,as_of\na,2025-10-31\n", "编号,评估日\na,2025-10-31\n"]
    )
    def test_the_second_row_has_to_be_labels(self, text: str) -> None:
        assert [code for code, _, _ in faults(text)] == ["example.no_labels"]

    def test_a_row_of_another_length_is_no_row_of_labels(self) -> None:
        assert faults("id,as_of\n编号\n") == [("row.other_length", 2, 0)]

    def test_a_register_is_no_table_of_examples(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("xinfang_core.examples.tables.MOST_EXAMPLES", 2)
        row = "x,2025-10-31,2025-09-01\n"
        head = "id,as_of,known_on\n编号,评估日,所知日\n"
        assert len([*csv_table(head + row * 2, FILE).rows]) == 2
        with pytest.raises(RecordError, match="一张表最多 2 例"):
            csv_table(head + row * 3, FILE)

    def test_every_kind_of_column_has_one(self) -> None:
        titles = Policies().titles("online-proxy")
        labels = {
            "id": "编号",
            "events": "经过",
            "given.area": "给定：area",
            "want.incentive": "应为：代理奖励",
            "want.nothing": "应为：nothing",
            "want.codes": "应有的理由或问题",
            "want.outcome": "应得结论",
            "want.outcome.total": "应得结论：total",
            "received_at": "收到日期",
            "unheard": "unheard",
        }
        assert {name: label_of(name, NAMES, titles) for name in labels} == labels

    def test_names_of_two_languages_meet(self) -> None:
        assert machine_name("收到日期", NAMES) == machine_name("received_at", NAMES)
        assert plain_header(" \uff49d ") == "id"
