"""What has to be made public, and what is still missing? (公开内容).

Source, Jiuyuan (九原“红色代办”), first part: each station or point makes clear what it acts in, by
which procedure, which services it offers and what is asked of the work. Other systems publish
other items: the online-proxy system (网上信访代理) its list of agents with name, telephone, address
and mailbox; Yubei (渝北) six items of each matter. Which items, is the policy's list.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, DisclosureItem, Severity, Undetermined

__all__ = ["find_unpublished"]


@frozen
class Params:
    """What a policy wants published.

    Attributes:
        items: the items, in the source's order.

    """

    items: CitedList[DisclosureItem]


def find_unpublished(
    published: Collection[DisclosureItem] | None, params: Params
) -> Decision[tuple[DisclosureItem, ...]]:
    """The items that are not published, in the policy's order; empty where all are.

    Args:
        published: what the site has published; None where nobody recorded it.
        params: the policy's list.

    Returns:
        The missing items, each with a violation; undetermined where the record or the
        policy's list is missing; ``none`` where the policy wants nothing published.

    """
    items = params.items
    if items.absent is Absent.silent:
        return Decision(Undetermined.undetermined, (silence(items),))
    if items.absent is Absent.none:
        return Decision(Absent.none, (Reason("disclosure.nothing_wanted", (), items.citation),))
    if published is None:
        unknown = Reason("disclosure.not_recorded", (), items.citation)
        return Decision(Undetermined.undetermined, (unknown,))
    wanted = tuple(item for item in items.values if not isinstance(item, Absent))
    missing = tuple(item for item in wanted if item not in published)
    facts = (("wanted", wanted), ("missing", missing))
    return Decision(
        missing,
        (Reason("disclosure.compared", facts, items.citation),),
        tuple(
            Finding(
                Severity.violation,
                Reason("disclosure.unpublished", (("item", item),), items.cited(item)),
            )
            for item in missing
        ),
    )
