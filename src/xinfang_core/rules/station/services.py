"""Which services, functions and equipment must a site have, and what does it lack? (服务功能).

Source: Gongshu (拱墅信访超市): four features of the centre, the five stages of its joint service,
the five forces gathered there, the legal routes it is joined to, and what serves petitioning
online (machine, code, video, mediation, dispatch, knowledge base). Other systems list their own:
Yubei (渝北) lists in ``items`` its nine functions and then, in the same list and under their own
clause, its nine and four items of equipment; Qiaocheng (谯城) its four services. The lists name
what a site has been given; that it must have it is our reading, noted at each list.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, Service, Severity, Undetermined

__all__ = ["find_lacking"]


@frozen
class Params:
    """What a policy says a site offers.

    Attributes:
        items: services, functions, rooms and equipment in the source's order, each with the
            clause that names it; ``silent`` where the source lists nothing.

    """

    items: CitedList[Service]


def find_lacking(own: Collection[Service] | None, params: Params) -> Decision[tuple[Service, ...]]:
    """The items of the source that a site does not have, in the source's order.

    Args:
        own: what the site has; None where it is not recorded.
        params: the policy's list.

    Returns:
        Empty where nothing is lacking; undetermined where the site's record or the source's
        list is missing; ``none`` where the source says that nothing is asked. Each item that is
        lacking is a notice with the citation that names it.

    """
    cited = params.items.citation
    if params.items.absent is Absent.silent:
        unknown = silence(params.items)
        return Decision(Undetermined.undetermined, (unknown,))
    if params.items.absent is Absent.none:
        return Decision(Absent.none, (Reason("services.none_asked", (), cited),))
    if own is None:
        return Decision(Undetermined.undetermined, (Reason("services.not_recorded", (), cited),))
    asked = tuple(item for item in params.items.values if not isinstance(item, Absent))
    lacking = tuple(item for item in asked if item not in own)
    facts = (("asked", len(asked)), ("lacking", len(lacking)))
    findings = tuple(
        Finding(
            Severity.notice,
            Reason("services.lacking", (("item", item),), params.items.cited(item)),
        )
        for item in lacking
    )
    return Decision(lacking, (Reason("services.compared", facts, cited),), findings)
