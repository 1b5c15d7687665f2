"""What has a body to publish about its petition work, and what is missing? (信访渠道公布).

Source: 2022 regulation (信访工作条例) Art. 18 and 2005 regulation (信访条例) Art. 9: every body
publishes how it can be reached (network or mailbox, postal address, telephone), where and when
visitors are received and how one asks about the state of a matter, and, where it receives
visitors or on its site, the rules on petitions, the procedure, and what else helps petitioners.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from xinfang_core.decision import Decision, Finding, Reason, silence
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, PublishedItem, Severity, Undetermined

__all__ = ["find_missing"]


@frozen
class Params:
    """What is published.

    Attributes:
        items: the items, in the regulation's order.

    """

    items: CitedList[PublishedItem]


def find_missing(
    published: Collection[PublishedItem] | None, params: Params
) -> Decision[tuple[PublishedItem, ...]]:
    """The items that a body has not published, in the regulation's order.

    Args:
        published: what it has published; None where nobody recorded that.
        params: the regulation's list.

    Returns:
        The missing items, each with a finding; undetermined where nothing is recorded.

    """
    items = params.items
    if items.absent is Absent.silent:
        missing = silence(items)
        return Decision(Undetermined.undetermined, (missing,))
    if published is None:
        unknown = Reason("channel_publication.not_recorded", (), items.citation)
        return Decision(Undetermined.undetermined, (unknown,))
    lacking = tuple(
        one for one in items.values if isinstance(one, PublishedItem) and one not in published
    )
    compared = Reason("channel_publication.compared", (("missing", lacking),), items.citation)
    findings = tuple(
        Finding(
            Severity.violation,
            Reason("channel_publication.missing", (("item", item),), items.cited(item)),
        )
        for item in lacking
    )
    return Decision(lacking, (compared,), findings)
