"""Every single change of a policy: what there is to change, each once, nothing else with it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from xinfang_core.examples.altering import (
    HIGHER,
    LEFT_OUT,
    LESS,
    LOWER,
    MORE,
    OTHER,
    UNIT,
    Alteration,
    alterations,
    other_values,
)
from xinfang_core.periods import CalendarDays, Months, SameDay, WorkingDays
from xinfang_core.policy import lines, load_policy, policy_ids, read_policy
from xinfang_core.vocabulary import Absent, Grade

if TYPE_CHECKING:
    from xinfang_core.policy import Edition

EDITIONS = [one for policy in policy_ids() for one in load_policy(policy).editions]


def _of(policy: str, rule: str, parameter: str) -> list[Alteration]:
    found = alterations(load_policy(policy).editions[0])
    return [one for one in found if (one.rule, one.parameter) == (rule, parameter)]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.label)
def test_one_value_differs_and_nothing_else(edition: Edition) -> None:
    was = Counter(lines(edition))
    for one in alterations(edition):
        now = Counter(lines(one.edition))
        gone, come = was - now, now - was
        if one.way == LEFT_OUT:
            # Of a list of one item the list itself is told instead.
            assert sum(gone.values()) == 1, (one.rule, one.parameter, one.keys)
            assert sum(come.values()) <= 1
        elif one.way in {HIGHER, LOWER}:
            assert (one.was, one.now) == (*next(iter(gone)).keys, *next(iter(come)).keys)
        else:
            assert [(line.value, line.rule) for line in gone] == [(one.was, one.rule)]
            assert [(line.value, line.rule) for line in come] == [(one.now, one.rule)]


def test_of_a_table_each_cell_is_changed_in_each_way() -> None:
    found = _of("online-proxy", "reply_deadline", "limit")
    told = [(one.keys[0].name, one.way, one.now) for one in found if not one.variant]  # type: ignore[attr-defined]
    assert told[:5] == [
        ("urgent", MORE, WorkingDays(2)),
        ("urgent", UNIT, CalendarDays(1)),
        ("consultation", MORE, WorkingDays(6)),
        ("consultation", LESS, WorkingDays(4)),
        ("consultation", UNIT, CalendarDays(5)),
    ]
    assert {one.variant for one in found} == {"", "calendar_days"}


def test_a_threshold_goes_up_and_down_where_the_file_could_say_so() -> None:
    (edition,) = read_policy("examples/policies/gongshu-ladders").editions[:1]
    moved = [
        (one.was, one.now)
        for one in alterations(edition)
        if one.rule == "copied_notice" and one.way in {HIGHER, LOWER}
    ]
    # Below 1 stands 0 already, which is the least.
    assert moved == [(1, 2), (6, 7), (6, 5), (11, 12), (11, 10)]


@pytest.mark.parametrize(
    ("value", "others"),
    [
        (WorkingDays(1), {MORE: WorkingDays(2), UNIT: CalendarDays(1)}),
        (
            Months(2),
            {MORE: Months(3), LESS: Months(1), UNIT: WorkingDays(2)},
        ),
        (SameDay(1), {UNIT: WorkingDays(1)}),
        (0, {MORE: 1}),
        (Decimal("0.5"), {MORE: Decimal("1.5")}),
        (date(2026, 1, 1), {MORE: date(2026, 1, 2), LESS: date(2025, 12, 31)}),
        (Grade.satisfied, {OTHER: [*Grade][1]}),
        ("甲", {}),
        (Absent.none, {}),
        (Absent.silent, {}),
    ],
)
def test_a_value_becomes_its_neighbours(value: object, others: dict[str, object]) -> None:
    assert dict(other_values(value, ())) == others


def test_a_cell_becomes_what_another_cell_says() -> None:
    table = (Absent.silent, Grade.satisfied, Absent.none, Grade.dissatisfied)
    assert dict(other_values(Grade.satisfied, table)) == {OTHER: Absent.none}
    assert dict(other_values(Absent.none, table)) == {OTHER: Grade.satisfied}
    assert dict(other_values(Absent.silent, table)) == {OTHER: Grade.satisfied}
