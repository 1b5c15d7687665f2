"""Is the service centre as large as it must be?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies import FLAGS
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.premises import NEW_BUILDINGS, Params, check_area
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    FloorArea,
    ServiceCentre,
    Severity,
    Undetermined,
)

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).station.premises)
AREAS = st.decimals(0, 1000, places=1)
CENTRES = st.sampled_from(ServiceCentre)


def _with(centre: ServiceCentre, value: Absent) -> Params:
    cells = dict(YUBEI.least_area.cells)
    cells[centre] = Sourced(value, cells[centre].citation)
    return evolve(YUBEI, least_area=Table(cells))


class TestAreas:
    """Yubei 2: at least 300 square metres in a street, 150 in a town, 50 in a village."""

    @pytest.mark.parametrize(
        ("centre", "area", "found"),
        [
            ("street_centre", "300", "sufficient"),
            ("street_centre", "299.9", "insufficient"),
            ("town_centre", "150", "sufficient"),
            ("town_centre", "149.9", "insufficient"),
            ("village_centre", "50", "sufficient"),
            ("village_centre", "49.9", "insufficient"),
        ],
    )
    def test_exactly_as_much_will_do(self, centre: str, area: str, found: str) -> None:
        decision = check_area(ServiceCentre[centre], Decimal(area), YUBEI, new_building=True)
        assert_explained(decision)
        assert decision.outcome is FloorArea[found]
        assert bool(decision.findings) is (found == "insufficient")

    def test_too_small_is_a_violation(self) -> None:
        decision = check_area(ServiceCentre.town_centre, Decimal(120), YUBEI, new_building=True)
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.text() == "镇公共服务中心至少 150 平方米，仅有 120 平方米"

    def test_the_unit_is_a_repaired_slip(self) -> None:
        bases = {cell.citation.basis for cell in YUBEI.least_area.cells.values()}
        assert bases == {Basis.interpreted}


class TestScope:
    """The areas are asked where office buildings are built anew."""

    @given(CENTRES, st.none() | AREAS)
    def test_an_old_building_is_asked_for_nothing(
        self, centre: ServiceCentre, area: Decimal | None
    ) -> None:
        decision = check_area(centre, area, YUBEI, new_building=False)
        assert decision.outcome is Absent.none
        assert decision.reasons[0].citation is NEW_BUILDINGS

    def test_whether_it_is_new_has_to_be_recorded(self) -> None:
        decision = check_area(ServiceCentre.town_centre, Decimal(1), YUBEI, new_building=None)
        assert decision.outcome is Undetermined.undetermined
        assert not decision.findings

    def test_so_has_the_area(self) -> None:
        decision = check_area(ServiceCentre.town_centre, None, YUBEI, new_building=True)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined

    @pytest.mark.parametrize(
        ("value", "outcome", "code"),
        [
            (Absent.none, Absent.none, "premises.no_least"),
            (Absent.silent, Undetermined.undetermined, "value.silent"),
        ],
    )
    def test_a_policy_without_an_area(
        self, value: Absent, outcome: Absent | Undetermined, code: str
    ) -> None:
        params = _with(ServiceCentre.town_centre, value)
        decision = check_area(ServiceCentre.town_centre, Decimal(1), params, new_building=True)
        assert_explained(decision)
        assert decision.outcome is outcome
        assert codes(decision.reasons) == [code]


class TestAlwaysAnAnswer:
    """Whatever the centre and the policy, there is an explained answer."""

    @given(CENTRES, st.none() | AREAS, any_params(Params), FLAGS)
    def test_total(
        self,
        centre: ServiceCentre,
        area: Decimal | None,
        params: Params,
        new: bool | None,  # noqa: FBT001
    ) -> None:
        assert_explained(check_area(centre, area, params, new_building=new))

    @given(CENTRES, AREAS, AREAS)
    def test_more_room_is_never_worse(
        self, centre: ServiceCentre, one: Decimal, other: Decimal
    ) -> None:
        small, large = (
            check_area(centre, area, YUBEI, new_building=True).outcome
            for area in sorted((one, other))
        )
        assert small is FloorArea.insufficient or large is FloorArea.sufficient
