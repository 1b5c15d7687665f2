"""A petition case (信访事项): facts, and a history of dated events; nothing computed.

No fact that a rule uses is a name, a number or an address of a person.
"""

from xinfang_core.case.agent import Agent
from xinfang_core.case.event import Event
from xinfang_core.case.facts import Case
from xinfang_core.case.history import History

__all__ = ["Agent", "Case", "Event", "History"]
