"""Is the site staffed as it should be? (人员配备).

Source: Qiaocheng (谯城信访超市). A town centre is headed by a full-time deputy secretary, with the
head of the judicial office as deputy; it has 2 full-time workers and 6 to 10 members from named
offices and stations and others like them (等站所), who work together. A village station is headed
by the party secretary, with the leader of the stationed work team as deputy; it has 3 to 5 members
of five kinds and no others, who work in the village's governance centre. Whether the 2 stand among
the 6 to 10 is not said, and of the district's centre nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from attrs import frozen

from xinfang_core.decision import Decision, Facts, Finding, Reason, silence
from xinfang_core.quantities import People
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    FullTimeCounting,
    Level,
    MemberSource,
    Official,
    ServiceSite,
    Severity,
    StaffingItem,
    Undetermined,
    Workplace,
)

__all__ = ["Staff", "find_gaps"]

OPEN_LIST = Citation(
    source="",
    clause="乡镇成员来源以“等站所”结尾",
    phrase="",
    basis=Basis.interpreted,
    note="乡镇所列的站所以“等”字结尾，登记的来源不在所列的，只提示核对，不列为不符；村（社区）所列的没有“等”字",
)
"""A list that ends openly excludes nobody; one that does not is all there is."""


@frozen
class Params:
    """What a policy says about the staff of its sites.

    Attributes:
        levels: the levels that have a site, highest first.
        head: who heads a site.
        deputy: who is the deputy.
        full_time: how many work there full time; ``none`` where that is not asked.
        full_time_counted: whether they stand among the members.
        fewest: the fewest members.
        most: the most members.
        town_sources: where a town centre's members come from.
        village_sources: where a village station's members come from.
        workplace: where members work.

    """

    levels: CitedList[Level]
    head: Table[ServiceSite, Official]
    deputy: Table[ServiceSite, Official]
    full_time: Table[ServiceSite, People]
    full_time_counted: Sourced[FullTimeCounting]
    fewest: Table[ServiceSite, People]
    most: Table[ServiceSite, People]
    town_sources: CitedList[MemberSource]
    village_sources: CitedList[MemberSource]
    workplace: Table[ServiceSite, Workplace]


@frozen
class Staff:
    """Who serves at a site. None always means: not recorded.

    Attributes:
        head: the office that its head holds.
        deputy: the office that the deputy holds.
        full_time: how many work there full time.
        members: how many members there are, besides head, deputy and full-time workers.
        sources: where the members come from.
        workplace: where they work.

    """

    head: Official | None = None
    deputy: Official | None = None
    full_time: int | None = None
    members: int | None = None
    sources: Collection[MemberSource] | None = None
    workplace: Workplace | None = None


def find_gaps(
    site: ServiceSite, staff: Staff, params: Params
) -> Decision[tuple[StaffingItem, ...]]:
    """What about the staff of one site is not as the policy says.

    Args:
        site: what kind of site it is.
        staff: who serves there.
        params: the policy's staffing.

    Returns:
        The items that are out of order, each with a finding; what is not recorded, or not on a
        list that ends openly, is a notice and no such item. Undetermined where the policy says
        nothing of such a site, ``none`` where it has none of that level.

    """
    if _LEVEL[site] not in params.levels:
        facts = (("site", site),)
        none = Reason("staffing.no_such_site", facts, params.levels.citation)
        return Decision(Absent.none, (none,))
    told = next((one for one in _asked(site, params) if not isinstance(one.value, Absent)), None)
    if told is None:
        return Decision(Undetermined.undetermined, (silence(params.head[site]),))
    counting = params.full_time_counted
    counted = (("counting", counting.value),)
    reasons: tuple[Reason, ...] = (
        Reason("staffing.asked", (("site", site),), told.citation),
        Reason("staffing.full_time_counted", counted, counting.citation),
    )
    findings: list[Finding] = []
    gaps: list[StaffingItem] = []
    for item, check in _CHECKS.items():
        found = check(site, staff, params)
        if found is not None:
            findings.append(found)
            if found.severity is not Severity.notice:
                gaps.append(item)
            elif found.reason.code == _ELSEWHERE:
                reasons += (Reason("staffing.open_list", (), OPEN_LIST),)
    return Decision(tuple(gaps), reasons, tuple(findings))


def _asked(site: ServiceSite, params: Params) -> Iterator[Sourced[Any]]:
    """What the policy may ask of a site, the head first."""
    for table in (params.head, params.deputy, params.full_time, params.fewest, params.workplace):
        yield table[site]


_UNKNOWN = "staffing.not_recorded"
_ELSEWHERE = "staffing.sources"
_LEVEL = {
    ServiceSite.district_centre: Level.district,
    ServiceSite.town_centre: Level.town,
    ServiceSite.village_station: Level.village,
}


def _gap(code: str, facts: Facts, citation: Citation) -> Finding:
    return Finding(Severity.warning, Reason(code, facts, citation))


def _unknown(item: StaffingItem, citation: Citation) -> Finding:
    return Finding(Severity.notice, Reason(_UNKNOWN, (("item", item),), citation))


def _named(
    item: StaffingItem,
    wanted: Sourced[Official] | Sourced[Workplace],
    found: Official | Workplace | None,
) -> Finding | None:
    """That a post is held by another, or the work done elsewhere, than the policy says."""
    if isinstance(wanted.value, Absent) or found is wanted.value:
        return None
    if found is None:
        return _unknown(item, wanted.citation)
    facts = (("item", item), ("wanted", wanted.value), ("found", found))
    return _gap("staffing.other", facts, wanted.citation)


def _head(site: ServiceSite, staff: Staff, params: Params) -> Finding | None:
    return _named(StaffingItem.head, params.head[site], staff.head)


def _deputy(site: ServiceSite, staff: Staff, params: Params) -> Finding | None:
    return _named(StaffingItem.deputy, params.deputy[site], staff.deputy)


def _workplace(site: ServiceSite, staff: Staff, params: Params) -> Finding | None:
    return _named(StaffingItem.workplace, params.workplace[site], staff.workplace)


def _full_time(site: ServiceSite, staff: Staff, params: Params) -> Finding | None:
    """That fewer work full time than the policy says; more are no fault."""
    wanted = params.full_time[site]
    if isinstance(wanted.value, Absent):
        return None
    if staff.full_time is None:
        return _unknown(StaffingItem.full_time, wanted.citation)
    if staff.full_time >= wanted.value:
        return None
    facts = (("wanted", wanted.value), ("found", staff.full_time))
    return _gap("staffing.full_time", facts, wanted.citation)


def _members(site: ServiceSite, staff: Staff, params: Params) -> Finding | None:
    """That there are fewer members than the policy says, or more."""
    fewest, most = params.fewest[site], params.most[site]
    if isinstance(fewest.value, Absent) or isinstance(most.value, Absent):
        return None
    counted = staff.members
    if params.full_time_counted.value is FullTimeCounting.within and counted is not None:
        counted = None if staff.full_time is None else counted + staff.full_time
    if counted is None:
        return _unknown(StaffingItem.members, fewest.citation)
    if fewest.value <= counted <= most.value:
        return None
    facts = (("fewest", fewest.value), ("most", most.value), ("found", counted))
    return _gap("staffing.members", facts, fewest.citation)


def _sources(site: ServiceSite, staff: Staff, params: Params) -> Finding | None:
    """That members come from elsewhere: no more than a notice where the list ends openly (等)."""
    closed = site is ServiceSite.village_station
    known = params.village_sources if closed else params.town_sources
    if known.absent is not None:
        return None
    if staff.sources is None:
        return _unknown(StaffingItem.sources, known.citation)
    others = tuple(one for one in MemberSource if one in staff.sources and one not in known)
    if not others:
        return None
    reason = Reason(_ELSEWHERE, (("found", others),), known.citation)
    return Finding(Severity.warning if closed else Severity.notice, reason)


_CHECKS: dict[StaffingItem, Callable[[ServiceSite, Staff, Params], Finding | None]] = {
    StaffingItem.head: _head,
    StaffingItem.deputy: _deputy,
    StaffingItem.full_time: _full_time,
    StaffingItem.members: _members,
    StaffingItem.sources: _sources,
    StaffingItem.workplace: _workplace,
}
