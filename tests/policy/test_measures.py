"""Declared rates and scores of a policy file: how they are read, and what is refused, where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from policy_texts import CITED, complaint, head, written
from xinfang_core.declared.measure import Filter
from xinfang_core.policy import Policy, lines, read_policy
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.tracing import trace
from xinfang_core.policy.wording import placed, value_words
from xinfang_core.vocabulary import Absent, Basis, Declared, Grade, Role, Status

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.policy import PolicyPack

MEASURES = ("measure.signed", "measure.signed.below", "measure.pleased", "score.work.part")
WHOLE = f"""{head("limit.sign", *MEASURES)}
[[clause]]
id = "2"
locator = "第二条"
text = "示例"
encoded_by = ["measure.pleased"]

[event.sign_for]
name = "签收"
{CITED}
[limit.sign]
name = "签收时限"
{CITED}start = "assign"
met_by = "sign_for"
owed_by = "handling_body"
owed_to = "petition_office"
limit = {{ value = 1, unit = "working_day" }}

[measure.signed]
name = "签收率"
{CITED}dated_by = "assign"
period = "year"
first_month = 11
limit = "sign"
below = {{ status = ["met", "late", "overdue"] }}
above = {{ status = ["met"] }}
floor = {{ value = 90, unit = "percent" }}
ceiling = {{ value = 100, unit = "percent" }}

[measure.pleased]
name = "满意率"
{CITED}dated_by = "assign"
period = "month"
rated = "handling_body"
places = {{ value = 1, unit = "digit" }}
rounding = "half_up"

[measure.pleased.below]
clause = "2"
happened = ["sign_for"]

[measure.pleased.above]
grade = ["satisfied", {{ value = "basically_satisfied", clause = "2", note = "另一条" }}]

[score.work]
name = "工作评分"
{CITED}full = {{ value = 19, unit = "point" }}

[score.work.part.signing]
name = "签收"
clause = "2"
shape = "per_percent"
measure = "signed"
target = {{ value = 100, unit = "percent" }}
points = {{ value = 9, unit = "point" }}
off = {{ value = 1, unit = "point" }}

[score.work.part.pleasing]
name = "满意"
shape = "share"
measure = "pleased"
points = {{ value = 10, unit = "point" }}

[score.work.part.old]
name = "积案"
shape = "per_matter"
on = {{ value = 2, unit = "point" }}
most = {{ value = 10, unit = "point" }}

[score.work.part.ranking]
name = "名次"
shape = "rank"
ranks = {{ unit = "point", bands = [{{ from = 0, value = "none" }}, {{ from = 1, value = 5 }}] }}

[variant.strict]
title = "从严"
reading_of = "满意"

[variant.strict.measure.pleased]
{CITED}above = {{ grade = ["satisfied"] }}
"""


def _read(folder: Path, text: str = WHOLE) -> Policy:
    return read_policy(written(folder, undated=text))


def _pack(folder: Path, variant: str | None = None) -> PolicyPack:
    return _read(folder).with_variant(variant).on(date(2025, 1, 1))


def _refused(folder: Path, *changes: tuple[str, str]) -> str:
    text = WHOLE
    for was, now in changes:
        assert was in text, was
        text = text.replace(was, now, 1)
    return complaint(written(folder, undated=text))


class TestReading:
    """Rates and scores, each value with the citation of what it stands in."""

    def test_filters_are_lists_of_names(self, tmp_path: Path) -> None:
        pack = _pack(tmp_path)
        signed, pleased = pack.measures["signed"], pack.measures["pleased"]
        assert signed.limit is not None
        assert signed.limit.value == Declared("sign")
        assert signed.limit.value.text() == "签收时限"
        assert isinstance(signed.below, Filter)
        assert signed.below.status is not None
        assert signed.below.status.values == (Status.met, Status.late, Status.overdue)
        assert pleased.rated is not None
        assert pleased.rated.value is Role.handling_body
        assert pleased.above.grade is not None
        assert pleased.above.grade.values == (Grade.satisfied, Grade.basically_satisfied)

    def test_each_value_cites_what_is_nearest(self, tmp_path: Path) -> None:
        found = {
            (line.rule, line.parameter, line.keys): line
            for line in lines(*_read(tmp_path).editions)
        }
        cited = {key: line.citation.clause for key, line in found.items()}
        assert cited["measure.signed", "above", ("status",)] == "第一条"
        assert cited["measure.pleased", "below", ("happened",)] == "第二条"
        assert cited["score.work", "part", ("signing", "points")] == "第二条"
        assert cited["score.work", "part", ("pleasing", "points")] == "第一条"
        assert {line.citation.basis for line in found.values()} == {Basis.assumed}

    def test_a_value_knows_its_own_parameter(self, tmp_path: Path) -> None:
        part = _pack(tmp_path).scores["work"].part["signing"]
        assert part.points is not None
        assert part.points.name == "score.work.part"
        assert part.points.value == Decimal(9)

    def test_a_listed_value_says_where_it_stands(self, tmp_path: Path) -> None:
        said = {
            (line.rule, place): value_words(line)
            for line, place in placed(lines(*_read(tmp_path).editions))
        }
        assert said["measure.signed", "status，第 2 项"] == "逾期完成"
        assert said["score.work", "signing.points"] == "9分"
        assert said["score.work", "ranking.ranks，自 1 起"] == "5分"
        assert said["limit.sign", ""] == "1个工作日"

    def test_a_limit_may_be_the_rule_of_a_national_one(self, tmp_path: Path) -> None:
        text = WHOLE.replace('limit = "sign"', 'limit = "handling_deadline"')
        limit = _read(tmp_path, text).on(date(2025, 1, 1)).measures["signed"].limit
        assert limit is not None
        assert limit.value == Declared("handling_deadline")

    def test_a_variant_replaces_a_filter_whole(self, tmp_path: Path) -> None:
        above = _pack(tmp_path, "strict").measures["pleased"].above
        assert above.grade is not None
        assert above.grade.values == (Grade.satisfied,)

    def test_clauses_and_what_carries_them_out_are_traced(self, tmp_path: Path) -> None:
        rules = {one.rule: one for one in trace(*_read(tmp_path).editions).rules}
        assert rules["measure.signed"].title == "签收率"
        assert rules["measure.pleased"].clauses == ("1", "2")
        assert rules["score.work"].clauses == ("1", "2")

    def test_what_a_variant_keeps_while_its_rate_changes_is_named(self, tmp_path: Path) -> None:
        now = 'grade = ["basically_satisfied", { value = "satisfied",'
        later = WHOLE.replace('grade = ["satisfied", { value = "basically_satisfied",', now)
        later = later.replace('effective = "undated"', "effective = 2027-01-01")
        folder = written(tmp_path, undated=WHOLE, f2027_01_01=later)
        found = [one.reason.text() for one in cautions(read_policy(folder), date(2030, 1, 1))]
        assert any("满意率 分子 grade" in one for one in found), found

    def test_a_source_may_be_silent_about_what_counts(self, tmp_path: Path) -> None:
        text = WHOLE.replace('above = { status = ["met"] }', 'above = { status = "silent" }')
        above = _read(tmp_path, text).on(date(2025, 1, 1)).measures["signed"].above
        assert above.status is not None
        assert above.status.absent is Absent.silent


BELOW, ABOVE = 'below = { status = ["met", "late", "overdue"] }', 'above = { status = ["met"] }'
POINTS = 'points = { value = 9, unit = "point" }'


class TestRefusedRates:
    """What cannot be counted is refused where it stands."""

    @pytest.mark.parametrize(
        ("was", "now", "says"),
        [
            (
                'limit = "sign"',
                'limit = "sing"',
                "measure.signed.limit: “sing”不是可用的取值，是否为“sign”",
            ),
            (
                'limit = "sign"',
                'limit = "reply_deadline"',
                "measure.signed.limit: “reply_deadline”不是",
            ),
            ('limit = "sign"', 'limit = "none"', "measure.signed.limit: 此项须从清单中选一个"),
            ('limit = "sign"\n', "", "measure.signed.below.status: 写了时限状态，须以 limit 写明"),
            ('happened = ["sign_for"]', 'happened = ["sing_for"]', "是否为“sign_for”"),
            ('["met", "late", "overdue"]', '["met", "undetermined"]', "“无法确定”的事项另列"),
            (ABOVE, 'above = { status = ["open"] }', "measure.signed.above.status: 分子要求为在期"),
            (
                ABOVE,
                'above = { status = ["met", "late", "overdue"] }',
                "measure.signed.above: 分子的条件不比分母多",
            ),
            (ABOVE, "above = { status = [] }", "measure.signed.above.status: 清单为空"),
            (ABOVE, 'above = { status = "none" }', "measure.signed.above.status: 清单为空"),
            (ABOVE, "above = {}", "measure.signed.above: 没有写明计数条件"),
            (ABOVE, 'above = "met"', "measure.signed.above: 须为一组“名称 = 值”"),
            (
                ABOVE,
                'above = { stats = ["met"] }',
                "measure.signed.above.stats: 没有“stats”这一项，是否为“status”",
            ),
            (ABOVE, "", "measure.signed: 缺少“above”"),
            (
                "first_month = 11",
                "first_month = 13",
                "measure.signed.first_month: 起始月份须为1至12",
            ),
            (
                'period = "year"',
                'period = "month"',
                "measure.signed.first_month: 按月计算的，不写起始月份",
            ),
            (
                "floor = { value = 90",
                "floor = { value = 190",
                "measure.signed.floor: 限值不能超过100%",
            ),
            (
                "ceiling = { value = 100",
                "ceiling = { value = 80",
                "measure.signed.floor: 下限 90% 高于上限 80%",
            ),
        ],
    )
    def test_what_cannot_be_counted(self, tmp_path: Path, was: str, now: str, says: str) -> None:
        assert says in _refused(tmp_path, (was, now))

    def test_a_limit_that_no_filter_asks_about(self, tmp_path: Path) -> None:
        changes = (
            (BELOW, 'below = { happened = ["assign"] }'),
            (ABOVE, 'above = { happened = ["reply"] }'),
        )
        assert "measure.signed.limit: 写了 limit" in _refused(tmp_path, *changes)

    def test_the_same_steps_above_as_below(self, tmp_path: Path) -> None:
        changes = (('grade = ["satisfied", {', 'happened = ["sign_for"]\n#'),)
        assert "measure.pleased.above: 分子的条件不比分母多" in _refused(tmp_path, *changes)

    def test_more_steps_above_than_below_are_fewer_matters(self, tmp_path: Path) -> None:
        now = 'happened = ["sign_for", "reply"]\n#'
        text = WHOLE.replace('grade = ["satisfied", {', now, 1)
        above = _read(tmp_path, text).on(date(2025, 1, 1)).measures["pleased"].above
        assert above.happened is not None

    def test_a_silent_denominator_makes_nothing_impossible(self, tmp_path: Path) -> None:
        text = WHOLE.replace(BELOW, 'below = { status = "silent" }')
        assert "signed" in _read(tmp_path, text).on(date(2025, 1, 1)).measures

    def test_a_variant_is_held_to_the_same(self, tmp_path: Path) -> None:
        strict = 'above = { grade = ["satisfied"] }'
        found = _refused(tmp_path, (strict, 'above = { happened = ["sign_for"] }'))
        assert "variant.strict.measure.pleased.above: 分子的条件不比分母多" in found

    def test_a_variant_of_a_rate_with_faults_is_no_fault_of_its_own(self, tmp_path: Path) -> None:
        found = _refused(tmp_path, ('above = { status = ["met"] }', ""))
        assert "measure.signed: 缺少“above”" in found
        found = _refused(tmp_path, ('rounding = "half_up"', 'rounding = "half"'))
        assert found.count("\n") == 0
        assert "measure.pleased.rounding" in found

    def test_a_variant_with_a_fault_of_its_own(self, tmp_path: Path) -> None:
        found = _refused(tmp_path, ('{ grade = ["satisfied"] }', '{ grade = ["content"] }'))
        assert "variant.strict.measure.pleased.above.grade[0]: “content”不是可用的取值" in found

    def test_a_rate_that_is_no_table(self, tmp_path: Path) -> None:
        found = _refused(tmp_path, ("[score.work]", "[measure]\nold = 2\n\n[score.work]"))
        assert "measure.old: 须为一组“名称 = 值”" in found


class TestRefusedScores:
    """Weights add up, and each part says what its shape needs."""

    @pytest.mark.parametrize(
        ("was", "now", "says"),
        [
            (
                "full = { value = 19",
                "full = { value = 20",
                "score.work.full: 各项分值合计 19 分，写明的满分是 20 分",
            ),
            (
                'measure = "signed"',
                'measure = "singed"',
                "score.work.part.signing.measure: “singed”不是可用的取值，是否为“signed”",
            ),
            (
                'shape = "share"',
                'shape = "per_percent"',
                "score.work.part.pleasing: 计分方式为“每一百分点加减分”，缺“target”",
            ),
            (
                'shape = "share"',
                'shape = "rank"',
                "score.work.part.pleasing.measure: 计分方式为“按名次计分”，“measure”用不上",
            ),
            (
                'on = { value = 2, unit = "point" }\n',
                "",
                "score.work.part.old: 每件加分（on）、扣分（off）须写其中一项",
            ),
            (
                "on = { value = 2",
                "off = { value = 2",
                "score.work.part.old: 每件扣分的，须以 points 写明",
            ),
            (
                "[score.work.part.old]",
                "[score.work.part.Old]",
                "score.work.part.Old: “Old”不能作编号",
            ),
            (
                POINTS,
                f'{POINTS}\nleast = {{ value = 10, unit = "point" }}',
                "score.work.part.signing.least: 最低 10 分高于最高 9 分",
            ),
            ('name = "签收"\nclause = "2"', 'clause = "2"', "score.work.part.signing: 缺少“name”"),
            ('full = { value = 19, unit = "point" }', "full = 19", "score.work.full: 缺少“unit”"),
        ],
    )
    def test_what_does_not_fit(self, tmp_path: Path, was: str, now: str, says: str) -> None:
        assert says in _refused(tmp_path, (was, now))

    def test_a_score_without_parts(self, tmp_path: Path) -> None:
        text = WHOLE[: WHOLE.index("[score.work.part.signing]")] + "[score.work.part]\n"
        found = complaint(written(tmp_path, undated=text))
        assert "score.work.part: 没有评分项" in found

    def test_a_part_that_is_no_table(self, tmp_path: Path) -> None:
        text = WHOLE[: WHOLE.index("[score.work.part.signing]")] + "[score.work.part]\nold = 2\n"
        assert "score.work.part.old: 须为一组“名称 = 值”" in complaint(
            written(tmp_path, undated=text)
        )

    def test_a_silent_shape_or_weight_makes_no_sum_wrong(self, tmp_path: Path) -> None:
        text = WHOLE.replace(POINTS, 'points = "silent"').replace(
            'shape = "share"', 'shape = "silent"'
        )
        assert "work" in _read(tmp_path, text).on(date(2025, 1, 1)).scores
