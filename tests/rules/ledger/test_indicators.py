"""What share of one count is another, to how many places?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params
from xinfang_core.errors import MisuseError
from xinfang_core.policy import load_policy
from xinfang_core.rules.ledger.indicators import Params, Rate, rate
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Indicator,
    Rounding,
    Severity,
    Tally,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.decision import Decision

QIAOCHENG = present(load_policy("qiaocheng").on(day("2025-01-01")).ledger.indicators)
YUBEI = present(load_policy("yubei").on(day("2025-01-01")).ledger.indicators)
COUNTS = st.dictionaries(st.sampled_from(Tally), st.integers(0, 50))


def _rate(
    indicator: Indicator, counts: Mapping[Tally, int] | None, found: Params = QIAOCHENG
) -> Decision[Rate]:
    decision = rate(indicator, counts, found)
    assert_explained(decision)
    return decision


def _percent(decision: Decision[Rate]) -> str:
    assert isinstance(decision.outcome, Rate)
    return str(decision.outcome.percent)


def _rounding(found: Params, indicator: Indicator, mode: Rounding) -> Params:
    """The policy with another rounding of one rate."""
    cell = evolve(found.rounding[indicator], value=mode)
    return evolve(found, rounding=Table({**found.rounding.cells, indicator: cell}))


class TestPublishedByQiaocheng:
    """Fifth paragraph: what was defused of what was assigned, concluded of visits and letters."""

    @pytest.mark.parametrize(
        ("indicator", "printed", "numerator", "denominator"),
        [
            ("defusal", "71.4", 35, 49),
            ("visit_conclusion", "88.32", 174, 197),
            ("settlement", "58.05", 101, 174),
            ("letter_conclusion", "74.68", 59, 79),
        ],
    )
    def test_each_comes_out_as_it_is_printed(
        self, indicator: str, printed: str, numerator: int, denominator: int
    ) -> None:
        decision = _rate(Indicator[indicator], None)
        assert decision.outcome == Rate(
            Indicator[indicator], Decimal(printed), numerator, denominator
        )
        assert _percent(decision) == printed
        assert decision.findings == ()

    def test_settlement_only_comes_out_half_up(self) -> None:
        cut = _rounding(QIAOCHENG, Indicator.settlement, Rounding.truncate)
        decision = _rate(Indicator.settlement, None, cut)
        assert _percent(decision) == "58.04"
        assert codes(decision.findings) == ["indicators.differs"]

    def test_settlement_is_of_what_was_concluded_and_not_of_what_was_received(self) -> None:
        bottom = QIAOCHENG.denominator[Indicator.settlement]
        assert bottom.value is Tally.visits_concluded
        assert bottom.citation.basis is Basis.interpreted
        cells = {**QIAOCHENG.denominator.cells}
        cells[Indicator.settlement] = evolve(bottom, value=Tally.visits)
        other = evolve(QIAOCHENG, denominator=Table(cells))
        assert _percent(_rate(Indicator.settlement, None, other)) == "51.27"

    def test_letters_and_mailbox_make_up_the_letters(self) -> None:
        parts = (Tally.paper_letters, Tally.mailbox_letters)
        printed = [QIAOCHENG.counted[one].value for one in (*parts, Tally.letters)]
        assert printed == [21, 58, 79]
        assert 21 + 58 == 79


class TestPublishedByYubei:
    """Data of five parts: concluded of accepted, resolved of concluded, and three shares."""

    @pytest.mark.parametrize(
        ("indicator", "printed", "numerator", "denominator"),
        [
            ("conclusion", "98.6", 4250, 4307),
            ("livelihood_share", "54.9", 2364, 4307),
            ("town_share", "94.6", 4019, 4250),
            ("forwarded_share", "5.4", 231, 4250),
            ("resolution", "98.2", 4174, 4250),
        ],
    )
    def test_each_comes_out_as_it_is_printed(
        self, indicator: str, printed: str, numerator: int, denominator: int
    ) -> None:
        decision = _rate(Indicator[indicator], None, YUBEI)
        assert decision.outcome == Rate(
            Indicator[indicator], Decimal(printed), numerator, denominator
        )
        assert decision.findings == ()

    def test_only_the_first_is_cut_off_and_rounding_would_give_another(self) -> None:
        modes = {
            indicator: cell.value
            for indicator, cell in YUBEI.rounding.cells.items()
            if not isinstance(cell.value, Absent)
        }
        assert modes.pop(Indicator.conclusion) is Rounding.truncate
        assert set(modes.values()) == {Rounding.half_up}
        for mode in (Rounding.half_up, Rounding.half_even, Rounding.half_down):
            decision = _rate(
                Indicator.conclusion, None, _rounding(YUBEI, Indicator.conclusion, mode)
            )
            assert _percent(decision) == "98.7"
            (finding,) = decision.findings
            assert finding.severity is Severity.warning
            assert finding.reason.code == "indicators.differs"
            assert finding.reason.citation == YUBEI.published[Indicator.conclusion].citation

    @pytest.mark.parametrize("indicator", ["livelihood_share", "town_share"])
    def test_two_shares_would_not_come_out_if_they_were_cut_off(self, indicator: str) -> None:
        cut = _rounding(YUBEI, Indicator[indicator], Rounding.truncate)
        assert codes(_rate(Indicator[indicator], None, cut).findings) == ["indicators.differs"]

    def test_the_two_ways_of_concluding_add_up(self) -> None:
        parts = (Tally.town_concluded, Tally.forwarded_concluded, Tally.concluded)
        assert [YUBEI.counted[one].value for one in parts] == [4019, 231, 4250]
        assert 4019 + 231 == 4250

    def test_resolved_is_of_what_was_concluded_for_only_so_it_comes_out(self) -> None:
        bottom = YUBEI.denominator[Indicator.resolution]
        assert (bottom.value, bottom.citation.basis) == (Tally.concluded, Basis.interpreted)
        cells = {**YUBEI.denominator.cells}
        cells[Indicator.resolution] = evolve(bottom, value=Tally.accepted)
        other = evolve(YUBEI, denominator=Table(cells))
        assert _percent(_rate(Indicator.resolution, None, other)) == "96.9"

    def test_a_threshold_without_counts_cannot_be_computed(self) -> None:
        assert YUBEI.published[Indicator.satisfaction].value == Decimal(95)
        assert _rate(Indicator.satisfaction, None, YUBEI).outcome is Undetermined.undetermined


class TestOwnCounts:
    """A host's own counts make its own rates by the same definitions."""

    def test_the_answer_names_every_value_it_rests_on(self) -> None:
        decision = _rate(Indicator.defusal, {Tally.assigned: 3, Tally.defused: 2})
        assert _percent(decision) == "66.7"
        assert [(one.code, one.citation) for one in decision.reasons] == [
            ("indicators.over", QIAOCHENG.numerator[Indicator.defusal].citation),
            ("indicators.under", QIAOCHENG.denominator[Indicator.defusal].citation),
            ("indicators.places", QIAOCHENG.places[Indicator.defusal].citation),
            ("indicators.rounded", QIAOCHENG.rounding[Indicator.defusal].citation),
        ]
        assert decision.findings == ()

    def test_nothing_under_the_line_is_no_rate(self) -> None:
        for counts in ({Tally.assigned: 0, Tally.defused: 0}, {Tally.assigned: 0}):
            decision = _rate(Indicator.defusal, counts)
            assert decision.outcome is Absent.none
            assert codes(decision.reasons) == ["indicators.under", "indicators.nothing_under"]

    def test_nothing_over_the_line_is_zero(self) -> None:
        decision = _rate(Indicator.defusal, {Tally.assigned: 9, Tally.defused: 0})
        assert _percent(decision) == "0.0"

    @pytest.mark.parametrize("missing", [Tally.assigned, Tally.defused])
    def test_what_is_not_counted_is_named(self, missing: Tally) -> None:
        counts = {Tally.assigned: 9, Tally.defused: 0}
        del counts[missing]
        decision = _rate(Indicator.defusal, counts)
        assert decision.outcome is Undetermined.undetermined
        (reason,) = decision.reasons
        assert (reason.code, dict(reason.facts)) == ("indicators.not_counted", {"tally": missing})

    def test_more_over_the_line_than_under_it_is_noticed(self) -> None:
        decision = _rate(Indicator.defusal, {Tally.assigned: 2, Tally.defused: 3})
        assert _percent(decision) == "150.0"
        assert codes(decision.findings) == ["indicators.over_hundred"]

    @pytest.mark.parametrize("wrong", [-1, True, 2.0])
    def test_what_is_no_count_is_refused(self, wrong: int) -> None:
        with pytest.raises(MisuseError) as caught:
            rate(Indicator.defusal, {Tally.assigned: wrong, Tally.defused: 1}, QIAOCHENG)
        assert caught.value.faults[0].code == "indicators.no_count"
        assert "交办" in caught.value.text()

    def test_a_rate_that_the_policy_does_not_define_is_not_told(self) -> None:
        decision = _rate(Indicator.timely_reply, {Tally.reply_owed: 2, Tally.replied_in_time: 1})
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


class TestTotality:
    """Any definitions and counts give an answer; a rate lies between 0 and 100."""

    @pytest.mark.parametrize("name", ["numerator", "denominator", "places", "rounding"])
    def test_where_any_part_is_silent_that_is_named(self, name: str) -> None:
        table = getattr(QIAOCHENG, name)
        silent: Sourced[Tally] = Sourced(Absent.silent, table[Indicator.defusal].citation)
        found = evolve(QIAOCHENG, **{name: Table({**table.cells, Indicator.defusal: silent})})
        decision = _rate(Indicator.defusal, None, found)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == silent.citation

    @given(st.sampled_from(Indicator), st.none() | COUNTS, params(Params))
    def test_every_combination_has_an_answer(
        self, indicator: Indicator, counts: dict[Tally, int] | None, found: Params
    ) -> None:
        decision = _rate(indicator, counts, found)
        if isinstance(decision.outcome, Rate):
            told = decision.outcome
            assert (told.percent > 100) <= (told.numerator > told.denominator)
            assert told.denominator > 0

    @given(st.integers(1, 500), st.data())
    def test_one_more_over_the_line_never_lowers_the_rate(
        self, denominator: int, data: st.DataObject
    ) -> None:
        numerator = data.draw(st.integers(0, denominator - 1))
        low, high = (
            rate(Indicator.defusal, {Tally.assigned: denominator, Tally.defused: one}, QIAOCHENG)
            for one in (numerator, numerator + 1)
        )
        assert isinstance(low.outcome, Rate)
        assert isinstance(high.outcome, Rate)
        assert 0 <= low.outcome.percent <= high.outcome.percent <= 100
