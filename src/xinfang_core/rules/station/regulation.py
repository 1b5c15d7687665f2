"""What do the rules and papers of the work have to cover, and what is missing? (制度建设).

Source: the online-proxy system (网上信访代理), third part, first and third measure. Documents lay
down principles, scope, duties and rights of agents, procedure and requirements, and make five
parts of the flow clear: registration and handling, inspection and supervision, reply and notice,
conclusion and archiving, ledgers. Agent and petitioner sign a paper, and forms are filled in; the
names of both were lost in the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, RegulationItem, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["find_missing"]


@frozen
class Params:
    """What has to be laid down in writing.

    Attributes:
        items: the subjects and papers, in the source's order.

    """

    items: CitedList[RegulationItem]


def find_missing(
    own: Collection[RegulationItem] | None, params: Params
) -> Decision[tuple[RegulationItem, ...]]:
    """The subjects and papers that the office does not have, in the policy's order.

    Args:
        own: what its documents cover; None where nobody recorded it.
        params: the policy's list.

    Returns:
        Empty where nothing is missing; undetermined where the record or the policy's list is
        missing; ``none`` where the policy asks for nothing. Each missing one is a warning.

    """
    items = params.items
    if items.absent is Absent.silent:
        silent = silence(items)
        return Decision(Undetermined.undetermined, (silent,))
    asked = tuple(item for item in items.values if not isinstance(item, Absent))
    if not asked:
        return Decision(Absent.none, (Reason("regulation.nothing_asked", (), items.citation),))
    if own is None:
        unknown = Reason("regulation.not_recorded", (), items.citation)
        return Decision(Undetermined.undetermined, (unknown,))
    missing = tuple(item for item in asked if item not in own)
    compared = (("asked", len(asked)), ("missing", missing))
    findings = tuple(
        Finding(
            Severity.warning,
            Reason("regulation.missing", (("item", item),), items.cited(item)),
        )
        for item in missing
    )
    return Decision(missing, (Reason("regulation.compared", compared, items.citation),), findings)
