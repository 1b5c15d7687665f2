"""Is the site staffed as it should be?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.staffing import OPEN_LIST, Params, Staff, find_gaps
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    FullTimeCounting,
    MemberSource,
    Official,
    ServiceSite,
    Severity,
    StaffingItem,
    Undetermined,
    Workplace,
)

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).station.staffing)
TOWN, VILLAGE = ServiceSite.town_centre, ServiceSite.village_station
TOWN_STAFF = Staff(
    head=Official.deputy_secretary,
    deputy=Official.judicial_office_head,
    full_time=2,
    members=8,
    sources=(MemberSource.petition_office, MemberSource.police_station),
    workplace=Workplace.together,
)
VILLAGE_STAFF = Staff(
    head=Official.party_secretary,
    deputy=Official.work_team_leader,
    members=4,
    sources=(MemberSource.committee_cadre, MemberSource.respected_elder),
    workplace=Workplace.governance_centre,
)
COUNTS = st.none() | st.integers(0, 20)
STAFFS = st.builds(
    Staff,
    st.none() | st.sampled_from(Official),
    st.none() | st.sampled_from(Official),
    COUNTS,
    COUNTS,
    st.none() | st.sets(st.sampled_from(MemberSource)),
    st.none() | st.sampled_from(Workplace),
)


def _gaps(
    site: ServiceSite, staff: Staff, found: Params = QIAOCHENG
) -> Decision[tuple[StaffingItem, ...]]:
    decision = find_gaps(site, staff, found)
    assert_explained(decision)
    return decision


class TestTown:
    """Third paragraph: secretary and judicial head, 2 full time, 6 to 10 members, one office."""

    def test_as_it_should_be(self) -> None:
        decision = _gaps(TOWN, TOWN_STAFF)
        assert decision.outcome == ()
        assert decision.findings == ()

    @pytest.mark.parametrize(
        ("change", "item", "code"),
        [
            ({"head": Official.party_secretary}, "head", "staffing.other"),
            ({"deputy": Official.work_team_leader}, "deputy", "staffing.other"),
            ({"full_time": 1}, "full_time", "staffing.full_time"),
            ({"members": 5}, "members", "staffing.members"),
            ({"members": 11}, "members", "staffing.members"),
            ({"workplace": Workplace.governance_centre}, "workplace", "staffing.other"),
        ],
    )
    def test_each_thing_that_is_otherwise(
        self, change: dict[str, Any], item: str, code: str
    ) -> None:
        decision = _gaps(TOWN, evolve(TOWN_STAFF, **change))
        assert decision.outcome == (StaffingItem[item],)
        assert codes(decision.findings) == [code]

    @pytest.mark.parametrize("members", [6, 10])
    def test_the_bounds_belong_to_it(self, members: int) -> None:
        assert _gaps(TOWN, evolve(TOWN_STAFF, members=members)).outcome == ()

    def test_more_who_work_full_time_are_no_fault(self) -> None:
        assert _gaps(TOWN, evolve(TOWN_STAFF, full_time=3)).outcome == ()

    def test_members_from_elsewhere_are_only_noticed(self) -> None:
        """The list of stations ends openly (等), so nobody is called out of order."""
        staff = evolve(TOWN_STAFF, sources=(MemberSource.reserve_cadre,))
        decision = _gaps(TOWN, staff)
        assert decision.outcome == ()
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.code) == (Severity.notice, "staffing.sources")
        assert decision.reasons[-1].citation is OPEN_LIST
        assert OPEN_LIST not in [one.citation for one in _gaps(TOWN, TOWN_STAFF).reasons]


class TestVillage:
    """Third paragraph: party secretary and work team leader, 3 to 5 members, governance centre."""

    def test_as_it_should_be_without_anybody_full_time(self) -> None:
        decision = _gaps(VILLAGE, VILLAGE_STAFF)
        assert decision.outcome == ()
        assert decision.findings == ()

    @pytest.mark.parametrize(("members", "fits"), [(2, False), (3, True), (5, True), (6, False)])
    def test_three_to_five(self, members: int, fits: object) -> None:
        decision = _gaps(VILLAGE, evolve(VILLAGE_STAFF, members=members))
        assert (decision.outcome == ()) is fits

    def test_five_kinds_of_members(self) -> None:
        assert len(QIAOCHENG.village_sources.values) == 5
        staff = evolve(VILLAGE_STAFF, sources=(MemberSource.police_station,))
        decision = _gaps(VILLAGE, staff)
        assert decision.outcome == (StaffingItem.sources,)
        (finding,) = decision.findings
        assert (finding.severity, finding.reason.code) == (Severity.warning, "staffing.sources")


class TestOpenQuestions:
    """Whether the 2 stand among the 6 to 10 is not said, nor anything of the district's centre."""

    @pytest.mark.parametrize(("members", "fits"), [(3, False), (4, True), (8, True), (9, False)])
    def test_within_is_the_other_reading(self, members: int, fits: object) -> None:
        counting = QIAOCHENG.full_time_counted
        assert (counting.value, counting.citation.basis) == (
            FullTimeCounting.apart,
            Basis.interpreted,
        )
        within = evolve(
            QIAOCHENG, full_time_counted=evolve(counting, value=FullTimeCounting.within)
        )
        decision = _gaps(TOWN, evolve(TOWN_STAFF, members=members), within)
        assert (decision.outcome == ()) is fits
        unknown = _gaps(TOWN, evolve(TOWN_STAFF, full_time=None), within)
        assert codes(unknown.findings) == ["staffing.not_recorded"] * 2

    @pytest.mark.parametrize("reading", FullTimeCounting)
    def test_members_that_are_not_recorded_are_no_gap(self, reading: FullTimeCounting) -> None:
        counting = evolve(QIAOCHENG.full_time_counted, value=reading)
        found = evolve(QIAOCHENG, full_time_counted=counting)
        decision = _gaps(TOWN, evolve(TOWN_STAFF, members=None), found)
        assert decision.outcome == ()
        assert codes(decision.findings) == ["staffing.not_recorded"]

    def test_the_district_centre_cannot_be_told(self) -> None:
        decision = _gaps(ServiceSite.district_centre, TOWN_STAFF)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_a_level_without_a_site_asks_for_nobody(self) -> None:
        found = evolve(QIAOCHENG, levels=CitedList((), QIAOCHENG.levels.citation))
        assert _gaps(TOWN, Staff(), found).outcome is Absent.none


class TestTotality:
    """Any staff has an answer; what is not recorded is noticed and is no gap."""

    @pytest.mark.parametrize(("site", "count"), [(TOWN, 6), (VILLAGE, 5)])
    def test_nothing_recorded(self, site: ServiceSite, count: int) -> None:
        decision = _gaps(site, Staff())
        assert decision.outcome == ()
        assert codes(decision.findings) == ["staffing.not_recorded"] * count

    @given(st.sampled_from(ServiceSite), STAFFS, params(Params))
    def test_every_combination_has_an_answer(
        self, site: ServiceSite, staff: Staff, found: Params
    ) -> None:
        decision = _gaps(site, staff, found)
        if isinstance(decision.outcome, tuple):
            said = [one for one in decision.findings if one.severity is not Severity.notice]
            assert len(said) == len(decision.outcome)

    def test_where_a_policy_lists_no_sources_all_are_welcome(self) -> None:
        none: CitedList[MemberSource] = CitedList(
            (), QIAOCHENG.town_sources.citation, Absent.silent
        )
        found = evolve(QIAOCHENG, town_sources=none)
        staff = evolve(TOWN_STAFF, sources=tuple(MemberSource))
        assert _gaps(TOWN, staff, found).outcome == ()

    def test_where_a_policy_bounds_no_members_any_number_fits(self) -> None:
        silent: Sourced[int] = Sourced(Absent.silent, QIAOCHENG.most[TOWN].citation)
        most = evolve(QIAOCHENG.most, cells={**QIAOCHENG.most.cells, TOWN: silent})
        staff = evolve(TOWN_STAFF, members=99)
        assert _gaps(TOWN, staff, evolve(QIAOCHENG, most=most)).outcome == ()
