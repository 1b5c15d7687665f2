"""A case that is written as a record is the same case when it is read."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import recorded
from record_files import cases_in
from strategies import at_least, cases
from xinfang_core.case import Agent, Case, Event, History
from xinfang_core.codec import encode_case
from xinfang_core.vocabulary import EventKind, ReplyKind, Sign

if TYPE_CHECKING:
    import pytest


@at_least(150)
@given(case=cases(), lines=st.booleans())
def test_every_case_comes_back(
    tmp_path_factory: pytest.TempPathFactory, case: Case, *, lines: bool
) -> None:
    record = json.dumps(encode_case(case), ensure_ascii=False)
    text, name = (record, "r.jsonl") if lines else (f"[{record}]", "r.json")
    (found,) = cases_in(tmp_path_factory.getbasetemp(), text, name)
    # Of an agent about whom nothing is recorded, nothing is written.
    assert found == (evolve(case, agent=None) if case.agent == Agent() else case)


def test_only_what_is_recorded_is_written() -> None:
    assert encode_case(Case("1")) == {"case_no": "1", "events": []}


def test_keys_are_those_of_a_register() -> None:
    case = Case(
        "1",
        History(
            (
                *recorded(receive="2025-09-01").events,
                Event(EventKind.promise, date(2025, 9, 2), until=date(2025, 10, 1)),
            )
        ),
        category=ReplyKind.urgent,
        urgent=False,
        service_fee=Decimal("12.50"),
        signs=(Sign.group_visit,),
        agent=Agent(agent_no="D-1", trained=True),
    )
    wanted: dict[str, Any] = {
        "case_no": "1",
        "category": "urgent",
        "urgent": False,
        "service_fee": "12.50",
        "signs": ["group_visit"],
        "agent_no": "D-1",
        "agent_trained": True,
        "events": [
            {"kind": "receive", "at": "2025-09-01"},
            {"kind": "promise", "at": "2025-09-02", "until": "2025-10-01"},
        ],
    }
    assert encode_case(case) == wanted
