"""A policy's values in words: in which unit, under which keys, as which step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from xinfang_core.messages.parameters import TEXTS
from xinfang_core.policy import Line, lines, load_policy, policy_ids
from xinfang_core.policy.pack import DECLARED, PARAMS
from xinfang_core.policy.parameters import annotations_of, part_of
from xinfang_core.policy.wording import (
    list_title,
    parameter_title,
    placed,
    unit_of,
    value_words,
)
from xinfang_core.vocabulary import Absent, Grade, Measure, Settled

if TYPE_CHECKING:
    from xinfang_core.policy import Edition

EDITIONS = [edition for one in policy_ids() for edition in load_policy(one).editions]


def line_of(policy_id: str, rule: str, parameter: str, *keys: object) -> tuple[Line, str]:
    """A line of the newest edition, with the words of where it stands."""
    found = placed(lines(load_policy(policy_id).editions[0]))
    return next(
        (line, where)
        for line, where in found
        if (line.rule, line.parameter) == (rule, parameter) and line.keys[: len(keys)] == keys
    )


class TestUnits:
    """A number is shown with what it counts; a period knows its own words."""

    def test_yuan(self) -> None:
        line, where = line_of("online-proxy", "incentive", "amount")
        assert (where, value_words(line), unit_of(line)) == ("成功代理", "10元", Measure.yuan)

    def test_a_percentage_has_its_sign(self) -> None:
        found = [
            one for one in lines(load_policy("qiaocheng").editions[0]) if one.rule == "indicators"
        ]
        assert "58.05%" in {value_words(one) for one in found if one.parameter == "published"}

    def test_none_and_silent_have_no_unit(self) -> None:
        line, _ = line_of("online-proxy", "incentive", "cap")
        assert (value_words(line), unit_of(line)) == (Absent.none.text(), Measure.yuan)

    def test_a_period_and_a_name(self) -> None:
        limit, kind = line_of("online-proxy", "reply_deadline", "limit")
        assert (kind, value_words(limit), unit_of(limit)) == ("紧急事项", "1个工作日", None)
        start, where = line_of("online-proxy", "reply_deadline", "start")
        assert (where, value_words(start), unit_of(start)) == ("", "受理", None)


class TestPlaces:
    """A single key by its word, several each with the name of its list."""

    def test_several_keys(self) -> None:
        _, where = line_of("online-proxy", "incentive", "level", Settled.no, Grade.satisfied)
        assert where == "息诉息访：否，满意度等次：满意"

    def test_steps_of_a_ladder_are_numbered(self) -> None:
        steps = [
            where
            for line, where in placed(lines(load_policy("jiuyuan").editions[0]))
            if line.parameter == "steps" and line.rule == "supervision_letters"
        ]
        assert steps == ["第 1 项", "第 2 项", "第 3 项", "第 4 项"]

    def test_bands_begin_somewhere(self) -> None:
        _, where = line_of("jiuyuan", "supervision_letters", "reached")
        assert where == "自 0 起"

    def test_a_list_is_named_by_its_docstring(self) -> None:
        assert list_title(Grade) == "满意度等次"
        assert list_title(int) == "int"


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.label)
def test_every_value_of_every_policy_has_words(edition: Edition) -> None:
    found = lines(edition)
    told = list(placed(found))
    assert [line for line, _ in told] == list(found)
    for line, where in told:
        assert value_words(line)
        assert "None" not in where + value_words(line)
        assert bool(where) or not line.keys


class TestParameters:
    """Every parameter has a Chinese name, and what several rules call alike has it once."""

    def test_each_has_one_that_no_other_of_its_rule_has(self) -> None:
        for rule, kind in {**PARAMS, **DECLARED}.items():
            titles = [parameter_title(f"{rule}.own", name) for name in annotations_of(kind)]
            assert len({*titles}) == len(titles), rule
            assert not any(title.isascii() for title in titles)

    def test_no_name_is_left_over(self) -> None:
        used = set()
        for rule, kind in {**PARAMS, **DECLARED}.items():
            parts = filter(None, map(part_of, annotations_of(kind).values()))
            for name in {name for one in (kind, *parts) for name in annotations_of(one)}:
                own = f"parameter.of.{rule}.{name}"
                used.add(own if own in TEXTS else f"parameter.{name}")
        assert {*TEXTS} == used
