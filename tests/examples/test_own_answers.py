"""What is shown of an answer is the answer: filled in as a want it matches, for every column."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from example_tables import bench, read
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.results import Verdict
from xinfang_core.policy import policy_ids

POLICIES = Policies()
FIRST = date(2023, 1, 1)
DAYS = st.integers(0, 700).map(lambda days: FIRST + timedelta(days))
LENGTHS = st.integers(0, 90)


@pytest.mark.parametrize("policy", policy_ids())
@given(
    day=DAYS,
    steps=st.tuples(LENGTHS, LENGTHS, LENGTHS),
    grade=st.sampled_from(["satisfied", "dissatisfied", ""]),
    done=st.booleans(),
)
@settings(max_examples=10)
def test_it_matches_itself(
    policy: str, day: date, steps: tuple[int, int, int], grade: str, *, done: bool
) -> None:
    accept, reply, ask = steps
    replied = day + timedelta(accept + reply)
    facts = {
        "id": "any",
        "as_of": f"{day + timedelta(ask)}",
        "known_on": "2024-06-01",
        "received_at": f"{day}",
        "accepted_at": f"{day + timedelta(accept)}",
        **({"replied_at": f"{replied}"} if done else {}),
        **({"evaluated_at": f"{replied}", "agent_grade": grade} if done and grade else {}),
        "category": "general",
        "agent_category": "community_volunteer",
        "settled": "是",
    }
    columns = {f"want.{name}": "" for name in POLICIES.titles(policy) if name != "made_by"}
    find = POLICIES.find
    (shown,) = bench().run(read({**facts, **columns}, policy=policy), find)
    assert shown.verdict is Verdict.unconfirmed
    assert shown.shown.keys() == columns.keys()
    told = {name: text or "空" for name, text in shown.shown.items()}
    (again,) = bench().run(read({**facts, **told, "clause": "原文"}, policy=policy), find)
    assert again.mismatches == ()
