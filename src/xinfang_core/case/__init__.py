"""A petition case (信访事项): facts, and a history of dated events; nothing computed.

No fact that a rule uses is a name, a number or an address of a person.
"""

from xinfang_core.case.agent import Agent
from xinfang_core.case.event import Event, is_before
from xinfang_core.case.facts import Case
from xinfang_core.case.history import History
from xinfang_core.case.moments import SHANGHAI, day_of, shanghai_time
from xinfang_core.case.standing import (
    delivered_day,
    first_done,
    last_round,
    since_last,
    standing_day,
    times_of_proxy,
)
from xinfang_core.case.undoing import UNDOES, UNDONE_BY

__all__ = [
    "SHANGHAI",
    "UNDOES",
    "UNDONE_BY",
    "Agent",
    "Case",
    "Event",
    "History",
    "day_of",
    "delivered_day",
    "first_done",
    "is_before",
    "last_round",
    "shanghai_time",
    "since_last",
    "standing_day",
    "times_of_proxy",
]
