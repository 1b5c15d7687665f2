"""An impact as people and programs read it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from attrs import evolve

from checks import day
from xinfang_core.change.histogram import Bar, Bars, bars_of, bars_svg, bars_text
from xinfang_core.change.impact import Impact, Missing, Payment, RuleImpact, Shift
from xinfang_core.change.impact_forms import (
    impact_html,
    impact_json,
    impact_markdown,
    impact_page,
)
from xinfang_core.change.impact_words import NAMED, said_days, said_money, sentences
from xinfang_core.vocabulary import Absent, Status

LIMIT = RuleImpact(
    "reply_deadline",
    "答复期限",
    compared=3,
    changed=2,
    undecided_old=1,
    undecided_new=0,
    undecided_both=0,
    transitions={(Status.open, Status.overdue): 1, (Absent.none, Status.open): 1},
    days={-7: 2},
)
FOUND = Impact(
    old="a@undated",
    new="a@2027-03-01",
    other_national=True,
    as_of=day("2025-03-19"),
    cases=4,
    refused={("登记日期", "value.not_a_date"): 2, ("", "row.too_long"): 1},
    changed=2,
    unchanged=1,
    undecided=1,
    picked=1,
    picked_changed=1,
    rules=(LIMIT,),
    missing=(
        Missing("签收期限", ("pre_trial",), 3),
        Missing("代理奖励", ("incentive.amount", "settled", "incentive.cap"), 2),
        Missing("答复期限", (), 1),
    ),
    paid_old=Decimal(20),
    paid_new=Decimal("30.5"),
    payments={Decimal("10.5"): 1},
    shifts=(Shift("甲|1", "答复期限", day("2025-03-24"), day("2025-03-17")),),
    awards=(Payment("甲-2", Decimal(20), Decimal("30.5")),),
    overdue=("甲-1",),
    late=tuple(f"乙-{number}" for number in range(30)),
    relieved=3,
    own_titles={"pre_trial": "预审"},
)
NOTHING = evolve(
    FOUND,
    other_national=False,
    refused={},
    picked=0,
    rules=(),
    missing=(),
    paid_old=Decimal(0),
    paid_new=Decimal(0),
    payments={},
    shifts=(),
    awards=(),
    overdue=(),
    late=(),
    relieved=0,
)


def test_in_sentences() -> None:
    assert [*sentences(FOUND)][:-1] == [
        "共 4 件：2 件结论有变动，1 件没有变动，1 件未见变动而有的结论无法对照",
        "两边所依的国家规定不是同一版本，变动也包括由此而来的",
        "另有 3 行读不了，没有计入：整行 1、登记日期 2",
        "按日期实际适用现在的版本的有 1 件，其中 1 件有变动",
        "可以对照的奖励合计：原来 20元，现在 30.5元，增加10.5元",
        "在办而只在现在的版本下逾期的 1 件：甲-1",
        f"已办而只在现在的版本下算逾期的 30 件：{'、'.join(FOUND.late[:NAMED])}等",
        "只在原来的版本下逾期的 3 件",
    ]


def test_where_nothing_changes_little_is_said() -> None:
    assert len([*sentences(NOTHING)]) == 3
    assert [*sentences(NOTHING)][1].startswith("按日期没有一件实际适用")
    assert "<table" not in impact_html(NOTHING)


def test_as_markdown() -> None:
    text = impact_markdown(FOUND)
    assert "| 答复期限 | 3 | 2 | 1 | 0 | 0 |" in text
    assert "| 答复期限 | 不适用 | 在期 | 1 |" in text
    assert "| 甲\\|1 | 答复期限 | 2025-03-24 | 2025-03-17 | 提前7天 |" in text
    assert "| 签收期限 | 未记录预审日期 | 3 |" in text
    assert "| 代理奖励 | 办法未载明代理奖励；未记录息诉息访 | 2 |" in text
    assert "| 答复期限 | 未写明 | 1 |" in text
    assert "```text\n  提前7天  " in text


def test_as_html() -> None:
    page = impact_page(FOUND)
    assert page.count("<svg ") == 2
    assert '<td class="number">3</td>' in page
    assert "<details><summary>全部件号</summary><p>乙-0、" in page
    assert page.count("<details>") == 1
    assert "<h1>a@2027-03-01 代替 a@undated 的影响</h1>" in page


def test_for_programs() -> None:
    told = json.loads(json.dumps(impact_json(FOUND)))
    assert told["rules"][0]["transitions"] == [
        {"old": "open", "new": "overdue", "cases": 1},
        {"old": "none", "new": "open", "cases": 1},
    ]
    assert told["rules"][0]["days"] == [{"days": -7, "cases": 2}]
    assert told["payments"] == [{"yuan": 10.5, "cases": 1}]
    assert told["shifts"][0]["days"] == -7
    assert told["awards"] == [{"case_no": "甲-2", "old": 20, "new": 30.5, "yuan": 10.5}]
    assert told["refused"][0] == {"column": "登记日期", "code": "value.not_a_date", "rows": 2}
    assert told["refused"][1]["column"] is None
    assert len(told["late"]) == 30


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-7, -7, "提前7天"),
        (-9, -5, "提前5～9天"),
        (0, 0, "同日，时刻不同"),
        (3, 3, "推后3天"),
        (1, 4, "推后1～4天"),
    ],
)
def test_days_in_words(low: int, high: int, words: str) -> None:
    assert said_days(low, high) == words


def test_money_in_words() -> None:
    assert said_money(Decimal("-2.50"), Decimal("-2.50")) == "减少2.50元"
    assert said_money(Decimal("10.00"), Decimal("20.00")) == "增加10～20元"
    assert said_money(Decimal(0), Decimal(0)) == "不变"


class TestHistogram:
    """Few sizes have a bar each; of many, so many together as make a round number."""

    def test_few_sizes(self) -> None:
        bars = bars_of("题", {2: 1, -1: 5}, said_days)
        assert bars.bars == (Bar("提前1天", 5), Bar("推后2天", 1))

    def test_many_sizes(self) -> None:
        bars = bars_of("题", dict.fromkeys(range(-30, 31), 1), said_days)
        assert len(bars.bars) <= 20
        assert sum(one.count for one in bars.bars) == 61
        labels = [one.label for one in bars.bars]
        assert labels[0] == "提前26～30天"
        assert "同日，时刻不同" in labels
        assert labels[labels.index("同日，时刻不同") + 1] == "推后1～4天"

    def test_many_amounts(self) -> None:
        amounts = {Decimal(number) / 4: 1 for number in range(1, 100)}
        bars = bars_of("题", amounts, said_money)
        assert len(bars.bars) <= 20
        assert bars.bars[0].label == "增加0.25～1.75元"

    def test_in_text_the_longest_bar_is_as_long_as_others_allow(self) -> None:
        lines = [*bars_text(Bars("题", (Bar("提前12天", 400), Bar("同日", 1))))]
        assert lines == ["题", f"  提前12天  {'█' * 40} 400", "  同日      █ 1"]

    def test_as_a_picture(self) -> None:
        svg = bars_svg(Bars("<题>", (Bar("提前1天", 3),)), "k")
        assert 'aria-labelledby="k-title"' in svg
        assert "&lt;题&gt;" in svg
        assert svg.endswith("</svg>\n")
