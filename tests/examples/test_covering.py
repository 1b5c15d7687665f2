"""What examples touch: an example has to notice the change of a value, and leave by an exit."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from attrs import evolve

from xinfang_core.calendar import mainland_calendar
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.examples.altering import UNIT
from xinfang_core.examples.coverage import Coverage, Item, Kind, lost
from xinfang_core.examples.covering import Covering, covering
from xinfang_core.examples.example import Table
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.reports.coverage_report import (
    coverage_json,
    coverage_lines,
    item_json,
    item_text,
    lost_lines,
)
from xinfang_core.examples.running import Bench
from xinfang_core.examples.suggested_rows import as_csv, suggested_rows
from xinfang_core.examples.suggesting import Suggesting, is_about_cases, suggest_value
from xinfang_core.examples.tables import csv_table
from xinfang_core.policy import read_policy

HEAD = "id,as_of,known_on,accepted_at,urgent,variant,want.reply_deadline_due,clause\n"
LABELS = "编号,评估日,所知日,受理日期,紧急,变体,届满日,条款\n"
URGENT = "u,2025-09-29,2025-09-01,2025-09-29,是,,2025-09-30,5\n"
GENERAL = "g,2025-10-08,2025-09-01,2025-09-29,否,,2025-10-27,5\n"
BY_DAYS = "v,2025-10-08,2025-09-01,2025-09-24,是,calendar_days,2025-09-25,5\n"
WRONG = "w,2025-09-29,2025-09-01,2025-09-29,是,,2025-10-01,5\n"

POLICIES = Policies()
BENCH = Bench(mainland_calendar())
NO_NAMES: dict[str, str] = {}


@cache
def _held(*rows: str) -> Covering:
    table = Table(csv_table(HEAD + LABELS + "".join(rows), "t.csv"), "online-proxy")
    policy = POLICIES.find("online-proxy")
    return covering(read_examples([table], POLICIES), policy, BENCH)


@cache
def _of(*rows: str) -> Coverage:
    found = _held(*rows)
    return found.coverage(found.steps())


def _item(found: Coverage, *where: object) -> Item:
    return next(one for one in found.items if where == _named(one)[: len(where)])


def _named(one: Item) -> tuple[object, ...]:
    return (one.kind, one.parameter, *(getattr(key, "name", key) for key in one.keys))


def test_a_value_is_touched_by_the_examples_that_notice_its_change() -> None:
    found = _of(URGENT, GENERAL)
    urgent = _item(found, Kind.cell, "limit", "urgent")
    assert (urgent.examples, urgent.ways) == (("u",), ("more", "unit"))
    # One day after another one of work: nobody tells the units apart.
    assert urgent.unnoticed == ("unit",)
    general = _item(found, Kind.cell, "limit", "general")
    assert (general.examples, general.unnoticed) == (("g",), ())
    assert _item(found, Kind.cell, "limit", "consultation").examples == ()


def test_a_reading_is_touched_by_examples_under_it_alone() -> None:
    found = [one for one in _of(URGENT, BY_DAYS).items if one.variant == "calendar_days"]
    touched = {one.examples for one in found if one.is_touched}
    assert touched == {("v",)}
    assert not any(one.is_touched for one in _of(URGENT).items if one.variant)


def test_what_is_not_as_wanted_touches_nothing() -> None:
    assert [one.key for one, _ in _held(URGENT, WRONG).held] == ["u"]
    assert not _of(WRONG).alone()


def test_an_exit_is_touched_where_something_of_the_rule_is_wanted() -> None:
    kind = (HEAD + LABELS + URGENT).replace("want.reply_deadline_due", "want.reply_kind")
    table = Table(csv_table(kind.replace("2025-09-30", "urgent"), "t.csv"), "online-proxy")
    policy = POLICIES.find("online-proxy")
    held = covering(read_examples([table], POLICIES), policy, BENCH)
    assert held.codes == {"reply_kind.flagged": ["u"]}
    assert not _held(URGENT).codes.keys() & {"reply_kind.flagged"}


def test_counts_and_what_one_example_alone_touches() -> None:
    found = _of(URGENT, GENERAL)
    assert found.counts()[Kind.edition] == (1, 1)
    noticed, tried = found.noticed
    assert 0 < noticed < tried
    assert {*found.alone()} == {"u", "g"}
    assert _item(found, Kind.edition).examples == ("u", "g")


def test_a_deleted_example_is_missed_for_what_it_alone_touched() -> None:
    before, now = _of(URGENT, GENERAL), _of(URGENT)
    gone = {_named(one) for one in lost(before, now)}
    assert (Kind.cell, "limit", "general") in gone
    assert lost(before, before) == ()
    assert len(lost(now, None)) == sum(one.is_touched for one in now.items)
    lines = [*lost_lines(before, now, NO_NAMES)]
    assert (
        "不再核对：答复期限 reply_deadline.limit 一般信访事项：15个工作日（原由 g 核对）" in lines
    )


def test_an_assumed_value_is_marked() -> None:
    found = _of(URGENT)
    assert found.assumed[1] > found.assumed[0] == 0
    assert found.transitions[1] > found.transitions[0] == 0
    assert _item(found, Kind.value, "earned_by").is_assumed
    assert not _item(found, Kind.cell, "limit", "urgent").is_assumed


def test_the_report_names_what_is_left_and_how_it_could_change() -> None:
    found = _of(URGENT, GENERAL)
    lines = [*coverage_lines(found, NO_NAMES, every=True)]
    assert lines[0].startswith("覆盖（online-proxy）：取值 ")
    assert "  答复期限 reply_deadline.limit 紧急事项：1个工作日（换单位，没有算例发觉）" in lines
    few = [*coverage_lines(found, NO_NAMES, every=False)]
    assert len(few) < len(lines)
    assert any("加 --every 全部列出" in one for one in few)


def test_of_what_there_is_none_nothing_is_told() -> None:
    lines = [*coverage_lines(Coverage("online-proxy", ()), NO_NAMES, every=False)]
    assert not any("推定" in one or "流程" in one for one in lines)


def test_what_two_examples_notice_is_noticed_by_none_alone() -> None:
    found = _of(URGENT, URGENT.replace("u,", "u2,", 1))
    assert found.alone() == {}
    assert not any("只有一例" in one for one in coverage_lines(found, NO_NAMES, every=False))


def test_every_item_has_words_and_stands_in_json() -> None:
    found = _of(URGENT, BY_DAYS)
    told = coverage_json(found)
    json.dumps(told)
    assert len(told["items"]) == len(found.items)  # type: ignore[arg-type]
    assert all(item_text(one, NO_NAMES) for one in found.items)
    assert item_json(Item(Kind.exit, "", "incentive", "incentive.paid")) == {
        "kind": "exit",
        "rule": "incentive",
        "code": "incentive.paid",
        "examples": [],
    }
    named = item_text(Item(Kind.value, "a", "limit.own", "start"), {"own": "自己的期限"})
    assert named.startswith("自己的期限 limit.own.start")


def test_a_whole_folder_is_covered_at_once() -> None:
    files = chosen_files([Path("examples/checks/online-proxy/reply_deadline.csv")], POLICIES)
    found = covering(
        read_examples(read_tables(files), POLICIES), POLICIES.find("online-proxy"), BENCH
    )
    assert len(found.held) > 5


def test_rows_of_another_policy_and_unconfirmed_ones_touch_nothing() -> None:
    rows = "u,2025-09-29,2025-09-01,2025-09-29,是,,,\n"
    assert _held(rows).held == ()
    table = Table(csv_table(HEAD + LABELS + URGENT, "t.csv"), "online-proxy")
    other = POLICIES.find("jiuyuan")
    assert covering(read_examples([table], POLICIES), other, BENCH).held == ()


def test_a_row_is_found_that_notices_what_nobody_does() -> None:
    held = _held(URGENT, GENERAL)
    item = _item(_of(URGENT, GENERAL), Kind.cell, "limit", "consultation")
    found = Suggesting(held, POLICIES, 400).suggest(item)
    assert found is not None
    assert "want.reply_deadline_due" in found.wanted
    assert found == Suggesting(held, POLICIES, 400).suggest(item)
    # Nothing that the row can do without.
    assert set(found.values) <= {"as_of", "known_on", "accepted_at", "consultation", "category"}


def test_a_row_is_found_that_leaves_by_an_exit() -> None:
    making = Suggesting(_held(URGENT, GENERAL), POLICIES, 400)
    found = making.suggest(Item(Kind.exit, "", "handling_level", "handling_level.able"))
    assert found is not None
    assert found.wanted == ("want.codes", "want.handling_level")
    never = Item(Kind.exit, "", "handling_level", "handling_level.no_levels")
    assert making.suggest(never) is None


def test_without_examples_there_is_nothing_to_begin_from() -> None:
    held = _held(WRONG)
    item = _item(_of(WRONG), Kind.cell, "limit", "urgent")
    assert Suggesting(held, POLICIES, 400).suggest(item) is None


def test_a_row_that_another_policy_would_refuse_shows_no_difference() -> None:
    """An extension in working days has no meaning beside a limit in another unit."""
    folder = Path("examples/localities/shandong-2020")
    policy = read_policy(folder)
    policies = Policies({policy.policy_id: (policy, None)})
    (path,) = (folder / "checks").glob("answer.csv")
    table = csv_table(path.read_text("utf-8-sig"), "answer.csv")
    read = read_examples([Table(table, policy.policy_id)], policies)
    extended = [one for one in read if one.key.endswith("-006")]
    held = covering(extended, policy, BENCH)
    (item,) = (
        one
        for one in held.coverage(held.steps()).items
        if (one.rule, one.parameter) == ("limit.answer", "limit")
    )
    # Nobody is to notice it: neither does any row that was made up of this one.
    found = Suggesting(held, policies, 1).suggest(evolve(item, unnoticed=(UNIT,)))
    assert found is None


def test_a_value_that_no_case_shows_is_asked_of_the_policy() -> None:
    found = _of(URGENT)
    leaflets = _item(found, Kind.cell, "count", "leaflet")
    assert not is_about_cases(leaflets)
    made = suggest_value(leaflets)
    assert made is not None
    assert made.values["given.path"] == "network.count leaflet"
    assert made.wanted == ("want.outcome", "want.unit")
    assert suggest_value(_item(found, Kind.edition)) is None
    read = _item(found, Kind.cell, "limit", "urgent")
    variant = next(one for one in found.items if one.variant and one.parameter == "limit")
    assert is_about_cases(read)
    asked = suggest_value(variant)
    assert asked is not None
    assert asked.values["variant"] == "calendar_days"


def test_suggested_rows_read_as_a_table_of_examples() -> None:
    held, found = _held(URGENT, GENERAL), _of(URGENT, GENERAL)
    making = Suggesting(held, POLICIES, 400)
    items = [_item(found, Kind.cell, "limit", name) for name in ("consultation", "investigation")]
    made = [one for one in map(making.suggest, items) if one]
    made += [one for one in [suggest_value(_item(found, Kind.cell, "count", "leaflet"))] if one]
    notes = [f"第{number}" for number in range(len(made))]
    titles = POLICIES.titles("online-proxy")
    rows = suggested_rows(made, held.policy, titles, notes)
    read = read_examples([Table(csv_table(as_csv(rows), "s.csv"))], POLICIES)
    assert [one.note for one in read] == notes
    assert not any(one.is_confirmed for one in read)
