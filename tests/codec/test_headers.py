"""Headers of real registers: ours are read, those of the host pass by, slips are told."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pytest

from command import LETTERS
from record_files import UNFILLED, complaints, saved
from xinfang_core.codec import ReadOptions, columns, read_records
from xinfang_core.codec.columns import ALIASES, AMBIGUOUS, LIKELY, _plain
from xinfang_core.codec.fields import FIELDS, NAMES
from xinfang_core.errors import RecordError

OURS = (
    "信访件编号,信访形式,信访人数,信访目的,收到日期,登记日期,受理日期,告知日期,转送日期,交办日期,"
    "办结日期,答复日期,送达日期,评价日期,承办单位满意度,信访部门满意度,紧急标志,集体访标志,"
    "联名标志,息诉息访,归档日期"
)
THEIRS = (
    "序号,标题,信访人,信访人姓名,信访人类别,性别,联系电话,身份证号,住址,通讯地址,电子邮箱,"
    "信访日期,重复信访件编号,涉及人数,登记机构,登记部门,登记人,概况,投诉内容,主要诉求,事实与理由,"
    "受信人,状态,本机构初次标志,全国初次标志,重复标志,问题属地,内容分类,信访原因,复查标志,"
    "复核标志,办结标志,审核认定办结标志,热点问题,限办截止时间,被反映人,被反映人级别,被反映人职务,"
    "是否依法逐级走访,越级标志,匿名标志,是否公开,是否保密,扬言标志,催办记录,催办状态,督办状态,"
    "回访标志,涉法涉诉标志,积案标志,信访部门评价状态,责任单位评价状态,是否可再评价,查询码,"
    "作出受理意见日期,作出处理意见日期,转交责任单位日期,限期答复时间,是否超期,承办单位,承办人,"
    "责任单位,转送单位,交办单位,代理员,代理员姓名,代理员电话,代表人,委托人,受托人,复查机关,"
    "复核机关,包案领导,办理结果,备注"
)
ENGLISH = (
    "id,title,content,petitioner,petitioner_name,phone,mobile,email,address,status,source,"
    "channel,created_at,created_by,updated_at,updated_by,closed_at,assigned_to,assigned_by,"
    "transferred_to,accepted_by,handled_by,replied_to,delivered_to,department,office,"
    "region,type,remark,attachments,agent,agent_name,deadline,result,outcome,priority"
)


def unused(folder: Path, header: str) -> str:
    """The columns of a table that feed none of our fields."""
    return ",".join(read_records(saved(folder, header + "\n")).unused)


class TestARealRegister:
    """Fields as two real schemas of petition offices have them."""

    def test_it_is_read_and_the_rest_is_named(self, tmp_path: Path) -> None:
        assert set(OURS.split(",")) <= set(NAMES)
        assert unused(tmp_path, f"{OURS},{THEIRS}") == THEIRS

    def test_english_columns_of_a_platform(self, tmp_path: Path) -> None:
        assert unused(tmp_path, f"case_no,{ENGLISH}") == ENGLISH

    def test_the_real_letters(self) -> None:
        records = read_records(Path(LETTERS))
        assert (len(records.cases), records.unused) == (1401, ())


READ = {
    "受理时间": "accepted_at",
    "办结时间": "concluded_at",
    "登记时间": "registered_at",
    "交办时间": "assigned_at",
    "转送时间": "transferred_at",
    "反馈时间": "fed_back_at",
    "答复时间": "replied_at",
    "评价时间": "evaluated_at",
    "收到时间": "received_at",
    "受理日": "accepted_at",
    "*受理日期": "accepted_at",
    "受理日期：": "accepted_at",
    "受理\u3000时间": "accepted_at",
    "AcceptedAt": "accepted_at",
    "ACCEPTED_AT": "accepted_at",
    "accepted\uff3fat": "accepted_at",
    "信访编号": "case_no",
    "信访事项编号": "case_no",
    "工单编号": "case_no",
    "工单号": "case_no",
    "件号": "case_no",
}


class TestNearNames:
    """What can only be one of ours is read, and that is said once."""

    @pytest.mark.parametrize("found", READ)
    def test_a_name_that_can_only_be_ours(self, tmp_path: Path, found: str) -> None:
        field = NAMES[READ[found]]
        other = "收到日期" if field.name == "case_no" else "信访件编号"
        records = read_records(saved(tmp_path, f"{other},{found}\n"))
        assert records.unused == ()
        (note,) = records.notes
        assert (note.code, note.facts) == (
            "columns.read_as",
            (("pairs", (f"{found}→{field.chinese}",)),),
        )

    def test_it_is_said_once_for_all_of_them(self, tmp_path: Path) -> None:
        records = read_records(saved(tmp_path, "工单编号,受理时间\n甲-1,2025-09-22\n"))
        assert records.cases[0].case_no == "甲-1"
        assert [note.text() for note in records.notes] == [
            (
                "r.csv: 按相近的列名读入：工单编号→信访件编号、受理时间→受理日期；"
                "不对的用 --column 或者 --ignore-column 指明"
            )
        ]
        assert not UNFILLED.search(records.notes[0].text("en"))

    def test_a_name_of_our_own_is_read_without_a_word(self, tmp_path: Path) -> None:
        assert read_records(saved(tmp_path, "信访件编号,受理日期\n")).notes == ()

    def test_a_near_name_beside_our_own_is_left_to_the_host(self, tmp_path: Path) -> None:
        text = "case_no,受理日期,受理时间\n1,2025-01-01,x\n"
        assert complaints(tmp_path, text) == [
            (
                "1:3: 受理时间: 列“受理时间”与列“受理日期”都像是“受理日期”；"
                "不用前者的加 --ignore-column 受理时间"
            )
        ]
        for options in (ReadOptions(ignored=("受理时间",)), ReadOptions(only_known=True)):
            records = read_records(saved(tmp_path, text), options=options)
            assert (len(records.cases), records.unused) == (1, ("受理时间",))

    def test_a_near_name_is_unused_where_the_host_names_another(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "case_no,内部受理,受理时间\n1,2025-01-01,x\n")
        records = read_records(path, {"accepted_at": "内部受理"})
        assert (records.unused, records.notes) == (("受理时间",), ())

    def test_another_number_beside_the_case_number_is_unused(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "信访件编号,工单编号\n1,2\n")
        records = read_records(path)
        assert (records.cases[0].case_no, records.unused) == ("1", ("工单编号",))

    def test_two_near_names_are_left_to_the_host(self, tmp_path: Path) -> None:
        found = complaints(tmp_path, "case_no,受理时间,受理日\n")
        assert found == [
            "1:2: 受理时间: 不止一列像是“受理日期”；用“受理时间”的加 --column accepted_at=受理时间",
            "1:3: 受理日: 不止一列像是“受理日期”；用“受理日”的加 --column accepted_at=受理日",
        ]

    @pytest.mark.parametrize("found", ["派单时间", "派单日期"])
    def test_a_name_that_may_be_either_is_left_to_the_host(
        self, tmp_path: Path, found: str
    ) -> None:
        text = f"case_no,{found}\n1,2025-01-02\n"
        assert complaints(tmp_path, text) == [
            (
                f"1:2: {found}: 列“{found}”可以是交办日期，也可以是转送日期；"
                f"请加 --column assigned_at={found} 或者 --column transferred_at={found}，"
                f"都不是的加 --ignore-column {found}"
            )
        ]
        records = read_records(saved(tmp_path, text), {"assigned_at": found})
        assert [event.kind.name for event in records.cases[0].history.events] == ["assign"]
        apart = saved(tmp_path, f"case_no,转办日,{found}\n1,2025-01-02,x\n")
        assert read_records(apart, {"transferred_at": "转办日"}).unused == (found,)
        for options in (ReadOptions(ignored=(found,)), ReadOptions(only_known=True)):
            assert read_records(saved(tmp_path, text), options=options).unused == (found,)

    def test_no_near_name_means_two_fields(self) -> None:
        plain = [_plain(name) for name in NAMES]
        assert len(set(plain)) == len(plain)
        either = (name for two in AMBIGUOUS.values() for name in two)
        named = {*ALIASES.values(), *LIKELY.values(), *either}
        assert named <= set(NAMES)
        assert all(_plain(one) == one for one in (*ALIASES, *AMBIGUOUS, *LIKELY))


class TestIgnoring:
    """A column is not read where that is said; a slip in saying so is told."""

    def test_a_column_of_ours_may_be_ignored(self, tmp_path: Path) -> None:
        text = "case_no,received_at,科室\n1,昨天,a\n"
        options = ReadOptions(ignored=("received_at",))
        records = read_records(saved(tmp_path, text), options=options)
        assert records.cases[0].history.events == ()
        assert records.unused == ("received_at", "科室")

    def test_a_column_that_is_not_there(self, tmp_path: Path) -> None:
        text = "case_no,科室\n1,a\n"
        assert complaints(tmp_path, text, ignored=("科师", "x")) == [
            "1: --ignore-column: 文件中没有列“科师”，现有：case_no、科室",
            "1: --ignore-column: 文件中没有列“x”，现有：case_no、科室",
        ]

    def test_a_column_that_is_both_read_and_ignored(self, tmp_path: Path) -> None:
        text = "case_no,收件\n1,2025-01-01\n"
        chosen = {"received_at": "收件"}
        with pytest.raises(RecordError) as caught:
            read_records(saved(tmp_path, text), chosen, ReadOptions(ignored=("收件",)))
        assert caught.value.text() == (
            "--ignore-column: 列“收件”既要读（--column）又不读（--ignore-column）"
        )


class TestWithoutOurColumns:
    """One message names everything, with the options to type."""

    def test_a_register_of_other_names(self, tmp_path: Path) -> None:
        header = "流水编号,来件时间,派单时间,回复时间,transfered_at,科室"
        (line,) = complaints(tmp_path, f"{header}\n")
        said, _, typed = line.partition("；请指明哪一列是什么，如 ")
        assert said == f"1: 缺少列“信访件编号”（case_no），文件的列：{header.replace(',', '、')}"
        assert typed.split("--column ") == [
            "",
            "case_no=流水编号 ",
            "received_at=来件时间 ",
            "transferred_at=transfered_at ",
            "assigned_at=派单时间 ",
            "replied_at=回复时间",
        ]

    def test_only_the_number_is_missing(self, tmp_path: Path) -> None:
        assert complaints(tmp_path, "受理日期,科室\n") == [
            (
                "1: 缺少列“信访件编号”（case_no），文件的列：受理日期、科室；"
                "请指明哪一列是什么，如 --column case_no=列名"
            )
        ]

    def test_what_else_is_known_is_proposed_without_the_number(self, tmp_path: Path) -> None:
        (line,) = complaints(tmp_path, "来件时间,科室\n")
        assert line.endswith("如 --column case_no=列名 --column received_at=来件时间")

    def test_a_name_that_a_shell_would_split_is_quoted(self, tmp_path: Path) -> None:
        (line,) = complaints(tmp_path, "流水 编号,来信时间（年月日）,来信 时间\n")
        assert line.endswith("如 --column 'case_no=流水 编号' --column 'received_at=来信 时间'")

    def test_two_numbers_are_not_told_apart(self, tmp_path: Path) -> None:
        (line,) = complaints(tmp_path, "工单编号,信访编号,回复时间\n")
        assert line.endswith("如 --column case_no=工单编号 --column replied_at=回复时间")

    def test_very_many_columns_are_not_all_proposed(self, tmp_path: Path) -> None:
        header = ",".join(["编号", *(f"x{number}" for number in range(100))])
        (line,) = complaints(tmp_path, f"{header}\n")
        assert line.endswith("如 --column case_no=编号")


class TestBounds:
    """However many columns of the host there are, only so many are compared with ours."""

    @pytest.fixture
    def compared(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The names that were compared with all of ours."""
        names: list[str] = []

        def count(name: str, *others: Any) -> list[str]:  # noqa: ANN401 - handed on
            names.append(name)
            return get_close_matches(name, *others)

        monkeypatch.setattr(columns, "get_close_matches", count)
        return names

    def test_very_many_columns(self, tmp_path: Path, compared: list[str]) -> None:
        header = ",".join(["case_no", *(f"at{number}" for number in range(20_000))])
        records = read_records(saved(tmp_path, f"{header}\n"))
        assert len(records.unused) == 20_000
        assert len(compared) == 1000

    def test_very_many_columns_without_the_case_number(
        self, tmp_path: Path, compared: list[str]
    ) -> None:
        header = ",".join(f"at{number}" for number in range(20_000))
        assert len(complaints(tmp_path, f"{header}\n")) == 1
        assert len(compared) == 1000

    def test_a_key_of_its_own_in_each_of_many_records(
        self, tmp_path: Path, compared: list[str]
    ) -> None:
        lines = "".join(f'{{"case_no": "{one}", "列{one}": 1}}\n' for one in range(3000))
        assert len(read_records(saved(tmp_path, lines, "r.jsonl")).cases) == 3000
        assert len(compared) == 1000

    def test_a_column_that_is_not_among_very_many(self, tmp_path: Path) -> None:
        header = ",".join(["case_no", *(f"at{number}" for number in range(20_000))])
        (line,) = complaints(tmp_path, f"{header}\n", ignored=("?",))
        assert line.startswith("1: --ignore-column: 文件中没有列“?”，现有：case_no、at0、")

    def test_the_first_twenty_slips_are_told(self, tmp_path: Path) -> None:
        header = ",".join(f"transferred{'x' * (number % 3)}{number}_at" for number in range(60))
        found = complaints(tmp_path, f"case_no,{header}\n")
        assert len(found) == 20


class TestSlips:
    """A name that is nearly one of ours would change answers if it were ignored."""

    @pytest.mark.parametrize(
        ("found", "meant"),
        [
            ("委托书签定日期", "委托书签订日期"),
            ("信访工作人员满意", "信访工作人员满意度"),
            ("信访人数量", "信访人数"),
            ("transfered_at", "transferred_at"),
            ("re_review_at", "re_reviewed_at"),
            ("representitives", "representatives"),
        ],
    )
    def test_a_slip_names_what_was_meant(self, tmp_path: Path, found: str, meant: str) -> None:
        assert complaints(tmp_path, f"case_no,{found}\n") == [
            f"1:2: {found}: 不认识的列“{found}”，是否为“{meant}”？不是的加 --ignore-column {found}"
        ]

    def test_a_slip_passes_where_it_is_said_to_be_none(self, tmp_path: Path) -> None:
        text = "case_no,transfered_at\n1,x\n"
        for options in (ReadOptions(ignored=("transfered_at",)), ReadOptions(only_known=True)):
            records = read_records(saved(tmp_path, text), options=options)
            assert (len(records.cases), records.unused) == (1, ("transfered_at",))

    def test_a_key_of_an_event_is_no_key_of_a_record(self, tmp_path: Path) -> None:
        (line,) = complaints(tmp_path, '[{"case_no": "1", "事件": []}]', "r.json")
        assert line.startswith("事件: 不认识的列“事件”，是否为“events”？")

    def test_a_field_that_is_read_from_elsewhere_needs_no_slip(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "case_no,transfered_at,转办\n1,x,2025-01-02\n")
        assert read_records(path, {"transferred_at": "转办"}).unused == ("transfered_at",)

    @pytest.mark.parametrize("found", ["信访人", "受托人", "代表人", "assigned_to", "信访人类别"])
    def test_a_column_about_somebody_is_no_slip(self, tmp_path: Path, found: str) -> None:
        assert unused(tmp_path, f"case_no,{found}") == found

    def test_no_column_of_ours_is_about_somebody_but_for_the_body_that_received_it(self) -> None:
        endings = ("人", "_by", "_to")
        names = [name for field in FIELDS for name in (field.name, field.chinese)]
        assert [name for name in names if name.endswith(endings)] == ["received_by"]
