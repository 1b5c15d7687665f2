"""What an edition leaves undecided, each with one sample case."""

from __future__ import annotations

import json

import pytest

from editions import LADDERS, changed, edition
from xinfang_core.change.gap_forms import (
    gaps_html,
    gaps_json,
    gaps_markdown,
    gaps_page,
    rows,
    sentences,
)
from xinfang_core.change.gaps import Gap, GapKind, gaps
from xinfang_core.policy import lines, load_policy, policy_ids
from xinfang_core.policy.listing import unlisted
from xinfang_core.vocabulary import Absent

GONGSHU = load_policy("gongshu").editions[0]
PROXY = load_policy("online-proxy").editions[0]


def _gap(name: str, path: str) -> Gap:
    found = gaps(load_policy(name).editions[0])
    return next(one for one in found if one.path == path)


def test_a_silent_cell_has_a_sample_in_the_words_of_its_lists() -> None:
    found = _gap("national", "case_class.by_purpose")
    assert (found.kind, found.places, found.sample) == (
        GapKind.silent,
        ("咨询",),
        "信访目的为咨询",
    )


def test_cells_that_lack_a_value_for_one_reason_are_one_gap() -> None:
    found = _gap("gongshu", "growth_signs.then")
    assert found.places[:2] == ("集体访苗头", "越级访苗头")
    assert len(found.places) == 6


def test_a_single_silent_value_is_about_every_case() -> None:
    found = _gap("online-proxy", "evaluation_window_deadline.limit")
    assert (found.places, found.sample) == ((), "")
    assert rows([found])[0][2] == "所有情形"


def test_what_a_table_leaves_out() -> None:
    found = _gap("qiaocheng", "staffing.head")
    assert found.kind is GapKind.left_out
    assert found.sample == "信访超市站点为区群众工作服务中心"


def test_a_stretch_of_a_measure_without_a_step() -> None:
    step = '{ from = 16, value = "exposure" }'
    silent = '{ from = 16, value = "silent" }'
    found = [
        one for one in gaps(edition(changed(LADDERS, (step, silent)))) if "exposure" in one.path
    ]
    assert [(one.kind, one.places, one.sample) for one in found] == [
        (GapKind.stretch, ("自 16 起",), "数为 16"),
    ]


def test_a_band_of_which_the_value_is_none_is_decided() -> None:
    assert not any("copied_notice" in one.path for one in gaps(edition(LADDERS)))


def test_a_variant_may_be_silent_too() -> None:
    found = Gap(GapKind.silent, "a_rule", "limit", "other", "题", (), "", "")
    assert found.path == "variant.other.a_rule.limit"


@pytest.mark.parametrize("name", policy_ids())
def test_every_silent_value_is_in_one_gap(name: str) -> None:
    for one in load_policy(name).editions:
        found = gaps(one)
        silent = [line for line in lines(one) if line.value is Absent.silent]
        told = sum(len(gap.places) or 1 for gap in found if gap.kind is not GapKind.left_out)
        assert told == len(silent)
        left_out = sum(len(gap.places) for gap in found if gap.kind is GapKind.left_out)
        assert left_out == len(unlisted(one))


def test_in_words() -> None:
    assert [*sentences(GONGSHU, gaps(GONGSHU))] == [
        "拱墅区信访超市和代办制经验材料（gongshu@undated）",
        "有 10 处原文未载明，用到时结论为“无法确定”，须由有权机关确认",
        "有 4 张表只列了一部分，其余的不在本办法规定之列",
        "没有重叠：表的每一格只有一个取值，分档互不相交（有重叠的文件读入时就指出）",
    ]
    assert [*sentences(PROXY, ())][1] == "没有空缺：每一种情形都有取值"


def test_many_places_are_counted() -> None:
    found = _gap("qiaocheng", "tallies.not_due")
    assert rows([found])[0][2] == "收到、登记、签订委托书、转送、交办、提出异议等 42 种"


def test_forms() -> None:
    found = gaps(PROXY)
    assert "| 位置 | 空缺 |" in gaps_markdown(PROXY, found)
    assert "|" not in gaps_markdown(PROXY, ())
    assert "<table>" in gaps_html(PROXY, found)
    assert "<table>" not in gaps_html(PROXY, ())
    assert "<h1>online-proxy@undated 的空缺</h1>" in gaps_page(PROXY, found)
    told = json.loads(json.dumps(gaps_json(PROXY, found)))
    assert told["gaps"][0]["path"] == "evaluation_window_deadline.limit"
    assert told["gaps"][0]["kind"] == "silent"
