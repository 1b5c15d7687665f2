"""Is there an agent within a walk of every settlement? (步行覆盖).

Source: the online-proxy system (网上信访代理), second part, second measure: within a quarter of an
hour's walk of every place where people live there is at least one agent. The places and the
minutes are the host's; nothing here says who lives where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core import messages
from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.quantities import Minutes, People
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.messages import Lang

__all__ = ["Coverage", "Settlement", "cover"]

WALKED = Citation(
    source="",
    clause="步行时间的认定",
    phrase="",
    basis=Basis.interpreted,
    note="步行时间由填报单位测定，恰为规定分钟数的算在范围内；未填报的列为情况不明，不算已覆盖",
)
"""A walk of exactly the minutes given is within them; what is not recorded is not covered."""

_AS_MEASURED = Reason("coverage.as_measured", (), WALKED)


@frozen
class Params:
    """How near how many agents must be.

    Attributes:
        walk: the longest walk in minutes.
        agents: the fewest agents within it.

    """

    walk: Sourced[Minutes]
    agents: Sourced[People]


@frozen
class Settlement:
    """A place where people live (居民聚集点).

    Attributes:
        key: the host's name for the place.
        minutes: the walk to each agent near it; empty where there is none, None where nobody
            has recorded it.

    """

    key: str
    minutes: tuple[int, ...] | None


@frozen
class Coverage:
    """How far the agents reach.

    Attributes:
        settlements: how many places were looked at.
        lacking: the keys of places with too few agents within the walk.
        unknown: the keys of places whose walks are not recorded.

    """

    settlements: int
    lacking: tuple[str, ...]
    unknown: tuple[str, ...]

    def text(self, lang: Lang = "zh") -> str:
        """How many places lack an agent, and of how many nothing is known."""
        counts = {"lacking": len(self.lacking), "unknown": len(self.unknown)}
        return messages.render("coverage.text", {"settlements": self.settlements, **counts}, lang)


def cover(settlements: Iterable[Settlement], params: Params) -> Decision[Coverage]:
    """Which places have too few agents within the walk, in the order given.

    Args:
        settlements: the places.
        params: the policy's walk and number.

    Returns:
        Undetermined where the policy is silent; ``none`` where it asks for nothing.

    """
    walk, agents = params.walk, params.agents
    for needed in (walk, agents):
        if needed.value is Absent.silent:
            return Decision(Undetermined.undetermined, (silence(needed),))
    if isinstance(walk.value, Absent) or isinstance(agents.value, Absent):
        return Decision(Absent.none, (Reason("coverage.nothing_asked", (), walk.citation),))
    places = tuple(settlements)
    unknown = tuple(place.key for place in places if place.minutes is None)
    lacking = tuple(
        place.key
        for place in places
        if place.minutes is not None and _within(place.minutes, walk.value) < agents.value
    )
    asked = (("walk", walk.value), ("settlements", len(places)), ("lacking", len(lacking)))
    reasons = (
        Reason("coverage.within", asked, walk.citation),
        Reason("coverage.agents", (("agents", agents.value),), agents.citation),
        _AS_MEASURED,
    )
    findings = (
        *_finding(Severity.violation, "coverage.lacking", lacking, walk.citation),
        *_finding(Severity.notice, "coverage.unknown", unknown, WALKED),
    )
    return Decision(Coverage(len(places), lacking, unknown), reasons, findings)


def _within(minutes: tuple[int, ...], walk: int) -> int:
    """How many agents are within the walk."""
    return sum(one <= walk for one in minutes)


def _finding(
    severity: Severity, code: str, keys: tuple[str, ...], citation: Citation
) -> tuple[Finding, ...]:
    return (Finding(severity, Reason(code, (("keys", keys),), citation)),) if keys else ()
