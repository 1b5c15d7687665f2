"""How large is the network by its published numbers, and does the record agree? (服务网络).

Source: Gongshu (拱墅信访超市、代办制): 94 community points, 10 street stations and 1 district
centre, 12 resident departments, 7 general windows and 5 rooms for talks about statutory routes, 5
kinds of audio and video. The sums are not printed; that 7 windows and 5 rooms are as many as the
departments is not said to mean that they are the same twelve. Other systems publish numbers of
agents, sites or departments of their own; each file declares the units that its source counts.
A published number tells how things stood when it was written: it is no duty to stay there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from xinfang_core.decision import Decision, Facts, Finding, Reason, silence
from xinfang_core.sources import Citation, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    NetworkSum,
    NetworkUnit,
    Severity,
    Undetermined,
)

__all__ = ["Count", "Network", "compare"]

ADDED_UP = Citation(
    source="",
    clause="服务网络的合计",
    phrase="",
    basis=Basis.interpreted,
    note="原文不载明合计数；村社、镇街、区级站点相加为站点合计，综合窗口与接谈室相加；有一项未载明的不合计",
)
"""Which units are added up; where one of them is not known there is no sum."""

_SUMMED = {
    NetworkSum.sites: (NetworkUnit.village_site, NetworkUnit.town_site, NetworkUnit.district_site),
    NetworkSum.reception_places: (NetworkUnit.general_window, NetworkUnit.talk_room),
}


@frozen
class Params:
    """What a policy's source publishes about its network.

    Attributes:
        count: how many there are of each unit; declared over the units that the source counts.

    """

    count: Table[NetworkUnit, int]


@frozen
class Count:
    """One unit or sum, as published and as the host has it.

    Attributes:
        of: what is counted.
        published: the source's number.
        own: the host's number; None where it is not recorded.

    """

    of: NetworkUnit | NetworkSum
    published: int
    own: int | None


@frozen
class Network:
    """The published numbers beside the host's own.

    Attributes:
        units: one for each unit that the source counts, in the order of the list of units.
        sums: the sums that the source's numbers allow.

    """

    units: tuple[Count, ...]
    sums: tuple[Count, ...]


def compare(own: Mapping[NetworkUnit, int], params: Params) -> Decision[Network]:
    """The published numbers beside the host's own, with a finding where they differ.

    Args:
        own: the host's counts; a unit that is not there is not recorded.
        params: the published numbers.

    Returns:
        Units and sums; undetermined where the source publishes no number at all. A number
        that differs is a notice and no fault: networks grow.

    """
    published = {
        unit: cell.value
        for unit, cell in params.count.cells.items()
        if not isinstance(cell.value, Absent)
    }
    if not published:
        silent = silence(params.count[NetworkUnit.village_site])
        return Decision(Undetermined.undetermined, (silent,))
    units = tuple(
        Count(unit, published[unit], own.get(unit)) for unit in NetworkUnit if unit in published
    )
    citations = [params.count[unit].citation for unit in NetworkUnit if unit in published]
    sums = tuple(_sums(published, own))
    reasons = [_counted(one, citation) for one, citation in zip(units, citations, strict=True)]
    reasons += [_counted(one, ADDED_UP) for one in sums]
    differing = tuple(
        Finding(Severity.notice, Reason("network.differs", _facts(one), citation))
        for one, citation in zip(units, citations, strict=True)
        if one.own not in {None, one.published}
    )
    return Decision(Network(units, sums), tuple(reasons), differing)


def _sums(published: Mapping[NetworkUnit, int], own: Mapping[NetworkUnit, int]) -> Iterator[Count]:
    """The sums that the source's numbers allow, beside the host's where those allow them too."""
    for total, parts in _SUMMED.items():
        if all(part in published for part in parts):
            counted = [own.get(part) for part in parts]
            known = [count for count in counted if count is not None]
            found = sum(known) if len(known) == len(parts) else None
            yield Count(total, sum(published[part] for part in parts), found)


def _counted(count: Count, citation: Citation) -> Reason:
    """The reason that gives the number, where it is written, and the host's own."""
    if count.own is None:
        facts = (("of", count.of), ("published", count.published))
        return Reason("network.not_recorded", facts, citation)
    return Reason("network.counted", _facts(count), citation)


def _facts(count: Count) -> Facts:
    return (("of", count.of), ("published", count.published), ("own", count.own))
