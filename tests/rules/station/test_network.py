"""How large is the network by its published numbers, and does the record agree?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.network import ADDED_UP, Count, Network, Params, compare
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, NetworkSum, NetworkUnit, Severity, Undetermined

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).station.network)
OWN = st.dictionaries(st.sampled_from(NetworkUnit), st.integers(0, 500))


def _network(own: dict[NetworkUnit, int], published: Params = GONGSHU) -> Network:
    decision = compare(own, published)
    assert_explained(decision)
    assert isinstance(decision.outcome, Network)
    return decision.outcome


class TestPublished:
    """Gongshu: 94 points, 10 stations, 1 centre; 12 departments; 7 windows and 5 rooms."""

    def test_every_number_of_the_source(self) -> None:
        published = {count.of.name: count.published for count in _network({}).units}
        assert published == {
            "village_site": 94,
            "town_site": 10,
            "district_site": 1,
            "resident_department": 12,
            "general_window": 7,
            "talk_room": 5,
            "media_kind": 5,
        }

    def test_the_sums_that_the_source_does_not_print(self) -> None:
        sums = {count.of: count.published for count in _network({}).sums}
        assert sums == {NetworkSum.sites: 105, NetworkSum.reception_places: 12}

    def test_a_sum_is_a_reading(self) -> None:
        added = [one.citation for one in compare({}, GONGSHU).reasons if one.citation is ADDED_UP]
        assert len(added) == 2

    def test_what_the_source_does_not_count_is_not_told(self) -> None:
        assert GONGSHU.count[NetworkUnit.agent].value is Absent.silent
        assert NetworkUnit.agent not in {count.of for count in _network({}).units}


class TestOwnCounts:
    """A network may have grown since; a number that differs is noted and is no fault."""

    def test_the_same_numbers_pass(self) -> None:
        own = {NetworkUnit[one.of.name]: one.published for one in _network({}).units}
        decision = compare(own, GONGSHU)
        assert decision.findings == ()
        assert all(one.own == one.published for one in _network(own).sums)

    def test_a_new_community_point(self) -> None:
        own = {NetworkUnit.village_site: 95, NetworkUnit.town_site: 10}
        decision = compare(own, GONGSHU)
        assert_explained(decision)
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert dict(finding.reason.facts) == {
            "of": NetworkUnit.village_site,
            "published": 94,
            "own": 95,
        }
        assert finding.reason.citation == GONGSHU.count[NetworkUnit.village_site].citation

    def test_one_part_that_is_not_recorded_leaves_no_sum(self) -> None:
        own = {NetworkUnit.village_site: 94, NetworkUnit.town_site: 10}
        assert Count(NetworkSum.sites, 105, None) in _network(own).sums
        whole = {**own, NetworkUnit.district_site: 1}
        assert Count(NetworkSum.sites, 105, 105) in _network(whole).sums

    def test_none_is_a_number_and_differs(self) -> None:
        found = compare({NetworkUnit.district_site: 0}, GONGSHU).findings
        assert codes(found) == ["network.differs"]


class TestTotality:
    """Any counts have an answer."""

    @given(OWN, params(Params))
    def test_findings_are_the_units_that_differ(
        self, own: dict[NetworkUnit, int], published: Params
    ) -> None:
        decision = compare(own, published)
        assert_explained(decision)
        numbers = {
            unit: cell.value
            for unit, cell in published.count.cells.items()
            if isinstance(cell.value, int)
        }
        if not numbers:
            assert decision.outcome is Undetermined.undetermined
            return
        assert isinstance(decision.outcome, Network)
        assert {one.of: one.published for one in decision.outcome.units} == numbers
        differing = {unit for unit in numbers if own.get(unit, numbers[unit]) != numbers[unit]}
        assert {dict(one.reason.facts)["of"] for one in decision.findings} == differing

    @given(OWN)
    def test_a_source_that_publishes_nothing_is_named(self, own: dict[NetworkUnit, int]) -> None:
        cited = GONGSHU.count[NetworkUnit.agent].citation
        silent: Table[NetworkUnit, int] = Table(
            {unit: Sourced(Absent.silent, cited) for unit in NetworkUnit}
        )
        decision = compare(own, Params(silent))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
