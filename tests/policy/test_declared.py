"""What a policy file declares itself: how it is read, and what is refused, each at its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from assessing import appeal, assessed
from policy_texts import CITED, complaint, head, written
from xinfang_core.errors import UnknownNameError
from xinfang_core.policy import Policy, lines, read_policy
from xinfang_core.policy.cautions import cautions
from xinfang_core.policy.laxer import beside, in_force_with
from xinfang_core.policy.tracing import trace
from xinfang_core.policy.wording import placed
from xinfang_core.vocabulary import Declared, EventKind, ReplyKind

if TYPE_CHECKING:
    from pathlib import Path

HEAD = head("kind.help", "limit.answer", "limit.answer.limit", "event.sign")
HELP = f'[kind.help]\nname = "求助"\n{CITED}'
URGENT = f'[kind.urgent]\nname = "紧急事项"\nflag = "urgent"\n{CITED}'
EVENT = f'[event.sign]\nname = "签收"\n{CITED}'
LIMIT = f"""
[limit.answer]
name = "答复时限"
{CITED}start = "assign"
met_by = "reply"
owed_by = "handling_body"
owed_to = "petitioner"
by = ["kind", "urgent"]
extension = {{ value = 5, unit = "working_day" }}

[limit.answer.limit]
{CITED}unit = "working_day"
cells = [
  {{ kind = "help", urgent = "yes", value = 1 }},
  {{ kind = "help", urgent = "no", value = 5 }},
  {{ kind = "urgent", urgent = "yes", value = 1 }},
  {{ kind = "urgent", urgent = "no", value = "none" }},
]
"""
WHOLE = f"{HEAD}\n{HELP}\n{URGENT}\n{EVENT}\n{LIMIT}"


def _read(folder: Path, text: str = WHOLE) -> Policy:
    return read_policy(written(folder, undated=text))


def _refused(folder: Path, *changes: tuple[str, str]) -> str:
    text = WHOLE
    for was, now in changes:
        assert was in text
        text = text.replace(was, now, 1)
    return complaint(written(folder, undated=text))


class TestReading:
    """Kinds, steps and limits, each under its key, each value with its citation."""

    def test_kinds_stand_in_their_order_and_known_ones_are_known(self, tmp_path: Path) -> None:
        pack = _read(tmp_path).on(date(2025, 1, 1))
        assert [one.kind for one in pack.listed] == [Declared("help"), ReplyKind.urgent]
        assert pack.declared.steps == (Declared("sign"),)

    def test_a_limit_reads_as_a_table_of_what_it_depends_on(self, tmp_path: Path) -> None:
        limits = _read(tmp_path).on(date(2025, 1, 1)).declared_limits
        (name,) = limits
        assert (name.name, name.title) == ("answer", "答复时限")
        assert limits[name].start.value is EventKind.assign
        assert len(limits[name].limit.cells) == 4  # type: ignore[union-attr]

    def test_values_inherit_the_citation_of_their_element(self, tmp_path: Path) -> None:
        (edition,) = _read(tmp_path).editions
        found = [line for line in lines(edition) if line.rule == "limit.answer"]
        assert {line.citation.note for line in found} == {"示例"}
        assert {line.title for line in found} == {"答复时限"}
        places = [where for line, where in placed(found) if line.parameter == "limit"]
        assert places[0] == "自定名目：求助，是否：是"

    def test_a_policy_names_what_any_edition_declares(self, tmp_path: Path) -> None:
        policy = _read(tmp_path)
        assert policy.own_titles["answer"] == "答复时限"
        assert policy.declared.names(EventKind) == (Declared("sign"),)

    def test_editions_may_call_a_step_differently(self, tmp_path: Path) -> None:
        newer = WHOLE.replace('"undated"', "2026-01-01").replace(
            'name = "签收"', 'name = "签收确认"'
        )
        policy = read_policy(written(tmp_path, undated=WHOLE, f2026_01_01=newer))
        assert {one.title for one in policy.declared.steps} == {"签收", "签收确认"}

    def test_clauses_are_traced_to_what_is_declared(self, tmp_path: Path) -> None:
        found = trace(_read(tmp_path).editions[0])
        assert {one.rule: one.title for one in found.rules}["limit.answer"] == "答复时限"
        assert all(one.clauses == ("1",) for one in found.rules)

    def test_a_variant_replaces_values_of_a_declared_limit(self, tmp_path: Path) -> None:
        variant = f"""
[variant.longer]
title = "延期十日"
[variant.longer.limit.answer]
{CITED}extension = {{ value = 10, unit = "working_day" }}
"""
        policy = _read(tmp_path, WHOLE + variant).with_variant("longer")
        (limit,) = policy.on(date(2025, 1, 1)).declared_limits.values()
        assert limit.extension is not None
        assert limit.extension.value.count == 10  # type: ignore[union-attr]

    def test_steps_of_its_own_stand_in_the_workflow(self, tmp_path: Path) -> None:
        workflow = f"""
[workflow.opening]
{CITED}steps = ["register"]
[workflow.after]
{CITED}over = ["assign", "sign", "reply"]
cells = [
  {{ event_kind = "assign", value = "register" }},
  {{ event_kind = "sign", value = "assign" }},
  {{ event_kind = "reply", value = "签收" }},
]
[workflow.repeatable]
{CITED}steps = ["sign"]
[workflow.closing]
{CITED}value = "none"
"""
        pack = _read(tmp_path, WHOLE + workflow).on(date(2025, 1, 1))
        assert [one for one, _ in pack.flow.needs[Declared("sign")]] == [EventKind.assign]
        assert Declared("sign") in [one for one, _ in pack.flow.needs[EventKind.reply]]

    def test_an_unknown_limit_is_refused_with_the_nearest_name(self, tmp_path: Path) -> None:
        case = appeal(receive="2025-11-03", assign="2025-11-03")
        answer = assessed(case, "2025-11-04", _read(tmp_path).on(date(2025, 1, 1)))
        assert answer.limits["answer"] is answer.decision("answer")
        assert [*answer.limits] == ["answer"]
        assert "answer" in answer.limits
        assert "answr" not in answer.limits
        with pytest.raises(UnknownNameError) as caught:
            answer.limits["answr"]
        assert "answer" in caught.value.text()
        assert isinstance(caught.value, KeyError)


class TestFaults:
    """One clear message for each slip, at its place, in the officer's words."""

    @pytest.mark.parametrize(
        ("was", "now", "said"),
        [
            ("[kind.help]", '[kind."求助"]', "编号"),
            ("[event.sign]", "[event.assign]", "本库的名称"),
            ("[event.sign]", "[event.answer]", "已用于 event.answer"),
            ('name = "紧急事项"', 'name = "急件"', "名称须一致"),
            ('met_by = "reply"', 'met_by = "assign"', "永远不会逾期"),
            ('start = "assign"', 'start = "dispatched"', "不是可用的取值"),
            ('owed_by = "handling_body"\n', "", "缺少"),
            ('unit = "working_day" }', 'unit = "month" }', "单位"),
            ('kind = "help", urgent = "no"', 'kind = "helps", urgent = "no"', "help"),
            (', value = "none"', ", value = 0", "1"),
            ('by = ["kind", "urgent"]', 'by = ["kind", "weather"]', "weather"),
            ('by = ["kind", "urgent"]\n', "", "cells"),
            ('met_by = "reply"', 'met_by = ["reply", "conclude"]', "只能写一个"),
            ('name = "签收"', 'name = "办结"', "已是本库的名称"),
            ('name = "答复时限"', 'name = "答复期限"', "已是本库的名称"),
            ('name = "求助"', 'name = "紧急事项"', "用了两次"),
            ('by = ["kind", "urgent"]', 'ended_by = ["assign"]\nby = ["kind", "urgent"]', "起算"),
            ('by = ["kind", "urgent"]', 'ended_by = ["reply"]\nby = ["kind", "urgent"]', "完成"),
            ('owed_to = "petitioner"', 'owed_to = "petitioner"\ncolour = "red"', "colour"),
            ('"event.sign"]', '"event.signs"]', "event.sign"),
        ],
    )
    def test_it_is_located(self, tmp_path: Path, was: str, now: str, said: str) -> None:
        complained = _refused(tmp_path, (was, now))
        assert said in complained
        assert "undated.toml:" in complained

    def test_what_is_no_table_is_refused(self, tmp_path: Path) -> None:
        text = WHOLE.replace(EVENT, "").replace('"limit.answer.limit", "event.sign"', "")
        text = text.replace("[policy]", 'event = "签收"\n[policy]', 1)
        assert "event" in complaint(written(tmp_path, undated=text))

    def test_a_kind_named_twice_in_a_table_leaves_a_gap_and_says_so(self, tmp_path: Path) -> None:
        was, now = 'kind = "urgent", urgent = "no"', 'kind = "help", urgent = "no"'
        complained = _refused(tmp_path, (was, now))
        assert "urgent × no" in complained

    def test_a_file_that_fills_in_another_declares_nothing(self, tmp_path: Path) -> None:
        given = f'[evaluation_window_deadline.limit]\n{CITED}value = 5\nunit = "working_day"\n'
        text = WHOLE.replace('id = "shili"', 'id = "shili"\nfills = "gongshu"') + given
        assert "不能自定" in complaint(written(tmp_path, undated=text))

    def test_a_variant_names_only_what_the_file_declares(self, tmp_path: Path) -> None:
        variant = f"""
[variant.other]
title = "示例"
[variant.other.limit.answr]
{CITED}extension = {{ value = 10, unit = "working_day" }}
"""
        assert "answer" in complaint(written(tmp_path, undated=WHOLE + variant))

    def test_a_variant_that_changes_what_a_limit_depends_on_gives_its_cells(
        self, tmp_path: Path
    ) -> None:
        variant = f"""
[variant.other]
title = "示例"
[variant.other.limit.answer]
{CITED}by = ["urgent"]
"""
        complained = complaint(written(tmp_path, undated=WHOLE + variant))
        assert "须连同 limit 的各行一起写" in complained

    def test_a_variant_keeps_the_unit_of_the_limit(self, tmp_path: Path) -> None:
        variant = f"""
[variant.other]
title = "示例"
[variant.other.limit.answer]
{CITED}extension = {{ value = 1, unit = "month" }}
"""
        assert "单位" in complaint(written(tmp_path, undated=WHOLE + variant))


LAXER = f"""
[limit.finish]
name = "办结时限"
{CITED}start = "accept"
met_by = "conclude"
owed_by = "handling_body"
owed_to = "petitioner"
limit = {{ value = 30, unit = "working_day" }}
"""


WORKFLOW = f"""
[workflow.opening]
{CITED}steps = ["register"]
[workflow.after]
{CITED}over = ["assign", "sign", "feed_back"]
cells = [
  {{ event_kind = "assign", value = "register" }},
  {{ event_kind = "sign", value = "assign" }},
  {{ event_kind = "feed_back", value = "sign" }},
]
[workflow.repeatable]
{CITED}value = "none"
[workflow.closing]
{CITED}value = "none"
"""


class TestSteps:
    """Steps that go round never come, and a limit from a step that nobody knows never runs."""

    def test_what_hangs_together_reads(self, tmp_path: Path) -> None:
        assert _read(tmp_path, WHOLE + WORKFLOW).policy_id == "shili"

    @pytest.mark.parametrize(
        ("was", "now", "round_"),
        [
            ('"sign", value = "assign"', '"sign", value = "feed_back"', "签收、反馈"),
            ('"sign", value = "assign"', '"sign", value = "sign"', "签收"),
        ],
    )
    def test_a_circle_is_refused(self, tmp_path: Path, was: str, now: str, round_: str) -> None:
        text = (WHOLE + WORKFLOW).replace(was, now)
        complained = complaint(written(tmp_path, undated=text))
        assert "环节绕圈" in complained
        assert set(round_.split("、")) == set(
            complained.split("环节绕圈：")[1].split("，")[0].split("、")
        )

    @pytest.mark.parametrize("name", ["start", "met_by"])
    def test_a_limit_on_a_step_that_no_workflow_knows_is_refused(
        self, tmp_path: Path, name: str
    ) -> None:
        step = {"start": 'start = "assign"', "met_by": 'met_by = "reply"'}[name]
        text = (WHOLE + WORKFLOW).replace(step, f'{name} = "deploy"', 1)
        assert "办理流程里没有“研究部署”" in complaint(written(tmp_path, undated=text))

    def test_a_ladder_on_a_limit_that_nobody_has_is_refused(self, tmp_path: Path) -> None:
        ladder = f"""
[copied_notice.steps]
{CITED}steps = ["first_copy"]
[copied_notice.limit]
{CITED}value = "reply_deadline"
[copied_notice.measure]
{CITED}value = "overdue_working_days"
[copied_notice.reached]
{CITED}bands = [{{ from = 0, value = "none" }}, {{ from = 1, value = "first_copy" }}]
"""
        complained = complaint(written(tmp_path, undated=WHOLE + ladder))
        assert "都没有“reply_deadline”这一项期限" in complained
        known = ladder.replace("reply_deadline", "handling_deadline")
        assert _read(tmp_path, WHOLE + known).policy_id == "shili"


class TestLaxer:
    """A stricter local limit stands beside the national one; a laxer one is refused."""

    @pytest.mark.parametrize(
        ("limit", "laxer"),
        [
            ('value = 30, unit = "working_day"', False),
            ('value = 42, unit = "working_day"', True),
            ('value = 60, unit = "calendar_day"', False),
            ('value = 61, unit = "calendar_day"', True),
            ('value = 2, unit = "month"', True),
            ('value = 1, unit = "month"', False),
            ('value = "none"', False),
            ('value = "silent"', False),
        ],
    )
    def test_it_is_compared_day_by_day(self, tmp_path: Path, limit: str, *, laxer: bool) -> None:
        text = WHOLE + LAXER.replace('value = 30, unit = "working_day"', limit)
        folder = written(tmp_path, undated=text)
        if laxer:
            assert "宽于国家规定" in complaint(folder)
        else:
            assert read_policy(folder).policy_id == "shili"

    @pytest.mark.parametrize(
        ("more", "laxer"),
        [
            ('extension = { value = 10, unit = "working_day" }', False),
            ('extension = { value = 60, unit = "working_day" }', True),
            ('extension = { value = 15, unit = "working_day" }\nextensions = { value = 3 }', True),
            ('extension = { value = 7, unit = "working_day" }\nextensions = { value = 1 }', False),
            ('extension = { value = 13, unit = "working_day" }\nextensions = { value = 1 }', False),
            # How often it may be extended is not told, so twice is allowed.
            ('extension = { value = 20, unit = "working_day" }', True),
            ('extension = { value = "silent" }', False),
        ],
    )
    def test_with_what_extensions_may_add_it_is_compared_too(
        self, tmp_path: Path, more: str, *, laxer: bool
    ) -> None:
        folder = written(tmp_path, undated=f"{WHOLE}{LAXER}{more}\n")
        if laxer:
            assert "宽于国家规定" in complaint(folder)
        else:
            assert read_policy(folder).policy_id == "shili"

    def test_a_reply_is_taken_as_the_conclusion(self, tmp_path: Path) -> None:
        text = LAXER.replace('"conclude"', '"reply"').replace("value = 30", "value = 200")
        assert "宽于国家规定" in complaint(written(tmp_path, undated=WHOLE + text))

    def test_a_variant_is_compared_as_well(self, tmp_path: Path) -> None:
        variant = f"""
[variant.longer]
title = "更长"
[variant.longer.limit.finish]
{CITED}limit = {{ value = 300, unit = "working_day" }}
"""
        complained = complaint(written(tmp_path, undated=WHOLE + LAXER + variant))
        assert "variant.longer.limit.finish" in complained

    def test_from_another_step_it_is_not_compared_and_validate_says_so(
        self, tmp_path: Path
    ) -> None:
        policy = _read(tmp_path, WHOLE + LAXER.replace('start = "accept"', 'start = "assign"'))
        own = policy.editions[0].params["limit.finish"]
        found = list(beside(own, policy.national))  # type: ignore[arg-type]
        assert {one.rule for one in found} == {"handling_deadline"}
        assert not any(one.same_start for one in found)
        told = [one.reason.text() for one in cautions(policy, date(2026, 12, 28))]
        assert any("未比较宽严" in one for one in told)

    def test_a_local_version_is_compared_with_what_is_in_force_beside_it(
        self, tmp_path: Path
    ) -> None:
        text = (WHOLE + LAXER).replace('"undated"', "2024-03-01")
        policy = read_policy(written(tmp_path, f2024_03_01=text))
        beside_it = list(in_force_with(policy.editions[0], policy.national))
        assert [one.label for one in beside_it] == ["national@2022-05-01"]
