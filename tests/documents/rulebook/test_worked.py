"""Worked examples: confirmed, of this edition, as the rules answer today; the clearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from rulebooks import LABELS, examples_of, newest
from xinfang_core.calendar import mainland_calendar
from xinfang_core.documents.rulebook.worked import worked_examples
from xinfang_core.errors import Fault
from xinfang_core.examples.asking import question_of, questions
from xinfang_core.examples.example import Wants
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy import load_policy
from xinfang_core.policy.pack import DECLARED, PARAMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.documents.rulebook.worked import Worked
    from xinfang_core.examples.example import Example


def _worked(policy_id: str, rule: str, examples: Iterable[Example]) -> list[Worked]:
    policy = load_policy(policy_id)
    found = worked_examples(examples, policy, policy.editions[0], mainland_calendar())
    return list(found.get(rule, ()))


def _of(policy_id: str, part: str) -> list[Example]:
    return [one for one in examples_of(policy_id) if part in one.key]


class TestWhichExamples:
    """Few, short, with different answers, about the rule under which they stand."""

    def test_a_limit_shows_its_status_and_last_day(self) -> None:
        found = _worked("online-proxy", "reply_deadline", _of("online-proxy", "reply_deadline-"))
        assert len(found) == 3
        assert len({one.answered for one in found}) == 3
        assert all(one.answered.startswith("状态：") for one in found)
        assert all("评估日：" in one.given for one in found)

    @pytest.mark.parametrize("label", LABELS)
    def test_nearly_every_rule_has_some(self, label: str) -> None:
        policy = load_policy(label.partition("@")[0])
        edition = next(one for one in policy.editions if one.label == label)
        calendar = mainland_calendar()
        found = worked_examples(examples_of(policy.policy_id), policy, edition, calendar)
        without = {rule for rule in edition.params if not found.get(rule)}
        assert without <= {"outside", "re_review_deadline"}

    def test_an_edition_has_those_that_fall_under_it(self) -> None:
        policy = load_policy("national")
        calendar = mainland_calendar()
        newer, older = (
            worked_examples(examples_of("national"), policy, one, calendar)
            for one in policy.editions
        )
        keys = [{one.key for found in by.values() for one in found} for by in (newer, older)]
        assert all(keys)
        assert not keys[0] & keys[1]

    def test_one_that_nobody_answers_for_is_left_out(self) -> None:
        examples = _of("yubei", "handling_level")
        unconfirmed = [evolve(one, is_confirmed=False) for one in examples]
        assert _worked("yubei", "handling_level", examples) != []
        assert _worked("yubei", "handling_level", unconfirmed) == []

    def test_one_that_does_not_come_out_is_left_out(self) -> None:
        examples = _of("online-proxy", "reply_kind-001")
        wrong = [evolve(one, wants=Wants(codes=("no.such",))) for one in examples]
        assert _worked("online-proxy", "reply_kind", examples) != []
        assert _worked("online-proxy", "reply_kind", wrong) == []

    def test_one_of_another_policy_is_left_out(self) -> None:
        examples = _of("online-proxy", "satisfaction")
        assert _worked("online-proxy", "satisfaction", examples) != []
        assert _worked("gongshu", "satisfaction", examples) == []

    def test_one_that_is_refused_is_left_out(self) -> None:
        examples = [one for one in examples_of("national") if one.refused]
        assert examples
        assert not any(
            worked_examples(
                examples, load_policy("national"), newest("national"), mainland_calendar()
            ).values()
        )

    def test_one_whose_rule_refuses_what_it_is_given_is_left_out(self) -> None:
        examples = _of("online-proxy", "services-001")
        refused = [evolve(one, refused=(Fault("value.silent"),)) for one in examples]
        assert _worked("online-proxy", "services", examples)
        assert _worked("online-proxy", "services", refused) == []

    def test_one_too_long_to_read_at_a_glance_is_left_out(self) -> None:
        found = [one for one in examples_of("online-proxy") if one.question == "agent_totals"]
        told = _worked("online-proxy", "agent_totals", found)
        assert told
        assert all(len(one.given) <= 160 for one in told)

    def test_answers_that_show_little_come_last(self) -> None:
        found = _worked("online-proxy", "reply_deadline", examples_of("online-proxy"))
        assert not any("未起算" in one.answered for one in found[:2])


class TestInWords:
    """What is given and answered in Chinese."""

    def test_what_has_no_cell_is_told_by_its_reasons(self) -> None:
        found = _worked("online-proxy", "workflow", _of("online-proxy", "workflow-"))
        assert any(one.answered.startswith("已有") for one in found)

    def test_what_wants_nothing_wrong_says_so(self) -> None:
        found = _worked("online-proxy", "workflow", _of("online-proxy", "workflow-001"))
        assert [one.answered for one in found] == ["没有问题"]

    def test_what_happened_stands_as_it_is_written(self) -> None:
        (found,) = _worked("online-proxy", "workflow", _of("online-proxy", "workflow-001"))
        assert found.given == (
            "2025-09-22 收到；2025-09-22 登记；2025-09-23 签订委托书；评估日：2026-01-05"
        )

    def test_the_reading_that_an_example_is_judged_by_is_named(self) -> None:
        examples = _of("online-proxy", "reply_deadline_calendar_days-001")
        (found,) = _worked("online-proxy", "reply_deadline", examples)
        assert "变体：“日”按自然日；" in found.given

    def test_a_limit_that_a_policy_declares_is_found_by_its_key(self) -> None:
        found = _worked("qiaocheng", "limit.deploy_work", examples_of("qiaocheng"))
        assert found
        assert found[0].answered.startswith("状态：")

    def test_parts_of_what_is_given_have_their_names(self) -> None:
        found = _worked("qiaocheng", "staffing", _of("qiaocheng", "staffing"))
        assert any("人员·成员人数：" in one.given for one in found)

    def test_a_part_without_a_name_keeps_its_key(self) -> None:
        (example,) = _of("online-proxy", "services-001")
        values = {**example.row.values, "given.own.no_such": "空"}
        changed = evolve(example, row=evolve(example.row, values=values))
        (found,) = _worked("online-proxy", "services", [changed])
        assert "本地已有·no_such：空" in found.given

    def test_everything_that_rules_are_given_has_a_name(self) -> None:
        asked = questions([*PARAMS, *(f"{section}.x" for section in DECLARED)])
        for rule in asked:
            question = question_of(rule, {})
            for name in question.parameters if question else ():
                assert f"rulebook.given.{name}" in CATALOGUE or name == "as_of"
