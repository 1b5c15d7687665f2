"""A petition case (信访事项): facts, and a history of dated events; nothing computed.

No fact that a rule uses is a name, a number or an address of a person.
"""

from xinfang_core.case.agent import Agent
from xinfang_core.case.event import Event, is_before
from xinfang_core.case.facts import Case
from xinfang_core.case.history import History
from xinfang_core.case.moments import SHANGHAI, day_of, shanghai_time
from xinfang_core.case.receipt import Receipt, is_with_body, receipt_of
from xinfang_core.case.revocation import REVOKED_BY, REVOKES
from xinfang_core.case.rounds import PASSING_ON, Round, is_accepted, join_rounds, rounds_of
from xinfang_core.case.standing import (
    asked_rounds,
    delivered_day,
    effective_day,
    last_round,
    since_last,
    times_of_proxy,
)

__all__ = [
    "PASSING_ON",
    "REVOKED_BY",
    "REVOKES",
    "SHANGHAI",
    "Agent",
    "Case",
    "Event",
    "History",
    "Receipt",
    "Round",
    "asked_rounds",
    "day_of",
    "delivered_day",
    "effective_day",
    "is_accepted",
    "is_before",
    "is_with_body",
    "join_rounds",
    "last_round",
    "receipt_of",
    "rounds_of",
    "shanghai_time",
    "since_last",
    "times_of_proxy",
]
