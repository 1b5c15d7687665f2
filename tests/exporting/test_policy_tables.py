"""Policies as tables: every value with its citation, limits in full, references that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from policy_texts import SAMPLE, spoiled, written
from table_loading import editions, sqlite_of
from xinfang_core.calendar import mainland_calendar
from xinfang_core.errors import MisuseError
from xinfang_core.exporting import DIALECTS, table_files
from xinfang_core.policy import lines, policy_ids, read_policy

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.policy import Edition

HOURS = """
[limit.callback.name]
value = "首次联系"
clause = "5"
basis = "assumed"
note = "示例"

[limit.callback.start]
value = "receive"
clause = "5"
basis = "assumed"
note = "示例"

[limit.callback.met_by]
value = "accept"
clause = "5"
basis = "assumed"
note = "示例"

[limit.callback.owed_by]
value = "handling_body"
clause = "5"
basis = "assumed"
note = "示例"

[limit.callback.owed_to]
value = "petitioner"
clause = "5"
basis = "assumed"
note = "示例"

[limit.callback.limit]
value = 2
unit = "hour"
clause = "5"
basis = "assumed"
note = "示例"
"""


def _asked(found: tuple[Edition, ...], query: str) -> list[tuple[Any, ...]]:
    """What the tables of some editions answer."""
    with sqlite_of(table_files(found, mainland_calendar(), DIALECTS["sqlite"])) as base:
        rows: list[tuple[Any, ...]] = base.execute(query).fetchall()
    return rows


def _of(folder: Path, text: str = SAMPLE) -> tuple[Edition, ...]:
    return read_policy(written(folder, f2024_03_01=text)).editions


def test_every_value_of_every_shipped_policy_is_there_with_a_clause_and_all_references_hold() -> (
    None
):
    found = editions(*policy_ids())
    once = {one.label: one for one in found}
    with sqlite_of(table_files(found, mainland_calendar(), DIALECTS["sqlite"])) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        (counted,) = base.execute("SELECT count(*) FROM xf_value").fetchone()
        assert counted == sum(len(lines(one)) for one in once.values())
        without = """
            SELECT count(*) FROM xf_value v WHERE NOT EXISTS (
                SELECT 1 FROM xf_value_clause c
                WHERE c.edition_no = v.edition_no AND c.value_no = v.value_no)
        """
        assert base.execute(without).fetchone() == (0,)
        labels = base.execute("SELECT edition_label, digest FROM xf_edition").fetchall()
        assert dict(labels) == {label: one.digest for label, one in once.items()}


def test_a_newer_edition_takes_over_on_its_first_day() -> None:
    query = "SELECT edition_label, effective, superseded FROM xf_edition ORDER BY edition_no"
    assert _asked(editions("online-proxy"), query) == [
        ("online-proxy@undated", None, None),
        ("national@2022-05-01", "2022-05-01", None),
        ("national@2005-05-01", "2005-05-01", "2022-05-01"),
    ]


def test_a_dated_edition_takes_over_from_an_undated_one(tmp_path: Path) -> None:
    undated = spoiled(("effective = 2024-03-01", 'effective = "undated"'))
    folder = written(tmp_path / "p", f2024_03_01=SAMPLE, undated=undated)
    query = "SELECT edition_label, superseded FROM xf_edition ORDER BY edition_no"
    assert _asked(read_policy(folder).editions, query) == [
        ("sample@2024-03-01", None),
        ("sample@undated", "2024-03-01"),
    ]


def test_a_value_says_where_it_stands_what_it_counts_and_how_firmly(tmp_path: Path) -> None:
    query = """
        SELECT reading, parameter_name, cell, step_no, value_text, value_words, amount, unit, basis,
            source_title, locator, phrase, note
        FROM xf_value WHERE rule_name = 'reply_deadline' ORDER BY value_no
    """
    place = "示例办法", "第五条"
    start, _, five, *_, thirty, other = _asked(_of(tmp_path), query)
    noted = "受理后", "自受理的次日起"
    told = "accept", "受理", None, None, "interpreted"
    assert start == ("default", "start", "-", 1, *told, *place, *noted)
    assert five[:4] == ("default", "limit", "consultation", 1)
    assert five[4:6] == ('{"count": 5, "unit": "working_day"}', "5个工作日")
    assert five[6:] == (5, "working_day", "stated", *place, "五个工作日", None)
    assert thirty[6:8] == (30, "calendar_day")
    assert other[:5] == ("calendar_days", "start", "-", 1, "receive")


def test_each_key_of_a_table_names_its_dimension() -> None:
    query = """
        SELECT v.cell, k.key_no, k.dimension, k.key_name, k.key_words
        FROM xf_value v
        JOIN xf_value_key k ON k.edition_no = v.edition_no AND k.value_no = v.value_no
        WHERE v.rule_name = 'incentive' AND v.cell = 'yes,satisfied' ORDER BY k.key_no
    """
    found = _asked(editions("online-proxy"), query)
    assert [row[1:] for row in found] == [
        (1, "息诉息访", "yes", "是"),
        (2, "满意度等次", "satisfied", "满意"),
    ]


def test_numbers_have_the_unit_of_their_parameter_and_what_is_silent_says_so() -> None:
    query = """
        SELECT DISTINCT rule_name, amount, unit, absent FROM xf_value
        WHERE parameter_name IN ('amount', 'cap')
            AND rule_name = 'incentive' AND reading = 'default'
    """
    found = _asked(editions("online-proxy"), query)
    assert {row[1:] for row in found} == {(n, "yuan", None) for n in (10, 15, 20)} | {
        (None, None, "none")
    }


def test_the_limits_stand_in_full_under_every_reading(tmp_path: Path) -> None:
    query = """
        SELECT reading, cell, starts_at, amount, unit FROM xf_limit WHERE amount = 15
        ORDER BY reading DESC
    """
    assert _asked(_of(tmp_path), query) == [
        ("default", "general", "accept", 15, "working_day"),
        ("calendar_days", "general", "receive", 15, "working_day"),
    ]
    of_proxy = "SELECT DISTINCT reading, unit FROM xf_limit WHERE rule_name = 'reply_deadline'"
    assert set(_asked(editions("online-proxy"), of_proxy)) == {
        ("default", "working_day"),
        ("calendar_days", "calendar_day"),
        *((one, "working_day") for one in ("sum", "base_plus_bonus", "handling_body_rating")),
    }


def test_a_limit_in_hours_is_a_value_and_no_limit_in_days(tmp_path: Path) -> None:
    text = (
        SAMPLE.replace('"reply_deadline.limit"]', '"reply_deadline.limit", "limit.callback"]')
        + HOURS
    )
    found = _of(tmp_path, text)
    hours = "SELECT rule_name, amount FROM xf_value WHERE unit = 'hour'"
    assert _asked(found, hours) == [("limit.callback", 2)]
    assert _asked(found, "SELECT 1 FROM xf_limit WHERE rule_name = 'limit.callback'") == []


def test_of_the_clauses_at_one_place_those_are_cited_that_the_rule_carries_out() -> None:
    query = """
        SELECT DISTINCT c.clause_id FROM xf_value v
        JOIN xf_value_clause x ON x.edition_no = v.edition_no AND x.value_no = v.value_no
        JOIN xf_clause c ON c.edition_no = x.edition_no AND c.clause_no = x.clause_no
        WHERE v.rule_name = 'reply_deadline'
    """
    assert _asked(editions("online-proxy"), query) == [("5",)]


def test_two_editions_of_one_label_that_say_different_things_are_refused(tmp_path: Path) -> None:
    one, other = _of(tmp_path / "a"), _of(tmp_path / "b", spoiled(("便民口号", "口号")))
    assert _asked((*one, *one), "SELECT count(*) FROM xf_edition") == [(1,)]
    with pytest.raises(MisuseError, match="sample@2024-03-01"):
        table_files((*one, *other), mainland_calendar(), DIALECTS["sqlite"])
