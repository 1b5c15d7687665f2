"""An edition as a list: every value once, with its place and its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policy_texts import SAMPLE, written
from xinfang_core.periods import CalendarDays, WorkingDays
from xinfang_core.policy import lines, load_policy, policy_ids, read_policy
from xinfang_core.vocabulary import Absent, Basis, EventKind, Grade, ReplyKind, Settled

if TYPE_CHECKING:
    from pathlib import Path


def test_every_value_of_a_file_in_its_order(tmp_path: Path) -> None:
    (edition,) = read_policy(written(tmp_path / "p", f2024_03_01=SAMPLE)).editions
    assert [
        (line.rule, line.parameter, line.keys, line.value, line.variant) for line in lines(edition)
    ] == [
        ("reply_kind", "default", (), ReplyKind.general, ""),
        ("reply_deadline", "start", (), EventKind.accept, ""),
        ("reply_deadline", "limit", (ReplyKind.urgent,), WorkingDays(1), ""),
        ("reply_deadline", "limit", (ReplyKind.consultation,), WorkingDays(5), ""),
        ("reply_deadline", "limit", (ReplyKind.general,), WorkingDays(15), ""),
        ("reply_deadline", "limit", (ReplyKind.investigation,), CalendarDays(30), ""),
        ("reply_deadline", "start", (), EventKind.receive, "calendar_days"),
    ]
    cited = lines(edition)[3].citation
    assert cited.text() == "示例办法 第五条“五个工作日”〔原文载明〕"


@pytest.mark.parametrize("policy_id", policy_ids())
def test_each_packaged_value_is_cited_and_explained(policy_id: str) -> None:
    for edition in load_policy(policy_id).editions:
        places = {(one.source or edition.title, one.locator) for one in edition.clauses}
        for line in lines(edition):
            assert (line.citation.source, line.citation.clause) in places
            assert line.citation.basis is Basis.stated or line.citation.note


def test_the_awards_of_the_online_proxy() -> None:
    (edition,) = load_policy("online-proxy").editions
    found = {(line.parameter, *line.keys): line.value for line in lines(edition)}
    assert found["cap",] is Absent.none
    assert [
        found["level", settled, grade].name  # type: ignore[attr-defined]
        for settled in Settled
        for grade in Grade
    ] == [
        "resolved",
        "accepted",
        "completed",
        "completed",
        "accepted",
        "accepted",
        "completed",
        "completed",
    ]


@pytest.mark.parametrize("policy_id", policy_ids())
def test_what_a_source_does_not_say_is_never_called_stated(policy_id: str) -> None:
    """That there is no such limit is read out of a text; that it is silent is assumed."""
    for edition in load_policy(policy_id).editions:
        for line in lines(edition):
            if line.value is Absent.none:
                assert line.citation.basis is not Basis.stated
            if line.value is Absent.silent:
                assert line.citation.basis is Basis.assumed
