"""Which services, functions and equipment must a site have, and what does it lack?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.services import Params, find_lacking
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, Basis, Service, Severity, Undetermined

GONGSHU = present(load_policy("gongshu").on(day("2025-01-01")).station.services)
OWN = st.none() | st.sets(st.sampled_from(Service))


class TestList:
    """Gongshu: four features, five stages, five forces, three legal routes, online features."""

    @pytest.mark.parametrize(
        ("locator", "count"),
        [("一、信访超市", 4), ("一、（一）只进一门", 13), ("一、（二）只到一窗", 4)],
    )
    def test_as_many_items_as_the_source_names(self, locator: str, count: int) -> None:
        items = [one for one in GONGSHU.items.steps if one.citation.clause == locator]
        assert len(items) == count

    def test_the_five_stages_in_their_order(self) -> None:
        stages = ("receiving", "passing_on", "mediating", "litigating", "resolving")
        named = [item.name for item in GONGSHU.items.values if item.name in stages]
        assert tuple(named) == stages

    def test_video_at_all_three_levels(self) -> None:
        named = {item.name for item in GONGSHU.items.values if "video" in item.name}
        assert len(named) == 3

    def test_that_a_site_must_have_them_is_a_reading(self) -> None:
        assert {one.citation.basis for one in GONGSHU.items.steps} == {Basis.interpreted}


class TestLacking:
    """What a site lacks is named with the clause that names it."""

    def test_a_site_with_everything(self) -> None:
        decision = find_lacking(set(Service), GONGSHU)
        assert_explained(decision)
        assert decision.outcome == ()
        assert decision.findings == ()

    def test_a_site_without_the_machine(self) -> None:
        own = set(Service) - {Service.self_service_machine}
        decision = find_lacking(own, GONGSHU)
        assert decision.outcome == (Service.self_service_machine,)
        (finding,) = decision.findings
        assert finding.severity is Severity.notice
        assert finding.reason.citation == GONGSHU.items.cited(Service.self_service_machine)

    def test_a_site_of_which_nothing_is_recorded(self) -> None:
        decision = find_lacking(None, GONGSHU)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["services.not_recorded"]

    @pytest.mark.parametrize(
        ("absent", "outcome"),
        [(Absent.silent, Undetermined.undetermined), (Absent.none, Absent.none)],
    )
    @given(own=OWN)
    def test_a_source_without_a_list(
        self, absent: Absent, outcome: object, own: set[Service] | None
    ) -> None:
        decision = find_lacking(own, Params(CitedList((), GONGSHU.items.citation, absent)))
        assert_explained(decision)
        assert decision.outcome is outcome


class TestTotality:
    """Any site has an answer, and having more never lacks more."""

    @given(OWN, params(Params))
    def test_lacking_is_what_is_asked_and_not_there(
        self, own: set[Service] | None, asked: Params
    ) -> None:
        decision = find_lacking(own, asked)
        assert_explained(decision)
        if isinstance(decision.outcome, tuple):
            assert own is not None
            assert set(decision.outcome) == set(asked.items.values) - own
            assert len(decision.findings) == len(decision.outcome)

    @given(st.sets(st.sampled_from(Service)), st.sampled_from(Service))
    def test_one_more_never_lacks_more(self, own: set[Service], more: Service) -> None:
        before, after = find_lacking(own, GONGSHU).outcome, find_lacking({*own, more}, GONGSHU)
        assert isinstance(before, tuple)
        assert isinstance(after.outcome, tuple)
        assert set(after.outcome) == set(before) - {more}
