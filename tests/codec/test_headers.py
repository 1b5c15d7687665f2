"""Headers of real registers: ours are read, those of the host pass by, slips are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import LETTERS
from record_files import complaints, saved
from xinfang_core.codec import read_records
from xinfang_core.codec.fields import FIELDS, NAMES

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


class TestSlips:
    """A name that is nearly one of ours would change answers if it were ignored."""

    @pytest.mark.parametrize(
        ("found", "meant"),
        [
            ("转送时间", "转送日期"),
            ("承诺办结时间", "承诺办结日期"),
            ("委托书签定日期", "委托书签订日期"),
            ("信访工作人员满意", "信访工作人员满意度"),
            ("信访人数量", "信访人数"),
            ("transfered_at", "transferred_at"),
            ("MandateSignedAt", "mandate_signed_at"),
            ("re_review_at", "re_reviewed_at"),
            ("representitives", "representatives"),
        ],
    )
    def test_a_slip_names_what_was_meant(self, tmp_path: Path, found: str, meant: str) -> None:
        assert complaints(tmp_path, f"case_no,{found}\n") == [
            f"1:2: {found}: 不认识的列“{found}”，是否为“{meant}”？"
        ]

    @pytest.mark.parametrize("found", ["信访人", "受托人", "代表人", "assigned_to", "信访人类别"])
    def test_a_column_about_somebody_is_no_slip(self, tmp_path: Path, found: str) -> None:
        assert unused(tmp_path, f"case_no,{found}") == found

    def test_no_column_of_ours_is_about_somebody_but_for_the_body_that_received_it(self) -> None:
        endings = ("人", "_by", "_to")
        names = [name for field in FIELDS for name in (field.name, field.chinese)]
        assert [name for name in names if name.endswith(endings)] == ["received_by"]
