"""What has a body to publish about its petition work, and what is missing?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.station.channel_publication import Params, find_missing
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, PublishedItem, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.decision import Decision

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).station.channel_publication)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).station.channel_publication)


def _find(
    published: Collection[PublishedItem] | None, policy: Params = TEXT_2022
) -> Decision[tuple[PublishedItem, ...]]:
    decision = find_missing(published, policy)
    assert_explained(decision)
    return decision


class TestItems:
    """2022 Art. 18, 2005 Art. 9: channels, times and ways to ask; rules and procedure."""

    @pytest.mark.parametrize(
        ("policy", "first"),
        [(TEXT_2022, "online_channel"), (TEXT_2005, "postal_address")],
    )
    def test_eight_items(self, policy: Params, first: str) -> None:
        decision = _find((), policy)
        assert isinstance(decision.outcome, tuple)
        assert len(decision.outcome) == 8
        assert decision.outcome[0] is PublishedItem[first]
        assert {one.severity for one in decision.findings} == {Severity.violation}

    def test_the_mailbox_of_2005_became_an_online_channel(self) -> None:
        assert PublishedItem.mailbox in TEXT_2005.items
        assert PublishedItem.mailbox not in TEXT_2022.items

    @pytest.mark.parametrize("policy", [TEXT_2005, TEXT_2022])
    def test_all_published(self, policy: Params) -> None:
        decision = _find(tuple(PublishedItem), policy)
        assert decision.outcome == ()
        assert decision.findings == ()

    def test_nobody_recorded_it(self) -> None:
        decision = _find(None)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["channel_publication.not_recorded"]

    def test_a_silent_list(self) -> None:
        silent: CitedList[PublishedItem] = CitedList((), TEXT_2022.items.citation, Absent.silent)
        decision = _find((), evolve(TEXT_2022, items=silent))
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any facts have an answer; publishing more never makes more missing."""

    @given(st.none() | some(PublishedItem), params(Params))
    def test_any_facts(self, published: tuple[PublishedItem, ...] | None, policy: Params) -> None:
        decision = find_missing(published, policy)
        assert_explained(decision)
        if isinstance(decision.outcome, tuple):
            assert len(decision.findings) == len(decision.outcome)
            assert not set(decision.outcome) & set(published or ())

    @given(some(PublishedItem), some(PublishedItem))
    def test_monotone(
        self, published: tuple[PublishedItem, ...], more: tuple[PublishedItem, ...]
    ) -> None:
        less, full = (_find(one).outcome for one in (published, (*published, *more)))
        assert isinstance(less, tuple)
        assert isinstance(full, tuple)
        assert set(full) <= set(less)
