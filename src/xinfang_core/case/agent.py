"""Who acts for the petitioner (代理员)."""

from __future__ import annotations

from attrs import field, frozen

from xinfang_core.case.types import fact_types, settle_types
from xinfang_core.errors import InvalidFactError
from xinfang_core.vocabulary import AgentCategory


@frozen
class Agent:
    """The agent (代理员) of a case. None always means: not recorded.

    Attributes:
        category: what kind of person serves.
        agent_no: the register's number, for totals per agent; kept out of ``repr``.
        registered: whether the agent stands in the register (登记造册).
        trained: whether the agent passed the training (培训合格).
        is_petitioner: whether the agent is the petitioner too (本人代理).
        works_offline: whether the agent hands requests in on paper (书面登记).
        first_contact: whether the agent was the first one the petitioner met (首接员).

    Raises:
        InvalidFactError: facts of another type.

    """

    category: AgentCategory | None = None
    agent_no: str = field(default="", repr=False)
    registered: bool | None = None
    trained: bool | None = None
    is_petitioner: bool | None = None
    works_offline: bool | None = None
    first_contact: bool | None = None

    def __attrs_post_init__(self) -> None:
        faults = tuple(settle_types(self, _TYPES))
        if faults:
            raise InvalidFactError(*faults)


_TYPES, _ = fact_types(Agent)
