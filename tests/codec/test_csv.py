"""Tables: every fault of a file at once, each at its row and column, or every case of it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_files import cases_in, complaints, saved
from strategies import FEWER
from xinfang_core.case import Agent, Case
from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.codec.fields import FIELDS
from xinfang_core.errors import MOST_FAULTS, Fault, MisuseError, RecordError
from xinfang_core.vocabulary import Grade, Role

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "case_no,received_at,replied_at\n"
NOT_A_MOMENT = "须为日期或者时刻（如 2025-09-30、2025-09-30T08:05、2025年9月30日），实际为“{}”"


def table(*rows: dict[str, str]) -> str:
    """Rows of the same columns as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


class TestReading:
    """A register is read under English or official Chinese headers, in any order."""

    @pytest.mark.parametrize("name", [field.name for field in FIELDS[1:]])
    def test_an_empty_cell_is_not_recorded(self, tmp_path: Path, name: str) -> None:
        text = table({"case_no": "1", name: " "})
        assert cases_in(tmp_path, text) == (Case("1"),)

    def test_quotes_commas_and_empty_lines(self, tmp_path: Path) -> None:
        text = '\n\n"case_no","备注"\r\n\r\n"甲,""1""","第一行\n第二行"\r\n,\n乙\u2028丙,x\x0by\n'
        assert [case.case_no for case in cases_in(tmp_path, text)] == ['甲,"1"', "乙\u2028丙"]

    def test_a_header_alone_holds_no_cases(self, tmp_path: Path) -> None:
        assert cases_in(tmp_path, HEAD) == ()

    def test_a_column_of_the_host_is_named_as_unused(self, tmp_path: Path) -> None:
        records = read_records(saved(tmp_path, "case_no,科室,备注\n1,a,b\n"))
        assert records.unused == ("科室", "备注")

    def test_an_agent_without_a_category_is_still_one(self, tmp_path: Path) -> None:
        (case,) = cases_in(tmp_path, "case_no,agent_no\n1,D-1\n")
        assert case.agent == Agent(None, "D-1")
        assert "D-1" not in repr(case)

    def test_one_of_two_ratings(self, tmp_path: Path) -> None:
        text = "case_no,evaluated_at,agent_grade,handling_body_grade\n1,2025-01-01,,不满意\n"
        (case,) = cases_in(tmp_path, text)
        assert [(one.grade, one.target) for one in case.history.events] == [
            (Grade.dissatisfied, Role.handling_body)
        ]

    @FEWER
    @given(
        cells=st.lists(
            st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip),
            min_size=1,
            max_size=4,
        )
    )
    def test_any_text_in_a_cell_comes_back(
        self, tmp_path_factory: pytest.TempPathFactory, cells: list[str]
    ) -> None:
        folder = tmp_path_factory.mktemp("any")
        text = table(*({"case_no": cell, "备注": cell[::-1]} for cell in cells))
        found = [case.case_no for case in cases_in(folder, text)]
        assert found == [cell.strip() for cell in cells]


class TestHeaders:
    """A header is clear, or nothing below it is read."""

    @pytest.mark.parametrize(
        ("header", "wanted"),
        [
            (
                "case_no,x,case_no,x",
                [
                    "1:3: case_no: 列名“case_no”出现两次（首次在第 1 列）",
                    "1:4: x: 列名“x”出现两次（首次在第 2 列）",
                ],
            ),
            ("case_no,,x, ,y", ["1:2: 列名为空", "1:4: 列名为空"]),
            (
                "case_no,信访件编号,登记日期,registered_at",
                [
                    "1:2: 信访件编号: 列“信访件编号”与列“case_no”是同一字段",
                    "1:4: registered_at: 列“registered_at”与列“登记日期”是同一字段",
                ],
            ),
            (
                "case_no,recieved_at,委托书签定日期,科室",
                [
                    (
                        "1:2: recieved_at: 不认识的列“recieved_at”，是否为“received_at”？"
                        "不是的加 --ignore-column recieved_at"
                    ),
                    (
                        "1:3: 委托书签定日期: 不认识的列“委托书签定日期”，是否为“委托书签订日期”？"
                        "不是的加 --ignore-column 委托书签定日期"
                    ),
                ],
            ),
            ("case_no;received_at", ["1: 只有一列，列名中有“;”；各列须以英文逗号分隔"]),
            ("case_no\treceived_at", ["1: 只有一列，列名中有“Tab”；各列须以英文逗号分隔"]),
            ("case_no，received_at", ["1: 只有一列，列名中有“，”；各列须以英文逗号分隔"]),
        ],
    )
    def test_a_slip_in_the_header(self, tmp_path: Path, header: str, wanted: list[str]) -> None:
        assert complaints(tmp_path, f"{header}\n") == wanted

    def test_the_header_is_where_it_stands(self, tmp_path: Path) -> None:
        assert complaints(tmp_path, "\n\ncase_no,case_no\n") == [
            "3:2: case_no: 列名“case_no”出现两次（首次在第 1 列）"
        ]
        assert complaints(tmp_path, "\n\ncase_no,recieved_at\n1\n") == [
            (
                "3:2: recieved_at: 不认识的列“recieved_at”，是否为“received_at”？"
                "不是的加 --ignore-column recieved_at"
            ),
            "4: 这一行有 1 格，表头有 2 格",
        ]

    def test_a_very_wide_header_is_read_in_no_time(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError) as caught:
            read_records(saved(tmp_path, ",".join("a" * 100_000)))
        assert len(caught.value.faults) == 99_999
        assert len(caught.value.text().splitlines()) == MOST_FAULTS + 1


BELOW = "序号,信访件编号,收到日期\n1,甲-1,2025-09-22\n"


class TestAroundTheHeader:
    """Titles, hints for Excel and empty columns are harmless; what is no header is not repeated."""

    @pytest.mark.parametrize("title", ["2025年登记表", "某区\n\n2025年登记表,,", "说明,共1件,"])
    def test_a_title_is_told_with_the_line_of_the_header(self, tmp_path: Path, title: str) -> None:
        line = title.count("\n") + 2
        assert complaints(tmp_path, f"{title}\n{BELOW}") == [
            f"1: 这一行像是标题，列名像是在第 {line} 行，请用 --header-row {line} 指明"
        ]
        (case,) = cases_in(tmp_path, f"{title}\n{BELOW}", header_row=line)
        assert case.case_no == "甲-1"

    def test_a_title_over_several_lines_of_one_cell(self, tmp_path: Path) -> None:
        (line,) = complaints(tmp_path, f'"登记表\n（2025年）",,\n{BELOW}')
        assert line.endswith("请用 --header-row 3 指明")

    def test_a_header_far_below_is_not_looked_for(self, tmp_path: Path) -> None:
        line, *_ = complaints(tmp_path, "说明,\n" * 30 + "信访件编号,收到日期\n")
        assert line.startswith("1: 缺少列“信访件编号”（case_no），文件的列：说明；")

    @pytest.mark.parametrize("line", [2, 9])
    def test_no_header_on_the_line_that_is_named(self, tmp_path: Path, line: int) -> None:
        assert complaints(tmp_path, "case_no\n\n1\n", header_row=line) == [
            f"第 {line} 行没有列名：没有这一行，或者是空行"
        ]

    def test_a_line_may_be_named_though_it_is_the_first(self, tmp_path: Path) -> None:
        assert len(cases_in(tmp_path, BELOW, header_row=1)) == 1

    @pytest.mark.parametrize("name", ["r.json", "r.jsonl"])
    def test_only_a_table_has_a_header(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(MisuseError) as caught:
            read_records(saved(tmp_path, "[]", name), options=ReadOptions(header_row=2))
        assert caught.value.text() == f"{name}: --header-row 只用于 CSV 文件和 Excel 工作簿"

    @pytest.mark.parametrize(
        "row",
        [
            "20250901,张三,东风路12号",
            "张三,110101199003078515,东风路",
            "甲,张三,2025-09-22",
            "甲,张三,2025年9月22日",
            "7,张三,东风路",
            "甲,张三,男",
            "甲,张三, 是 ",
            "甲,张三;2025/9/22",
        ],
    )
    def test_a_register_without_a_header_is_not_repeated(self, tmp_path: Path, row: str) -> None:
        for text in (row, f"{row}\n{row}"):
            (line,) = complaints(tmp_path, f"{text}\n", columns={"case_no": "编号"})
            assert line == (
                "1: 这一行像是一条记录，不是列名；"
                "登记表须有一行列名，如 信访件编号,收到日期,受理日期"
            )

    @pytest.mark.parametrize("hint", ["sep=,", "SEP=,", "sep=;"])
    def test_the_hint_for_excel_is_no_header(self, tmp_path: Path, hint: str) -> None:
        assert len(cases_in(tmp_path, f"\ufeff{hint}\n{BELOW}")) == 1

    def test_empty_columns_at_the_end(self, tmp_path: Path) -> None:
        text = "case_no,received_at,,\n1,2025-01-01,,\n2,2025-01-02, ,,,\n3,\n\n,,,,,\n"
        assert [case.case_no for case in cases_in(tmp_path, text)] == ["1", "2", "3"]

    @pytest.mark.parametrize("text", ["sep=,\n", ",,\n,,\n", "sep=;\n\n ,\n"])
    def test_a_table_of_nothing_holds_no_cases(self, tmp_path: Path, text: str) -> None:
        assert cases_in(tmp_path, text) == ()

    def test_a_value_without_a_name_is_told(self, tmp_path: Path) -> None:
        text = "case_no,received_at,\n1,2025-01-01,x\n"
        assert complaints(tmp_path, text) == ["2: 这一行有 3 格，表头有 2 格"]


class TestRows:
    """Every row is read or complained of; none is left out silently."""

    @pytest.mark.parametrize(
        ("row", "wanted"),
        [
            ("1,2025-02-30,", "2:2: received_at: 没有这一天或者这一时刻：“2025-02-30”"),
            (
                "1,45930,",
                (
                    "2:2: received_at: “45930”像是电子表格的日期序号（可能是 2025-09-30），"
                    "请将该列设为日期文本"
                ),
            ),
            ("1,,昨天", f"2:3: replied_at: {NOT_A_MOMENT.format('昨天')}"),
            ("1,,", None),
            (
                "2.02509E+19,,",
                (
                    "2:1: case_no: “2.02509E+19”是电子表格按科学记数写出的数，后面的数字已经丢失："
                    "请从原系统重新导出，导入时将该列设为文本"
                ),
            ),
            ("2E5,,", None),
            (",2025-01-01,", "2:1: case_no: 缺少信访件编号"),
            ("1", "2: 这一行有 1 格，表头有 3 格"),
            ("1,2,3,4", "2: 这一行有 4 格，表头有 3 格"),
            ('1,"2025-01-01,', "2: 引号不成对"),
            ('1,"2025"-01-01,', "2: 引号不成对"),
            (
                f"1,{'x' * 140_000},",
                "2: 有一格超过 131072 字，可能是引号不成对",
            ),
            (
                "1,2025-01-02,2025-01-01",
                "2:3: replied_at: 答复（2025-01-01）早于收到（2025-01-02），日期相互矛盾",
            ),
            (
                "1,2025-01-02T10:00,2025-01-02T09:59",
                (
                    "2:3: replied_at: 答复（2025-01-02T09:59:00）早于收到（2025-01-02T10:00:00），"
                    "日期相互矛盾"
                ),
            ),
            ("1,2025-01-02T10:00,2025-01-02", None),
            ('"1\n2",,', '2:1: case_no: 不能含有换行等控制字符，实际为 "1<U+000A>2"'),
            ("\x1b[31m1,,", '2:1: case_no: 不能含有换行等控制字符，实际为 "<U+001B>[31m1"'),
            (
                f"1,{'长' * 100},",
                f"2:2: received_at: {NOT_A_MOMENT.format('长' * 60 + '…')}",
            ),
        ],
    )
    def test_one_row(self, tmp_path: Path, row: str, wanted: str | None) -> None:
        text = f"{HEAD}{row}\n"
        if wanted is None:
            assert len(cases_in(tmp_path, text)) == 1
        else:
            assert complaints(tmp_path, text) == [wanted]

    @pytest.mark.parametrize(
        ("columns", "cells", "wanted"),
        [
            (
                "extended_at,extension",
                "2025-01-01,x",
                '2:3: extension: 须为最多 4 位的整数，实际为 "x"',
            ),
            (
                "extended_at,extension",
                "2025-01-01,12345",
                '2:3: extension: 须为最多 4 位的整数，实际为 "12345"',
            ),
            (
                "extended_at,extension",
                "2025-01-01,-5",
                '2:3: extension: 须为最多 4 位的整数，实际为 "-5"',
            ),
            (
                "extended_at,extension",
                "2025-01-01,1.5",
                '2:3: extension: 须为最多 4 位的整数，实际为 "1.5"',
            ),
            (
                "extended_at,extension",
                "2025-01-01,0",
                "2:3: extension: 延长天数须为不小于 1 的整数",
            ),
            (
                "extended_at,extension",
                "2025-01-40,30",
                "2:2: extended_at: 没有这一天或者这一时刻：“2025-01-40”",
            ),
            (
                "extended_at,extension",
                ",30",
                "2:3: extension: 有“延长天数”而无“延期批准日期”",
            ),
            (
                "extended_at,extension",
                "2025-01-01,",
                "2:2: extended_at: 有“延期批准日期”而无“延长天数”",
            ),
            ("reason_told,科室", "是,", "2:2: reason_told: 有“已告知延期理由”而无“延期批准日期”"),
            (
                "evaluated_at,科室",
                "2025-01-01,",
                "2:2: evaluated_at: 有“评价日期”而无“代理员满意度”",
            ),
            (
                "承办单位满意度,科室",
                "满意,",
                "2:2: 承办单位满意度: 有“承办单位满意度”而无“评价日期”",
            ),
            (
                "evaluated_at,agent_grade",
                "2025-01-01,很满意",
                (
                    "2:3: agent_grade: “很满意”不是可用的取值，是否为“满意”？可用："
                    "satisfied、满意、basically_satisfied、基本满意、dissatisfied、不满意、unrated、未评价"
                ),
            ),
            (
                "urgent,科室",
                "2,",
                '2:2: urgent: 须为 是 或者 否（JSON 中为 true 或者 false），实际为 "2"',
            ),
            (
                "category,科室",
                "一般,",
                (
                    "2:2: category: “一般”不是可用的取值，可用：urgent、紧急事项、consultation、"
                    "咨询类事项、general、一般信访事项、investigation、需要调查、协调解决的事项"
                ),
            ),
            (
                "case_class,route",
                "建议意见,信访程序",
                "2:3: route: 建议意见类事项不应有申诉求决的办理途径“信访程序”",
            ),
            ("events,科室", "[],", '2:2: events: 须为列表，实际为 "[]"'),
        ],
    )
    def test_one_cell(self, tmp_path: Path, columns: str, cells: str, wanted: str) -> None:
        assert complaints(tmp_path, f"case_no,{columns}\n1,{cells}\n") == [wanted]

    @pytest.mark.parametrize(("cell", "count"), [("5.0", 5), ("12", 12), (" 3.00 ", 3)])
    def test_a_whole_number_of_a_program_that_marks_what_is_missing(
        self, tmp_path: Path, cell: str, count: int
    ) -> None:
        (case,) = cases_in(tmp_path, f"case_no,people,urgent\n1,{cell},1.0\n")
        assert (case.people, case.urgent) == (count, True)

    def test_all_faults_of_a_file_in_its_order(self, tmp_path: Path) -> None:
        text = (
            "case_no,received_at,accepted_at,replied_at,urgent\n"
            "1,2025-01-02,2025-01-01,2025-01-01,\n"
            "2,x\n"
            "3,45930,,2025-02-30,也许\n"
            "\n"
            "4,2025-01-01,2025-01-02,2025-01-03,是\n"
            ',,,,"否\n'
        )
        assert complaints(tmp_path, text) == [
            "2:3: accepted_at: 受理（2025-01-01）早于收到（2025-01-02），日期相互矛盾",
            "2:4: replied_at: 答复（2025-01-01）早于收到（2025-01-02），日期相互矛盾",
            "3: 这一行有 2 格，表头有 5 格",
            (
                "4:2: received_at: “45930”像是电子表格的日期序号（可能是 2025-09-30），"
                "请将该列设为日期文本"
            ),
            "4:4: replied_at: 没有这一天或者这一时刻：“2025-02-30”",
            ('4:5: urgent: 须为 是 或者 否（JSON 中为 true 或者 false），实际为 "也许"'),
            "7: 引号不成对",
        ]

    def test_rows_are_counted_by_lines_of_the_file(self, tmp_path: Path) -> None:
        text = 'case_no,备注,received_at\n1,"a\nb\nc",2025-01-01\n2,,x\n'
        assert complaints(tmp_path, text) == [f"5:3: received_at: {NOT_A_MOMENT.format('x')}"]

    def test_a_fault_is_data_before_it_is_text(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError) as caught:
            read_records(saved(tmp_path, f"{HEAD}1,2025-02-30,\n"))
        assert caught.value.faults == (
            Fault("moment.impossible", (("found", "2025-02-30"),), "r.csv", 2, 2, "received_at"),
        )
        assert caught.value.text("en") == (
            "r.csv:2:2: received_at: there is no such day or time: “2025-02-30”"
        )

    def test_a_fault_says_nothing_of_the_other_cells(self, tmp_path: Path) -> None:
        text = "case_no,agent_no,申请人,received_at\n甲-1,D-0042,张三,x\n"
        (line,) = complaints(tmp_path, text)
        assert not any(secret in line for secret in ("甲-1", "D-0042", "张三"))
